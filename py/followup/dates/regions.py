"""Regions: the public holidays and the weekend of a country and of each of its parts.

The files are made when the site is built (`followup_site.publish.holiday_files`) and fetched only
once a country is chosen. Like everything that is fetched they are checked before they are
believed.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from followup.dates import civil_date
from followup.errors import RegionError
from followup.json_text import is_shallow

COUNTRY_CODE = re.compile(r"[A-Z]{2}", re.ASCII)
FORMAT = 2
"""Number of the files' format. Those of format 1, which names none, have no days of the whole."""

LONGEST_FILE = 256 * 1024
"""Characters of one file that are read; in UTF-8 the files are smaller than this too."""

DEEPEST = 4
"""Brackets within brackets: deeper nesting is not even parsed, as it could end Python for good."""

MOST_PARTS = 200
MOST_NAMES = 4000
LONGEST_NAME = 300
"""Characters. Several holidays on one day are one name: "Ascension Day; Europe Day"."""

LANGUAGE_TAG = re.compile(
    r"[a-z]{2,8}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?-([a-z]{2})(?:-.*)?", re.ASCII | re.IGNORECASE
)
"""Language, extended languages, script, then the region; source: BCP 47 (RFC 5646, section 2.1)."""


@dataclass(frozen=True)
class Country:
    """A country with its parts.

    Attributes:
        code: two letters, as in "GB" (ISO 3166-1).
        years: first and last year that the data cover.
        weekend: numbers of the closed weekdays, Monday is 0.
        parts: code and name of each part, sorted by name.
        common: name of each public holiday that holds in every part.
        whole: name of each other one that counts until a part is chosen: the country's own, and
            those of most parts.
        own: by code of the part, its public holidays that are not common to all.
        weekends: weekend of each part whose weekend is not the country's.
    """

    code: str
    name: str
    years: tuple[int, int]
    weekend: frozenset[int]
    parts: tuple[tuple[str, str], ...]
    common: Mapping[date, str]
    whole: Mapping[date, str]
    own: Mapping[str, Mapping[date, str]]
    weekends: Mapping[str, frozenset[int]]

    def covers(self, day: date) -> bool:
        """Return whether the data say which days of that year are public holidays."""
        first, last = self.years
        return first <= day.year <= last

    def holidays_of(self, part: str) -> Mapping[date, str]:
        """Return the name of each public holiday of a part; "" or a part that is not there: those
        of the country as a whole."""
        own = self.own.get(part, {}) if self.has(part) else self.whole
        return {**self.common, **own}

    def has(self, part: str) -> bool:
        """Return whether it has a part of that code."""
        return part in dict(self.parts)

    def lacks_part(self, part: str) -> bool:
        """Return whether a part is still to choose that would tell more than the whole."""
        return bool(self.own or self.weekends) and not self.has(part)

    def weekend_of(self, part: str) -> frozenset[int]:
        """Return the weekend of a part; "" or a part that is not there: the country's."""
        return self.weekends.get(part, self.weekend)


@lru_cache(maxsize=4)
def read_country(text: str) -> Country:
    """Return the country that a file such as assets/made/holidays/GB.json holds.

    Raises:
        RegionError: it is not such a file.
    """
    fields = _load(text)
    number = _number(fields.get("format", 1), 1, FORMAT)
    years = _years(fields.get("years"))
    names = [_text(name) for name in _list(fields.get("names"), MOST_NAMES)]
    parts = _pairs(fields.get("parts"), MOST_PARTS)
    own = _mapping(fields.get("own"))
    weekends = _mapping(fields.get("weekends"))
    if not (own.keys() | weekends.keys()) <= {code for code, _ in parts}:
        raise RegionError("a part without a name")
    return Country(
        code=_country_code(fields.get("country")),
        name=_text(fields.get("name")),
        years=years,
        weekend=_weekend(fields.get("weekend")),
        parts=parts,
        common=_days(fields.get("common"), names, years),
        whole=_days([] if number == 1 else fields.get("whole"), names, years),
        own={part: _days(days, names, years) for part, days in own.items()},
        weekends={part: _weekend(days) for part, days in weekends.items()},
    )


@lru_cache(maxsize=1)
def read_countries(text: str) -> tuple[tuple[str, str], ...]:
    """Return code and name of every country that has a file, as assets/made/holidays/index.json
    says.

    Raises:
        RegionError: it is not that file.
    """
    fields = _load(text)
    countries = _pairs(fields.get("countries"), MOST_NAMES)
    return tuple((_country_code(code), name) for code, name in countries)


def suggested_country(language: str, codes: Collection[str]) -> str | None:
    """Return the country that the browser's language names, if it is among `codes`.

    Only a region that is written out counts: "en-GB" names one, "de" does not.
    """
    match = LANGUAGE_TAG.fullmatch(language)
    code = match[1].upper() if match else ""
    return code if code in codes else None


def _load(text: str) -> dict[str, object]:
    if len(text) > LONGEST_FILE:
        raise RegionError("longer than any file of public holidays")
    if not is_shallow(text, DEEPEST):
        raise RegionError("nested too deeply")
    try:
        return _mapping(json.loads(text))
    except ValueError as error:
        raise RegionError("not JSON") from error


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise RegionError("not a JSON object")
    return value


def _list(value: object, most: int) -> list[object]:
    if not isinstance(value, list) or len(value) > most:
        raise RegionError("not a list, or too long")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_NAME or not value.isprintable():
        raise RegionError("not a name")
    return value


def _country_code(value: object) -> str:
    code = _text(value)
    if not COUNTRY_CODE.fullmatch(code):
        raise RegionError("not a country's code")
    return code


def _number(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise RegionError("not a number, or out of range")
    return value


def _pair(value: object) -> tuple[object, object]:
    if not isinstance(value, list) or len(value) != 2:
        raise RegionError("not a pair")
    return value[0], value[1]


def _pairs(value: object, most: int) -> tuple[tuple[str, str], ...]:
    """Return codes with names; each code once."""
    pairs = tuple((_text(code), _text(name)) for code, name in map(_pair, _list(value, most)))
    if len(dict(pairs)) < len(pairs):
        raise RegionError("the same code twice")
    return pairs


def _years(value: object) -> tuple[int, int]:
    start, end = _pair(value)
    first = _number(start, date.min.year, date.max.year)
    return first, _number(end, first, date.max.year)


def _weekend(value: object) -> frozenset[int]:
    """Return the days of a weekend. At least one day of the week is open."""
    return frozenset(_number(day, 0, 6) for day in _list(value, 6))


def _days(value: object, names: list[str], years: tuple[int, int]) -> dict[date, str]:
    """Return the name of each day; each is written as [day, place of its name in `names`]."""
    first, last = years
    days = {}
    for text, place in map(_pair, _list(value, 366 * (last - first + 1))):
        day = _day(text)
        if not first <= day.year <= last:
            raise RegionError("a day outside the years")
        days[day] = names[_number(place, 0, len(names) - 1)]
    return days


def _day(value: object) -> date:
    try:
        return civil_date.from_iso(_text(value))
    except ValueError as error:
        raise RegionError("not a day") from error
