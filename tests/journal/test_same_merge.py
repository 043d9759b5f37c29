"""What the page does with a copy is what Python said of it: both merge by the same rule, and both
check what is brought in within a time that grows with its length.
"""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from in_node import answers

from followup.copies.merging import is_more, merge
from followup.json_text import is_shallow

SETS = 300
RATIO = 24
"""Eight times as much takes eight times as long; if it were the square, 64 times."""

SCRIPT = "compare_in_javascript.mjs"
VALUES = st.sampled_from(
    (1, 1.5, 0, True, False, None, "", "a", "\U0001f600", [], [1], [True], {}, {"a": 1}, {"a": [2]})
)  # fmt: skip
TEXTS = st.dictionaries(
    st.sampled_from(("who", "note")), st.one_of(st.sampled_from(("", "Ana", "x" * 1_001)), VALUES)
)
FIELDS = st.fixed_dictionaries(
    {"format": st.just(2), "interview": st.sampled_from(("one", "two")), "what": st.just("entry"), "written": st.just("2026-11-24")},
    optional={"texts": st.one_of(TEXTS, TEXTS, VALUES), "more": VALUES, "fields": VALUES, "__proto__": VALUES},
)  # fmt: skip
ODD = st.sampled_from(("", "[]", "null", "7", "{", '{"a":1}', "x" * 5_000))
PAIRS = st.one_of(
    st.tuples(FIELDS, FIELDS),
    st.builds(lambda one, more: (one, one | more), FIELDS, FIELDS),
    st.builds(lambda one, texts: (one | {"texts": {}}, one | {"texts": texts}), FIELDS, TEXTS),
).map(lambda pair: [json.dumps(one, separators=(",", ":"), ensure_ascii=False) for one in pair])
KEYS = st.sampled_from(("1.a.1", "2.a.2", "3.b.1", "4.b.2"))


def examples(strategy: st.SearchStrategy[Any]) -> list[Any]:
    """Return examples, the same ones each time."""
    collected: list[Any] = []

    @settings(max_examples=SETS, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(strategy)
    def collect(example: Any) -> None:  # noqa: ANN401 # whatever the strategy gives
        collected.append(example)

    collect()
    return collected


def test_both_know_the_same_record_and_more() -> None:
    """For any two records, odd ones, and texts that are none."""
    pairs = examples(st.one_of(PAIRS, PAIRS, st.tuples(ODD, ODD).map(list)))
    in_python = [is_more(own, other) for own, other in pairs]

    assert in_python == answers(SCRIPT, [{"asked": "more", "own": own, "other": other} for own, other in pairs])  # fmt: skip
    assert SETS / 20 < sum(in_python) < SETS * 0.9


def test_both_merge_alike() -> None:
    """Whatever is here, and whatever comes under which key."""
    pairs = examples(st.lists(st.tuples(KEYS, PAIRS), max_size=4))
    sets = [({key: own for key, (own, _) in found[1:]}, {key: other for key, (_, other) in found}) for found in pairs]  # fmt: skip
    in_javascript = answers(SCRIPT, [{"asked": "merge", "here": here, "incoming": incoming} for here, incoming in sets])  # fmt: skip

    for (here, incoming), merged in zip(sets, in_javascript, strict=True):
        assert merged == merge(here, incoming).texts


def test_both_measure_depth_alike() -> None:
    """In any text; also with a mark that has no end, or a sign that stands alone."""
    texts = examples(st.text('[]{}"\\a', max_size=90).map(lambda text: text * 3))
    in_python = [is_shallow(text) for text in texts]

    assert in_python == answers(SCRIPT, [{"asked": "shallow", "text": text} for text in texts])
    for text in (
        "[" * 32,
        "[" * 33,
        '"' + "[" * 40,
        '"[' * 40,
        '\\"' + "[" * 40,
        "{" * 40 + "}" * 40,
    ):
        assert [is_shallow(text)] == answers(SCRIPT, [{"asked": "shallow", "text": text}])


def test_the_end_of_all_clocks_is_set_back_in_order() -> None:
    """Just after all others; equal ones stay equal."""
    keys = ["7.a.1", "999999999.b.1", "900000001.c.1", "999999999.a.2", "900000000.d.1", "08.a.3"]
    expected = {"999999999.b.1": "900000002.b.1", "900000001.c.1": "900000001.c.1", "999999999.a.2": "900000002.a.2"}  # fmt: skip

    assert answers(SCRIPT, [{"asked": "setBack", "keys": keys}]) == [expected]
    assert answers(SCRIPT, [{"asked": "setBack", "keys": ["999999999.b.1", "7.a.1"]}]) == [{"999999999.b.1": "8.b.1"}]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "start", "piece"),
    [
        ("shallow", '["', '\\"'), ("shallow", '["', '\\"\\'), ("shallow", "", '"'), ("shallow", "", "\\"),
        ("shallow", "", '"[]"'), ("shallow", "", "[]"), ("seal", "", "#"), ("seal", "", "#0000000"),
    ],
)  # fmt: skip
def test_checks_of_the_page_take_a_time_that_grows_with_the_length(
    check: str, start: str, piece: str
) -> None:
    """Eight times as much takes no more than some eight times as long."""
    short, long = answers(SCRIPT, [{"asked": "time", "check": check, "start": start, "piece": piece, "count": count} for count in (4_000, 32_000)])  # fmt: skip

    assert long < RATIO * max(short, 500)
