"""The built pages: nothing inline of ours but one guard, nothing from elsewhere, one title, every step anchored."""

import re
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from followup.guide.steps import STEP_RULES

SITE = Path(__file__).parents[2] / "site"
HTML_PAGES = sorted(SITE.rglob("*.html"))
THEMES_OWN = re.compile(
    r"__md_scope=new URL|var palette=__md_get|var target=document\.getElementById\(location\.hash"
    # Ours stand among them, in partials/javascripts: slash.html and door.html must run before anything
    # is fetched, and guard.html between the theme's first two.
    r"|\s*\(function \(path\) \{\s*if \(/\^file:/"
    r"|\s*\(function \(root, web\) \{\s*function lacks"
    r"|\s*\(function \(read\) \{\s*function isPalette"
)
"""How the theme's own three inline scripts begin, and the one that guards what they read."""

DATA = {"application/json", "application/ld+json"}
"""Types of script elements that hold data, which no browser runs and no content policy forbids."""

NEVER_LOADED = {"canonical", "license", "next", "prev"}
"""Kinds of links in the head that only name an address."""


class Elements(HTMLParser):
    """Collects every start tag with its attributes, and the text of inline scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        attributes = {name: value or "" for name, value in attrs}
        self.found.append((tag, attributes))

    def handle_data(self, data: str) -> None:
        """Note the text of an inline script."""
        tag, attributes = self.found[-1] if self.found else ("", {})
        is_script = tag == "script" == self.cdata_elem and "src" not in attributes
        if is_script and attributes.get("type") not in DATA:
            self.scripts.append(data)


@lru_cache
def elements(page: Path) -> Elements:
    """Read a page."""
    reader = Elements()
    reader.feed(page.read_text("utf-8"))
    return reader


pages = pytest.mark.parametrize("page", HTML_PAGES, ids=lambda page: str(page.relative_to(SITE)))


@pages
def test_there_is_no_inline_script_style_or_handler_of_ours(page: Path) -> None:
    """A content policy can then forbid them, but for those few, the same on all pages."""
    read = elements(page)

    assert [script for script in read.scripts if not THEMES_OWN.match(script)] == []
    assert [tag for tag, attributes in read.found if tag == "style" or "style" in attributes] == []
    handlers = [
        name for _, attributes in read.found for name in attributes if name.startswith("on")
    ]
    assert handlers == []


@pages
def test_nothing_is_loaded_from_elsewhere(page: Path) -> None:
    """Links may lead away; scripts, styles, pictures and fonts may not come from there."""
    loaded = [
        attributes.get("src") or attributes.get("href", "")
        for tag, attributes in elements(page).found
        if "src" in attributes or (tag == "link" and attributes.get("rel") not in NEVER_LOADED)
    ]

    assert [address for address in loaded if re.match(r"(?:https?:)?//", address)] == []


@pages
def test_every_page_has_one_title_and_a_description(page: Path) -> None:
    """For readers of screens and of search results."""
    tags = [tag for tag, _ in elements(page).found]
    described = [
        attributes
        for tag, attributes in elements(page).found
        if tag == "meta" and attributes.get("name") == "description" and attributes["content"]
    ]

    assert tags.count("h1") == 1
    assert len(described) == 1


@pages
def test_ids_are_unique(page: Path) -> None:
    """An anchor leads to one place, a label to one box."""
    ids = [attributes["id"] for _, attributes in elements(page).found if "id" in attributes]

    assert sorted(ids) == sorted(set(ids))


@pages
def test_python_starts_early_where_there_are_tools_and_nowhere_else(page: Path) -> None:
    """A reader of a page of text alone is spared it."""
    found = elements(page).found
    has_tools = any("data-version" in attributes for _, attributes in found)
    early = [tag for tag, attributes in found if attributes.get("src", "").endswith("early.mjs")]

    assert early == (["script"] if has_tools else [])


def test_every_step_is_an_anchor_on_its_page_and_on_the_checklist() -> None:
    """What careers offices link to."""
    anchors = {
        page: {attributes.get("id", "") for _, attributes in elements(page).found}
        for page in HTML_PAGES
    }
    checklist = anchors[SITE / "plan/checklist/index.html"]

    assert set(STEP_RULES) <= checklist
    for name in STEP_RULES:
        assert sum(name in ids for ids in anchors.values()) == 2
