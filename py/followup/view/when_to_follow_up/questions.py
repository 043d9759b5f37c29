"""The two date questions: the interview, and the day by which they said they would decide."""

from htpy import Node, div

from followup.dates.civil_date import Problem
from followup.guide.contents import Guide
from followup.view.parts import date_boxes
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene

OFFSETS = {"interview": (-1, 1), "decision": (7, 14)}
"""Quick buttons of each question beside "Today": days from today."""


def blank(_guide: Guide) -> Node:
    """Return both questions, empty."""
    return div(".questions")[(date_boxes.blank(name, saves_itself=True) for name in OFFSETS)]


def fill(scene: Scene) -> View:
    """Return both questions as answered."""
    view = View()
    days = {"interview": scene.answers.interview, "decision": scene.answers.decision}
    for name, offsets in OFFSETS.items():
        problem: Problem | None = scene.answers.problems.get(name)
        typed = scene.state.typed(scene.interview_id, name)
        view.add(date_boxes.fill(name, typed, days[name], problem, scene.today, offsets))
    return view
