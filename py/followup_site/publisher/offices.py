"""Reads what a publisher's own copy says of careers offices: a small file each, by its name.

The project itself never contains one. Each becomes a file that the page asks for at each visit.
"""

import tomllib
from pathlib import Path
from typing import Any

from followup.errors import LinkError
from followup.records.office import (
    ANCHORS,
    CHANNELS,
    LONGEST_CONTACT,
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_WEB,
    MOST_DAYS,
    MOST_STEPS,
    NAME,
    NUMBERS,
    OfficeProfile,
    check_profile,
    own_profile,
    profile_file,
    write_kept,
)
from followup.records.record import LONGEST_TEXT
from followup_site.publisher.values import PublisherError
from followup_site.tools.made_files import write_if_new

FOLDER = "offices"
"""Below the documents' folder. Whoever publishes a copy writes the files in it."""

TEXTS = ("name", "contact", "web", "country", "part", "first", "thanks")
STEP_KEYS = ("id", "label", "days", "before", "after")

REMEDIES = {
    "name": f"Write the office's name, of at most {LONGEST_NAME} characters.",
    "contact": f"Write one line of at most {LONGEST_CONTACT} characters, or leave it out.",
    "web": f"Write an address that begins with https://, of at most {LONGEST_WEB} characters.",
    "country": 'Write the two capital letters of a country, such as "GB".',
    "part": 'Write the code of a part of the country, such as "ENG".',
    "first": f"Write one of {', '.join(CHANNELS)}.",
    "thanks": 'Write "yes" or "no".',
    **{
        name: f"Write a whole number from {least} to {most}."
        for name, (least, most) in NUMBERS.items()
    },
}
"""What to write, by the value that is wrong."""

STEP_REMEDY = (
    f"Write at most {MOST_STEPS} steps, each with an id of its own (1 to 16 small letters and "
    f"digits), a label of at most {LONGEST_LABEL} characters and, if it has a day, days (0 to "
    f"{MOST_DAYS}) before or after the “interview”, the “decision” or the “outcome”."
)


def read_offices(docs: Path) -> dict[str, OfficeProfile]:
    """Return each profile by its name.

    Args:
        docs: the documents' folder.

    Raises:
        PublisherError: a file says something that cannot be; with file, value and remedy.
    """
    return {path.stem: _read(path) for path in sorted((docs / FOLDER).glob("*.toml"))}


def write_offices(offices: dict[str, OfficeProfile], made: Path) -> None:
    """Write the files that pages ask for, and take away those of offices that are gone."""
    texts = {made / profile_file(name): own_profile(one) for name, one in offices.items()}
    for path, text in texts.items():
        write_if_new(path, text)
    for path in (made / FOLDER).glob("*"):
        if path not in texts:
            path.unlink()


def _read(path: Path) -> OfficeProfile:
    where = f"docs/{FOLDER}/{path.name}"
    if not NAME.fullmatch(path.stem):
        raise PublisherError(
            f"{where}: a link cannot have that name in it. Call the file by 1 to 30 small letters, "
            "digits and hyphens, a letter first."
        )
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PublisherError(
            f"{where} cannot be read: {error}. Write each value as a line, texts in straight "
            'quotation marks: name = "Careers Office".'
        ) from error
    try:
        profile = check_profile(_as_in_links(values, where))
    except LinkError as error:
        raise _wrong(where, _field_of(error)) from error
    if len(write_kept(path.stem, profile)) > LONGEST_TEXT:
        raise PublisherError(
            f"{where} says too much to be kept in a browser. Shorten the labels of its steps, or "
            "take a step out."
        )
    return profile


def _as_in_links(values: dict[str, Any], where: str) -> dict[str, object]:
    """Return the values of a file as a link has them."""
    known = (*TEXTS, *NUMBERS, "asks-shared", "steps")
    for key, value in values.items():
        if key not in known:
            raise PublisherError(
                f"{where}: there is no value “{key}”. There are {', '.join(known)}."
            )
        if key == "asks-shared" and not isinstance(value, bool):
            raise PublisherError(f"{where}: “{key}” cannot be that. Write true or false.")
    steps = values.get("steps", [])
    if not isinstance(steps, list):
        raise _wrong(where, "steps")
    return {
        **{key: values[key] for key in (*TEXTS, "asks-shared") if key in values},
        "numbers": {name: values[name] for name in NUMBERS if name in values},
        "steps": [_step(one, where) for one in steps],
    }


def _step(step: object, where: str) -> list[object]:
    if not isinstance(step, dict) or not step.keys() <= set(STEP_KEYS):
        raise _wrong(where, "steps")
    ways = [way for way in ("before", "after") if way in step]
    days = step.get("days", 0)
    is_dated = len(ways) == 1 and step[ways[0]] in ANCHORS[1:] and type(days) is int and days >= 0
    if not is_dated and (ways or "days" in step):
        raise _wrong(where, "steps")
    anchor = step[ways[0]] if ways else ""
    return [step.get("id"), step.get("label"), anchor, -days if ways == ["before"] else days]


def _field_of(error: LinkError) -> str:
    return next((name for name in REMEDIES if f"{name!r}" in str(error)), "steps")


def _wrong(where: str, field: str) -> PublisherError:
    remedy = REMEDIES.get(field, STEP_REMEDY)
    return PublisherError(f"{where}: “{field}” cannot be what stands there. {remedy}")
