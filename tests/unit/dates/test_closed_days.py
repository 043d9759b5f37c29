"""Closed days and the one rule that moves a date."""

from datetime import date

import pytest

from followup.dates.closed_days import ClosedDays, ClosedRange, move, working_days_from
from followup.errors import SettingError

CHRISTMAS = ClosedDays(
    holidays={date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute)"}
)


def test_an_open_day_stays() -> None:
    """Nothing moves without a reason."""
    moved = move(date(2026, 12, 1), ClosedDays())

    assert date(2026, 12, 1) == moved.day == moved.start
    assert moved.reasons == ()


def test_a_closed_day_moves_forward_and_says_why() -> None:
    """Every run of closed days that is passed over is named once."""
    moved = move(date(2026, 12, 25), CHRISTMAS)

    assert date(2026, 12, 29) == moved.day
    assert date(2026, 12, 25) == moved.start
    assert moved.reasons == ("Christmas Day", "weekend", "Boxing Day (substitute)")


def test_a_range_of_the_reader_is_closed_at_both_ends() -> None:
    """The first and the last day belong to it."""
    closed = ClosedDays(ranges=(ClosedRange(date(2026, 12, 24), date(2027, 1, 1), "Closed"),))

    assert closed.reason(date(2026, 12, 24)) == "Closed"
    assert closed.reason(date(2027, 1, 1)) == "Closed"
    assert move(date(2026, 12, 24), closed).day == date(2027, 1, 4)


def test_another_weekend() -> None:
    """Friday and Saturday closed, Sunday open."""
    assert move(date(2026, 12, 4), ClosedDays(weekend=frozenset({4, 5}))).day == date(2026, 12, 6)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 12, 1), 3, date(2026, 12, 4)),
        (date(2026, 12, 4), 1, date(2026, 12, 7)),
        (date(2026, 12, 5), 3, date(2026, 12, 9)),
        (date(2026, 11, 24), -2, date(2026, 11, 20)),
        (date(2026, 12, 5), 0, date(2026, 12, 5)),
    ],
)
def test_the_nth_working_day(start: date, count: int, expected: date) -> None:
    """The n-th day after (or before) that is not closed; from a Saturday, Monday is the first."""
    assert expected == working_days_from(start, count, ClosedDays())


def test_too_many_or_too_long_ranges_are_refused() -> None:
    """At most 20 ranges of at most 60 days, and one weekday must stay open."""
    day = date(2026, 12, 24)
    one = ClosedRange(day, day, "Closed")

    with pytest.raises(SettingError, match="at most 20"):
        ClosedDays(ranges=(one,) * 21)
    with pytest.raises(SettingError, match="at most 60 days"):
        ClosedRange(day, date(2027, 2, 22), "Closed")
    with pytest.raises(SettingError, match="before the first"):
        ClosedRange(day, date(2026, 12, 23), "Closed")
    with pytest.raises(SettingError, match="one day of the week"):
        ClosedDays(weekend=frozenset(range(7)))

    assert ClosedRange(day, date(2027, 2, 21), "Closed").last == date(2027, 2, 21)
