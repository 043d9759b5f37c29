"""The fold: order-free, idempotent, the latest wins, interviews do not mix."""

from datetime import date
from itertools import permutations

from followup.dates.civil_date import Typed
from followup.records.fold import fold
from followup.records.record import (
    Answered,
    Deleted,
    Entered,
    Event,
    Exported,
    Record,
    Stamp,
    Ticked,
)
from followup.records.state import State

TODAY = date(2026, 11, 24)


def record(clock: int, event: Event, tab: str = "a", interview: str = "i1") -> Record:
    """Return a record of a clock and a tab."""
    return Record(Stamp(clock, tab, 0), interview, TODAY, event)


RECORDS = [
    record(1, Ticked("meet-names", 0, on=True)),
    record(2, Ticked("meet-names", 0, on=False)),
    record(2, Ticked("meet-names", 0, on=True), tab="b"),
    record(3, Answered("interview", Typed("24", "11", "2026"))),
    record(3, Ticked("meet-names", 0, on=False), interview="i2"),
]


def test_any_order_any_portions_and_twice_give_the_same() -> None:
    """Saving, two tabs and merging are a union of records."""
    whole = fold(State(), RECORDS)

    for order in permutations(RECORDS):
        assert fold(fold(State(), order[:2]), order[1:]) == whole
    assert fold(whole, RECORDS) == whole


def test_the_latest_wins_and_interviews_do_not_mix() -> None:
    """On one clock the tab decides, the same in every browser."""
    state = fold(State(), RECORDS)
    first, second = state.tick("i1", "meet-names", 0), state.tick("i2", "meet-names", 0)

    assert first
    assert second
    assert first.event == Ticked("meet-names", 0, on=True)
    assert second.event == Ticked("meet-names", 0, on=False)


def test_two_records_with_one_stamp_fold_the_same_in_any_order() -> None:
    """Only a forged record can do that; it must not make two browsers differ."""
    twins = [record(1, Ticked("meet-names", 0, on=on)) for on in (True, False)]

    assert fold(State(), twins) == fold(State(), twins[::-1])


def test_the_day_of_the_first_answer_is_remembered() -> None:
    """It tells which steps were over before the interview was entered (rule 9)."""
    later = Record(Stamp(9, "a", 0), "i1", date(2026, 12, 1), Answered("interview", Typed()))

    assert fold(State(), [later, *RECORDS]).entered == {"i1": TODAY}


def test_a_merge_brings_no_deleted_interview_back() -> None:
    """Another browser wrote about it later, and did not know."""
    here = fold(State(), [*RECORDS, record(4, Deleted(on=True))])
    elsewhere = [record(9, Ticked("meet-names", 0, on=True), tab="b")]

    assert fold(here, elsewhere).interviews() == ["i2"]
    assert fold(here, [record(10, Deleted(on=False)), *elsewhere]).interviews() == ["i1", "i2"]


def test_an_entry_keeps_the_place_of_its_first_and_nothing_else_has_one() -> None:
    """So that the records that matter give the very same state as all of them."""
    entries = [record(clock, Entered("contact", "e1", (), ())) for clock in (3, 7, 5)]
    ticks = [record(clock, Ticked("meet-names", 0, on=True)) for clock in (2, 9)]
    facts = fold(State(), [*entries, *ticks]).facts["i1"]

    assert (facts["entry", "e1"].stamp.clock, facts["entry", "e1"].since.clock) == (7, 3)
    assert (facts["tick", "meet-names", "0"].stamp, facts["tick", "meet-names", "0"].since) == (Stamp(9, "a", 0), Stamp(9, "a", 0))  # fmt: skip


def test_what_was_exported_last_is_known_by_name() -> None:
    """Until it is taken back."""
    day = date(2026, 12, 1)
    exports = [
        record(1, Exported("calendar-first-0", TODAY, on=True)),
        record(2, Exported("calendar-first-0", day, on=True)),
        record(3, Exported("backup", None, on=True), interview="all"),
    ]
    state = fold(State(), exports)

    assert state.exported("i1", "calendar-first-0") == Exported("calendar-first-0", day, on=True)
    assert state.exported("all", "backup")
    assert state.exported("i1", "calendar-later-1") is None
    back = fold(state, [record(4, Exported("calendar-first-0", None, on=False))])
    assert back.exported("i1", "calendar-first-0") is None
