"""Parts of pages by which others hand on this site: its address, a line of HTML, a picture.

A page places one as it places a panel, by `<!-- followup: NAME -->`. Scripts copy the
texts; without scripts they can be selected, and no part needs Python. What is said of copying
stands at the end of the page: `followup.view.every_page.runtime`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from htpy import Element, Node, a, button, div, fragment, label, p, textarea

from followup import words
from followup.view.save_a_copy.picture_of_link import picture_of
from followup_site.publisher.values import Publisher

LINK, HTML, PICTURE = "site-link", "site-html", "site-picture"

IN_A_ROW = 34
"""Characters that a field shows in one row on a telephone."""


@dataclass(frozen=True)
class Copy:
    """This copy of the site: who publishes it, and the address at which it starts."""

    publisher: Publisher
    address: str


def link(copy: Copy) -> Node:
    """Return the address, ready to copy."""
    return fragment[
        copy.publisher.is_example and p(".hint")[words.EXAMPLE_ADDRESS],
        _to_copy(LINK, words.KIT_LINK, copy.address, words.KIT_COPY_LINK),
    ]


def html(copy: Copy) -> Node:
    """Return a line of HTML that links to the site, ready to copy."""
    line = a(href=copy.address, target="_blank", rel="noopener")[
        words.kit_link_text(copy.publisher.name)
    ]
    # A plain text of it, as it is to be read here: htpy would take its own for markup.
    text = "".join(line.iter_chunks())
    return _to_copy(HTML, words.KIT_HTML, text, words.KIT_COPY_HTML)


def picture(copy: Copy) -> Node:
    """Return the address as a QR code."""
    return div(".kit-picture", id=PICTURE)[picture_of(copy.address, words.KIT_PICTURE)]


KIT: dict[str, Callable[[Copy], Node]] = {LINK: link, HTML: html, PICTURE: picture}
"""Each part by its name."""


def _to_copy(name: str, title: str, text: str, verb: str) -> Element:
    rows = str(1 + len(text) // IN_A_ROW)
    return div(".text-box.kit-text")[
        label(for_=name)[title],
        textarea(
            id=name, rows=rows, readonly=True, autocomplete="off", spellcheck="false", dir="ltr"
        )[text],
        div(".actions")[button({"data-copy": name}, type="button")[verb]],
    ]
