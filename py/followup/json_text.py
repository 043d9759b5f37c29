"""JSON that others may have written, read strictly; and JSON as the page writes it.

Deep nesting ends Pyodide for good, so a text is measured before it is parsed. What the standard
reader lets pass silently is refused, as two programs would differ on it: a name given twice, NaN,
a number without end.
"""

import json
import math
import re
from typing import NoReturn

LARGEST = 262_144
"""Characters and bytes (256 KiB) of anything that is brought in."""

DEEPEST = 32
"""Levels of lists and objects."""

_QUOTED = re.compile(r'"(?:[^"\\]++|\\.?)*+"?', re.DOTALL)
"""From a quotation mark to its end, or to the end of the text. It always matches and never goes
back, or a text of such marks would take a time that grows with the square of its length."""

_NOT_A_BRACKET = re.compile(r"[^\[\]{}]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class StrictError(ValueError):
    """Text that is not read: "large", "deep" or "damaged", in `args[0]`."""


def read_json(text: str) -> object:
    """Return the value that a JSON text stands for.

    Raises:
        StrictError: it is too large or too deep, no JSON, or JSON on which readers differ.
    """
    if not is_small(text):
        raise StrictError("large")
    if not is_shallow(text):
        raise StrictError("deep")
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        raise StrictError("damaged") from error


def write_json(value: object) -> str:
    """Return the value as `JSON.stringify` in the page writes it: tight, in the order given.

    Lone surrogates, which no file can hold, are escaped.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def is_small(text: str) -> bool:
    """Return whether a text is small enough to be looked at, in characters and in bytes."""
    return len(text) <= LARGEST and len(text.encode("utf-8", "surrogatepass")) <= LARGEST


def is_shallow(text: str, deepest: int = DEEPEST) -> bool:
    """Return whether lists and objects in a text are nested no deeper than `deepest`."""
    depth = 0
    for sign in _NOT_A_BRACKET.sub("", _QUOTED.sub("", text)):
        depth += 1 if sign in "[{" else -1
        if depth > deepest:
            return False
    return True


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a name is given twice")
    return fields


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number beyond all numbers")
    return number


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
