"""Save a copy as a link: what is in it, the link to copy, and its picture for a telephone."""

from htpy import (
    Element,
    Node,
    a,
    button,
    details,
    div,
    fieldset,
    label,
    legend,
    p,
    summary,
    textarea,
)

from followup import words
from followup.copies import reminders
from followup.copies.links import LONGEST_LINK, write_link
from followup.copies.portable import portable
from followup.errors import LinkTooLongError
from followup.guide.contents import Guide
from followup.records.record import ALL
from followup.view.parts import radios
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.save_a_copy.picture_of_link import LONGEST, picture_of

SCOPE, NAMES, PICTURE = "link-scope", "link-names", "link-picture"
CHOICES = {
    SCOPE: (words.LINK_SCOPE, words.LINK_SCOPES, None),
    NAMES: (words.LINK_NAMES, words.LINK_NAMES_CHOICES, words.LINK_NAMES_HINT),
}
DEFAULTS = {SCOPE: "one", NAMES: "no", PICTURE: "no"}
"""What a link holds is the least, unless the reader asks for more."""

FIELD, SHORT = "restore-link", "restore-short"
"""Ids of the link and of its part after the sign #."""

AS_TEXT = "link-as-text"


def blank(_guide: Guide) -> Node:
    """Return the choices, and the place of the link."""
    return [
        div(".link-choices")[(_choice(name) for name in CHOICES)],
        div({"data-output": "keep.link"}),
        # It stands here, as what is painted anew would close while the reader is at it.
        details(".more", id=AS_TEXT, hidden=True)[
            summary[words.LINK_AS_TEXT], div({"data-output": "keep.short"})
        ],
    ]


def _choice(name: str) -> Element:
    title, options, hint = CHOICES[name]
    hint_id = f"{name}-hint" if hint else None
    return fieldset(".choice", {"data-of": ALL}, aria_describedby=hint_id)[
        legend[title],
        hint and p(".hint", id=hint_id)[hint],
        radios.blank(name, options, DEFAULTS[name]),
    ]


def fill(scene: Scene) -> View:
    """Return the choices as made, and the link or why there is none."""
    view = View()
    for name, (_, options, _) in CHOICES.items():
        view.add(radios.fill(name, options, _chosen(scene, name)))
    owner = ALL if _chosen(scene, SCOPE) == "all" else scene.interview_id
    try:
        link = _link(scene)
    except LinkTooLongError:
        view.show("keep.link", _too_long())
        link = ""
    else:
        view.show("keep.link", _shown(scene, link, owner) if link else _nothing())
    view.show("keep.short", _short(link, owner) if link else None)
    view.hide(AS_TEXT, hidden=not link)
    return view


def _chosen(scene: Scene, name: str) -> str:
    return scene.state.choice(name, DEFAULTS[name])


def _link(scene: Scene) -> str:
    """Return the link; empty if there is nothing to put into it.

    Raises:
        LinkTooLongError: it would be cut on its way.
    """
    every = _chosen(scene, SCOPE) == "all"
    texts = portable(
        scene.texts,
        interviews=None if every else {scene.interview_id},
        names=_chosen(scene, NAMES) == "yes",
    )
    return write_link(scene.site, texts) if texts and scene.site else ""


def _nothing() -> Element:
    return p(".hint")[prose(words.NOTHING_TO_KEEP)]


def _too_long() -> Node:
    return [
        p(".notice")[prose(words.link_too_long(LONGEST_LINK))],
        p[a(href="#save-a-file")[words.GO_TO_FILE]],
    ]


def _shown(scene: Scene, link: str, owner: str) -> Node:
    return [_field(link), _buttons(scene, owner), _picture(scene, link)]


def _field(link: str) -> Element:
    return div(".text-box.link-box")[
        label(for_=FIELD)[words.YOUR_LINK],
        p(".hint", id=f"{FIELD}-hint")[prose(words.link_length(len(link), LONGEST_LINK))],
        _to_copy(FIELD, link, f"{FIELD}-hint"),
    ]


def _to_copy(element_id: str, text: str, hint_id: str) -> Element:
    return textarea(
        id=element_id,
        rows="4",
        readonly=True,
        autocomplete="off",
        spellcheck="false",
        dir="ltr",
        aria_describedby=hint_id,
    )[text]


def _copy_button(element_id: str, text: str, owner: str) -> Element:
    marks = {"data-copy": element_id, "data-exports": reminders.LINK, "data-of": owner}
    return button(marks, type="button", id=f"copy-{element_id}")[text]


def _buttons(scene: Scene, owner: str) -> Element:
    is_shown = _chosen(scene, PICTURE) == "yes"
    marks = {
        "data-of": ALL,
        "data-choose": PICTURE,
        "data-value": "no" if is_shown else "yes",
    }
    return div(".actions")[
        _copy_button(FIELD, words.COPY_LINK, owner),
        button(marks, type="button", id=PICTURE)[
            words.HIDE_PICTURE if is_shown else words.SHOW_PICTURE
        ],
    ]


def _picture(scene: Scene, link: str) -> Node:
    if _chosen(scene, PICTURE) != "yes":
        return None
    if len(link) > LONGEST:
        return p(".notice")[prose(words.picture_too_large(len(link), LONGEST))]
    return [p(".hint")[words.PICTURE_HINT], picture_of(link)]


def _short(link: str, owner: str) -> Node:
    """Return the part of the link that holds the plan: without an address nothing tries to open
    it, shorten it or break it."""
    return [
        label(for_=SHORT)[words.SHORT_TEXT],
        p(".hint", id=f"{SHORT}-hint")[words.LINK_AS_TEXT_HINT],
        _to_copy(SHORT, link.partition("#")[2], f"{SHORT}-hint"),
        div(".actions")[_copy_button(SHORT, words.COPY_SHORT_TEXT, owner)],
    ]
