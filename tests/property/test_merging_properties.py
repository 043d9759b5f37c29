"""Merging: whatever copies come and whatever the reader does, nothing here is lost, and a copy made
then gives the same plan elsewhere.
"""

import json
from collections.abc import Mapping
from typing import Any

from asking import Reader
from guide_steps import ALL_STEPS
from honest_records import EVENTS, HONEST, PLACES, said
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.copies.backup import write_backup
from followup.copies.comparison import compare
from followup.copies.incoming import beside, read_incoming
from followup.copies.links import write_short
from followup.copies.merging import HEADROOM, LAST_CLOCK, USUAL_CLOCK, merge, set_back
from followup.copies.portable import portable, state_of
from followup.dates.civil_date import from_iso
from followup.errors import CopyError

DAY = "2026-11-24"
PANELS = ["plan", "due", "checklist", "calendar", "interviews", "settings"]
FURTHEST = USUAL_CLOCK + HEADROOM
CLOCKS = st.one_of(
    st.integers(1, 60),
    st.integers(0, LAST_CLOCK),
    st.integers(LAST_CLOCK - 9, LAST_CLOCK),
    st.sampled_from((9_999_999, 10_000_000, FURTHEST, FURTHEST + 1, 12_000_000)),
)
KEYS = st.builds("{}.{}.{}".format, CLOCKS, st.sampled_from("abz"), st.integers(1, 3))
HEADS = st.fixed_dictionaries(
    {"format": st.just(2), "interview": st.sampled_from(PLACES), "written": st.just(DAY)}
)
RECORDS = st.builds(lambda head, event: json.dumps(head | event), HEADS, EVENTS)
COPIES = st.dictionaries(KEYS, RECORDS, min_size=1, max_size=8)


def act(records: Mapping[str, str], text: str, number: int) -> dict[str, str]:
    """Return the records with one more, as the page writes it: later than all that it has seen."""
    newest = max((int(key.partition(".")[0]) for key in records), default=0)
    assert newest < LAST_CLOCK
    return {**records, f"{newest + 1}.mine.{number}": text}


def taken(here: Mapping[str, str], copy: Mapping[str, str]) -> dict[str, str]:
    """Return what is here after a copy was brought in as a link and added."""
    return dict(merge(here, beside(here, read_incoming("link", write_short(copy))).records).texts)


def plan_of(records: Mapping[str, str]) -> Any:  # noqa: ANN401 # whatever JSON can say
    """Return all that the pages show of the records' interviews."""
    reader = Reader(ALL_STEPS, DAY)
    reader.records = dict(records)
    reader.interview = "one"
    return reader.ask(panels=PANELS)["outputs"]


@settings(max_examples=settings().max_examples // 2)
@given(st.lists(st.one_of(COPIES, RECORDS), min_size=1, max_size=12))
def test_after_any_copies_and_any_acts_a_copy_gives_the_same_plan(
    steps: list[dict[str, str] | str],
) -> None:
    """Of hostile clocks too: nothing written later is refused, in a link or in a file."""
    here: dict[str, str] = {}
    for number, step in enumerate(steps, 1):
        here = act(here, step, number) if isinstance(step, str) else taken(here, step)
    texts = portable(here)
    for kind, brought in (
        ("link", write_short(texts)),
        ("file", write_backup(texts, from_iso(DAY))),
    ):
        found = beside({}, read_incoming(kind, brought))

        assert (found.skipped, found.newer, len(found.records)) == (0, 0, len(texts))
        assert said(found.state) == said(state_of(texts))
        assert plan_of(found.records) == plan_of(texts)


@given(HONEST, COPIES)
def test_merging_takes_nothing_away(here: dict[str, str], copy: dict[str, str]) -> None:
    """Each record is there as it was, or with more; a second time changes nothing."""
    incoming = read_incoming("link", write_short(copy))
    once = merge(here, set_back(here, incoming.records)).texts

    for key, text in here.items():
        mine, now = json.loads(text), json.loads(once[key])
        assert mine.pop("texts", {}).items() <= now.pop("texts", {}).items()
        assert mine.items() <= now.items()
    assert merge(once, set_back(once, incoming.records)).texts == once


@given(HONEST, COPIES)
def test_the_order_of_a_copy_stays(here: dict[str, str], copy: dict[str, str]) -> None:
    """And nothing in it is far ahead any more."""
    assert in_order(set_back({}, copy)) == in_order(copy)
    assert max(map(clock_of, set_back(here, copy))) <= FURTHEST + len(copy)


def in_order(records: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return tab, count and text of each record, the earliest first."""
    keys = sorted(records, key=lambda key: (clock_of(key), key.partition(".")[2]))
    return [(key.partition(".")[2], records[key]) for key in keys]


def clock_of(key: str) -> int:
    """Return the clock in a key."""
    return int(key.partition(".")[0])


@given(HONEST, st.one_of(COPIES, HONEST))
def test_where_nothing_is_said_to_change_nothing_does(
    here: dict[str, str], copy: dict[str, str]
) -> None:
    """All dates, ticks and texts that a reader sees here are as before; the settings too."""
    try:
        incoming = beside(here, read_incoming("link", write_short(copy)))
    except CopyError:
        return
    found = compare(here, incoming)
    before, after = state_of(here), state_of(merge(here, incoming.records).texts)
    if found.changes:
        return
    for interview in before.interviews():
        for name, fact in before.facts[interview].items():
            if name[0] in {"answer", "tick", "aside"} and getattr(fact.event, "on", True):
                now = after.facts[interview][name]
                blank = getattr(fact.event, "typed", None)
                assert now.event == fact.event or (blank is not None and not _is_day(blank))


def _is_day(typed: Any) -> bool:  # noqa: ANN401 # the boxes of a date
    return bool(f"{typed.day}{typed.month}{typed.year}".strip())
