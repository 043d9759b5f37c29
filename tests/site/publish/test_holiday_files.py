"""The files of public holidays: all countries, all parts, small, the same every time."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from holidays import country_holidays, list_supported_countries

from followup.dates.closed_days import ClosedDays, move
from followup.dates.regions import Country, read_countries, read_country
from followup_site.publish import holiday_files
from followup_site.publish.holiday_files import HOLIDAY_YEARS, HOLIDAYS, INDEX

FIRST, LAST = HOLIDAY_YEARS
LIBRARY = list_supported_countries(include_aliases=False)
DECIDED = {one["country"] for one in holiday_files.decided("closed")}
LARGEST = 256 * 1024
MOST_BYTES = 1024 * 1024
"""Of all files together. Nobody fetches them all."""


@cache
def country(code: str) -> Country:
    """Read a country's file as the browser does."""
    return read_country((HOLIDAYS / f"{code}.json").read_text("utf-8"))


def test_every_country_of_the_library_has_a_file() -> None:
    """And there is nothing else but the list of them."""
    names = {path.name for path in HOLIDAYS.iterdir()}

    assert names == {INDEX} | {f"{code}.json" for code in LIBRARY}


def test_making_them_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """In another folder."""
    holiday_files.write_files(tmp_path)

    for path in HOLIDAYS.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_nothing_is_made_when_nothing_has_changed() -> None:
    """The state that was written down after making is the state now."""
    assert holiday_files.is_current()


def test_the_list_agrees_with_the_files() -> None:
    """Same codes, same names, sorted by name; the years are those of the program."""
    text = (HOLIDAYS / INDEX).read_text("utf-8")
    countries = read_countries(text)

    assert [(country(code).code, country(code).name) for code, _ in countries] == list(countries)
    assert json.loads(text)["years"] == [FIRST, LAST]
    names = [name for _, name in countries]
    assert names.index("Åland Islands") < names.index("Albania")
    assert {"United Kingdom", "United States", "Türkiye"} <= set(names)


@pytest.mark.parametrize("code", sorted(LIBRARY))
def test_a_file_says_what_the_library_says(code: str) -> None:
    """The same days in every part, no part left out; and no other but those that are decided on,
    which test_closed_days.py looks at, as at the country without a part."""
    here = country(code)
    first, last = here.years

    def days(part: str | None) -> set[date]:
        found = country_holidays(code, subdiv=part, years=range(first - 1, last + 2))
        return {day for day in found if first <= day.year <= last}

    parts = {part: days(part) for part in LIBRARY[code]}
    assert {part for part, _ in here.parts} == set(parts)
    for part, expected in parts.items():
        assert expected <= set(here.holidays_of(part))
        if code not in DECIDED:
            assert set(here.holidays_of(part)) == expected
    assert days(None) <= set(here.holidays_of(""))
    if code not in DECIDED and not parts:
        assert days(None) == set(here.holidays_of(""))


def test_the_files_are_small() -> None:
    """One is fetched in a moment, and all of them keep the site small."""
    sizes = {path.name: path.stat().st_size for path in HOLIDAYS.iterdir()}

    assert max(sizes.values()) <= LARGEST
    assert sum(sizes.values()) <= MOST_BYTES


def test_all_six_years_are_there_unless_the_library_ends() -> None:
    """Sri Lanka's days follow the moon, and are published a year at a time."""
    short = {code: country(code).years for code in LIBRARY if country(code).years != (FIRST, LAST)}

    assert LAST - FIRST == 5
    assert short == {"LK": (2025, 2026)}


def test_christmas_in_england() -> None:
    """Boxing Day 2026 is a Saturday, and the Monday after is closed in its place."""
    england = country("GB").holidays_of("ENG")
    closed = ClosedDays(country("GB").weekend_of("ENG"), england)

    assert england[date(2026, 12, 25)] == "Christmas Day"
    assert england[date(2026, 12, 26)] == "Boxing Day"
    assert england[date(2026, 12, 28)] == "Boxing Day (observed)"
    assert date(2026, 12, 24) not in england
    assert date(2026, 12, 29) not in england
    assert move(date(2026, 12, 25), closed).day == date(2026, 12, 29)


def test_without_a_part_what_most_parts_share_counts() -> None:
    """Scotland works on Easter Monday, and all the others do not."""
    kingdom = country("GB")
    easter_monday = date(2026, 4, 6)

    assert dict(kingdom.parts) == {
        "ENG": "England",
        "NIR": "Northern Ireland",
        "SCT": "Scotland",
        "WLS": "Wales",
    }
    assert kingdom.holidays_of("")[easter_monday] == "Easter Monday"
    assert easter_monday not in kingdom.holidays_of("SCT")
    assert kingdom.holidays_of("ENG")[easter_monday] == "Easter Monday"
    assert date(2026, 12, 25) in kingdom.holidays_of("")


def test_names_are_english_and_spelled_as_in_the_country() -> None:
    """British English, else the country's own English, else American; never a code for a part."""
    assert country("DE").holidays_of("BY")[date(2026, 10, 3)] == "German Unity Day"
    assert country("CA").holidays_of("QC")[date(2026, 9, 7)] == "Labour Day"
    assert country("AE").holidays_of("")[date(2027, 12, 2)] == "National Day"
    assert dict(country("FR").parts)["971"] == "Guadeloupe"
    assert dict(country("NO").parts)["55"] == "Troms"


def test_weekends_are_the_countrys_or_the_parts() -> None:
    """Monday is 0."""
    assert country("GB").weekend == {5, 6}
    assert country("AE").weekend == {5, 6}
    assert country("EG").weekend == {4, 5}
    assert country("MY").weekend_of("14") == {5, 6}
    assert country("MY").weekend_of("03") == {4, 5}
