"""The reader's own numbers in the words of a page, or an office's, and a line that says whose."""

from urllib.parse import urlsplit

from htpy import Node, a, div, p, span

from followup import words
from followup.dates.rules import GUIDE
from followup.guide.numbers import ALL_NUMBERS, Number, split
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene

OWN = "own-numbers"
SETTINGS_PAGE = "plan/settings/"


def blank() -> Node:
    """Return the place of the line; nothing stands in it as long as the guide's numbers count."""
    return div({"data-output": OWN}, class_=OWN)


def spans(text: str) -> Node:
    """Return a text with each of its numbers in a place of its own, the guide's to begin with."""
    return [piece if isinstance(piece, str) else place_of(piece) for piece in split(text)]


def place_of(number: Number) -> Node:
    """Return the place of a number with the guide's in it."""
    return span({"data-output": number.output})[number.under(GUIDE)]


def fill(scene: Scene) -> View:
    """Return every number as it is set, and whether any of them is not the guide's."""
    view = View()
    rules = scene.settings.rules
    for number in ALL_NUMBERS:
        view.show(number.output, number.under(rules))
    is_own = any(number.under(rules) != number.under(GUIDE) for number in ALL_NUMBERS)
    view.show(OWN, _line(scene) if is_own else None)
    return view


def _line(scene: Scene) -> Node:
    # From the root, as pages lie at different depths, and without a host, so that it can be kept.
    address = urlsplit(scene.site).path + SETTINGS_PAGE
    whose = words.OFFICE_NUMBERS_FROM if scene.settings.are_the_offices else words.OWN_NUMBERS_FROM
    return p[whose, a(href=address)[words.SETTINGS], words.OWN_NUMBERS_EXAMPLES]
