"""Runs the tests of the fault matrix and prints what became of each row, engine by engine.

Run by `make fault-matrix`; `python tests/repository/fault_matrix.py 32 33` takes these rows alone.
"""

import sys
import tomllib
from typing import Any

from outcomes import ROOT, Outcome, counts_of, run

CASES = ROOT / "tests" / "cases" / "fault-matrix.toml"


def rows() -> list[dict[str, Any]]:
    """Return the rows as they are written."""
    found: list[dict[str, Any]] = tomllib.loads(CASES.read_text("utf-8"))["rows"]
    return found


def main() -> int:
    """Run the tests and print the rows; return how many of them did not pass."""
    wanted = [row for row in rows() if not sys.argv[1:] or str(row["number"]) in sys.argv[1:]]
    tests = {test for row in wanted for test in row["tests"]}
    outcomes = run(tests)
    bad = [row for row in wanted if not show(row, outcomes)]
    return len(bad)


def show(row: dict[str, Any], outcomes: list[Outcome]) -> bool:
    """Print a row, and return whether all its tests passed."""
    counts = counts_of(row["tests"], outcomes)
    said = ", ".join(
        f"{engine}: {number} {outcome}" for (engine, outcome), number in sorted(counts.items())
    )
    passed = bool(counts) and all(outcome == "passed" for _, outcome in counts)
    print(f"{row['number']:>2} {'pass' if passed else 'FAIL'}  {row['fault']}. {said or 'no test'}")
    if "not_tested" in row:
        print(f"         Not tested: {row['not_tested']}")
    return passed


if __name__ == "__main__":
    sys.exit(main())
