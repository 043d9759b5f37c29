"""Inside another page, of the same site and of another one, in engines other than Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine import EngineWithFrames
from main_job import open_ready
from site_server import serve

STEP_PAGE = "guide/at-the-interview/"
SAYS = "Nothing was changed: this page is shown inside another one."
KEPT = "JSON.stringify(Object.entries(localStorage).filter(([name]) => name.includes('.r.')))"
IS_READY = "document.documentElement.dataset.followup === 'ready'"
IS_SEEN = "(document.querySelector('%s').getClientRects().length > 0)"


@pytest.fixture(name="framing", params=["127.0.0.1", "localhost"], ids=["same site", "another site"])  # fmt: skip
def _framing(request: pytest.FixtureRequest, tmp_path: Path, address: str) -> Iterator[str]:
    """Where a page is that has a page of ours in it."""
    office = tmp_path / "office"
    office.mkdir()
    frame = f"<!doctype html><iframe src='{address}{STEP_PAGE}' width=700 height=500></iframe>"
    (office / "index.html").write_text(frame)
    server = serve(office, "/")
    yield f"http://{request.param}:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
def test_in_a_frame_a_page_is_its_text_and_nothing_is_saved(
    engine: EngineWithFrames, address: str, framing: str
) -> None:
    """What the reader has in a tab of its own stays as it is."""
    open_ready(engine, address + STEP_PAGE)
    engine.click("#tick-meet-names")
    engine.wait_until(f"{KEPT} !== '[]'")
    before = engine.evaluate(KEPT)

    engine.goto(framing)
    engine.enter_frame()
    engine.wait_until(IS_READY)
    assert not engine.evaluate(IS_SEEN % ".md-header")
    for part in ("h1", ".site-print", "[data-standing=framed] a"):
        assert engine.evaluate(IS_SEEN % part), part
    engine.click("#tick-meet-cards")
    engine.wait_until(f"document.querySelector('[data-status]').textContent.includes('{SAYS}')")
    assert not engine.evaluate("document.querySelector('#tick-meet-cards').checked")
    in_frame = engine.evaluate(KEPT)
    assert in_frame in (before, "[]")

    engine.leave_frame()
    open_ready(engine, address + STEP_PAGE)
    assert engine.evaluate(KEPT) == before
