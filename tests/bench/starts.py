"""Measures starts in a real browser: navigation to the date on screen, first visit and return.

All rivals take turns in one run, in another order each time, each visit in a new profile. Times are
for people to compare within one run; only their ratios travel to another machine.
"""

from collections.abc import Iterator, Sequence

from playwright.sync_api import Page
from rivals import Rival
from track import PATIENCE, Sample, Track, follow, in_turns, wait_for, wait_until_quiet
from waiting import wait_until

VISITS = ("first", "back")
"""A first visit, and the return to it."""


def measure(track: Track, condition: str, runs: int, rivals: Sequence[Rival]) -> Iterator[Sample]:
    """Yield what was seen in each run of each rival under a condition, first visit and return.

    - shown: milliseconds from the start of navigation until the date was on screen
    - answered: until Python's answer was; on a return visit the last one is painted before
    - blocked: milliseconds over 50 of each task that blocked the main thread
    - sent: bytes that went over the line until then
    - requests: how many there were until then
    """
    texts = {
        rival.name: track.texts_of_one_interview(rival.name) for rival in rivals if rival.is_site
    }
    for rival in in_turns(runs, rivals):
        with track.browser(condition, texts.get(rival.name)) as context:
            for visit in VISITS:
                page = context.new_page()
                for what, value in _visit(track, page, rival):
                    yield f"starts/{condition}/{rival.name}/{visit}/{what}", value
                if visit != VISITS[-1]:
                    wait_until_quiet(page, track.host.line)
                page.close()


def _visit(track: Track, page: Page, rival: Rival) -> list[Sample]:
    line = track.host.line
    line.reset()
    follow(page, f"{track.host.address}{rival.name}/{rival.path}")
    is_over = "bench.shown && bench.answered" if rival.is_site else "bench.shown"
    wait_until(page, is_over, patience=PATIENCE / 1000, polling=100)
    fetched = line.sent, line.requests
    seen = wait_for(page, is_over)
    return [
        ("shown", seen["shown"]),
        ("answered", seen.get("answered", seen["shown"])),
        ("blocked", seen["blocked"]),
        ("sent", fetched[0]),
        ("requests", fetched[1]),
    ]
