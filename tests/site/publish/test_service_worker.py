"""The list of files that the service worker keeps: all that a reader needs, in groups, and no more."""

import base64
import gzip
import hashlib
import json
from pathlib import Path

import pytest
import small_sites

from followup_site.publish import service_worker
from followup_site.runtime.pack import ROOT

SITE = ROOT / "site"
MOST_FOR_PAGES = 826_000
"""Bytes, packed, that each reader fetches for pages that were not opened. Some 700 of each page are its
content policy, most of them hashes, which nothing makes shorter. Some 1,400 of each page with tools
are the script that starts Python, as nothing comes sooner than what stands in the page; on the two
that show the date, as much again for their first frame."""

FILES = {
    "index.html": "<p>Start</p>",
    "plan/dates/index.html": "<p>Dates</p>",
    "404.html": "<p>Not found</p>",
    "sitemap.xml": "<urlset/>",
    "about/decisions/0001-one/index.html": "<p>Why</p>",
    "assets/handouts/card.pdf": "PDF",
    "offline.html": "<p>Not kept</p>",
    "offline/index.html": "<p>Not kept</p>",
    "version.txt": "1",
    "about/glossary/index.html": "<p>Words</p>",
    "assets/pictures/logo.svg": "<svg/>",
    "assets/pictures/performance.svg": "<svg/>",
    "assets/javascripts/bundle.js": "run()",
    "followup-1/page/bridge.js": "start()",
    "followup-1/python/worker.js": "work()",
    "followup-1/python/python.js": "load()",
    "followup-1/made/runtime/python-image.bin": "image",
    "followup-1/made/holidays/GB.json": "{}",
}


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    """A small site."""
    return small_sites.write(tmp_path, FILES)


def test_each_file_stands_in_one_group_under_its_address(small: Path) -> None:
    """A page is its folder; what is only for printing or for authors is left out."""
    lists = service_worker.lists_of(small)

    assert {group: set(files) for group, files in lists.items()} == {
        "pages": {"", "plan/dates/", "offline/", "assets/javascripts/bundle.js", "followup-1/page/bridge.js"},
        "extras": {"about/glossary/", "sitemap.xml", "assets/pictures/logo.svg"},
        "tools": {"followup-1/python/worker.js", "followup-1/python/python.js", "followup-1/made/runtime/python-image.bin"},
        "holidays": {"followup-1/made/holidays/GB.json"},
    }  # fmt: skip


def test_a_file_is_known_by_its_hash(small: Path) -> None:
    """In the form in which the script compares it with what it fetches."""
    digest = hashlib.sha256(FILES["followup-1/page/bridge.js"].encode()).digest()

    told = service_worker.lists_of(small)["pages"]["followup-1/page/bridge.js"]

    assert told == {"hash": f"sha256-{base64.b64encode(digest).decode()}", "size": 7}


def test_a_page_is_known_by_the_mark_in_its_head(tmp_path: Path) -> None:
    """Another word anywhere is another mark, and the mark itself is no part of it."""
    site = small_sites.write(tmp_path, {"index.html": "<html><head></head><p>Start</p></html>"})
    service_worker.write(site)
    first = service_worker.lists_of(site)["pages"][""]
    page = (site / "index.html").read_text()
    service_worker.write(site)

    assert set(first) == {"mark", "size"}
    assert page.startswith(f'<html><head><meta name="followup-page" content="{first["mark"]}">')
    assert (site / "index.html").read_text() == page
    (site / "index.html").write_text(page.replace("Start", "Begin"))
    service_worker.write(site)
    assert service_worker.lists_of(site)["pages"][""]["mark"] != first["mark"]


def test_a_packed_file_is_known_unpacked_as_well(small: Path) -> None:
    """Where its host says that it is packed, browsers compare what they have unpacked."""
    image = b"the memory of Python"
    packed = gzip.compress(image)
    (small / "followup-1/made/runtime/python.image").write_bytes(packed)

    told = service_worker.lists_of(small)["tools"]["followup-1/made/runtime/python.image"]

    sums = (base64.b64encode(hashlib.sha256(one).digest()).decode() for one in (packed, image))
    assert told["hash"] == " ".join(f"sha256-{one}" for one in sums)


def test_the_list_stands_before_the_script(small: Path) -> None:
    """So a change of any file is a change of the script, which is how browsers notice it."""
    service_worker.write(small)
    before = (small / service_worker.NAME).read_text("utf-8")
    service_worker.write(small)
    assert (small / service_worker.NAME).read_text("utf-8") == before
    first, _, rest = before.partition("\n")
    told = json.loads(first.removeprefix("self.lists = ").removesuffix(";"))
    version = told.pop("version")

    assert told == service_worker.lists_of(small)
    assert rest == service_worker.SCRIPT.read_text("utf-8")
    (small / "index.html").write_text("<p>Begin</p>")
    service_worker.write(small)
    after = (small / service_worker.NAME).read_text("utf-8")
    assert after.startswith('self.lists = {"version":')
    assert version not in after


def test_it_can_be_published_so_that_it_takes_itself_back(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way out, from the first day."""
    monkeypatch.setenv("SERVICE_WORKER", "off")
    service_worker.write(small)

    assert (small / service_worker.NAME).read_text() == service_worker.OFF_SCRIPT.read_text()
    assert not service_worker.is_on()


def test_what_every_reader_fetches_ahead_stays_small() -> None:
    """And each page of the site is among it, but for the records of decisions."""
    lists = service_worker.lists_of(SITE)
    pages = lists["pages"] | lists["extras"]
    built = {path.parent.relative_to(SITE).as_posix() for path in SITE.rglob("index.html")}
    readers = {name for name in built if not name.startswith("about/decisions")}

    assert {f"{name}/" if name != "." else "" for name in readers} <= pages.keys()
    assert {"offline/", "new-version/", "search/search_index.json"} <= lists["pages"].keys()
    assert sum(int(file["size"]) for file in pages.values()) <= MOST_FOR_PAGES
