"""The checklist: which steps count, which are done, and by when each is due.

A tick is the reader's own, or one that a tool gives (rule 8): see `followup.guide.ticks`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.dates.closed_days import ClosedDays, working_days_from
from followup.guide.steps import Need, Offset, StepRule
from followup.guide.ticks import Facts, Given, Why, given_ticks, is_at_close
from followup.records.record import Ticked
from followup.records.state import Fact

DueState = Literal["upcoming", "today", "earlier", "done", "passed"]

UNASKED_NEEDS = frozenset({"thank_you_note", "it_happens"})
"""What a step can need that nobody enters when it happens."""


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
        why: what a tool saw the reader do, if it gave the tick.
        number: the round that its tick belongs to.
        counts: whether it is part of the progress: it applies, or was done while it did, and is
            not set aside.
    """

    name: str
    rule: StepRule
    done: bool
    why: Why | None
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


def read_checklist(rules: Mapping[str, StepRule], facts: Facts) -> dict[str, Item]:
    """Return the steps, given as their rules by name, as they stand."""
    given = given_ticks(facts)
    return {name: _item(name, rule, facts, given) for name, rule in rules.items()}


def _item(
    name: str, rule: StepRule, facts: Facts, all_given: Mapping[tuple[str, int], Given]
) -> Item:
    number = len(facts.answers.follow_ups_sent) if rule.rounds else 0
    own = facts.state.tick(facts.interview_id, name, number)
    given = all_given.get((name, number))
    if given and own and (_is_on(own) or own.stamp >= given.stamp):
        given = None  # The reader's own word stands: taken back, until the thing is done anew.
    done = given is not None or _is_on(own)
    aside = not done and facts.state.is_aside(facts.interview_id, name)
    applies = _applies(rule, facts)
    return Item(
        name=name,
        rule=rule,
        done=done,
        why=given.why if given else None,
        aside=aside,
        counts=not aside and (applies or done),
        number=number,
        due=_due(rule, facts, done=done) if applies else None,
        every=rule.every if applies else None,
    )


def _is_on(own: Fact | None) -> bool:
    return own is not None and isinstance(own.event, Ticked) and own.event.on


def _applies(rule: StepRule, facts: Facts) -> bool:
    """Return whether the step makes sense now: those of an outcome only once there is that
    outcome, those of the plan only until there is one."""
    if rule.needs:
        return any(_is_met(need, facts) for need in rule.needs)
    if rule.ends_with_plan and facts.answers.outcome:
        return False
    if rule.until_contact and facts.answers.counted_follow_ups:
        return False
    return not (rule.rounds and is_at_close(facts.plan))


def _is_met(need: Need, facts: Facts) -> bool:
    match need:
        case "thank_you_note":
            return facts.thank_you_note
        case "last_message":
            return facts.plan is not None and facts.plan.last_message_due
        case "at_close":
            return is_at_close(facts.plan)
        case "it_happens":
            return False
        case "outcome":
            return facts.answers.outcome is not None
        case "moved":
            return bool(facts.answers.moves.days)
        case outcome:
            return facts.answers.outcome == outcome


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
