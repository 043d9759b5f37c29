"""Civil dates: days without a time or a zone. Reads what a person typed and checks ISO texts.

Nothing here reads a clock: today is always handed in.
"""

import re
from dataclasses import dataclass
from datetime import date

from followup import words
from followup.dates.rules import EARLIEST, LATEST, YEARS_AHEAD, YEARS_BACK
from followup.words import Sentence

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII | re.IGNORECASE)
NUMBER = re.compile(r"\d{1,2}", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
SHORTEST_MONTH_NAME = 3


@dataclass(frozen=True)
class Typed:
    """A date as typed in three boxes, exactly as it stands there."""

    day: str = ""
    month: str = ""
    year: str = ""

    def missing(self) -> tuple[str, ...]:
        """Return the names of the boxes that are empty."""
        boxes = {"day": self.day, "month": self.month, "year": self.year}
        return tuple(name for name, text in boxes.items() if not text.strip())

    def is_blank(self) -> bool:
        """Return whether all three boxes are empty."""
        return len(self.missing()) == 3


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
        typed: the three boxes.
        name: what the date is called in a sentence, such as "interview date".
        today: the reader's own day.
    """
    missing = typed.missing()
    if len(missing) == 3:
        return None
    if missing:
        return Problem(words.date_incomplete(name, missing), missing)
    day, month, year = _day(typed.day), _month(typed.month), _year(typed.year)
    if day is None:
        return Problem(words.day_unreadable(name), ("day",))
    if month is None:
        return Problem(words.month_unreadable(name), ("month",))
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
    match = DAY.fullmatch(text.strip())
    return int(match[1]) if match else None


def _month(text: str) -> int | None:
    """Return the number of the month typed as 1 to 12, as a name, or as the start of a name."""
    given = text.strip().rstrip(".").casefold()
    if NUMBER.fullmatch(given):
        return int(given) if 1 <= int(given) <= 12 else None
    if len(given) < SHORTEST_MONTH_NAME:
        return None
    given = "sep" if given == "sept" else given
    found = [n for n, name in enumerate(words.MONTHS, 1) if name.casefold().startswith(given)]
    return found[0] if len(found) == 1 else None


def _year(text: str) -> int | None:
    return int(text.strip()) if YEAR.fullmatch(text.strip()) else None
