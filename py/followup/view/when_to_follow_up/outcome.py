"""How it ended: the outcome with its day, an offer's deadline, its steps, and the way back."""

from htpy import Element, Node, a, button, div, fieldset, legend, li, p, ul

from followup import words
from followup.dates.plan import Outcome
from followup.guide.checklist import Item
from followup.guide.contents import Guide
from followup.guide.journey import page_of
from followup.guide.numbers import filled
from followup.records.record import FORMAT_OF_MOVES
from followup.view.parts import date_boxes, radios
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import LOG_ADDRESS, answer

NONE = "none"
OFFSETS = {"outcome-day": (-1,), "offer-deadline": (7, 14)}
"""Quick buttons of each date beside "Today": days from today."""


def blank(_guide: Guide) -> Node:
    """Return the question, with its dates out of sight until there is an outcome."""
    return [
        fieldset(".choice.outcomes")[
            legend[words.OUTCOME_LEGEND],
            radios.blank("outcome", words.OUTCOMES, NONE, marks=_marks),
        ],
        div(id="outcome-dates", hidden=True)[
            date_boxes.blank("outcome-day", saves_itself=True),
            div(id="offer-dates", hidden=True)[
                date_boxes.blank("offer-deadline", saves_itself=True)
            ],
        ],
        div({"data-output": "outcome-next"}),
    ]


def fill(scene: Scene) -> View:
    """Return the outcome as it stands, and what to do next."""
    answers = scene.answers
    view = View()
    view.add(radios.fill("outcome", words.OUTCOMES, answers.outcome or NONE))
    view.hide("outcome-dates", hidden=answers.outcome is None)
    view.hide("offer-dates", hidden=answers.outcome != "offer")
    days = {"outcome-day": answers.heard, "offer-deadline": answers.deadline}
    for name, offsets in OFFSETS.items():
        typed = scene.state.typed(scene.interview_id, name)
        problem = answers.problems.get(name)
        day = None if problem else days[name]
        view.add(date_boxes.fill(name, typed, day, problem, scene.today, offsets))
    view.show("outcome-next", _next(scene))
    return view


def _next(scene: Scene) -> Node:
    outcome = scene.answers.outcome
    if outcome is None:
        return None
    return [
        p(".answer")[prose(answer(scene))],
        outcome == "cancelled" and _new_day(),
        p[words.REMINDERS_STOPPED],
        _own_steps(outcome, scene),
        _page_of(outcome, scene),
        div(".actions")[_next_round(scene) if outcome == "asked_back" else None, _way_back()],
    ]


def _marks(outcome: str) -> radios.Marks:
    """Return the format of its record, where older programs would take it for no outcome."""
    return {"data-format": str(FORMAT_OF_MOVES) if outcome == "cancelled" else None}


def _new_day() -> Element:
    return p[words.NEW_DAY_NAMED, a(href=LOG_ADDRESS)[words.LOG_NEW_DAY], words.FULL_STOP]


def _own_steps(outcome: Outcome, scene: Scene) -> Element:
    """Return the outcome's steps of the guide that count, with their dates."""
    steps = [step for step in scene.guide.steps() if step.rule.is_brought_by(outcome)]
    labels = {step.name: filled(step.label, scene.settings.rules) for step in steps}
    items = scene.items(labels).values()
    return ul(".outcome-steps")[
        (
            li({"data-state": "done" if item.done else "open"})[
                a(href=f"../checklist/#{item.name}")[labels[item.name]], _due(item)
            ]
            for item in items
            if item.counts
        )
    ]


def _due(item: Item) -> Node:
    if item.done:
        return f": {words.STATE_NAMES['done'].lower()}"
    if item.due is None or item.due.state == "passed":
        return None
    return [": ", prose(words.step_due(item.due.state, item.due.day))]


def _page_of(outcome: Outcome, scene: Scene) -> Node:
    page = page_of(scene.guide, outcome)
    if page is None:
        return None
    return p[words.READ_MORE, " ", a(href=f"../../{page.address}")[page.title], "."]


def _next_round(scene: Scene) -> Element:
    after = next((one for one in scene.interviews if one.follows == scene.interview_id), None)
    if after:
        return button({"data-switch": after.id}, type="button")[words.SHOW_NEXT_ROUND]
    return button({"data-add": True, "data-follows": scene.interview_id}, type="button")[
        words.ADD_NEXT_ROUND
    ]


def _way_back() -> Element:
    marks = {"data-choose": "outcome", "data-value": NONE}
    return button(marks, type="button", id="outcome-back")[words.TAKE_OUTCOME_BACK]
