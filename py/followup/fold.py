"""The fold: records into state. Order-free and idempotent, so that saving, two tabs and merging
an import are one thing: a union of records.
"""

from collections.abc import Iterable
from dataclasses import replace

from followup.records import (
    Answered,
    Chosen,
    Deleted,
    Entered,
    Event,
    Record,
    Removed,
    SetAside,
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
        name = _about(record.event)
        fact = Fact(record.stamp, record.event, record.written, record.stamp)
        own[name] = _latest(own[name], fact) if name in own else fact
        since[record.interview] = min(since.get(record.interview, record.stamp), record.stamp)
        if isinstance(record.event, Answered) and record.event.question == "interview":
            first = entered.get(record.interview, record.written)
            entered[record.interview] = min(first, record.written)
    return State(facts, entered, since)


def _latest(known: Fact, other: Fact) -> Fact:
    """Return the later of two facts about one thing, known since the earlier of them."""
    latest = max(known, other, key=_rank)
    return replace(latest, since=min(known.since, other.since))


def _rank(fact: Fact) -> tuple[object, ...]:
    """Order facts by stamp; two with one stamp (a forged record) by their text, so that the
    order in which they are read does not matter."""
    return fact.stamp, repr(fact.event), fact.written


def _about(event: Event) -> FactName:
    """Return what the event is about: the latest event about one thing wins."""
    match event:
        case Ticked(step, number, _):
            return ("tick", step, str(number))
        case SetAside(step, _):
            return ("aside", step)
        case Answered(question, _):
            return ("answer", question)
        case Wrote(name, _):
            return ("text", name)
        case Entered(_, entry, _, _, _):
            return ("entry", entry)
        case Removed(entry, _):
            return ("removed", entry)
        case Chosen(name, _):
            return ("choice", name)
        case Deleted(_):
            return ("deleted",)
