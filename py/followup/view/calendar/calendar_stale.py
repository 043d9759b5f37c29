"""Entries to delete from the reader's calendar: dates that changed after they were put into it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from htpy import Element, Node, button, div, p

from followup import words
from followup.guide.contents import Guide
from followup.records.record import Exported
from followup.view.calendar.calendar_entries import steps_to_do
from followup.view.parts.markup import View, place, prose
from followup.view.parts.scene import Scene

NAME = re.compile(r"calendar-(first|later|close)-\d{1,4}", re.ASCII)


class Stale(NamedTuple):
    """An entry in the reader's calendar that is wrong now.

    Attributes:
        name: as it was exported.
        kind: of the step.
        day: on which the entry stands.
        moved: whether the step has another day now; else it is done, or there is none any more.
    """

    name: str
    kind: str
    day: date
    moved: bool


def blank(_guide: Guide) -> Node:
    """Return the place, empty until there is something to delete."""
    return place("calendar.stale")


def fill(scene: Scene) -> View:
    """Return a sentence and a button for each entry to delete."""
    view = View()
    view.show("calendar.stale", [_notice(entry) for entry in stale(scene)])
    return view


def stale(scene: Scene) -> Iterator[Stale]:
    """Yield the entries to delete, the soonest first.

    One whose day is over reminds nobody. While a step is late, the tentative dates after it move
    from day to day, so nothing is said of them until it is done.
    """
    if scene.plan is None and scene.answers.problems:
        return  # While a date is being corrected, nothing is known of the others.
    now = steps_to_do(scene)
    late = any(step.act_on != step.day for step in now.values())
    exported = [
        fact.event
        for fact in scene.state.facts.get(scene.interview_id, {}).values()
        if isinstance(fact.event, Exported) and fact.event.on
    ]
    for event in sorted(exported, key=lambda one: (one.day or date.max, one.name)):
        kind, step = NAME.fullmatch(event.name), now.get(event.name)
        if not kind or not event.day or event.day < scene.today:
            continue
        if step is None or (step.act_on != event.day and not (late and step.state == "tentative")):
            yield Stale(event.name, kind[1], event.day, moved=step is not None)


def _notice(entry: Stale) -> Element:
    marks = {"data-exported-off": entry.name}
    return div(".to-delete", id=f"stale-{entry.name}")[
        p[prose(words.entry_to_delete(entry.kind, entry.day, moved=entry.moved))],
        button(marks, type="button", id=f"deleted-{entry.name}")[words.ENTRY_DELETED],
    ]
