"""Reads what a page says about itself above its text: when it was reviewed, and its sources."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml  # type: ignore[import-untyped] # without types

from followup.errors import GuideError

RULE = "---"
"""The line above and below the front matter."""

REVIEW_MONTHS = 12
"""After how many months a page must be reviewed again, unless it says otherwise."""


@dataclass(frozen=True)
class PageSource:
    """A page elsewhere on which a page of the guide rests.

    Attributes:
        name: who says it, as in "University of Virginia, US".
        address: without its scheme, as in "career.virginia.edu/interviewing".
        checked: the day on which someone read the live page; None if nobody has.
    """

    name: str
    address: str
    checked: date | None


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
        fields = yaml.safe_load("\n".join(lines[1 : body_start(lines) - 1]))
        return FrontMatter(
            description=str(fields["description"]),
            reviewed=_day(fields["last_reviewed"]),
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


def _source(fields: dict[str, object]) -> PageSource:
    checked = fields["checked"]
    return PageSource(
        name=str(fields["name"]),
        address=str(fields["address"]),
        # YAML reads an unquoted “no” as false.
        checked=None if checked is False else _day(checked),
    )


def _day(value: object) -> date:
    if type(value) is not date:
        raise TypeError(f"{value!r} is no day like 2026-11-23")
    return value
