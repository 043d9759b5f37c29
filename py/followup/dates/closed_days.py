"""Closed days: weekends, public holidays and ranges that the reader added, all handed in as data.

One rule moves a date: if it falls on a closed day it moves forward to the next day that is not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from followup import words
from followup.errors import SettingError

ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
FURTHEST = 10 * 366
"""Days among which an open one is looked for. As many ranges as are allowed close 1,200 days in a
row, and nothing else that closes days goes on for years."""

MOST_RANGES = 20
LONGEST_RANGE = 60
"""Days. Both limits are from the contract of the dates."""


@dataclass(frozen=True)
class ClosedRange:
    """Days, both ends included, on which the employer is closed; `label` says why."""

    first: date
    last: date
    label: str

    def __post_init__(self) -> None:
        length = (self.last - self.first).days + 1
        if length < 1:
            raise SettingError(words.plain(words.closed_reversed(self.first)))
        if length > LONGEST_RANGE:
            raise SettingError(words.plain(words.closed_too_long(LONGEST_RANGE)))


@dataclass(frozen=True)
class ClosedDays:
    """Which days are closed, and why.

    Attributes:
        weekend: numbers of the closed weekdays, Monday is 0.
        holidays: name of each public holiday of the region.
        ranges: what the reader added.

    Raises:
        SettingError: more ranges than allowed, or no weekday left open.
    """

    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    holidays: Mapping[date, str] = field(default_factory=dict)
    ranges: tuple[ClosedRange, ...] = ()

    def __post_init__(self) -> None:
        if len(self.ranges) > MOST_RANGES:
            raise SettingError(words.plain(words.too_many_closed(MOST_RANGES)))
        if len(self.weekend) > 6:
            raise SettingError("At least one day of the week must be open.")

    def reason(self, day: date) -> str | None:
        """Return why the day is closed, in a few words, or None if it is open."""
        for closed in self.ranges:
            if closed.first <= day <= closed.last:
                return closed.label
        if day in self.holidays:
            return self.holidays[day]
        return words.WEEKEND if day.weekday() in self.weekend else None

    def is_weekend(self, day: date) -> bool:
        """Return whether the day is closed for no other reason than the day of the week."""
        return self.reason(day) == words.WEEKEND


@dataclass(frozen=True)
class Moved:
    """A date after the move rule.

    Attributes:
        day: the day that is not closed.
        start: the day before moving; equal to `day` if nothing moved.
        reasons: why each run of closed days was passed over, in order, without repeats in a row.
    """

    day: date
    start: date
    reasons: tuple[str, ...] = ()


def move(day: date, closed: ClosedDays) -> Moved:
    """Return the day itself if it is open, else the next day that is.

    If none is within `FURTHEST` days, the day stays where it is: nothing tells of a better one.
    """
    reasons: list[str] = []
    for candidate in _days_from(day, ONE_DAY):
        reason = closed.reason(candidate)
        if reason is None:
            return Moved(candidate, day, tuple(reasons))
        if reasons[-1:] != [reason]:
            reasons.append(reason)
    return Moved(day, day)


def working_days_from(day: date, count: int, closed: ClosedDays) -> date:
    """Return the n-th day after `day` (before it, if `count` is negative) that is not closed.

    If there are not so many within `FURTHEST` days, it is the last that there is.
    """
    last = day
    left = abs(count)
    for candidate in _days_from(day, ONE_DAY if count > 0 else -ONE_DAY):
        if left == 0:
            break
        if candidate != day and closed.reason(candidate) is None:
            last = candidate
            left -= 1
    return last


def _days_from(day: date, step: timedelta) -> Iterator[date]:
    """Yield the day and those after it (before it), as far as a date is looked for."""
    end = date.max if step > timedelta() else date.min
    for _ in range(FURTHEST):
        yield day
        if day == end:
            return
        day += step
