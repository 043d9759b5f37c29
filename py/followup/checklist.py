"""The checklist: which steps count, which are done, and by when each is due.

A tick is the reader's own; logging a contact ticks the steps of that contact too (rule 8).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.answers import Answers
from followup.closed_days import ClosedDays, working_days_from
from followup.plan import Contact, Plan
from followup.records import Stamp, Ticked
from followup.state import State
from followup.steps import STEP_RULES, Offset, StepRule

DueState = Literal["upcoming", "today", "overdue", "done", "passed"]


@dataclass(frozen=True)
class Due:
    """By when a step is due and how urgent it is. `passed` is never due (rule 9)."""

    day: date
    state: DueState


@dataclass(frozen=True)
class Item:
    """A step as it stands for this reader.

    Attributes:
        number: the round that its tick belongs to.
        counts: whether it is part of the progress: it applies and is not set aside.
    """

    name: str
    done: bool
    aside: bool
    counts: bool
    number: int
    due: Due | None
    every: str | None


def read_checklist(
    names: Iterable[str],
    state: State,
    interview_id: str,
    answers: Answers,
    plan: Plan | None,
    today: date,
) -> dict[str, Item]:
    """Return each named step as it stands. Names that the guide does not know are left out."""
    entered = state.entered.get(interview_id, today)
    logged = _ticked_by_logging(answers)
    items = {}
    for name in names:
        rule = STEP_RULES.get(name)
        if rule is None:
            continue
        number = len(answers.follow_ups_sent()) if rule.rounds else 0
        done = _is_done(state, interview_id, name, number, logged)
        aside = state.is_aside(interview_id, name)
        items[name] = Item(
            name=name,
            done=done,
            aside=aside,
            counts=not aside and _applies(rule, plan),
            number=number,
            due=_due(rule, answers, plan, today, entered, done=done),
            every=rule.every,
        )
    return items


def _is_done(
    state: State,
    interview_id: str,
    name: str,
    number: int,
    logged: dict[tuple[str, int], Stamp],
) -> bool:
    """Return the reader's own tick, unless a contact logged after it ticked the step."""
    fact = state.tick(interview_id, name, number)
    stamp = logged.get((name, number))
    if fact is None or (stamp and stamp > fact.stamp):
        return stamp is not None
    return isinstance(fact.event, Ticked) and fact.event.on


def _ticked_by_logging(answers: Answers) -> dict[tuple[str, int], Stamp]:
    """Return the steps that the log ticks, with their rounds and when they were logged."""
    ticked: dict[tuple[str, int], Stamp] = {}
    entries = {entry.id: entry for entry in answers.log}
    for number, contact in enumerate(answers.follow_ups_sent()):
        names = ("mail-send", "mail-log") if number else _first_steps(contact)
        for name in names:
            ticked[name, number] = entries[contact.entry].stamp
    return ticked


def _first_steps(contact: Contact) -> tuple[str, ...]:
    made = {"phone": ("first-call",), "email": ("first-email",), "other": ()}
    return (*made[contact.channel], "first-log")


def _applies(rule: StepRule, plan: Plan | None) -> bool:
    """Return whether the step counts yet: those of an outcome only once there is that outcome."""
    at_close = plan is not None and plan.current is not None and plan.current.kind == "close"
    if rule.needs is None:
        return not (rule.rounds and at_close)
    if plan is None:
        return False
    if rule.needs == "last_message":
        return plan.last_message_due
    return rule.needs == "close" and at_close


def _due(
    rule: StepRule,
    answers: Answers,
    plan: Plan | None,
    today: date,
    entered: date,
    *,
    done: bool,
) -> Due | None:
    if rule.by is None or plan is None or not _applies(rule, plan):
        return None
    start = _anchor_day(rule.by, answers, plan)
    if start is None:
        return None
    day = _add(rule.by, start)
    return Due(day, _due_state(day, today, entered, done=done))


def _due_state(day: date, today: date, entered: date, *, done: bool) -> DueState:
    if done:
        return "done"
    if day < entered:
        return "passed"
    if day < today:
        return "overdue"
    return "today" if day == today else "upcoming"


def _anchor_day(offset: Offset, answers: Answers, plan: Plan) -> date | None:
    """Return the day that the step counts from. Dates of contacts come from the plan alone."""
    if offset.anchor == "interview":
        return answers.interview
    if offset.anchor == "decision":
        return answers.decision
    if offset.anchor == "last":
        return plan.last_exchange
    step = plan.find(offset.anchor)
    return step.act_on if step else None


def _add(offset: Offset, day: date) -> date:
    if offset.unit == "working days":
        return working_days_from(day, offset.count, ClosedDays())
    return date.fromordinal(day.toordinal() + offset.count)
