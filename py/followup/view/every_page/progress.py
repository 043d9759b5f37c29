"""How far the reader is: "5 of 32 done", in words and as a bar, over the steps that count."""

from collections.abc import Iterable

import htpy

from followup import words
from followup.guide.checklist import Count, count
from followup.guide.contents import Guide, Step
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.words import Sentence

BAR = "progress-bar"

DEFAULT_SHOWN = "core"
"""The steps that the Checklist shows and counts until the reader chooses."""


def blank(_guide: Guide) -> htpy.Node:
    """Return the progress before anything is known: words and bar empty."""
    return htpy.div(".progress")[
        htpy.p(".progress-words")[htpy.span({"data-output": "progress"})],
        htpy.progress(id=BAR, max="1", value="0", aria_label=words.PROGRESS_LABEL),
    ]


def fill(scene: Scene) -> View:
    """Return the progress over all steps, or over the core steps if those are chosen."""
    counts = scene.once(counted)
    view = View()
    view.show("progress", prose(sentence(scene)))
    view.inputs[BAR] = {"attributes": {"max": str(max(counts.total, 1)), "value": str(counts.done)}}
    return view


def sentence(scene: Scene) -> Sentence:
    """Return how many of the steps that are shown are done, in words."""
    counts = scene.once(counted)
    return words.progress(counts.done, counts.total, core_only=is_core_only(scene))


def is_core_only(scene: Scene) -> bool:
    """Return whether the reader wants to see the core steps only."""
    return shown_steps(scene) == "core"


def shown_steps(scene: Scene) -> str:
    """Return which steps the reader wants to see: "core", unless "all" was chosen."""
    return scene.state.choice("show", DEFAULT_SHOWN)


def counted(scene: Scene) -> Count:
    """Return how many of the steps that are shown are done."""
    return counted_of(scene.guide.steps(), scene)


def counted_of(steps: Iterable[Step], scene: Scene) -> Count:
    """Return how many of those steps that are shown are done. Beside the core steps these are what
    has happened (an outcome, a close, a moved interview) and whatever else is ticked."""
    is_all = not is_core_only(scene)
    items = ((step, scene.checklist[step.name]) for step in steps if step.name in scene.checklist)
    return count(
        item for step, item in items if is_all or step.core or item.is_brought or item.done
    )
