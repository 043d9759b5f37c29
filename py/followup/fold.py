"""The fold: records into state. Order-free and idempotent, so that saving, two tabs and merging
an import are one thing: a union of records.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from followup.records import (
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
from followup.state import Fact, FactName, State


def fold(snapshot: State, records: Iterable[Record]) -> State:
    """Return the snapshot with the records folded in: the latest event about each thing wins.

    Folding in any order, in any portions, or twice gives the same state.
    """
    facts = {interview: dict(known) for interview, known in snapshot.facts.items()}
    entered = dict(snapshot.entered)
    since = dict(snapshot.since)
    for record in records:
        own = facts.setdefault(record.interview, {})
        name = about(record.event)
        fact = Fact(record.stamp, record.event, record.written, record.stamp)
        own[name] = _latest(own[name], fact) if name in own else fact
        since[record.interview] = min(since.get(record.interview, record.stamp), record.stamp)
        if isinstance(record.event, Answered) and record.event.question == "interview":
            first = entered.get(record.interview, record.written)
            entered[record.interview] = min(first, record.written)
    return State(facts, entered, since)


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
