"""Runs the unit tests; imported inside Pyodide by unit_tests.mjs."""

import os
from collections.abc import Iterable

import pytest

import followup

OPTIONS = ["-o", "pythonpath=tests/unit/helpers", "-o", "cache_dir=/cache", "--color=no", "-q"]
"""Without py/ on the path: the program under test is the one in the wheel."""


def run(root: str, folders: Iterable[str]) -> int:
    """Run the tests in folders of the repository at `root`; return the exit code of pytest."""
    if not followup.__file__.endswith(".pyc"):
        raise ImportError(f"this is not the packed program: {followup.__file__}")
    os.chdir(root)
    return int(pytest.main([*OPTIONS, *folders]))
