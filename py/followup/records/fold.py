"""The fold: records into state. Order-free and idempotent, so that saving, two tabs and merging
an import are one thing: a union of records.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from followup.records.record import (
    Answered,
    Chosen,
    Deleted,
    Entered,
    Event,
    Exported,
    Record,
    Removed,
    SetAside,
    Stamp,
    Ticked,
    Wrote,
)
from followup.records.state import Fact, FactName, State


def fold(snapshot: State, records: Iterable[Record]) -> State:
    """Return the snapshot with the records folded in: the latest event about each thing wins.

    Folding in any order, in any portions, or twice gives the same state.
    """
    own = _by_interview(records)
    return unite(snapshot, {interview: tell(its) for interview, its in own.items()})


def unite(snapshot: State, told: Mapping[str, "Told"]) -> State:
    """Return the snapshot with what the records of each interview tell."""
    facts = dict(snapshot.facts)
    entered = dict(snapshot.entered)
    since = dict(snapshot.since)
    for interview, its in told.items():
        known = facts.get(interview)
        facts[interview] = _united(known, its.facts) if known else its.facts
        since[interview] = min(since.get(interview, its.since), its.since)
        if its.entered:
            entered[interview] = min(entered.get(interview, its.entered), its.entered)
    return State(facts, entered, since)


def _by_interview(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.interview, []).append(record)
    return {interview: tuple(own) for interview, own in found.items()}


@dataclass(frozen=True)
class Told:
    """What the records of one interview tell. See `State`."""

    facts: Mapping[FactName, Fact]
    entered: date | None
    since: Stamp


@lru_cache(maxsize=200)
def tell(records: tuple[Record, ...]) -> Told:
    """Fold the records of one interview. Most steps change one interview: the others are at hand,
    and as the very same facts, which tells that nothing worked out from them has changed."""
    facts: dict[FactName, Fact] = {}
    for record in records:
        name = about(record.event)
        fact = Fact(record.stamp, record.event, record.written, record.stamp)
        facts[name] = _latest(facts[name], fact) if name in facts else fact
    days = (one.written for one in records if _answers_when(one.event))
    return Told(facts, min(days, default=None), min(one.stamp for one in records))


def _answers_when(event: Event) -> bool:
    """Return whether the event answers when the interview is."""
    return isinstance(event, Answered) and event.question == "interview"


def _united(known: Mapping[FactName, Fact], told: Mapping[FactName, Fact]) -> dict[FactName, Fact]:
    both = {name: _latest(known[name], told[name]) for name in known.keys() & told.keys()}
    return {**known, **told, **both}


def _latest(known: Fact, other: Fact) -> Fact:
    """Return the later of two facts about one thing; an entry keeps the place of its first."""
    latest = max(known, other, key=rank)
    if not isinstance(latest.event, Entered):
        return latest
    return replace(latest, since=min(known.since, other.since))


def rank(fact: Fact | Record) -> tuple[Stamp, str, date]:
    """Order facts by stamp; two with one stamp (a forged record) by their text, so that the
    order in which they are read does not matter."""
    return fact.stamp, repr(fact.event), fact.written


def about(event: Event) -> FactName:
    """Return what the event is about: the latest event about one thing wins."""
    match event:
        case Ticked(step, number, _):
            return ("tick", step, str(number))
        case SetAside(step, _):
            return ("aside", step)
        case Answered(question, _):
            return ("answer", question)
        case Entered(_, entry, _, _, _):
            return ("entry", entry)
        case Removed(entry, _):
            return ("removed", entry)
        case Deleted(_):
            return ("deleted",)
        case Wrote(name, _) | Chosen(name, _) | Exported(name, _, _):
            return (_NAMED[type(event)], name)


_NAMED: Mapping[type[Event], str] = {Wrote: "text", Chosen: "choice", Exported: "exported"}
