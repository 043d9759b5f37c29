"""Measures one step in the worker: the question as text, fold, all views of the page, the answer.

The page itself is opened with a long job search in its storage, so the first question of a visit is
its own. What follows are its questions once more, each with one more tick.
"""

import itertools
from collections.abc import Iterator

from job_search import as_stored, job_search, questions
from track import Sample, Track, in_turns, open_page, wait_for, wait_until_quiet

INTERVIEWS = (1, 10, 50)
PATHS = {"dates": "plan/dates/", "interviews": "plan/interviews/"}
LATER = 7
"""Questions after the first, in each worker."""

QUIET = 2_000
"""Milliseconds after the first answer, for what the page does once it has time."""


def measure(track: Track, runs: int) -> Iterator[Sample]:
    """Yield milliseconds from the post of a question to its answer, for each page and number of
    interviews: of a worker's first question for all of the page, and of each later one.
    """
    one = track.texts_of_one_interview("ours")
    texts = {count: as_stored(job_search(count), one) for count in INTERVIEWS}
    for name, count in in_turns(runs, list(itertools.product(PATHS, INTERVIEWS))):
        with track.browser(texts=texts[count]) as context:
            page = open_page(context, f"{track.host.address}ours/{PATHS[name]}")
            seen = wait_for(page, "bench.complete")
            yield f"steps/{name}/{count}/first", seen["firstStep"]
            page.wait_for_timeout(QUIET)
            wait_until_quiet(page, track.host.line)
            asks = itertools.islice(questions(page.evaluate("bench.question()")), LATER)
            for ask in asks:
                yield f"steps/{name}/{count}/later", page.evaluate("bench.ask", ask)
