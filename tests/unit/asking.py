"""A reader in the tests: writes records as the page does, and asks the one door."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from followup.app import PANELS, open_app
from followup.guide import Guide

INTERVIEW = "abc123"


class Reader:
    """What one tab does: each method writes one record; `ask` asks about all of them."""

    def __init__(self, guide: Guide, today: str = "2026-11-24") -> None:
        self.step: Callable[[str], str] = open_app(guide.to_json())
        self.steps = [step.name for step in guide.steps()]
        self.records: dict[str, str] = {}
        self.today = today
        self.last = ""

    def write(self, what: str, **fields: object) -> str:
        """Write a record and return its key."""
        self.last = f"{len(self.records) + 1}.tab1.{len(self.records)}"
        record = {
            "format": 1,
            "interview": INTERVIEW,
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

    def log(
        self,
        kind: str,
        day: date | str,
        new_decision: date | str = "",
        purpose: str = "follow_up",
        entry: str = "",
    ) -> str:
        """Send the contact form."""
        return self.write(
            "entry",
            entry=entry or f"e{len(self.records)}",
            fields={"kind": kind, "purpose": purpose},
            dates={"contact": typed(day), "new-decision": typed(new_decision)},
        )

    def question(self, **changes: object) -> dict[str, object]:
        """Return the question about everything, as the page would put it."""
        question = {
            "records": self.records,
            "interview": INTERVIEW,
            "today": self.today,
            "panels": list(PANELS),
            "steps": self.steps,
            "changed": [self.last] if self.last else [],
        }
        return question | changes

    def ask(self, **changes: object) -> dict[str, Any]:
        """Ask, and return the answer."""
        answer: dict[str, Any] = json.loads(self.step(json.dumps(self.question(**changes))))
        return answer


def typed(day: date | str) -> dict[str, str]:
    """Return a day as the three boxes hold it."""
    if isinstance(day, date):
        return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    parts = [*day.split(), "", "", ""]
    return dict(zip(("day", "month", "year"), parts, strict=False))
