"""Ticks work without Python, so their fold stands in JavaScript too: both always agree."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from in_node import answers

from followup.errors import RecordError
from followup.records.fold import fold
from followup.records.record import Record, SetAside, Ticked, read_record
from followup.records.state import State

INTERVIEW = "abc123"
OTHER = "other"
SETS = 300
LAST_CLOCK = 999_999_999
"""A record that says it is later is none: nothing could be written after it."""

CLOCKS = st.one_of(
    st.integers(0, 12), st.sampled_from((LAST_CLOCK, LAST_CLOCK + 1, 999_999_999_999_999))
)
KEYS = st.builds("{}.{}.{}".format, CLOCKS, st.sampled_from("ab"), st.integers(0, 2))
GOOD = st.fixed_dictionaries(
    {
        "format": st.sampled_from((1, 2, 3)),
        "interview": st.just(INTERVIEW),
        "written": st.just("2026-11-24"),
        "what": st.sampled_from(("tick", "tick", "aside", "deleted", "text")),
        "name": st.sampled_from(("employer", "employer", "role")),
        "text": st.sampled_from(("Acme", "", " Acme  Ltd ", "\u202eAcme", "x" * 1000)),
        "step": st.sampled_from(("meet-names", "mail-send")),
        "round": st.integers(0, 2),
        "on": st.booleans(),
    }
).map(json.dumps)
DAYS = (
    *("2026-02-31", "2026-02-29", "2028-02-29", "2100-02-29", "2026-13-01", "2026-00-10"),
    *("9999-12-31", "0001-01-01", "0000-01-01", "1970-01-01", "+10000-01-01", "2026-11-24 "),
    *("2026-1-1", "２０２６-11-24", "2026-11-24\n", "2026-W48-2", "20261124"),
)
"""Days that a clock or a forged record may name; some of them are none."""

ODD = st.fixed_dictionaries(
    {
        "format": st.sampled_from((1, 1, 2, 2, 0, 3, 4, "1", None)),
        "interview": st.sampled_from((INTERVIEW, INTERVIEW, INTERVIEW, OTHER, "all", "", 5)),
        "written": st.sampled_from(("2026-11-24", "2026-11-24", "2026-11-24", "x", None, *DAYS)),
        "what": st.sampled_from(
            ("tick", "tick", "aside", "deleted", "removed", "text", "nonsense")
        ),
        "name": st.sampled_from(("employer", "employer", "<b>", None)),
        "text": st.sampled_from(("Acme", "x" * 1001, 5, None)),
        "step": st.sampled_from(("meet-names", "mail-send", "gone-step", "<b>", None)),
        "round": st.sampled_from((0, 0, 1, 2, -1, 1000, "0", True)),
        "on": st.sampled_from((True, True, False, 1, None)),
    }
).map(json.dumps)
TEXTS = st.one_of(GOOD, GOOD, ODD, st.sampled_from(("", "[]", "null", "{", "7", '"x"')))


def test_both_folds_agree_on_any_records() -> None:
    """Any order, clocks that are equal or forged, broken records, other interviews and formats."""
    collected: list[dict[str, str]] = []

    @settings(
        max_examples=SETS,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(KEYS, TEXTS, max_size=12))
    def collect(records: dict[str, str]) -> None:
        collected.append(records)

    collect()
    questions = [{"records": records, "interview": INTERVIEW} for records in collected]
    in_python = [python_fold(records) for records in collected]

    assert in_python == answers("fold_in_javascript.mjs", questions)
    assert sum(len(fold["ticks"]) for fold in in_python) > SETS / 3
    assert sum(len(fold["deleted"]) for fold in in_python) > SETS / 10
    assert sum(len(fold["employers"]) for fold in in_python) > SETS / 10


def python_fold(records: dict[str, str]) -> dict[str, Any]:
    """Return ticks, steps set aside, deleted interviews and employers as Python folds them."""
    readable = []
    for key, text in records.items():
        try:
            readable.append(read_record(key, text))
        except RecordError:
            continue
    return switches(readable)


def switches(records: list[Record]) -> dict[str, Any]:
    """Return the state's switches in the order of their names."""
    state = fold(State(), records)
    facts = state.facts
    ticks, asides = [], []
    # Of a deleted interview the journal hands on nothing but the record that says so.
    own = {} if state.is_deleted(INTERVIEW) else facts.get(INTERVIEW, {})
    for fact in own.values():
        match fact.event:
            case Ticked(step, number, on):
                ticks.append([f"{step}|{number}", on])
            case SetAside(step, on):
                asides.append([step, on])
            case _:
                pass
    deleted = [
        [interview, bool(getattr(known["deleted",].event, "on", None))]
        for interview, known in facts.items()
        if ("deleted",) in known
    ]
    employers = [
        [interview, state.text(interview, "employer")]
        for interview, known in facts.items()
        if ("text", "employer") in known and not state.is_deleted(interview)
    ]
    return {
        "ticks": sorted(ticks),
        "asides": sorted(asides),
        "deleted": sorted(deleted),
        "employers": sorted(employers),
    }
