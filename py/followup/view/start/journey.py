"""The whole journey on one screen, how far the reader is with each page, and where that is now."""

from collections.abc import Mapping

from htpy import Element, Node, a, h3, li, ol, span, ul

from followup import words
from followup.guide.checklist import Count
from followup.guide.contents import Guide, Page
from followup.guide.journey import STAGES, Place, Stage, Way, count_pages, is_done, place_of
from followup.view.parts.markup import View, prose, unseen
from followup.view.parts.scene import Scene


def blank(guide: Guide) -> Node:
    """Return the journey with nothing done."""
    return _stages(guide, {}, None)


def fill(scene: Scene) -> View:
    """Return the journey with what is done, and where the reader is."""
    counts = count_pages(scene.guide, scene.checklist)
    place = place_of(scene.answers, scene.plan, counts, scene.today)
    has_begun = place is not None or any(one.done for one in counts.values())
    view = View()
    view.show("journey", _stages(scene.guide, counts if has_begun else {}, place))
    return view


def _stages(guide: Guide, counts: Mapping[str, Count], place: Place | None) -> Element:
    return ol(".journey-stages", role="list")[
        (_stage(number, stage, guide, counts, place) for number, stage in enumerate(STAGES, 1))
    ]


def _stage(
    number: int, stage: Stage, guide: Guide, counts: Mapping[str, Count], place: Place | None
) -> Element:
    is_here = place is not None and place.stage == stage.name
    done = is_done(stage, counts)
    pages = {page.path: page for page in guide.pages}
    here_at = place.page if place and is_here else ""
    return li(
        {"data-stage": stage.name, "data-state": "done" if done else "open"},
        aria_current="step" if is_here else None,
    )[
        h3[
            span(".number")[unseen(words.STEP_NUMBER), str(number), unseen(": ")],
            words.STAGE_NAMES[stage.name],
            # A single page says itself that it is done.
            done and len(stage.ways) > 1 and [" ", span(".stage-state")[words.STATE_NAMES["done"]]],
            is_here and not here_at and _here(),
        ],
        ul(role="list")[
            (
                _way(way, pages[way.path], counts.get(way.path), is_here=way.path == here_at)
                for way in stage.ways
                if way.path in pages
            )
        ],
    ]


def _way(way: Way, page: Page, counted: Count | None, *, is_here: bool) -> Element:
    return li[
        way.joint and [words.JOINTS[way.joint], " "],
        a(href=page.address)[page.title],
        _how_far(counted) if counted and counted.total else None,
        is_here and _here(),
    ]


def _how_far(counted: Count) -> Node:
    """Return how many steps of a page are done, with a sign where they all are."""
    sentence = words.progress(counted.done, counted.total, core_only=False)
    state = "all" if counted.is_all else "some" if counted.done else "none"
    return [" ", span(".how-far", {"data-done": state})[prose(sentence)]]


def _here() -> Node:
    return [" ", span(".here")[words.YOU_ARE_HERE]]
