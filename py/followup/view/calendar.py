"""The calendar picture: the months of the plan as tables, every date of it marked with a letter.

It is a picture of what the panel "plan" says in words, never the only way to read a date.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from htpy import Element, Node, caption, div, li, p, span, table, tbody, td, th, thead, time, tr, ul

from followup import words
from followup.closed_days import ClosedDays
from followup.guide import Guide
from followup.plan import DatedStep, Plan
from followup.view.markup import View, prose, unseen
from followup.view.plan import answer
from followup.view.scene import Scene

WEEK = 7
MOST_MONTHS = 12


@dataclass(frozen=True)
class Mark:
    """A mark on a day: what kind it is, the letter shown, and its name for screen readers."""

    kind: str
    letter: str
    name: str


@dataclass(frozen=True)
class Picture:
    """What is drawn: the marks by day, the closed days, and today."""

    marks: dict[date, list[Mark]]
    closed: ClosedDays
    today: date


def blank(_guide: Guide) -> Node:
    """Return the panel before an interview date is known."""
    return p[prose(words.NO_INTERVIEW)]


def fill(scene: Scene) -> View:
    """Return the months from the interview to the plan's last date."""
    view = View()
    if scene.plan is None:
        view.show("calendar", p[prose(answer(scene))])
        return view
    marks = _marks(scene, scene.plan)
    picture = Picture(marks, ClosedDays(), scene.today)
    months = _months(min(marks), max(marks))
    view.show(
        "calendar",
        [div(".months")[(_month(first, picture) for first in months)], _legend(marks)],
    )
    return view


def _marks(scene: Scene, plan: Plan) -> dict[date, list[Mark]]:
    marks: dict[date, list[Mark]] = {}
    answers = scene.answers
    decisions = [one.new_decision for one in answers.contacts() if one.new_decision]
    named = [(answers.interview, "interview"), (answers.decision, "decision")]
    named += [(day, "decision") for day in decisions]
    for day, kind in named:
        if day:
            marks.setdefault(day, []).append(Mark(kind, *words.MARKS[kind]))
    for step in plan.steps:
        marks.setdefault(step.day, []).append(_step_mark(step))
    return marks


def _step_mark(step: DatedStep) -> Mark:
    if step.state == "done":
        return Mark("done", *words.MARKS["done"])
    if step.kind == "later":
        return Mark("later", str(step.number), words.contact_number(step.number))
    return Mark(step.kind, *words.MARKS[step.kind])


def _months(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month from the first day's to the last day's."""
    month = first.replace(day=1)
    for _ in range(MOST_MONTHS):
        if month > last:
            return
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _month(first: date, picture: Picture) -> Element:
    return table(".month")[
        caption[words.spell_month(first)],
        thead[tr[(_weekday(name) for name in words.WEEKDAYS)]],
        tbody[(tr[(_day(day, first, picture) for day in week)] for week in _weeks(first))],
    ]


def _weekday(name: str) -> Element:
    return th(scope="col", abbr=name)[span(aria_hidden="true")[name[:2]], unseen(name)]


def _weeks(first: date) -> Iterator[list[date]]:
    """Yield the weeks, Monday first, that hold the days of the month."""
    monday = first - timedelta(days=first.weekday())
    while monday <= first or monday.month == first.month:
        yield [monday + timedelta(days=count) for count in range(WEEK)]
        monday += timedelta(days=WEEK)


def _day(day: date, first: date, picture: Picture) -> Element:
    if day.month != first.month:
        return td(".outside")
    found = picture.marks.get(day, [])
    kinds = [mark.kind for mark in found]
    kinds += ["closed"] if picture.closed.reason(day) else []
    kinds += ["today"] if day == picture.today else []
    return td(
        {"data-mark": " ".join(kinds)} if kinds else {},
        aria_current="date" if day == picture.today else None,
    )[
        time(datetime=day.isoformat())[str(day.day)] if found else str(day.day),
        (_letter(mark) for mark in found),
    ]


def _letter(mark: Mark) -> Element:
    return span(".mark")[span(aria_hidden="true")[mark.letter], unseen(f" {mark.name}")]


def _legend(marks: dict[date, list[Mark]]) -> Element:
    """Return what each letter means, in the order in which it first stands in the picture."""
    seen = {(mark.letter, mark.kind): mark for day in sorted(marks) for mark in marks[day]}
    closed = Mark("closed", *words.MARKS["closed"])
    return ul(".legend")[
        (
            li({"data-mark": mark.kind})[
                span(".mark", aria_hidden="true")[mark.letter], f" {mark.name}"
            ]
            for mark in [*seen.values(), closed]
        )
    ]
