"""The fault matrix names tests that there are, and says where it has none."""

from typing import Any

import pytest
from fault_matrix import rows, show
from outcomes import Outcome, is_there

ROWS = rows()


def test_every_row_is_there_once() -> None:
    """They are those of what can go wrong, by number."""
    assert [row["number"] for row in ROWS] == list(range(1, 41))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["number"]))
def test_a_row_names_tests_that_there_are(row: dict[str, Any]) -> None:
    """A test that is renamed takes its row along, and no row is without any."""
    assert row["tests"]
    assert [test for test in row["tests"] if not is_there(test)] == []
    assert row["fault"]
    assert row["expected"].endswith(".")


@pytest.mark.parametrize(
    ("outcomes", "passed"),
    [
        (["passed", "passed"], True),
        (["passed", "failed"], False),
        (["skipped"], False),
        ([], False),
    ],
)
def test_a_row_passes_if_all_its_tests_do(
    capsys: pytest.CaptureFixture[str], outcomes: list[str], *, passed: bool
) -> None:
    """One that was left out is told of, and a row of which nothing ran is no pass."""
    row = {"number": 7, "fault": "A fault", "tests": ["tests/browser/a.py::test_a"]}
    its = [Outcome(f"tests/browser/a.py::test_a[{n}]", "Firefox", one) for n, one in enumerate(outcomes)]  # fmt: skip
    other = Outcome("tests/browser/a.py::test_ab", "Chromium", "failed")

    assert show(row, [*its, other]) is passed
    said = capsys.readouterr().out
    assert said.startswith(f" 7 {'pass' if passed else 'FAIL'}  A fault.")
    assert ("Firefox: " in said) == bool(outcomes)
