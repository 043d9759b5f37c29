"""The fold: records into state. Order-free and idempotent, so that saving, two tabs and merging
an import are one thing: a union of records.
"""

from collections.abc import Iterable

from followup.records import Answered, Chosen, Entered, Record, Removed, SetAside, Ticked
from followup.state import Fact, FactName, State


def fold(snapshot: State, records: Iterable[Record]) -> State:
    """Return the snapshot with the records folded in: the latest event about each thing wins.

    Folding in any order, in any portions, or twice gives the same state.
    """
    facts = dict(snapshot.facts)
    entered = dict(snapshot.entered)
    for record in records:
        name = _about(record)
        fact = Fact(record.stamp, record.event)
        if name not in facts or _rank(facts[name]) < _rank(fact):
            facts[name] = fact
        if isinstance(record.event, Answered) and record.event.question == "interview":
            first = entered.get(record.interview, record.written)
            entered[record.interview] = min(first, record.written)
    return State(facts, entered)


def _rank(fact: Fact) -> tuple[object, str]:
    """Order facts by stamp; two with one stamp (a forged record) by their text, so that the
    order in which they are read does not matter."""
    return fact.stamp, repr(fact.event)


def _about(record: Record) -> FactName:
    """Return what the record is about: the latest record about one thing wins."""
    match record.event:
        case Ticked(step, number, _):
            return (record.interview, "tick", step, str(number))
        case SetAside(step, _):
            return (record.interview, "aside", step)
        case Answered(question, _):
            return (record.interview, "answer", question)
        case Entered(entry, _, _):
            return (record.interview, "entry", entry)
        case Removed(entry, _):
            return (record.interview, "removed", entry)
        case Chosen(name, _):
            return ("", "choice", name)
