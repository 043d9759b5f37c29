"""A real browser, the built site served under a sub-path, and a reader who uses it."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Playwright,
    StorageState,
    expect,
    sync_playwright,
)
from publishing import Host
from reader import LeftBy, Reader
from site_server import SITE, SUB_PATH, address_of, serve

from followup_site.tools import chromium

COLD = "pyodide.cold.wasm"

NOT_SHOWN = "Follow Up: not shown:"
"""How the page begins what it tells of a part that Python could not make."""

PATIENCE = 20_000
"""Milliseconds in which a slow machine must show what is expected; a fast one does not wait."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session", name="site")
def _site() -> Path:
    """The folder that `make site` leaves."""
    if not (SITE / "index.html").exists():
        pytest.fail("There is no built site. Run make site.")
    return SITE


@pytest.fixture(scope="session", name="address")
def _address(site: Path) -> Iterator[str]:
    """The address of the site, under a sub-path as on a careers office's host."""
    server = serve(site, SUB_PATH)
    yield address_of(server)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session", name="playwright")
def _playwright() -> Iterator[Playwright]:
    """The browser's driver."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session", name="launch_options")
def _launch_options(playwright: Playwright) -> dict[str, Any]:
    """How to start the browser."""
    return chromium.launch_options(playwright, windowless=True)


@pytest.fixture(scope="session", name="browser")
def _browser(playwright: Playwright, launch_options: dict[str, Any]) -> Iterator[Browser]:
    """One browser for the whole run."""
    browser = playwright.chromium.launch(**launch_options)
    yield browser
    browser.close()


@pytest.fixture(name="asked")
def _asked() -> list[str]:
    """The names of all files that the reader's browser asks for."""
    return []


@pytest.fixture(name="not_shown")
def _not_shown() -> list[str]:
    """What the page tells the console of parts that Python could not make."""
    return []


@pytest.fixture(name="context")
def _context(browser: Browser, asked: list[str], not_shown: list[str]) -> Iterator[BrowserContext]:
    """A reader's browser with nothing kept, as wide as a laptop.

    Whatever readers do, the second part of Pyodide's module is not for them: see cold.mjs. And
    Python makes every part of its answers: what it cannot make is a mistake in the program.
    """
    # Without a service worker, which would keep the whole site in each test anew.
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", service_workers="block"
    )
    context.set_default_timeout(PATIENCE)
    context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    context.on(
        "console",
        lambda told: not_shown.extend([told.text] if told.text.startswith(NOT_SHOWN) else []),
    )
    yield context
    context.close()
    assert not_shown == []
    assert COLD not in asked, "make hot-functions, or say why this is for few readers"


@pytest.fixture(name="reader")
def _reader(context: BrowserContext, address: str) -> Reader:
    """A reader with one tab."""
    return Reader(context.new_page(), address)


@pytest.fixture(scope="session", name="left_by")
def _left_by(browser: Browser, address: str) -> LeftBy:
    """What stands in both stores after a reader has done something. It is done once a run, in a real
    page, and `context.set_storage_state` gives it to each test that begins there.
    """

    @functools.cache
    def left_by(act: Callable[[Reader], None]) -> StorageState:
        context = browser.new_context(locale="en-GB", service_workers="block")
        context.set_default_timeout(PATIENCE)
        act(Reader(context.new_page(), address))
        state = context.storage_state(indexed_db=True)
        context.close()
        return state

    return left_by


@pytest.fixture(name="visit")
def _visit(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser that may have service workers."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture(name="tab")
def _tab(visit: BrowserContext, host: Host) -> Reader:
    """A tab of that browser."""
    return Reader(visit.new_page(), host.address)
