"""Civil dates: days without a time or a zone. Reads what a person typed and checks ISO texts.

Nothing here reads a clock: today is always handed in.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from followup import words
from followup.dates.numerals import bare
from followup.dates.rules import EARLIEST, LATEST, YEARS_AHEAD, YEARS_BACK
from followup.dates.whole_date import DAY, YEAR, Reading, is_several, month_number, readings
from followup.words import Sentence

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DAY_FIRST, MONTH_FIRST = "day", "month"


@dataclass(frozen=True)
class Typed:
    """A date as typed in three boxes, exactly as it stands there.

    Attributes:
        first: what comes first in a whole date of numbers in one of the boxes, `DAY_FIRST` or
            `MONTH_FIRST`; settled when it was typed, and empty where it was not.
    """

    day: str = ""
    month: str = ""
    year: str = ""
    first: str = ""

    def boxes(self) -> dict[str, str]:
        """Return what stands in each box, by its name."""
        return {"day": self.day, "month": self.month, "year": self.year}

    def missing(self) -> tuple[str, ...]:
        """Return the names of the boxes that are empty."""
        return tuple(name for name, text in self.boxes().items() if not text.strip())

    def is_blank(self) -> bool:
        """Return whether all three boxes are empty."""
        return len(self.missing()) == 3

    def lacks_year(self) -> bool:
        """Return whether the year alone is left out. It is then the one nearest to the day on
        which the date was typed."""
        return self.missing() == ("year",)


@dataclass(frozen=True)
class Problem:
    """Why an answer is refused: the sentence to show beside it, and the boxes to look at."""

    sentence: Sentence
    boxes: tuple[str, ...] = ("day", "month", "year")


def from_iso(text: str) -> date:
    """Return the day written as YYYY-MM-DD.

    `date.fromisoformat` alone would also take week dates and dates without hyphens.

    Raises:
        ValueError: the text is not of that form, or there is no such day.
    """
    if not ISO_DAY.fullmatch(text):
        raise ValueError(f"not a day of the form YYYY-MM-DD: {text!r}")
    return date.fromisoformat(text)


def from_clock(text: str) -> date:
    """Return the day written as YYYY-MM-DD that some clock gave: at the nearest bound, if it lies
    outside `EARLIEST` and `LATEST`.

    A device may say 1970 or 9999. What was written on it counts all the same, and no date that is
    reckoned from such a day can run out of the calendar.

    Raises:
        ValueError: as `from_iso`.
    """
    return min(max(from_iso(text), EARLIEST), LATEST)


def is_believed(today: date) -> bool:
    """Return whether a day is one that a clock which is right can give: none at the bounds, where
    `from_clock` puts all that lie outside."""
    return EARLIEST < today < LATEST


def read(typed: Typed, name: str, today: date) -> date | Problem | None:
    """Return the day that was typed, None if nothing was, or the reason why it is refused.

    Args:
        typed: the three boxes. A year that is left out is the one in which the day lies nearest to
            `today`.
        name: what the date is called in a sentence, such as "interview date".
        today: the reader's own day when it was typed.
    """
    if typed.is_blank():
        return None
    if any(map(is_several, typed.boxes().values())):
        return _refused_whole(typed, name) or _read_boxes(spread(typed), name, today)
    return _read_boxes(typed, name, today)


def spread(typed: Typed) -> Typed:
    """Return a whole date that stands in one box, or over them all, parted into its three boxes;
    anything else as it is."""
    found = _settled(typed)
    if len(found) != 1 or found[0].other_day():
        return typed
    return Typed(found[0].day, found[0].month, found[0].year)


def with_year(typed: Typed, day: date | None) -> Typed:
    """Return what was typed with the year of the day that was read from it, if it was left out."""
    return replace(typed, year=str(day.year)) if day and typed.lacks_year() else typed


def order_taken(typed: Typed) -> str:
    """Return `DAY_FIRST` or `MONTH_FIRST` if that alone settled which day was typed, else ""."""
    return typed.first if len(_readings(typed)) > len(_settled(typed)) else ""


def _readings(typed: Typed) -> tuple[Reading, ...]:
    """Return the ways to read the boxes as a whole date: one of them, else all as one text."""
    boxes = list(typed.boxes().values())
    if not any(map(is_several, boxes)):
        return ()
    whole = [found for box in boxes if (found := readings(box))]
    if whole:
        return whole[0] if len(whole) == 1 else ()
    return readings(" ".join(boxes))


def _settled(typed: Typed) -> tuple[Reading, ...]:
    """Return the ways that are left once it is settled which number comes first."""
    found = _readings(typed)
    if len(found) < 2 or typed.first not in (DAY_FIRST, MONTH_FIRST):
        return found
    return found[:1] if typed.first == DAY_FIRST else found[1:]


def _refused_whole(typed: Typed, name: str) -> Problem | None:
    """Return why a whole date, or what stands in its place, cannot be taken."""
    several = tuple(box for box, text in typed.boxes().items() if is_several(text))
    found = _settled(typed)
    if not found:
        return Problem(words.date_unreadable(name), several)
    if len(found) > 1:
        return Problem(words.date_in_two_ways(name), several)
    day, weekday = found[0].other_day(), found[0].weekday
    if day is None or weekday is None:
        return None
    return Problem(words.other_weekday(name, day, weekday), several)


def _read_boxes(typed: Typed, name: str, today: date) -> date | Problem:
    missing = tuple(box for box in typed.missing() if box != "year")
    if missing:
        return Problem(words.date_incomplete(name, missing), missing)
    day, month = _day(typed.day), month_number(bare(typed.month))
    if day is None:
        return Problem(words.day_unreadable(name), ("day",))
    if month is None:
        return Problem(words.month_unreadable(name), ("month",))
    year = _nearest_year(day, month, today) if typed.lacks_year() else _year(typed.year)
    if year is None:
        return Problem(words.year_unreadable(name), ("year",))
    first, last = today.year - YEARS_BACK, today.year + YEARS_AHEAD
    if not first <= year <= last:
        return Problem(words.year_out_of_range(name, first, last), ("year",))
    try:
        return date(year, month, day)
    except ValueError:
        return Problem(words.no_such_day(name, day, month, year), ("day", "month"))


def _day(text: str) -> int | None:
    match = DAY.fullmatch(bare(text))
    return int(match[1]) if match else None


def _nearest_year(day: int, month: int, today: date) -> int:
    """Return the year in which a day and month lie nearest to today, the later one if two do."""
    found = []
    for year in (today.year + 1, today.year, today.year - 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue  # 29 February, or a day that no year has
    return min(found, key=lambda one: abs((one - today).days), default=today).year


def _year(text: str) -> int | None:
    digits = bare(text)
    return int(digits) if YEAR.fullmatch(digits) else None
