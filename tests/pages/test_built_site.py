"""The built pages: nothing inline of ours but one guard, nothing from elsewhere, one title, every step anchored."""

import re
from pathlib import Path

import pytest
from built_site import HTML_PAGES, SITE, elements

from followup_site.pages import step_names

THEMES_OWN = re.compile(
    r"__md_scope=new URL|var palette=__md_get|var target=document\.getElementById\(location\.hash"
    # Ours stand among them, in partials/javascripts: guard.html between the theme's first two, and the
    # others must run before anything is fetched.
    r"|\s*\(function \(path\) \{\s*if \(/\^file:/"
    r"|\s*\(function \(query\) \{\s*if \(!query"
    r"|\s*\(function \(root, isFramed\) \{\s*if \(isFramed"
    r"|\s*\(function \(root, web\) \{\s*function lacks"
    r"|\s*\(function \(read\) \{\s*function isPalette"
    r"|\s*\(function \(waiting, isAskedFor\) \{"
)
"""How the theme's own three inline scripts begin, and the one that guards what they read."""


NEVER_LOADED = {"canonical", "license", "next", "prev"}
"""Kinds of links in the head that only name an address."""

OF_THE_HEAD = re.compile(
    r"<script[^>]* data-(early|returning)(?: [^>]*)?>(.*?)</script>", re.DOTALL
)
"""The script that starts Python, and the one that sees to the first frame, by their marks."""

MOST_OF_THE_HEAD = 6_000
"""Bytes of each: they stand in pages with tools, and hold the first paint up."""


pages = pytest.mark.parametrize("page", HTML_PAGES, ids=lambda page: str(page.relative_to(SITE)))


@pages
def test_there_is_no_inline_script_style_or_handler_of_ours(page: Path) -> None:
    """A content policy can then forbid them, but for those few, the same on all pages."""
    read = elements(page)
    ours = [script for _, script in OF_THE_HEAD.findall(page.read_text("utf-8"))]

    others = [script for script in read.scripts if script not in ours]
    assert [script for script in others if not THEMES_OWN.match(script)] == []
    assert [tag for tag, attributes in read.found if tag == "style" or "style" in attributes] == []
    handlers = [
        name for _, attributes in read.found for name in attributes if name.startswith("on")
    ]
    assert handlers == []


HEAD = ("(function (query)", "(function (root, isFramed)", "(function (root, web)")
"""How the scripts begin that stand first on each page, in their order."""


@pages
def test_the_address_is_put_right_before_anything_is_fetched(page: Path) -> None:
    """First its last slash, where a page has one; then what was added to it goes. The page that is shown
    for a moment only leads on to the address that was asked for."""
    html = page.read_text("utf-8")
    places = [html.find(script) for script in HEAD]
    if page.relative_to(SITE).parts[0].startswith("new-version"):
        assert places == [-1, -1, -1]
        return

    first_fetched = min(html.index("href="), html.index("src="))
    assert html.find("(function (path)") < places[0] < places[1] < places[2] < first_fetched


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
def test_what_is_so_now_is_said_before_the_title(page: Path) -> None:
    """Once, on each page that Python works for: the template moves it there."""
    html = page.read_text("utf-8")
    standings = html.count('<div class="standings"')

    assert standings == html.count('<div class="runtime"')
    assert not standings or html.index('<div class="standings"') < html.index("<h1")


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
    early = [attributes["data-worker"] for _, attributes in found if "data-early" in attributes]

    assert [(page.parent / worker).exists() for worker in early] == [True] * has_tools


def test_the_scripts_of_the_head_are_the_same_on_all_pages_and_small() -> None:
    """The content policy names each by its hash."""
    found = {one for page in HTML_PAGES for one in OF_THE_HEAD.findall(page.read_text("utf-8"))}

    assert sorted(mark for mark, _ in found) == ["early", "returning"]
    assert max(len(script.encode()) for _, script in found) <= MOST_OF_THE_HEAD


def test_how_far_sources_were_read_is_said_on_the_page_of_sources_alone() -> None:
    """With the count. Pages of the guide list their sources, and lead there."""
    said = re.compile(r"</a>, (?:live page|stored copy|not yet read)\b|checked on the live page")
    guide = [page for page in SITE.glob("guide/*/index.html") if page.parent.name != "whole-guide"]
    sources = (SITE / "about/sources/index.html").read_text("utf-8")

    assert len(guide) > 10
    assert re.search(r"Read on the live page: \d+ of \d+ sources\.", sources)
    assert said.search(sources)
    for page in guide:
        text = page.read_text("utf-8")
        assert not said.search(text)
        assert '<a href="../../about/sources/">' in text


def test_every_step_is_an_anchor_on_its_page_and_on_the_checklist() -> None:
    """What careers offices link to."""
    anchors = {
        page: {attributes.get("id", "") for _, attributes in elements(page).found}
        for page in HTML_PAGES
    }
    checklist = anchors[SITE / "plan/checklist/index.html"]

    assert set(step_names.published()) <= checklist
    for name in step_names.published():
        assert sum(name in ids for ids in anchors.values()) == 2
