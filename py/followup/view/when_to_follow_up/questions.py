"""The two date questions: the interview, and the day by which they said they would decide; and what
becomes of both if the employer moves the interview.
"""

from htpy import Node, a, div, p

from followup import words
from followup.dates.civil_date import Problem
from followup.dates.plan import dropped_decision
from followup.guide.contents import Guide
from followup.view.parts import date_boxes
from followup.view.parts.markup import View, prose, time_of
from followup.view.parts.scene import Scene

OFFSETS = {"interview": (-1, 1), "decision": (7, 14)}
"""Quick buttons of each question beside "Today": days from today."""

# From the page of dates and from the card, both of which have these questions.
FORM_ADDRESS = "../dates/#log-a-contact"
LOG_ADDRESS = "../dates/#what-has-happened-so-far"


def blank(_guide: Guide) -> Node:
    """Return both questions, empty, each with the place of what is to say about a move."""
    return div(".questions")[
        (
            [
                date_boxes.blank(name, saves_itself=True),
                p(".hint", {"data-output": f"moved.{name}"}),
            ]
            for name in OFFSETS
        )
    ]


def fill(scene: Scene) -> View:
    """Return both questions as answered."""
    view = View()
    answers = scene.answers
    days = {"interview": answers.answered_interview, "decision": answers.decision}
    for name, offsets in OFFSETS.items():
        problem: Problem | None = answers.problems.get(name)
        typed = scene.state.typed(scene.interview_id, name)
        view.add(date_boxes.fill(name, typed, days[name], problem, scene.today, offsets))
    view.show("moved.interview", _about_interview(scene))
    view.show("moved.decision", _about_decision(scene))
    return view


def _about_interview(scene: Scene) -> Node:
    """Return to which day they moved it, else the way to say so."""
    moved_to = scene.answers.moves.interview
    if moved_to:
        link = a(href=LOG_ADDRESS)[words.CHANGE_IN_LOG]
        return [words.MOVED_IT, time_of(moved_to), ". ", link, words.FULL_STOP]
    if scene.answers.interview is None or scene.answers.outcome:
        return None
    return [words.DID_THEY_MOVE_IT, a(href=FORM_ADDRESS)[words.LOG_THE_MOVE], words.FULL_STOP]


def _about_decision(scene: Scene) -> Node:
    """Return which decision date counts no more, and that a new one goes here."""
    day = dropped_decision(scene.situation) if scene.situation else None
    return prose((*words.decision_dropped(day), *words.TYPE_DECISION)) if day else None
