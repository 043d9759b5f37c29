"""Tabs of one browser: none overwrites another, and all show the same a moment later."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import stores
from chromium_engine import Chromium
from engine import until
from host import Host
from playwright.sync_api import BrowserContext, Page, Playwright
from waiting import wait_until

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
TICKS = 200 if IS_LONG else 20
"""Changes that each of two tabs makes, as fast as it can."""

SOON = 10
"""Seconds in which a busy machine brings a page back."""

MOMENT = 1
"""Seconds after which all tabs show the same."""

PAGE = "plan/checklist/"
RACE = """([count, start]) => {
    const boxes = [...document.querySelectorAll("[data-tick]")];
    const turn = () => new Promise((done) => setTimeout(done));
    window.race = (async () => {
        while (Date.now() < start) await turn();
        for (let index = 0; index < count; index += 1) {
            boxes[(index * 7) % boxes.length].click();
            await turn();
        }
    })();
}"""
DEAF = 'addEventListener("storage", (event) => event.stopImmediatePropagation())'
"""Not every browser tells a page on its return what happened meanwhile; here none does."""

TICKED = "[...document.querySelectorAll('[data-tick]:checked')].map(({ dataset }) => dataset.tick)"
TICK = 'document.querySelector("#tick-%s").click()'
CHECKED = "document.querySelector('#tick-start-list').checked"
BOUND = "document.documentElement?.dataset.followup"
FAILED = f"{BOUND} === 'failed'"
"""A page that is still fetching something is not put away."""
VISITS = 5
"""Who still works when it is put away, or is asked anything then, is thrown away: on to the next."""
UNASKED = 1
"""Seconds in which a page comes to rest, is put away, or is brought back, and nobody asks it
anything; at each visit so many more, for the machine may be busy."""


def soon(is_so: Callable[[], bool], what: str) -> None:
    """Wait until something is so, for much less than the minute after which a page looks anyway."""
    deadline = time.monotonic() + SOON
    while not is_so():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


def agree(shown: Callable[[], list[list[str]]]) -> list[str]:
    """Wait a moment until all tabs show the same, and return it."""
    deadline = time.monotonic() + MOMENT
    while len({tuple(one) for one in shown()}) > 1:
        assert time.monotonic() < deadline, "The tabs show different things."
    return shown()[0]


def test_two_tabs_that_write_at_once_lose_nothing(context: BrowserContext, address: str) -> None:
    """Both make many changes in the same moment: both stores have every record of both."""
    context.route("**/*.wasm", lambda route: route.abort())
    tabs = [context.new_page() for _ in range(2)]
    for tab in tabs:
        tab.goto(address + PAGE)
        wait_until(tab, BOUND)
    start = int(time.time() * 1000) + 300
    for tab in tabs:
        tab.evaluate(RACE, [TICKS, start])
    for tab in tabs:
        tab.evaluate("window.race")

    shown = agree(lambda: [tab.evaluate(TICKED) for tab in tabs])
    kept = saved(tabs[0], 2 * TICKS)
    assert len(kept.local) == 2 * TICKS
    assert kept.local == kept.mirror
    assert stores.ticked(kept.local) == set(shown)


def saved(tab: Page, count: int) -> stores.Kept:
    """Wait until the mirror holds so many records, and return what both stores hold."""
    until(lambda: len(stores.read(tab).mirror) >= count, f"the mirror holds {count} records")
    return stores.read(tab)


@pytest.fixture(name="engine")
def _engine(playwright: Playwright, tmp_path: Path) -> Iterator[Chromium]:
    """A browser that puts pages away and to sleep; the driver of the other tests forbids it."""
    engine = Chromium(tmp_path, playwright)
    engine.start()
    engine.send("Page.enable")
    yield engine
    engine.stop()


@pytest.mark.slow
def test_a_page_that_comes_back_shows_what_another_tab_wrote(engine: Chromium, host: Host) -> None:
    """It was put away whole, and whatever was told meanwhile it did not hear."""
    engine.send("Page.addScriptToEvaluateOnNewDocument", source=DEAF)
    for unasked in range(UNASKED, UNASKED * VISITS + 1, UNASKED):
        engine.goto(host.address + PAGE)
        engine.wait_until(FAILED)
        engine.evaluate("window.isSame = true")
        was_ticked = engine.evaluate(CHECKED)
        time.sleep(unasked)
        engine.send("Page.navigate", url=host.address)
        away = engine.tab
        time.sleep(unasked)
        engine.open_tab()
        engine.goto(host.address + PAGE)
        engine.wait_until(FAILED)
        engine.evaluate(TICK % "start-list")
        engine.turn_to(away)
        engine.evaluate("history.back()")
        time.sleep(unasked)
        until(lambda: is_back(engine), "the page is back")
        if engine.evaluate("Boolean(window.isSame)"):
            break

    assert engine.evaluate("Boolean(window.isSame)"), "The browser put no page away."
    soon(lambda: engine.evaluate(CHECKED) != was_ticked, "the page shows the tick")


def is_back(engine: Chromium) -> bool:
    """Return whether the page is there again; between two pages there is nobody to ask."""
    try:
        return bool(engine.evaluate(f"location.href.endsWith({PAGE!r}) && {FAILED}"))
    except AssertionError:
        return False


def test_a_tab_that_slept_shows_what_another_tab_wrote(engine: Chromium, host: Host) -> None:
    """And what it writes then goes with what the other wrote."""
    engine.send("Page.addScriptToEvaluateOnNewDocument", source=DEAF)
    engine.goto(host.address + PAGE)
    engine.wait_until(FAILED)
    asleep = engine.tab
    engine.send("Page.setWebLifecycleState", state="frozen")
    engine.open_tab()
    engine.goto(host.address + PAGE)
    engine.wait_until(FAILED)
    engine.evaluate(TICK % "start-list")
    engine.turn_to(asleep)
    engine.send("Page.setWebLifecycleState", state="active")

    soon(lambda: engine.evaluate(CHECKED), "the page shows the tick")
    engine.evaluate(TICK % "start-dates")
    engine.wait_until("document.querySelector('[role=status]').textContent")
    assert len(stores.read(engine).local) == 2
