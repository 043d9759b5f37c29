"""People met at the interview: a short form, and the list of those on the card."""

import htpy
from htpy import Element, Node, button, div, form, label, li, p, strong, ul

from followup import words
from followup.guide.contents import Guide
from followup.records.people import Person
from followup.records.record import PERSON
from followup.view.parts.entries import MOST_ROWS, buttons, loaded_entry, way_out
from followup.view.parts.markup import View, left_out, prose
from followup.view.parts.scene import Scene

FORM = "person-form"
LONGEST = {"name": 120, "title": 120, "reach": 200, "said": 600}
"""Characters of each box. Together they must fit into one record."""

KEYBOARDS = {
    "name": {"autocapitalize": "words", "spellcheck": "false"},
    "title": {"autocapitalize": "words"},
    "reach": {"inputmode": "email", "autocapitalize": "none", "spellcheck": "false"},
}
"""What a phone's keyboard shall do for each box. The one for email has numbers too."""


def blank(_guide: Guide) -> Node:
    """Return the empty form and an empty list."""
    return [
        form({"data-form": PERSON, "data-entry": ""}, id=FORM, method="dialog", novalidate=True)[
            p(".editing", {"data-output": "person-editing"}),
            p(".problem", {"data-output": "problem.person"}, id="person-problem"),
            (_box(name) for name in LONGEST),
            div(".actions")[
                button(type="submit", class_="primary")[words.SAVE_PERSON],
                div({"data-output": "person-actions"}),
            ],
        ],
        div({"data-output": "people-list"}),
    ]


def _box(name: str) -> Element:
    marks: dict[str, str] = {
        "name": name,
        "id": f"person-{name}",
        "maxlength": str(LONGEST[name]),
        "autocomplete": "off",
        "dir": "auto",
        **KEYBOARDS.get(name, {}),
    }
    box = (
        htpy.textarea(marks, rows="2")
        if name == "said"
        else htpy.input(
            marks,
            type="text",
            enterkeyhint="done",
            aria_describedby="person-problem" if name == "name" else None,
        )
    )
    return div(".text-box")[label(for_=f"person-{name}")[words.PERSON_LABELS[name]], box]


def fill(scene: Scene) -> View:
    """Return the person to change or to correct in the form, and everybody else in the list."""
    people = scene.answers.people
    loaded = loaded_entry(people, scene.editing)
    problem = loaded.problems.get("name") if loaded else None
    view = View()
    view.inputs[FORM] = {"attributes": {"data-entry": loaded.id if loaded else ""}}
    for name in LONGEST:
        view.inputs[f"person-{name}"] = {"value": getattr(loaded, name) if loaded else ""}
    wrong = {"aria-invalid": "true" if problem else None}
    view.inputs["person-name"]["attributes"] = wrong
    changing = loaded is not None and loaded.id == scene.editing
    view.show("person-editing", words.CHANGING_PERSON if changing else None)
    view.show("problem.person", prose(problem.sentence) if problem else None)
    view.show("person-actions", way_out(loaded, scene.editing))
    shown = [one for one in people if not one.problems]
    view.show("people-list", _list(shown))
    return view


def _list(people: list[Person]) -> Node:
    if not people:
        return None
    return [
        left_out(len(people[:-MOST_ROWS]), MOST_ROWS),
        ul(".log.people")[(_row(person) for person in people[-MOST_ROWS:])],
    ]


def _row(person: Person) -> Element:
    title = f", {person.title}" if person.name and person.title else person.title
    return li({"data-state": "removed" if person.removed else "counts"}, id=f"entry-{person.id}")[
        div(".log-text")[
            (person.name or person.title) and p[strong[person.name], title],
            person.reach and p[person.reach],
            person.said and p(".log-note")[words.said(person.said)],
            person.removed and p(".hint")[words.PERSON_REMOVED],
        ],
        div(".log-actions")[buttons(person, person.name or words.PERSON_UNNAMED)],
    ]
