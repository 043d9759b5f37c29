"""Runs the tests on which the pages about accessibility and privacy rest, and writes down the outcome.

Run by `make statements`. It writes a file of results, the conformance report, and a line into each of the
pages that says when the tests ran, and in what. If one test does not pass, it writes nothing.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from outcomes import CHROMIUM, ENGINES, NO_BROWSER, ROOT, Outcome, counts_of, run
from playwright.sync_api import sync_playwright
from webkitgtk import WebKitGTK

from followup import words
from followup_site.tools import chromium

CASES = ROOT / "tests" / "cases"
DOCS = ROOT / "docs"
RESULTS = DOCS / "assets" / "statements.json"
REPORT = DOCS / "about" / "conformance.md"

FIREFOX = ("firefox-esr", "firefox")
"""Programs that say, with --version, which one the tests use."""

RAN = "The tests behind this page ran on "
"""How the line begins that says so on a page."""

LEVELS = ("A", "AA")

Values = Mapping[str, Any]


def statements() -> list[dict[str, Any]]:
    """Return what the pages say, with page, words, criteria and tests."""
    found: list[dict[str, Any]] = tomllib.loads((CASES / "statements.toml").read_text("utf-8"))["statements"]  # fmt: skip
    return found


def criteria() -> list[list[str]]:
    """Return the points of WCAG 2.2: number, name, level, state and remark of each."""
    found: list[list[str]] = tomllib.loads((CASES / "wcag-2.2.toml").read_text("utf-8"))["criteria"]
    return found


def main() -> None:
    """Run the tests, and write what came of them."""
    if sys.argv[1:] == ["--pages"]:
        write_pages(json.loads(RESULTS.read_text("utf-8")))
        return
    versions = dict(_versions())
    missing = [engine for engine in ENGINES if engine not in versions]
    if missing:
        sys.exit(f"Nothing was written: {' and '.join(missing)} cannot be found on this machine.")
    outcomes = run({test for one in statements() for test in one["tests"]})
    bad = sorted(one.test for one in outcomes if one.outcome != "passed")
    if bad or not outcomes:
        sys.exit("\n".join(["Nothing was written, as these tests did not pass:", *bad]))
    values = {
        "commit": _commit(),
        "day": datetime.now(UTC).date().isoformat(),
        "engines": versions,
        "results": results_of(outcomes),
    }
    RESULTS.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", "utf-8")
    write_pages(values)


def results_of(outcomes: Iterable[Outcome]) -> dict[str, dict[str, int]]:
    """Return how many tests passed in each engine, by the words of a statement."""
    its = list(outcomes)
    return {
        one["words"]: {
            engine: number for (engine, _), number in sorted(counts_of(one["tests"], its).items())
        }
        for one in statements()
    }


def _versions() -> Iterator[tuple[str, str]]:
    """Yield the engines of this machine, each with its version."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options(playwright))
        yield CHROMIUM, browser.version
        browser.close()
    program = next(filter(shutil.which, FIREFOX), None)
    if program:
        said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
        found = re.search(r"\d+(\.\d+)+", said.stdout)
        yield "Firefox", found[0] if found else said.stdout.strip()
    if WebKitGTK.is_installed():
        with tempfile.TemporaryDirectory() as folder:
            engine = WebKitGTK(Path(folder))
            engine.start()
            yield "WebKitGTK", engine.version
            engine.stop()


def _commit() -> str:
    """Return what was tested: the name of a commit, and whether something was changed after it."""
    changes = " and changes" if _git("status", "--porcelain") else ""
    return f"{_git('rev-parse', '--short=12', 'HEAD')}{changes}"


def _git(*command: str) -> str:
    told = subprocess.run(["git", *command], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S607
    return told.stdout.strip()


# --- What readers see of it ---


def write_pages(values: Values) -> None:
    """Write the report, and into each page the line about the tests."""
    REPORT.write_text(report(values), "utf-8")
    for name in {one["page"] for one in statements()}:
        page = DOCS / name
        page.write_text(with_line(page.read_text("utf-8"), values), "utf-8")


def with_line(page: str, values: Values) -> str:
    """Return a page whose line about the tests says when they ran."""
    return re.sub(f"^{RAN}.*$", ran(values), page, flags=re.MULTILINE)


def ran(values: Values) -> str:
    """Return the line that says when the tests ran, and in what."""
    day = words.spell_day(date.fromisoformat(values["day"]))
    engines = words.listed([f"{name} {version}" for name, version in values["engines"].items()])
    return f"{RAN}{day}, and all passed. They ran in {engines}."


def report(values: Values) -> str:
    """Return the conformance report as a page."""
    day = date.fromisoformat(values["day"])
    parts = [HEAD.format(day=day.isoformat()), ran(values) + "\n", HOW]
    for level in LEVELS:
        parts += [f"## Points of level {level}\n", "| Point | State | Remarks |\n|---|---|---|"]
        rows = [_row(one, values) for one in criteria() if one[2] == level]
        parts.append("\n".join(rows) + "\n")
    parts.append(f"Last reviewed {day.day} {words.spell_month(day)}.")
    return "\n".join(parts) + "\n"


def _row(criterion: list[str], values: Values) -> str:
    number, name, _, state, remark = criterion
    return f"| {number} {name} | {state} | {remark} {_how_known(number, state, values)} |"


def _how_known(number: str, state: str, values: Values) -> str:
    """Return whether a point is tested, and where."""
    its = [one["words"] for one in statements() if number in one["criteria"]]
    where = {engine for one in its for engine in values["results"].get(one, {})} - {NO_BROWSER}
    if where:
        return f"Tested in {words.listed(sorted(where))}."
    return "" if state == "Not Applicable" else "Our own judgement."


HEAD = """---
description: How Follow Up stands to each point of WCAG 2.2 at the levels A and AA, in the shape of a VPAT.
last_reviewed: {day}
search:
  exclude: true
---

<!-- Made by `make statements`. Its words stand in tests/repository/statements.py and tests/cases. -->

# Conformance report

This report has the shape of a VPAT 2.5, the form that many offices ask for. It covers WCAG 2.2 at the levels A and AA. You can print it.

- **Product:** {{site name}}, at {{site address}}
- **What it is:** a guide with a checklist and a calculator of dates, for people after a job interview
- **Contact:** {{publisher contact}}
- **Who assessed it:** those who make it. No one from outside has checked it.
"""

HOW = """How we assessed it:

- "Tested" means that a test of ours fails if a program can see that this broke.
- "Our own judgement" means that we read the point and looked at the pages.
- Nobody has used the pages with a screen reader or in Safari yet.

The terms are those of the form: Supports, Partially Supports, Does Not Support, Not Applicable. [Accessibility](accessibility.md) says in plain words what is tested and what is not.
"""


if __name__ == "__main__":
    main()
