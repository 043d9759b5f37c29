"""The page on which an office makes its profile: the fields. They are kept in the office's own
browser, as everything else is.
"""

from collections.abc import Mapping

import htpy
from htpy import Element, Node, div, fieldset, label, legend, option, p, select

from followup import words
from followup.dates.rules import GUIDE, LIMITS
from followup.guide.contents import Guide
from followup.records.office import LONGEST_CONTACT, LONGEST_NAME, LONGEST_WEB
from followup.records.record import ALL, LONGEST_TEXT
from followup.records.settings import NUMBER_NAMES
from followup.view.careers_offices.draft import CHOICES, COUNTRY, KIT, PART, TEXTS, draft_of
from followup.view.careers_offices.profile_text import countries
from followup.view.parts import radios
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene

_LABELS = {"name": words.SETUP_NAME, "contact": words.SETUP_CONTACT, "web": words.SETUP_WEB}
_LONGEST = {"name": LONGEST_NAME, "contact": LONGEST_CONTACT, "web": LONGEST_WEB}
_CHOICES: Mapping[str, tuple[str, Mapping[str, str], str | None]] = {
    "first": (words.SETUP_FIRST, words.SETUP_CHANNELS, None),
    "thanks": (words.SETUP_THANKS, words.SETUP_THANKS_CHOICES, None),
    "shared": (words.SETUP_SHARED, words.SETUP_SHARED_CHOICES, words.SETUP_SHARED_HINT),
}


def blank(_guide: Guide) -> Node:
    """Return every field, empty."""
    return div({"data-of": ALL}, class_="settings-box")[
        (_field(name, _LABELS[name], words.SETUP_HINTS[name], _LONGEST[name]) for name in TEXTS),
        (_number(name) for name in NUMBER_NAMES),
        (_choice(name) for name in CHOICES),
        _select(COUNTRY, words.SETUP_COUNTRY, words.SETUP_NO_COUNTRY),
        div(id=f"{KIT}part-question", hidden=True)[
            _select(PART, words.SETUP_PART, words.SETUP_NO_PART)
        ],
    ]


def _field(name: str, title: str, hint: str, longest: int, **more: str) -> Element:
    box = f"{KIT}{name}"
    return div(".text-box")[
        label(for_=box)[title],
        p(".hint", id=f"{box}-hint")[hint],
        p(".problem", {"data-output": f"problem.{box}"}, id=f"{box}-problem"),
        htpy.input(
            {"data-text": box},
            type="text",
            id=box,
            maxlength=str(longest),
            autocomplete="off",
            dir="auto",
            aria_describedby=f"{box}-hint {box}-problem",
            **more,
        ),
    ]


def _number(name: str) -> Element:
    own = NUMBER_NAMES[name]
    hint = words.setup_number_hint(getattr(GUIDE, own), *LIMITS[own])
    title = words.NUMBER_QUESTIONS[own]
    return _field(name, title, hint, LONGEST_TEXT, inputmode="numeric")


def _choice(name: str) -> Element:
    title, options, hint = _CHOICES[name]
    hint_id = f"{KIT}{name}-hint" if hint else None
    return fieldset(".choice", aria_describedby=hint_id)[
        legend[title],
        hint and p(".hint", id=hint_id)[hint],
        radios.blank(f"{KIT}{name}", options, CHOICES[name]),
    ]


def _select(name: str, title: str, nothing: str) -> Element:
    box = f"{KIT}{name}"
    return div(".setting")[
        label(for_=box)[title],
        select({"data-text": box, "data-output": f"{box}.options"}, id=box, autocomplete="off")[
            option(value="")[nothing]
        ],
    ]


def fill(scene: Scene) -> View:
    """Return every field as it was filled in, with its problem beside it."""
    draft = draft_of(scene)
    view = View()
    for name in (*TEXTS, *NUMBER_NAMES):
        problem = draft.problems.get(name)
        view.inputs[f"{KIT}{name}"] = {
            "value": draft.typed[name],
            "attributes": {"aria-invalid": "true" if problem else None},
        }
        view.show(f"problem.{KIT}{name}", prose(problem) if problem else None)
    for name, chosen in draft.chosen.items():
        view.add(radios.fill(f"{KIT}{name}", _CHOICES[name][1], chosen))
    listed = countries(scene)
    parts = dict(draft.country.parts) if draft.country else {}
    _fill_select(view, COUNTRY, draft.typed[COUNTRY], {"": words.SETUP_NO_COUNTRY} | listed)
    _fill_select(view, PART, draft.typed[PART], {"": words.SETUP_NO_PART} | parts)
    view.hide(f"{KIT}part-question", hidden=not parts)
    return view


def _fill_select(view: View, name: str, chosen: str, options: Mapping[str, str]) -> None:
    box = f"{KIT}{name}"
    known = options if chosen in options else {**options, chosen: chosen}
    view.show(f"{box}.options", [option(value=value)[text] for value, text in known.items()])
    view.inputs[box] = {"value": chosen}
