"""The calendar picture: the months of the plan as tables, every date of it marked with a letter.

It is a picture of what the panel "plan" says in words, never the only way to read a date.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from htpy import Element, Node, caption, div, li, p, span, table, tbody, td, th, thead, time, tr, ul
from markupsafe import Markup, escape

from followup import words
from followup.dates.closed_days import ONE_DAY
from followup.dates.plan import Plan, Situation
from followup.view.parts.markup import View, prose, unseen
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up import pictures
from followup.view.when_to_follow_up.marks import Mark, closed_mark, drawn, today_mark

WEEK = 7
LONGEST_EMPTY = 2
"""Months in a row without a mark that are drawn all the same, so that the eye can count on."""

MOST_MONTHS = 36
"""Months that are drawn, those nearest to today. A copy can bring entries for thousands."""


@dataclass(frozen=True)
class Picture:
    """What is drawn: the marks by day, of each closed day why it is closed, and today."""

    marks: dict[date, list[Mark]]
    closed: dict[date, Mark]
    today: date


blank = pictures.blank


def fill(scene: Scene) -> View:
    """Return the months in which something happens."""
    return pictures.fill("calendar", scene, draw)


def draw(marks: Sequence[Mark], situation: Situation, _plan: Plan) -> Node:
    """Return the months and what their marks mean."""
    by_day: dict[date, list[Mark]] = {}
    for mark in marks:
        by_day.setdefault(mark.day, []).append(mark)
    every = [month for run in _runs([situation.today, *by_day]) for month in run]
    months = _nearest(every, situation.today)
    days = [day for month in months for day in _days(month)]
    why_closed = {day: why for day in days if (why := closed_mark(situation.closed, day))}
    marked = {day: by_day[day] for day in days if day in by_day}
    picture = Picture(marked, why_closed, situation.today)
    return [
        _cut(every[: every.index(months[0])]),
        _months(_runs(months), picture),
        _cut(every[every.index(months[-1]) + 1 :]),
        _legend(picture),
    ]


def _nearest(months: Sequence[date], today: date) -> Sequence[date]:
    """Return as many months as are drawn, in order: those nearest to today, its own among them."""
    here = months.index(today.replace(day=1))
    first, end = here, here + 1
    while end - first < min(MOST_MONTHS, len(months)):
        is_before = end == len(months) or (
            first > 0 and _apart(months[first - 1], today) <= _apart(months[end], today)
        )
        first, end = (first - 1, end) if is_before else (first, end + 1)
    return months[first:end]


def _apart(month: date, today: date) -> int:
    return abs(_number(month) - _number(today))


def _cut(months: Sequence[date]) -> Node:
    """Return which months are left out as there are too many; nothing if none is."""
    if not months:
        return None
    return p(".hint")[prose(words.months_cut(months[0], months[-1], MOST_MONTHS))]


def _runs(days: Iterable[date]) -> list[list[date]]:
    """Return the first days of the months to draw, in runs without a long empty time."""
    runs: list[list[date]] = []
    for month in sorted({day.replace(day=1) for day in days}):
        if runs and _number(month) - _number(runs[-1][-1]) - 1 <= LONGEST_EMPTY:
            runs[-1] += [*_between(runs[-1][-1], month), month]
        else:
            runs.append([month])
    return runs


def _between(first: date, last: date) -> Iterator[date]:
    """Yield the months after the first and before the last."""
    month = _next(first)
    while month < last:
        yield month
        month = _next(month)


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _previous(month: date) -> date:
    return (month - ONE_DAY).replace(day=1)


def _number(day: date) -> int:
    """Return the number of the day's month since the first of all."""
    return day.year * 12 + day.month


def _months(runs: list[list[date]], picture: Picture) -> Iterator[Node]:
    """Yield each run of months, and which are left out before it."""
    for before, run in zip([None, *runs], runs, strict=False):
        if before:
            left_out = _next(before[-1]), _previous(run[0])
            yield p(".hint")[prose(words.months_left_out(*left_out))]
        yield div(".months")[(_month(first, _cells(first, picture)) for first in run)]


def _cells(first: date, picture: Picture) -> tuple[tuple[Markup, ...], ...]:
    return tuple(tuple(_day(day, first, picture) for day in week) for week in _weeks(first))


@lru_cache(maxsize=200)
def _month(first: date, cells: tuple[tuple[Markup, ...], ...]) -> Markup:
    return escape(
        table(".month")[
            caption[words.spell_month(first)], _head(), tbody[(tr[list(week)] for week in cells)]
        ]
    )


@cache
def _head() -> Markup:
    return escape(thead[tr[(_weekday(name) for name in words.WEEKDAYS)]])


def _weekday(name: str) -> Element:
    return th(scope="col", abbr=name)[span(aria_hidden="true")[name[:2]], unseen(name)]


def _weeks(first: date) -> Iterator[list[date]]:
    """Yield the weeks, Monday first, that hold the days of the month."""
    monday = first - timedelta(days=first.weekday())
    while monday <= first or monday.month == first.month:
        yield [monday + timedelta(days=count) for count in range(WEEK)]
        monday += timedelta(days=WEEK)


def _day(day: date, first: date, picture: Picture) -> Markup:
    if day.month != first.month:
        return _outside()
    closed = picture.closed.get(day)
    # A weekend is seen by its place, and would be said 8 times a month.
    marks = picture.marks.get(day, []) + ([closed] if closed and closed.kind != "weekend" else [])
    kind = closed.kind if closed else ""
    if not marks and day != picture.today:
        return _plain_day(day, kind)
    return _marked_day(day, kind, tuple(marks), is_today=day == picture.today)


@lru_cache(maxsize=2000)
def _marked_day(day: date, closed: str, marks: tuple[Mark, ...], *, is_today: bool) -> Markup:
    return escape(_cell(day, closed, marks, is_today=is_today))


@cache
def _outside() -> Markup:
    return escape(td(".outside"))


@lru_cache(maxsize=2000)
def _plain_day(day: date, closed: str) -> Markup:
    """Return a day on which nothing stands. Most do, and to make them anew takes milliseconds."""
    return escape(_cell(day, closed, [], is_today=False))


def _cell(day: date, closed: str, marks: Sequence[Mark], *, is_today: bool) -> Element:
    return td(data_closed=closed or None, aria_current="date" if is_today else None)[
        time(datetime=day.isoformat())[str(day.day)],
        ((drawn(mark), unseen(f" {mark.name}")) for mark in marks),
    ]


def _legend(picture: Picture) -> Element:
    """Return what each letter means: only those drawn, in the order in which they first stand."""
    seen = {mark.name: mark for day in sorted(picture.marks) for mark in picture.marks[day]}
    closed = {mark.kind: mark for mark in picture.closed.values()}
    return ul(".legend")[
        (_meaning(mark, mark.name) for mark in [*seen.values(), today_mark(picture.today)]),
        (_meaning(mark, words.MARKS[kind][1]) for kind, mark in closed.items()),
    ]


def _meaning(mark: Mark, name: str) -> Element:
    return li[drawn(mark), f" {name}"]


def _days(month: date) -> Iterator[date]:
    day = month
    while day.month == month.month:
        yield day
        day += ONE_DAY
