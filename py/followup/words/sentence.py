"""What a sentence is, and the small pieces that all others are made of."""

from collections.abc import Sequence
from datetime import date

Sentence = tuple[str | date, ...]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spell_day(day: date) -> str:
    """Return the day in full, as in "Tuesday 1 December 2026"."""
    return f"{spell_spoken_day(day)} {day.year}"


def spell_spoken_day(day: date) -> str:
    """Return the day as one says it, as in "Tuesday 1 December"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def spell_day_of_year(day: date) -> str:
    """Return the day without its year, as in "Tuesday 1 December"."""
    return spell_day(day).removesuffix(f" {day.year}")


def spell_month(day: date) -> str:
    """Return the month of the day, as in "December 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def plain(sentence: Sentence) -> str:
    """Return the sentence as plain text."""
    return "".join(part if isinstance(part, str) else spell_day(part) for part in sentence)


def listed(items: Sequence[str]) -> str:
    """Return the items as a list in a sentence: "a", "a and b", "a, b and c"."""
    *head, last = items
    return f"{', '.join(head)} and {last}" if head else last


def counted(number: int, thing: str) -> str:
    """Return "1 day", "7 days" and so on."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
