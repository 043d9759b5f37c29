"""The whole journey on one screen, how far the reader is with each page, and where that is now."""

from collections.abc import Mapping

from htpy import Element, Node, a, h3, li, ol, span, ul

from followup import words
from followup.guide.checklist import Count
from followup.guide.contents import Guide, Page, StageName
from followup.guide.journey import STAGES, Place, count_pages, is_done, pages_of, place_of
from followup.view.parts.markup import View, prose, unseen
from followup.view.parts.scene import Scene


def blank(guide: Guide) -> Node:
    """Return the journey with nothing done."""
    return _stages(guide, {}, None)


def fill(scene: Scene) -> View:
    """Return the journey with what is done, and where the reader is."""
    counts = count_pages(scene.guide, scene.checklist)
    place = place_of(scene.guide, scene.answers, scene.plan, counts, scene.today)
    has_begun = place is not None or any(one.done for one in counts.values())
    view = View()
    view.show("journey", _stages(scene.guide, counts if has_begun else {}, place))
    return view


def _stages(guide: Guide, counts: Mapping[str, Count], place: Place | None) -> Element:
    return ol(".journey-stages", role="list")[
        (_stage(number, stage, guide, counts, place) for number, stage in enumerate(STAGES, 1))
    ]


def _stage(
    number: int,
    stage: StageName,
    guide: Guide,
    counts: Mapping[str, Count],
    place: Place | None,
) -> Element:
    is_here = place is not None and place.stage == stage
    pages = pages_of(guide, stage)
    done = is_done(pages, counts)
    here_at = place.page if place and is_here else ""
    return li(
        {"data-stage": stage, "data-state": "done" if done else "open"},
        aria_current="step" if is_here else None,
    )[
        h3[
            span(".number")[unseen(words.STEP_NUMBER), str(number), unseen(": ")],
            words.STAGE_NAMES[stage],
            # A single page says itself that it is done.
            done and len(pages) > 1 and [" ", span(".stage-state")[words.STATE_NAMES["done"]]],
            is_here and not here_at and _here(),
        ],
        ul(role="list")[
            (_way(page, counts.get(page.path), is_here=page.path == here_at) for page in pages)
        ],
    ]


def _way(page: Page, counted: Count | None, *, is_here: bool) -> Element:
    return li[
        page.joint and [words.JOINTS[page.joint], " "],
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
