"""Measures, in a real browser, what the README states: bytes before the first answer, time of a step.

Run by `make bench`. It fails nothing: times are for people to read, only sizes are ever tested.
"""

import gzip
import statistics
import time

import chromium
from playwright.sync_api import Page, Response, sync_playwright
from reader import Reader
from site_server import SITE, SUB_PATH, address_of, serve

STEPS = 40
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
        browser.close()
    server.shutdown()
    server.server_close()


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
    """Return median and worst."""
    return f"median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms, of {len(times)}"


if __name__ == "__main__":
    main()
