"""The page on which an office makes its profile: the steps that it adds, with their form."""

import htpy
from htpy import Element, Node, bdi, button, div, form, label, li, option, p, select, ul

from followup import words
from followup.guide.contents import Guide
from followup.records.office import LONGEST_LABEL
from followup.records.record import ALL
from followup.view.careers_offices.draft import FORM, StepEntry, draft_of
from followup.view.parts.entries import buttons, loaded_entry, way_out
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene

ID = "office-step-form"
LABEL, ANCHOR, DAYS = "office-step-label", "office-step-anchor", "office-step-days"


def blank(_guide: Guide) -> Node:
    """Return the empty form and an empty list."""
    return div({"data-of": ALL})[
        div({"data-output": "office-step-list"}),
        form({"data-form": FORM, "data-entry": ""}, id=ID, method="dialog", novalidate=True)[
            p(".editing", {"data-output": "office-step-editing"}),
            _field(LABEL, "label", words.SETUP_STEP_LABEL, words.SETUP_STEP_HINT),
            div(".setting")[
                label(for_=ANCHOR)[words.SETUP_STEP_WHEN],
                select(id=ANCHOR, name="anchor", autocomplete="off")[
                    (option(value=value)[text] for value, text in words.SETUP_STEP_ANCHORS.items())
                ],
            ],
            _field(DAYS, "days", words.SETUP_STEP_DAYS, None, inputmode="numeric"),
            div(".actions")[
                button(type="submit", class_="primary")[words.SETUP_STEP_SAVE],
                div({"data-output": "office-step-actions"}),
            ],
        ],
    ]


def _field(box: str, name: str, title: str, hint: str | None, **more: str) -> Element:
    described = f"{box}-hint {box}-problem" if hint else f"{box}-problem"
    return div(".text-box")[
        label(for_=box)[title],
        hint and p(".hint", id=f"{box}-hint")[hint],
        p(".problem", {"data-output": f"problem.{box}"}, id=f"{box}-problem"),
        htpy.input(
            type="text",
            name=name,
            id=box,
            maxlength=str(LONGEST_LABEL),
            autocomplete="off",
            dir="auto",
            aria_describedby=described,
            **more,
        ),
    ]


def fill(scene: Scene) -> View:
    """Return the entry to change or to correct in the form, and all others in the list."""
    entries = draft_of(scene).steps
    loaded = loaded_entry(entries, scene.editing)
    texts = dict(loaded.entered.texts) if loaded else {}
    view = View()
    view.inputs[ID] = {"attributes": {"data-entry": loaded.id if loaded else ""}}
    for box, name in ((LABEL, "label"), (DAYS, "days")):
        problem = loaded.problems.get(name) if loaded else None
        view.inputs[box] = {
            "value": texts.get(name, ""),
            "attributes": {"aria-invalid": "true" if problem else None},
        }
        view.show(f"problem.{box}", prose(problem.sentence) if problem else None)
    anchor = dict(loaded.entered.fields).get("anchor", "none") if loaded else "none"
    view.inputs[ANCHOR] = {"value": anchor}
    changing = loaded is not None and loaded.id == scene.editing
    view.show("office-step-editing", words.SETUP_STEP_CHANGING if changing else None)
    view.show("office-step-actions", way_out(loaded, scene.editing))
    shown = [one for one in entries if (one.step or not one.removed) and one is not loaded]
    view.show("office-step-list", _list(shown))
    return view


def _list(entries: list[StepEntry]) -> Node:
    return ul(".log")[(_row(entry) for entry in entries)] if entries else None


def _row(entry: StepEntry) -> Element:
    name = dict(entry.entered.texts).get("label", "").strip() or words.NO_DAY
    when = words.office_step_when(entry.step.anchor, entry.step.count) if entry.step else ""
    state = "removed" if entry.removed else "counts" if entry.step else "refused"
    return li({"data-state": state}, id=f"entry-{entry.id}")[
        div(".log-text")[
            p[bdi[name], when and f" ({when})"],
            (p(".problem")[prose(problem.sentence)] for problem in entry.problems.values()),
            entry.removed and p(".hint")[words.SETUP_STEP_REMOVED],
        ],
        div(".log-actions")[buttons(entry, name)],
    ]
