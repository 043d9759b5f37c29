"""Compaction puts the records that matter into a snapshot: cut anywhere, it loses and doubles nothing."""

import itertools
import json
from typing import Any

import pytest
from playing import FIRST, SECOND, Act, Given, play, play_all, records_of, written_in

ENDLESS = 1_000_000
TICKS: list[Act] = [
    ["a", "write", {"what": "tick", "step": step, "round": 0, "on": on, "written": "2026-11-24"}, interview]
    for on in (True, False)
    for step in ("meet-names", "mail-send")
    for interview in (FIRST, SECOND)
]  # fmt: skip
COMPACT: Act = ["a", "compact", FIRST, "none"]
THREE_TIMES: list[Act] = [["a", "open"], *(*TICKS, COMPACT) * 3]
TAKEN = 14
"""A compaction of these records makes fewer changes than this in each store."""

CUTS = list(itertools.product(("local", "database"), range(TAKEN), (True, False)))
"""The store that takes only so many changes, and whether local storage reached the disk."""


def cut_short(store: str, taken: int, is_flushed: bool) -> list[Act]:  # noqa: FBT001 # from a product
    """Return a third compaction that is cut short, a killed browser, and what is there then."""
    return [
        *THREE_TIMES[:-1],
        ["a", "records"],
        ["", "set", {store: {"changesLeft": taken}}],
        COMPACT,
        ["", "set", {store: {"changesLeft": ENDLESS}}],
        *([["", "flush"]] if is_flushed else []),
        ["", "crash", 0],
        ["b", "open"],
        ["b", "records"],
        ["", "kept"],
        ["", "database"],
        ["b", "compact", FIRST, "none"],
        ["b", "records"],
        ["", "kept"],
    ]


@pytest.fixture(name="plays", scope="module")
def _plays() -> dict[tuple[str, int, bool], list[Given]]:
    """What came of a compaction cut at each of its changes."""
    return dict(zip(CUTS, play_all([cut_short(*cut) for cut in CUTS]), strict=True))


def test_a_compaction_cut_at_any_change_loses_and_doubles_nothing(
    plays: dict[tuple[str, int, bool], list[Given]],
) -> None:
    """All that matters is there as it was, and both stores hold the same."""
    ways = set()
    for cut, given in plays.items():
        before = given[len(THREE_TIMES) - 1].gave
        there, kept, database = (one.gave for one in given[-6:-3])

        assert there.items() <= before.items(), cut
        assert mattering(before) <= there.keys(), cut
        assert without_notes(kept) == without_notes(database), cut
        ways.add((len(records_of(kept)), tuple(snapshots(kept))))
    assert len(ways) >= 3, ways


def test_a_compaction_that_was_cut_is_completed_by_the_next(
    plays: dict[tuple[str, int, bool], list[Given]],
) -> None:
    """Then no record of the interview stands alone, and it says the same as before."""
    for cut, given in plays.items():
        before = given[len(THREE_TIMES) - 1].gave
        there, kept = (one.gave for one in given[-2:])

        assert mattering(before) <= there.keys() <= before.keys(), cut
        loose = records_of(kept).values()
        assert {record["interview"] for record in loose} == {SECOND}, cut
        assert len(snapshots(kept)) == 2, cut


def test_the_snapshot_before_stays_and_the_one_before_that_goes() -> None:
    """What one damaged text takes away, the other still has."""
    kept = play(*THREE_TIMES, ["", "kept"])[-1]

    assert snapshots(kept) == [f"s.{FIRST}.2", f"s.{FIRST}.3"]


def test_only_what_was_folded_goes() -> None:
    """A record that another tab wrote while Python was thinking stands alone afterwards."""
    *_, written, _, _, kept, there = play(
        ["a", "open"],
        ["b", "open"],
        *TICKS,
        ["a", "handOut", "asked"],
        ["b", *TICKS[0][1:]],
        ["a", "compact", FIRST, "asked"],
        ["", "rest"],
        ["", "kept"],
        ["a", "records"],
    )

    own = [key for key, one in records_of(kept).items() if one["interview"] == FIRST]
    assert own == [written["key"]]
    assert mattering(there) <= there.keys()


def test_a_second_tab_does_not_compact_at_the_same_time() -> None:
    """It finds the lock taken and lets it be."""
    *_, kept = play(
        ["a", "open"],
        ["b", "open"],
        *TICKS,
        ["", "pace", 0],
        COMPACT,
        ["b", *COMPACT[1:]],
        ["", "rest"],
        ["", "kept"],
    )

    assert snapshots(kept) == [f"s.{FIRST}.1"]


def test_an_interview_deleted_meanwhile_stays_deleted() -> None:
    """The snapshot that was being written would hold its names again."""
    for pace in range(6):
        *_, kept, database = play(
            written_in(FIRST),
            written_in(SECOND, "6.other.1"),
            ["a", "open"],
            ["b", "open"],
            ["", "pace", 0],
            COMPACT,
            ["", "pace", pace],
            ["b", "erase", FIRST, "2026-11-24"],
            ["", "rest"],
            ["", "kept"],
            ["", "database"],
        )
        for texts in (kept, database):
            assert snapshots(texts) == []
            own = [one for one in records_of(texts).values() if one["interview"] == FIRST]
            assert [one["what"] for one in own] == ["deleted"]


@pytest.mark.parametrize(
    "going",
    [["a", "erase", FIRST, "2026-11-24"], ["a", "replace", "nothing"], ["a", "eraseAll"]],
    ids=lambda going: str(going[1]),
)
def test_what_went_while_python_was_thinking_does_not_come_back(going: Act) -> None:
    """The question had it all, and so has the answer; the snapshot must not."""
    *_, kept, database = play(
        ["a", "open"],
        *TICKS,
        ["a", "handOut", "asked"],
        going,
        ["", "rest"],
        ["a", "compact", FIRST, "asked"],
        ["", "rest"],
        ["", "kept"],
        ["", "database"],
    )

    for texts in (kept, database):
        assert snapshots(texts) == []


def test_on_a_full_disk_nothing_is_dropped() -> None:
    """A snapshot that could not be written is no reason to let go of anything."""
    *_, before, _, _, after = play(
        ["a", "open"],
        *TICKS,
        ["", "kept"],
        ["", "set", {"local": {"isFull": True}}],
        COMPACT,
        ["", "kept"],
    )

    assert records_of(after) == records_of(before)


def mattering(records: dict[str, str]) -> set[str]:
    """Return the keys of all records that matter: the last about each thing, and the first of all."""
    parsed: dict[str, dict[str, Any]] = {key: json.loads(text) for key, text in records.items()}
    ordered = sorted(parsed, key=lambda key: int(key.split(".")[0]))
    last = {(parsed[key]["interview"], parsed[key]["step"]): key for key in ordered}
    others = {key for key in ordered if parsed[key]["interview"] != FIRST}
    return {*ordered[:1], *last.values(), *others}


def without_notes(texts: dict[str, str]) -> dict[str, str]:
    """Return what both stores shall hold."""
    return {name: text for name, text in texts.items() if name.startswith(("r.", "s."))}


def snapshots(texts: dict[str, str]) -> list[str]:
    """Return the names of all snapshots."""
    return sorted(name for name in texts if name.startswith("s."))
