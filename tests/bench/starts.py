"""Measures starts in a real browser: navigation to the date on screen, first visit and return.

All rivals take turns in one run, in another order each time, each visit in a new profile. Times are
for people to compare within one run; only their ratios travel to another machine.
"""

import json
import random
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from host import Host
from playwright.sync_api import BrowserContext, Page, Playwright
from reader import Reader
from rivals import RIVALS, Rival
from slowed import slowed

from followup_site import chromium

PATIENCE = 180_000
"""Milliseconds in which the slowest start must have ended."""

WATCH = """(() => {
    const seen = { blocked: 0 };
    window.bench = seen;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50);
    }).observe({ type: "longtask", buffered: true });
    const Plain = window.Worker;
    window.Worker = class extends Plain {
        constructor(...its) {
            super(...its);
            this.addEventListener("message", ({ data }) => {
                if (data?.answer) requestAnimationFrame(() => (seen.answered ??= performance.now()));
            });
        }
    };
    const look = () => {
        const date = document.querySelector("[data-panel=plan] [data-step] time, #date time");
        if (date) seen.shown = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()"""
"""Notes in the page when the date is shown, when Python has answered, and for how long, over 50 ms,
tasks have blocked the main thread."""

SEED = """(texts) => {
    if (localStorage.length === 0) for (const [k, v] of texts) localStorage.setItem(k, v);
}"""


@dataclass(frozen=True)
class Condition:
    """How fast machine and line are.

    Attributes:
        bits_per_second: of the line; 0 for as fast as this machine can.
        latency: seconds.
        slowness: the browser runs for one part in so many of the time.
    """

    title: str
    bits_per_second: float = 0
    latency: float = 0
    slowness: int = 1


CONDITIONS = {
    "plain": Condition("open line, whole speed"),
    "quarter": Condition("open line, a quarter of the speed", slowness=4),
    "slow": Condition("1.6 Mbit/s with 150 ms", 1.6e6, 0.15),
}


@dataclass(frozen=True)
class Visit:
    """What was seen in one visit. Times are milliseconds from the start of navigation.

    Attributes:
        shown: when the date was on screen.
        answered: when Python's answer was; on a return visit the last one is painted before.
        blocked: milliseconds over 50 of each task that blocked the main thread.
        sent: bytes that went over the line.
        requests: how many there were.
    """

    shown: float
    answered: float
    blocked: float
    sent: int
    requests: int


@dataclass(frozen=True)
class Start:
    """A first visit and the return to it."""

    rival: str
    condition: str
    first: Visit
    back: Visit


def measure(
    playwright: Playwright, host: Host, runs: Mapping[str, int], rivals: tuple[Rival, ...] = RIVALS
) -> Iterator[Start]:
    """Yield the starts of so many runs under each condition, rivals in turns."""
    seeds = {rival.name: _seed(playwright, host, rival) for rival in rivals if rival.is_site}
    for name, count in runs.items():
        for _ in range(count):
            for rival in random.sample(rivals, len(rivals)):
                yield _start(playwright, host, rival, name, seeds.get(rival.name, []))


def _start(
    playwright: Playwright, host: Host, rival: Rival, condition: str, seed: list[Any]
) -> Start:
    its = CONDITIONS[condition]
    with _browser(playwright) as (context, profile):
        host.line.bits_per_second, host.line.latency = its.bits_per_second, its.latency
        try:
            with slowed(profile, its.slowness):
                first, back = (_visit(context, host, rival, seed) for _ in range(2))
        finally:
            host.line.bits_per_second = host.line.latency = 0
    return Start(rival.name, condition, first, back)


@contextmanager
def _browser(playwright: Playwright) -> Iterator[tuple[BrowserContext, str]]:
    """Start a browser of its own, with nothing kept; its profile's folder tells its processes."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as profile:
        options = chromium.launch_options(playwright)
        context = playwright.chromium.launch_persistent_context(profile, **options)
        context.set_default_timeout(PATIENCE)
        yield context, profile
        context.close()


def _visit(context: BrowserContext, host: Host, rival: Rival, seed: list[Any]) -> Visit:
    page = context.new_page()
    page.add_init_script(WATCH)
    if seed:
        page.add_init_script(f"({SEED})({json.dumps(seed)})")
    host.line.reset()
    page.goto(f"{host.address}{rival.name}/{rival.path}", wait_until="commit")
    is_over = "bench.shown && bench.answered" if rival.is_site else "bench.shown"
    page.wait_for_function(is_over, polling=100)
    page.wait_for_timeout(500)
    seen = page.evaluate("bench")
    visit = Visit(
        shown=seen["shown"],
        answered=seen.get("answered", seen["shown"]),
        blocked=seen["blocked"],
        sent=host.line.sent,
        requests=host.line.requests,
    )
    page.close()
    return visit


def _seed(playwright: Playwright, host: Host, rival: Rival) -> list[Any]:
    """Return what local storage holds once an interview date was typed."""
    with _browser(playwright) as (context, _):
        page: Page = context.new_page()
        reader = Reader(page, f"{host.address}{rival.name}/")
        reader.open(rival.path)
        reader.question("Interview date").get_by_role("button", name="Today").click()
        reader.current().wait_for()
        reader.says("Saved.")
        texts: list[Any] = page.evaluate(
            "Object.entries(localStorage).filter(([key]) => !key.endsWith('.shown'))"
        )
        return texts


def as_fields(start: Start) -> dict[str, object]:
    """Return a start as it is written down."""
    return asdict(start)
