"""What somebody made up has done, for the demo: three interviews, each at another place.

Its days are counted from today, so that the demo always shows a plan with something to do.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from followup import words

WAITING, COMING, WRITTEN = "demowaiting1", "democoming01", "demowritten1"
"""Ids of the interviews. The first is the one that is shown."""

INTERVIEWED, TO_COME, LONG_AGO, DECIDED, WROTE = -9, 7, -20, -12, -6
"""Days from today."""

SATURDAY = 5

TICKED = ("prep-examples", "prep-referees", "prep-questions")
"""Steps of getting ready, which are done."""

Details = dict[str, object]


def sample_records(today: date) -> list[Details]:
    """Return what was done, in order: as the page writes it, each with its interview."""
    return [
        *_interview(WAITING, words.SAMPLE_WAITING, _weekday(today, INTERVIEWED), today),
        *(_ticks(WAITING, today)),
        {
            **_of(WAITING, today),
            "what": "entry",
            "form": "person",
            "entry": "demoperson1",
            "fields": {},
            "dates": {},
            "texts": words.SAMPLE_PERSON,
        },
        *_interview(COMING, words.SAMPLE_COMING, _weekday(today, TO_COME), today),
        *_interview(WRITTEN, words.SAMPLE_WRITTEN, _weekday(today, LONG_AGO), today),
        *_ticks(WRITTEN, today),
        _answer(WRITTEN, "decision", _weekday(today, DECIDED), today),
        {
            **_of(WRITTEN, today),
            "what": "entry",
            "form": "contact",
            "entry": "democontact1",
            "fields": {"kind": "emailed", "purpose": "follow_up"},
            "dates": {"contact": _typed(_weekday(today, WROTE))},
            "texts": {},
        },
    ]


def _interview(of: str, names: tuple[str, str], day: date, today: date) -> Iterator[Details]:
    employer, role = names
    yield {**_of(of, today), "what": "text", "name": "employer", "text": employer}
    yield {**_of(of, today), "what": "text", "name": "role", "text": role}
    yield _answer(of, "interview", day, today)


def _ticks(of: str, today: date) -> Iterator[Details]:
    for step in TICKED:
        yield {**_of(of, today), "what": "tick", "step": step, "round": 0, "on": True}


def _answer(of: str, question: str, day: date, today: date) -> Details:
    return {**_of(of, today), "what": "answer", "question": question, "typed": _typed(day)}


def _of(interview: str, today: date) -> Details:
    return {"interview": interview, "written": today.isoformat()}


def _typed(day: date) -> dict[str, str]:
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}


def _weekday(today: date, days: int) -> date:
    """Return the day so many days from today, or the Friday before it."""
    day = today + timedelta(days)
    return day - timedelta(max(0, day.weekday() - SATURDAY + 1))
