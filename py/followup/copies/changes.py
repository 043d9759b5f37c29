"""What of the things that are here would go or change when a copy is merged.

Worked out from the state before and the state after, over all interviews: a copy can say something
newer about things that its own preview does not show. What it only adds is no change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from followup.dates import civil_date
from followup.dates.civil_date import Typed
from followup.records.office import PROFILE
from followup.records.record import (
    ALL,
    CALENDAR,
    CLOSED,
    CONTACT,
    PERSON,
    Answered,
    Entered,
    Exported,
    SetAside,
    Ticked,
    Wrote,
)
from followup.records.settings import NUMBER_NAMES, REGION_NAMES, Settings, read_settings
from followup.records.state import Fact, State

Value: TypeAlias = date | str
"""A day, or a text as typed; empty where there is nothing."""

GUIDE_AGAIN = "guide"
"""Name of the change by which the guide's plan counts again."""

_IN_SETTINGS = frozenset({PROFILE, *NUMBER_NAMES, *REGION_NAMES})
_FORMS = {CONTACT: "contacts", PERSON: "people", CLOSED: "closed"}
_CHOICES = {
    "outcome": ("outcome", "none"),
    "archived": ("settings", "no"),
    "first-channel": ("settings", "guide"),
}
"""Choices of one interview: the part that they belong to, and what counts where none was made."""


@dataclass(frozen=True)
class Change:
    """One thing that is here and would not stay as it is.

    Attributes:
        interview: its id, or `ALL`.
        part: what it belongs to, as in `followup.copies.comparison.Part`.
        name: of the question, text, choice or step; of an entry its id.
        before: what is here; of an entry the day or the name by which it is known.
        after: what would be here; empty if it goes.
    """

    interview: str
    part: str
    name: str
    before: Value
    after: Value


def changes(before: State, after: State) -> tuple[Change, ...]:
    """Return what of the first state is not the same in the second, interview by interview.

    Where nothing is, nothing changes: settings that come do not count for anything yet.
    """
    if not before.facts:
        return ()
    found: list[Change] = []
    for interview in before.interviews():
        found += _facts(interview, before, after)
        found += _entries(interview, before, after)
        found += _choices(interview, before, after)
    found += _facts(ALL, before, after)
    return (*found, *_settings(before, after))


def _facts(interview: str, before: State, after: State) -> Iterator[Change]:
    now = after.facts.get(interview, {})
    for name, fact in before.facts.get(interview, {}).items():
        there = now.get(name)
        part = _part(fact, interview)
        here, then = _value(fact), _value(there)
        if part and here and here != then:
            yield Change(interview, part, name[1], here, then)


def _part(fact: Fact, interview: str) -> str:
    """Return the part of a fact that stands for itself; empty for others, and for what no reader
    would miss."""
    match fact.event:
        case Answered():
            return "dates"
        case Ticked() | SetAside():
            return "steps"
        case Wrote(name, _):
            return "" if interview == ALL and name in _IN_SETTINGS else "notes"
        case Exported(name, _, _) if name.startswith(CALENDAR):
            return "exports"
        case _:
            return ""


def _value(fact: Fact | None) -> Value:
    """Return what a fact says; empty if nothing."""
    match fact.event if fact else None:
        case Answered(_, typed) if fact:
            return _day(typed, fact.written)
        case Wrote(_, text):
            return text.strip()
        case Exported(_, day, True):
            return day or "on"
        case Ticked(_, _, True) | SetAside(_, True):
            return "on"
        case _:
            return ""


def _day(typed: Typed, written: date) -> Value:
    """Return the day that was typed; what stands in the boxes, if it is none."""
    day = civil_date.read(typed, "", written)
    boxes = f"{typed.day} {typed.month} {typed.year}"
    return day if isinstance(day, date) else " ".join(boxes.split())


def _entries(interview: str, before: State, after: State) -> Iterator[Change]:
    """Yield the entries that count here and would be taken away or say something else."""
    for form, part in _FORMS.items():
        there = {
            entered.entry: (entered, fact)
            for fact, entered, removed in after.entries(interview, form)
            if not removed
        }
        for fact, entered, removed in before.entries(interview, form):
            now = there.get(entered.entry)
            if not removed and (now is None or now[0] != entered):
                label = _label(*now) if now else ""
                yield Change(interview, part, entered.entry, _label(entered, fact), label)


def _label(entered: Entered, fact: Fact) -> Value:
    """Return the day or the name by which a reader knows an entry."""
    dates, texts = dict(entered.dates), dict(entered.texts)
    named = texts.get("name", "").strip() or texts.get("title", "").strip()
    day = dates.get("contact") or dates.get("closed-first") or Typed()
    return named or _day(day, fact.written) or "?"


def _choices(interview: str, before: State, after: State) -> Iterator[Change]:
    for name, (part, default) in _CHOICES.items():
        here = before.choice(name, default, interview)
        then = after.choice(name, default, interview)
        if here != then:
            yield Change(interview, part, name, here, then)


def _settings(before: State, after: State) -> Iterator[Change]:
    """Yield the settings that would count otherwise, whatever made them so."""
    if before.choice("settings", "own") != "guide" and after.choice("settings", "own") == "guide":
        yield Change(ALL, "settings", GUIDE_AGAIN, "", "")
    here, then = _in_words(read_settings(before)), _in_words(read_settings(after))
    for name, value in here.items():
        if value != then[name]:
            yield Change(ALL, "settings", name, value, then[name])


def _in_words(settings: Settings) -> Mapping[str, str]:
    """Return each setting as the page's choices name it."""
    numbers = {name: str(getattr(settings.rules, own)) for name, own in NUMBER_NAMES.items()}
    return numbers | {
        "first-channel": settings.rules.first_channel,
        "later-channel": settings.rules.later_channel,
        "thanks": "yes" if settings.thank_you_note else "no",
        "weekend": settings.weekend,
        "country": settings.country,
        "part": settings.part,
        "office": settings.office.name if settings.office else "",
    }
