"""What the page says about Python and about saving, rendered at build so that it can be said
without Python: the status line, the progress of the download, the failure with its retry.
"""

from htpy import Node, a, button, div, label, p, progress, span, template

from followup import words
from followup.view.markup import prose

SPOKEN = {
    "kept": words.KEPT,
    "not-kept": words.NOT_KEPT,
    "too-long": words.TOO_LONG,
    "loading": (words.LOADING,),
    "waiting": words.WAITING,
    "copied": words.COPIED,
    "not-copied": words.NOT_COPIED,
}
"""What the page's scripts say by themselves, by the name under which they look for it."""


def blank(version: str) -> Node:
    """Return the block that stands once on every page that has steps or panels."""
    return div(".runtime", {"data-version": version})[
        p(".status", {"data-status": True}, role="status"),
        p(".notice", {"data-output": "notice"}),
        div(".loading", {"data-loading": True}, hidden=True, tabindex="-1")[
            label(for_="loading-bar")[span({"data-loading-text": True})],
            progress(id="loading-bar", max="1", value="0"),
        ],
        div(".failed", {"data-failed": True}, hidden=True)[
            p[prose(words.FAILED)],
            button({"data-retry": True}, type="button")[words.RETRY],
        ],
        p(".when-scripts-off")[prose(words.SCRIPTS_OFF)],
        # With a target, or the theme would swap the page alone and load no script again.
        p(".when-scripts-missing")[
            prose(words.SCRIPTS_MISSING), " ", a(href="", target="_self")[words.LOAD_AGAIN]
        ],
        (template({"data-words": name})[words.plain(text)] for name, text in SPOKEN.items()),
    ]
