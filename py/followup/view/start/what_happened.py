"""The form that logs a contact, on the start page: folded until it is asked for."""

from htpy import Node, details, summary

from followup import words
from followup.guide.contents import Guide
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up import contact_form


def blank(guide: Guide) -> Node:
    """Return the empty form, folded."""
    return details(".more.what-happened")[summary[words.WHAT_HAPPENED], contact_form.blank(guide)]


def fill(scene: Scene) -> View:
    """Return the form as on the page of dates."""
    return contact_form.fill(scene)
