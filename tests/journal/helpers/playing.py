"""Plays tabs of one browser with the site's real journal, in Node."""

import json
from dataclasses import dataclass
from typing import Any, TypeAlias

from in_node import answers

Act: TypeAlias = list[Any]
"""A tab's name, what is done there, and its arguments."""

FIRST, SECOND = "first1", "second2"
DAY = "2026-11-24"
TICK = {"what": "tick", "step": "meet-names", "round": 0, "on": True, "written": DAY}


@dataclass(frozen=True)
class Given:
    """What an act gave.

    Attributes:
        news: what was heard besides since the act before: kind, and what belongs to it.
    """

    gave: Any
    news: list[list[Any]]


def play_all(plays: list[list[Act]]) -> list[list[Given]]:
    """Return for each play, in a browser of its own, what each act of the tabs gave."""
    given = answers("act_in_javascript.mjs", plays)
    return [[Given(**one) for one in play] for play in given]


def play(*acts: Act) -> list[Any]:
    """Return what each act of the tabs gave."""
    (given,) = play_all([list(acts)])
    return [one.gave for one in given]


def record_of(interview: str, **details: object) -> str:
    """Return the text of a record, a tick unless told otherwise."""
    return json.dumps({"format": 2, "interview": interview, **TICK, **details})


def written_in(interview: str, key: str = "5.other.1") -> Act:
    """Return the act of another tab, on another day, that wrote a record."""
    return ["", "putSealed", f"r.{key}", record_of(interview)]


def unsealed(stored: str) -> str:
    """Return a stored text without its checksum."""
    return stored.rpartition("#")[0]


def records_of(texts: dict[str, str]) -> dict[str, Any]:
    """Return the records among the texts of a storage, by key."""
    return {
        key.partition("r.")[2]: json.loads(unsealed(text))
        for key, text in texts.items()
        if "r." in key.removeprefix("followup./careers/.")[:2]
    }
