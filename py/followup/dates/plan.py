"""The plan: when to get in touch next, how, and why.

Its rules, by number: docs/about/how-dates-are-worked-out.md. One function, `plan`, gives each date
together with its explanation, its urgency and its order. Nothing here reads a clock, words a
sentence or knows where the answers are kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from followup.dates.closed_days import ClosedDays, move
from followup.dates.rules import GUIDE, TOO_LATE_AFTER, Channel, Rules

Direction = Literal["sent", "received"]
Purpose = Literal["follow_up", "thanks", "referee", "other", "moved"]
Outcome = Literal["asked_back", "offer", "turned_down", "withdrawn", "closed", "cancelled"]
OUTCOMES = ("asked_back", "offer", "turned_down", "withdrawn", "closed", "cancelled")
Kind = Literal["first", "later", "close"]
State = Literal["done", "due", "next", "tentative"]
Cause = Literal["first_wait", "grace", "gap", "pinned"]
PlanState = Literal["running", "ended", "too_late"]


@dataclass(frozen=True)
class Contact:
    """What really happened on a day. Only contacts whose purpose is `follow_up` are exchanges; one
    whose purpose is `moved` gives the interview another day (rule 10).

    Attributes:
        new_decision: the new decision day that they named; only in a received contact.
        entry: id of the log entry that it came from.
        new_interview: the day to which they moved the interview; only if the purpose is `moved`.
    """

    day: date
    direction: Direction
    channel: Channel
    purpose: Purpose = "follow_up"
    new_decision: date | None = None
    entry: str = ""
    new_interview: date | None = None


@dataclass(frozen=True)
class Situation:
    """All that the plan is worked out from.

    Attributes:
        interview: day of the interview, as it was before they moved it.
        today: the reader's own day.
        decision: latest day by which they said, at the interview, that they would decide.
        contacts: in the order in which they were entered.
        pinned: the day that the reader chose for the next step, while it holds.
        outcome: how it ended, if it has.
        decided_anew: whether `decision` was given after they last moved the interview, so that it
            is newer than all that was named before.
    """

    interview: date
    today: date
    decision: date | None = None
    contacts: tuple[Contact, ...] = ()
    closed: ClosedDays = field(default_factory=ClosedDays)
    rules: Rules = GUIDE
    pinned: date | None = None
    outcome: Outcome | None = None
    decided_anew: bool = False


@dataclass(frozen=True)
class Part:
    """One part of rule 1: `days` calendar days after `since` are `day`."""

    cause: Cause
    since: date
    days: int
    day: date


@dataclass(frozen=True)
class DatedStep:
    """A contact, made or to make, with the explanation of its date.

    Attributes:
        number: which follow-up it is, from 1.
        act_on: the day to act on: `day`, or if that has passed today or the next open day.
        governs: the part of rule 1 that gave the date; None for a contact made.
        parts: all the parts of rule 1 that exist, the governing one among them.
        moved_from: the day before moving, if it was moved.
        reasons: why it was moved; for a pinned day, why it is closed.
        rule_day: for a pinned day, the date that the rule gives.
    """

    kind: Kind
    state: State
    channel: Channel
    day: date
    number: int
    act_on: date
    governs: Part | None = None
    parts: tuple[Part, ...] = ()
    moved_from: date | None = None
    reasons: tuple[str, ...] = ()
    rule_day: date | None = None


@dataclass(frozen=True)
class Plan:
    """All dated steps in date order.

    Attributes:
        state: `running` with exactly one step due or next; `ended` by an outcome; `too_late`.
        last_day: the plan's last date, reckoned as if every step went out on its own date.
        last_exchange: day of the last follow-up sent or anything received.
        decision: the decision day that counts: the one they named last; None if they named none.
        dropped: the one they named last, if it no longer counts (rule 10).
    """

    steps: tuple[DatedStep, ...]
    state: PlanState
    last_day: date
    last_exchange: date | None
    decision: date | None
    dropped: date | None = None

    @cached_property
    def current(self) -> DatedStep | None:
        """The one step that is due or next, while the plan runs."""
        return next((step for step in self.steps if step.state in ("due", "next")), None)

    @cached_property
    def last_message_due(self) -> bool:
        """Whether the step to do is the last message before the close."""
        return len([step for step in self.steps if step.state != "done"]) == 2

    def find(self, kind: Kind) -> DatedStep | None:
        """Return the first step of the kind that is still to do, else the last one done."""
        found = [step for step in self.steps if step.kind == kind]
        to_do = [step for step in found if step.state != "done"]
        return next(iter(to_do or found[-1:]), None)


@dataclass(frozen=True)
class _Progress:
    """Where a plan stands: what rule 1 and rule 3 are reckoned from."""

    last: date | None
    sent: int
    unanswered: int


def plan(situation: Situation) -> Plan:
    """Return the plan: every dated step, its explanation, its urgency and its order.

    Source of every rule: docs/about/how-dates-are-worked-out.md.
    """
    dropped = dropped_decision(situation)
    situation = after_moves(situation)
    contacts = situation.contacts
    progress = _progress(contacts)
    done = _done_steps(contacts)
    on_time = list(_steps_to_do(situation, progress, late=False))
    last_day = on_time[-1].day
    exchanges = [contact.day for contact in contacts if contact.purpose == "follow_up"]
    last_exchange = exchanges[-1] if exchanges else None
    if situation.outcome:
        return Plan(done, "ended", last_day, last_exchange, situation.decision, dropped)
    if situation.today > last_day + timedelta(days=TOO_LATE_AFTER):
        return Plan(done, "too_late", last_day, last_exchange, situation.decision, dropped)
    to_do = tuple(_steps_to_do(situation, progress, late=True))
    return Plan(done + to_do, "running", last_day, last_exchange, situation.decision, dropped)


def after_moves(situation: Situation) -> Situation:
    """Return the same as the employer's moves leave it, in order and without them (rule 10): the
    interview on its last day, the contacts from that day on, and the decision day that counts."""
    interview = interview_days(situation)[-1]
    named = decision_days(situation)[-1:]
    return replace(
        situation,
        interview=interview,
        decision=next((day for day in named if day >= interview), None),
        contacts=tuple(
            contact
            for contact in in_order(situation.contacts)
            if contact.day >= interview and contact.purpose != "moved"
        ),
        decided_anew=False,
    )


def interview_days(situation: Situation) -> tuple[date, ...]:
    """Return every day that the interview ever had, the one that counts last."""
    moves = (contact.new_interview for contact in in_order(situation.contacts))
    return (situation.interview, *(day for day in moves if day))


def decision_days(situation: Situation) -> tuple[date, ...]:
    """Return every decision day that they named, the newest last."""
    contacts = in_order(situation.contacts)
    moves = [place for place, contact in enumerate(contacts, 1) if contact.new_interview]
    start = moves[-1] if moves and situation.decided_anew else 0
    days = [
        *(contact.new_decision for contact in contacts[:start] if _is_about_decision(contact)),
        situation.decision,
        *(contact.new_decision for contact in contacts[start:] if _is_about_decision(contact)),
    ]
    return tuple(day for day in days if day)


def dropped_decision(situation: Situation) -> date | None:
    """Return the decision day named last, if they then moved the interview to a day after it."""
    interview = interview_days(situation)[-1]
    return next((day for day in decision_days(situation)[-1:] if day < interview), None)


def _is_about_decision(contact: Contact) -> bool:
    return contact.purpose in {"follow_up", "moved"}


def in_order(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Return the contacts by day; on one day sent comes before received (rule 7)."""
    return tuple(sorted(contacts, key=lambda one: (one.day, one.direction == "received")))


def _progress(contacts: Sequence[Contact]) -> _Progress:
    """Replay the contacts: last exchange, follow-ups sent (rules 1 and 3)."""
    progress = _Progress(None, 0, 0)
    for contact in contacts:
        if contact.purpose != "follow_up":
            continue
        if contact.direction == "sent":
            progress = replace(
                progress,
                last=contact.day,
                sent=progress.sent + 1,
                unanswered=progress.unanswered + 1,
            )
        elif contact.new_decision:
            # The exchange that named a new decision day does not itself start a wait.
            progress = replace(progress, last=None, unanswered=0)
        else:
            progress = replace(progress, last=contact.day, unanswered=0)
    return progress


def _done_steps(contacts: Sequence[Contact]) -> tuple[DatedStep, ...]:
    sent = [one for one in contacts if one.direction == "sent" and one.purpose == "follow_up"]
    return tuple(
        DatedStep(
            kind="later" if number > 1 else "first",
            state="done",
            channel=contact.channel,
            day=contact.day,
            number=number,
            act_on=contact.day,
        )
        for number, contact in enumerate(sent, 1)
    )


def _steps_to_do(situation: Situation, progress: _Progress, *, late: bool) -> Iterator[DatedStep]:
    """Yield the current step and the tentative ones after it, to the close.

    Args:
        situation: what the plan is worked out from.
        progress: where it stands.
        late: whether an overdue step counts as done today (rule 4), or on its own date.
    """
    step = _dated(situation, progress)
    if situation.pinned:
        step = _pin(situation, step, situation.pinned)
    overdue = step.day < situation.today
    act_on = move(situation.today, situation.closed).day if overdue else step.day
    state: State = "due" if step.day <= situation.today else "next"
    yield replace(step, state=state, act_on=act_on)
    counted_as_done = act_on if late else step.day
    while step.kind != "close":
        progress = replace(
            progress,
            last=counted_as_done,
            sent=progress.sent + 1,
            unanswered=progress.unanswered + 1,
        )
        step = _dated(situation, progress)
        counted_as_done = step.day
        yield step


def _dated(situation: Situation, progress: _Progress) -> DatedStep:
    """Return the next step after `progress`, dated by rules 1 and 2, as a tentative one."""
    parts = _parts(situation, progress)
    governs = max(parts, key=lambda part: part.day)
    moved = move(governs.day, situation.closed)
    kind = _kind(situation.rules, progress)
    return DatedStep(
        kind=kind,
        state="tentative",
        channel=_channel(situation.rules, kind),
        day=moved.day,
        number=progress.sent + 1,
        act_on=moved.day,
        governs=governs,
        parts=parts,
        moved_from=moved.start if moved.reasons else None,
        reasons=moved.reasons,
    )


def _parts(situation: Situation, progress: _Progress) -> tuple[Part, ...]:
    """Return the parts of rule 1 that exist."""
    rules = situation.rules
    parts = [_part("first_wait", situation.interview, rules.first_wait)]
    if situation.decision:
        parts.append(_part("grace", situation.decision, rules.grace))
    if progress.last:
        parts.append(_part("gap", progress.last, rules.gap))
    return tuple(parts)


def _part(cause: Cause, since: date, days: int) -> Part:
    return Part(cause, since, days, since + timedelta(days=days))


def _kind(rules: Rules, progress: _Progress) -> Kind:
    if progress.unanswered >= rules.messages:
        return "close"
    return "later" if progress.sent else "first"


def _channel(rules: Rules, kind: Kind) -> Channel:
    if kind == "close":
        return "other"
    return rules.first_channel if kind == "first" else rules.later_channel


def _pin(situation: Situation, step: DatedStep, day: date) -> DatedStep:
    """Return the step on the day that the reader chose, which stands as it is (rule 6)."""
    closed = situation.closed.reason(day)
    return replace(
        step,
        day=day,
        governs=Part("pinned", day, 0, day),
        moved_from=None,
        reasons=(closed,) if closed else (),
        rule_day=step.day,
    )
