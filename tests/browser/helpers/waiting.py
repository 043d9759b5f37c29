"""Waiting for a page. The driver's own way is text that the page runs, which the site's policy forbids."""

import time
from typing import Any

import pytest
from playwright.sync_api import Page

PATIENCE = 20
"""Seconds in which a slow machine must show what is expected; a fast one does not wait."""


def wait_until(
    page: Page,
    expression: str,
    arg: Any = None,  # noqa: ANN401 # whatever JSON can say
    patience: float = PATIENCE,
    polling: float = 30,
) -> None:
    """Ask again and again until a JavaScript expression, or function of `arg`, is true.

    Args:
        page: that is asked.
        expression: in its language.
        arg: for a function.
        patience: seconds until the test fails.
        polling: milliseconds between two questions.
    """
    deadline = time.monotonic() + patience
    while not page.evaluate(expression, arg):
        if time.monotonic() > deadline:
            pytest.fail(f"Not within {patience} seconds: {expression}")
        page.wait_for_timeout(polling)
