"""The state: the latest of each fact. Nothing worked out is kept in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

from followup.dates.civil_date import Typed
from followup.records.record import ALL, Answered, Chosen, Entered, Event, Exported, Stamp, Wrote

FactName: TypeAlias = tuple[str, ...]
"""Kind of fact and what it is about, as in ("tick", "meet-names", "0")."""


@dataclass(frozen=True)
class Fact:
    """The latest event about one thing.

    Attributes:
        written: the reader's own day when it happened.
        since: of an entry, when it was first entered; of anything else, the stamp.
    """

    stamp: Stamp
    event: Event
    written: date
    since: Stamp


@dataclass(frozen=True)
class State:
    """Everything the reader did, folded.

    Attributes:
        facts: by interview (or `ALL`), the latest event about each thing.
        entered: for each interview, the day on which its date was first answered.
        since: for each interview, its earliest record.
    """

    facts: Mapping[str, Mapping[FactName, Fact]] = field(default_factory=dict)
    entered: Mapping[str, date] = field(default_factory=dict)
    since: Mapping[str, Stamp] = field(default_factory=dict)

    def only(self, interviews: Collection[str]) -> "State":
        """Return the same of these interviews alone."""
        # In this order of loops, as there may be hundreds of others.
        return State(
            {one: self.facts[one] for one in interviews if one in self.facts},
            {one: self.entered[one] for one in interviews if one in self.entered},
            {one: self.since[one] for one in interviews if one in self.since},
        )

    def fact(self, interview: str, *name: str) -> Fact | None:
        """Return the latest event about one thing."""
        return self.facts.get(interview, {}).get(name)

    def tick(self, interview: str, step: str, number: int) -> Fact | None:
        """Return the last tick or untick of a step in a round."""
        return self.fact(interview, "tick", step, str(number))

    def is_aside(self, interview: str, step: str) -> bool:
        """Return whether a step is set aside as one that does not apply."""
        return self._is_on(interview, "aside", step)

    def is_deleted(self, interview: str) -> bool:
        """Return whether the interview was deleted."""
        return self._is_on(interview, "deleted")

    def typed(self, interview: str, question: str) -> Typed:
        """Return what stands in the boxes of a date question."""
        fact = self.fact(interview, "answer", question)
        return fact.event.typed if fact and isinstance(fact.event, Answered) else Typed()

    def answered(self, interview: str, question: str) -> date | None:
        """Return the reader's own day when a date question was last answered."""
        fact = self.fact(interview, "answer", question)
        return fact.written if fact else None

    def text(self, interview: str, name: str) -> str:
        """Return a text as it was typed; empty if none was."""
        fact = self.fact(interview, "text", name)
        return fact.event.text if fact and isinstance(fact.event, Wrote) else ""

    def entries(self, interview: str, form: str) -> list[tuple[Fact, Entered, bool]]:
        """Return what a form has entered, in the order of first entry: fact, entry, removed?"""
        found = [
            (fact, fact.event, self._is_on(interview, "removed", fact.event.entry))
            for fact in self._entered_facts.get(interview, [])
            if isinstance(fact.event, Entered) and fact.event.form == form
        ]
        return sorted(found, key=lambda item: item[0].since)

    def choice(self, name: str, default: str, interview: str = ALL) -> str:
        """Return what the reader chose, for one interview or for all."""
        fact = self.fact(interview, "choice", name)
        return fact.event.value if fact and isinstance(fact.event, Chosen) else default

    def exported(self, interview: str, name: str) -> Exported | None:
        """Return what was last exported under a name; None if nothing was, or it was taken back."""
        fact = self.fact(interview, "exported", name)
        event = fact.event if fact else None
        return event if isinstance(event, Exported) and event.on else None

    def interviews(self) -> list[str]:
        """Return the ids of all interviews that are not deleted, the oldest first."""
        ids = [one for one in self.since if one != ALL and not self.is_deleted(one)]
        return sorted(ids, key=lambda one: self.since[one])

    @cached_property
    def _entered_facts(self) -> dict[str, list[Fact]]:
        return {
            interview: [fact for fact in facts.values() if isinstance(fact.event, Entered)]
            for interview, facts in self.facts.items()
        }

    def _is_on(self, interview: str, *name: str) -> bool:
        fact = self.fact(interview, *name)
        return bool(fact and getattr(fact.event, "on", False))
