"""Which interview a tab shows, and what deleting one does to the storage, with tabs side by side."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playing import (
    DAY,
    FIRST,
    SECOND,
    TICK,
    Act,
    play,
    play_all,
    record_of,
    records_of,
    unsealed,
    written_in,
)


def test_two_tabs_opened_at_once_agree_before_anything_is_written() -> None:
    """Though each made an id of its own: the last one put into storage counts for both."""
    *_, early, _, after, there, texts = play(
        ["a", "open"],
        ["b", "open"],
        ["a", "interview"],
        ["b", "interview"],
        ["", "put", "interview", SECOND],
        ["a", "interview"],
        ["a", "write", TICK],
        ["a", "interview"],
        ["b", "interview"],
        ["", "texts"],
    )

    assert early == after == there == SECOND
    assert [record["interview"] for record in records_of(texts).values()] == [SECOND]


def test_a_tab_keeps_its_interview_when_another_tab_switches() -> None:
    """Also over a reload; and what it writes goes where it looks."""
    *_, here, there, _, again, texts = play(
        written_in(FIRST),
        ["a", "open"],
        ["b", "open"],
        ["a", "interview"],
        ["b", "switchTo", SECOND],
        ["a", "write", TICK],
        ["a", "interview"],
        ["b", "interview"],
        ["a", "open"],
        ["a", "interview"],
        ["", "texts"],
    )

    assert here == again == FIRST
    assert there == SECOND
    assert {record["interview"] for record in records_of(texts).values()} == {FIRST}


def test_a_new_tab_shows_what_was_chosen_last() -> None:
    """In whichever tab."""
    *_, shown = play(
        written_in(FIRST),
        ["a", "open"],
        ["a", "switchTo", SECOND],
        ["b", "open"],
        ["b", "interview"],
    )

    assert shown == SECOND


def test_without_a_choice_the_earliest_record_decides() -> None:
    """What belongs to all interviews is none of them."""
    *_, shown = play(
        written_in("all", "1.x.1"),
        written_in(FIRST, "2.x.1"),
        written_in(SECOND, "3.x.1"),
        ["a", "open"],
        ["a", "interview"],
    )

    assert shown == FIRST


def test_nonsense_in_storage_is_no_interview() -> None:
    """Nor is the word for all of them."""
    for nonsense in ("all", "<b>", "", "a" * 33):
        *_, shown = play(["", "put", "interview", nonsense], ["a", "open"], ["a", "interview"])
        assert shown != nonsense
        assert len(shown) == 12


def test_a_record_can_belong_to_another_interview_or_to_all() -> None:
    """A setting made in a tab that shows one interview."""
    *_, texts = play(
        ["a", "open"],
        ["a", "switchTo", FIRST],
        ["a", "write", TICK, SECOND],
        ["a", "write", TICK, "all"],
        ["a", "write", TICK],
        ["", "texts"],
    )

    assert [record["interview"] for record in records_of(texts).values()] == [SECOND, "all", FIRST]


def test_a_deleted_interview_leaves_one_record_that_says_so() -> None:
    """Records of others stay, and the last views, which tell of it, go."""
    *_, deleted, shown, erased, texts = play(
        written_in(FIRST, "3.x.1"),
        written_in(SECOND, "4.x.1"),
        ["", "put", "r.6.x.1", json.dumps({"interview": FIRST, "text": "x" * 5_000})],
        ["", "put", "r.7.x.1", "unreadable"],
        ["", "put", "shown", "Ms Lee"],
        ["a", "open"],
        ["a", "switchTo", FIRST],
        ["a", "erase", FIRST, DAY],
        ["a", "interview"],
        ["a", "canBringBack"],
        ["", "kept"],
    )
    records = records_of(texts)

    assert deleted["isKept"]
    assert shown == SECOND
    assert erased == [FIRST]
    assert sorted(records) == ["4.x.1", deleted["key"]]
    assert texts["q.r.7.x.1"] == "unreadable"
    assert records[deleted["key"]] == {
        "format": 2,
        "interview": FIRST,
        "what": "deleted",
        "written": DAY,
        "on": True,
    }
    assert not any("Lee" in text for text in texts.values())


def test_a_tab_whose_interview_another_tab_deleted_goes_to_another_one() -> None:
    """To that of the newest record; to a new one when none is left."""
    *_, other, _, _, new, again = play(
        written_in(FIRST, "3.x.1"),
        written_in(SECOND, "4.x.1"),
        ["a", "open"],
        ["b", "open"],
        ["a", "switchTo", FIRST],
        ["a", "interview"],
        ["b", "erase", FIRST, DAY],
        ["a", "interview"],
        ["b", "erase", SECOND, DAY],
        ["a", "canBringBack"],
        ["a", "interview"],
        ["a", "interview"],
    )

    assert other == SECOND
    assert new == again
    assert new not in {FIRST, SECOND}


def test_a_deleted_interview_comes_back_byte_for_byte() -> None:
    """Whatever was in it, and however often."""
    collected: list[dict[str, str]] = []
    texts = st.one_of(
        st.sampled_from((FIRST, FIRST, SECOND, "all")).map(
            lambda interview: json.dumps({"interview": interview, **TICK}, indent=1)
        ),
        st.text(max_size=5),
    )
    keys = st.builds(
        "r.{}.{}.{}".format, st.integers(0, 12), st.sampled_from("ab"), st.integers(0, 2)
    )

    @settings(
        max_examples=100,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(keys, texts, max_size=8))
    def collect(records: dict[str, str]) -> None:
        collected.append(records)

    collect()
    there_and_back: list[Act] = [["a", "erase", FIRST, DAY], ["a", "bringBack", FIRST, DAY]]
    plays = [
        [
            *(["", "putSealed", key, text] for key, text in records.items()),
            ["a", "open"],
            ["a", "switchTo", SECOND],
            *there_and_back,
            *there_and_back,
            ["a", "interview"],
            ["a", "canBringBack"],
            ["", "kept"],
        ]
        for records in collected
    ]

    for records, given_back in zip(collected, play_all(plays), strict=True):
        *_, shown, erased, after = (one.gave for one in given_back)
        kept = {name: unsealed(text) for name, text in after.items()}
        assert shown == FIRST
        assert erased == []
        assert records.items() <= kept.items()
        names = [name for name, text in kept.items() if '"what":"deleted"' in text]
        marks = sorted(names, key=lambda name: int(name.split(".")[1]))
        assert [json.loads(kept[name])["on"] for name in marks] == [True, False, True, False]


def test_what_a_full_storage_refused_is_deleted_and_brought_back_too() -> None:
    """Deleting makes room, so the record that says so is kept after all."""
    *_, refused, _, deleted, _, back, texts = play(
        ["a", "open"],
        ["a", "switchTo", FIRST],
        ["", "set", {"local": {"isFull": True}}],
        ["a", "write", TICK],
        ["", "set", {"local": {"isFull": False}}],
        ["a", "erase", FIRST, DAY],
        ["", "texts"],
        ["a", "bringBack", FIRST, DAY],
        ["", "texts"],
    )

    assert not refused["isKept"]
    assert deleted["isKept"]
    assert back["isKept"]
    assert refused["key"] in records_of(texts)


def test_a_text_that_is_too_long_is_no_record() -> None:
    """It is not kept at all, and the caller learns of it."""
    *_, given_back, texts = play(
        ["a", "open"],
        ["a", "write", {"what": "text", "name": "note", "text": "x" * 5_000, "written": DAY}],
        ["", "texts"],
    )

    assert given_back is None
    assert records_of(texts) == {}


def test_what_is_written_after_a_forged_clock_still_wins() -> None:
    """A clock that no key can hold makes no record; those at the end are set back, in their order,
    also if the name of the forger's tab would win over that of ours."""
    *_, written, texts, kept = play(
        written_in(FIRST, "999999999999999.x.1"),
        written_in(FIRST, "999999998.zzzzzzzzzzzzzzzz.1"),
        written_in(FIRST, "999999999.zzzzzzzzzzzzzzzz.999999999"),
        written_in(FIRST, "7.x.1"),
        ["a", "open"],
        ["a", "write", TICK],
        ["a", "records"],
        ["", "kept"],
    )

    set_back = {"7.x.1", "8.zzzzzzzzzzzzzzzz.1", "9.zzzzzzzzzzzzzzzz.999999999"}
    assert written["key"].startswith("10.")
    assert written["isKept"]
    assert set(texts) == {*set_back, written["key"]} <= set(records_of(kept))


def test_a_forged_clock_in_a_snapshot_is_set_back_too() -> None:
    """The snapshot is opened, as its texts never change; nothing of it is lost."""
    far, near = record_of(FIRST, round=1), record_of(FIRST, round=2)
    inside = {"snapshot": 1, "records": {"3.b.1": near, "999999999.b.2": far}}
    *_, written, texts, database = play(
        ["", "putSealed", f"s.{FIRST}.1", json.dumps(inside, separators=(",", ":"))],
        ["a", "open"],
        ["", "rest"],
        ["a", "write", TICK],
        ["a", "records"],
        ["", "database"],
    )

    assert texts == {"3.b.1": near, "4.b.2": far, written["key"]: texts[written["key"]]}
    assert written["key"].startswith("5.")
    assert not [name for name in database if name.startswith("s.")]


def test_what_was_added_and_set_back_can_be_undone() -> None:
    """Under the keys that it has now."""
    *_, added, undone = play(
        written_in(FIRST, "7.x.1"),
        ["", "bundle", "far", {"999999999.z.1": record_of(SECOND)}],
        ["a", "open"],
        ["", "rest"],
        ["a", "merge", "far", [], DAY],
        ["a", "write", TICK, FIRST],
        ["a", "records"],
        ["a", "undo"],
        ["", "rest"],
        ["a", "records"],
    )[-4::3]

    assert {key.split(".")[1] for key in added} >= {"x", "z"}
    assert {key.split(".")[1] for key in undone} & {"x", "z"} == {"x"}
    assert len(undone) == 2


ANSWERS = [{"what": "answer", "question": name, "written": DAY} for name in ("interview", "decision")]  # fmt: skip


def test_what_was_written_as_one_act_is_taken_back_by_one_undo() -> None:
    """Records written before stay, of the same interview too."""
    *_, kind, _, _, left, after = play(
        ["a", "open"],
        ["", "rest"],
        ["a", "write", TICK, FIRST],
        ["a", "writeTogether", ANSWERS, FIRST],
        ["a", "undoKind"],
        ["a", "undo"],
        ["", "rest"],
        ["a", "records"],
        ["a", "undoKind"],
    )

    assert kind == "together"
    assert [json.loads(text)["what"] for text in left.values()] == ["tick"]
    assert after == ""


def test_one_act_is_not_taken_back_once_something_else_was_done() -> None:
    """In this tab or in another: what came later may lean on it."""
    *_, kind, undone, _, there = play(
        ["a", "open"],
        ["", "rest"],
        ["a", "writeTogether", ANSWERS, FIRST],
        ["b", "open"],
        ["", "rest"],
        ["b", "write", TICK, FIRST],
        ["a", "undoKind"],
        ["a", "undo"],
        ["", "rest"],
        ["a", "records"],
    )

    assert (kind, undone) == ("", None)
    assert len(there) == 3


def test_one_act_can_be_taken_back_after_the_page_was_loaded_again() -> None:
    """And by the tab that did it alone."""
    *_, other, mine = play(
        ["a", "open"],
        ["", "rest"],
        ["a", "writeTogether", ANSWERS, FIRST],
        ["", "rest"],
        ["b", "open"],
        ["", "rest"],
        ["a", "close"],
        ["a", "open"],
        ["", "rest"],
        ["b", "undoKind"],
        ["a", "undoKind"],
    )

    assert (other, mine) == ("", "together")
