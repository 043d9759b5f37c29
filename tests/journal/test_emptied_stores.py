"""A store that is emptied or fails under an open tab is filled from the other; two that are stay empty."""

import pytest
from playing import DAY, FIRST, SECOND, TICK, Act, play, record_of, records_of

PLAN: list[Act] = [["a", "open"], ["a", "write", TICK, FIRST], ["a", "write", TICK, SECOND]]
BOTH: list[Act] = [["", "kept"], ["", "database"]]
UNTICK = {**TICK, "on": False}
MORE = {**TICK, "step": "mail-send"}
FULL: Act = ["", "set", {"local": {"isFull": True}}]
DENIED: Act = ["", "set", {"local": {"isDenied": True}}]


def ticks(texts: dict[str, str]) -> list[tuple[str, str, bool]]:
    """Return what the records of a store tick, the oldest first."""
    records = sorted(records_of(texts).items(), key=lambda its: int(its[0].split(".")[0]))
    return [(one["interview"], one["step"], one["on"]) for _, one in records]


def shown(records: dict[str, str]) -> list[tuple[str, str, bool]]:
    """Return what the records that a tab shows tick, the oldest first."""
    return ticks({f"r.{key}": f"{text}#" for key, text in records.items()})


PLANNED = [(FIRST, "meet-names", True), (SECOND, "meet-names", True)]
ADDED = [*PLANNED, (FIRST, "mail-send", True)]


def test_a_database_that_was_deleted_is_filled_before_anything_is_called_durable() -> None:
    """From local storage, in the same step as the change."""
    *_, written, kept, database = play(
        *PLAN,
        ["", "clearDatabase"],
        ["", "pace", 3],
        ["a", "write", MORE, FIRST],
        *BOTH,
    )

    assert written["isKept"]
    assert ticks(kept) == ticks(database) == ADDED


def test_what_is_written_after_local_storage_was_emptied_wins() -> None:
    """Its clock is higher than any that this tab has seen, whatever is left to be read."""
    *_, kept, database, _, there = play(
        *PLAN,
        ["", "clearIn", "a"],
        ["a", "write", UNTICK, FIRST],
        *BOTH,
        ["b", "open"],
        ["b", "records"],
    )

    assert ticks(kept) == ticks(database) == [*PLANNED, (FIRST, "meet-names", False)]
    assert shown(there) == ticks(kept)


@pytest.mark.parametrize("how", [["", "clearIn", "a"], ["", "clear"]])
@pytest.mark.parametrize("next_act", [["a", "sleep"], ["a", "write", MORE, FIRST]])
def test_where_both_were_emptied_nothing_is_written_back(how: Act, next_act: Act) -> None:
    """Erasing is real. What was done since is kept, and the rest can be put back."""
    *_, can, there, kept, database, is_back, kept_later, database_later = play(
        *PLAN,
        ["", "clearDatabase"],
        how,
        next_act,
        ["a", "wake"],
        ["a", "canPutBack"],
        ["a", "records"],
        *BOTH,
        ["a", "putBack"],
        *BOTH,
    )

    since = [(FIRST, "mail-send", True)] if next_act[1] == "write" else []
    assert can
    assert is_back is None  # it takes until the mirror has answered
    assert shown(there) == ticks(kept) == ticks(database) == since
    assert ticks(kept_later) == ticks(database_later) == [*PLANNED, *since]


def test_what_was_deleted_before_is_not_put_back() -> None:
    """The note that says so is put back with the rest."""
    *_, kept, database = play(
        *PLAN,
        ["a", "erase", SECOND, DAY],
        ["", "clearDatabase"],
        ["", "clear"],
        ["a", "putBack"],
        *BOTH,
    )

    for texts in (kept, database):
        whats = sorted((one["interview"], one["what"]) for one in records_of(texts).values())
        assert whats == [(FIRST, "tick"), (SECOND, "deleted")]


def test_delete_everything_takes_the_offer_away() -> None:
    """What could be put back goes with it."""
    *_, can, kept, database = play(
        *PLAN,
        ["", "clearDatabase"],
        ["", "clear"],
        ["a", "eraseAll"],
        ["a", "canPutBack"],
        *BOTH,
    )

    assert not can
    assert sorted(kept) == sorted(database) == ["life"]


@pytest.mark.parametrize("fault", [FULL, DENIED], ids=["full", "denied"])
def test_a_new_tab_shows_the_plan_of_the_mirror(fault: Act) -> None:
    """Although local storage takes nothing: no id made up meanwhile hides the interview."""
    *_, made_up, interview, there, written, is_mirrored, database = play(
        ["a", "open"],
        ["a", "write", TICK, FIRST],
        ["", "rest"],
        ["a", "close"],
        ["", "clear"],
        fault,
        ["", "pace", 0],
        ["b", "open"],
        ["b", "interview"],
        ["", "pace", None],
        ["", "rest"],
        ["b", "interview"],
        ["b", "records"],
        ["b", "write", MORE],
        ["b", "isMirrored"],
        ["", "database"],
    )  # fmt: skip

    del made_up
    assert interview == FIRST
    assert shown(there) == [(FIRST, "meet-names", True)]
    assert not written["isKept"]
    assert is_mirrored
    assert ticks(database) == [(FIRST, "meet-names", True), (FIRST, "mail-send", True)]


def test_the_mirror_alone_that_is_deleted_under_a_tab_is_not_filled_from_its_memory() -> None:
    """With local storage full, it was the only store: that it is empty is the reader's wish."""
    *_, can, database, _, later = play(
        FULL,
        *PLAN,
        ["", "clearDatabase"],
        ["a", "write", MORE, FIRST],
        ["a", "canPutBack"],
        ["", "database"],
        ["a", "putBack"],
        ["", "database"],
    )

    assert can
    assert ticks(database) == [(FIRST, "mail-send", True)]
    assert ticks(later) == ADDED


@pytest.mark.parametrize("fault", ["isReadOnly", "isFull"])
def test_a_mirror_that_takes_nothing_is_not_called_one(fault: str) -> None:
    """And as soon as it takes something again, it has all that it had missed."""
    *_, before, _, _, at_fault, _, _, after, kept, database = play(
        *PLAN,
        ["a", "isMirrored"],
        ["", "set", {"database": {fault: True}}],
        ["a", "write", UNTICK, FIRST],
        ["a", "isMirrored"],
        ["", "set", {"database": {fault: False}}],
        ["a", "write", MORE, FIRST],
        ["a", "isMirrored"],
        *BOTH,
    )

    assert (before, at_fault, after) == (True, False, True)
    assert ticks(kept) == ticks(database)
    assert len(ticks(database)) == 4


def test_what_the_mirror_could_not_drop_goes_with_the_next_change() -> None:
    """A deletion that it had refused is made up for, and brings nothing back."""
    *_, kept, database = play(
        *PLAN,
        ["", "set", {"database": {"isReadOnly": True}}],
        ["a", "erase", FIRST, DAY],
        ["", "set", {"database": {"isReadOnly": False}}],
        ["a", "write", MORE, SECOND],
        *BOTH,
    )

    for texts in (kept, database):
        whats = sorted((one["interview"], one["what"]) for one in records_of(texts).values())
        assert whats == [(FIRST, "deleted"), (SECOND, "tick"), (SECOND, "tick")]


@pytest.mark.parametrize("name", ["life", "memory", "interview", "r.5.other.1"])
def test_a_key_that_local_storage_does_not_give_costs_nothing_else(name: str) -> None:
    """Reading and writing it throws, for whatever reason; the others are read one by one."""
    *_, there, written, _, later = play(
        ["", "putSealed", "r.5.other.1", record_of(FIRST)],
        ["", "putSealed", "r.6.other.1", record_of(SECOND)],
        ["a", "open"],
        ["", "rest"],
        ["", "set", {"local": {"deniedKey": f"followup./careers/.{name}"}}],
        ["b", "open"],
        ["b", "records"],
        ["b", "write", MORE, FIRST],
        ["c", "open"],
        ["c", "records"],
    )

    assert shown(there) == [(FIRST, "meet-names", True), (SECOND, "meet-names", True)]
    assert written["isKept"] or name == "life"
    assert len(shown(later)) == 3


def test_a_text_that_the_database_cannot_read_back_takes_no_other_with_it() -> None:
    """Reading all at once fails then, so they are read one by one."""
    *_, there, is_mirrored, database = play(
        ["", "putSealed", "r.5.other.1", record_of(FIRST)],
        ["", "putSealed", "r.6.other.1", record_of(SECOND)],
        ["a", "open"],
        ["", "rest"],
        ["a", "close"],
        ["", "clear"],
        ["", "set", {"database": {"unreadable": "r.5.other.1"}}],
        ["b", "open"],
        ["b", "records"],
        ["b", "isMirrored"],
        ["", "database"],
    )

    assert shown(there) == [(SECOND, "meet-names", True)]
    assert is_mirrored
    assert len(ticks(database)) == 2


def test_a_tab_that_slept_while_all_was_deleted_keeps_nothing_of_it_after_a_clearing() -> None:
    """Local storage cannot tell it any more that its plan is over; the mirror can."""
    *_, is_past, kept, database = play(
        *PLAN,
        ["b", "open"],
        ["b", "sleep"],
        ["a", "eraseAll"],
        ["a", "close"],
        ["", "clear"],
        ["b", "write", TICK, FIRST],
        ["b", "isPast"],
        *BOTH,
    )

    assert is_past
    assert records_of(kept) == records_of(database) == {}
