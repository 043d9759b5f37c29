"""Measures for how long Python blocks the main thread: the Dates page with it, and without.

Long tasks that are there without Python are the theme's and the page's own. So Python's part is the
difference, with all that the page does with its first answer. The page's worker is there in both, but
in the second it never says a word.
"""

from collections.abc import Iterator

from track import WITHOUT_PYTHON, Sample, Track, in_turns, open_page, wait_for

WAYS = ("with", "without")
UNTIL = {"with": "bench.answered", "without": "document.readyState === 'complete'"}
LATER = 1_000
"""Milliseconds for which the page is watched afterwards."""


def measure(track: Track, condition: str, runs: int) -> Iterator[Sample]:
    """Yield, with Python and without, milliseconds over 50 of all tasks of the main thread, the part
    of them after the first answer had come, and the whole length of the longest.
    """
    texts = track.texts_of_one_interview("ours")
    for way in in_turns(runs, WAYS):
        scripts = [WITHOUT_PYTHON] if way == "without" else []
        with track.browser(condition, texts) as context:
            page = open_page(context, f"{track.host.address}ours/plan/dates/", *scripts)
            wait_for(page, UNTIL[way])
            page.wait_for_timeout(LATER)
            for what in ("blocked", "painting", "longest"):
                yield f"blocking/{condition}/{way}/{what}", page.evaluate(f"bench.{what}")
