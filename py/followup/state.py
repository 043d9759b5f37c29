"""The state: the latest of each fact. Nothing worked out is kept in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from followup.civil_date import Typed
from followup.records import Answered, Chosen, Entered, Event, Stamp

FactName: TypeAlias = tuple[str, ...]
"""Interview, kind of fact, and what it is about, as in ("a1", "tick", "meet-names", "0")."""


@dataclass(frozen=True)
class Fact:
    """The latest event about one thing."""

    stamp: Stamp
    event: Event


@dataclass(frozen=True)
class State:
    """Everything the reader did, folded.

    Attributes:
        facts: the latest event about each thing.
        entered: for each interview, the day on which its date was first answered.
    """

    facts: Mapping[FactName, Fact] = field(default_factory=dict)
    entered: Mapping[str, date] = field(default_factory=dict)

    def tick(self, interview: str, step: str, number: int) -> Fact | None:
        """Return the last tick or untick of a step in a round."""
        return self.facts.get((interview, "tick", step, str(number)))

    def is_aside(self, interview: str, step: str) -> bool:
        """Return whether a step is set aside as one that does not apply."""
        return self._is_on((interview, "aside", step))

    def typed(self, interview: str, question: str) -> Typed:
        """Return what stands in the boxes of a date question."""
        fact = self.facts.get((interview, "answer", question))
        return fact.event.typed if fact and isinstance(fact.event, Answered) else Typed()

    def entries(self, interview: str) -> list[tuple[Fact, Entered, bool]]:
        """Return the interview's log entries in the order of entry: fact, entry, removed?"""
        found = [
            (fact, fact.event, self._is_on((interview, "removed", fact.event.entry)))
            for name, fact in self.facts.items()
            if name[:2] == (interview, "entry") and isinstance(fact.event, Entered)
        ]
        return sorted(found, key=lambda item: item[0].stamp)

    def choice(self, name: str, default: str) -> str:
        """Return how the reader chose to see something."""
        fact = self.facts.get(("", "choice", name))
        return fact.event.value if fact and isinstance(fact.event, Chosen) else default

    def _is_on(self, name: FactName) -> bool:
        fact = self.facts.get(name)
        return bool(fact and getattr(fact.event, "on", False))
