"""What to do next, for the start page: the first thing for a newcomer, else the one thing that
leads, the small steps after it by name, and how far the reader is.

A contact or an offer's deadline leads, never a step of the checklist. What is past and small is
folded, and called by its number alone.
"""

from collections.abc import Sequence
from datetime import date

from htpy import Element, Node, a, details, div, h2, h3, li, p, summary, ul
from htpy import progress as bar

from followup import words
from followup.guide.checklist import DueState, Item
from followup.guide.contents import Guide, Page
from followup.guide.due import DueItem
from followup.guide.journey import PAGE_OF_OUTCOME, STAGES
from followup.guide.numbers import filled
from followup.view.every_page import progress
from followup.view.my_interviews.due_list import knows_a_day, rows, unknown
from followup.view.parts.markup import View, prose
from followup.view.parts.names import name_of
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer

MOST_ROWS = 3
MOST_STEPS = 3

TOOLS = "plan/"
"""Where the pages of the plan stand, seen from the start page."""

FIRST_PAGE = STAGES[0].ways[0].path


def blank(guide: Guide) -> Node:
    """Return what a newcomer does first."""
    first = next((page for page in guide.pages if page.path == FIRST_PAGE), None)
    return [
        h2[words.NEXT_STEP],
        p(".first-thing")[a(href=f"{TOOLS}dates/#your-interview")[words.FIRST_THING]],
        p[prose(words.FIRST_THING_WHY)],
        p[words.NO_DATE_YET, a(href=first.address)[first.title], "."] if first else None,
    ]


def fill(scene: Scene) -> View:
    """Return what to do next, the first few things of it, with the way to all."""
    view = View()
    begun = knows_a_day(scene) or scene.answers.outcome or scene.answers.problems
    view.show("next-step", _next(scene) if begun else blank(scene.guide))
    return view


def _next(scene: Scene) -> Node:
    leading = [item for item in scene.due if item.what != "steps"]
    return [
        h2[words.NEXT_STEP],
        unknown(scene),
        _nothing_now(scene),
        _leading(leading[:MOST_ROWS], scene) if leading else None,
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


def _leading(items: Sequence[DueItem], scene: Scene) -> Node:
    """Return the one thing that leads, with what to press for it, and the next after it."""
    return [
        div(".leading")[rows(items[:1], scene, TOOLS), _ways_on(items[0])],
        rows(items[1:], scene, TOOLS) if items[1:] else None,
    ]


def _ways_on(item: DueItem) -> Node:
    """Return the links to the words for a contact, and to the log or the calendar."""
    if item.step is None or item.step.kind == "close":
        return None
    log_or_calendar = (
        a({"data-switch": item.interview.id}, href=f"{TOOLS}dates/#log-a-contact")[words.LOG_IT]
        if item.is_due
        else a({"data-switch": item.interview.id}, href=f"{TOOLS}calendar/")[words.TO_CALENDAR]
    )
    to_words = a({"data-switch": item.interview.id}, href=f"{TOOLS}messages/#which-fits-next")
    return p(".ways-on")[to_words[words.WHAT_TO_SAY], " ", log_or_calendar]


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
    path = PAGE_OF_OUTCOME[outcome] if outcome else ""
    page = next((one for one in scene.guide.pages if one.path == path), None)
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
