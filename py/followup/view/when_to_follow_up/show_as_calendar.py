"""Both pictures of the dates, folded until somebody wants them: the calendar and the timeline."""

from htpy import Node, details, div, h3, p, summary

from followup import words
from followup.guide.contents import Guide
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up import pictures


def blank(guide: Guide) -> Node:
    """Return the places of both, which are panels of their own."""
    return details(".more.pictures", {"data-folds": True})[
        summary[words.SHOW_AS_CALENDAR],
        h3(id="your-calendar")[words.YOUR_CALENDAR],
        div(".panel.calendar", {"data-panel": "calendar"})[pictures.blank(guide)],
        h3(id="your-timeline")[words.YOUR_TIMELINE],
        p[words.TIMELINE_SHOWS],
        div(".panel.timeline", {"data-panel": "timeline"})[pictures.blank(guide)],
    ]


def fill(_scene: Scene) -> View:
    """Return nothing: the pictures fill themselves."""
    return View()
