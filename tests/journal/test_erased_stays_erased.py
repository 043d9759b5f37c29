"""What was deleted or replaced is gone for good: no tab, no mending and no old link brings it back."""

import json

import pytest
from playing import DAY, FIRST, SECOND, TICK, Act, play, record_of, records_of, written_in

PLAN: list[Act] = [["a", "open"], ["a", "write", TICK, FIRST], ["a", "write", TICK, SECOND]]
BOTH: list[Act] = [["", "kept"], ["", "database"]]


def names_of(texts: dict[str, str]) -> list[str]:
    """Return the names of all that is in a store."""
    return sorted(texts)


def test_delete_everything_leaves_only_the_number_of_the_life() -> None:
    """In both stores, with snapshots, what was put aside, and the last views."""
    *_, kept, database = play(
        ["", "put", "r.9.bad.1", "broken"],
        ["", "put", "shown", "Ms Lee"],
        *PLAN,
        ["a", "compact", FIRST, "none"],
        ["a", "eraseAll"],
        *BOTH,
    )

    assert names_of(kept) == names_of(database) == ["life"]


def test_a_killed_browser_does_not_undo_it() -> None:
    """Local storage is as it was a minute ago; the mirror knows better."""
    *_, there, kept, database = play(
        *PLAN,
        ["", "flush"],
        ["a", "eraseAll"],
        ["", "crash", 0],
        ["b", "open"],
        ["b", "records"],
        *BOTH,
    )

    assert there == {}
    assert records_of(kept) == records_of(database) == {}


def test_a_mirror_that_does_not_answer_is_emptied_at_the_next_start() -> None:
    """The reader is told that it is not done yet."""
    *_, given, _, there, kept, database = play(
        *PLAN,
        ["", "set", {"database": {"isHanging": True}}],
        ["a", "eraseAll"],
        ["", "pass"],
        ["", "set", {"database": {"isHanging": False}}],
        ["a", "isPast"],
        ["b", "open"],
        ["b", "records"],
        *BOTH,
    )

    assert given is False
    assert there == {}
    assert records_of(kept) == records_of(database) == {}


def test_a_tab_that_slept_meanwhile_writes_nothing() -> None:
    """It has the old plan in mind."""
    *_, is_past, written, moved, kept, database = play(
        *PLAN,
        ["b", "open"],
        ["b", "sleep"],
        ["a", "eraseAll"],
        ["b", "isPast"],
        ["b", "write", TICK, FIRST],
        ["b", "erase", FIRST, DAY],
        *BOTH,
    )

    assert is_past
    assert written["isRefused"]
    assert moved["isRefused"]
    assert records_of(kept) == records_of(database) == {}


def test_a_change_that_was_on_its_way_does_not_arrive_afterwards() -> None:
    """Another tab's, which the database had not got to."""
    *_, kept, database = play(
        *PLAN,
        ["b", "open"],
        ["", "pace", 0],
        ["a", "eraseAll"],
        ["b", "write", TICK, FIRST],
        ["", "pace", None],
        ["", "rest"],
        *BOTH,
    )

    assert records_of(kept) == records_of(database) == {}


def test_what_was_replaced_does_not_come_back_either() -> None:
    """The imported plan stands alone, also after a kill."""
    new = {"7.elsewhere.1": record_of("third3")}
    *_, there, kept, database = play(
        *PLAN,
        ["", "flush"],
        ["", "bundle", "file", new],
        ["a", "replace", "file"],
        ["", "crash", 0],
        ["b", "open"],
        ["b", "records"],
        *BOTH,
    )

    assert there == new
    assert records_of(kept).keys() == records_of(database).keys() == new.keys()


@pytest.mark.parametrize("back", [[], [FIRST]])
def test_an_old_link_brings_a_deleted_interview_back_only_if_asked_to(back: list[str]) -> None:
    """What else the link has is added either way."""
    *_, there = play(
        *PLAN,
        ["a", "handOut", "link"],
        ["a", "erase", FIRST, DAY],
        ["a", "erase", SECOND, DAY],
        ["a", "bringBack", SECOND, DAY],
        ["a", "merge", "link", back, DAY],
        ["b", "open"],
        ["b", "records"],
    )

    ticked = {json.loads(text)["interview"] for text in there.values() if '"tick"' in text}
    assert ticked == {SECOND, *back}


def test_what_a_race_left_of_a_deleted_interview_goes_at_once() -> None:
    """Another tab wrote into it before it had heard; nobody has to load a page for it to go."""
    *_, kept, database = play(
        *PLAN,
        ["b", "open"],
        ["", "rest"],
        ["", "pace", 0],
        ["b", "write", {**TICK, "step": "mail-send"}, FIRST],
        ["a", "erase", FIRST, DAY],
        ["b", "write", {**TICK, "step": "prep-examples"}, FIRST],
        ["", "pace", None],
        ["", "rest"],
        *BOTH,
    )

    for texts in (kept, database):
        own = [one["what"] for one in records_of(texts).values() if one["interview"] == FIRST]
        assert own == ["deleted"]


def test_undo_brings_back_what_a_race_left_too() -> None:
    """The tab that deleted the interview keeps in mind what it took out of the stores later."""
    *_, there = play(
        *PLAN,
        ["b", "open"],
        ["a", "erase", FIRST, DAY],
        ["", "putSealed", "r.9.other.1", record_of(FIRST, step="prep-examples")],
        ["", "rest"],
        ["a", "bringBack", FIRST, DAY],
        ["c", "open"],
        ["c", "records"],
    )

    steps = {
        one.get("step") for one in map(json.loads, there.values()) if one["interview"] == FIRST
    }
    assert steps == {"meet-names", "prep-examples", None}


DAMAGED = [
    ("r.7.bad.1", f'{{"format":2,"interview":"{SECOND}","what":"text","text":"Ms Le#00000000'),
    ("r.8.bad.1", f"{record_of(SECOND)}#00000000"),
    ("r.9.bad.1", f'{{"format": 2, "interview": "{SECOND}", "what"'),
    (f"s.{SECOND}.4", '{"snapshot":1,"records":{"1.a.1":"broken#00000000'),
]


@pytest.mark.parametrize(("name", "text"), DAMAGED)
@pytest.mark.parametrize("id_of_another", ["a", "2", SECOND[:-1], f"{SECOND}2"])
def test_what_is_put_aside_goes_with_its_own_interview_alone(
    name: str, text: str, id_of_another: str
) -> None:
    """An interview whose id happens to stand somewhere in the text takes nothing with it."""
    *_, before, _, after = play(
        ["", "put", name, text],
        written_in(id_of_another),
        ["a", "open"],
        ["a", "erase", id_of_another, DAY],
        ["", "kept"],
        ["a", "erase", SECOND, DAY],
        ["", "kept"],
    )

    assert before[f"q.{name}"] == text
    assert not [each for each in after if each.startswith("q.")]


@pytest.mark.parametrize("share", [0, 1])
def test_a_deleted_interview_is_in_neither_store_right_after(share: float) -> None:
    """Nor after a kill that put local storage back."""
    *_, kept, database, _, _, kept_later, database_later = play(
        *PLAN,
        ["a", "compact", FIRST, "none"],
        ["", "flush"],
        ["a", "erase", FIRST, DAY],
        *BOTH,
        ["", "crash", share],
        ["b", "open"],
        *BOTH,
    )

    for texts in (kept, database, kept_later, database_later):
        assert [one["what"] for one in records_of(texts).values() if one["interview"] == FIRST] == [
            "deleted"
        ]
        assert not any(name.startswith("s.") for name in texts)


def test_not_saving_on_this_computer_writes_nothing() -> None:
    """What was kept goes, what is done from now on is held in the tab alone."""
    *_, written, there, kept, database, _, after = play(
        *PLAN,
        ["a", "setMemory", True],
        ["a", "write", {**TICK, "step": "mail-send"}, FIRST],
        ["a", "records"],
        *BOTH,
        ["b", "open"],
        ["b", "records"],
    )

    assert not written["isKept"]
    assert len(there) == 3
    assert names_of(kept) == ["life", "memory"]
    assert names_of(database) == ["life", "memory"]
    assert after == {}


def test_saving_again_saves_what_the_tab_holds() -> None:
    """In both stores."""
    *_, kept, database = play(
        *PLAN,
        ["a", "setMemory", True],
        ["a", "write", {**TICK, "step": "mail-send"}, FIRST],
        ["a", "setMemory", False],
        *BOTH,
    )

    assert len(records_of(kept)) == len(records_of(database)) == 3


def test_what_another_page_of_the_host_empties_is_mended() -> None:
    """It is not its to empty: an open tab and the next start both put it back."""
    *_, kept, _, _, _, there = play(
        *PLAN,
        ["", "clear"],
        ["", "kept"],
        ["a", "sleep"],
        ["", "clear"],
        ["b", "open"],
        ["b", "records"],
    )

    assert len(records_of(kept)) == len(there) == 2


def test_another_page_of_the_host_does_not_turn_saving_on() -> None:
    """Emptying local storage takes the reader's wish away, but the tab remembers it."""
    *_, kept, database = play(
        *PLAN,
        ["a", "setMemory", True],
        ["", "clear"],
        ["a", "sleep"],
        ["a", "wake"],
        *BOTH,
    )

    assert records_of(kept) == records_of(database) == {}


@pytest.mark.parametrize("share", [0, 0.5])
def test_a_killed_browser_does_not_turn_saving_on(share: float) -> None:
    """A computer that was not to keep anything is left by pulling the plug."""
    *_, kept, database = play(
        *PLAN,
        ["", "flush"],
        ["a", "setMemory", True],
        ["", "crash", share],
        ["b", "open"],
        ["b", "write", TICK, FIRST],
        *BOTH,
    )

    assert records_of(kept) == records_of(database) == {}


AFTER_A_KILL: list[Act] = [
    *PLAN,
    ["", "flush"],
    ["a", "setMemory", True],
    ["", "crash", 0],
    ["", "pace", 0],
    ["b", "open"],
    ["c", "open"],
    ["", "pace", None],
    ["", "rest"],
]
"""Local storage is as it was before it was emptied; only the mirror knows of the reader's wish."""


def test_what_was_taken_off_the_computer_is_not_shown_after_a_kill() -> None:
    """Whoever sits there next must not see it."""
    *_, there, kept, database = play(*AFTER_A_KILL, ["b", "records"], *BOTH)

    assert there == {}
    assert records_of(kept) == records_of(database) == {}


def test_two_tabs_opened_after_a_kill_both_save_nothing() -> None:
    """The first to learn of the reader's wish tells local storage; the second must not miss it."""
    *_, kept, database = play(
        *AFTER_A_KILL, ["b", "write", TICK, FIRST], ["c", "write", TICK, SECOND], *BOTH
    )

    assert records_of(kept) == records_of(database) == {}


def test_saving_can_be_turned_on_again_after_a_kill() -> None:
    """Then what the tab holds is saved."""
    *_, kept, database = play(
        *AFTER_A_KILL, ["b", "write", TICK, FIRST], ["b", "setMemory", False], *BOTH
    )

    assert len(records_of(kept)) == len(records_of(database)) == 1


@pytest.mark.parametrize("fault", ["isReadOnly", "isFull"])
def test_tabs_come_to_rest_over_a_mirror_that_cannot_let_go(fault: str) -> None:
    """It still has what was deleted. No tab writes that into local storage for a moment, which
    the others would be told of, and so on for ever."""
    *_, kept = play(
        *PLAN,
        ["b", "open"],
        ["c", "open"],
        ["b", "sleep"],
        ["c", "sleep"],
        ["", "set", {"database": {fault: True}}],
        ["a", "erase", FIRST, DAY],
        ["a", "close"],
        ["b", "write", TICK, SECOND],
        ["c", "write", TICK, SECOND],
        ["", "kept"],
    )

    assert {one["interview"] for one in records_of(kept).values() if one["what"] == "tick"} == {
        SECOND
    }


def test_it_is_not_forgotten_on_a_computer_that_kept_nothing() -> None:
    """Nor if another page empties local storage meanwhile: once this one keeps things again, what a
    killed browser finds of old on its disk is still of an earlier life."""
    *_, there, kept, database = play(
        *PLAN,
        ["", "flush"],
        ["a", "eraseAll"],
        ["a", "setMemory", True],
        ["", "clear"],
        ["a", "wake"],
        ["b", "open"],
        ["b", "setMemory", False],
        ["", "crash", 0],
        ["c", "open"],
        ["c", "records"],
        *BOTH,
    )

    assert there == {}
    assert records_of(kept) == records_of(database) == {}
