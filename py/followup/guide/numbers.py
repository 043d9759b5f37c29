"""Numbers that authors write as tokens: "{gap}" is the reader's own, "{guide gap}" the guide's.

A word of counting that follows a token belongs to it, so that 1 reads "1 day" and not "1 days".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followup import words
from followup.dates.rules import GUIDE, LIMITS, NUMBERS, Rules

THINGS = {"first_wait": "day", "grace": "day", "gap": "day", "messages": "message"}
"""What each number counts."""

LIVE = "|".join(rf"\{{{name}\}}(?: {THINGS[name]}s\b)?" for name in LIMITS)
"""Matches a token that a setting changes, with its word of counting."""

_LIVE = re.compile(LIVE)
_GUIDES = re.compile(rf"\{{(?:guide )?({'|'.join(NUMBERS)})\}}")
_STATIC = re.compile(
    rf"\{{(?:guide ({'|'.join(NUMBERS)})|({'|'.join(NUMBERS.keys() - LIMITS.keys())}))\}}"
)


@dataclass(frozen=True)
class Number:
    """A number that a setting changes.

    Attributes:
        name: its name in `Rules`.
        counts: whether what it counts stands with it, as in "10 days".
    """

    name: str
    counts: bool = False

    @property
    def output(self) -> str:
        """Name of its places in a page."""
        return f"number.{self.name}{'.counted' if self.counts else ''}"

    def under(self, rules: Rules) -> str:
        """Return the number as it reads under these rules."""
        number: int = getattr(rules, self.name)
        return words.counted(number, THINGS[self.name]) if self.counts else str(number)


ALL_NUMBERS = tuple(Number(name, counts) for name in LIMITS for counts in (False, True))


def number_of(token: str) -> Number:
    """Return the number that a match of `LIVE` names."""
    return Number(token[1 : token.index("}")], counts=not token.endswith("}"))


def split(text: str) -> Iterator[str | Number]:
    """Yield the pieces of a text: words, and the numbers between them."""
    start = 0
    for match in _LIVE.finditer(text):
        yield text[start : match.start()]
        yield number_of(match[0])
        start = match.end()
    yield text[start:]


def filled(text: str, rules: Rules = GUIDE) -> str:
    """Return a text with its numbers as they read under these rules."""
    return "".join(piece if isinstance(piece, str) else piece.under(rules) for piece in split(text))


def has_live(text: str) -> bool:
    """Return whether a setting changes anything in the text."""
    return _LIVE.search(text) is not None


def fill_static(text: str) -> str:
    """Return the text with the numbers that no setting changes filled in."""
    return _STATIC.sub(lambda match: str(NUMBERS[match[1] or match[2]]), text)


def fill_guides(text: str) -> str:
    """Return the text with every number as the guide has it."""
    return _GUIDES.sub(lambda match: str(NUMBERS[match[1]]), text)
