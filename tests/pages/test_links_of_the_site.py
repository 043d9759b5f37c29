"""Every link of a built page leads somewhere: to a page, a file, or a part of a page."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from built_site import HTML_PAGES, SITE, elements

from followup_site.pages import step_names
from followup_site.publish.addresses import ERROR_PAGES

HOST = "https://site.invalid/"
ANYWHERE = {SITE / name for name in ERROR_PAGES}
"""They are shown under any address, so their links begin with the site's path."""

LINKING = ("href", "src", "action", "data-src")


def test_every_link_within_the_site_leads_somewhere() -> None:
    """With the part of the page that it names. What tools render is looked at too."""
    anchors = {page: ids(page) for page in HTML_PAGES}
    dead = [
        f"{page.relative_to(SITE)}: {address}"
        for page in HTML_PAGES
        if page not in ANYWHERE
        for address in addresses(page)
        if not leads_somewhere(page, address, anchors)
    ]

    assert dead == []


def test_a_dead_link_would_be_found() -> None:
    """A page, a file or a part that is not there."""
    page = SITE / "guide" / "prepare" / "index.html"
    anchors = {page: ids(page)}

    for address in ("../nowhere/", "../../assets/none.css", "#nowhere", "./#nowhere"):
        assert not leads_somewhere(page, address, anchors)
    for address in ("../../", "#prep-sheet", "", "./?a=b#prep-sheet", "https://example.org/"):
        assert leads_somewhere(page, address, anchors)


def test_every_step_that_was_ever_published_is_still_an_anchor() -> None:
    """Careers offices link to steps."""
    anchors = set().union(*(ids(page) for page in HTML_PAGES))

    assert set(step_names.published()) <= anchors


def addresses(page: Path) -> set[str]:
    """Return all that a page links to or loads."""
    return {
        attributes[name]
        for _, attributes in elements(page).found
        for name in LINKING
        if name in attributes
    }


def ids(page: Path) -> set[str]:
    """Return what links can lead to within a page."""
    return {
        attributes[name]
        for _, attributes in elements(page).found
        for name in ("id", "name")
        if name in attributes
    }


def leads_somewhere(page: Path, address: str, anchors: dict[Path, set[str]]) -> bool:
    """Return whether what an address of a page names is there; elsewhere counts as there."""
    whole = urlsplit(urljoin(HOST + page.relative_to(SITE).as_posix(), address))
    if f"{whole.scheme}://{whole.netloc}/" != HOST:
        return True
    path = SITE / unquote(whole.path).lstrip("/")
    target = path / "index.html" if path.is_dir() else path
    if not target.is_file():
        return False
    return not whole.fragment or unquote(whole.fragment) in anchors.get(target, set())
