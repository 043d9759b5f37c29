"""Waiting for a page. The driver's own way is text that the page runs, which the site's policy forbids."""

import time
from typing import Any

import pytest
from playwright.sync_api import Page

PATIENCE = 20
"""Seconds in which a slow machine must show what is expected; a fast one does not wait."""


def wait_until(page: Page, expression: str, arg: Any = None, patience: float = PATIENCE) -> None:  # noqa: ANN401 # whatever JSON can say
    """Ask again and again until a JavaScript expression, or function of `arg`, is true."""
    deadline = time.monotonic() + patience
    while not page.evaluate(expression, arg):
        if time.monotonic() > deadline:
            pytest.fail(f"Not within {patience} seconds: {expression}")
        page.wait_for_timeout(30)
