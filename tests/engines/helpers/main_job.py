"""The main job of a reader, for any engine: a date, and the call that is next."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine import Engine
from firefox import Firefox
from site_server import SITE, SUB_PATH, address_of, serve
from webkitgtk import WebKitGTK

PRELUDE = """<script>
  const noon = Date.parse("2026-11-24T12:00:00");
  Date = class extends Date {
    constructor(...parts) { super(...(parts.length > 0 ? parts : [noon])); }
    static now() { return noon; }
  };
  localStorage.problems ??= "";
  const note = (problem) => { localStorage.problems += `${location.pathname}: ${problem}\\n`; };
  addEventListener("error", ({ message, target }) => note(message ?? target.outerHTML), true);
  addEventListener("unhandledrejection", ({ reason }) => note(reason));
  console.error = (...parts) => note(parts.join(" "));
</script>"""
"""Goes first in every page: stops its clock at noon of the interview, notes whatever goes wrong.

Not every driver can set a clock, or tell of errors.
"""

CURRENT = "[data-panel=plan] [data-state=next]"

TAB = "\ue004"


@pytest.fixture(name="address")
def _address(tmp_path: Path) -> Iterator[str]:
    """Where a copy of the built site is served, under a sub-path, with the prelude in its pages."""
    if not (SITE / "index.html").exists():
        pytest.fail("There is no built site. Run make site.")
    copy = shutil.copytree(SITE, tmp_path / "site")
    for page in copy.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("<head>", "<head>" + PRELUDE, 1), "utf-8")
    server = serve(copy, SUB_PATH)
    yield address_of(server)
    server.shutdown()
    server.server_close()


@pytest.fixture(name="engine", params=[Firefox, WebKitGTK], ids=lambda kind: str(kind.__name__))
def _engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A browser with nothing kept."""
    yield from started(request.param, tmp_path / "profile")


def started(kind: type[Engine], profile: Path) -> Iterator[Engine]:
    """Yield a browser that has been started, and stop it afterwards."""
    if not kind.is_installed():
        # Only these engines and their drivers cannot be fetched by pip or npm on every system, and
        # `make test-all` must run there too; the same jobs are held in Chromium, which never skips.
        pytest.skip(f"{kind.__name__} is missing. On Debian: apt install {' '.join(kind.packages)}")
    engine = kind(profile)
    try:
        engine.start()
        yield engine
    finally:
        engine.stop()


def open_ready(engine: Engine, address: str) -> None:
    """Open a page and wait until it says that Python is up."""
    engine.goto(address)
    engine.wait_until("document.documentElement.dataset.followup === 'ready'")


def shows_the_call(engine: Engine) -> None:
    """Wait until the plan's next step is the telephone call of 1 December."""
    for text in ("Tuesday 1 December 2026", "Telephone them"):
        engine.wait_until(f"document.querySelector('{CURRENT}')?.textContent.includes('{text}')")
