"""What an office's link offers, on the start page: whose it is, what it changes, and the choice.

Nothing is taken before the reader says so. Afterwards a line says whose settings count.
"""

from htpy import Element, Node, a, bdi, button, div, h2, p, strong

from followup import words
from followup.errors import LinkError
from followup.guide.contents import Guide
from followup.records.office import PROFILE, OfficeProfile, write_kept
from followup.records.record import ALL
from followup.view.careers_offices.profile_text import changes, whose
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene

BACK = "settings"
"""The choice between the guide's plan and all other settings."""

SETTINGS_PAGE = "plan/settings/"


def blank(_guide: Guide) -> Node:
    """Return the places of the offer and of the line that says whose settings count."""
    return div({"data-of": ALL, "data-preview": True}, tabindex="-1")[
        div({"data-output": "office.offer"}), div({"data-output": "office-line"})
    ]


def fill(scene: Scene) -> View:
    """Return the offer, or why there is none, and whose settings count."""
    offered, in_use = scene.offered, scene.settings.office
    is_new = offered is not None and _counts_already(scene)
    view = View()
    view.show("office.offer", _shown(scene, offered, in_use))
    view.show("office-line", _line(in_use, is_new=is_new) if in_use else None)
    return view


def _shown(
    scene: Scene, offered: OfficeProfile | LinkError | None, in_use: OfficeProfile | None
) -> Node:
    if isinstance(offered, LinkError):
        return p(".problem", {"data-reason": offered.reason})[
            prose(words.OFFICE_PROBLEMS[offered.reason])
        ]
    return _offer(scene, offered, in_use) if offered and not _counts_already(scene) else None


def _counts_already(scene: Scene) -> bool:
    """Return whether what is offered is in use: the same, and from the same place."""
    settings = scene.settings
    return (scene.offered, scene.offered_name) == (settings.office, settings.office_name)


def _line(in_use: OfficeProfile, *, is_new: bool) -> Element:
    return div(".office-line", {"data-office": "in-use"})[
        p(".set-up-by")[
            words.SET_UP_BY,
            strong[bdi[in_use.name]],
            ". ",
            a(href=SETTINGS_PAGE)[words.SETTINGS],
        ],
        is_new
        and [
            p[prose(words.OFFICE_COUNTS), " ", prose(words.OFFICE_SEES_NOTHING)],
            div(".actions")[back_to_guide()],
        ],
    ]


def back_to_guide() -> Element:
    """Return the button that takes the office's settings away, with the reader's own: the same act
    as on Settings, where it is undone."""
    marks = {"data-choose": BACK, "data-value": "guide"}
    return button(marks, type="button", id="office-guide")[words.OFFICE_KEEP_GUIDE]


def _offer(scene: Scene, offered: OfficeProfile, in_use: OfficeProfile | None) -> Element:
    return div(".brought.office-offer", {"data-office": "offered"})[
        h2[words.SET_UP_FOR_YOU],
        whose(offered),
        div(".actions")[
            _use(scene, offered, is_instead=in_use is not None), _leave(is_in_use=in_use)
        ],
        changes(scene, offered),
        p(".hint")[
            prose(words.OFFICE_NOT_YET),
            " ",
            prose(words.OFFICE_SEES_NOTHING),
            " ",
            prose(words.OFFICE_OWN_WIN),
            " ",
            prose(words.OFFICE_ANEW if scene.offered_name else words.OFFICE_FIXED),
        ],
        _shared(scene) if offered.asks_shared else None,
    ]


def _use(scene: Scene, offered: OfficeProfile, *, is_instead: bool) -> Element:
    kept = write_kept(scene.offered_name, offered)
    marks = {"data-set-text": PROFILE, "data-value": kept}
    return button(marks, type="button", id="office-use", class_="primary")[
        words.OFFICE_USE_INSTEAD if is_instead else words.OFFICE_USE
    ]


def _leave(*, is_in_use: OfficeProfile | None) -> Element:
    return button({"data-take": "cancel"}, type="button", id="office-leave")[
        words.OFFICE_LEAVE if is_in_use else words.OFFICE_KEEP_GUIDE
    ]


def _shared(scene: Scene) -> Node:
    """Return the question if the computer is shared, in a browser that holds nothing yet."""
    is_memory = scene.store is not None and scene.store.memory
    if scene.state.facts or is_memory:
        return None
    return div(".office-shared")[
        p[prose(words.OFFICE_ASKS_SHARED), " ", prose(words.OFFICE_SHARED_NO)],
        div(".actions")[
            button({"data-memory": "on"}, type="button", id="office-shared")[
                words.OFFICE_SHARED_YES
            ]
        ],
    ]
