"""Whatever the clock of a device shows, the page and Python take the same day for today; and the page
knows the day before it.
"""

from datetime import date, timedelta

import pytest
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


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        # Clocks go forward at 1, back at 2; forward and back at midnight; and by half an hour.
        ("Europe/London", date(2026, 3, 29)),
        ("Europe/London", date(2026, 10, 25)),
        ("America/Havana", date(2026, 3, 8)),
        ("America/Havana", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Pacific/Kiritimati", date(2027, 1, 1)),
        ("Asia/Kolkata", date(2028, 3, 1)),
    ],
)
@pytest.mark.parametrize("time", ["00:00:30", "01:30:00", "12:00:00", "23:59:30"])
def test_yesterday_is_the_day_before_at_any_hour(zone: str, day: date, time: str) -> None:
    """Also in a night that is an hour shorter or longer than others, and on the day after it."""
    for today in (day, day + timedelta(days=1)):
        moment = {"zone": zone, "time": f"{today.isoformat()}T{time}"}
        ((local, before),) = answers("day_before_in_javascript.mjs", [moment])

        assert date.fromisoformat(before) == date.fromisoformat(local) - timedelta(days=1)
