"""Use without a network: what of the site is kept in this browser, and whether a new version waits.

The page's script shows what applies; nothing here depends on what the reader entered.
"""

from htpy import Element, Node, button, div, label, p, progress, span

from followup import words
from followup.guide.contents import Guide
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene

BAR = "offline-bar"


def blank(_guide: Guide) -> Node:
    """Return every line that can apply, with the first one shown."""
    return div({"data-kept": True}, tabindex="-1")[
        _line("absent", p[words.OFFLINE_ABSENT], hidden=False),
        _line(
            "part",
            p({"data-sentence": words.OFFLINE_PART}),
            button({"data-keep-all": True}, type="button")[words.OFFLINE_KEEP_REST],
        ),
        _line(
            "keeping",
            label({"data-sentence": words.OFFLINE_KEEPING}, for_=BAR),
            progress(id=BAR, max="1", value="0"),
        ),
        _line("refused", p({"data-sentence": words.OFFLINE_REFUSED}), p[words.OFFLINE_ONLINE]),
        _line("stopped", p({"data-sentence": words.OFFLINE_STOPPED}), p[words.OFFLINE_ONLINE]),
        _line(
            "whole", p[span(".when-installed")[words.OFFLINE_INSTALLED, " "], words.OFFLINE_WHOLE]
        ),
        div({"data-newer": True}, hidden=True)[
            p[words.NEW_VERSION],
            button({"data-take-over": True}, type="button")[words.NEW_VERSION_NOW],
            p({"data-others": True}, role="alert", hidden=True)[words.NEW_VERSION_OTHERS],
        ],
    ]


def fill(_scene: Scene) -> View:
    """Return nothing: Python does not know what the browser keeps."""
    return View()


def _line(name: str, *says: Node, hidden: bool = True) -> Element:
    return div({"data-offline": name}, hidden=hidden)[says]
