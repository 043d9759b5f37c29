"""Who writes the messages: name and telephone number, asked once for all interviews."""

from htpy import Element, Node, div, input, label, p

from followup import words
from followup.guide.contents import Guide
from followup.records.record import ALL
from followup.view.parts.markup import View
from followup.view.parts.message_text import MY_NAME, MY_PHONE
from followup.view.parts.scene import Scene

LONGEST = {MY_NAME: 120, MY_PHONE: 60}
"""Characters that each box takes."""


def blank(_guide: Guide) -> Node:
    """Return the two boxes, empty."""
    return div(".name-boxes", {"data-of": ALL})[
        _box(MY_NAME, words.MY_NAME, "text", "name"),
        _box(MY_PHONE, words.MY_PHONE, "tel", "tel"),
    ]


def _box(name: str, text: str, kind: str, purpose: str) -> Element:
    return div(".name-box")[
        label(for_=name)[text],
        input(
            {"data-text": name},
            type=kind,
            id=name,
            autocomplete=purpose,
            maxlength=str(LONGEST[name]),
            dir="auto",
        ),
        p(".on-paper", {"data-output": f"paper.{name}"}),
    ]


def fill(scene: Scene) -> View:
    """Return both as typed."""
    view = View()
    for name in LONGEST:
        typed = scene.state.text(ALL, name)
        view.inputs[name] = {"value": typed}
        view.show(f"paper.{name}", typed)
    return view
