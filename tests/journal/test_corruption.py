"""Whatever single place of what is stored is damaged, the journal opens, and loses that record at most."""

import json
import os
from typing import Any

import pytest
from in_node import answers
from playing import FIRST, SECOND, TICK, Act, play

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
SIGNS = ["", '"', "0", "}", "é", "\ud800"] if IS_LONG else ["", '"']
"""What takes the place of a sign; an empty one stands for the sign with its last bit turned."""

LIVED: list[Act] = [
    ["a", "open"],
    ["a", "switchTo", FIRST],
    ["a", "write", TICK],
    ["a", "write", {**TICK, "on": False}],
    ["a", "compact", FIRST, "none"],
    ["a", "write", {**TICK, "step": "mail-send"}],
    ["a", "write", {"what": "text", "name": "note", "text": "Grüße \U0001f600", "written": "2026-11-24"}],
    ["a", "write", TICK, SECOND],
    ["", "put", "shown", '{"fingerprint":"x","outputs":{},"inputs":{}}'],
]  # fmt: skip


@pytest.fixture(name="stored", scope="module")
def _stored() -> dict[str, dict[str, str]]:
    """What both stores hold after some days: records, a snapshot, life, notes."""
    *_, local, database = play(*LIVED, ["", "kept"], ["", "database"])
    assert {name[:2] for name in local} == {"r.", "s.", "li", "in", "sh"}
    return {"local": local, "database": database}


def damaged(local: dict[str, str], database: dict[str, str]) -> list[dict[str, Any]]:
    """Return what came of every damage to either store."""
    question = {"local": local, "database": database, "signs": SIGNS}
    (found,) = answers("corrupt_in_javascript.mjs", [question])
    assert len(found) > 1_000
    assert all(one["isSaved"] for one in found)
    assert all(one["strange"] == [] for one in found)
    return list(found)


def test_while_the_other_store_is_whole_nothing_is_lost(stored: dict[str, dict[str, str]]) -> None:
    """The damaged text is replaced by its copy."""
    for one in damaged(**stored):
        assert one["lost"] == [], one
        if one["name"][:2] in {"r.", "s."}:
            assert all(one["isMended"]), one


@pytest.mark.parametrize("store", ["local", "database"])
def test_without_a_copy_that_record_alone_is_lost(
    stored: dict[str, dict[str, str]], store: str
) -> None:
    """Its text is kept as it is, for whoever can make something of it."""
    nothing: dict[str, dict[str, str]] = {"local": {}, "database": {}}
    for one in damaged(**{**nothing, store: stored[store]}):
        own = one["name"].partition(".")[2]
        assert set(one["lost"]) <= keys_in(one["name"], stored[store]), one
        if one["lost"] or one["name"] == f"r.{own}":
            assert one["isThere"] or not one["lost"], one


def keys_in(name: str, texts: dict[str, str]) -> set[str]:
    """Return the keys of the records in a text."""
    if name.startswith("s."):
        return set(json.loads(texts[name].rpartition("#")[0])["records"])
    return {name.removeprefix("r.")}
