"""Dates that a link brings: read and checked. Nothing is kept of them before the reader says so.

The page hands on what has the form of a day, and nothing else that stands in the address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup import words
from followup.dates.civil_date import ISO_DAY
from followup.dates.rules import YEARS_AHEAD, YEARS_BACK
from followup.words import Sentence

NAMES = ("interview", "decision")
"""The date questions to which a link can bring an answer."""


@dataclass(frozen=True)
class LinkDates:
    """What a link brings.

    Attributes:
        days: those that can be used, by question.
        refused: of the others, why not. Under "link" stands why nothing of it was read.
    """

    days: Mapping[str, date]
    refused: Mapping[str, Sentence]


def read_link_dates(given: Mapping[str, str], today: date, interview: date | None) -> LinkDates:
    """Return what a link brings.

    Args:
        given: by question, a day as YYYY-MM-DD, or anything else for what is none; `problem`, if
            the page did not read the link.
        today: the reader's own day.
        interview: the interview date that holds if the link brings none.
    """
    if given.get("problem"):
        return LinkDates({}, {"link": words.LINK_TOO_LONG})
    days: dict[str, date] = {}
    refused: dict[str, Sentence] = {}
    for name in NAMES:
        if name not in given:
            continue
        found = _read(given[name], words.QUESTIONS[name][0].lower(), today)
        if isinstance(found, date):
            days[name] = found
        else:
            refused[name] = found
    held = days.get("interview", interview)
    if held and "decision" in days and days["decision"] < held:
        del days["decision"]
        refused["decision"] = words.link_decision_early(held)
    return LinkDates(days, refused)


def _read(text: str, name: str, today: date) -> date | Sentence:
    """Return the day, or why it is refused."""
    if not ISO_DAY.fullmatch(text):
        return words.link_date_unreadable(name)
    year, month, day = map(int, text.split("-"))
    first, last = today.year - YEARS_BACK, today.year + YEARS_AHEAD
    if not first <= year <= last:
        return words.link_year_out_of_range(name, first, last)
    if not 1 <= month <= 12:
        return words.link_date_unreadable(name)
    try:
        return date(year, month, day)
    except ValueError:
        return words.link_no_such_day(name, day, month, year)
