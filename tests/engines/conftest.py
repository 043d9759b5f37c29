"""The built site with a fixed clock in its pages, and each engine that this machine has."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine import Engine
from firefox import Firefox
from main_job import started
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
