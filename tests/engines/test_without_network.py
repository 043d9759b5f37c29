"""Without a network in engines other than Chromium: what one visit has left is enough for the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine import Engine
from firefox import Firefox
from main_job import CURRENT, open_ready, started
from publishing import Host
from webkitgtk import WebKitGTK

VERSION = "111111111111"
DATES = "plan/dates/"
STEP_PAGE, STEP = "guide/at-the-interview/", "meet-names"
IS_WHOLE = "document.querySelector('[data-offline=whole]').checkVisibility()"


@pytest.fixture(name="host")
def _host(tmp_path: Path) -> Iterator[Host]:
    """A host of the site that can be stopped."""
    host = Host(tmp_path / "host")
    host.publish(VERSION)
    yield host
    host.stop()


@pytest.fixture(name="engine", params=[Firefox, WebKitGTK], ids=lambda kind: str(kind.__name__))
def _engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A browser with nothing kept."""
    yield from started(request.param, tmp_path / "profile")


@pytest.mark.slow
def test_dates_and_ticks_work_without_a_network(engine: Engine, host: Host) -> None:
    """Also after the browser was closed, as far as the driver allows, and on pages never opened."""
    open_ready(engine, host.address + "plan/keep/")
    engine.wait_until(IS_WHOLE)
    host.stop()
    engine.come_back()

    open_ready(engine, host.address + DATES)
    engine.click("[data-question=interview] [data-fill=today]")
    engine.wait_until(f"document.querySelector('{CURRENT}') !== null")
    open_ready(engine, host.address + STEP_PAGE)
    engine.click(f"#tick-{STEP}")
    engine.wait_until(f"document.querySelector('#tick-{STEP}').checked")
