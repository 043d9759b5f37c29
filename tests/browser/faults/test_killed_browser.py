"""What the page called saved is there after the browser was killed, and what it did not is whole.

Local storage alone would lose it: browsers write it to disk seconds later. `make faults` kills
Chromium and its tabs some hundred and sixty times, and Firefox, which is slower, some forty times.
"""

import itertools
import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import stores
from chromium_engine import Chromium
from engine import Engine, until
from firefox import Firefox
from host import Host
from missing import leave_out
from playwright.sync_api import Playwright

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
KILLS = {"Chromium": 85 if IS_LONG else 2, "Firefox": 30 if IS_LONG else 1}
SOONER = {"Chromium": 50 if IS_LONG else 2, "Firefox": 15 if IS_LONG else 1}
"""Browsers killed before they said anything."""

TABS = 25 if IS_LONG else 2
"""Tabs killed in a browser that lives on."""

WITH_PYTHON = 10
"""One in so many kills is made with Python up; starting it is what takes longest."""

PAGE = "plan/checklist/"
TICK_AND_WAIT = """new Promise((done) => {
    const status = document.querySelector("[data-status]");
    const look = () => status.textContent.includes("Saved") && done(true);
    status.textContent = "";
    new MutationObserver(look).observe(status, { childList: true });
    document.querySelector("#tick-%s").click();
})"""
TICK = 'document.querySelector("#tick-%s").click()'
TICKED = "[...document.querySelectorAll('[data-tick]:checked')].map(({ dataset }) => dataset.tick)"
NAMES = "[...document.querySelectorAll('[data-tick]')].map(({ dataset }) => dataset.tick)"


@pytest.fixture(
    name="engine",
    params=[Chromium, pytest.param(Firefox, marks=pytest.mark.slow)],
    ids=lambda kind: str(kind.__name__),
)
def _engine(
    request: pytest.FixtureRequest, playwright: Playwright, tmp_path: Path
) -> Iterator[Engine]:
    """A browser with nothing kept."""
    if request.param is Firefox and not Firefox.is_installed():
        leave_out("Firefox", *Firefox.packages)
    profile = tmp_path / "profile"
    profile.mkdir()
    engine = Chromium(profile, playwright) if request.param is Chromium else Firefox(profile)
    yield engine
    engine.stop()


@dataclass
class Visits:
    """One reader over many visits, each of which ends with a killed browser.

    Attributes:
        ticked: the steps that are ticked for certain.
        unsure: the step whose last change the page did not call saved; empty if there is none.
    """

    engine: Engine
    host: Host
    ticked: set[str] = field(default_factory=set)
    unsure: str = ""

    def begin(self, *, has_python: bool = False) -> None:
        """Start the browser, open the page, and check that all is there that was saved."""
        self.host.turn(has_python=has_python)
        self.engine.start()
        self.look(has_python=has_python)

    def look(self, *, has_python: bool = False) -> None:
        """Open the page and check that all is there that was saved, and nothing is broken."""
        self.engine.goto(self.host.address + PAGE)
        state = "ready" if has_python else ""
        self.engine.wait_until(f"document.documentElement.dataset.followup?.endsWith('{state}')")
        until(self.is_mended, "both stores hold the same")
        kept = stores.read(self.engine)
        now = stores.ticked(kept.local)
        assert kept.quarantined == []
        assert now - {self.unsure} == self.ticked - {self.unsure}
        until(lambda: self.shown() == now, f"the page shows {now}")
        self.ticked = now
        self.unsure = ""

    def is_mended(self) -> bool:
        """Whether both stores hold the same records."""
        kept = stores.read(self.engine)
        return kept.local == kept.mirror

    def tick(self, step: str) -> None:
        """Turn a box and return as soon as the page says that this is saved."""
        assert self.engine.evaluate(TICK_AND_WAIT % step)
        self.ticked ^= {step}

    def shown(self) -> set[str]:
        """Return the steps that the page shows as ticked."""
        return set(self.engine.evaluate(TICKED))


def test_what_was_saved_is_there_after_the_browser_was_killed(engine: Engine, host: Host) -> None:
    """All its processes end in the moment in which the page says "Saved", with Python or without."""
    visits = Visits(engine, host)
    visits.begin()
    steps = itertools.cycle(engine.evaluate(NAMES))
    for number in range(KILLS[type(engine).__name__]):
        visits.tick(next(steps))
        engine.kill()
        visits.begin(has_python=number % WITH_PYTHON == 0)


@pytest.mark.slow
def test_what_was_not_called_saved_is_there_or_not_and_nothing_is_broken(
    engine: Engine, host: Host
) -> None:
    """Killed within 20 milliseconds of a click: earlier changes are there, and no text is cut."""
    moments = random.Random(4)  # noqa: S311 # chance is all it is for
    visits = Visits(engine, host)
    visits.begin()
    steps = itertools.cycle(engine.evaluate(NAMES))
    for _ in range(SOONER[type(engine).__name__]):
        visits.tick(next(steps))
        visits.unsure = next(steps)
        engine.evaluate(TICK % visits.unsure)
        time.sleep(moments.uniform(0, 0.02))
        engine.kill()
        visits.begin()


@pytest.mark.slow
@pytest.mark.parametrize("engine", [Chromium], indirect=True)
def test_what_was_done_is_there_after_its_tab_was_killed(engine: Chromium, host: Host) -> None:
    """Local storage has it by then, as the browser itself lives on; nothing was said of it yet."""
    visits = Visits(engine, host)
    visits.begin()
    for step in engine.evaluate(NAMES)[:TABS]:
        engine.evaluate(TICK % step)
        assert engine.kill_tabs() > 0
        visits.ticked.add(step)
        engine.open_tab()
        visits.look()
