"""Our public holidays and those of an independent package agree, or the difference is explained."""

import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from followup.dates.regions import read_country
from followup_site.publish.holiday_files import HOLIDAY_YEARS, HOLIDAYS
from followup_site.tools.node import run_node

HERE = Path(__file__).parent
DIFFERENCES = tomllib.loads(
    (HERE.parents[1] / "cases" / "holiday-differences.toml").read_text("utf-8")
)["difference"]
REGIONS = ("GB-ENG", "GB-SCT", "US", "IN", "DE-BY", "AE", "CA-QC", "AU-NSW")
SIDES = ("ours", "theirs")


@cache
def theirs() -> dict[str, set[date]]:
    """Return the days of the npm package `date-holidays`, by region."""
    said = run_node(HERE / "independent_holidays.mjs", *HOLIDAY_YEARS, *REGIONS)
    return {region: set(map(date.fromisoformat, days)) for region, days in json.loads(said).items()}


def ours(region: str) -> set[date]:
    """Return the days of our files."""
    country, _, part = region.partition("-")
    return set(read_country((HOLIDAYS / f"{country}.json").read_text("utf-8")).holidays_of(part))


def listed(region: str, side: str) -> list[date]:
    """Return the days that are listed as had by one side alone."""
    return [day for one in DIFFERENCES if one["region"] == region for day in one.get(side, [])]


@pytest.mark.parametrize("region", REGIONS)
def test_they_differ_only_where_it_is_listed(region: str) -> None:
    """Nothing unlisted, and nothing listed that is no longer so."""
    here, there = ours(region), theirs()[region]

    assert here & there
    assert sorted(here - there) == sorted(listed(region, "ours"))
    assert sorted(there - here) == sorted(listed(region, "theirs"))


def test_every_difference_has_its_cause() -> None:
    """A region that is compared, days, one sentence at least, and where to look."""
    for one in DIFFERENCES:
        assert one["region"] in REGIONS
        assert any(one.get(side) for side in SIDES)
        assert one["cause"].endswith(".")
        assert one["source"]
        assert set(one) <= {"region", "holiday", "cause", "source", *SIDES}
