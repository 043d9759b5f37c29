"""Whose plan the page shows, and a way to another interview or to a new one.

On a page of the guide the same stands, shorter, above its steps: whose ticks they are.
"""

from collections.abc import Sequence

from htpy import Element, Node, a, button, details, div, li, p, small, summary, ul
from markupsafe import Markup, escape

from followup import words
from followup.guide.contents import Guide
from followup.records.interviews import Interview
from followup.view.parts.markup import View, place, prose
from followup.view.parts.names import name_of, plain_name
from followup.view.parts.scene import Scene

INTERVIEWS_ADDRESS = "../interviews/"
FORM_ADDRESS = f"{INTERVIEWS_ADDRESS}#employer-job-and-dates"
"""From the other pages of the plan. The form is where an interview is entered."""

WHOSE = "whose"


def blank(_guide: Guide) -> Node:
    """Return the switcher before anything is known: a new interview can be added at once."""
    return [
        p(".whose")[place("switcher.shown")],
        details(".switch")[
            summary[words.OTHER_INTERVIEWS],
            div({"data-output": "switcher.others"}),
            div(".actions")[
                a({"data-add": True}, href=FORM_ADDRESS)[words.ADD_INTERVIEW],
                a(href=INTERVIEWS_ADDRESS)[words.YOUR_INTERVIEWS],
            ],
        ],
    ]


def fill(scene: Scene) -> View:
    """Return whose plan is shown, and a button for each interview that can be."""
    view = View()
    view.show("switcher.shown", _whose(words.YOU_SEE, scene) if is_worth_saying(scene) else None)
    choices = _choices(scene)
    view.show("switcher.others", _buttons(choices, scene) if len(choices) > 1 else None)
    return view


def whose_blank() -> Element:
    """Return the place above the steps of a page."""
    return div({"data-output": WHOSE}, class_="whose-ticks")


def whose(scene: Scene) -> View:
    """Return whose ticks a page shows, once there is more than one interview."""
    view = View()
    view.show(WHOSE, _whose_ticks(scene) if len(scene.interviews) > 1 else None)
    return view


def _whose_ticks(scene: Scene) -> Node:
    return [
        p(".whose")[_whose(words.TICKS_OF, scene)],
        details(".switch")[summary[words.SWITCH], _buttons(_choices(scene), scene)],
    ]


def is_worth_saying(scene: Scene) -> bool:
    """Return whether there is a name to say, or more than one interview to mix up."""
    return len(scene.interviews) > 1 or bool(scene.interview.employer or scene.interview.role)


def _whose(start: str, scene: Scene) -> Node:
    return [start, name_of(scene), "."]


def _choices(scene: Scene) -> list[Interview]:
    """Return the interviews to choose from: those not archived, and the one that is shown."""
    shown = scene.interview_id
    return [one for one in scene.interviews if not one.archived or one.id == shown]


def _buttons(choices: Sequence[Interview], scene: Scene) -> Element:
    return ul(".interview-buttons", role="list")[(_choice(one, scene) for one in choices)]


def _choice(interview: Interview, shown: Scene) -> Markup:
    """Return the button of an interview; by its name alone, if its day cannot be told."""
    if interview.id in shown.left_out:
        return escape(li[_plain(interview, shown)])
    return shown.troubles.attempt(
        "switcher", lambda: _of(shown.of(interview), shown), None
    ) or escape(li[_plain(interview, shown)])


def _plain(interview: Interview, shown: Scene) -> Element:
    marks = {"data-switch": interview.id}
    return button(marks, type="button", id=f"switch-{interview.id}")[plain_name(interview, shown)]


def _of(scene: Scene, shown: Scene) -> Markup:
    return escape(li[_button(scene, is_shown=True)]) if scene is shown else scene.once(_other)


def _other(scene: Scene) -> Markup:
    return escape(li[_button(scene, is_shown=False)])


def _button(scene: Scene, *, is_shown: bool) -> Element:
    day = scene.answers.interview
    named = scene.interview.employer or scene.interview.role
    is_in_name = day in scene.told_apart.get(scene.interview_id, ())
    return button(
        {"data-switch": scene.interview_id},
        type="button",
        id=f"switch-{scene.interview_id}",
        aria_current="true" if is_shown else None,
    )[
        name_of(scene),
        # Without names the date is the name already.
        small[prose((day,))] if day and named and not is_in_name else None,
        small(".shown-now")[words.SHOWN_NOW] if is_shown else None,
    ]
