"""The journey from getting ready to the outcome: its stages, their pages, and where a reader is.

Its shape is from the research on content, section 5. Nothing here words anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from followup.dates.plan import Outcome, Plan
from followup.guide.checklist import Count, Item, count
from followup.guide.contents import Guide, Page
from followup.records.answers import Answers

Joint = Literal["", "and", "if_it_fits", "or"]
"""How a page of a stage goes with the ones before it; nothing for the first."""

StageName = Literal[
    "prepare", "interview", "same_day", "dates", "wait", "first", "later", "outcome"
]


@dataclass(frozen=True)
class Way:
    """A page of the guide that belongs to a stage."""

    path: str
    joint: Joint = ""


@dataclass(frozen=True)
class Stage:
    """A stage of the journey, with all or one of its pages to be read."""

    name: StageName
    ways: tuple[Way, ...]


STAGES = (
    Stage("prepare", (Way("guide/prepare.md"),)),
    Stage("interview", (Way("guide/at-the-interview.md"),)),
    Stage(
        "same_day",
        (
            Way("guide/same-day-notes.md"),
            Way("guide/referees.md", "and"),
            Way("guide/thank-you.md", "if_it_fits"),
        ),
    ),
    Stage("dates", (Way("guide/when-to-get-in-touch.md"),)),
    Stage("wait", (Way("guide/while-you-wait.md"),)),
    Stage("first", (Way("guide/first-contact.md"),)),
    Stage("later", (Way("guide/later-emails.md"),)),
    Stage(
        "outcome",
        (
            Way("guide/next-interview.md"),
            Way("guide/offer.md", "or"),
            Way("guide/turned-down.md", "or"),
            Way("guide/no-reply.md", "or"),
        ),
    ),
)
"""Every stage, in order."""

PAGE_OF_OUTCOME: Mapping[Outcome, str] = {
    "asked_back": "guide/next-interview.md",
    "offer": "guide/offer.md",
    "turned_down": "guide/turned-down.md",
    "withdrawn": "guide/while-you-wait.md",
    "closed": "guide/no-reply.md",
    "cancelled": "guide/interview-moved.md",
}
"""The guide page whose steps follow each outcome."""

NO_REPLY = PAGE_OF_OUTCOME["closed"]

A_DAY = timedelta(days=1)
"""How long after the interview "the same day" lasts: the day after is good for most of it."""


@dataclass(frozen=True)
class Place:
    """Where a reader is.

    Attributes:
        page: which one of the stage's ways; empty where it is no choice between them.
    """

    stage: StageName
    page: str = ""


def count_pages(guide: Guide, items: Mapping[str, Item]) -> dict[str, Count]:
    """Return how far the reader is with each page of the guide, by path."""
    return {page.path: count(_steps_of(page, items)) for page in guide.pages}


def _steps_of(page: Page, items: Mapping[str, Item]) -> list[Item]:
    return [items[step.name] for step in page.steps if step.name in items]


def is_done(stage: Stage, counts: Mapping[str, Count]) -> bool:
    """Return whether all that counts in a stage is done, and something does."""
    found = [counts[way.path] for way in stage.ways if way.path in counts]
    return Count(sum(one.done for one in found), sum(one.total for one in found)).is_all


def place_of(
    answers: Answers, plan: Plan | None, counts: Mapping[str, Count], today: date
) -> Place | None:
    """Return where a reader is with an interview; None before its day is known.

    Args:
        answers: what the reader answered about it.
        plan: its plan; None while a date is missing or refused.
        counts: how far the reader is with each page, by path.
        today: the reader's own day.
    """
    if answers.outcome:
        page = PAGE_OF_OUTCOME[answers.outcome]
        ways = {way.path for way in STAGES[-1].ways}
        return Place("outcome", page if page in ways else "")
    if answers.interview is None:
        return None
    if today <= answers.interview + A_DAY:
        around = _around_interview(answers.interview, counts, today)
        if around:
            return Place(around)
    return _by_plan(plan)


def _around_interview(
    interview: date, counts: Mapping[str, Count], today: date
) -> StageName | None:
    """Return the stage up to the day after the interview; None if all of that is done."""
    if today < interview:
        return "prepare"
    _, at_interview, same_day, *_ = STAGES
    has_been = today > interview or any(
        counts[way.path].done
        for stage in (at_interview, same_day)
        for way in stage.ways
        if way.path in counts
    )
    if not has_been:
        return "interview"
    return None if is_done(same_day, counts) else "same_day"


def _by_plan(plan: Plan | None) -> Place:
    """Return the stage that the plan's next step belongs to."""
    if plan is None:
        return Place("dates")
    step = plan.current
    if step is None or step.kind == "close":
        return Place("outcome", NO_REPLY)
    if step.kind == "later":
        return Place("later")
    return Place("first" if step.state == "due" else "wait")
