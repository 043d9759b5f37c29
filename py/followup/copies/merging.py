"""Merging: what the records of a copy become beside those that are here.

Nothing that is here is lost: a text under a key of ours is taken only if it is the same record and
more. And no copy uses up the clock: what it has from far ahead is set back, in its order.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from followup.copies.portable import Texts, canonical, nameless, unite
from followup.errors import RecordError
from followup.json_text import StrictError, read_json
from followup.records.record import LONGEST_TEXT, read_key

LAST_CLOCK = 999_999_999
"""The highest that a key can hold, for writing and for reading."""

USUAL_CLOCK = 9_999_999
"""No reader gets this far: it is a click each minute for nineteen years."""

HEADROOM = 1_000_000
"""How far ahead of this browser a copy may be. It is more than anybody enters in a lifetime."""


@dataclass(frozen=True)
class Merged:
    """Records of a copy and those that are here, as one.

    Attributes:
        texts: by key.
        left_out: keys under which the copy has something else than what is here. That stays.
    """

    texts: Mapping[str, str]
    left_out: frozenset[str]


def merge(here: Texts, incoming: Texts) -> Merged:
    """Return the records of both. The page does the same when the reader says so."""
    texts, left_out = dict(here), set()
    for key, text in incoming.items():
        own = here.get(key)
        if own is None or is_more(own, text):
            texts[key] = text
        elif not (is_same(own, text) or is_more(text, own)):
            left_out.add(key)
    return Merged(texts, frozenset(left_out))


def is_more(own: str, other: str) -> bool:
    """Return whether `other` is the same record and more: it has names and notes, or what a newer
    program keeps, where `own` has none. The page measures the same, in UTF-16."""
    mine, theirs = _fields(own), _fields(other)
    if mine is None or theirs is None or _length(other) <= _length(own):
        return False
    texts = {} if theirs.get("texts") is None else theirs["texts"]
    return _is_texts(texts) and all(
        name in theirs
        and (_has_texts(value, texts) if name == "texts" else _agree(value, theirs[name]))
        for name, value in mine.items()
    )


def is_same(own: str, other: str) -> bool:
    """Return whether two texts say the same, whatever the order of their fields."""
    return own == other or canonical({"": own}) == canonical({"": other})


def set_back(here: Texts, incoming: Texts) -> dict[str, str]:
    """Return the incoming records as this browser can take them, by key.

    Clocks that are too far ahead are set to those just after all others, so that whatever the
    reader does next is later still and can be read anywhere. The order stays, and equal clocks stay
    equal. A record that was set back before gets the key that it has here, so it comes but once.
    """
    newest = max(map(_clock, here), default=0)
    floor = max(newest, USUAL_CLOCK) + HEADROOM
    ahead = {key for key in incoming.keys() - here.keys() if _clock(key) > USUAL_CLOCK}
    known = _known(here, {_rest(key) for key in ahead})
    keys = {key: known.get((_rest(key), canonical({"": incoming[key]}))) for key in ahead}
    base = max([newest, *(clock for clock in map(_clock, incoming) if clock <= floor)])
    far = sorted({_clock(key) for key in ahead if keys[key] is None and _clock(key) > floor})
    clocks = {clock: base + place for place, clock in enumerate(far, 1)}
    found: dict[str, str] = {}
    for key, text in incoming.items():
        clock = clocks.get(_clock(key))
        new = keys.get(key) or (f"{clock}.{_rest(key)}" if clock else key)
        # Two keys that only differ in zeros at their start can become one.
        found |= unite({new: found.get(new, text)}, {new: text})
    return found


def _known(here: Texts, asked: Collection[str]) -> dict[tuple[str, str], str]:
    """Return the keys of records that were written in the tabs and counts asked for, by these and
    by what the records say, with names and without."""
    return {
        (_rest(key), canonical({"": one})): key
        for key, text in sorted(here.items(), key=lambda item: _clock(item[0]))
        if _rest(key) in asked
        for one in (text, nameless(key, text))
        if one is not None
    }


def _rest(key: str) -> str:
    """Return tab and count of a key, which no other record of any browser has."""
    return key.partition(".")[2]


def _clock(key: str) -> int:
    """Return the clock in a key; 0 if it is none, so that it stays as it is."""
    try:
        return read_key(key).clock
    except RecordError:
        return 0


def _fields(text: str) -> dict[str, object] | None:
    try:
        fields = read_json(text)
    except StrictError:
        return None
    return fields if isinstance(fields, dict) else None


def _is_texts(value: object) -> bool:
    """Return whether these are texts that can be read in a record."""
    return isinstance(value, dict) and all(
        isinstance(text, str) and _length(text) <= LONGEST_TEXT for text in value.values()
    )


def _has_texts(own: object, other: object) -> bool:
    """Return whether the texts of another record are ours, or ours are none."""
    if not isinstance(own, dict) or not isinstance(other, dict):
        return False
    return all(name in other and _agree(text, other[name]) for name, text in own.items())


def _agree(one: object, other: object) -> bool:
    """Return whether two values are the same in JSON: true is not 1, but 1.0 is."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_agree(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_agree, one, other))
    numbers = _number(one), _number(other)
    if None not in numbers:
        return numbers[0] == numbers[1]
    return type(one) is type(other) and one == other


def _number(value: object) -> float | None:
    """Return a number as the page holds it; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.copysign(math.inf, value)


def _length(text: str) -> int:
    return len(text.encode("utf-16-be", "surrogatepass")) // 2
