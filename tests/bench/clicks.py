"""Measures how long readers wait after a click: until the tick is on screen, until it is saved.

A frame comes sixty times a second, so a click waits for it even on an empty page: that is measured
beside it.
"""

from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Locator, Page
from reader import Reader
from track import HERE, Sample, Track, in_turns, wait_until_quiet
from waiting import wait_until

FOLLOW = HERE / "follow_clicks.js"
CLICKS = 20
"""In each page that is opened."""

PAUSE = 100
"""Milliseconds between what is said of one click and the next click."""

PLACES = {"tick": ("shown", "saved"), "date": ("worked", "saved"), "empty": ("shown",)}
"""What is clicked, and what is noted of it: see follow_clicks.js."""

DATE_BUTTONS = ("[data-fill=today]", ".more-fills [data-fill] >> nth=0")
EMPTY = '<!doctype html><title>Empty</title><input type="checkbox">'


def measure(track: Track, runs: int) -> Iterator[Sample]:
    """Yield milliseconds from each click until its tick is shown or its dates are, and until it is saved."""
    for place in in_turns(runs, list(PLACES)):
        with track.browser() as context:
            page = context.new_page()
            page.add_init_script(path=FOLLOW)
            targets = _empty(page) if place == "empty" else _ours(context, page, track, place)
            for number in range(CLICKS):
                targets[number % len(targets)].click()
                for what in PLACES[place]:
                    wait_until(page, f"clicks.{what} > 0", polling=20)
                    yield f"clicks/{place}/{what}", page.evaluate(f"clicks.{what}")
                page.wait_for_timeout(PAUSE)


def _empty(page: Page) -> list[Locator]:
    page.route("**", lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
    page.goto("http://127.0.0.1/")
    return [page.get_by_role("checkbox")]


def _ours(context: BrowserContext, page: Page, track: Track, place: str) -> list[Locator]:
    """Open the Checklist or the Dates page and return what is clicked there in turns."""
    context.set_default_timeout(30_000)
    reader = Reader(page, f"{track.host.address}ours/")
    reader.open("plan/checklist/" if place == "tick" else "plan/dates/")
    wait_until_quiet(page, track.host.line)
    if place == "tick":
        return [page.locator("[data-tick]:visible").first]
    question = reader.question("Interview date")
    return [question.locator(button) for button in DATE_BUTTONS]
