"""The steps that a careers office has added, as a page of the guide of their own."""

from functools import lru_cache

from followup import words
from followup.guide.contents import Guide, Page, Step
from followup.guide.steps import ALWAYS, Offset, StepRule
from followup.records.office import STEP, OfficeProfile, OfficeStep

PATH = "plan/checklist.md"
"""The page on which they stand."""


@lru_cache(maxsize=4)
def office_page(profile: OfficeProfile) -> Page:
    """Return the office's steps as a page that holds steps. Each belongs to the core steps: an
    office asks for little, and means it."""
    return Page(PATH, words.from_office(profile.name), tuple(map(_step, profile.steps)))


def with_office(guide: Guide, profile: OfficeProfile | None) -> Guide:
    """Return the guide with the office's steps at its end; the guide itself if there are none."""
    if profile is None or not profile.steps:
        return guide
    return Guide((*guide.pages, office_page(profile)))


def _step(own: OfficeStep) -> Step:
    return Step(STEP + own.id, own.label, core=True, rule=_rule(own))


def _rule(own: OfficeStep) -> StepRule:
    match own.anchor:
        case "interview" | "decision" as anchor:
            return StepRule(by=Offset(anchor, own.count))
        case "outcome":
            return StepRule(by=Offset("outcome", own.count), needs=("outcome",))
    return ALWAYS
