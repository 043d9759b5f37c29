"""A reminder to take a copy: one at the most, with its reason, and a way to be left in peace."""

from htpy import Element, Node, a, button, div, p

from followup import words
from followup.copies.reminders import Reminder, copy_reminder
from followup.guide.contents import Guide
from followup.records.record import ALL, LATER
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene

PAGE = "plan/keep/"


def blank(_guide: Guide) -> Node:
    """Return an empty place: mostly there is nothing to remind of."""
    return div({"data-output": "keep.reminder"})


def fill(scene: Scene) -> View:
    """Return the reminder, if one is due."""
    reminder = copy_reminder(scene.state, scene.today)
    view = View()
    view.show("keep.reminder", _reminder(scene, reminder) if reminder else None)
    return view


def _reminder(scene: Scene, reminder: Reminder) -> Element:
    says = words.changed_since_copy if reminder.copied else words.only_here_since
    later = {"data-exports": LATER, "data-of": ALL}
    return div(".reminder", {"data-due": "changed" if reminder.copied else "never"})[
        p[prose(says(reminder.day))],
        div(".actions")[
            a(href=f"{scene.site}{PAGE}")[words.KEEP_A_COPY],
            button(later, type="button", id="remind-later")[words.NOT_NOW],
        ],
    ]
