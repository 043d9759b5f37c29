"""The due list in short, for the start page; nothing at all for someone who has no dates yet."""

from htpy import Node, a, h2, p

from followup import words
from followup.guide import Guide
from followup.view.due_list import rows
from followup.view.markup import View
from followup.view.scene import Scene

MOST = 3
"""Rows."""

TOOLS = "plan/"
"""Where the pages of the plan stand, seen from the start page."""


def blank(_guide: Guide) -> Node:
    """Return nothing: a newcomer has nothing due."""
    return None


def fill(scene: Scene) -> View:
    """Return the first few things to do, and the way to all."""
    view = View()
    view.show("due-short", _list(scene) if scene.due else None)
    return view


def _list(scene: Scene) -> Node:
    more = max(len(scene.due) - MOST, 0)
    return [
        h2[words.DUE_AND_COMING],
        rows(scene.due[:MOST], scene, TOOLS),
        p(".all-due")[a(href=f"{TOOLS}interviews/")[words.all_due(more)]],
    ]
