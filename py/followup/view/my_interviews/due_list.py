"""The due list over all interviews: what is due, what is coming up, and calls on one morning."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from htpy import Element, Node, a, div, h3, li, ol, p, span
from markupsafe import Markup, escape

from followup import words
from followup.guide.contents import Guide
from followup.guide.due import DUE, DueItem, clashes
from followup.records.answers import BLOCKING
from followup.view.parts.markup import View, prose, time_of
from followup.view.parts.names import name_of, plain_name
from followup.view.parts.scene import MOST_INTERVIEWS, Scene
from followup.view.when_to_follow_up.plan import answer
from followup.view.when_to_follow_up.reasons import why

TOOLS = "../"
"""Where the pages of the plan stand, seen from one of them."""

PLACES = {
    "contact": "dates/#your-dates",
    "deadline": "dates/#how-it-ended",
    "steps": "checklist/",
}
"""Where each kind of thing to do is done, below the pages of the plan."""


def blank(_guide: Guide) -> Node:
    """Return the panel before any interview date is known."""
    return p(".nothing-due")[prose(words.NO_DATES_YET)]


def fill(scene: Scene) -> View:
    """Return all that is due, then all that is coming up, soonest first."""
    view = View()
    wrong = _to_correct(scene)
    rest = _lists(scene) if scene.due else _nothing(scene)
    is_all = not wrong and not scene.due_unknown
    view.show(
        "due",
        [
            unknown(scene),
            (_correct(one) for one in wrong),
            rest if scene.due or is_all else None,
        ],
    )
    return view


def unknown(scene: Scene) -> Node:
    """Return which interviews are missing from the list, as they cannot be worked out, and how
    many, as there are too many."""
    count = len(scene.left_out)
    return [
        p(".hint.left-out")[prose(words.interviews_left_out(count, MOST_INTERVIEWS))]
        if count
        else None,
        (
            p(".problem")[words.DUE_UNKNOWN, plain_name(interview), words.FULL_STOP]
            for interview in scene.due_unknown
        ),
    ]


def _to_correct(scene: Scene) -> list[Scene]:
    """Return the interviews that have no plan because a date of theirs is refused."""
    found = scene.each("due", _is_refused, otherwise=False)
    return [scene.of(one) for one, is_refused in found if is_refused and not one.archived]


def _is_refused(scene: Scene) -> bool:
    return any(name in scene.answers.problems for name in BLOCKING)


def _correct(scene: Scene) -> Element:
    return p(".problem.to-correct")[
        prose(answer(scene)),
        " ",
        a({"data-switch": scene.interview_id}, href=TOOLS + PLACES["contact"])[name_of(scene)],
    ]


def _nothing(scene: Scene) -> Node:
    known = knows_a_day(scene)
    return p(".nothing-due")[prose(words.NOTHING_AT_ALL)] if known else blank(scene.guide)


def knows_a_day(scene: Scene) -> bool:
    """Return whether the day of any interview is known."""
    found = scene.each("due", lambda one: one.answers.interview, None)
    return any(day for _, day in found)


def _lists(scene: Scene) -> Node:
    due = [item for item in scene.due if item.group in DUE]
    return [
        [_clash(day, calls, scene) for day, calls in clashes(scene.due).items()],
        h3[words.DUE],
        rows(due, scene, TOOLS) if due else p(".nothing-due")[prose(words.NOTHING_DUE)],
        (_coming_up(group, scene) for group in words.COMING_UP),
    ]


def _coming_up(group: str, scene: Scene) -> Node:
    found = [item for item in scene.due if item.group == group]
    return [h3[words.COMING_UP[group]], rows(found, scene, TOOLS)] if found else None


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
    reason = _why(item)
    return escape(
        li(marks)[
            p(".when")[
                span(".state")[words.how_soon((item.day - today).days)], " ", time_of(item.day)
            ],
            p(".what")[prose(_what(item, today))],
            p(".for")[a({"data-switch": item.interview.id}, href=tools + PLACES[item.what])[name]],
            p(".why")[prose(reason)] if reason else None,
        ]
    )


def _what(item: DueItem, today: date) -> words.Sentence:
    if item.what == "steps":
        return (words.steps_for_today(item.count),)
    doing = words.ANSWER_OFFER
    if item.step:
        doing = words.capital_first(words.action(item.step.kind, item.step.channel))
    return (doing, *words.do_it(item.act_on, today)) if item.act_on != item.day else (doing,)


def _why(item: DueItem) -> words.Sentence:
    if item.what == "deadline":
        return words.DEADLINE_WHY
    return why(item.step) if item.step else ()
