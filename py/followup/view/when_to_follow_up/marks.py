"""What stands on which day, for the pictures: read from the plan and what it was worked out from.

No date is worked out here. The calendar and the timeline draw the same values with the same
letters, so that one explains the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from htpy import span
from markupsafe import Markup, escape

from followup import words
from followup.dates.closed_days import ClosedDays
from followup.dates.plan import (
    Contact,
    DatedStep,
    Outcome,
    Plan,
    Situation,
    decision_days,
    in_order,
    interview_days,
)
from followup.words import Sentence


@dataclass(frozen=True)
class Mark:
    """Something that stands on a day.

    Attributes:
        kind: what it is, one of `words.MARKS` or "later".
        state: "done", "due", "next" or "tentative" as in the plan; "known" for a day that was
            named; "replaced" for a day of the interview or of the decision that counts no more;
            "closed".
        letter: what is drawn for it.
        name: what the letter means, in a few words.
        sentence: what happens on the day.
        last: the last day of closed days in a row; else equal to `day`.
    """

    day: date
    kind: str
    state: str
    letter: str
    name: str
    sentence: Sentence
    last: date


def marks_of(
    situation: Situation, plan: Plan, heard: date | None = None, deadline: date | None = None
) -> tuple[Mark, ...]:
    """Return everything that happened, was named or is planned, in date order.

    Args:
        situation: what the plan was worked out from.
        plan: the plan.
        heard: the day of the outcome, if there is one.
        deadline: the day by which an offer must be answered, likewise.
    """
    contacts = in_order(situation.contacts)
    sent = frozenset(one.entry for one in contacts if one.direction == "sent" and one.entry)
    marks = [
        *_replaced("interview", interview_days(situation)[:-1]),
        _named(interview_days(situation)[-1], "interview"),
        *_decisions(situation, plan),
        *(_made(contact, sent) for contact in contacts),
        *([_ended(heard, situation.outcome)] if heard and situation.outcome else []),
        *([_named(deadline, "deadline")] if deadline else []),
        *(_to_do(step, situation.today) for step in plan.steps if step.state != "done"),
    ]
    return tuple(sorted(marks, key=lambda mark: mark.day))


def today_mark(today: date) -> Mark:
    """Return the mark of the reader's own day."""
    return _named(today, "today")


def closed_mark(closed: ClosedDays, day: date) -> Mark | None:
    """Return why the day is closed, or None if it is open."""
    reason = closed.reason(day)
    if reason is None:
        return None
    if closed.is_weekend(day):
        return closed_days_mark("weekend", reason, day, day)
    added = any(one.first <= day <= one.last for one in closed.ranges)
    return closed_days_mark("range" if added else "holiday", reason, day, day)


def closed_days_mark(kind: str, reason: str, first: date, last: date) -> Mark:
    """Return the mark of closed days in a row, both ends included."""
    letter, _ = words.MARKS[kind]
    name = words.closed_day(kind, reason)
    sentence = words.WEEKEND_PASSED if kind == "weekend" else (name,)
    return Mark(first, kind, "closed", letter, name, sentence, last)


def drawn(mark: Mark) -> Markup:
    """Return the mark as it is drawn; its meaning must stand beside it in words."""
    return _drawn(mark.kind, mark.state, mark.letter)


@lru_cache(maxsize=200)
def _drawn(kind: str, state: str, letter: str) -> Markup:
    return escape(
        span(".mark", {"data-kind": kind, "data-state": state}, aria_hidden="true")[letter]
    )


def _named(day: date, kind: str, state: str = "known") -> Mark:
    letter, name = words.MARKS[kind]
    return Mark(day, kind, state, letter, name, (name,), day)


def _decisions(situation: Situation, plan: Plan) -> Iterator[Mark]:
    """Yield every decision day that they named; only the newest counts, if even that."""
    days = decision_days(situation)
    yield from _replaced("decision", days[:-1])
    yield from (_named(day, "decision") for day in days[-1:] if day == plan.decision)
    if plan.dropped:
        name = words.no_longer_counts(words.MARKS["decision"][1])
        yield _old(plan.dropped, "decision", name)


def _replaced(kind: str, days: Sequence[date]) -> Iterator[Mark]:
    """Yield days that a newer one took the place of."""
    name = words.replaced(words.MARKS[kind][1])
    yield from (_old(day, kind, name) for day in days)


def _old(day: date, kind: str, name: str) -> Mark:
    letter, _ = words.MARKS[kind]
    return Mark(day, kind, "replaced", letter, name, (name,), day)


def _ended(heard: date, outcome: Outcome) -> Mark:
    letter, name = words.MARKS["outcome"]
    return Mark(heard, "outcome", "done", letter, name, words.outcome_answer(outcome, None), heard)


def _made(contact: Contact, sent: frozenset[str]) -> Mark:
    kind = "sent" if contact.direction == "sent" else "received"
    if contact.purpose != "follow_up":
        kind = contact.purpose
    letter, name = words.MARKS[kind]
    return Mark(contact.day, kind, "done", letter, name, _happened(contact, sent), contact.day)


def _happened(contact: Contact, sent: frozenset[str]) -> Sentence:
    """Return what happened; `sent` are the entries in which the reader got in touch."""
    if contact.new_interview:
        named = words.named_decision(contact.new_decision) if contact.new_decision else ()
        return (*words.moved_to(contact.new_interview), *([".", *named] if named else []))
    if contact.direction == "received" and contact.entry in sent:
        made = words.THEY_ANSWERED
    else:
        made = words.contact_made(contact.direction, contact.channel)
    made = words.contact_for(made, contact.purpose)
    if contact.new_decision:
        return (f"{made}.", *words.named_decision(contact.new_decision))
    return (made,)


def _to_do(step: DatedStep, today: date) -> Mark:
    letter, name = words.MARKS.get(step.kind, (str(step.number), words.contact_number(step.number)))
    sentence: Sentence = (words.step_to_do(name, step.kind, step.channel),)
    if step.act_on != step.day:
        sentence += words.do_it(step.act_on, today)
    name = words.in_state(name, step.state)
    return Mark(step.day, step.kind, step.state, letter, name, sentence, step.day)
