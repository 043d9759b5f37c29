"""Measures what the site promises about speed, and writes the page that says so.

Run by `make bench`. Words such as `plain=7 clicks=3` say what to run and how often; without any, all
is run seven times. `--rivals` names those to start, as in `--rivals "ours stock-0.29"`, and `--anew`
forgets what was measured before. It fails nothing: times are for people to read.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import blocking
import building
import clicks
import lighthouse_scores
import long_start
import memory_use
import paint
import performance_page
import rivals
import starts
import worker_steps
from pages_host import Host
from playwright.sync_api import Playwright, sync_playwright
from rivals import MICROPYTHON, NEWEST, PYSCRIPT, RIVALS, SAME, Rival, rivals_under
from sitting import UNCOMMITTED, Circumstances, OtherSittingError, Sitting, enough_for, go_on
from track import CONDITIONS, Sample, Track

from followup_site.runtime.pack import BUILD, ROOT
from followup_site.tools import chromium

Part = Callable[[Track, int], Iterator[Sample]]

SO_FAR = BUILD / "bench-so-far.json"
"""What was measured in this sitting."""

GIGABYTE = 2**30


def main() -> int:
    """Measure, say how far it is, and write what was found; return the exit code."""
    arguments = _arguments()
    if arguments.anew:
        SO_FAR.unlink(missing_ok=True)
    folder = BUILD / "bench"
    with sync_playwright() as playwright:
        try:
            sitting = go_on(SO_FAR, _circumstances(playwright))
        except OtherSittingError as error:
            print(error, file=sys.stderr)
            return 1
        rivals.build(ROOT / "site", folder)
        host = Host(folder)
        parts = _parts(arguments.rivals)
        for name, runs in (
            arguments.runs or {part: enough_for(f"{part}/") for part in parts}
        ).items():
            _run(name, parts[name](Track(playwright, host), runs), sitting)
        host.shutdown()
    performance_page.write(sitting)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("runs", nargs="*", type=_runs, help=", ".join(_parts(RIVALS)))
    parser.add_argument("--rivals", type=_rivals, default=RIVALS)
    parser.add_argument("--anew", action="store_true")
    arguments = parser.parse_args()
    arguments.runs = dict(arguments.runs)
    return arguments


def _runs(word: str) -> tuple[str, int]:
    name, _, count = word.partition("=")
    if name not in _parts(RIVALS) or not count.isdigit():
        raise argparse.ArgumentTypeError(f"{word} is none of {', '.join(_parts(RIVALS))}, and =7")
    return name, int(count)


def _rivals(names: str) -> tuple[Rival, ...]:
    known = {rival.name: rival for rival in RIVALS}
    unknown = set(names.split()) - known.keys()
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown} are none of {', '.join(known)}")
    return tuple(known[name] for name in names.split()) or RIVALS


def _parts(chosen: tuple[Rival, ...]) -> Mapping[str, Part]:
    """Return what can be run, by name: starts under each condition first, and the rest."""

    def under(condition: str, track: Track, runs: int) -> Iterator[Sample]:
        return starts.measure(track, condition, runs, rivals_under(condition, chosen))

    def painting(track: Track, runs: int) -> Iterator[Sample]:
        for condition in CONDITIONS:
            yield from paint.measure(track, condition, runs)

    def blocked(track: Track, runs: int) -> Iterator[Sample]:
        for condition in ("plain", "quarter"):
            yield from blocking.measure(track, condition, runs)

    return {
        **{condition: partial(under, condition) for condition in CONDITIONS},
        "paint": painting,
        "blocking": blocked,
        "clicks": clicks.measure,
        "steps": worker_steps.measure,
        "records": long_start.measure,
        "memory": memory_use.measure,
        "lighthouse": lighthouse_scores.measure,
        "building": lambda _, runs: building.measure(runs),
    }


def _run(name: str, samples: Iterator[Sample], sitting: Sitting) -> None:
    """Measure one part, and keep it even if the next one fails."""
    begun = time.monotonic()
    for what, value in samples:
        sitting.add(what, value)
        print(f"{time.strftime('%H:%M:%S')} {what} {value:,.1f}", flush=True)
    SO_FAR.write_text(sitting.as_text(), "utf-8")
    print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)


def _circumstances(playwright: Playwright) -> Circumstances:
    browser = playwright.chromium.launch(**chromium.launch_options(playwright))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE
    packages = {
        "Pyodide": SAME,
        "newest Pyodide": NEWEST,
        "PyScript": PYSCRIPT.parent,
        "MicroPython": MICROPYTHON,
        "Lighthouse": lighthouse_scores.LIGHTHOUSE,
    }
    versions = {"Chromium": browser.version} | {
        name: _version(folder) for name, folder in packages.items()
    }
    browser.close()
    return Circumstances(
        day=datetime.now(UTC).date().isoformat(),
        commit=_commit(),
        machine=f"{os.cpu_count()} processors, {memory:.0f} GB of memory, {platform.system()}",
        versions=versions,
    )


def _version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text("utf-8"))["version"])


def _commit() -> str:
    made = [f":!{path.relative_to(ROOT)}" for path in performance_page.MADE]
    commit = _git("rev-parse", "--short=12", "HEAD")
    return commit + UNCOMMITTED * bool(_git("status", "--porcelain", "--", ".", *made))


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
