"""What every list of entries has in common: which entry its form holds, and its buttons.

An entry is what one form has sent: it can be changed, taken away and put back.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from htpy import Element, Node, button

from followup import words
from followup.dates.civil_date import Problem
from followup.records.record import Stamp
from followup.view.parts.markup import unseen

MOST_ROWS = 200
"""Entries of a list that are shown, the last ones: those that need a correction, and the latest."""


class Entry(Protocol):
    """An entry of any form."""

    @property
    def id(self) -> str:
        """The entry's id."""

    @property
    def stamp(self) -> Stamp:
        """When it was last written."""

    @property
    def removed(self) -> bool:
        """Whether the reader took it away."""

    @property
    def problems(self) -> Mapping[str, Problem]:
        """Why it is refused, by field; empty if it is not."""


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def loaded_entry(entries: Sequence[AnyEntry], editing: str) -> AnyEntry | None:
    """Return the entry that its form holds: the one to change, else the one that was written
    last, if it is refused.

    Args:
        entries: all of one form.
        editing: id of the entry to change; empty for none.
    """
    for entry in entries:
        if entry.id == editing and not entry.removed:
            return entry
    last = max(entries, key=lambda entry: entry.stamp, default=None)
    return last if last and last.problems and not last.removed else None


def way_out(loaded: Entry | None, editing: str) -> Node:
    """Return the button that empties the form without saving what is in it."""
    if loaded is None:
        return None
    if loaded.id == editing:
        return button({"data-edit": ""}, type="button", id="stop-editing")[words.STOP_CHANGING]
    return button({"data-remove": loaded.id, "data-on": "true"}, type="button", id="discard")[
        words.DISCARD
    ]


def buttons(entry: Entry, name: str) -> Node:
    """Return the buttons of an entry in its list; `name` says which entry, for screen readers."""
    if entry.removed:
        return _remove(entry, words.PUT_BACK, name)
    change = button({"data-edit": entry.id}, type="button", id=f"edit-{entry.id}")[
        words.CHANGE, unseen(f": {name}")
    ]
    return [change, _remove(entry, words.REMOVE, name)]


def _remove(entry: Entry, text: str, name: str) -> Element:
    on = "false" if entry.removed else "true"
    return button({"data-remove": entry.id, "data-on": on}, type="button", id=f"remove-{entry.id}")[
        text, unseen(f": {name}")
    ]
