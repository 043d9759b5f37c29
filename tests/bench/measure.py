"""Measures, in a real browser, what the README states: bytes before the first answer, time of a step.

Run by `make bench`. It fails nothing: times are for people to read, only sizes are ever tested.
A step in the worker is the question as text, fold, all views of the page, the answer as text.
"""

import gzip
import itertools
import statistics
import time

from job_search import CONTACTS, Asked, questions
from playwright.sync_api import Browser, Page, Response, sync_playwright
from reader import Reader
from site_server import SITE, SUB_PATH, address_of, serve

from followup_site import chromium

STEPS = 40
STARTS = 7
"""Workers started for each number: only the first question after a start is a first question."""

LATER = 7
"""Questions after the first, in each worker."""

INTERVIEWS = (1, 10, 50)
PAGES = {"Dates": "plan/dates/", "Your interviews": "plan/interviews/"}
CLICK_AND_WAIT = """([selector, place]) => new Promise((done) => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
        watch.disconnect();
        done(performance.now() - start);
    });
    const everything = { childList: true, subtree: true, characterData: true, attributes: true };
    watch.observe(document.querySelector(place), everything);
    document.querySelector(selector).click();
})"""
OPEN_WORKER = """([module, runtime]) => new Promise((done, fail) => {
    window.worker?.terminate();
    window.worker = new Worker(new URL(module, location.href), { type: "module" });
    window.worker.onmessage = ({ data }) => {
        if (data.ready) done();
        if (data.failed) fail(data.failed);
    };
    window.worker.postMessage({ open: { runtime: new URL(runtime, location.href).href } });
})"""
ASK_WORKER = """(ask) => new Promise((done, fail) => {
    window.worker.onmessage = ({ data }) => {
        if (data.error) fail(data.error);
        else done(performance.now() - start);
    };
    const start = performance.now();
    window.worker.postMessage({ id: 1, ask });
})"""
NAMES_OF = """(mark) => [...new Set(
    [...document.querySelectorAll(`[data-${mark}]`)].map(({ dataset }) => dataset[mark])
)]"""
DATE_BUTTONS = ("[data-fill=today]", ".more-fills [data-fill]")


def main() -> None:
    """Print one line for each number."""
    server = serve(SITE, SUB_PATH)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options(playwright))
        page = browser.new_page()
        came: list[Response] = []

        def note(response: Response) -> None:
            came.append(response)

        page.on("response", note)
        reader = Reader(page, address_of(server))
        reader.open("plan/dates/")
        print(f"{time.strftime('%d %B %Y')}, Chromium {browser.version}")
        print(f"until the calculator can answer: {sizes(came)}")
        question = "[data-date=interview] "
        dates = [
            time_of(page, question + DATE_BUTTONS[n % 2], "[data-panel=plan]") for n in range(STEPS)
        ]
        print(f"a date, click to answer shown: {spread(dates)}")
        reader.open("plan/checklist/")
        ticks = [time_of(page, "#tick-meet-names", ".progress-words") for _ in range(STEPS)]
        print(f"a tick, click to count shown: {spread(ticks)}")
        measure_worker(browser, address_of(server))
        browser.close()
    server.shutdown()
    server.server_close()


def measure_worker(browser: Browser, address: str) -> None:
    """Print how long the worker takes for a question about a long job search."""
    page = browser.new_page()
    # The page's own worker would share the processor.
    page.route("**/assets/bridge.mjs", lambda route: route.abort())
    for (name, path), interviews in itertools.product(PAGES.items(), INTERVIEWS):
        page.goto(address + path)
        panels, steps = (page.evaluate(NAMES_OF, mark) for mark in ("panel", "tick"))
        first, later = [], []
        for _ in range(STARTS):
            page.evaluate(OPEN_WORKER, ["../../assets/worker.mjs", "../../assets/runtime/"])
            asks = itertools.islice(questions(interviews, Asked(panels, steps)), 1 + LATER)
            cold, *warm = (page.evaluate(ASK_WORKER, ask) for ask in asks)
            first.append(cold)
            later += warm
        print(f"{name}, {interviews} x {CONTACTS} contacts, first question: {spread(first)}")
        print(f"{name}, {interviews} x {CONTACTS} contacts, later ones: {spread(later)}")
    page.close()


def time_of(page: Page, selector: str, place: str) -> float:
    """Return the milliseconds from a click to the next change of a place."""
    milliseconds: float = page.evaluate(CLICK_AND_WAIT, [selector, place])
    return milliseconds


def sizes(came: list[Response]) -> str:
    """Return the bytes that came, plain and as a host sends them that compresses."""
    bodies = [one.body() for one in came if one.url.startswith("http")]
    plain = sum(len(body) for body in bodies)
    packed = sum(len(gzip.compress(body)) for body in bodies)
    return f"{len(bodies)} files, {plain / 1e6:.2f} MB, {packed / 1e6:.2f} MB with gzip"


def spread(times: list[float]) -> str:
    """Return best, median and worst: a machine that does something else shows in the last two."""
    best, median, worst = min(times), statistics.median(times), max(times)
    return f"best {best:.0f} ms, median {median:.0f} ms, worst {worst:.0f} ms, of {len(times)}"


if __name__ == "__main__":
    main()
