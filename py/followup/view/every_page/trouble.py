"""What stands in place of a panel that cannot be drawn: it costs that panel, and no other."""

from collections.abc import Callable

from htpy import Element, div

from followup import words
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene


def blank(name: str) -> Element:
    """Return the place, after the panel of that name, that says that it cannot be shown."""
    return div({"data-output": f"trouble.{name}"}, class_="trouble")


def panel_id(name: str) -> str:
    """Return the id of the panel of that name."""
    return f"panel-{name}"


def guarded(name: str, fill: Callable[[Scene], View], scene: Scene) -> View:
    """Return what the panel of that name shows; or that it cannot be shown.

    Then it is out of sight, as what stands in it may be of another interview, or of before.
    """
    made = scene.troubles.attempt(name, lambda: fill(scene), None)
    view = made or View()
    view.show(f"trouble.{name}", prose(words.NOT_SHOWN) if made is None else None)
    view.hide(panel_id(name), hidden=made is None)
    return view
