"""How far the reader is: "5 of 32 done", in words and as a bar, over the steps that count."""

import htpy

from followup import words
from followup.guide.checklist import Count, count
from followup.guide.contents import Guide
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.words import Sentence

BAR = "progress-bar"


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
    return scene.state.choice("show", "all") == "core"


def counted(scene: Scene) -> Count:
    """Return how many of the steps that are shown are done."""
    core_only = is_core_only(scene)
    shown = {step.name for step in scene.guide.steps() if step.core or not core_only}
    return count(item for name, item in scene.checklist.items() if name in shown)
