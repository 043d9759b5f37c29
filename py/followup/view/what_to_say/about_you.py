"""Who writes the messages: name and telephone number, asked once for all interviews.

They are asked on the page of all messages, and beside each message in which one of them is blank.
"""

from collections.abc import Sequence

from htpy import Element, Node, div, input, label, p

from followup import words
from followup.guide.contents import Guide
from followup.guide.messages import OWN
from followup.records.record import ALL
from followup.view.parts.markup import View
from followup.view.parts.message_text import MY_NAME, MY_PHONE
from followup.view.parts.scene import Scene

LONGEST = {MY_NAME: 120, MY_PHONE: 60}
"""Characters that each box takes."""

OF_BLANKS = dict(zip(OWN, LONGEST, strict=True))
"""The text that fills each blank that is the same for every interview."""

_BOXES = {
    MY_NAME: (words.MY_NAME, "text", "name"),
    MY_PHONE: (words.MY_PHONE, "tel", "tel"),
}
"""What each box is called, its kind, and what browsers may fill in."""


def blank(_guide: Guide) -> Node:
    """Return the two boxes, empty."""
    return div(".name-boxes", {"data-of": ALL})[
        (
            div(".name-box")[
                _box(name, name, text),
                p(".on-paper", {"data-output": f"paper.{name}"}),
            ]
            for name, (text, _, _) in _BOXES.items()
        )
    ]


def beside(message: str, names: Sequence[str]) -> Element:
    """Return the boxes that a message opens when the reader presses one of its blanks."""
    return div(
        ".message-mine",
        {"data-of": ALL, "data-search-exclude": True},
        hidden=True,
    )[
        (
            div(".name-box")[
                _box(name, beside_id(message, name), words.for_all_messages(_BOXES[name][0]))
            ]
            for name in names
        )
    ]


def beside_id(message: str, name: str) -> str:
    """Return the id of a box beside a message."""
    return f"{name}-of-{message}"


def _box(name: str, element_id: str, text: str) -> Node:
    _, kind, purpose = _BOXES[name]
    return [
        label(for_=element_id)[text],
        input(
            {"data-text": name},
            type=kind,
            id=element_id,
            autocomplete=purpose,
            maxlength=str(LONGEST[name]),
            dir="auto",
        ),
    ]


def fill(scene: Scene) -> View:
    """Return both as typed."""
    view = View()
    for name in LONGEST:
        typed = scene.state.text(ALL, name)
        view.inputs[name] = {"value": typed}
        view.show(f"paper.{name}", typed)
    return view


def fill_beside(scene: Scene, message: str, names: Sequence[str]) -> View:
    """Return the boxes beside a message as typed."""
    view = View()
    for name in names:
        view.inputs[beside_id(message, name)] = {"value": scene.state.text(ALL, name)}
    return view
