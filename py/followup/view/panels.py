"""Every panel that a page can hold: each room of the view offers its own, and here they meet."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from followup.errors import GuideError
from followup.view import (
    bring_it_back,
    calendar,
    careers_offices,
    checklist,
    every_page,
    interview_card,
    my_interviews,
    save_a_copy,
    settings,
    share_with_adviser,
    start,
    what_to_say,
    when_to_follow_up,
)
from followup.view.parts.panel import Panel


class Room(Protocol):
    """A page's room: it offers the panels of that page."""

    @property
    def PANELS(self) -> Mapping[str, Panel]:  # noqa: N802 # a constant of a module
        """Panels by the names by which pages place them."""


ROOMS: tuple[Room, ...] = (
    start,
    my_interviews,
    checklist,
    when_to_follow_up,
    what_to_say,
    calendar,
    interview_card,
    share_with_adviser,
    save_a_copy,
    bring_it_back,
    settings,
    careers_offices,
    every_page,
)


def collected(rooms: Iterable[Room]) -> dict[str, Panel]:
    """Return the panels of all rooms by name.

    Raises:
        GuideError: two rooms offer a panel of one name.
    """
    found: dict[str, Panel] = {}
    for room in rooms:
        if twice := found.keys() & room.PANELS.keys():
            raise GuideError(f"Two rooms of the view offer a panel {min(twice)!r}: rename one.")
        found |= room.PANELS
    return found


PANELS = collected(ROOMS)
"""Every panel, by the name by which a page places it."""
