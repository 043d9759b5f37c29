"""Measures a start with a whole job search in the browser against one with a single interview."""

from collections.abc import Iterator

from job_search import as_stored, job_search
from playwright.sync_api import BrowserContext
from track import Sample, Track, in_turns, open_page, wait_for, wait_until_quiet

INTERVIEWS, RECORDS = 50, 5_000
WHOLE = "whole"
SINGLE = "single"
QUIET = 3_000
"""Milliseconds after the first answer, in which the second store takes what is new to it."""


def measure(track: Track, runs: int) -> Iterator[Sample]:
    """Yield milliseconds from the start of navigation to Python's answer: on a first visit, with the
    records in one of the two stores, and on the return, with all files and both stores at hand.
    """
    one = track.texts_of_one_interview("ours")
    texts = {
        SINGLE: as_stored(job_search(1), one),
        WHOLE: as_stored(job_search(INTERVIEWS, RECORDS), one),
    }
    for name in in_turns(runs, list(texts)):
        with track.browser(texts=texts[name]) as context:
            for visit in ("first", "back"):
                yield f"records/{name}/{visit}", _visit(track, context)


def _visit(track: Track, context: BrowserContext) -> float:
    page = open_page(context, f"{track.host.address}ours/plan/dates/")
    seen = wait_for(page, "bench.answered")
    page.wait_for_timeout(QUIET)
    wait_until_quiet(page, track.host.line)
    page.close()
    answered: float = seen["answered"]
    return answered
