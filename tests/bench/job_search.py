"""A long job search as the questions that a page would put: what `make bench` asks the worker."""

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from asking import Reader
from site_server import SITE

from followup.guide import Guide
from followup.steps import STEP_RULES

TODAY = date(2026, 12, 4)
CONTACTS = 50
"""In each interview."""

KINDS = ("called", "emailed", "they-emailed", "spoke", "they-called")
PURPOSES = ("follow_up", "follow_up", "follow_up", "thanks", "referee", "other")
COUNTRY = "holidays/GB.json"


@dataclass(frozen=True)
class Asked:
    """What a page asks about: the names of its panels and of its steps."""

    panels: Sequence[str]
    steps: Sequence[str]


def questions(interviews: int, asked: Asked) -> Iterator[str]:
    """Yield one question after the other, each with one more tick than the one before."""
    reader = job_search(interviews)
    steps = list(STEP_RULES)
    for count in itertools.count():
        reader.tick(steps[count % len(steps)], on=count // len(steps) % 2 == 0)
        yield json.dumps(reader.question(panels=asked.panels, steps=asked.steps))


def job_search(interviews: int) -> Reader:
    """Return a reader with so many interviews, all going on, and public holidays."""
    reader = Reader(Guide(()), TODAY.isoformat())
    reader.files = {COUNTRY: (SITE / "assets" / COUNTRY).read_text("utf-8")}
    reader.text("country", "GB", of="all")
    reader.text("part", "ENG", of="all")
    for number in range(interviews):
        reader.interview = f"interview{number}"
        _interview(reader, TODAY - timedelta(days=101 + number % 7))
    return reader


def _interview(reader: Reader, day: date) -> None:
    """Write what a diligent reader enters about one interview."""
    reader.text("employer", f"Employer of {reader.interview}")
    reader.text("role", "Warehouse team leader, nights")
    reader.answer("interview", day)
    reader.answer("decision", day + timedelta(days=14))
    reader.enter("person", f"{reader.interview}p", {}, name="Anna Lee", title="Head of Sales")
    for number in range(CONTACTS):
        on = day + timedelta(days=1 + 2 * number)
        kind = KINDS[number % len(KINDS)]
        names_a_day = kind == "they-emailed" and number % 3 == 0
        reader.log(
            kind,
            on,
            on + timedelta(days=12) if names_a_day else "",
            PURPOSES[number % len(PURPOSES)],
            entry=f"{reader.interview}e{number}",
            who="Anna Lee",
            note="They are still waiting for the second manager to come back from leave.",
        )
