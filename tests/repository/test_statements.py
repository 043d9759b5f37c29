"""What the pages say is so rests on tests that there are, and on a run of them that is written down."""

import json
from typing import Any

import pytest
from outcomes import ROOT, is_there
from statements import DOCS, LEVELS, RAN, REPORT, RESULTS, criteria, ran, report, statements

STATEMENTS = statements()
VALUES: dict[str, Any] = json.loads(RESULTS.read_text("utf-8"))
STATES = {"Supports", "Partially Supports", "Does Not Support", "Not Applicable"}
PAGES = sorted({one["page"] for one in STATEMENTS})


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: str(one["words"]))
def test_a_statement_stands_on_its_page_and_names_tests_that_there_are(
    statement: dict[str, Any],
) -> None:
    """A test that is renamed takes its statement along, and a sentence that is changed too."""
    assert statement["words"] in (DOCS / statement["page"]).read_text("utf-8")
    assert statement["tests"]
    assert [test for test in statement["tests"] if not is_there(test)] == []
    assert set(statement["criteria"]) <= {number for number, *_ in criteria()}


def test_every_statement_has_a_result() -> None:
    """Of a run in which it passed in one engine at least, or was no matter of a browser."""
    assert VALUES["results"].keys() == {one["words"] for one in STATEMENTS}
    assert all(sum(counts.values()) > 0 for counts in VALUES["results"].values())
    assert VALUES["engines"].keys() == {"Chromium", "Firefox", "WebKitGTK"}


def test_the_report_has_every_point_of_both_levels_once() -> None:
    """31 and 24, in the words of the form."""
    points = criteria()

    assert [sum(one[2] == level for one in points) for level in LEVELS] == [31, 24]
    assert len({number for number, *_ in points}) == len(points)
    assert {state for _, _, _, state, _ in points} <= STATES


def test_the_report_is_made_of_what_was_found() -> None:
    """By `make statements`, or of the same values by statements.py --pages."""
    assert REPORT.read_text("utf-8") == report(VALUES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_when_its_tests_ran(page: str) -> None:
    """Once, and as it was written down."""
    lines = (ROOT / "docs" / page).read_text("utf-8").splitlines()

    assert [line for line in lines if line.startswith(RAN)] == [ran(VALUES)]
