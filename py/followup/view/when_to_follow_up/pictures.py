"""What the calendar and the timeline have in common: one road from the scene to the picture.

Without a plan there is nothing to draw, and the picture says what is missing.
"""

from collections.abc import Callable, Sequence

from htpy import Node, p

from followup import words
from followup.dates.plan import Plan, Situation
from followup.guide.contents import Guide
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.marks import Mark, marks_of
from followup.view.when_to_follow_up.plan import answer

Draw = Callable[[Sequence[Mark], Situation, Plan], Node]


def blank(_guide: Guide) -> Node:
    """Return either picture before an interview date is known."""
    return p[prose(words.NO_INTERVIEW)]


def fill(name: str, scene: Scene, draw: Draw) -> View:
    """Return the picture of that name, drawn from the plan and what it was worked out from."""
    view = View()
    situation, plan = scene.situation, scene.plan
    if situation is None or plan is None:
        view.show(name, p[prose(answer(scene))])
        return view
    view.show(name, draw(scene.once(_marks), situation, plan))
    return view


def _marks(scene: Scene) -> tuple[Mark, ...]:
    """Return the marks of both pictures. There are any: see `fill`."""
    situation, plan, answers = scene.situation, scene.plan, scene.answers
    if situation is None or plan is None:
        return ()
    return marks_of(situation, plan, answers.heard, answers.deadline)
