"""What works without Python when it does not come, made at build; the page's scripts fill it.

An import that stops Python on every load can be taken back here, and any interview deleted.
"""

from htpy import Element, Node, button, details, div, li, p, span, summary, template, ul

from followup import words

TAKE_BACK, ROWS = "data-rescue-undo", "data-rescue-rows"


def blank() -> Element:
    """Return the block, hidden until Python is away: an undo, and rows for interviews."""
    return details(".rescue.more", {"data-rescue": True}, hidden=True)[
        summary[words.RESCUE],
        p[words.RESCUE_HINT],
        div(".actions", {TAKE_BACK: True}, hidden=True)[
            button({"data-take": "undo"}, type="button")[words.RESCUE_UNDO]
        ],
        ul({ROWS: True}, role="list"),
        template({"data-rescue-row": "one"})[_row()],
        template({"data-rescue-row": "gone"})[_gone()],
    ]


def _row() -> Node:
    return li(".rescue-row")[
        details(".delete")[
            summary[words.DELETE, ": ", _name()],
            p[words.DELETE_GOES],
            button({"data-delete": ""}, type="button")[words.DELETE_NOW, ": ", _name()],
        ]
    ]


def _name() -> Element:
    return span({"data-rescue-name": True}, dir="auto")


def _gone() -> Node:
    return li(".rescue-row")[
        words.plain(words.ONE_DELETED),
        " ",
        button({"data-undelete": ""}, type="button")[words.UNDELETE],
    ]
