"""What the search can find, read from its index: each message, and nothing that is out of sight."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser

import pytest
from built_site import SITE

from followup import words
from followup.guide.contents import Guide, Template
from followup.view.every_page import runtime
from followup_site.runtime.pack import GUIDE

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
NEVER_SHOWN = frozenset({"dialog", "script", "template"})
HIDDEN = frozenset({"blank-card", "runtime", "standings"})
"""Classes of what the style sheet shows only on paper, or once something is so."""

FEWEST_WORDS = 3
"""Of a hidden text that is looked for: a single word may well stand in a sentence too."""

MESSAGES = [
    pytest.param(message, id=message.name)
    for page in Guide.from_json(GUIDE.read_text("utf-8")).pages
    for message in page.messages
]


@cache
def index() -> dict[str, tuple[str, str]]:
    """Return the title and the text of every entry, without markup, by its address."""
    entries = json.loads((SITE / "search" / "search_index.json").read_text("utf-8"))["docs"]
    return {entry["location"]: (plain(entry["title"]), plain(entry["text"])) for entry in entries}


def plain(html: str) -> str:
    """Return the words of a piece of HTML, with one space between them."""
    return squeezed(unescape(re.sub(r"<[^>]*>", " ", html)))


def squeezed(text: str) -> str:
    """Return a text with one space in place of each run of white space."""
    return " ".join(text.split())


class Texts(HTMLParser):
    """Collects the texts of a page, those that are out of sight apart."""

    def __init__(self) -> None:
        super().__init__()
        self.open_ones: list[tuple[str, bool]] = []
        self.shown: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and whether it is out of sight."""
        attributes = {name: value or "" for name, value in attrs}
        is_hidden = (
            any(hidden for _, hidden in self.open_ones[-1:])
            or tag in NEVER_SHOWN
            or "hidden" in attributes
            or not HIDDEN.isdisjoint(attributes.get("class", "").split())
        )
        if tag not in VOID:
            self.open_ones.append((tag, is_hidden))

    def handle_endtag(self, tag: str) -> None:
        """Forget the element, and those in it whose ends HTML lets out."""
        while self.open_ones and self.open_ones.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note a text."""
        is_hidden = any(hidden for _, hidden in self.open_ones[-1:])
        (self.hidden if is_hidden else self.shown).append(squeezed(data))


def hidden_texts(page: str) -> Iterator[str]:
    """Yield each text that is out of sight on a page and stands nowhere else on it."""
    texts = Texts()
    texts.feed((SITE / page / "index.html").read_text("utf-8"))
    shown = " ".join(texts.shown)
    for text in texts.hidden:
        if len(text.split()) >= FEWEST_WORDS and text not in shown:
            yield text


def test_no_entry_holds_what_is_hidden_on_its_page() -> None:
    """Templates, hidden elements, words for when Python is absent, the card for the pocket."""
    pages = {location.split("#")[0] for location in index()}
    looked_for = {page: list(hidden_texts(page)) for page in pages}

    assert len(looked_for["plan/keep/"]) > len(runtime.SPOKEN)
    assert [
        (location, hidden)
        for location, (title, text) in index().items()
        for hidden in looked_for[location.split("#")[0]]
        if hidden in title or hidden in text
    ] == []


def test_no_entry_holds_what_the_page_only_says_by_itself() -> None:
    """As "A newer version of this page has saved something here" under "thank you email"."""
    spoken = {words.plain(sentence) for sentence in runtime.SPOKEN.values()}
    spoken |= {words.plain(sentence) for sentence in runtime.STANDING.values()}
    sentences = {squeezed(one) for one in spoken if len(one.split()) >= FEWEST_WORDS}

    assert len(sentences) > len(runtime.STANDING)
    assert [
        (location, sentence)
        for location, (_, text) in index().items()
        for sentence in sentences
        if sentence in text
    ] == []


def test_a_page_is_found_under_its_title_with_the_lines_below_it() -> None:
    """Nothing before the title takes its place, as the name in the menu with no line at all."""
    pages = {location: entry for location, entry in index().items() if "#" not in location}

    assert len(pages) > 30
    for location, (title, text) in pages.items():
        html = (SITE / location / "index.html").read_text("utf-8")
        heading = re.search(r"<h1\b[^>]*>(.*?)(?:<a class=\"headerlink|</h1>)", html)
        assert heading
        assert (location, title) == (location, plain(heading[1]))
        assert text, location


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_a_result_of_its_own(message: Template) -> None:
    """Its title says enough by itself, and its text stands there once, with no button's words."""
    title, text = index()[f"plan/messages/#message-{message.name}"]
    place, _, rest = title.partition(": ")

    assert place
    assert rest.lower() == message.title.lower()
    assert re.sub(r" Last reviewed .*", "", text) == squeezed(message.text)
