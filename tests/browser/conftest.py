"""What the tests of this folder are given: a real browser and a reader who uses it."""

from real_browser import (
    _address,
    _browser,
    _context,
    _launch_options,
    _playwright,
    _reader,
    _site,
)

__all__ = [
    "_address",
    "_browser",
    "_context",
    "_launch_options",
    "_playwright",
    "_reader",
    "_site",
]
