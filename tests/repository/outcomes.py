"""Runs tests that are named elsewhere, and says what became of each, engine by engine."""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
ENGINES = ("Firefox", "WebKitGTK")
"""Named in the names of their tests. All other tests in a browser are Chromium's."""

CHROMIUM, NO_BROWSER = "Chromium", "no browser"
OUTCOMES = {"failure": "failed", "error": "failed", "skipped": "skipped"}


@dataclass(frozen=True)
class Outcome:
    """What became of one test: "passed", "failed" or "skipped"."""

    test: str
    engine: str
    outcome: str


def run(tests: Collection[str]) -> list[Outcome]:
    """Run tests in their long form, and return what became of each.

    Args:
        tests: files, folders, or single tests, as pytest names them.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-m", "", "-q", "-n", "auto", "--dist", "worksteal"]  # fmt: skip
        subprocess.run(
            [*command, f"--junitxml={report}", "-o", "junit_family=xunit1", *sorted(tests)],
            cwd=ROOT,
            env={**os.environ, "HYPOTHESIS_PROFILE": os.environ.get("HYPOTHESIS_PROFILE", "long")},
            check=False,
        )
        return list(_read_report(report))


def _read_report(report: Path) -> Iterator[Outcome]:
    """Yield what became of each test."""
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 # pytest wrote it
        file, name = case.get("file", ""), case.get("name", "")
        found = next((OUTCOMES[one.tag] for one in case if one.tag in OUTCOMES), "passed")
        yield Outcome(f"{file}::{name}", _engine(file, name), found)


def counts_of(tests: Iterable[str], outcomes: Iterable[Outcome]) -> Counter[tuple[str, str]]:
    """Return how many of some tests came to which end, by engine and outcome."""
    named = tuple(tests)
    its = (one for one in outcomes if any(_is_of(one.test, test) for test in named))
    return Counter((one.engine, one.outcome) for one in its)


def is_there(test: str) -> bool:
    """Return whether a file, a folder or a single test that is named can be found."""
    path, _, name = test.partition("::")
    if not (ROOT / path).exists():
        return False
    return not name or f"def {name}(" in (ROOT / path).read_text("utf-8")


def _is_of(test: str, named: str) -> bool:
    """Return whether a test is the one that is named, one of its variants, or in its file or
    folder."""
    return test == named or test.startswith((f"{named}[", f"{named}::", f"{named}/"))


def _engine(file: str, name: str) -> str:
    own = next((engine for engine in ENGINES if engine in name), "")
    is_browser = file.startswith(("tests/browser", "tests/engines"))
    return own or (CHROMIUM if is_browser else NO_BROWSER)
