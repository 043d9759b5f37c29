"""Visits to a host whose files a browser keeps, and what it has kept."""

import json
import re
from pathlib import Path

from engine import until
from playwright.sync_api import Page, expect
from reader import Reader

from followup_site.publish import service_worker

FIRST, SECOND = "111111111111", "222222222222"
"""Versions of the site's scripts."""

STEP = "meet-names"
STEP_PAGE = "guide/at-the-interview/"
KEEP = "plan/keep/"
ABOUT = "about/about/"

UPDATE = "navigator.serviceWorker.getRegistration().then((it) => it.update()).catch(String)"
WAITS = "navigator.serviceWorker.getRegistration().then((it) => it.waiting !== null)"
INSTALLS = "navigator.serviceWorker.getRegistration().then((it) => it.installing !== null)"
CACHED = """async () => Promise.all((await caches.keys()).map(async (name) =>
    [name.split(".").pop(), (await (await caches.open(name)).keys()).length]))"""


def state(page: Page, name: str) -> None:
    """Wait until the page says how much is kept."""
    expect(page.locator(f"[data-offline={name}]")).to_be_visible()


def keep_whole(tab: Reader) -> None:
    """Make a first visit at whose end everything is kept, and a second that is served from there."""
    tab.open(KEEP)
    state(tab.page, "whole")
    tab.open(KEEP)


def keep_pages(tab: Reader) -> None:
    """Make a first visit to a page without tools, and a second that is served from what was kept."""
    tab.open(ABOUT, ready=False)
    tab.page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    tab.open(ABOUT, ready=False)


def version_of(page: Page) -> str | None:
    """Return the version of the page's scripts."""
    return page.locator("meta[name=followup-version]").get_attribute("content")


def lists(site: Path) -> dict[str, dict[str, object]]:
    """Return the lists of files in a site's service worker."""
    first, _, _ = (site / service_worker.NAME).read_text("utf-8").partition(";\n")
    found: dict[str, dict[str, object]] = json.loads(first.removeprefix("self.lists = "))
    del found["version"]
    return found


def folders(page: Page) -> set[str]:
    """Return a set that grows with the version of every file of ours that the page asks for."""
    found: set[str] = set()

    def note(url: str) -> None:
        found.update(re.findall(r"/followup-([0-9a-f]{12})/", url))

    page.on("request", lambda request: note(request.url))
    return found


def find_update(page: Page) -> None:
    """Let the browser look for a new version, and wait until that waits."""
    page.evaluate(UPDATE)
    until(lambda: page.evaluate(WAITS), "the new version waits")


def cached(page: Page) -> dict[str, int]:
    """Return the number of files in each cache, by the last part of its name."""
    return dict(page.evaluate(CACHED))
