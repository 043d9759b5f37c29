"""The contact log: everything that happened, in date order, each with a way to take it out."""

from htpy import Element, Node, button, div, li, p, span, ul

from followup import words
from followup.answers import LogEntry
from followup.guide import Guide
from followup.view.markup import View, prose, time_of
from followup.view.scene import Scene


def blank(_guide: Guide) -> Node:
    """Return the empty log."""
    return p[prose(words.LOG_EMPTY)]


def fill(scene: Scene) -> View:
    """Return all entries: those that count by day, then those that are refused or removed."""
    view = View()
    in_form = scene.answers.refused_entry()
    shown = [entry for entry in scene.answers.log if entry is not in_form and _worth_showing(entry)]
    shown.sort(key=lambda entry: (not entry.contacts, [one.day for one in entry.contacts[:1]]))
    view.show("log", ul(".log")[(_row(entry) for entry in shown)] if shown else blank(scene.guide))
    return view


def _worth_showing(entry: LogEntry) -> bool:
    return bool(entry.contacts) or not entry.removed


def _row(entry: LogEntry) -> Element:
    on = "false" if entry.removed else "true"
    text = words.PUT_BACK if entry.removed else words.REMOVE
    return li({"data-state": _state(entry)}, id=f"entry-{entry.id}")[
        div(".log-text")[
            _what_happened(entry),
            (p(".problem")[prose(problem.sentence)] for problem in entry.problems.values()),
            entry.removed and p(".hint")[prose(words.ENTRY_REMOVED)],
        ],
        button({"data-remove": entry.id, "data-on": on}, type="button", id=f"remove-{entry.id}")[
            text, span(".visually-hidden")[_named(entry)]
        ],
    ]


def _state(entry: LogEntry) -> str:
    if entry.removed:
        return "removed"
    return "counts" if entry.contacts else "refused"


def _what_happened(entry: LogEntry) -> Node:
    if not entry.contacts:
        return None
    first, last = entry.contacts[0], entry.contacts[-1]
    note = words.PURPOSE_NOTES.get(last.purpose)
    return p[
        time_of(first.day),
        ": ",
        words.LOG_TEXTS[entry.kind],
        f" {note}" if note else None,
        prose(words.named_decision(last.new_decision)) if last.new_decision else None,
    ]


def _named(entry: LogEntry) -> str:
    days = [words.spell_day(contact.day) for contact in entry.contacts[:1]]
    return f": {days[0]}" if days else ""
