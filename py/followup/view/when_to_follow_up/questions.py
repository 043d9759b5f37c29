"""The two date questions: the interview, and the day by which they said they would decide; and what
becomes of both if the employer moves the interview.

Each is one line once it is answered, and opens again to be changed. It is open by itself only
while it is not answered; one that the reader is at stays as it is.
"""

from collections.abc import Mapping
from datetime import date

from htpy import Element, Node, a, details, div, p, span, summary

from followup import words
from followup.dates.civil_date import Problem, Typed
from followup.dates.plan import dropped_decision
from followup.guide.contents import Guide
from followup.view.parts import date_boxes
from followup.view.parts.link_offer import offer_of
from followup.view.parts.markup import View, place, prose, time_of
from followup.view.parts.scene import Scene

FILLS: Mapping[str, Mapping[str, str]] = {
    "interview": {"today": words.FILLS[0], "yesterday": words.FILLS[-1]},
    "decision": {"": words.NO_DECISION},
}
"""Quick buttons that are there before Python is; see `date_boxes.blank`."""

OFFSETS: Mapping[str, tuple[int, ...]] = {"interview": (), "decision": (7, 14)}
"""Further quick buttons: days from today."""

# From the page of dates and from the card, both of which have these questions.
FORM_ADDRESS = "../dates/#log-a-contact"
LOG_ADDRESS = "../dates/#what-has-happened-so-far"


def blank(_guide: Guide) -> Node:
    """Return both questions, empty, each with the place of what is to say about a move."""
    return div(".two-questions")[
        (
            div[question(name), p(".hint.moved-hint", {"data-output": f"moved.{name}"})]
            for name in FILLS
        )
    ]


def question(name: str, beside: Node = None) -> Element:
    """Return an empty question, open, with something beside its quick buttons."""
    return details(".asking", {"data-folds": True}, id=_line(name), open=True)[
        summary[span(".asked")[words.ASKED[name]], " ", place(f"line.{name}")],
        date_boxes.blank(name, saves_itself=True, fills=FILLS[name], beside=beside),
    ]


def fill(scene: Scene) -> View:
    """Return both questions as answered."""
    view = answered(scene)
    view.show("moved.interview", _about_interview(scene))
    view.show("moved.decision", _about_decision(scene))
    return view


def answered(scene: Scene) -> View:
    """Return the boxes of both questions, and the line of each. What a link brings stands in the
    boxes of a question that nobody has answered; it is no answer before the reader says so."""
    view = View()
    answers = scene.answers
    days = {"interview": answers.answered_interview, "decision": answers.decision}
    for name, offsets in OFFSETS.items():
        problem: Problem | None = answers.problems.get(name)
        brought = offer_of(scene).here.get(name)
        typed = _spread(brought) if brought else scene.state.typed(scene.interview_id, name)
        day = brought or days[name]
        view.add(date_boxes.fill(name, typed, day, problem, scene.today, offsets))
        is_answered = _is_answered(name, scene)
        view.show(f"line.{name}", _answer(name, scene) if is_answered else None)
        view.inputs[_line(name)] = {"attributes": {"open": None if is_answered else ""}}
    is_none = _is_answered("decision", scene) and answers.decision is None
    pressed = {"aria-pressed": "true" if is_none else "false"}
    view.inputs["fill-decision-none"] = {"attributes": pressed}
    return view


def _spread(day: date) -> Typed:
    return Typed(str(day.day), str(day.month), str(day.year))


def _line(name: str) -> str:
    return f"{name}-question"


def _is_answered(name: str, scene: Scene) -> bool:
    """Return whether there is an answer that stands. "No" is one too, where a date can be unknown;
    what nobody has answered is none."""
    if name in scene.answers.problems:
        return False
    if name == "interview":
        return scene.answers.answered_interview is not None
    return scene.state.answered(scene.interview_id, name) is not None


def _answer(name: str, scene: Scene) -> Node:
    answers = scene.answers
    day = answers.interview if name == "interview" else answers.decision
    return [
        span(".answered")[time_of(day) if day else words.NO_DECISION],
        " ",
        span(".change")[words.CHANGE],
    ]


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
