"""The checklist: which steps count, which are done, and by when each is due.

A tick is the reader's own; logging a contact ticks the steps of that contact too (rule 8), and so
does an outcome with its step.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.dates.closed_days import ClosedDays, working_days_from
from followup.dates.plan import Contact, Plan
from followup.guide.steps import Need, Offset, StepRule
from followup.records.answers import Answers, LogEntry
from followup.records.record import Stamp, Ticked
from followup.records.state import State

DueState = Literal["upcoming", "today", "earlier", "done", "passed"]

STEPS_OF_DATES = {"interview": "start-dates", "decision": "plan-decision"}
"""The step that is done by entering a date."""

UNASKED_NEEDS = frozenset({"thank_you_note", "it_happens"})
"""What a step can need that nobody enters when it happens."""

STEPS_OF_OUTCOMES = {"closed": "quiet-close", "withdrawn": "wait-withdraw"}
"""The step that is done by entering an outcome."""


@dataclass(frozen=True)
class Due:
    """By when a step is to be done, and how that day stands to today. `earlier` is a day that has
    passed, `passed` one that had before there was a plan; neither is ever called due (rule 9)."""

    day: date
    state: DueState


@dataclass(frozen=True)
class Item:
    """A step as it stands for this reader.

    Attributes:
        rule: what dates it, and when it counts.
        aside: whether it is set aside as one that does not apply. What is done does apply.
        number: the round that its tick belongs to.
        counts: whether it is part of the progress: it applies, or was done while it did, and is
            not set aside.
    """

    name: str
    rule: StepRule
    done: bool
    aside: bool
    counts: bool
    number: int
    due: Due | None
    every: str | None

    @property
    def is_brought(self) -> bool:
        """Whether it is here because of something that has happened, such as an outcome."""
        is_here = self.counts or self.aside
        return is_here and any(need not in UNASKED_NEEDS for need in self.rule.needs)

    @property
    def is_for_today(self) -> bool:
        """Whether today is the last day for it."""
        return self.counts and self.due is not None and self.due.state == "today"


@dataclass(frozen=True)
class Count:
    """How many steps are done, of those that count."""

    done: int
    total: int

    @property
    def is_all(self) -> bool:
        """Whether there are any, and all of them are done."""
        return 0 < self.total == self.done


def count(items: Iterable[Item]) -> Count:
    """Return how many of the steps are done, of those that count."""
    counted = [item for item in items if item.counts]
    return Count(sum(item.done for item in counted), len(counted))


@dataclass(frozen=True)
class Facts:
    """What a checklist is read from.

    Attributes:
        thank_you_note: whether the reader wants to send one.
        next_round: interview date of the round after this one.
    """

    state: State
    interview_id: str
    answers: Answers
    plan: Plan | None
    closed: ClosedDays
    today: date
    thank_you_note: bool = True
    next_round: date | None = None


def read_checklist(rules: Mapping[str, StepRule], facts: Facts) -> dict[str, Item]:
    """Return the steps, given as their rules by name, as they stand."""
    logged = _ticked_by_logging(facts)
    return {name: _item(name, rule, facts, logged) for name, rule in rules.items()}


def _item(name: str, rule: StepRule, facts: Facts, logged: dict[tuple[str, int], Stamp]) -> Item:
    number = len(facts.answers.follow_ups_sent) if rule.rounds else 0
    done = _is_done(facts, name, number, logged)
    aside = not done and facts.state.is_aside(facts.interview_id, name)
    applies = _applies(rule, facts)
    return Item(
        name=name,
        rule=rule,
        done=done,
        aside=aside,
        counts=not aside and (applies or done),
        number=number,
        due=_due(rule, facts, done=done) if applies else None,
        every=rule.every if applies else None,
    )


def _is_done(facts: Facts, name: str, number: int, logged: dict[tuple[str, int], Stamp]) -> bool:
    """Return the reader's own tick, unless a contact logged after it ticked the step."""
    fact = facts.state.tick(facts.interview_id, name, number)
    stamp = logged.get((name, number))
    if fact is None or (stamp and stamp > fact.stamp):
        return stamp is not None
    return isinstance(fact.event, Ticked) and fact.event.on


def _ticked_by_logging(facts: Facts) -> dict[tuple[str, int], Stamp]:
    """Return the steps that the log, the outcome and the dates tick, with rounds and when."""
    ticked = {(STEPS_OF_DATES[name], 0): stamp for name, stamp in _answered(facts)}
    entries = {entry.id: entry for entry in facts.answers.log}
    to_come = sorted(facts.answers.moves.days, reverse=True)
    is_first = True
    for number, contact in enumerate(facts.answers.follow_ups_sent):
        entry = entries[contact.entry]
        while to_come and to_come[-1] <= contact.day:
            # After each day to which they moved the interview there is a first contact again.
            to_come.pop()
            is_first = True
        names = _first_steps(contact, entry) if is_first else ("mail-send", "mail-log")
        if _is_at_close(facts.plan):
            # The last one logged before the close was the last message.
            ticked["quiet-last", 0] = entry.stamp
        ticked |= {(name, 0 if is_first else number): entry.stamp for name in names}
        is_first = False
    outcome = facts.state.fact(facts.interview_id, "choice", "outcome")
    if outcome and facts.answers.outcome in STEPS_OF_OUTCOMES:
        ticked[STEPS_OF_OUTCOMES[facts.answers.outcome], 0] = outcome.stamp
    return ticked


def _answered(facts: Facts) -> Iterator[tuple[str, Stamp]]:
    """Yield the date questions that have an accepted answer, and when they were answered."""
    answers = facts.answers
    days = {"interview": answers.answered_interview, "decision": answers.decision}
    for name, day in days.items():
        fact = facts.state.fact(facts.interview_id, "answer", name)
        if fact and day:
            yield name, fact.stamp


def _first_steps(contact: Contact, entry: LogEntry) -> tuple[str, ...]:
    made = {"phone": ("first-call",), "email": ("first-email",), "other": ()}
    unanswered = ("first-voicemail",) if entry.kind == "called" else ()
    return (*made[contact.channel], *unanswered, "first-log")


def _applies(rule: StepRule, facts: Facts) -> bool:
    """Return whether the step makes sense now: those of an outcome only once there is that
    outcome, those of the plan only until there is one."""
    if rule.needs:
        return any(_is_met(need, facts) for need in rule.needs)
    if rule.ends_with_plan and facts.answers.outcome:
        return False
    if rule.until_contact and facts.answers.counted_follow_ups:
        return False
    return not (rule.rounds and _is_at_close(facts.plan))


def _is_met(need: Need, facts: Facts) -> bool:
    match need:
        case "thank_you_note":
            return facts.thank_you_note
        case "last_message":
            return facts.plan is not None and facts.plan.last_message_due
        case "at_close":
            return _is_at_close(facts.plan)
        case "it_happens":
            return False
        case "outcome":
            return facts.answers.outcome is not None
        case "moved":
            return bool(facts.answers.moves.days)
        case outcome:
            return facts.answers.outcome == outcome


def _is_at_close(plan: Plan | None) -> bool:
    return plan is not None and plan.current is not None and plan.current.kind == "close"


def _due(rule: StepRule, facts: Facts, *, done: bool) -> Due | None:
    start = _anchor_day(rule.by, facts) if rule.by else None
    if rule.by is None or start is None:
        return None
    day = _add(rule.by, start, facts.closed)
    if done:
        return Due(day, "done")
    return Due(day, "passed" if _is_over(rule.by, day, facts) else _due_state(day, facts.today))


def _is_over(by: Offset, day: date, facts: Facts) -> bool:
    """Return whether the time of a step has passed without it being due (rule 9): before the
    interview was entered, before it ended, or before it was too late for the plan."""
    if day < facts.state.entered.get(facts.interview_id, facts.today):
        return True
    is_too_late = facts.plan is not None and facts.plan.state == "too_late"
    has_ended = facts.answers.outcome is not None and by.anchor in {"interview", "decision"}
    return (is_too_late or has_ended) and day < facts.today


def _due_state(day: date, today: date) -> DueState:
    if day < today:
        return "earlier"
    return "today" if day == today else "upcoming"


def _anchor_day(offset: Offset, facts: Facts) -> date | None:
    """Return the day that the step counts from. Dates of contacts come from the plan alone."""
    match offset.anchor:
        case "interview":
            # Nothing can be done by the day of an interview that is off.
            return None if facts.answers.outcome == "cancelled" else facts.answers.interview
        case "decision":
            return facts.answers.current_decision
        case "outcome":
            return facts.answers.heard
        case "deadline":
            return facts.answers.deadline
        case "next_round":
            return facts.next_round
        case "last":
            return facts.plan.last_exchange if facts.plan else None
        case kind:
            step = facts.plan.find(kind) if facts.plan else None
            return step.act_on if step else None


def _add(offset: Offset, day: date, closed: ClosedDays) -> date:
    if offset.unit == "working days":
        return working_days_from(day, offset.count, closed)
    return date.fromordinal(day.toordinal() + offset.count)
