"""Small pieces of markup that every view uses. `htpy` escapes all text; no view joins strings."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import htpy
from htpy import Node
from markupsafe import Markup, escape

from followup import words
from followup.words import Sentence, spell_day

Inputs = dict[str, dict[str, object]]
"""What to set, by element id: "value", "checked", "attributes" (None takes one away)."""


@dataclass
class View:
    """What a panel gives the page: contents by name of place, and inputs to set by id."""

    outputs: dict[str, str] = field(default_factory=dict)
    inputs: Inputs = field(default_factory=dict)

    def show(self, name: str, node: Node) -> None:
        """Put the node into the places of that name."""
        self.outputs[name] = str(htpy.fragment[node])

    def hide(self, element_id: str, *, hidden: bool) -> None:
        """Hide the element of that id, or show it."""
        self.inputs[element_id] = {"attributes": {"hidden": "" if hidden else None}}

    def add(self, other: "View") -> None:
        """Take over all that another view gives."""
        self.outputs |= other.outputs
        self.inputs |= other.inputs


@lru_cache(maxsize=2000)
def time_of(day: date) -> Markup:
    """Return a day, spelled in full, as a `<time>` element."""
    return escape(htpy.time(datetime=day.isoformat())[spell_day(day)])


def prose(sentence: Sentence) -> Node:
    """Return a sentence with every day in it as a `<time>` element."""
    return [part if isinstance(part, str) else time_of(part) for part in sentence]


def left_out(count: int, most: int) -> Node:
    """Return how many of a list are not shown, as there are more than `most`; nothing if all are.

    No reader has so many, but a copy can bring thousands, and each costs time at every change.
    """
    return htpy.p(".hint.left-out")[prose(words.left_out_of_list(count, most))] if count else None


def lead_on(text: str, address: str) -> htpy.Element:
    """Return the way on where there is nothing yet: a link that looks like the button it is."""
    return htpy.p(".lead-on")[htpy.a(href=address)[text]]


def exact(text: str) -> Markup:
    """Return the text with its line ends, which a browser would take for plain line feeds."""
    return escape(text).replace("\r", Markup("&#13;"))


def unseen(text: Node) -> htpy.Element:
    """Return text for screen readers only."""
    return htpy.span(".visually-hidden")[text]


def place(name: str, **attributes: str) -> htpy.Element:
    """Return an empty place that is filled later."""
    return htpy.span({"data-output": name}, **attributes)
