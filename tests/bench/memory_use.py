"""Measures the memory of a tab: what its process has for itself, page, worker and all.

The browser's own measure leaves out what the engine needs for code. So the system is asked, which on
Linux tells what a process shares with no other.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from rivals import PLAIN_MATERIAL
from track import WITHOUT_PYTHON, Sample, Track, in_turns, open_page, wait_for, wait_until_quiet

IS_LOADED = "document.readyState === 'complete'"
OURS = "ours/plan/dates/"
TABS = {
    "material": (f"{PLAIN_MATERIAL}/plan/dates/", [], IS_LOADED),
    "without": (OURS, [WITHOUT_PYTHON], IS_LOADED),
    "ours": (OURS, [], "bench.answered"),
    "stock-0.29": ("stock-0.29/", [], "bench.shown"),
}
"""Path of the page, further scripts, and what must be so."""

QUIET = 3_000
"""Milliseconds for the browser to tidy up."""

PARENT = re.compile(r"^PPid:\s+(\d+)$", re.MULTILINE)
OWN = re.compile(r"^Private_(?:Clean|Dirty): +(\d+) kB$", re.MULTILINE)


def measure(track: Track, runs: int) -> Iterator[Sample]:
    """Yield the bytes of each tab."""
    texts = track.texts_of_one_interview("ours")
    for name in in_turns(runs, list(TABS)):
        path, scripts, is_there = TABS[name]
        with track.browser(texts=texts) as context:
            page = open_page(context, f"{track.host.address}{path}", *scripts)
            wait_for(page, is_there)
            wait_until_quiet(page, track.host.line)
            page.wait_for_timeout(QUIET)
            # The browser has another such process at hand, for a tab that is not open yet.
            yield f"memory/{name}", max(map(_own_bytes, _tabs()))


def _tabs() -> Iterator[int]:
    """Yield the processes for tabs of the one browser that we started."""
    parents = {int(folder.name): _parent(folder) for folder in Path("/proc").glob("[0-9]*")}
    for process in parents:
        above = process
        while above and above != os.getpid():
            above = parents.get(above, 0)
        if above and "--type=renderer" in _read(process, "cmdline"):
            yield process


def _parent(folder: Path) -> int:
    found = PARENT.search(_read(int(folder.name), "status"))
    return int(found[1]) if found else 0


def _own_bytes(process: int) -> int:
    return 1024 * sum(map(int, OWN.findall(_read(process, "smaps_rollup"))))


def _read(process: int, name: str) -> str:
    """Return what the system tells of a process; nothing if it has gone meanwhile."""
    try:
        return Path(f"/proc/{process}/{name}").read_text("utf-8", "replace")
    except OSError:
        return ""
