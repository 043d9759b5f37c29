"""Values that only the long form of a parametrized test tries (`make test-all`)."""

from typing import Any

import pytest


def in_long_form(*values: object) -> list[Any]:
    """Return each value, or tuple of values, as a parameter that the short form leaves out."""
    return [
        pytest.param(*one, marks=pytest.mark.slow)
        if isinstance(one, tuple)
        else pytest.param(one, marks=pytest.mark.slow)
        for one in values
    ]
