"""A long job search as it stands in a browser's storage, and as the questions that a page puts."""

import itertools
import json
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from asking import Reader
from guide_steps import RULES
from track import Texts

from followup.guide.contents import Guide

CONTACTS = 50
"""In each interview."""

KINDS = ("called", "emailed", "they-emailed", "spoke", "they-called")
PURPOSES = ("follow_up", "follow_up", "follow_up", "thanks", "referee", "other")
RECORD = re.compile(r"^(.*\.)r\.\d+\.")
STEPS = list(RULES)


def job_search(interviews: int, records: int = 0) -> Reader:
    """Return a reader with so many interviews in England, all going on, with their public holidays;
    and with so many records in all, if that is more, of which the others are ticks.
    """
    today = datetime.now(UTC).date()
    reader = Reader(Guide(()), today.isoformat())
    reader.text("country", "GB", of="all")
    reader.text("part", "ENG", of="all")
    for number in range(interviews):
        reader.interview = f"interview{number}"
        _interview(reader, today - timedelta(days=101 + number % 7))
    for number in range(max(0, records - len(reader.records))):
        reader.interview = f"interview{number % interviews}"
        reader.tick(STEPS[number // interviews % len(STEPS)])
    reader.interview = "interview0"
    return reader


def as_stored(reader: Reader, texts: Texts) -> Texts:
    """Return what local storage holds for a reader, put in the place of one interview's records."""
    prefix = next(found[1] for name, _ in texts if (found := RECORD.match(name)))
    others = [[name, text] for name, text in texts if not RECORD.match(name)]
    shown = [f"{prefix}interview", reader.interview]
    records = [
        [f"{prefix}r.{key}", _sealed(f"r.{key}", text)] for key, text in reader.records.items()
    ]
    return [*others, shown, *records]


def _sealed(name: str, text: str) -> str:
    """Return a text as `docs/assets/store/seal.mjs` stores it."""
    return f"{text}#{zlib.crc32(f'{name}{chr(10)}{text}'.encode()):08x}"


def questions(question: str) -> Iterator[str]:
    """Yield one question after the other, each with one more tick than the one before: the first with
    all records, the others with the new one."""
    asked = json.loads(question)
    whole = asked["records"]
    latest = max(int(key.partition(".")[0]) for key in whole)
    reader = Reader(Guide(()), asked["today"])
    reader.interview = asked["interview"]
    for count in itertools.count():
        key = f"{latest + 1 + count}.bench.{count}"
        written = reader.tick(STEPS[count % len(STEPS)], on=count // len(STEPS) % 2 == 0)
        tick = {key: reader.records[written]}
        held = {"over": count - 1, "dropped": []} if count else {}
        records = tick if count else whole | tick
        yield json.dumps(asked | held | {"records": records, "number": count, "changed": [key]})


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
