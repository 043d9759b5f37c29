"""Save a copy as a link: what is in it, the link to copy, and its picture for a telephone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    li,
    p,
    summary,
    textarea,
    ul,
)

from followup import words
from followup.copies.links import LONGEST_LINK, write_link
from followup.copies.portable import owner_of, portable, without_office_steps
from followup.errors import LinkTooLongError
from followup.guide.contents import Guide
from followup.records.interviews import Interview
from followup.records.record import ALL, LINK
from followup.view.parts import radios
from followup.view.parts.markup import View, lead_on, prose
from followup.view.parts.names import name_of
from followup.view.parts.scene import Scene
from followup.view.save_a_copy.picture_of_link import LONGEST, picture_of

SCOPE, NAMES, PICTURE = "link-scope", "link-names", "link-picture"
CHOICES = {
    SCOPE: (words.LINK_SCOPE, words.LINK_SCOPES, None),
    NAMES: (words.LINK_NAMES, words.LINK_NAMES_CHOICES, words.LINK_NAMES_HINT),
}
DEFAULTS = {SCOPE: "all", NAMES: "no", PICTURE: "no"}
"""A copy holds every interview, and no name unless the reader asks for it."""

MOST_NAMED = 5
"""Interviews left out that are named; of more only the number is said."""

FIELD, SHORT = "restore-link", "restore-short"
"""Ids of the link and of its part after the sign #."""

AS_TEXT = "link-as-text"
QUESTIONS_ADDRESS = "../dates/#your-interview"
"""From the other pages of the plan."""


@dataclass(frozen=True)
class _Link:
    """A link that can be handed out.

    Attributes:
        address: empty if there is nothing to keep.
        owner: whose copy it is: the id of an interview, or `ALL`.
        carried: ids of the interviews of which something is in it.
        is_less: whether it holds less than was asked for, as all would be too long.
        lacks_steps: whether the steps that an office has added are left out, likewise.
    """

    address: str
    owner: str
    carried: frozenset[str | None] = frozenset()
    is_less: bool = False
    lacks_steps: bool = False


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
    try:
        link = _link(scene)
    except LinkTooLongError:
        view.show("keep.link", _too_long())
        link = _Link("", ALL)
    else:
        view.show("keep.link", _shown(scene, link) if link.address else nothing())
    view.show("keep.short", _short(link) if link.address else None)
    view.hide(AS_TEXT, hidden=not link.address)
    return view


def _chosen(scene: Scene, name: str) -> str:
    return scene.state.choice(name, DEFAULTS[name])


def _link(scene: Scene) -> _Link:
    """Return the link of all interviews, or of the one that is shown if all would be too long.

    Raises:
        LinkTooLongError: what was asked for would be cut on its way, and less would be nothing.
    """
    if _chosen(scene, SCOPE) == "one":
        return _link_of(scene, scene.interview_id)
    try:
        return _link_of(scene, ALL)
    except LinkTooLongError:
        link = _link_of(scene, scene.interview_id)
        if not link.address:
            raise
        return replace(link, is_less=True)


def _link_of(scene: Scene, owner: str) -> _Link:
    """Return the link of an interview, or of all.

    Raises:
        LinkTooLongError: it would be cut on its way.
    """
    texts = portable(
        scene.texts,
        interviews=None if owner == ALL else {owner},
        names=_chosen(scene, NAMES) == "yes",
    )
    carried = frozenset(map(owner_of, texts.values()))
    if not texts or not scene.site:
        return _Link("", owner, carried)
    try:
        return _Link(write_link(scene.site, texts), owner, carried)
    except LinkTooLongError:
        less = without_office_steps(texts)
        if less == texts:
            raise
        return _Link(write_link(scene.site, less), owner, carried, lacks_steps=True)


def nothing() -> Node:
    """Return that there is nothing to keep, and the way to what could be."""
    return [
        p(".hint")[prose(words.NOTHING_TO_KEEP)],
        lead_on(words.FIRST_THING, QUESTIONS_ADDRESS),
    ]


def _too_long() -> Node:
    return [p(".notice")[prose(words.link_too_long(LONGEST_LINK))], _way_to_file()]


def _way_to_file() -> Element:
    return p[a(href="#save-a-file")[words.GO_TO_FILE]]


def _shown(scene: Scene, link: _Link) -> Node:
    return [
        _holds(scene, link),
        _field(link.address),
        _buttons(scene, link.owner),
        _picture(scene, link.address),
    ]


def _holds(scene: Scene, link: _Link) -> Node:
    """Return what is in the link, and which interviews are not."""
    kept = [one for one in scene.interviews if one.id in scene.state.facts]
    held = [one for one in kept if one.id in link.carried]
    left = [one for one in kept if one.id not in link.carried]
    count = words.interviews_held(len(held), is_all=not left)
    return [
        [p(".notice")[prose(words.LINK_OF_ONE)], _way_to_file()] if link.is_less else None,
        p(".link-holds")[
            words.LINK_HOLDS,
            name_of(scene.of(held[0])) if left and len(held) == 1 else count,
            words.names_in_link(are_in=_chosen(scene, NAMES) == "yes"),
        ],
        _leaves_out(scene, left) if left else None,
        p(".notice")[prose(words.OFFICE_STEPS_LEFT_OUT)] if link.lacks_steps else None,
    ]


def _leaves_out(scene: Scene, left: Sequence[Interview]) -> Node:
    more = len(left) - MOST_NAMED
    return [
        p[words.LINK_LEAVES_OUT],
        ul(".link-leaves-out")[
            (li[name_of(scene.of(one))] for one in left[:MOST_NAMED]),
            more > 0 and li[words.and_more(more)],
        ],
    ]


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
    marks = {"data-copy": element_id, "data-exports": LINK, "data-of": owner}
    return button(marks, type="button", id=f"copy-{element_id}")[text]


def _share_button(owner: str) -> Element:
    marks = {
        "data-share": FIELD,
        "data-title": words.LINK_TITLE,
        "data-exports": LINK,
        "data-of": owner,
    }
    return button(marks, type="button", id=f"share-{FIELD}")[words.SHARE]


def _buttons(scene: Scene, owner: str) -> Element:
    is_shown = _chosen(scene, PICTURE) == "yes"
    marks = {
        "data-of": ALL,
        "data-choose": PICTURE,
        "data-value": "no" if is_shown else "yes",
    }
    return div(".actions")[
        _copy_button(FIELD, words.COPY_LINK, owner),
        _share_button(owner),
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


def _short(link: _Link) -> Node:
    """Return the part of the link that holds the plan: without an address nothing tries to open
    it, shorten it or break it."""
    return [
        label(for_=SHORT)[words.SHORT_TEXT],
        p(".hint", id=f"{SHORT}-hint")[words.LINK_AS_TEXT_HINT],
        _to_copy(SHORT, link.address.partition("#")[2], f"{SHORT}-hint"),
        div(".actions")[_copy_button(SHORT, words.COPY_SHORT_TEXT, link.owner)],
    ]
