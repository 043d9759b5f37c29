"""Whatever the clock of a device shows, the page and Python take the same day for today."""

from in_node import answers

from followup.dates import civil_date
from followup.dates.rules import EARLIEST, LATEST

CLOCKS: dict[str, tuple[int, int, int]] = {
    "0001-01-01": (1, 0, 1),
    "1970-01-01": (1970, 0, 1),
    "1999-12-31": (1999, 11, 31),
    "2000-01-01": (2000, 0, 1),
    "2026-11-24": (2026, 10, 24),
    "2028-02-29": (2028, 1, 29),
    "2199-12-31": (2199, 11, 31),
    "2200-01-01": (2200, 0, 1),
    "9999-12-31": (9999, 11, 31),
}
"""What Python would be told without bounds, and the clock in JavaScript's way."""

BEYOND = ((12026, 0, 1), (275760, 8, 1))
"""Years with more digits than Python takes."""


def test_page_and_python_have_the_same_bounds() -> None:
    """The page hands on a day within them, which Python leaves as it is."""
    in_page = answers("day_in_javascript.mjs", CLOCKS.values())

    assert in_page == [civil_date.from_clock(day).isoformat() for day in CLOCKS]


def test_a_clock_beyond_all_calendars_gives_a_day() -> None:
    """Five digits, before our era, or a clock that shows nothing."""
    in_page = answers("day_in_javascript.mjs", [*BEYOND, (-44, 2, 15), None])

    assert in_page == [LATEST.isoformat()] * 2 + [EARLIEST.isoformat()] * 2
