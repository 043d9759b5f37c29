"""Measures when a page of the guide is painted, beside a plain Material page with the same text."""

from collections.abc import Iterator

from playwright.sync_api import BrowserContext
from rivals import PLAIN_MATERIAL
from starts import VISITS
from track import Sample, Track, in_turns, open_page, wait_for, wait_until_quiet

PAGE = "guide/first-contact/"
SITES = ("ours", PLAIN_MATERIAL)
PAINTED = """() => {
    if (document.readyState !== "complete") return false;
    return performance.getEntriesByName("first-contentful-paint").length > 0;
}"""
TIMES = """() => new Promise((done) => {
    const [first] = performance.getEntriesByName("first-contentful-paint");
    new PerformanceObserver((list) => {
        done({ first: first.startTime, largest: list.getEntries().at(-1).startTime });
    }).observe({ type: "largest-contentful-paint", buffered: true });
})"""


def measure(track: Track, condition: str, runs: int) -> Iterator[Sample]:
    """Yield, for each site and visit, milliseconds from the start of navigation to the first paint
    with something on it, and to the largest part of the text.
    """
    for site in in_turns(runs, SITES):
        with track.browser(condition) as context:
            for visit in VISITS:
                for what, value in _visit(track, context, site).items():
                    yield f"paint/{condition}/{site}/{visit}/{what}", value


def _visit(track: Track, context: BrowserContext, site: str) -> dict[str, float]:
    page = open_page(context, f"{track.host.address}{site}/{PAGE}")
    wait_for(page, PAINTED)
    times: dict[str, float] = page.evaluate(TIMES)
    wait_until_quiet(page, track.host.line)
    page.close()
    return times
