"""The unit tests, run again by the Python of the browser."""

import re
from pathlib import Path

import pytest

from followup_site.runtime.pack import PACK_WHEELS, ROOT, RUNTIME
from followup_site.tools.node import run_node

HERE = Path(__file__).parent

MORE_STACK = "--stack-size=2500"
"""Kilobytes, in place of 984: the calls of pytest fill most of those, and a browser makes none."""


@pytest.mark.parametrize(
    "folders",
    [
        ["tests/unit/dates"],
        pytest.param(["tests/unit"], marks=pytest.mark.slow),
    ],
    ids=["dates", "all"],
)
def test_unit_tests_pass_inside_pyodide(request: pytest.FixtureRequest, folders: list[str]) -> None:
    """Every unit test passes there with the packed program, and as many run as here. The short form
    takes those of dates, which all else rests on."""
    script = HERE / "unit_tests.mjs"
    report = run_node(script, ROOT, RUNTIME, PACK_WHEELS, *folders, options=[MORE_STACK])

    ran = re.search(r"^(\d+) passed in", report, re.MULTILINE)
    assert ran, report[-2000:]
    roots = [ROOT / folder for folder in folders]
    here = [
        item for item in request.session.items if any(root in item.path.parents for root in roots)
    ]
    assert not here or int(ran[1]) == len(here)
