"""The contact log: everything that happened, in date order, each with a way to change it or to
take it out.
"""

from collections.abc import Sequence
from functools import lru_cache

from htpy import Element, Node, div, li, p, ul
from markupsafe import Markup, escape

from followup import words
from followup.dates.civil_date import Typed
from followup.guide.contents import Guide
from followup.records.answers import Answers, LogEntry
from followup.view.parts.date_boxes import order_notes
from followup.view.parts.entries import MOST_ROWS, buttons
from followup.view.parts.markup import View, left_out, prose, time_of
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.contact_form import loaded_entry
from followup.words import Sentence


def blank(_guide: Guide) -> Node:
    """Return the empty log."""
    return p[prose(words.LOG_EMPTY)]


def fill(scene: Scene) -> View:
    """Return the entries: those that count by day, then those that are refused or removed."""
    view = View()
    shown = log_entries(scene)
    view.show("log", _list(shown, scene.answers) if shown else blank(scene.guide))
    return view


def _list(entries: Sequence[LogEntry], answers: Answers) -> Node:
    return [
        left_out(len(entries[:-MOST_ROWS]), MOST_ROWS),
        ul(".log")[
            (_row(entry, is_before=_is_before(entry, answers)) for entry in entries[-MOST_ROWS:])
        ],
    ]


def log_entries(scene: Scene) -> list[LogEntry]:
    """Return the entries that the log shows, in the order in which it shows them."""
    in_form = loaded_entry(scene)
    shown = [
        entry
        for entry in scene.answers.log
        if _worth_showing(entry) and not (entry.problems and entry is in_form)
    ]
    shown.sort(key=lambda entry: (not entry.contacts, [one.day for one in entry.contacts[:1]]))
    return shown


def _worth_showing(entry: LogEntry) -> bool:
    return bool(entry.contacts) or not entry.removed


def _is_before(entry: LogEntry, answers: Answers) -> bool:
    """Return whether an entry would move the plan, had they not moved the interview since."""
    exchanges = [one for one in entry.contacts if one.purpose == "follow_up"]
    return bool(exchanges) and not any(
        answers.is_current(day) for one in exchanges for day in (one.day, one.new_decision) if day
    )


@lru_cache(maxsize=2000)
def _row(entry: LogEntry, *, is_before: bool) -> Markup:
    return escape(
        li({"data-state": _state(entry)}, id=f"entry-{entry.id}")[
            div(".log-text")[
                _when_and_what(entry, words.BEFORE_MOVE if is_before else ()),
                (p(".problem")[prose(problem.sentence)] for problem in entry.problems.values()),
                entry.who and p(".log-who")[words.with_whom(entry.who)],
                entry.note and p(".log-note")[entry.note],
                entry.removed and p(".hint")[prose(words.ENTRY_REMOVED)],
            ],
            div(".log-actions")[buttons(entry, _day_of(entry))],
        ]
    )


def _state(entry: LogEntry) -> str:
    if entry.removed:
        return "removed"
    return "counts" if entry.contacts else "refused"


def _when_and_what(entry: LogEntry, note: Sentence) -> Element:
    said = prose((*what_happened(entry), *note))
    if not entry.contacts:
        return p[_typed_day(entry), ": ", said]
    notes = order_notes(typed for _, typed in entry.entered.dates)
    return p[time_of(entry.contacts[0].day), ": ", said, notes]


def what_happened(entry: LogEntry) -> Sentence:
    """Return what the entry says that happened, without its day."""
    sentence: Sentence = (words.LOG_TEXTS.get(entry.kind, words.LOG_TEXT_UNKNOWN),)
    for last in entry.contacts[-1:]:
        if last.new_interview:
            sentence = (*words.moved_to(last.new_interview), ".")
        if note := words.PURPOSE_NOTES.get(last.purpose):
            sentence += (f" {note}",)
        if last.new_decision:
            sentence += words.named_decision(last.new_decision)
    return sentence


def _typed_day(entry: LogEntry) -> str:
    """Return the day of a refused entry as it was typed."""
    typed = dict(entry.entered.dates).get("contact", Typed())
    return " ".join(filter(None, (typed.day, typed.month, typed.year))) or words.NO_DAY


def _day_of(entry: LogEntry) -> str:
    """Return which entry a button belongs to, for those who do not see where it stands."""
    return words.spell_day(entry.contacts[0].day) if entry.contacts else _typed_day(entry)
