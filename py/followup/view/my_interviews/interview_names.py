"""The names of the interview that is shown: employer and job. Pages that need them place this one
panel, so that nobody is asked twice.
"""

from htpy import Element, Node, div, fieldset, input, label, legend, p

from followup import words
from followup.guide.contents import Guide
from followup.view.parts.markup import View, place, prose
from followup.view.parts.names import name_of
from followup.view.parts.scene import Scene

NAMES = {"employer": words.EMPLOYER, "role": words.ROLE}
LONGEST = 300
"""Characters of a name that a box takes."""


def blank(_guide: Guide) -> Node:
    """Return the two boxes, empty."""
    return fieldset(".names")[
        legend[words.NAMES_LEGEND],
        p(".hint")[place("names.whose")],
        div(".name-boxes")[(_box(name, text) for name, text in NAMES.items())],
    ]


def _box(name: str, text: str) -> Element:
    return div(".name-box")[
        label(for_=name)[text],
        input(
            {"data-text": name},
            type="text",
            id=name,
            autocomplete="off",
            maxlength=str(LONGEST),
            dir="auto",
            aria_describedby=f"{name}-before",
        ),
        p(".hint", {"data-output": f"before.{name}"}, id=f"{name}-before"),
        p(".on-paper", {"data-output": f"paper.{name}"}),
    ]


def fill(scene: Scene) -> View:
    """Return the names as typed, and those of the round before, which hold where none is typed."""
    view = View()
    whose = [words.NAMES_OF, name_of(scene), "."] if len(scene.interviews) > 1 else None
    view.show("names.whose", whose)
    in_force = {"employer": scene.interview.employer, "role": scene.interview.role}
    for name in NAMES:
        typed = scene.state.text(scene.interview_id, name)
        is_inherited = not typed.strip() and in_force[name]
        view.inputs[name] = {"value": typed}
        sentence = prose(words.as_before(in_force[name])) if is_inherited else None
        view.show(f"before.{name}", sentence)
        view.show(f"paper.{name}", in_force[name])
    return view
