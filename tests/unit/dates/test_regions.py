"""Public holidays of a country and its parts, as read from a file that is not trusted."""

import json
from datetime import date

import pytest

from followup.dates.regions import LONGEST_FILE, read_countries, read_country, suggested_country
from followup.errors import RegionError

FILE: dict[str, object] = {
    "format": 2,
    "country": "GB",
    "name": "United Kingdom",
    "years": [2025, 2030],
    "weekend": [5, 6],
    "weekends": {"SCT": [6]},
    "parts": [["ENG", "England"], ["SCT", "Scotland"]],
    "names": ["Christmas Day", "Easter Monday", "Yule", "Boxing Day (observed)"],
    "common": [["2026-12-25", 0]],
    "whole": [["2026-12-28", 3]],
    "own": {"ENG": [["2026-04-06", 1]], "SCT": [["2026-12-25", 2]]},
}
CHRISTMAS = date(2026, 12, 25)
EASTER_MONDAY = date(2026, 4, 6)
OBSERVED = date(2026, 12, 28)


def text(**changes: object) -> str:
    """Return the file with some fields changed."""
    return json.dumps(FILE | changes)


def test_a_country_is_read() -> None:
    """With its years, its weekend and its parts."""
    country = read_country(text())

    assert (country.code, country.name) == ("GB", "United Kingdom")
    assert country.years == (2025, 2030)
    assert country.weekend == {5, 6}
    assert country.parts == (("ENG", "England"), ("SCT", "Scotland"))


def test_a_part_has_what_is_common_and_its_own() -> None:
    """A name of its own goes before the common one."""
    country = read_country(text())

    assert country.holidays_of("") == {
        CHRISTMAS: "Christmas Day",
        OBSERVED: "Boxing Day (observed)",
    }
    assert country.holidays_of("ENG") == {
        CHRISTMAS: "Christmas Day",
        EASTER_MONDAY: "Easter Monday",
    }
    assert country.holidays_of("SCT") == {CHRISTMAS: "Yule"}
    assert country.holidays_of("gone") == country.holidays_of("")


def test_a_part_that_would_tell_more_is_missed() -> None:
    """Not where there is none to choose, or one is chosen."""
    country = read_country(text())

    assert country.lacks_part("")
    assert country.lacks_part("gone")
    assert not country.lacks_part("ENG")
    assert not read_country(text(own={}, weekends={})).lacks_part("")
    assert not read_country(text(own={}, weekends={}, parts=[])).lacks_part("")


def test_a_file_of_the_format_before_is_read() -> None:
    """A copy kept for use without a network. Without a part it has what all parts share."""
    fields = {name: value for name, value in FILE.items() if name not in ("format", "whole")}
    country = read_country(json.dumps(fields))

    assert country.holidays_of("") == {CHRISTMAS: "Christmas Day"}
    assert country.holidays_of("ENG")[EASTER_MONDAY] == "Easter Monday"


def test_a_part_may_have_another_weekend() -> None:
    """Else it has the country's."""
    country = read_country(text())

    assert country.weekend_of("SCT") == {6}
    assert (
        country.weekend_of("ENG") == country.weekend_of("") == country.weekend_of("gone") == {5, 6}
    )


def test_the_years_say_which_days_are_covered() -> None:
    """From the first day of the first to the last day of the last."""
    country = read_country(text())

    assert country.covers(date(2025, 1, 1))
    assert country.covers(date(2030, 12, 31))
    assert not country.covers(date(2024, 12, 31))
    assert not country.covers(date(2031, 1, 1))


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 0},
        {"format": 3},
        {"format": "2"},
        {"format": None},
        {"whole": None},
        {"whole": [["2026-12-28", 4]]},
        {"country": "gb"},
        {"country": "GBR"},
        {"country": None},
        {"name": ""},
        {"name": "x" * 301},
        {"name": "United\u0000Kingdom"},
        {"name": ["United Kingdom"]},
        {"years": [2030, 2025]},
        {"years": [2025]},
        {"years": [2025.0, 2030]},
        {"years": [0, 2030]},
        {"years": [2025, 10_000]},
        {"years": "25"},
        {"weekend": [7]},
        {"weekend": [True]},
        {"weekend": [0, 1, 2, 3, 4, 5, 6]},
        {"weekend": None},
        {"weekends": []},
        {"weekends": {"WLS": [6]}},
        {"parts": {"ENG": "England"}},
        {"parts": [["ENG", "England"], ["SCT", "Scotland"], ["ENG", "England"]]},
        {"parts": [["ENG"], ["SCT", "Scotland"]]},
        {"parts": ["EN", ["SCT", "Scotland"]]},
        {"parts": []},
        {"parts": [[f"P{number}", "Part"] for number in range(201)], "own": {}, "weekends": {}},
        {"names": [5, "Easter Monday", "Yule", "Boxing Day (observed)"]},
        {"names": []},
        {"names": ["Day"] * 4001},
        {"common": [["2026-12-25", 4]]},
        {"common": [["2026-12-25", -1]]},
        {"common": [["2026-12-25", False]]},
        {"common": [["2026-12-25"]]},
        {"common": [["2026-02-30", 0]]},
        {"common": [["20261225", 0]]},
        {"common": [["2026-W52-5", 0]]},
        {"common": [["2031-01-01", 0]]},
        {"common": [["2024-12-31", 0]]},
        {"common": [[20261225, 0]]},
        {"common": [["2026-12-25", 0]] * 2197},
        {"common": None},
        {"own": {"ENG": {}}},
        {"own": {"WLS": []}},
        {"own": [["ENG", []]]},
    ],
)
def test_a_file_of_another_shape_is_refused(changes: dict[str, object]) -> None:
    """As a whole: half a country would give wrong dates."""
    with pytest.raises(RegionError):
        read_country(text(**changes))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<!doctype html><title>Sign in to the network</title>",
        text()[:-1],
        "[]",
        "null",
        "{}",
        '"x"',
        "[" * 200_000,
        '{"a":' * 5 + "1" + "}" * 5,
        '["]",' * 40_000,
        '{"a":"]]]]]","b":[[[[[1]]]]]}',
        text() + " " * LONGEST_FILE,
    ],
)
def test_a_text_that_is_no_such_file_is_refused(content: str) -> None:
    """What a network may send in place of a file, and what would be too deep or too long."""
    with pytest.raises(RegionError):
        read_country(content)
    with pytest.raises(RegionError):
        read_countries(content)


def test_the_list_of_countries_is_read() -> None:
    """In the order of the file."""
    content = {"years": [2025, 2030], "countries": [["AF", "Afghanistan"], ["AX", "Åland Islands"]]}

    assert read_countries(json.dumps(content)) == (("AF", "Afghanistan"), ("AX", "Åland Islands"))


@pytest.mark.parametrize(
    "countries",
    [None, {}, [["AF"]], [["../x", "X"]], [["AF", 5]], [["AF", "A"], ["AF", "B"]], [["AF", ""]]],
)
def test_a_list_of_another_shape_is_refused(countries: object) -> None:
    """A code becomes part of a file's name, so it must be two letters."""
    with pytest.raises(RegionError):
        read_countries(json.dumps({"countries": countries}))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", "GB"),
        ("EN-gb", "GB"),
        ("zh-Hant-TW", "TW"),
        ("zh-cmn-Hant-TW", "TW"),
        ("de-CH-1996", "CH"),
        ("en-GB-u-ca-gregory", "GB"),
        ("en", None),
        ("de", None),
        ("zh-Hant", None),
        ("es-419", None),
        ("en-XX", None),
        ("en-u-rg-gbzzzz", None),
        ("x-GB", None),
        ("en_GB", None),
        ("en-GB\n", None),
        ("", None),
    ],
)
def test_a_language_suggests_a_country_only_if_it_names_one(
    language: str, expected: str | None
) -> None:
    """German is spoken in more than one country, so "de" suggests none."""
    assert suggested_country(language, {"GB", "TW", "CH", "DE"}) == expected
