"""Reads what a page says about itself above its text: when it was reviewed, and its sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml  # type: ignore[import-untyped] # without types

from followup.errors import GuideError

RULE = "---"
"""The line above and below the front matter."""

REVIEW_MONTHS = 12
"""After how many months a page must be reviewed again, unless it says otherwise."""


CHECKED = re.compile(r"(?P<where>live|stored) (?P<day>\d{4}-\d{2}-\d{2})")
"""How a page says where a source was read, and on which day."""

NOT_CHECKED = "no"


@dataclass(frozen=True)
class Reading:
    """What was read of a source.

    Attributes:
        where: "live" if someone opened the page itself and compared it with what we say;
            "stored" if the part that we cite was seen in a stored copy of it.
        day: on which that was.
    """

    where: str
    day: date


@dataclass(frozen=True)
class PageSource:
    """A page elsewhere on which a page of the guide rests.

    Attributes:
        name: who says it, as in "University of Virginia, US".
        address: without its scheme, as in "career.virginia.edu/interviewing".
        checked: what was read of it; None if nobody has read it yet.
    """

    name: str
    address: str
    checked: Reading | None


@dataclass(frozen=True)
class FrontMatter:
    """What a page says about itself.

    Attributes:
        description: one sentence for search engines.
        reviewed: the day of the last review.
        review_months: months until the next one; fewer where the page is about law.
        sources: in the order in which they are shown.
    """

    description: str
    reviewed: date
    review_months: int
    sources: tuple[PageSource, ...]


def read_front_matter(page: Path) -> FrontMatter:
    """Return the front matter of a page.

    Raises:
        GuideError: it is missing or not of its form, with file and remedy.
    """
    lines = page.read_text("utf-8").splitlines()
    try:
        head = lines[1 : body_start(lines) - 1]
        _check_readings(page, head)
        # Every value stays as typed: otherwise YAML reads “no” as false, and a day as a date.
        fields = yaml.load("\n".join(head), yaml.BaseLoader)  # noqa: S506 (it makes only texts)
        return FrontMatter(
            description=fields["description"],
            reviewed=date.fromisoformat(fields["last_reviewed"]),
            review_months=int(fields.get("review_months", REVIEW_MONTHS)),
            sources=tuple(_source(one) for one in fields.get("sources", ())),
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise GuideError(
            f"{page}: the lines between the two --- are not of their form ({error!r}). "
            "Compare them with docs/about/editing.md."
        ) from error


def body_start(lines: list[str]) -> int:
    """Return the index of the first of a page's lines after the front matter.

    Raises:
        ValueError: the front matter has no end.
    """
    return lines.index(RULE, 1) + 1 if lines[:1] == [RULE] else 0


def _check_readings(page: Path, head: Sequence[str]) -> None:
    """Raise if a line does not say how a source was read, with the line and the remedy."""
    for number, line in enumerate(head, 2):
        key, _, value = line.strip().partition(": ")
        if key.rstrip(":") != "checked":
            continue
        try:
            _reading(value)
        except ValueError as error:
            raise GuideError(
                f"{page}:{number}: “{line.strip()}” does not say how the source was read. Write "
                "“checked: live” and the day, as in 2026-12-01, if you read the live page; "
                "“checked: stored” and the day if you saw a stored copy; or “checked: no”."
            ) from error


def _source(fields: dict[str, str]) -> PageSource:
    return PageSource(fields["name"], fields["address"], _reading(fields["checked"]))


def _reading(text: str) -> Reading | None:
    """Return what was read of a source, from its line.

    Raises:
        ValueError: it is not of its form.
    """
    if text == NOT_CHECKED:
        return None
    found = CHECKED.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not “live” or “stored” and a day, nor “no”")
    return Reading(found["where"], date.fromisoformat(found["day"]))
