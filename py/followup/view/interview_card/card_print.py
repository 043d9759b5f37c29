"""The card on paper: the filled one is the page as it prints, the blank one is for the pocket.

The blank card is always there and never changes; the style sheet shows it on paper only, once its
button was pressed or where scripts are off.
"""

from collections.abc import Iterator

from htpy import Element, Node, button, div, h2, p, section, span

from followup import words
from followup.guide.contents import Guide
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene

LINES = {"promised": 3, "said": 2, "notes": 6}
"""Lines to write on for those answers that need more than one."""

PEOPLE = 3


def blank(_guide: Guide) -> Node:
    """Return the buttons and the blank card."""
    return [
        div(".actions")[
            button({"data-print": "page"}, type="button")[words.PRINT_CARD],
            button({"data-print": "blank"}, type="button")[words.PRINT_BLANK_CARD],
        ],
        section(".blank-card", aria_label=words.BLANK_CARD)[
            div(".blank-card-sides")[
                div[
                    h2[words.BLANK_CARD],
                    _line(words.EMPLOYER),
                    _line(words.ROLE),
                    _line(words.ON_PAPER["interview"]),
                    _line(words.ON_PAPER["decision"]),
                    _ways(),
                    _lines("promised"),
                    _lines("notes"),
                ],
                div[(_person() for _ in range(PEOPLE))],
            ],
            p[words.BLANK_CARD_FOLD],
        ],
    ]


def fill(_scene: Scene) -> View:
    """Return nothing: the blank card stays blank."""
    return View()


def _person() -> Element:
    return div(".blank-person")[(_lines(name) for name in words.PERSON_LABELS)]


def _lines(name: str) -> Iterator[Element]:
    """Yield the lines to write one answer on; only the first has a label."""
    yield _line(words.ON_PAPER[name])
    for _ in range(LINES.get(name, 1) - 1):
        yield _line("")


def _line(text: str) -> Element:
    return div(".write-on")[text and span[text], span(".rule")]


def _ways() -> Element:
    return div(".write-on")[
        span[words.ON_PAPER["first-way"]],
        (span(".tick-on-paper")[way] for way in words.WAYS_ON_PAPER),
    ]
