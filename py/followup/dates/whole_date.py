"""Whole dates: one text with a day, a month and a year in it, parted into the three.

Nothing is guessed here: a date of numbers can be read in two ways, and then both are returned.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from followup import words
from followup.dates.numerals import plain

WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+")
"""A number, perhaps with its ordinal ending, or letters. All else only parts them."""

DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII | re.IGNORECASE)
NUMBER = re.compile(r"\d{1,2}", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
SHORTEST_NAME = 3
FILLERS = frozenset({"the", "of", *"年月日년월일"})
"""What says no more than its place does, as in "the 24th of November" and "2026年11月24日"."""

LONGEST = 80
"""Characters in which a date is looked for: twice as many as one in full, with marks, has."""


@dataclass(frozen=True)
class Reading:
    """One way to read a text as a date: what belongs into each box.

    Attributes:
        weekday: the day of the week that stands there too, Monday is 0; None if none does.
    """

    day: str
    month: str
    year: str
    weekday: int | None = None

    def other_day(self) -> date | None:
        """Return the day that this is, if the weekday beside it is another; else None."""
        try:
            day = date(int(self.year), month_number(self.month) or 0, int(self.day))
        except ValueError:
            return None
        return None if self.weekday in (None, day.weekday()) else day


def is_several(text: str) -> bool:
    """Return whether a text has more in it than one number or one word."""
    if text.isdecimal() or not text:
        return False  # As nearly all are.
    return len(text) > LONGEST or len(_words_in(text)) > 1


def month_number(text: str) -> int | None:
    """Return the number of the month given as 1 to 12, as a name, or as the start of a name."""
    given = text.casefold()
    if NUMBER.fullmatch(given):
        return int(given) if 1 <= int(given) <= 12 else None
    place = _place("sep" if given == "sept" else given, words.MONTHS)
    return None if place is None else place + 1


def readings(text: str) -> tuple[Reading, ...]:
    """Return every way to read a text as one whole date: none, one, or two, the day first and the
    month first, in this order.

    Only a year of 4 digits is read. A weekday settles which of two it is, if it fits just one.
    """
    found = [] if len(text) > LONGEST else _words_in(text)
    weekdays = [place for word in found if (place := _place(word, words.WEEKDAYS)) is not None]
    rest = [word for word in found if _place(word, words.WEEKDAYS) is None]
    if len(rest) != 3 or len(weekdays) > 1:
        return ()
    weekday = next(iter(weekdays), None)
    ways = [Reading(*way, weekday) for way in _ways(rest)]
    fitting = [way for way in ways if way.other_day() is None]
    return tuple(fitting or ways)


def _words_in(text: str) -> list[str]:
    return [word for word in WORD.findall(plain(text).casefold()) if word not in FILLERS]


def _place(word: str, names: Sequence[str]) -> int | None:
    """Return the place of the one name that is so, or begins so."""
    if len(word) < SHORTEST_NAME:
        return None
    found = [at for at, name in enumerate(names) if name.casefold().startswith(word)]
    return found[0] if len(found) == 1 else None


def _ways(three: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return day, month and year in every way in which the three words can be meant."""
    years = [word for word in three if YEAR.fullmatch(word)]
    rest = [word for word in three if not YEAR.fullmatch(word)]
    if len(years) != 1:
        return []
    named = [word for word in rest if not word[0].isdigit()]
    numbers = [match[1] for word in rest if (match := DAY.fullmatch(word))]
    if len(named) == len(numbers) == 1 and month_number(named[0]):
        return [(numbers[0], named[0].capitalize(), years[0])]
    if len(numbers) < 2 or three[1] in years:
        return []
    first, second = numbers
    if three[0] in years:
        return [(second, first, years[0])]
    both = dict.fromkeys([(first, second, years[0]), (second, first, years[0])])
    # Where neither number can be a month, the day first: the boxes then say what is wrong.
    return [way for way in both if month_number(way[1])] or list(both)[:1]
