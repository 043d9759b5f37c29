"""Makes the files of public holidays: one for each country of the library, and a list of them.

Run as `python -m followup_site.publish.holiday_files`; it does nothing when nothing has changed.
The same sources and versions give the same bytes. `followup.dates.regions` reads the files, in
the browser too; what it would refuse is never published. Where the library's days are not those on
which offices close, the folder closed_days says which are, with a source for each.
"""

import json
import sys
import tempfile
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale
from holidays import HolidayBase, country_holidays, list_supported_countries

from followup.dates.regions import FORMAT, read_countries, read_country
from followup.errors import RegionError
from followup.words import WEEKDAYS
from followup_site.runtime.pack import BUILD, DOCS, ROOT
from followup_site.tools.made_files import digest, is_noted, note, publish

HOLIDAY_YEARS = (2025, 2030)
"""First and last year of the files. Written here and nowhere else, and never taken from the clock,
so that a commit always builds the same bytes. A reader may enter days from 2 years ago to 3 years
ahead: in 2027 these six years are all of them. Move it on once a year, with the library."""

HOLIDAYS = DOCS / "assets" / "made" / "holidays"
INDEX = "index.json"
STAMP = BUILD / "holidays.json"

DECISIONS = Path(__file__).with_name("closed_days")
"""What is decided for each country: its weekend, and days that the library calls by another
category than public."""

MOST_PARTS = (2, 3)
"""Without a part a day counts that the country itself has, or this share of its parts. So Easter
Monday counts in the United Kingdom, where three of four parts have it, and Reformation Day does not
in Germany, where nine of sixteen have it."""

PART_NAMES = {
    # As they are known; the library begins with a transcription.
    "AM": {
        "AG": "Aragatsotn",
        "GR": "Gegharkunik",
        "KT": "Kotayk",
        "LO": "Lori",
        "SH": "Shirak",
        "SU": "Syunik",
        "TV": "Tavush",
        "VD": "Vayots Dzor",
    },
    # In Norwegian; the library begins with Sámi and Kven.
    "NO": {"50": "Trøndelag", "55": "Troms", "56": "Finnmark"},
}
"""Names of parts where the first of the library's own is not the best known."""


def main() -> None:
    """Bring the files up to date."""
    if is_current():
        return
    print("Making the files of public holidays ...", flush=True)
    BUILD.mkdir(exist_ok=True)
    inputs = _inputs()
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="holidays-") as folder:
        try:
            write_files(Path(folder))
        except RegionError as error:
            sys.exit(f"The files of public holidays were not made.\n{error}")
        publish(Path(folder), HOLIDAYS)
    note(STAMP, {"inputs": inputs, "outputs": _outputs()})


def is_current() -> bool:
    """Return whether the files are those that the sources give."""
    return is_noted(STAMP, {"inputs": _inputs(), "outputs": _outputs()})


def write_files(folder: Path) -> None:
    """Write all files into a folder.

    Raises:
        RegionError: the browser could not read one.
    """
    names = country_names()
    for code, name in names.items():
        _write(folder / f"{code}.json", country_file(code, name), read_country)
    index = _json({"years": HOLIDAY_YEARS, "countries": _by_name(names)})
    _write(folder / INDEX, index, read_countries)


def country_names() -> dict[str, str]:
    """Return the British name of every country that the library has, by its code."""
    british = Locale.parse("en_GB").territories
    return {code: british[code] for code in sorted(list_supported_countries(include_aliases=False))}


def country_file(code: str, name: str) -> str:
    """Return a country's file.

    What holds in every part is written once; a part has the days that it does not share, and those
    that go by another name there. The country as a whole has what counts until a part is chosen.
    """
    whole = country_holidays(code)
    years = (max(HOLIDAY_YEARS[0], whole.start_year), min(HOLIDAY_YEARS[1], whole.end_year))
    parts = {part: _closed(code, years, part) for part in sorted(whole.subdivisions)}
    everywhere = _counted(_closed(code, years), list(parts.values()))
    common = {
        day: label
        for day, label in everywhere.items()
        if all(day in days for days in parts.values())
    }
    alone = dict(item for item in everywhere.items() if item not in common.items())
    own = {
        part: dict(item for item in days.items() if item not in common.items())
        for part, days in parts.items()
    }
    numbers = _numbers([common, alone, *own.values()])
    weekends = {part: _weekend(code, years[1], part) for part in parts}
    weekend = _weekend(code, years[1])
    return _json(
        {
            "format": FORMAT,
            "country": code,
            "name": name,
            "years": years,
            "weekend": weekend,
            "weekends": {part: days for part, days in weekends.items() if days != weekend},
            "parts": _by_name(_part_names(whole)),
            "names": list(numbers),
            "common": _rows(common, numbers),
            "whole": _rows(alone, numbers),
            "own": {part: _rows(days, numbers) for part, days in own.items() if days},
        }
    )


def decided(table: str) -> list[dict[str, Any]]:
    """Return a table of decisions, "weekend" or "closed". See the files for what stands in one."""
    names = {"weekend": "weekends.toml", "closed": "categories.toml"}
    return _tables(names[table])[table]


@cache
def _tables(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((DECISIONS / name).read_text("utf-8"))


def _counted(own: dict[date, str], parts: list[dict[date, str]]) -> dict[date, str]:
    """Return the days that count for a country without a part: its own, and those of most parts,
    by the name that most of them have for it."""
    labels: dict[date, Counter[str]] = {}
    for days in parts:
        for day, label in days.items():
            labels.setdefault(day, Counter())[label] += 1
    share, of = MOST_PARTS
    most = {
        day: found.most_common(1)[0][0]
        for day, found in labels.items()
        if found.total() * of >= len(parts) * share
    }
    both = most | own
    return {day: both[day] for day in sorted(both)}


def _closed(code: str, years: tuple[int, int], part: str | None = None) -> dict[date, str]:
    """Return the days on which offices are closed in a country or in one of its parts: public
    holidays, and those of other categories that are decided on."""
    days = _holidays(code, years, part, "public")
    for one in decided("closed"):
        if one["country"] != code or (part or "") not in one.get("parts", [part or ""]):
            continue
        for day, label in _holidays(code, years, part, one["category"]).items():
            if label in one.get("names", [label]):
                days.setdefault(day, label)
    return {day: days[day] for day in sorted(days)}


def _holidays(
    code: str, years: tuple[int, int], part: str | None, category: str
) -> dict[date, str]:
    """Return the holidays of a category, with those in lieu, of a country or of one of its parts.

    One more year on each side, since a holiday in lieu may lie in another year than its own.
    """
    first, last = years
    found = country_holidays(
        code,
        subdiv=part,
        years=range(first - 1, last + 2),
        categories=(category,),
        language=_language(code),
    )
    return {day: found[day] for day in sorted(found) if first <= day.year <= last}


def _language(code: str) -> str | None:
    """Return the library's name of British English for a country, else of the country's own
    English, which spells alike, else of American; None where it has one language only."""
    wanted = ("en_GB", f"en_{code}", "en_US")
    has = country_holidays(code).supported_languages
    return next((language for language in wanted if language in has), None)


def _weekend(code: str, year: int, part: str | None = None) -> list[int]:
    """Return the weekdays, Monday is 0, that are weekend: as decided for the country, else as the
    library has them on the last seven days of a year."""
    for one in decided("weekend"):
        if one["country"] == code:
            return sorted(map(WEEKDAYS.index, one["days"]))
    return library_weekend(code, year, part)


def library_weekend(code: str, year: int, part: str | None = None) -> list[int]:
    """Return the weekdays, Monday is 0, that the library has as weekend at the end of a year."""
    found = country_holidays(code, subdiv=part)
    week = [date(year, 12, day) for day in range(25, 32)]
    return sorted(day.weekday() for day in week if found.is_weekend(day))


def _part_names(country: HolidayBase) -> dict[str, str]:
    """Return the name of each part: the first that is no abbreviation. Those without any name
    have one for a code, as in "South Canterbury"."""
    aliases = country.get_subdivision_aliases()
    known = PART_NAMES.get(country.country, {})
    return {
        part: known.get(part) or next((name for name in names if not name.isupper()), part)
        for part, names in aliases.items()
    }


def _by_name(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return codes and names, sorted by name as in an English list: Åland comes before Albania."""
    return sorted(names.items(), key=lambda item: (_plain(item[1]), item))


def _plain(name: str) -> str:
    """Return the name in small letters without accents."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def _numbers(calendars: Iterable[Mapping[date, str]]) -> dict[str, int]:
    """Return a number for each name of a holiday, in the order in which they come."""
    names = (name for calendar in calendars for name in calendar.values())
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _rows(calendar: Mapping[date, str], numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(day.isoformat(), numbers[name]) for day, name in calendar.items()]


def _write(path: Path, text: str, read: Callable[[str], object]) -> None:
    """Write a file that the browser can read."""
    try:
        read(text)
    except RegionError as error:
        raise RegionError(f"{path.name} would be refused: {error}.") from error
    path.write_text(text, "utf-8")


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _inputs() -> dict[str, str]:
    """Return what the files depend on: the library's version, Babel's, and this program."""
    versions = {name: version(name) for name in ("holidays", "babel")}
    return {**versions, "program": digest([Path(__file__), *DECISIONS.glob("*.toml")], ROOT)}


def _outputs() -> str:
    """Return a hash of what came out, so that a file that is missing or changed is noticed."""
    return digest(HOLIDAYS.glob("*"), ROOT)


if __name__ == "__main__":
    main()
