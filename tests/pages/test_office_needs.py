"""What careers offices need to know is answered on a page, at an address that can be handed on."""

import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from built_site import HTML_PAGES, SITE
from sources import DOCS

from followup_site.publisher.values import EXAMPLE_FILE, FILE, KEYS, read_publisher

LIST = Path(__file__).parents[1] / "cases" / "office-needs.toml"
NEEDS = tomllib.loads(LIST.read_text("utf-8"))["need"]
FIRST_TEN = (
    "Who makes it?",
    "Who pays?",
    "Is it maintained?",
    "Who checks the advice?",
    "Is it accessible?",
    "What do laws on accessibility ask?",
    "What is stored where?",
    "What is the licence?",
    "May we change it?",
    "What do students see?",
    "Can we count clicks?",
)
"""Ten, and one that follows from the fifth."""

TELLING = {
    "careers-offices/": ("owner", "contact"),
    "careers-offices/questions/": ("owner", "contact", "paid_by", "source"),
    "about/about/": ("owner", "contact", "paid_by", "source"),
    "about/accessibility/": ("owner", "contact"),
    "about/privacy/": ("owner",),
}
"""Pages that send their readers to the publisher, and what each says of them there and then."""


class Parts(HTMLParser):
    """Collects the text below each heading of a page, by the heading's id, and all text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self._part = ""
        self.feed(page)
        self.texts = {part: " ".join(text.split()) for part, text in self.texts.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a part begins."""
        if re.fullmatch("h[1-6]", tag):
            self._part = dict(attrs).get("id") or ""

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.texts[self._part] = self.texts.get(self._part, "") + data


def parts_of(address: str) -> dict[str, str]:
    """Return the text below each heading of a built page."""
    return Parts((SITE / address / "index.html").read_text("utf-8")).texts


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need["what"])
def test_a_need_is_answered_below_its_heading(need: dict[str, str]) -> None:
    """On the built page, in the words of the list."""
    address, _, part = need["at"].partition("#")

    assert need["words"] in parts_of(address)[part]


def test_the_questions_of_offices_stand_in_their_order() -> None:
    """Each as a heading of the page, with an address of its own."""
    page = (DOCS / "careers-offices" / "questions.md").read_text("utf-8")

    assert tuple(re.findall("^## (.*)$", page, re.MULTILINE))[: len(FIRST_TEN)] == FIRST_TEN


@pytest.mark.parametrize("address", TELLING)
def test_who_is_sent_to_the_publisher_finds_them_on_that_page(address: str) -> None:
    """And is sent on to no other page for that."""
    publisher = read_publisher(DOCS)
    text = " ".join(parts_of(address).values())

    assert [key for key in TELLING[address] if getattr(publisher, key) not in text] == []


def test_no_page_shows_a_place_that_nobody_has_filled() -> None:
    """Neither in square brackets nor in braces."""
    unfilled = re.compile(r"\[the publisher|fills this in|\{(?:publisher|site) [a-z_]+\}")
    found = [
        page.relative_to(SITE).as_posix()
        for page in HTML_PAGES
        if unfilled.search(re.sub("<code>.*?</code>", "", page.read_text("utf-8")))
    ]

    assert found == []


def test_the_file_that_an_office_writes_is_never_published() -> None:
    """Nor the example: what they say stands in the pages."""
    assert not any(SITE.rglob("publisher*"))


def test_the_lines_that_an_office_is_to_write_are_right(tmp_path: Path) -> None:
    """As the page on their own copy shows them: all, and taken as they stand."""
    page = (DOCS / "careers-offices" / "own-copy.md").read_text("utf-8")
    lines, _an_office = re.findall("^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / FILE).write_text(lines, "utf-8")
    (tmp_path / EXAMPLE_FILE).write_text((DOCS / EXAMPLE_FILE).read_text("utf-8"), "utf-8")

    assert not read_publisher(tmp_path, "https://example.org/").is_example
    assert tuple(re.findall("^- `([a-z_]+)` is", page, re.MULTILINE)) == KEYS


def test_the_foot_of_every_page_says_whose_it_is_and_where_to_tell_of_a_mistake() -> None:
    """With the version, and the day of the page's review where it has one."""
    publisher = read_publisher(DOCS)
    owner = publisher.owner if publisher.is_example else f"Published by {publisher.owner}."
    version = (SITE / "version.txt").read_text().strip()
    feet = {
        page: Parts(f"<h6>{page.read_text('utf-8').rpartition('<footer')[2]}").texts[""]
        for page in HTML_PAGES
        if "<footer" in page.read_text("utf-8")
    }

    assert len(feet) > 40
    for page, foot in feet.items():
        assert owner in foot, page
        assert f"Version: {version}." in foot, page
        assert "Report a mistake" in foot, page
        is_page = page.name == "index.html" and page.parent.name not in {"offline", "new-version"}
        assert ("This page was last reviewed on " in foot) == is_page, page
