"""The timeline: everything that happened and everything planned, in date order on one line.

A list of sentences first, a picture second: the line, its breaks and its dashes only repeat what
each entry says in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from htpy import Element, Fragment, Node, div, fragment, li, ol, p, span, svg
from markupsafe import Markup, escape

from followup import words
from followup.dates.closed_days import ONE_DAY, ClosedDays
from followup.dates.plan import Plan, Situation
from followup.view.parts.markup import View, left_out, prose, time_of
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up import pictures
from followup.view.when_to_follow_up.marks import (
    Mark,
    closed_days_mark,
    closed_mark,
    drawn,
    today_mark,
)

LONGEST_LINE = 30
"""Days. A longer line would no longer be read as time, so words say how long it is."""

MOST_ENTRIES = 200
"""Entries that are drawn, those nearest to today. A copy can bring thousands."""

STATES_SAID = ("due", "next", "tentative")


blank = pictures.blank


def fill(scene: Scene) -> View:
    """Return the whole plan as one line."""
    return pictures.fill("timeline", scene, draw)


def draw(marks: Sequence[Mark], situation: Situation, plan: Plan) -> Fragment:
    """Return the marks in date order, with today and the closed days among them."""
    closed = _closed(marks[0].day, marks[-1].day, situation.closed, plan)
    today = today_mark(situation.today)
    every = sorted([*closed, *marks, today], key=_place)
    before, entries, after = _nearest(every, every.index(today))
    return fragment[
        left_out(len(before), MOST_ENTRIES), _line(entries), left_out(len(after), MOST_ENTRIES)
    ]


def _nearest(entries: Sequence[Mark], here: int) -> tuple[Sequence[Mark], ...]:
    """Return the entries in three parts: what is left out before, what is drawn, what is left out
    after. Of what is drawn half is before today, or more if there is less after it."""
    first = max(0, min(here - MOST_ENTRIES // 2, len(entries) - MOST_ENTRIES))
    end = first + MOST_ENTRIES
    return entries[:first], entries[first:end], entries[end:]


def _line(entries: Sequence[Mark]) -> Element:
    # Without its role a list that has no bullets is no list to VoiceOver.
    return ol(".timeline", role="list")[
        (
            _entry(entry, (after.day - entry.day).days if after else 0, line)
            for entry, after, line in zip(
                entries, [*entries[1:], None], _lines(entries), strict=True
            )
        )
    ]


def _place(mark: Mark) -> tuple[date, int]:
    """Return what orders entries: on one day what happened, then today, then what is to do."""
    if mark.kind == "today":
        return mark.day, 1
    return mark.day, 2 if mark.state in STATES_SAID else 0


def _closed(first: date, last: date, closed: ClosedDays, plan: Plan) -> Iterator[Mark]:
    """Yield the closed days that say something: the reader's own, public holidays, and whatever
    moved a date. Other weekends, and holidays on them, change nothing.
    """
    for one in closed.ranges:
        if one.first <= last and first <= one.last:
            yield closed_days_mark("range", one.label, one.first, one.last)
    days = {
        day
        for day in closed.holidays
        if first <= day <= last and day.weekday() not in closed.weekend
    }
    for step in plan.steps:
        if step.moved_from:
            days.update(_days(step.moved_from, step.day))
    marks = (closed_mark(closed, day) for day in sorted(days))
    yield from _runs([mark for mark in marks if mark and mark.kind != "range"])


def _days(first: date, end: date) -> Iterator[date]:
    """Yield the days from the first to the one before the end."""
    while first < end:
        yield first
        first += ONE_DAY


def _runs(marks: Sequence[Mark]) -> list[Mark]:
    """Return one mark for days in a row that are closed for the same reason."""
    runs: list[Mark] = []
    for mark in marks:
        if runs and runs[-1].name == mark.name and runs[-1].last + ONE_DAY == mark.day:
            runs[-1] = replace(runs[-1], last=mark.last)
        else:
            runs.append(mark)
    return runs


def _lines(entries: Sequence[Mark]) -> Iterator[str]:
    """Yield how the line goes on after each entry: past, sure to come, or tentative."""
    past = sure = True
    for entry in entries:
        past = past and entry.kind != "today"
        sure = sure and entry.state not in {"due", "next"}
        yield "past" if past else "sure" if sure else "tentative"


@lru_cache(maxsize=2000)
def _entry(entry: Mark, days: int, line: str) -> Markup:
    marks = {"data-kind": entry.kind, "data-state": entry.state}
    return escape(
        li(marks, data_line=line)[
            drawn(entry),
            p(".when")[_when(entry)],
            div(".what")[
                p[prose(entry.sentence)],
                span(".state")[words.STATE_NAMES[entry.state]]
                if entry.state in STATES_SAID
                else None,
            ],
            p(".gap")[prose(words.days_later(days))] if days > LONGEST_LINE else None,
            _length(min(days, LONGEST_LINE)),
        ]
    )


def _length(days: int) -> Node:
    return svg(".days", viewBox=f"0 0 1 {days}", aria_hidden="true") if days else None


def _when(entry: Mark) -> Node:
    if entry.last == entry.day:
        return time_of(entry.day)
    return [time_of(entry.day), words.TO, time_of(entry.last)]
