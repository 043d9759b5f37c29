"""The form that logs a contact: what happened, and a new day if they named one. It is dated today;
another day, what it was for, with whom and a note are folded away.

An entry to correct or to change is loaded into it; sent again, it takes that entry's place.
"""

from collections.abc import Callable
from datetime import date, timedelta

import htpy
from htpy import (
    Element,
    Node,
    button,
    datalist,
    details,
    div,
    fieldset,
    form,
    label,
    legend,
    option,
    p,
    summary,
)

from followup import words
from followup.dates.civil_date import Typed, with_year
from followup.guide.contents import Guide
from followup.records.answers import LogEntry
from followup.records.exchanges import MOVED, asks_purpose, names_new_decision
from followup.records.record import CONTACT, FORMAT_OF_MOVES, LONGEST_TEXT
from followup.view.parts import date_boxes, radios
from followup.view.parts.entries import way_out
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene

FORM = "contact-form"
PEOPLE = "people-names"
LONGEST_NAME = 200
CHOICES = {
    "kind": (words.KIND_LEGEND, words.KINDS),
    "purpose": (words.PURPOSE_LEGEND, words.PURPOSES),
}
DEFAULTS = {"kind": "", "purpose": "follow_up"}
FORM_MARKS: dict[str, Callable[[str], radios.Marks]] = {
    "kind": lambda kind: {
        "data-hears": "true" if names_new_decision(kind) else None,
        "data-moves": "true" if kind == MOVED else None,
        "data-format": str(FORMAT_OF_MOVES) if kind == MOVED else None,
        "data-asks": "true" if asks_purpose(kind) else None,
    },
    "purpose": lambda _purpose: {},
}
"""What a kind of contact brings into the form: a new decision date, a new interview date, a
purpose; and the format of its record, if that is not the usual one."""

DATES = {"moved-to": (1, 7), "new-decision": (), "contact": (-1,)}
"""Quick buttons of each date that Python adds: days from today."""

FILLS = {
    "moved-to": date_boxes.TODAY,
    "new-decision": {"": words.NO_DECISION},
    "contact": date_boxes.TODAY,
}
"""Quick buttons of each date that are there before Python is."""

MORE = "more-of-contact"
"""What few need: another day than today, what it was for, with whom, a note."""

FRIDAY = 4
A_WEEK = timedelta(days=7)


def blank(_guide: Guide) -> Node:
    """Return the empty form."""
    return form(
        {"data-form": CONTACT, "data-entry": ""}, id=FORM, method="dialog", novalidate=True
    )[
        p(".editing", {"data-output": "form-editing"}),
        _radios("kind"),
        (_date(name) for name in ("moved-to", "new-decision")),
        div(".actions")[
            button(type="submit", class_="primary")[words.CONTACT_SAVE],
            div({"data-output": "form-actions"}),
        ],
        details(".more", {"data-folds": True}, id=MORE)[
            summary[words.MORE_OF_CONTACT], _date("contact"), _radios("purpose"), _texts()
        ],
    ]


def _date(name: str) -> Element:
    return date_boxes.blank(
        name, saves_itself=False, fills=FILLS[name], else_today=name == "contact"
    )


def _radios(name: str) -> Element:
    title, options = CHOICES[name]
    return fieldset(".choice", {"data-choice-of": name}, aria_describedby=f"{name}-problem")[
        legend[title],
        p(".problem", {"data-output": f"problem.{name}"}, id=f"{name}-problem"),
        radios.blank(name, options, DEFAULTS[name], form_marks=FORM_MARKS[name]),
    ]


def _texts() -> Element:
    """Return the boxes that may stay empty: with whom, and a note."""
    return div(".texts")[
        div(".text-box")[
            label(for_="contact-who")[words.WHO],
            htpy.input(
                type="text",
                name="who",
                id="contact-who",
                list=PEOPLE,
                maxlength=str(LONGEST_NAME),
                autocomplete="off",
            ),
            datalist({"data-output": PEOPLE}, id=PEOPLE),
        ],
        div(".text-box")[
            label(for_="contact-note")[words.NOTE],
            htpy.textarea(
                name="note",
                id="contact-note",
                rows="2",
                maxlength=str(LONGEST_TEXT),
                autocomplete="off",
            ),
        ],
    ]


def fill(scene: Scene) -> View:
    """Return the entry to change or to correct, with its problems; else an empty form."""
    loaded = loaded_entry(scene)
    fields = dict(loaded.entered.fields) if loaded else DEFAULTS
    dates = dates_of(loaded) if loaded else {}
    texts = dict(loaded.entered.texts) if loaded else {}
    problems = dict(loaded.problems) if loaded else {}
    view = View()
    view.inputs[FORM] = {"attributes": {"data-entry": loaded.id if loaded else ""}}
    for name, (_, options) in CHOICES.items():
        view.add(radios.fill(name, options, fields.get(name, DEFAULTS[name])))
    for name, offsets in DATES.items():
        typed = dates.get(name, Typed())
        problem = problems.get(name)
        view.add(date_boxes.fill(name, typed, None, problem, scene.today, offsets))
    days = [_coming_friday(scene.today), scene.today + A_WEEK]
    view.show("fills.new-decision", map(date_boxes.named_button, dict.fromkeys(days)))
    view.inputs[MORE] = {"attributes": {"open": "" if loaded else None}}
    for name in ("who", "note"):
        view.inputs[f"contact-{name}"] = {"value": texts.get(name, "")}
    kind_problem = problems.get("kind")
    view.show("problem.kind", prose(kind_problem.sentence) if kind_problem else None)
    view.show("form-editing", _editing(loaded, scene))
    view.show("form-actions", way_out(loaded, scene.editing))
    people = [one.name for one in scene.answers.people if one.name and not one.removed]
    view.show(PEOPLE, [option(value=name) for name in people])
    return view


def loaded_entry(scene: Scene) -> LogEntry | None:
    """Return the entry that is loaded into the form: the one to change, or the refused one."""
    for entry in scene.answers.log:
        if entry.id == scene.editing and not entry.removed:
            return entry
    return scene.answers.refused_entry()


def dates_of(entry: LogEntry) -> dict[str, Typed]:
    """Return the dates of an entry as typed, each with its year: a later day of writing would
    read another one."""
    days: dict[str, date | None] = {}
    for contact in entry.contacts:
        days |= {
            "contact": contact.day,
            "moved-to": contact.new_interview,
            "new-decision": contact.new_decision,
        }
    return {name: with_year(typed, days.get(name)) for name, typed in entry.entered.dates}


def _coming_friday(today: date) -> date:
    return today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)


def _editing(loaded: LogEntry | None, scene: Scene) -> Node:
    return words.CHANGING_ENTRY if loaded and loaded.id == scene.editing else None
