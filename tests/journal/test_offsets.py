"""The reader's offsets reach as far as any plan, and cost little."""

from datetime import timedelta

from in_node import answers

from followup.copies.calendar_file import OFFSETS_REACH, ten_o_clock
from followup.dates.civil_date import from_iso
from followup.dates.rules import LIMITS, YEARS_AHEAD

ZONES = {
    "Europe/London": 24,
    "America/New_York": 24,
    "Australia/Lord_Howe": 24,
    "Africa/Casablanca": 20,
    "Asia/Kathmandu": 1,
    "Pacific/Kiritimati": 1,
}
"""And how many offsets there are at least; in Morocco the clock is put back for a month a year."""

NOW = "2026-11-24T12:00:00Z"


def test_they_are_those_of_each_single_day() -> None:
    """Up to the day on which Python says that it does not know; a tenth of the days are looked at."""
    days = OFFSETS_REACH
    questions = [{"zone": zone, "now": NOW, "days": days} for zone in ZONES]
    for zone, (found, daily, looks) in zip(ZONES, answers("offsets_in_javascript.mjs", questions), strict=True):  # fmt: skip
        assert found == daily, zone
        assert len(found) >= ZONES[zone]
        assert looks < days / 4
        offsets = [(from_iso(day), minutes) for day, minutes in found]
        last = offsets[0][0] + timedelta(days=OFFSETS_REACH)
        assert ten_o_clock(last, offsets) == last


def test_a_plan_never_reaches_further() -> None:
    """The latest interview, then the longest waits, twice over for closed days and moves."""
    longest = {name: most for name, (_, most) in LIMITS.items()}
    waits = longest["first_wait"] + longest["grace"] + longest["gap"] * (longest["messages"] + 1)

    assert (YEARS_AHEAD + 1) * 366 + 2 * waits <= OFFSETS_REACH


def test_at_the_end_of_all_years_they_end() -> None:
    """Python knows no later year, and would refuse the whole question."""
    question = {"zone": "Europe/London", "now": "9990-01-01T12:00:00Z", "days": 1}
    ((found, _, _),) = answers("offsets_in_javascript.mjs", [question])

    assert len(found) > 10
    assert all(from_iso(day) for day, _ in found)
