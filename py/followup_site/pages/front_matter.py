"""Reads what a page says about itself above its text: when it was reviewed, and its sources."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped] # without types

from followup.errors import GuideError

RULE = "---"
"""The line above and below the front matter."""

REVIEW_MONTHS = 12
"""After how many months a page must be reviewed again, unless it says otherwise."""

HELP = "docs/about/editing.md shows how these lines are written."

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


@dataclass(frozen=True)
class Head:
    """The lines above a page as they are written.

    Attributes:
        name: what to call the page in a message, as in "docs/guide/prepare.md".
        lines: those between the two rules.
        fields: what stands there by its name, every value as typed.
    """

    name: str
    lines: tuple[str, ...]
    fields: Mapping[str, Any]

    def where(self, key: str) -> str:
        """Return file and line of a field; the file alone if it is not there."""
        numbers = (at for at, line in enumerate(self.lines, 2) if line.startswith(f"{key}:"))
        line = next(numbers, None)
        return f"{self.name}:{line}" if line else self.name


def read_head(lines: Sequence[str], name: str) -> Head:
    """Return the lines above a page.

    Raises:
        GuideError: there are none, they have no end or are not of their form.
    """
    if lines[:1] != [RULE]:
        raise GuideError(f"{name}:1: a page begins with “{RULE}”. Put lines above it. {HELP}")
    head = lines[1 : body_start(lines, name) - 1]
    try:
        # Every value stays as typed: otherwise YAML reads “no” as false, and a day as a date.
        fields = yaml.load("\n".join(head), yaml.BaseLoader)  # noqa: S506 (it makes only texts)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{name}:{mark.line + 2}" if mark else name
        raise GuideError(
            f"{place}: this line is not of its form ({error.problem}). Put a text that holds “: ” "
            f"or “ #” in straight quotation marks. {HELP}"
        ) from error
    if not isinstance(fields, dict):
        raise GuideError(
            f"{name}: the lines between the two --- are no list of names, each with its value, "
            f"like “last_reviewed: 2026-12-01”. {HELP}"
        )
    return Head(name, tuple(head), fields)


def read_front_matter(page: Path, name: str = "") -> FrontMatter:
    """Return the front matter of a page.

    Args:
        page: its file.
        name: what to call it in a message; its path if empty.

    Raises:
        GuideError: it is missing or not of its form, with file and remedy.
    """
    head = read_head(page.read_text("utf-8").splitlines(), name or str(page))
    _check_readings(head)
    return FrontMatter(
        description=_text(head, "description", "description: One sentence for search engines."),
        reviewed=_reviewed(head),
        review_months=_months(head),
        sources=_sources(head),
    )


def body_start(lines: Sequence[str], name: str = "page") -> int:
    """Return the index of the first of a page's lines after the front matter.

    Raises:
        GuideError: the front matter has no end.
    """
    if lines[:1] != [RULE]:
        return 0
    if RULE not in lines[1:]:
        raise GuideError(
            f"{name}:1: the lines above the page have no end. Add “{RULE}” below them."
        )
    return lines.index(RULE, 1) + 1


def _text(head: Head, key: str, example: str) -> str:
    """Return the text of a field that every page has."""
    text = head.fields.get(key)
    if not isinstance(text, str) or not text:
        raise GuideError(
            f"{head.where(key)}: there is no “{key}” above this page. "
            f"Between its two --- add a line like “{example}”."
        )
    return text


def _reviewed(head: Head) -> date:
    text = _text(head, "last_reviewed", "last_reviewed: 2026-12-01")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise GuideError(
            f"{head.where('last_reviewed')}: “{text}” is no day. Write it like 2026-12-01."
        ) from error


def _months(head: Head) -> int:
    text = head.fields.get("review_months", str(REVIEW_MONTHS))
    if not isinstance(text, str) or not text.isdecimal():
        raise GuideError(
            f"{head.where('review_months')}: “{text}” is no number of months. "
            "Write it like “review_months: 6”."
        )
    return int(text)


def _sources(head: Head) -> tuple[PageSource, ...]:
    try:
        return tuple(_source(one) for one in head.fields.get("sources", ()))
    except (KeyError, TypeError) as error:
        raise GuideError(
            f"{head.where('sources')}: a source has not all of its lines. "
            f"Each has “name”, “address” and “checked”. {HELP}"
        ) from error


def _check_readings(head: Head) -> None:
    """Raise if a line does not say how a source was read, with the line and the remedy."""
    for number, line in enumerate(head.lines, 2):
        key, _, value = line.strip().partition(": ")
        if key.rstrip(":") != "checked":
            continue
        try:
            _reading(value)
        except ValueError as error:
            raise GuideError(
                f"{head.name}:{number}: “{line.strip()}” does not say how the source was read. "
                "Write “checked: live” and the day, as in 2026-12-01, if you read the live page; "
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
