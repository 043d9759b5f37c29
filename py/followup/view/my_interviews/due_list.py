"""The due list over all interviews: rows of what is to do, and what holds for all of them together:
calls on one morning, and what cannot be told."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from htpy import Element, Node, a, div, li, ol, p, span
from markupsafe import Markup, escape

from followup import words
from followup.guide.contents import Guide
from followup.guide.due import DueItem, clashes
from followup.view.parts.markup import View, prose, time_of
from followup.view.parts.names import name_of, plain_name
from followup.view.parts.reasons import why
from followup.view.parts.scene import MOST_INTERVIEWS, Scene

TOOLS = "../"
"""Where the pages of the plan stand, seen from one of them."""

PLACES = {
    "contact": "dates/#your-dates",
    "deadline": "dates/#how-it-ended",
    "steps": "checklist/",
}
"""Where each kind of thing to do is done, below the pages of the plan."""


def blank(_guide: Guide) -> Node:
    """Return nothing: before any interview date is known there is nothing to tell."""
    return None


def fill(scene: Scene) -> View:
    """Return what holds for all interviews together: calls on one morning, and that nothing is due.
    What is due in each stands in its row, and so does that it cannot be told."""
    view = View()
    view.show(
        "due",
        [
            (_clash(day, calls, scene) for day, calls in clashes(scene.due).items()),
            None if _something_is_to_do(scene) else _nothing(scene),
        ],
    )
    return view


def unknown(scene: Scene) -> Node:
    """Return which interviews are missing from a due list, as they cannot be worked out, and how
    many, as there are too many."""
    count = len(scene.left_out)
    return [
        p(".hint.left-out")[prose(words.interviews_left_out(count, MOST_INTERVIEWS))]
        if count
        else None,
        (
            p(".problem")[words.DUE_UNKNOWN, plain_name(interview, scene), words.FULL_STOP]
            for interview in scene.due_unknown
        ),
    ]


def _something_is_to_do(scene: Scene) -> bool:
    """Return whether something is due in an interview, or may be."""
    standings = scene.each("due", lambda one: one.standing, "now")
    open_ones = [standing for one, standing in standings if not one.archived]
    return "offer" in open_ones or "now" in open_ones


def _nothing(scene: Scene) -> Node:
    if scene.due:
        return p(".nothing-due")[prose(words.NOTHING_DUE)]
    return p(".nothing-due")[prose(words.NOTHING_AT_ALL)] if knows_a_day(scene) else None


def knows_a_day(scene: Scene) -> bool:
    """Return whether the day of any interview is known."""
    found = scene.each("due", lambda one: one.answers.interview, None)
    return any(day for _, day in found)


def _clash(day: date, calls: Sequence[DueItem], scene: Scene) -> Element:
    names = [name_of(scene.of(call.interview)) for call in calls]
    return div(".clash")[
        p[
            prose(words.calls_clash(day, len(calls))),
            [[name, _after(place, len(names))] for place, name in enumerate(names, 1)],
            words.KEEP_APART,
        ]
    ]


def _after(place: int, count: int) -> str:
    """Return what stands after the n-th of so many names in a sentence."""
    if place == count:
        return ""
    return words.AND if place == count - 1 else words.COMMA


def rows(items: Sequence[DueItem], scene: Scene, tools: str) -> Element:
    """Return a row for each thing to do.

    Args:
        items: what to do, in the order in which it is shown.
        scene: any of the reader's interviews.
        tools: where the pages of the plan stand, seen from the page that shows the rows.
    """
    names = {item.interview: name_of(scene.of(item.interview)) for item in items}
    return ol(".due-rows", role="list")[
        (_row(item, names[item.interview], scene.today, tools) for item in items)
    ]


@lru_cache(maxsize=500)
def _row(item: DueItem, name: Markup, today: date, tools: str) -> Markup:
    marks: Mapping[str, str] = {
        "data-group": item.group,
        "data-what": item.what,
        "data-interview": item.interview.id,
    }
    reason = why_of(item)
    return escape(
        li(marks)[
            p(".when")[
                span(".state")[words.how_soon((item.day - today).days)], " ", time_of(item.day)
            ],
            p(".what")[prose(what_to_do(item, today))],
            p(".for")[a({"data-switch": item.interview.id}, href=tools + PLACES[item.what])[name]],
            p(".why")[prose(reason)] if reason else None,
        ]
    )


def what_to_do(item: DueItem, today: date) -> words.Sentence:
    """Return what it is, and on which day to do it, if that is not its own day."""
    if item.what == "steps":
        return (words.steps_for_today(item.count),)
    doing = words.ANSWER_OFFER
    if item.step:
        doing = words.capital_first(words.action(item.step.kind, item.step.channel))
    return (doing, *words.do_it(item.act_on, today)) if item.act_on != item.day else (doing,)


def why_of(item: DueItem) -> words.Sentence:
    """Return why it has its day; nothing for small steps."""
    if item.what == "deadline":
        return words.DEADLINE_WHY
    return why(item.step) if item.step else ()
