"""Files of the browser's own stores are damaged on the disk: the page starts from the other store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import stores
from chromium_engine import Chromium
from engine import until
from host import Host
from playwright.sync_api import Playwright

PAGE = "plan/checklist/"
TICK_AND_WAIT = """new Promise((done) => {
    const status = document.querySelector("[data-status]");
    new MutationObserver(() => status.textContent.includes("Saved") && done(true))
        .observe(status, { childList: true });
    document.querySelector("#tick-%s").click();
})"""
TICKED = "[...document.querySelectorAll('[data-tick]:checked')].map(({ dataset }) => dataset.tick)"
STEPS = ["prep-examples", "prep-questions"]
WRITTEN = 20
"""Bytes from which on each file is overwritten: what it is can still be seen, what is in it cannot."""

PLACES = {
    "local storage": ["Local Storage"],
    "the database": ["IndexedDB"],
    "both": ["Local Storage", "IndexedDB"],
}


@pytest.fixture(name="engine")
def _engine(playwright: Playwright, tmp_path: Path) -> Iterator[Chromium]:
    """A browser with nothing kept."""
    profile = tmp_path / "profile"
    profile.mkdir()
    engine = Chromium(profile, playwright)
    yield engine
    engine.stop()


def damage(profile: Path, places: list[str]) -> int:
    """Overwrite every file of these stores; return how many there were."""
    files = [
        path
        for place in places
        for path in (profile / "Default" / place).rglob("*")
        if path.is_file() and path.name not in {"LOCK", "LOG", "LOG.old"}
    ]
    for path in files:
        size = path.stat().st_size
        head = path.read_bytes()[:WRITTEN]
        path.write_bytes(head + b"\xa5" * max(0, size - WRITTEN))
    return len(files)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_the_page_starts_and_has_what_the_other_store_has(
    engine: Chromium, host: Host, place: str
) -> None:
    """With both gone it starts anew, and takes what is entered then."""
    host.turn(has_python=False)
    engine.start()
    engine.goto(host.address + PAGE)
    for step in STEPS:
        assert engine.evaluate(TICK_AND_WAIT % step)
    engine.come_back()
    engine.kill()
    assert damage(engine.profile, PLACES[place]) > 0

    engine.start()
    engine.goto(host.address + PAGE)
    engine.wait_until("document.documentElement.dataset.followup !== undefined")
    expected = set() if place == "both" else set(STEPS)
    until(lambda: set(engine.evaluate(TICKED)) == expected, f"{expected} are ticked")
    assert engine.evaluate(TICK_AND_WAIT % "prep-sheet")
    until(lambda: stores.read(engine).local == stores.read(engine).mirror, "both stores are whole")
    assert stores.ticked(stores.read(engine).local) == {*expected, "prep-sheet"}
