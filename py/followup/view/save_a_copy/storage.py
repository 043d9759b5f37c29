"""Where the plan is kept now, and how to keep nothing here, or to delete all of it."""

from collections.abc import Mapping

from htpy import Element, Node, a, button, details, div, p, summary

from followup import words
from followup.guide.contents import Guide
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene, Store
from followup.words import Sentence

CALENDAR_PAGE = "../calendar/"
"""From the other pages of the plan."""

MEMORY, ERASE = "ask-memory", "ask-erase-all"


def blank(_guide: Guide) -> Node:
    """Return what is true everywhere, and the ways to keep less."""
    return [
        div({"data-output": "keep.where"}),
        p[prose(words.ELSEWHERE)],
        p[prose(words.SAFARI_CLEARS), " ", a(href=CALENDAR_PAGE)[words.CALENDAR_LINK], "."],
        div({"data-output": "keep.unread"}),
        div({"data-output": "keep.memory"}),
        _asked(
            ERASE,
            words.ERASE_ALL,
            [p[words.ERASE_ALL_GOES], p[words.ERASE_ALL_STAYS]],
            {"data-erase-all": True},
            words.ERASE_ALL_NOW,
        ),
    ]


def _asked(
    element_id: str, title: str, says: Node, marks: Mapping[str, str | bool], act: str
) -> Element:
    """Return what explains first, and then has the button."""
    return details(id=element_id, class_="delete" if element_id == ERASE else "more")[
        summary[title], says, button(marks, type="button", id=f"{element_id}-now")[act]
    ]


def fill(scene: Scene) -> View:
    """Return where the plan is, what could not be read, and whether this tab saves."""
    store = scene.store
    view = View()
    view.show("keep.where", p(".where-kept")[prose(_where(store))])
    view.show("keep.unread", _unread(store) if store else None)
    view.show("keep.memory", _memory(is_on=store is not None and store.memory))
    return view


def _where(store: Store | None) -> Sentence:
    if store is None:
        return words.KEPT_HERE
    if store.memory:
        return words.HELD_IN_TAB
    if store.refused:
        return words.KEPT_IN_DATABASE if store.durable else words.SAVING_REFUSED
    if store.newer:
        return words.SAVED_BY_NEWER
    return words.KEPT_TWICE if store.durable else words.KEPT_ONCE


def _unread(store: Store) -> Node:
    if not store.quarantined:
        return None
    return div(".notice.unread")[
        p[prose(words.quarantined(store.quarantined))],
        p(".hint", id="raw-export-hint")[words.RAW_EXPORT_HINT],
        button(
            {"data-raw-export": True},
            type="button",
            id="raw-export",
            aria_describedby="raw-export-hint",
        )[words.RAW_EXPORT],
    ]


def _memory(*, is_on: bool) -> Element:
    if is_on:
        return _asked(
            MEMORY,
            words.MEMORY_OFF,
            p[words.MEMORY_OFF_HINT],
            {"data-memory": "off"},
            words.MEMORY_OFF_NOW,
        )
    return _asked(
        MEMORY,
        words.MEMORY_ON,
        p[words.MEMORY_ON_HINT],
        {"data-memory": "on"},
        words.MEMORY_ON_NOW,
    )
