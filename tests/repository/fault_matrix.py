"""Runs the tests of the fault matrix and prints what became of each row, engine by engine.

Run by `make fault-matrix`; `python tests/repository/fault_matrix.py 32 33` takes these rows alone.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "fault-matrix.toml"
ENGINES = ("Firefox", "WebKitGTK")
"""Named in the names of their tests. All other tests in a browser are Chromium's."""

NO_BROWSER = "no browser"
OUTCOMES = {"failure": "failed", "error": "failed", "skipped": "skipped"}


@dataclass(frozen=True)
class Outcome:
    """What became of one test: "passed", "failed" or "skipped"."""

    test: str
    engine: str
    outcome: str


def rows() -> list[dict[str, Any]]:
    """Return the rows as they are written."""
    found: list[dict[str, Any]] = tomllib.loads(CASES.read_text("utf-8"))["rows"]
    return found


def main() -> int:
    """Run the tests and print the rows; return how many of them did not pass."""
    wanted = [row for row in rows() if not sys.argv[1:] or str(row["number"]) in sys.argv[1:]]
    tests = sorted({test for row in wanted for test in row["tests"]})
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-m", "", "-q", "-n", "auto", "--dist", "worksteal"]  # fmt: skip
        subprocess.run(
            [*command, f"--junitxml={report}", "-o", "junit_family=xunit1", *tests],
            cwd=ROOT,
            env={**os.environ, "HYPOTHESIS_PROFILE": os.environ.get("HYPOTHESIS_PROFILE", "long")},
            check=False,
        )
        outcomes = list(read_report(report))
    bad = [row for row in wanted if not show(row, outcomes)]
    return len(bad)


def read_report(report: Path) -> Iterator[Outcome]:
    """Yield what became of each test."""
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 # pytest wrote it
        file, name = case.get("file", ""), case.get("name", "")
        found = next((OUTCOMES[one.tag] for one in case if one.tag in OUTCOMES), "passed")
        yield Outcome(f"{file}::{name}", _engine(file, name), found)


def show(row: dict[str, Any], outcomes: list[Outcome]) -> bool:
    """Print a row, and return whether all its tests passed."""
    its = [one for one in outcomes if any(_is_of(one.test, test) for test in row["tests"])]
    counts = Counter((one.engine, one.outcome) for one in its)
    said = ", ".join(
        f"{engine}: {number} {outcome}" for (engine, outcome), number in sorted(counts.items())
    )
    passed = bool(its) and all(one.outcome == "passed" for one in its)
    print(f"{row['number']:>2} {'pass' if passed else 'FAIL'}  {row['fault']}. {said or 'no test'}")
    if "not_tested" in row:
        print(f"         Not tested: {row['not_tested']}")
    return passed


def _is_of(test: str, named: str) -> bool:
    """Return whether a test is the one that is named, one of its variants, or in its file or
    folder."""
    return test == named or test.startswith((f"{named}[", f"{named}::", f"{named}/"))


def _engine(file: str, name: str) -> str:
    own = next((engine for engine in ENGINES if engine in name), "")
    is_browser = file.startswith(("tests/browser", "tests/engines"))
    return own or ("Chromium" if is_browser else NO_BROWSER)


if __name__ == "__main__":
    sys.exit(main())
