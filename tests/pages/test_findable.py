"""What the built pages tell those who share them and search engines, read all at once."""

import json
import re
import struct
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from followup.guide.contents import Guide, Page, Step
from followup_site.pages.structured_data import how_to
from followup_site.publish import addresses
from followup_site.runtime.pack import GUIDE

SITE = Path(__file__).parents[2] / "site"
HTML_PAGES = sorted(set(SITE.rglob("index.html")) - {SITE / page for page in addresses.ERROR_PAGES})
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


class Told(HTMLParser):
    """Collects the properties, links and data blocks of a page, and the ids of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.properties: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.data: list[dict[str, Any]] = []
        self.ids: set[str] = set()
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        attributes = {name: value or "" for name, value in attrs}
        self.ids.add(attributes.get("id", ""))
        name = attributes.get("property") or attributes.get("name", "")
        if tag == "meta":
            self.properties.setdefault(name, []).append(attributes.get("content", ""))
        if tag == "link":
            self.links.setdefault(attributes["rel"], []).append(attributes["href"])
        self._is_data = tag == "script" and attributes.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        """Note a data block."""
        if self._is_data and self.cdata_elem == "script":
            self.data.append(json.loads(data))

    def things(self) -> dict[str, dict[str, Any]]:
        """Return what the data blocks tell of, by type."""
        graph = [thing for block in self.data for thing in block.get("@graph", [block])]
        return {"+".join([*thing["@type"]] if isinstance(thing["@type"], list) else [thing["@type"]]): thing for thing in graph}  # fmt: skip


@cache
def told() -> dict[str, Told]:
    """Return what every page tells, by its canonical address."""
    pages = {}
    for path in HTML_PAGES:
        page = Told()
        page.feed(path.read_text("utf-8"))
        (address,) = page.links["canonical"]
        pages[address] = page
    return pages


def start() -> str:
    """Return the address of the start page."""
    return min(told(), key=len)


def test_every_page_has_an_address_of_its_own_and_the_sitemap_lists_it() -> None:
    """Absolute, and nothing else is listed."""
    listed = re.findall(r"<loc>(.*?)</loc>", (SITE / "sitemap.xml").read_text("utf-8"))

    assert sorted(told()) == sorted(listed)
    assert len(told()) == len(HTML_PAGES) > 30
    assert all(re.match(r"https?://", address) for address in listed)


def test_a_shared_link_shows_title_sentence_and_picture() -> None:
    """In the words of Open Graph, which X reads too; once each, and never empty."""
    for address, page in told().items():
        said = page.properties
        for name in ("title", "description", "image", "image:alt"):
            (text,) = said[f"og:{name}"]
            assert text.strip(), (address, name)
        assert said["og:url"] == [address]
        assert said["og:description"] == said["description"]
        assert said["og:locale"] == ["en_GB"]
        assert said["og:type"] == ["article" if "/guide/" in address else "website"]
        assert said["twitter:card"] == ["summary_large_image"]
        assert page.links["license"] == [LICENCE]


def test_the_shared_picture_is_there_in_the_size_that_is_told() -> None:
    """A file of PNG says its size in its first bytes."""
    said = told()[start()].properties
    picture = (SITE / said["og:image"][0].removeprefix(start())).read_bytes()
    told_size = tuple(int(said[f"og:image:{side}"][0]) for side in ("width", "height"))

    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture[16:24]) == told_size == (1200, 630)


def test_every_page_tells_what_it_is_and_where_it_stands() -> None:
    """As JSON-LD; the start page tells of the site alone."""
    for address, page in told().items():
        things = page.things()
        whole = things["WebPage+Article" if "/guide/" in address else "WebPage"]
        assert whole["url"] == address
        assert [whole["description"]] == page.properties["description"]
        assert whole["inLanguage"] == "en-GB"
        assert whole["license"] == LICENCE
        assert whole["isAccessibleForFree"] is True
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", whole["dateModified"])
        assert things["WebSite"]["url"] == start()
        if address != start():
            place = things["BreadcrumbList"]["itemListElement"]
            assert [item["item"] for item in place] == [start(), address]
            assert [item["position"] for item in place] == [1, 2]


def test_every_guide_page_tells_its_steps() -> None:
    """Each with its words and with an address that is an anchor of the page."""
    guide = Guide.from_json(GUIDE.read_text("utf-8"))
    pages = {f"{start()}{page.address}": page for page in guide.pages if page.path != "index.md"}
    found = {address for address, page in told().items() if "HowTo" in page.things()}

    assert found == set(pages)
    for address, page in pages.items():
        how = told()[address].things()["HowTo"]
        assert how["name"] == page.title
        assert [step["url"] for step in how["step"]] == [f"{address}#{step.name}" for step in page.steps]  # fmt: skip
        assert {step.name for step in page.steps} <= told()[address].ids
        assert all(step["name"] and "{" not in step["text"] for step in how["step"])


def test_guide_pages_lead_to_the_ones_before_and_after() -> None:
    """In the order of the guide."""
    guide = Guide.from_json(GUIDE.read_text("utf-8"))
    stems = [page.address.removeprefix("guide/") for page in guide.pages if page.path != "index.md"]

    for before, after in pairwise(stems):
        assert told()[f"{start()}guide/{before}"].links["next"] == [f"../{after}"]
        assert told()[f"{start()}guide/{after}"].links["prev"] == [f"../{before}"]


def test_every_guide_page_shows_its_sources() -> None:
    """At its foot, and all of them on one page."""
    guide = Guide.from_json(GUIDE.read_text("utf-8"))

    for page in guide.pages:
        if page.path != "index.md":
            assert "sources" in told()[f"{start()}{page.address}"].ids, page.path


@pytest.mark.parametrize("sign", ["</script>", "<!--", "&"])
def test_no_text_can_end_a_data_block(sign: str) -> None:
    """Whatever an author writes."""
    block = str(how_to(Page("guide/x.md", sign, (Step("x", sign),)), "https://x.example/"))
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")

    assert sign not in inside
    assert json.loads(inside)["name"] == sign
