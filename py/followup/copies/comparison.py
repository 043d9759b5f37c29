"""How a copy that was brought in differs from what is here, interview by interview, in counts.

What is compared is what a reader would miss, as it would be after merging. The copy is checked
already: see `followup.copies.incoming`. What of the things here would go or change, one by one,
is told by `followup.copies.changes`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from followup.copies.changes import Change, changes
from followup.copies.incoming import Incoming
from followup.copies.merging import merge
from followup.copies.portable import NO_NAMES, Texts, state_of
from followup.copies.reminders import WAYS_TO_SEE
from followup.errors import RecordError
from followup.records.record import (
    ALL,
    CALENDAR,
    CLOSED,
    CONTACT,
    PERSON,
    Answered,
    Chosen,
    Deleted,
    Entered,
    Event,
    Exported,
    Removed,
    SetAside,
    Ticked,
    Wrote,
    read_record,
)
from followup.records.state import Fact, FactName, State

Part = Literal[
    "dates",
    "contacts",
    "steps",
    "outcome",
    "people",
    "notes",
    "closed",
    "settings",
    "exports",
    "other",
]
"""What a fact is about: dates asked for, log entries, ticks and steps set aside, how it ended,
people met, other texts, closed days, settings and choices, what was put into a calendar or copied,
and what fits nowhere else."""


@dataclass(frozen=True)
class Tally:
    """Facts of one part of an interview, counted.

    Attributes:
        held: in the copy.
        gained: merging brings them or changes them here.
        kept: differ here, and merging leaves them, as they are newer.
        missing: here, and not in the copy; merging leaves them, replacing takes them away.
    """

    held: int = 0
    gained: int = 0
    kept: int = 0
    missing: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.held + other.held,
            self.gained + other.gained,
            self.kept + other.kept,
            self.missing + other.missing,
        )

    @property
    def differs(self) -> bool:
        """Whether anything is not the same in both."""
        return bool(self.gained or self.kept or self.missing)


@dataclass(frozen=True)
class Difference:
    """How one interview in the copy, or what belongs to all, differs from here.

    Attributes:
        interview: its id, or `ALL`.
        is_new: whether nothing of it is here.
        deleted_here: whether it was deleted here.
        newest: the last day on which something in the copy was written.
        newest_here: the same of what is here; None if nothing is.
        parts: what it holds, counted; parts of which neither has anything are left out.
        is_refused: whether merging brings nothing of it, as all stands under keys of ours.
    """

    interview: str
    is_new: bool
    deleted_here: bool
    newest: date
    newest_here: date | None
    parts: Mapping[Part, Tally]
    is_refused: bool = False

    @cached_property
    def total(self) -> Tally:
        """All parts together."""
        return sum(self.parts.values(), Tally())


@dataclass(frozen=True)
class Comparison:
    """A copy beside what is here.

    Attributes:
        interviews: one each for those in the copy, the oldest first.
        settings: what belongs to all interviews; None if there is nothing of it in the copy.
        only_here: ids of the interviews that are not in the copy; replacing takes them away.
        unread: records in the copy that merging brings and this program does not understand.
        left_out: records that say something else under a key of ours. They are not taken.
        changes: what is here and would go or say something else after merging.
    """

    interviews: tuple[Difference, ...]
    settings: Difference | None
    only_here: tuple[str, ...]
    unread: int = 0
    left_out: int = 0
    changes: tuple[Change, ...] = ()

    @property
    def deleted(self) -> tuple[str, ...]:
        """Ids of the interviews in the copy that were deleted here."""
        return tuple(one.interview for one in self.interviews if one.deleted_here)

    @cached_property
    def total(self) -> Tally:
        """Everything together."""
        every = (*self.interviews, *([self.settings] if self.settings else ()))
        return sum((one.total for one in every), Tally())

    @property
    def brings_nothing(self) -> bool:
        """Whether merging would change nothing that the reader sees, interviews deleted here
        apart."""
        live = [one for one in self.interviews if not one.deleted_here]
        live += [self.settings] if self.settings else []
        come = [one for one in live if not one.is_refused]
        return not self.unread and not any(one.is_new or one.total.gained for one in come)


def compare(here: Texts, incoming: Incoming) -> Comparison:
    """Return how a copy differs from the records that are here."""
    ours, theirs = state_of(here), incoming.state
    united = merge(here, arriving(incoming))
    merged = state_of(united.texts)
    found = {one: _difference(one, ours, theirs, merged) for one in theirs.facts}
    order = sorted(found.keys() - {ALL}, key=lambda one: theirs.since[one])
    return Comparison(
        interviews=tuple(found[one] for one in order),
        settings=found.get(ALL),
        only_here=tuple(one for one in ours.interviews() if one not in found),
        unread=_unread(here, incoming),
        left_out=len(united.left_out),
        changes=changes(ours, merged),
    )


def arriving(incoming: Incoming) -> dict[str, str]:
    """Return the records of a copy that the page adds: only the reader deletes and brings back."""
    return {key: text for key, text in incoming.records.items() if not _deletes(key, text)}


def _deletes(key: str, text: str) -> bool:
    try:
        return isinstance(read_record(key, text).event, Deleted)
    except RecordError:
        return False


def _difference(interview: str, ours: State, theirs: State, merged: State) -> Difference:
    here, there = _plan_facts(ours, interview), _plan_facts(theirs, interview)
    parts: dict[Part, Tally] = {}
    for name in here.keys() | there.keys():
        part = _part(name, {**here, **there}, interview)
        after = merged.facts.get(interview, {}).get(name)
        tally = _tally(here.get(name), there.get(name), after)
        parts[part] = parts.get(part, Tally()) + tally
    return Difference(
        interview=interview,
        is_new=interview not in ours.facts,
        deleted_here=ours.is_deleted(interview),
        newest=max(fact.written for fact in theirs.facts[interview].values()),
        newest_here=max((fact.written for fact in here.values()), default=None),
        parts={part: parts[part] for part in sorted(parts)},
        is_refused=interview not in merged.facts,
    )


def _plan_facts(state: State, interview: str) -> dict[FactName, Fact]:
    """Return the facts that a reader would miss: not how things are shown, nor when they were
    copied, which making a copy changes by itself."""
    facts = state.facts.get(interview, {})
    return {name: fact for name, fact in facts.items() if _is_missed(fact.event)}


def _is_missed(event: Event) -> bool:
    match event:
        case Chosen(name, _):
            return name not in WAYS_TO_SEE
        case Exported(name, _, _):
            return name.startswith(CALENDAR)
        case _:
            return not isinstance(event, Deleted)


def _tally(here: Fact | None, there: Fact | None, after: Fact | None) -> Tally:
    if there is None:
        return Tally(missing=1)
    if _said(here) != _said(after):
        return Tally(held=1, gained=1)
    is_other = here is not None and here.stamp != there.stamp and _said(here) != _said(there)
    return Tally(held=1, kept=int(is_other))


def _said(fact: Fact | None) -> tuple[Event, date | None] | None:
    """Return what a fact says. The day on which it was written says when an interview ended."""
    if fact is None:
        return None
    return fact.event, fact.written if isinstance(fact.event, Chosen) else None


def _part(name: FactName, facts: Mapping[FactName, Fact], interview: str) -> Part:
    event = facts[name].event
    match event:
        case Ticked() | SetAside() | Answered() | Exported():
            return _PARTS[type(event)]
        case Entered(form, _, _, _, _):
            return _PARTS_OF_FORMS.get(form, "other")
        case Removed(entry, _) if ("entry", entry) in facts:
            return _part(("entry", entry), facts, interview)
        case Chosen("outcome", _):
            return "outcome"
        case Chosen():
            return "settings"
        case Wrote(text, _):
            return "settings" if interview == ALL and text in NO_NAMES else "notes"
        case _:
            return "other"


_PARTS: Mapping[type[Event], Part] = {
    Ticked: "steps",
    SetAside: "steps",
    Answered: "dates",
    Exported: "exports",
}
_PARTS_OF_FORMS: Mapping[str, Part] = {CONTACT: "contacts", PERSON: "people", CLOSED: "closed"}


def _unread(here: Texts, incoming: Incoming) -> int:
    """Return how many records a merge brings that this program does not understand."""
    return sum(
        key not in here and not _is_read(key, text) for key, text in incoming.records.items()
    )


def _is_read(key: str, text: str) -> bool:
    try:
        read_record(key, text)
    except RecordError:
        return False
    return True
