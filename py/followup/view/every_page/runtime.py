"""What the page says about Python and about saving, rendered at build so that it can be said
without Python: the status line, the progress of the download, the failure with its retry.
"""

from htpy import Node, a, button, div, label, p, progress, span, template

from followup import words
from followup.view.every_page import rescue
from followup.view.parts.markup import prose

SPOKEN = {
    "saved": words.SAVED,
    "kept": words.KEPT,
    "held": words.HELD,
    "not-kept": words.NOT_KEPT,
    "newer": words.NEWER,
    "put-aside": words.PUT_ASIDE,
    "broke": words.BROUGHT_BROKE,
    "taken": words.SAID_TAKEN,
    "back": words.SAID_BACK,
    "replaced": words.SAID_REPLACED,
    "taken-back": words.SAID_TAKEN_BACK,
    "left-out": words.SAID_LEFT_OUT,
    "erased": words.SAID_ERASED,
    "not-erased": words.SAID_NOT_ERASED,
    "memory-on": words.SAID_MEMORY_ON,
    "memory-off": words.SAID_MEMORY_OFF,
    "put-back": words.SAID_PUT_BACK,
    "too-long": words.TOO_LONG,
    "loading": (words.LOADING,),
    "waiting": words.WAITING,
    "framed": words.FRAMED,
    "nameless": words.NAMELESS,
    "copied": words.COPIED,
    "done-copied": words.DONE_COPIED,
    "copied-blank": words.COPIED_BLANK,
    "copied-blanks": words.COPIED_BLANKS,
    "not-copied": words.NOT_COPIED,
    "no-picture": words.NO_PICTURE,
    "shared": words.SHARED,
    "not-shared": words.NOT_SHARED,
    "not-in-demo": words.NOT_IN_DEMO,
}
"""What the page's scripts say by themselves, by the name under which they look for it."""

STANDING = {
    "demo": words.STANDING_DEMO,
    "newer": words.STANDING_NEWER,
    "memory": words.STANDING_MEMORY,
    "refused": words.STANDING_REFUSED,
    "damaged": words.STANDING_DAMAGED,
    "emptied": words.STANDING_EMPTIED,
    "framed": words.STANDING_FRAMED,
    "superseded": words.STANDING_SUPERSEDED,
}
"""What stands on every page as long as it is so, by the name under which the scripts show it."""

COPYING = ("copied", "done-copied", "not-copied")
"""What is said of a text that is only copied."""

KEEP_PAGE = "plan/keep/"
"""The page that says how everything is kept."""


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
            p({"data-forbidden": True}, hidden=True)[prose(words.FORBIDDEN)],
            button({"data-retry": True}, type="button")[words.RETRY],
            " ",
            button({"data-raw-export": True}, type="button")[words.SAVE_AS_IS],
        ],
        rescue.blank(),
        p(".when-scripts-off")[prose(words.SCRIPTS_OFF)],
        # The script in the page's head loads it again, past the browser's cache; without that one,
        # another address does. With a target, or the theme would swap the page alone.
        p(".when-scripts-missing")[
            prose(words.SCRIPTS_MISSING),
            " ",
            a({"data-reload": True}, href="?again", target="_self")[words.LOAD_AGAIN],
        ],
        _spoken(*SPOKEN),
    ]


def copying() -> Node:
    """Return what a page without steps and panels needs to say that a text was copied."""
    status = p(".status", {"data-status": True}, role="status")
    return div(".runtime.copying")[status, _spoken(*COPYING)]


def _spoken(*names: str) -> Node:
    return [template({"data-words": name})[words.plain(SPOKEN[name])] for name in names]


def standing() -> Node:
    """Return the block at the head of such a page: what the reader must know while it is so."""
    return div(".standings")[
        (p(f".standing.door.door--{lack}")[prose(why)] for lack, why in words.DOOR.items()),
        (_standing(name, sentence) for name, sentence in STANDING.items()),
    ]


def _standing(name: str, sentence: words.Sentence) -> Node:
    place = "demo" if name == "demo" else None
    return p(".standing", {"data-standing": name}, hidden=True, id=place)[
        prose(sentence), " ", _way_on(name)
    ]


def _way_on(name: str) -> Node:
    if name in ("newer", "superseded"):
        return button({"data-reload": True}, type="button")[words.LOAD_AGAIN]
    if name == "demo":
        return button({"data-leave-demo": True}, type="button")[words.LEAVE_DEMO]
    if name == "emptied":
        return button({"data-put-back": True}, type="button")[words.PUT_ALL_BACK]
    if name == "framed":
        # The script sets its address: the page's own, in a tab of its own.
        return a({"data-page": ""}, href="", target="_blank", rel="noopener")[words.OWN_TAB]
    return a({"data-page": KEEP_PAGE}, href="")[words.HOW_IT_IS_KEPT]
