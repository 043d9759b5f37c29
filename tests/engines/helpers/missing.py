"""Programs that only the machine itself can install, as pip and npm cannot fetch them on every system."""

import os

import pytest

REQUIRED = "required"
"""Value of the variable ENGINES with which nothing may be missing, as in the weekly run."""


def leave_out(what: str, *packages: str) -> None:
    """End a test that needs what the machine lacks: it is left out, or fails where nothing may be
    missing."""
    told = f"{what} is missing. On Debian: apt install {' '.join(packages)}"
    if os.environ.get("ENGINES") == REQUIRED:
        pytest.fail(told)
    # The same is held in Chromium, or by a library, which never skip; `make test-all` must run on
    # any machine, and says at its end what was left out.
    pytest.skip(told)
