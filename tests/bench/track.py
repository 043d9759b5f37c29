"""The track on which everything is measured: a host, a line, and browsers with nothing kept."""

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pages_host import Host, Line
from playwright.sync_api import BrowserContext, Page, Playwright
from reader import Reader
from slowed import slowed
from waiting import wait_until

from followup_site.tools import chromium

PATIENCE = 180_000
"""Milliseconds in which the slowest start must have ended."""

SETTLED = 500
"""Milliseconds for which a page is watched after what was waited for."""

T = TypeVar("T")
QUIET = 1_500
"""Milliseconds without a request after which a visit is over."""

HERE = Path(__file__).parent
SERVICE_WORKER_PATIENCE = 30_000
"""Milliseconds in which a service worker must be at work."""

AT_WORK = """async (patience) => {
    const { serviceWorker } = navigator;
    if (!(await serviceWorker?.getRegistration())) return;
    const late = new Promise((settle) => setTimeout(settle, patience, "late"));
    if ((await Promise.race([serviceWorker.ready, late])) === "late") throw new Error("not at work");
}"""
WATCH = HERE / "watch.js"
WITHOUT_PYTHON = HERE / "without_python.js"
PUT = "(texts) => { for (const [name, text] of texts) localStorage.setItem(name, text); }"

Sample = tuple[str, float]
"""What was measured, as words with slashes between them, and one value of it."""

Texts = list[list[str]]
"""Names and texts of local storage."""


@dataclass(frozen=True)
class Condition:
    """How fast machine and line are.

    Attributes:
        title: what readers of the report see.
        bits_per_second: of the line; 0 for as fast as this machine can.
        latency: seconds.
        slowness: the browser runs for one part in so many of the time.
    """

    title: str
    bits_per_second: float = 0
    latency: float = 0
    slowness: int = 1


CONDITIONS = {
    "plain": Condition("Open line, whole speed"),
    "quarter": Condition("Open line, a quarter of the speed", slowness=4),
    "slow": Condition("A line of 1.6 Mbit/s with 150 ms", 1.6e6, 0.15),
}


@dataclass(frozen=True)
class Track:
    """Where pages are, and the driver of the browser that opens them."""

    playwright: Playwright
    host: Host

    @contextmanager
    def browser(
        self, condition: str = "plain", texts: Texts | None = None
    ) -> Iterator[BrowserContext]:
        """Start a browser of its own, with nothing kept but these texts in its local storage.

        They are put there before line and machine become slow, by a page that fetches nothing else.
        """
        its = CONDITIONS[condition]
        line = self.host.line
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as profile:
            options = chromium.launch_options(self.playwright)
            context = self.playwright.chromium.launch_persistent_context(profile, **options)
            context.set_default_timeout(PATIENCE)
            self._put(context, texts or [])
            line.bits_per_second, line.latency = its.bits_per_second, its.latency
            try:
                # The folder of the profile tells the browser's processes from all others.
                with slowed(profile, its.slowness):
                    yield context
            finally:
                line.bits_per_second = line.latency = 0
                context.close()

    def _put(self, context: BrowserContext, texts: Texts) -> None:
        page = context.new_page()
        page.route("**", lambda route: route.fulfill(body="", content_type="text/html"))
        page.goto(self.host.address)
        page.evaluate(PUT, texts)
        page.close()

    def texts_of_one_interview(self, rival: str) -> Texts:
        """Return what local storage holds once an interview date was typed, but not what it showed."""
        with self.browser() as context:
            page = context.new_page()
            reader = Reader(page, f"{self.host.address}{rival}/")
            reader.open("plan/dates/")
            reader.question("Interview date").get_by_role("button", name="Today").click()
            reader.current().wait_for()
            reader.says("Saved")
            found: Texts = page.evaluate("Object.entries(localStorage)")
        return [[name, text] for name, text in found if not name.endswith(".shown")]


def open_page(context: BrowserContext, address: str, *scripts: Path) -> Page:
    """Open a page that is watched, and by whatever other scripts there are."""
    page = context.new_page()
    follow(page, address, *scripts)
    return page


def follow(page: Page, address: str, *scripts: Path) -> None:
    """Go to an address in a page that is watched from now on."""
    for script in (WATCH, *scripts):
        page.add_init_script(path=script)
    page.goto(address, wait_until="commit")


def wait_for(page: Page, what: str) -> dict[str, Any]:
    """Wait until something is so in a page and a moment longer; return what was noted there."""
    wait_until(page, what, patience=PATIENCE / 1000, polling=100)
    page.wait_for_timeout(SETTLED)
    seen: dict[str, Any] = page.evaluate("({ ...bench, ask: null, question: null })")
    return seen


def wait_until_quiet(page: Page, line: Line) -> None:
    """Wait until nothing has been fetched for a while, and a service worker, if the page asked for
    one, keeps all that it means to keep. Nothing is measured meanwhile, so the line is as fast as can be.
    """
    with line.opened():
        _until_no_request(page, line)
        page.evaluate(AT_WORK, SERVICE_WORKER_PATIENCE)
        _until_no_request(page, line)


def _until_no_request(page: Page, line: Line) -> None:
    requests = -1
    while requests != line.requests:
        requests = line.requests
        page.wait_for_timeout(QUIET)


def in_turns(runs: int, those: Sequence[T]) -> Iterator[T]:
    """Yield all of those in each run, in another order each time."""
    for _ in range(runs):
        yield from random.sample(those, len(those))
