"""Reads a guide page's place in the journey from the lines above it.

They are “stage: same day”, “joint: and” and “outcome: offer”. The same words are explained
to authors in docs/about/editing.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar, get_args

from followup.dates.plan import Outcome
from followup.errors import GuideError
from followup.guide.contents import Guide, Joint, Page, StageName
from followup_site.pages.front_matter import Head

BESIDE = "none"
"""The stage of a page that stands beside the journey, as authors write it."""

STAGES: Mapping[str, StageName] = {one.replace("_", " "): one for one in get_args(StageName)}
JOINTS: Mapping[str, Joint] = {one.replace("_", " "): one for one in get_args(Joint)}
OUTCOMES_WRITTEN: Mapping[str, Outcome] = {one.replace("_", " "): one for one in get_args(Outcome)}
"""Each word as authors write it."""

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """Where a page stands in the journey; its attributes are those of `Page`."""

    stage: StageName | None = None
    joint: Joint | None = None
    outcome: Outcome | None = None


def read_place(head: Head) -> Place:
    """Return where a guide page stands in the journey.

    Raises:
        GuideError: it does not say so, or in words that mean nothing, with file and remedy.
    """
    written = head.fields.get("stage")
    if written is None:
        raise GuideError(
            f"{head.name}: this page does not say where it stands in the journey. Between its two "
            f"--- add a line like “stage: wait”, or “stage: {BESIDE}” if it stands beside the "
            f"journey. {_one_of((*STAGES, BESIDE))}"
        )
    stage = None if written == BESIDE else _chosen(head, "stage", STAGES, BESIDE)
    joint = _chosen(head, "joint", JOINTS) if "joint" in head.fields else None
    if joint and not stage:
        raise GuideError(
            f"{head.where('joint')}: a page beside the journey follows no other. "
            "Take the line “joint” out."
        )
    outcome = _chosen(head, "outcome", OUTCOMES_WRITTEN) if "outcome" in head.fields else None
    return Place(stage, joint, outcome)


def check_places(pages: Mapping[str, Page]) -> None:
    """Check that pages can stand in the journey together.

    Args:
        pages: each by what a message calls it, as in "docs/guide/prepare.md".

    Raises:
        GuideError: two begin one stage or follow one outcome, with file and remedy.
    """
    begun: dict[StageName, str] = {}
    followed: dict[Outcome, str] = {}
    for name, page in pages.items():
        if page.stage and not page.joint and begun.setdefault(page.stage, name) != name:
            raise GuideError(
                f"{name}: the stage “{_written(page.stage)}” begins with {begun[page.stage]} "
                "already. Say how this page goes with it: between its two --- add a line like "
                f"“joint: and”. {_one_of(JOINTS)}"
            )
        if page.outcome and followed.setdefault(page.outcome, name) != name:
            raise GuideError(
                f"{name}: the outcome “{_written(page.outcome)}” has a page already, "
                f"{followed[page.outcome]}. Take the line “outcome” out of one of them."
            )


def check_journey(guide: Guide) -> None:
    """Check that the journey has no gap.

    Raises:
        GuideError: a stage has no page to begin with, or an outcome has none.
    """
    begun = {page.stage for page in guide.pages if not page.joint}
    for written, stage in STAGES.items():
        if stage not in begun:
            raise GuideError(
                f"docs/guide: no page begins the stage “{written}” of the journey. Give one a line "
                f"“stage: {written}” between its two ---, and no line “joint”."
            )
    followed = {page.outcome for page in guide.pages}
    for written, outcome in OUTCOMES_WRITTEN.items():
        if outcome not in followed:
            raise GuideError(
                f"docs/guide: no page follows the outcome “{written}”. Give one a line "
                f"“outcome: {written}” between its two ---."
            )


def _chosen(head: Head, key: str, choices: Mapping[str, T], *more: str) -> T:
    written = head.fields[key]
    if not isinstance(written, str) or written not in choices:
        raise GuideError(
            f"{head.where(key)}: “{key}” cannot be “{written}”. {_one_of((*choices, *more))}"
        )
    return choices[written]


def _one_of(choices: Iterable[str]) -> str:
    return f"Use one of: {', '.join(choices)}."


def _written(name: str) -> str:
    return name.replace("_", " ")
