"""A reader in the tests: writes records as the page does, and asks the one door."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from holiday_files import FILES

from followup.app import open_app
from followup.guide.contents import Guide
from followup.records.record import FORMAT_OF_MOVES, USUAL_FORMAT
from followup.view.panels import PANELS

INTERVIEW = "abc123"
COPIES = {"link", "backup", "calendar-file", "copy-reminder"}
"""Panels that show the records themselves, so that they differ after an undo as well."""

PLAN_PANELS = [name for name in PANELS if name not in COPIES]
"""Panels that show what follows from the records."""


class Reader:
    """What one tab does: each method writes one record; `ask` asks about all of them."""

    def __init__(self, guide: Guide, today: str = "2026-11-24") -> None:
        self.step: Callable[[str], str] = open_app(guide.to_json())
        self.steps = [step.name for step in guide.steps()]
        self.messages = list(guide.templates)
        self.records: dict[str, str] = {}
        self.today = today
        self.interview = INTERVIEW
        self.files: dict[str, str | None] = dict(FILES)
        self.last = ""
        self.count = 0

    def write(self, what: str, *, of: str = "", **fields: object) -> str:
        """Write a record of an interview, or of all, and return its key."""
        self.count += 1
        self.last = f"{self.count}.tab1.{self.count}"
        record = {
            "format": USUAL_FORMAT,
            "interview": of or self.interview,
            "written": self.today,
            "what": what,
            **fields,
        }
        self.records[self.last] = json.dumps(record)
        return self.last

    def tick(self, step: str, *, on: bool = True, number: int = 0) -> str:
        """Tick or untick a step."""
        return self.write("tick", step=step, round=number, on=on)

    def answer(self, question: str, day: date | str) -> str:
        """Answer a date question, with a day or with "24 Nov 2026" as typed."""
        return self.write("answer", question=question, typed=typed(day))

    def text(self, name: str, text: str, of: str = "") -> str:
        """Type a text."""
        return self.write("text", of=of, name=name, text=text)

    def choose(self, name: str, value: str, of: str = "") -> str:
        """Choose one of several."""
        newer = {"format": FORMAT_OF_MOVES} if (name, value) == ("outcome", "cancelled") else {}
        return self.write("choice", of=of, name=name, value=value, **newer)

    def enter(self, form: str, entry: str, dates: dict[str, date | str], **texts: str) -> str:
        """Send a form that has no choices."""
        boxes = {name: typed(day) for name, day in dates.items()}
        return self.write("entry", form=form, fields={}, dates=boxes, texts=texts, entry=entry)

    def remove(self, entry: str, *, on: bool = True) -> str:
        """Take an entry away, or put it back."""
        return self.write("removed", entry=entry, on=on)

    def log(
        self,
        kind: str,
        day: date | str,
        new_decision: date | str = "",
        purpose: str = "follow_up",
        entry: str = "",
        **texts: str,
    ) -> str:
        """Send the contact form."""
        return self.write(
            "entry",
            form="contact",
            fields={"kind": kind, "purpose": purpose},
            dates={"contact": typed(day), "new-decision": typed(new_decision)},
            texts=texts,
            entry=entry or f"e{self.count}",
        )

    def move(
        self,
        told: date | str,
        to: date | str,
        new_decision: date | str = "",
        entry: str = "",
        **texts: str,
    ) -> str:
        """Send the contact form: they moved the interview."""
        dates = {"contact": told, "moved-to": to, "new-decision": new_decision}
        return self.write(
            "entry",
            format=FORMAT_OF_MOVES,
            form="contact",
            fields={"kind": "moved", "purpose": "follow_up"},
            dates={name: typed(day) for name, day in dates.items() if day != ""},
            texts=texts,
            entry=entry or f"e{self.count}",
        )

    def log_as_in_case(self, entry: Mapping[str, Any]) -> str:
        """Send the contact form with an entry of a golden case."""
        named = entry.get("new_decision", "")
        if "to" in entry:
            return self.move(entry["day"], entry["to"], named)
        return self.log(entry["kind"], entry["day"], named, entry.get("purpose", "follow_up"))

    def question(self, **changes: object) -> dict[str, object]:
        """Return the question about everything, as the page would put it."""
        question = {
            "records": self.records,
            "interview": self.interview,
            "today": self.today,
            "panels": list(PANELS),
            "steps": self.steps,
            "messages": self.messages,
            "changed": [self.last] if self.last else [],
            "files": self.files,
        }
        return question | changes

    def ask(self, **changes: object) -> dict[str, Any]:
        """Ask, and return the answer, in which everything could be made."""
        answer = self.ask_whatever(**changes)
        assert answer["trouble"] == []
        return answer

    def ask_whatever(self, **changes: object) -> dict[str, Any]:
        """Ask, and return the answer, also one of which a part could not be made."""
        answer: dict[str, Any] = json.loads(self.step(json.dumps(self.question(**changes))))
        return answer


def typed(day: date | str) -> dict[str, str]:
    """Return a day as the three boxes hold it."""
    if isinstance(day, date):
        return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    parts = [*day.split(), "", "", ""]
    return dict(zip(("day", "month", "year"), parts, strict=False))


def with_contacts(reader: Reader, count: int) -> Reader:
    """Return the reader with as many emails in the log, one in each month from 2001 on."""
    start = date(2001, 1, 15)
    reader.today = start.isoformat()
    reader.answer("interview", start)
    for number in range(count):
        day = date(2001 + number // 12, number % 12 + 1, 16)
        reader.today = day.isoformat()
        reader.log("emailed", day)
    reader.today = "2026-11-24"
    return reader
