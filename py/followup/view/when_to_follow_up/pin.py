"""The reader's own day for the next step: pin it, put it off, take the pin away again (rule 6)."""

from datetime import date, timedelta

from htpy import Element, Node, button, details, p, summary

from followup import words
from followup.guide.contents import Guide
from followup.view.parts import date_boxes
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene

BOX = "pin-box"
LATER = (1, 3, 7)
"""Days by which the next step can be put off."""


def blank(_guide: Guide) -> Node:
    """Return the question, out of sight until there is a next step."""
    return details(".more", id=BOX, hidden=True)[
        summary[words.PIN_TITLE],
        p[words.PIN_HINT],
        date_boxes.blank("pin", saves_itself=True),
    ]


def fill(scene: Scene) -> View:
    """Return the pinned day, and buttons that put the next step off."""
    view = View()
    step = scene.plan.current if scene.plan else None
    view.hide(BOX, hidden=step is None)
    question = scene.answers.pin_question()
    typed = scene.state.typed(scene.interview_id, question)
    problem = scene.answers.problems.get("pin")
    view.add(date_boxes.fill("pin", typed, scene.answers.pinned, problem, scene.today, ()))
    view.inputs[date_boxes.field_id("pin")] = {"attributes": {"data-question": question}}
    buttons = [_put_off(step.act_on, days) for days in LATER] if step else []
    if not typed.is_blank():
        buttons.append(button({"data-fill": ""}, type="button", id="unpin")[words.UNPIN])
    view.show("fills.pin", buttons)
    return view


def _put_off(day: date, days: int) -> Element:
    later = day + timedelta(days=days)
    return button({"data-fill": later.isoformat()}, type="button", title=words.spell_day(later))[
        words.put_off(days)
    ]
