"""The form that logs a contact: what happened, why, on which day, and a new decision date."""

from htpy import Element, Node, button, div, fieldset, form, input, label, legend, p

from followup import words
from followup.answers import LogEntry, asks_purpose, names_new_decision
from followup.civil_date import Typed
from followup.guide import Guide
from followup.view import date_boxes
from followup.view.markup import View, prose
from followup.view.scene import Scene

FORM = "contact-form"
CHOICES = {
    "kind": (words.KIND_LEGEND, words.KINDS),
    "purpose": (words.PURPOSE_LEGEND, words.PURPOSES),
}
DEFAULTS = {"kind": "", "purpose": "follow_up"}
DATES = {"contact": (-1,), "new-decision": (7, 14)}
"""Quick buttons of each date beside "Today": days from today."""


def blank(_guide: Guide) -> Node:
    """Return the empty form."""
    return form(
        {"data-form": "contact", "data-entry": ""}, id=FORM, method="dialog", novalidate=True
    )[
        _radios("kind"),
        _radios("purpose"),
        date_boxes.blank("contact", saves_itself=False),
        date_boxes.blank("new-decision", saves_itself=False),
        div(".actions")[
            button(type="submit", class_="primary")[words.LOG_IT],
            div({"data-output": "form-actions"}),
        ],
    ]


def _radios(name: str) -> Element:
    title, options = CHOICES[name]
    return fieldset(".choice", {"data-choice-of": name}, aria_describedby=f"{name}-problem")[
        legend[title],
        p(".problem", {"data-output": f"problem.{name}"}, id=f"{name}-problem"),
        (
            label[
                input(
                    {
                        "data-hears": _flag(value=name == "kind" and names_new_decision(value)),
                        "data-asks": _flag(value=name == "kind" and asks_purpose(value)),
                    },
                    type="radio",
                    name=name,
                    value=value,
                    id=f"{name}-{value}",
                    checked=value == DEFAULTS[name],
                    autocomplete="off",
                ),
                " ",
                text,
            ]
            for value, text in options.items()
        ),
    ]


def _flag(*, value: bool) -> str | None:
    return "true" if value else None


def fill(scene: Scene) -> View:
    """Return the entry to correct, with its problems beside their fields; else an empty form."""
    refused = scene.answers.refused_entry()
    fields = dict(refused.entered.fields) if refused else DEFAULTS
    dates = dict(refused.entered.dates) if refused else {}
    problems = dict(refused.problems) if refused else {}
    view = View()
    view.inputs[FORM] = {"attributes": {"data-entry": refused.id if refused else ""}}
    for name, (_, options) in CHOICES.items():
        for value in options:
            chosen = fields.get(name, DEFAULTS[name]) == value
            view.inputs[f"{name}-{value}"] = {"checked": chosen}
    for name, offsets in DATES.items():
        typed = dates.get(name, Typed())
        problem = problems.get(name)
        view.add(date_boxes.fill(name, typed, None, problem, scene.today, offsets))
    kind_problem = problems.get("kind")
    view.show("problem.kind", prose(kind_problem.sentence) if kind_problem else None)
    view.show("form-actions", _discard(refused) if refused else None)
    return view


def _discard(entry: LogEntry) -> Element:
    return button({"data-remove": entry.id, "data-on": "true"}, type="button")[words.DISCARD]
