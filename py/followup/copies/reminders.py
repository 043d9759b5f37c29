"""When a copy of the plan is due, and when the last was taken. A copy is outside the browser: a
file, a link, or a calendar entry that carries the link, as one that went in by a form does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followup.records.record import (
    ALL,
    BY_FORM,
    CALENDAR,
    FILE,
    LATER,
    LINK,
    Chosen,
    Deleted,
    Event,
    Exported,
)
from followup.records.state import Fact, State

WEEK = 7
"""Days. Safari may clear what a page keeps after as many without a visit."""

WAYS_TO_SEE = {
    "show",
    "adviser-scope",
    "adviser-names",
    "link-scope",
    "link-names",
    "link-picture",
}
"""Choices that say how to see or share something: without them nothing is lost."""


@dataclass(frozen=True)
class Reminder:
    """That a copy is due.

    Attributes:
        copied: whether what is at risk was ever copied.
        day: of the copy since which something has changed, else since which something is here only.
    """

    copied: bool
    day: date


def copy_reminder(state: State, today: date) -> Reminder | None:
    """Return the one reminder that is due, the one about the longest time; None if none is."""
    later = _exported(state, ALL, LATER)
    if later and abs((today - later.written).days) < WEEK:
        return None
    places = (*state.interviews(), ALL)
    due = (_due(state, place, today) for place in places)
    return min(filter(None, due), key=lambda one: one.day, default=None)


def last_file(state: State) -> date | None:
    """Return the day on which the last file was saved."""
    fact = _exported(state, ALL, FILE)
    return fact.written if fact else None


def _due(state: State, place: str, today: date) -> Reminder | None:
    """Return the reminder for one interview, or for what belongs to all."""
    at_risk = [fact for fact in state.facts.get(place, {}).values() if _matters(fact.event)]
    copy = max(_copies(state, place), key=lambda fact: fact.stamp, default=None)
    if copy:
        at_risk = [fact for fact in at_risk if fact.stamp > copy.stamp]
    if not at_risk:
        return None
    day = copy.written if copy else min(fact.written for fact in at_risk)
    # A clock that was put back gives a copy of a later day: nobody knows how old it is.
    age = (today - day).days
    is_old = abs(age) > WEEK if copy else age > WEEK
    return Reminder(copied=copy is not None, day=day) if is_old else None


def _matters(event: Event) -> bool:
    if isinstance(event, Chosen):
        return event.name not in WAYS_TO_SEE
    return not isinstance(event, Exported | Deleted)


def _copies(state: State, place: str) -> Iterator[Fact]:
    """Yield the copies that hold what belongs to an interview.

    A copy of any interview also holds what belongs to all.
    """
    yield from filter(None, (_exported(state, ALL, name) for name in (FILE, LINK)))
    for owner in state.interviews() if place == ALL else (place,):
        for fact in state.facts.get(owner, {}).values():
            event = fact.event
            if isinstance(event, Exported) and event.on and _is_own_copy(state, owner, event.name):
                yield fact


def _is_own_copy(state: State, owner: str, name: str) -> bool:
    if not name.startswith(CALENDAR):
        return name in {FILE, LINK}
    entry = state.fact(owner, "exported", name)
    form = state.fact(owner, "exported", BY_FORM + name.removeprefix(CALENDAR))
    return not (entry and form and form.stamp > entry.stamp)


def _exported(state: State, place: str, name: str) -> Fact | None:
    fact = state.fact(place, "exported", name)
    return fact if fact and getattr(fact.event, "on", False) else None
