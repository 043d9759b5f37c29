"""Reads the golden cases of the plan, for the plan itself, the one door and the browser."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from followup.dates.closed_days import ClosedDays
from followup.dates.plan import Contact, Situation, in_order
from followup.records.exchanges import EXCHANGES, MOVED

FILE = Path(__file__).parents[2] / "cases" / "plan.toml"


@dataclass(frozen=True)
class Case:
    """A case as it stands in the file."""

    name: str
    interview: date
    today: date
    state: str
    why: str
    decision: date | None = None
    holidays: str = ""
    log: list[dict[str, Any]] = field(default_factory=list)
    steps: list[list[Any]] = field(default_factory=list)
    next: list[Any] = field(default_factory=list)

    def situation(self) -> Situation:
        """Return what the plan is worked out from."""
        return Situation(
            interview=self.interview,
            today=self.today,
            decision=self.decision,
            contacts=in_order([one for entry in self.log for one in _contacts(entry)]),
            closed=ClosedDays(holidays=_holidays(self.holidays)),
        )


def _contacts(entry: dict[str, Any]) -> list[Contact]:
    return [
        Contact(
            entry["day"],
            direction,
            channel,
            "moved" if entry["kind"] == MOVED else entry.get("purpose", "follow_up"),
            entry.get("new_decision") if direction == "received" else None,
            new_interview=entry.get("to"),
        )
        for direction, channel in EXCHANGES[entry["kind"]]
    ]


def _holidays(region: str) -> dict[date, str]:
    table = _DATA["holidays"].get(region, {}) if region else {}
    return {date.fromisoformat(day): name for day, name in table.items()}


_DATA = tomllib.loads(FILE.read_text("utf-8"))
CASES = [Case(**case) for case in _DATA["case"]]
