"""How far the reader is: "5 of 32 done", in words and as a bar, over the steps that count."""

from collections.abc import Iterable

import htpy

from followup import words
from followup.checklist import Item
from followup.guide import Guide
from followup.view.markup import View, prose
from followup.view.scene import Scene
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
    done, total = count(_shown(scene))
    view = View()
    view.show("progress", prose(sentence(scene)))
    view.inputs[BAR] = {"attributes": {"max": str(max(total, 1)), "value": str(done)}}
    return view


def sentence(scene: Scene) -> Sentence:
    """Return how many of the steps that are shown are done, in words."""
    done, total = count(_shown(scene))
    return words.progress(done, total, core_only=_is_core_only(scene))


def count(items: Iterable[Item]) -> tuple[int, int]:
    """Return how many of the steps that count are done, and how many count."""
    counted = [item for item in items if item.counts]
    return sum(item.done for item in counted), len(counted)


def _is_core_only(scene: Scene) -> bool:
    return scene.state.choice("show", "all") == "core"


def _shown(scene: Scene) -> list[Item]:
    core_only = _is_core_only(scene)
    core = {step.name for step in scene.guide.steps() if step.core or not core_only}
    return [item for name, item in scene.checklist.items() if name in core]
