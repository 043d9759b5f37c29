"""What is decided for each country, beside what the library and CLDR say, and what comes of it."""

from datetime import date
from functools import cache

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from holidays import country_holidays, list_supported_countries

from followup.dates.closed_days import ClosedDays, move
from followup.dates.regions import Country, read_country
from followup.records.settings import WEEKENDS
from followup.words import WEEKDAYS, WEEKEND_CHOICES
from followup_site.publish.holiday_files import (
    HOLIDAY_YEARS,
    HOLIDAYS,
    MOST_PARTS,
    decided,
    library_weekend,
)

LIBRARY = list_supported_countries(include_aliases=False)
LAST = HOLIDAY_YEARS[1]
DECIDED = {one["country"]: one for one in decided("weekend")}


@cache
def country(code: str) -> Country:
    """Read a country's file as the browser does."""
    return read_country((HOLIDAYS / f"{code}.json").read_text("utf-8"))


@cache
def cldr() -> dict[str, list[int]]:
    """Return the weekend of every country for which Babel has a language, by CLDR's week data."""
    found: dict[str, list[int]] = {}
    for name in locale_identifiers():
        locale = Locale.parse(name)
        if locale.territory:
            first, last = locale.weekend_start, locale.weekend_end
            found[locale.territory] = sorted(
                (first + more) % 7 for more in range((last - first) % 7 + 1)
            )
    return found


def named(days: list[int]) -> list[str]:
    """Return the names of weekdays."""
    return [WEEKDAYS[day] for day in days]


def open_days(code: str, part: str, *days: date) -> list[date]:
    """Return those of the days that are open."""
    here = country(code)
    closed = ClosedDays(here.weekend_of(part), here.holidays_of(part))
    return [day for day in days if closed.reason(day) is None]


# Weekends


@pytest.mark.parametrize("code", sorted(LIBRARY))
def test_every_weekend_on_which_the_sources_differ_is_decided(code: str) -> None:
    """The file has what is decided, else that on which library and CLDR agree. What they said
    when it was decided is what they say now."""
    library, other = library_weekend(code, LAST), cldr().get(code, [5, 6])
    if code in DECIDED:
        one = DECIDED[code]
        assert (one["library"], one["cldr"]) == (named(library), named(other))
        assert named(sorted(country(code).weekend)) == one["days"]
    else:
        assert library == other
        assert sorted(country(code).weekend) == library


def test_every_decision_has_its_reason_and_its_source() -> None:
    """In a sentence or two, and nothing else stands there."""
    assert list(DECIDED) == sorted(DECIDED)
    for one in decided("weekend"):
        assert set(one) == {"country", "days", "library", "cldr", "why", "source"}
        assert set(one["days"]) < set(WEEKDAYS)
        assert one["why"].endswith(".")
        assert one["source"]


@pytest.mark.parametrize(
    ("code", "weekend"),
    [
        ("LY", {4, 5}),
        ("MR", {5, 6}),
        ("SO", {4}),
        ("PS", {4, 5}),
        ("VE", {5, 6}),
        ("NP", {5}),
        ("AF", {4}),
        ("HK", {5, 6}),
        ("BN", {4, 6}),
    ],
)
def test_the_weekend_is_when_offices_are_closed(code: str, weekend: set[int]) -> None:
    """Monday is 0."""
    assert country(code).weekend == weekend
    assert country(code).weekend_of("") == weekend


def test_every_weekend_of_the_data_can_be_chosen() -> None:
    """By hand as well, for an employer in a country that is not chosen."""
    there = {country(code).weekend for code in LIBRARY}
    there |= {weekend for code in LIBRARY for weekend in country(code).weekends.values()}

    assert {frozenset({5}), frozenset({4, 6})} <= there
    assert there <= set(WEEKENDS.values())
    assert list(WEEKEND_CHOICES) == ["country", *WEEKENDS]


# No part chosen


@pytest.mark.parametrize("code", sorted(code for code in LIBRARY if LIBRARY[code]))
def test_without_a_part_what_holds_nationwide_counts(code: str) -> None:
    """The library's own days of the country, and what two of three parts have; nothing else."""
    here = country(code)
    first, last = here.years
    found = country_holidays(code, years=range(first - 1, last + 2))
    own = {day for day in found if first <= day.year <= last}
    parts = [set(here.holidays_of(part)) for part, _ in here.parts]
    share, of = MOST_PARTS
    most = {
        day
        for day in set().union(*parts)
        if of * sum(day in days for days in parts) >= share * len(parts)
    }
    decided_on = {
        day for day in here.holidays_of("") if country_is_decided(code, day) and day not in most
    }

    assert own | most | decided_on == set(here.holidays_of(""))


def country_is_decided(code: str, day: date) -> bool:
    """Return whether the day is one of a category that is decided on for the whole country."""
    return any(
        day in country_holidays(code, years=day.year, categories=(one["category"],))
        for one in decided("closed")
        if one["country"] == code and "parts" not in one
    )


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("US", (date(2027, 2, 15), date(2027, 6, 18), date(2027, 12, 24))),
        ("GB", (date(2027, 3, 29), date(2027, 8, 30))),
        ("CA", (date(2027, 5, 24), date(2027, 10, 11))),
        ("AU", (date(2027, 6, 14),)),
        ("CH", (date(2027, 3, 26),)),
        ("MY", (date(2027, 1, 1),)),
    ],
)
def test_nationwide_days_are_closed_without_a_part(code: str, days: tuple[date, ...]) -> None:
    """A part would tell more, and the country says that it has some."""
    assert open_days(code, "", *days) == []
    assert country(code).lacks_part("")
    assert not country(code).lacks_part(country(code).parts[0][0])


def test_what_few_parts_have_does_not_count_without_one() -> None:
    """Epiphany is closed in three of Germany's parts, and Scotland works on Easter Monday."""
    epiphany, easter_monday = date(2027, 1, 6), date(2027, 3, 29)

    assert open_days("DE", "", epiphany) == [epiphany]
    assert open_days("DE", "BY", epiphany) == []
    assert open_days("GB", "SCT", easter_monday) == [easter_monday]


# Days that the library does not call public


@pytest.mark.parametrize(
    ("code", "part", "days"),
    [
        ("SE", "", (date(2027, 6, 25), date(2027, 12, 24), date(2027, 12, 31))),
        ("HK", "", (date(2027, 3, 26),)),
        ("MO", "", (date(2027, 3, 26), date(2027, 6, 9))),
        ("DE", "BY", (date(2028, 8, 15),)),
        ("DK", "", (date(2027, 12, 24),)),
        ("JP", "", (date(2027, 12, 31),)),
        ("BR", "SP", (date(2027, 2, 8), date(2027, 2, 9))),
        ("CA", "ON", (date(2027, 8, 2),)),
        ("CH", "ZG", (date(2027, 3, 29),)),
        ("TT", "", (date(2027, 2, 8),)),
        ("CR", "", (date(2027, 8, 2),)),
        ("PT", "", (date(2027, 2, 9),)),
    ],
)
def test_days_on_which_offices_close_are_closed(
    code: str, part: str, days: tuple[date, ...]
) -> None:
    """And a plan moves past them."""
    assert open_days(code, part, *days) == []
    here = country(code)
    closed = ClosedDays(here.weekend_of(part), here.holidays_of(part))
    assert move(days[0], closed).day > days[0]


def test_such_a_day_counts_where_it_is_decided_alone() -> None:
    """Half days, and what holds in a few villages, are open days."""
    corpus_christi, ash_wednesday = date(2027, 5, 27), date(2027, 2, 10)

    assert open_days("DE", "SN", corpus_christi) == [corpus_christi]
    assert open_days("DE", "BW", date(2028, 8, 15)) == [date(2028, 8, 15)]
    assert open_days("BR", "SP", ash_wednesday) == [ash_wednesday]
    assert open_days("SE", "", date(2027, 12, 23)) == [date(2027, 12, 23)]


@pytest.mark.parametrize(
    "one", decided("closed"), ids=lambda one: f"{one['country']}-{one['category']}"
)
def test_every_decided_category_adds_days(one: dict[str, str]) -> None:
    """Each with its reason and source; its names are the library's, its parts are there."""
    code = one["country"]
    here = country(code)
    assert set(one) <= {"country", "category", "names", "parts", "why", "source"}
    assert one["why"].endswith(".")
    assert one["source"]
    parts = one.get("parts") or ["", *(part for part, _ in here.parts)]
    added = {
        here.holidays_of(part)[day]
        for part in parts
        for day in here.holidays_of(part)
        if day not in country_holidays(code, subdiv=part or None, years=day.year)
    }
    assert added
    assert set(one.get("names", [])) <= added
