"""What to do next, for the start page: the first thing for a newcomer, else the one thing that
leads, the small steps after it by name, and how far the reader is.

A contact or an offer's deadline leads, never a step of the checklist. What is past and small is
folded, and called by its number alone.
"""

from collections.abc import Sequence
from datetime import date

from htpy import Element, Node, a, details, div, h2, h3, li, p, span, summary, ul
from htpy import progress as bar

from followup import words
from followup.dates.plan import DatedStep
from followup.guide.checklist import DueState, Item
from followup.guide.contents import Guide, Page
from followup.guide.due import DueItem
from followup.guide.journey import first_page, page_of
from followup.guide.numbers import filled
from followup.view.every_page import progress
from followup.view.my_interviews.due_list import knows_a_day, rows, unknown
from followup.view.parts.markup import View, prose, time_of
from followup.view.parts.names import name_of
from followup.view.parts.scene import Scene
from followup.view.start.ask import ANSWER_FIRST
from followup.view.when_to_follow_up import next_card
from followup.view.when_to_follow_up.plan import answer

MOST_ROWS = 3
MOST_STEPS = 3

TOOLS = "plan/"
"""Where the pages of the plan stand, seen from the start page."""


def blank(_guide: Guide) -> Node:
    """Return what will stand here for a newcomer."""
    return [h2[words.NEXT_STEP], p(".answer")[prose(words.ANSWER_STANDS_HERE)]]


def fill(scene: Scene) -> View:
    """Return what to do next, the first few things of it, with the way to all."""
    view = View()
    begun = knows_a_day(scene) or scene.answers.outcome or scene.answers.problems
    view.show("next-step", _next(scene) if begun else blank(scene.guide))
    view.inputs[ANSWER_FIRST] = {"attributes": {"data-known": "true" if begun else None}}
    return view


def _next(scene: Scene) -> Node:
    leading = [item for item in scene.due if item.what != "steps"]
    return [
        h2[words.NEXT_STEP],
        unknown(scene),
        _nothing_now(scene),
        _ahead(scene),
        _leading(leading[:MOST_ROWS], scene) if leading else None,
        next_card.logged_today(scene),
        p(".all-due")[
            a(href=f"{TOOLS}interviews/")[words.all_due(max(len(leading) - MOST_ROWS, 0))]
        ],
        div(".shown-interview")[
            p(".whose")[words.SHOWN_HERE, name_of(scene), "."]
            if len(scene.interviews) > 1
            else None,
            _standing(scene),
            _steps(scene),
            _how_far(scene),
        ],
    ]


def _ahead(scene: Scene) -> Node:
    """Return the way to get ready, as long as the interview is still to come."""
    day = scene.answers.interview
    if day is None or day < scene.today or scene.answers.outcome:
        return None
    page = first_page(scene.guide)
    return div(".next-card.ahead")[
        span(".state")[words.how_soon((day - scene.today).days)],
        p(".when")[time_of(day)],
        p(".what")[words.YOUR_INTERVIEW],
        div(".card-ways")[
            a(href=page.address)[page.title] if page else None,
            a(href=f"{TOOLS}card/")[words.INTERVIEW_CARD],
        ],
    ]


def _leading(items: Sequence[DueItem], scene: Scene) -> Node:
    """Return the one thing that leads, with what to press for it, and the next after it."""
    first = items[0]
    leads = _card(first, first.step, scene) if first.step else rows(items[:1], scene, TOOLS)
    return [
        div(".leading")[leads],
        rows(items[1:], scene, TOOLS) if items[1:] else None,
    ]


def _card(item: DueItem, step: DatedStep, scene: Scene) -> Element:
    whose = scene.of(item.interview)
    how_soon = words.how_soon((step.day - scene.today).days)
    named_by = len(scene.interviews) > 1 or item.interview.role or item.interview.employer
    marks = next_card.marks_of(step) | {"data-interview": item.interview.id}
    return div(marks, id=next_card.CARD, class_="next-card", tabindex="-1")[
        p(".for")[
            a({"data-switch": item.interview.id}, href=f"{TOOLS}dates/#your-dates")[name_of(whose)]
        ]
        if named_by
        else None,
        next_card.contents(step, whose, TOOLS, how_soon),
    ]


def _nothing_now(scene: Scene) -> Node:
    """Return until when there is nothing to do, or that nothing will come."""
    if any(item.is_due for item in scene.due):
        return None
    steps = next_steps(list(scene.checklist.values()))
    coming = [*(item.day for item in scene.due), *(_day(item) for item in steps)]
    sentence = words.nothing_until(min(coming)) if coming else words.NOTHING_AT_ALL
    return p(".nothing-due")[prose(sentence)]


def _standing(scene: Scene) -> Node:
    """Return how the shown interview stands, where its next contact does not tell it already."""
    if scene.plan and scene.plan.state == "running":
        return None
    outcome = scene.answers.outcome
    page = page_of(scene.guide, outcome) if outcome else None
    is_late = scene.plan is not None and scene.plan.state == "too_late"
    return [
        p(".answer")[prose(answer(scene))],
        is_late and p[prose(words.STILL_MAKES_SENSE)],
        p[words.READ_MORE, " ", a(href=page.address)[page.title], "."] if page else None,
        p[a(href=f"{TOOLS}dates/#your-interview")[words.GO_TO_DATES]] if not scene.plan else None,
    ]


def _steps(scene: Scene) -> Node:
    pages = {step.name: page for page in scene.guide.pages for step in page.steps}
    labels = {step.name: filled(step.label, scene.settings.rules) for step in scene.guide.steps()}

    def listed(items: Sequence[Item]) -> Element:
        return ul(".next-steps")[
            (_step(item, labels[item.name], pages[item.name]) for item in items)
        ]

    every = list(scene.checklist.values())
    coming, earlier = next_steps(every), earlier_steps(every)
    return [
        [h3[words.SMALL_STEPS], listed(coming)] if coming else None,
        details(".more.earlier-steps")[summary[words.earlier_steps(len(earlier))], listed(earlier)]
        if earlier
        else None,
    ]


def _step(item: Item, label: str, page: Page) -> Element:
    return li({"data-state": item.due.state if item.due else ""})[
        a(href=f"{page.address}#{item.name}")[label],
        p(".due")[prose(words.step_due(item.due.state, item.due.day))] if item.due else None,
    ]


def next_steps(items: Sequence[Item]) -> list[Item]:
    """Return the first few steps to do, the one whose day runs out first on top."""
    coming = [one for one in items if _is(one, "today") or _is(one, "upcoming")]
    return sorted(coming, key=_day)[:MOST_STEPS]


def earlier_steps(items: Sequence[Item]) -> list[Item]:
    """Return the steps whose day has passed, the latest first, as the moment of an old one has
    often gone."""
    return sorted((one for one in items if _is(one, "earlier")), key=_day, reverse=True)


def _is(item: Item, state: DueState) -> bool:
    return item.counts and not item.done and item.due is not None and item.due.state == state


def _day(item: Item) -> date:
    return item.due.day if item.due else date.max


def _how_far(scene: Scene) -> Node:
    counted = progress.counted(scene)
    if not counted.total:
        return None
    return div(".progress")[
        p(".progress-words")[
            prose(
                words.you_have_done(
                    counted.done, counted.total, core_only=progress.is_core_only(scene)
                )
            )
        ],
        bar(max=str(counted.total), value=str(counted.done), aria_label=words.PROGRESS_LABEL),
    ]
