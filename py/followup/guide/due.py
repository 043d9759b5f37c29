"""The due list: what is to do, and when, over all interviews. Soonest first.

Dates, urgency and order come from the plans and the checklists; nothing is reckoned here but how
far away a day is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from followup.dates.plan import DatedStep, Plan
from followup.guide.checklist import Item
from followup.records.answers import Answers
from followup.records.interviews import Interview

Group = Literal["since", "today", "week", "later"]
What = Literal["contact", "deadline", "steps"]

GROUPS: tuple[Group, ...] = ("since", "today", "week", "later")
DUE: tuple[Group, ...] = ("since", "today")
"""The groups that are due; what stands in the others is not called so."""

WEEK = timedelta(days=7)

ANSWER_OFFER = "offer-answer"
"""The step that is the same thing as an offer's deadline."""


def offer_is_answered(items: Mapping[str, Item]) -> bool:
    """Return whether the reader has answered an offer, or will not; so the checklist says."""
    answer = items.get(ANSWER_OFFER)
    return answer is not None and (answer.done or answer.aside)


def has_own_row(item: Item) -> bool:
    """Return whether a step of the checklist is part of a contact or is an offer's deadline,
    which stand in the list by themselves."""
    return item.name == ANSWER_OFFER or item.rule.is_of_plan


@dataclass(frozen=True)
class DueItem:
    """One thing to do.

    Attributes:
        what: the plan's next contact, the answer to an offer, or small steps of the checklist. Of
            those only the ones of today stand here: what is past and small is never called due.
        day: its own date.
        act_on: the day to act on: `day`, or the day on which an overdue contact can be made.
        step: the plan's step, if it is a contact.
        count: how many steps of the checklist it stands for.
    """

    interview: Interview
    what: What
    group: Group
    day: date
    act_on: date
    step: DatedStep | None = None
    count: int = 0

    @property
    def is_due(self) -> bool:
        """Whether its day has come."""
        return self.group in DUE


def soonest_first(items: Iterable[DueItem]) -> tuple[DueItem, ...]:
    """Return what is to do in several interviews as one list."""
    return tuple(sorted(items, key=lambda one: (one.day, one.what, one.interview.number)))


def clashes(items: Sequence[DueItem]) -> dict[date, tuple[DueItem, ...]]:
    """Return the days on which more than one telephone call is to be made, with the calls."""
    calls = [one for one in items if one.step and one.step.channel == "phone"]
    by_day: dict[date, list[DueItem]] = {}
    for one in sorted(calls, key=lambda one: one.act_on):
        by_day.setdefault(one.act_on, []).append(one)
    return {day: tuple(found) for day, found in by_day.items() if len(found) > 1}


def due_in(
    interview: Interview,
    answers: Answers,
    plan: Plan | None,
    items: Mapping[str, Item],
    today: date,
) -> Iterator[DueItem]:
    """Yield what is to do in an interview; nothing if it is archived."""
    if interview.archived:
        return
    step = plan.current if plan else None
    if step:
        yield DueItem(
            interview=interview,
            what="contact",
            group=_group(step.day, today),
            day=step.day,
            act_on=step.act_on,
            step=step,
        )
    day = answers.deadline
    if day and not offer_is_answered(items):
        yield DueItem(interview, "deadline", _group(day, today), day, day)
    others = [item for item in items.values() if not has_own_row(item)]
    count = sum(item.is_for_today for item in others)
    if count:
        yield DueItem(interview, "steps", "today", today, today, count=count)


def _group(day: date, today: date) -> Group:
    if day < today:
        return "since"
    if day == today:
        return "today"
    return "week" if day <= today + WEEK else "later"
