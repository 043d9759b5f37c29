"""A real browser, the built site served under a sub-path, and a reader who uses it."""

import functools
import http.server
import io
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright
from reader import Reader

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
SUB_PATH = "/careers/follow-up/"
SITEMAP = "sitemap.xml"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host does, each with the type that browsers insist on."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        """Return the file below the site for an address below the sub-path."""
        prefix = self.server.sub_path  # type: ignore[attr-defined] # set in `serve`
        return super().translate_path("/" + path.removeprefix(prefix))

    def send_head(self) -> BinaryIO | None:
        """Serve the site map as if the site had been built for this address.

        Pages are fetched without a full load only if the site map lists them, port and all.
        """
        if not self.path.endswith(SITEMAP):
            return super().send_head()
        text = Path(self.translate_path(self.path)).read_text("utf-8")
        listed = min(re.findall("<loc>(.*?)</loc>", text), key=len)
        body = text.replace(listed, address_of(self.server)).encode()  # type: ignore[arg-type]
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path, sub_path: str) -> http.server.ThreadingHTTPServer:
    """Serve the folder on a free port of this machine."""
    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.sub_path = sub_path  # type: ignore[attr-defined] # read in `Handler`
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address_of(server: http.server.ThreadingHTTPServer) -> str:
    """Return where the site starts."""
    return f"http://127.0.0.1:{server.server_port}{server.sub_path}"  # type: ignore[attr-defined]


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
    """How to start the browser: an installed one, else the driver's own download."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        path = playwright.chromium.executable_path
        if not Path(path).exists():
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    # Chromium's own sandbox cannot start as root, which is how most CI machines run.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {"executable_path": path, "args": [*QUIET, *as_root]}


@pytest.fixture(scope="session", name="browser")
def _browser(playwright: Playwright, launch_options: dict[str, Any]) -> Iterator[Browser]:
    """One browser for the whole run."""
    browser = playwright.chromium.launch(**launch_options)
    yield browser
    browser.close()


@pytest.fixture(name="context")
def _context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser with nothing kept, as wide as a laptop."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture(name="reader")
def _reader(context: BrowserContext, address: str) -> Reader:
    """A reader with one tab."""
    return Reader(context.new_page(), address)
