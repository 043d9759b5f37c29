"""Whatever stands in the stores under any names, the journal opens, and each bad value costs itself.

`make test-all` tries 6,000 sets of values, `make test` some hundreds.
"""

import json
import os
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from in_node import running
from playing import FIRST, SECOND, record_of

EXAMPLES = 6_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 400
RECORD = re.compile(r"r\.\d{1,9}\.[a-z0-9]{1,16}\.\d{1,9}")
Texts = dict[str, Any]


def sealed(name: str, text: str) -> str:
    """Return a text with the checksum that makes it seem whole."""
    checksum = zlib.crc32(f"{name}\n{text}".encode("utf-8", "surrogatepass"))
    return f"{text}#{checksum:08x}"


LOOSE = {
    f"{clock}.tab{clock}.1": record_of(interview, round=clock)
    for clock, interview in enumerate((FIRST, SECOND, FIRST, SECOND), start=1)
}
FOLDED = {f"{clock}.old.1": record_of(FIRST, round=clock) for clock in (5, 6)}
SNAPSHOT = f"s.{FIRST}.1"
TEXTS = {
    **{f"r.{key}": text for key, text in LOOSE.items()},
    SNAPSHOT: json.dumps({"snapshot": 1, "records": FOLDED}),
    "life": json.dumps({"origin": "origin1", "count": 2}),
}
WHOLE = {name: sealed(name, text) for name, text in TEXTS.items()}
"""What both stores hold before they are damaged."""

ODD_NAMES = ("r.", "r.1", "r.1.A.1", "r.9.odd.1", "s.b.1", "s..1", "q.r.9.a.1", "memory", "x", "__proto__", "")  # fmt: skip
NOTES = ("interview", "shown", "said")

keys = st.sampled_from(("interview", "what", "on", "records", "snapshot", "count", "step", "a"))
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
)
values = st.recursive(
    leaves, lambda more: st.one_of(st.lists(more), st.dictionaries(keys, more)), max_leaves=6
)
junk = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=())),
    values.map(json.dumps),
    st.sampled_from(("", "{", "#", "#00000000", "[" * 30_000, '{"a":' * 30_000, "x" * 300_000)),
    st.sampled_from(tuple(WHOLE.values())).map(lambda text: text[:-9]),
    st.sampled_from(('{"snapshot":1,"records":null}', '{"snapshot":1,"records":{"1.a.1":5}}')),
    st.sampled_from(('{"origin":"other1","count":1e308}', '{"origin":"other1","count":3}')),
).filter(lambda text: text not in {"on", "off"})
local_values = st.tuples(junk, st.booleans())
"""A text, and whether it has the right checksum."""

database_values = st.one_of(local_values, values.map(lambda value: (value, False)))
names = st.one_of(st.sampled_from(tuple(WHOLE)), st.sampled_from((*ODD_NAMES, *NOTES)))
damages = st.fixed_dictionaries(
    {
        "local": st.dictionaries(names, local_values, max_size=4),
        "session": st.dictionaries(st.sampled_from(NOTES), local_values, max_size=2),
        "database": st.dictionaries(names, database_values, max_size=4),
    }
)


def as_stored(damage: Mapping[str, tuple[Any, bool]]) -> Texts:
    """Return what stands in a store then."""
    return {
        name: sealed(name, value) if is_sealed and isinstance(value, str) else value
        for name, (value, is_sealed) in damage.items()
    }


def untouched(damage: dict[str, dict[str, tuple[Any, bool]]]) -> dict[str, str]:
    """Return the records of which a whole text is left, and no other that says something."""
    here, there = damage["local"], damage["database"]

    def is_left(name: str) -> bool:
        touched = [store[name] for store in (here, there) if name in store]
        return len(touched) < 2 and not any(may_say_something(*one) for one in touched)

    loose = {key: text for key, text in LOOSE.items() if is_left(f"r.{key}")}
    return {**loose, **(FOLDED if is_left(SNAPSHOT) else {})}


def may_say_something(value: object, is_sealed: bool) -> bool:  # noqa: FBT001 # from a pair
    """Whether the journal may take a value for a record or a snapshot: a checksum alone is no proof."""
    if not isinstance(value, str) or not may_seem_whole(value, is_sealed):
        return False
    try:
        said = json.loads(value)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and bool({"format", "snapshot"} & said.keys())


def may_seem_whole(value: object, is_sealed: bool) -> bool:  # noqa: FBT001 # from a pair
    """Whether the journal must take a value for one of its own: texts of old had no checksum."""
    return isinstance(value, str) and (is_sealed or value.startswith("{"))


@pytest.fixture(name="ask", scope="module")
def _ask() -> Iterator[Callable[[object], Any]]:
    """The journal in Node, one process for all examples."""
    with running("damage_in_javascript.mjs") as ask:
        yield ask


@given(damages)
@example({"local": {}, "session": {}, "database": {"r.1.tab1.1": (None, False)}})
@example({"local": {"life": ("x", True)}, "session": {}, "database": {"life": ("x", True)}})
@example({"local": {"r.1.tab1.1": ("", False)}, "session": {}, "database": {"life": (5, False)}})
@example({"local": {"r.1.tab1.1": ("[" * 30_000, True)}, "session": {}, "database": {}})
@example({"local": {}, "session": {}, "database": {SNAPSHOT: ("x" * 1_000, True)}})
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES < 5_000,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)
def test_a_bad_value_costs_itself(
    ask: Callable[[object], Any], damage: dict[str, dict[str, tuple[Any, bool]]]
) -> None:
    """Every other record is there at once and later, a new one is kept in both, junk is put aside."""
    stored = {store: as_stored(values) for store, values in damage.items()}
    (found,) = ask({"local": WHOLE, "database": WHOLE, "damages": [stored]})
    assert "error" not in found, found["error"]

    whole = untouched(damage)
    assert found["isDurable"]
    assert found["isMirrored"]
    assert not found["isMemory"]
    new = found["written"]["key"]
    for seen in (found["there"], found["later"]):
        assert whole.items() <= seen.items()
        planted = {
            name[2:] for store in stored.values() for name in store if RECORD.fullmatch(name)
        }
        assert seen.keys() - LOOSE.keys() - FOLDED.keys() - planted - {new} <= {"1.a.1"}
    assert new in found["later"]
    anywhere = [*found["kept"].values(), *found["database"].values()]
    for name in TEXTS.keys() - {"life"}:
        both = [damage[store].get(name, ("", True)) for store in ("local", "database")]
        if not any(may_seem_whole(*one) for one in both):
            assert all(value in anywhere for value, _ in both if isinstance(value, str))
