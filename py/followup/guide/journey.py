"""The journey from getting ready to the outcome: its stages, their pages, and where a reader is.

Its shape is from the research on content, section 5. Each page says itself where it stands. Nothing
here words anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from followup.dates.plan import Outcome, Plan
from followup.guide.checklist import Count, Item, count
from followup.guide.contents import Guide, Joint, Page, StageName
from followup.records.answers import Answers

STAGES: tuple[StageName, ...] = get_args(StageName)
"""Every stage, in order."""

JOINTS: tuple[Joint | None, ...] = (None, *get_args(Joint))
"""Every joint, in the order in which pages of a stage stand by it."""

A_DAY = timedelta(days=1)
"""How long after the interview "the same day" lasts: the day after is good for most of it."""


@dataclass(frozen=True)
class Place:
    """Where a reader is.

    Attributes:
        page: the path of one of the stage's pages; empty where it is no choice between them.
    """

    stage: StageName
    page: str = ""


def pages_of(guide: Guide, stage: StageName) -> list[Page]:
    """Return the pages of a stage: by their joints, and then as in the menu."""
    found = (page for page in guide.pages if page.stage == stage)
    return sorted(found, key=lambda page: JOINTS.index(page.joint))


def first_page(guide: Guide) -> Page | None:
    """Return the page with which the journey begins."""
    return next(iter(pages_of(guide, STAGES[0])), None)


def page_of(guide: Guide, outcome: Outcome) -> Page | None:
    """Return the page whose steps follow an outcome."""
    return next((page for page in guide.pages if page.outcome == outcome), None)


def count_pages(guide: Guide, items: Mapping[str, Item]) -> dict[str, Count]:
    """Return how far the reader is with each page of the guide, by path."""
    return {page.path: count(_steps_of(page, items)) for page in guide.pages}


def _steps_of(page: Page, items: Mapping[str, Item]) -> list[Item]:
    return [items[step.name] for step in page.steps if step.name in items]


def is_done(pages: Sequence[Page], counts: Mapping[str, Count]) -> bool:
    """Return whether all that counts on the pages of a stage is done, and something does."""
    found = [counts[page.path] for page in pages if page.path in counts]
    return Count(sum(one.done for one in found), sum(one.total for one in found)).is_all


def place_of(
    guide: Guide, answers: Answers, plan: Plan | None, counts: Mapping[str, Count], today: date
) -> Place | None:
    """Return where a reader is with an interview; None before its day is known.

    Args:
        guide: with the place of each page.
        answers: what the reader answered about it.
        plan: its plan; None while a date is missing or refused.
        counts: how far the reader is with each page, by path.
        today: the reader's own day.
    """
    if answers.outcome:
        return _at_outcome(guide, answers.outcome)
    if answers.interview is None:
        return None
    if today <= answers.interview + A_DAY:
        around = _around_interview(guide, answers.interview, counts, today)
        if around:
            return Place(around)
    return _by_plan(guide, plan)


def _at_outcome(guide: Guide, outcome: Outcome) -> Place:
    page = page_of(guide, outcome)
    return Place("outcome", page.path if page and page.stage == "outcome" else "")


def _around_interview(
    guide: Guide, interview: date, counts: Mapping[str, Count], today: date
) -> StageName | None:
    """Return the stage up to the day after the interview; None if all of that is done."""
    if today < interview:
        return "prepare"
    same_day = pages_of(guide, "same_day")
    has_been = today > interview or any(
        counts[page.path].done
        for page in (*pages_of(guide, "interview"), *same_day)
        if page.path in counts
    )
    if not has_been:
        return "interview"
    return None if is_done(same_day, counts) else "same_day"


def _by_plan(guide: Guide, plan: Plan | None) -> Place:
    """Return the stage that the plan's next step belongs to."""
    if plan is None:
        return Place("dates")
    step = plan.current
    if step is None or step.kind == "close":
        return _at_outcome(guide, "closed")
    if step.kind == "later":
        return Place("later")
    return Place("first" if step.state == "due" else "wait")
