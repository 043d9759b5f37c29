"""Days on which the employer of the shown interview is closed: a short form, and the list."""

import htpy
from htpy import Element, Node, button, div, form, label, li, p, ul

from followup import words
from followup.dates.civil_date import Typed
from followup.guide.contents import Guide
from followup.records.answers import ClosedEntry
from followup.records.record import CLOSED
from followup.view.parts import date_boxes
from followup.view.parts.entries import MOST_ROWS, buttons, loaded_entry, way_out
from followup.view.parts.markup import View, left_out, prose, time_of
from followup.view.parts.scene import Scene
from followup.view.settings import new_answer

FORM = "closed-form"
LONGEST_LABEL = 80
DATES = ("closed-first", "closed-last")


def blank(_guide: Guide) -> Node:
    """Return the empty form and an empty list."""
    return [
        form({"data-form": CLOSED, "data-entry": ""}, id=FORM, method="dialog", novalidate=True)[
            p(".editing", {"data-output": "closed-editing"}),
            (date_boxes.blank(name, saves_itself=False) for name in DATES),
            div(".text-box")[
                label(for_="closed-label")[words.CLOSED_LABEL],
                p(".hint", id="closed-label-hint")[words.CLOSED_LABEL_HINT],
                htpy.input(
                    type="text",
                    name="label",
                    id="closed-label",
                    enterkeyhint="done",
                    maxlength=str(LONGEST_LABEL),
                    autocomplete="off",
                    dir="auto",
                    aria_describedby="closed-label-hint",
                ),
            ],
            div(".actions")[
                button(type="submit", class_="primary")[words.SAVE_CLOSED],
                div({"data-output": "closed-actions"}),
            ],
        ],
        new_answer.blank(CLOSED),
        div({"data-output": "closed-list"}),
    ]


def fill(scene: Scene) -> View:
    """Return the entry to change or to correct in the form, and all others in the list."""
    entries = scene.answers.closed
    loaded = loaded_entry(entries, scene.editing)
    dates = dict(loaded.entered.dates) if loaded else {}
    texts = dict(loaded.entered.texts) if loaded else {}
    problems = dict(loaded.problems) if loaded else {}
    view = View()
    view.inputs[FORM] = {"attributes": {"data-entry": loaded.id if loaded else ""}}
    for name in DATES:
        typed = dates.get(name, Typed())
        view.add(date_boxes.fill(name, typed, None, problems.get(name), scene.today, ()))
    view.inputs["closed-label"] = {"value": texts.get("label", "")}
    changing = loaded is not None and loaded.id == scene.editing
    view.show("closed-editing", words.CHANGING_CLOSED if changing else None)
    view.show("closed-actions", way_out(loaded, scene.editing))
    shown = [one for one in entries if _worth_showing(one) and not (one is loaded and one.problems)]
    view.show("closed-list", _list(shown))
    view.add(new_answer.fill(scene, (CLOSED,)))
    return view


def _worth_showing(entry: ClosedEntry) -> bool:
    return entry.closed is not None or not entry.removed


def _list(entries: list[ClosedEntry]) -> Node:
    if not entries:
        return None
    shown = sorted(entries, key=_place)
    return [
        left_out(len(shown[:-MOST_ROWS]), MOST_ROWS),
        ul(".log.closed-ranges")[(_row(entry) for entry in shown[-MOST_ROWS:])],
    ]


def _place(entry: ClosedEntry) -> tuple[bool, str]:
    """Return what orders entries: those that count by day, then those that are refused."""
    return entry.closed is None, entry.closed.first.isoformat() if entry.closed else ""


def _row(entry: ClosedEntry) -> Element:
    state = "removed" if entry.removed else "counts" if entry.closed else "refused"
    return li({"data-state": state}, id=f"entry-{entry.id}")[
        div(".log-text")[
            p[_days(entry)],
            (p(".problem")[prose(problem.sentence)] for problem in entry.problems.values()),
            entry.removed and p(".hint")[words.CLOSED_REMOVED],
        ],
        div(".log-actions")[buttons(entry, _named(entry))],
    ]


def _days(entry: ClosedEntry) -> Node:
    label_text = dict(entry.entered.texts).get("label", "").strip()
    after = f": {label_text}" if label_text else None
    if entry.closed is None:
        return [_typed(entry), after]
    first, last = entry.closed.first, entry.closed.last
    to = [words.TO, time_of(last)] if last != first else None
    return [
        time_of(first),
        to,
        after,
        date_boxes.order_notes(typed for _, typed in entry.entered.dates),
    ]


def _named(entry: ClosedEntry) -> str:
    return words.spell_day(entry.closed.first) if entry.closed else _typed(entry)


def _typed(entry: ClosedEntry) -> str:
    """Return the first day of a refused entry as it was typed."""
    typed = dict(entry.entered.dates).get("closed-first", Typed())
    return " ".join(filter(None, (typed.day, typed.month, typed.year))) or words.NO_DAY
