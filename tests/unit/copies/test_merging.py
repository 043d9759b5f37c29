"""Merging: nothing that is here is lost, and no clock of a copy stops what is written afterwards."""

import json
from datetime import date

import pytest
from asking import Reader

from followup.copies.backup import write_backup
from followup.copies.comparison import compare
from followup.copies.incoming import beside, read_incoming
from followup.copies.links import write_short
from followup.copies.merging import HEADROOM, LAST_CLOCK, USUAL_CLOCK, is_more, merge, set_back
from followup.copies.portable import canonical, portable
from followup.guide.contents import Guide

DAY = date(2026, 11, 24)
FORGED = "restore=1.35.6f614fc3.wxeEKcCsb4gjzIwskUItESXYLCGAzMCLBQA"
"""A link with a record of the highest clock that a copy might once have."""

PLAIN = {
    "format": 2,
    "interview": "abc123",
    "written": "2026-11-24",
    "what": "entry",
    "form": "contact",
    "fields": {"kind": "called"},
    "dates": {},
    "texts": {},
    "entry": "e1",
}
FULL = PLAIN | {"texts": {"who": "Ms Lee", "note": "Call again"}}


def text(record: dict[str, object], /, **changes: object) -> str:
    """Return a record's text as the page writes it."""
    return json.dumps(record | changes, separators=(",", ":"))


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (text(PLAIN), text(FULL), True),
        (text(PLAIN), text(PLAIN, more=[1]), True),
        (text(FULL), text(FULL, more=[1]), True),
        (text(PLAIN, texts={"who": "Ms Lee"}), text(FULL), True),
        (text(PLAIN), text(PLAIN), False),
        (text(FULL), text(PLAIN), False),
        (text(PLAIN, texts={"who": "Ana"}), text(FULL), False),
        (text(PLAIN), text(FULL, entry="e2"), False),
        (text(PLAIN), text(FULL, interview="other"), False),
        (text(PLAIN), text(FULL, what="entrances"), False),
        (text(PLAIN), text(FULL, written="2026-11-25"), False),
        (text(PLAIN), text(FULL, fields={"kind": "emailed"}), False),
        (text(PLAIN), text(PLAIN, texts={"who": 5, "note": "x"}), False),
        (text(PLAIN), text(PLAIN, texts={"who": "x" * 1_001}), False),
        (text(PLAIN), text(PLAIN, texts=["longer than none"]), False),
        (text(PLAIN, on=True), text(FULL, on=1), False),
        (text(PLAIN, on=1), text(FULL, on=1.0), True),
        ("{}", text(FULL), True),
        ("5", text(FULL), False),
        ("{", text(FULL), False),
        (text(PLAIN), "x" * 4_000, False),
    ],
)
def test_only_the_same_record_and_more_takes_the_place_of_ours(
    own: str, other: str, *, expected: bool
) -> None:
    """Names, notes, and what a newer program keeps, where ours has none of it."""
    assert is_more(own, other) == expected
    merged = merge({"1.a.1": own}, {"1.a.1": other})
    assert merged.texts["1.a.1"] == (other if expected else own)
    is_ours = own == other or is_more(other, own)
    assert merged.left_out == (frozenset() if expected or is_ours else {"1.a.1"})


def test_a_copy_with_our_own_keys_and_other_texts_destroys_nothing(reader: Reader) -> None:
    """Every link that was given away tells the keys. Longer texts would win by their length."""
    keys = [reader.answer("interview", "24 11 2026"), reader.tick("meet-names"), reader.text("gap", "9", "all")]  # fmt: skip
    keys.append(reader.log("called", "24 11 2026", who="Ms Lee"))
    for of in ("abc123", "all", "another"):
        forged = {key: text(PLAIN, what="choice", name=f"n{key[0]}", value="core", interview=of, more="x" * 900) for key in keys}  # fmt: skip
        copy = beside(reader.records, read_incoming("link", write_short(forged)))
        found = compare(reader.records, copy)

        assert merge(reader.records, copy.records).texts == reader.records
        assert (found.left_out, found.changes, found.brings_nothing) == (4, (), True)


# Clocks


def test_clocks_far_ahead_are_set_to_just_after_all_others() -> None:
    """In their order; equal ones stay equal, and all others keep their keys."""
    here = {"40.a.1": "a"}
    incoming = {
        "7.b.1": "b", "50.b.2": "c", "999999999.c.1": "d", "999999999.b.3": "e",
        "99999999.c.2": "f", "999999998.c.3": "g", "odd": "h", "40.a.1": "a",
    }  # fmt: skip

    assert set_back(here, incoming) == {
        "7.b.1": "b", "50.b.2": "c", "53.c.1": "d", "53.b.3": "e",
        "51.c.2": "f", "52.c.3": "g", "odd": "h", "40.a.1": "a",
    }  # fmt: skip


@pytest.mark.parametrize("newest", [0, 5, USUAL_CLOCK, 2 * USUAL_CLOCK, LAST_CLOCK])
def test_a_copy_may_be_a_little_ahead(newest: int) -> None:
    """As far as nobody gets: copies of readers stay as they are, those written long ago too."""
    here = {f"{newest}.a.1": "a"}
    furthest = min(LAST_CLOCK, max(newest, USUAL_CLOCK) + HEADROOM)
    incoming = {f"{furthest}.b.1": "b"}

    assert set_back(here, incoming) == incoming
    assert furthest == LAST_CLOCK or set_back(here, {f"{furthest + 1}.b.1": "b"}) == {f"{newest + 1}.b.1": "b"}  # fmt: skip


def test_what_was_set_back_once_is_known_again() -> None:
    """With names and without: it comes under the key that it has here."""
    far, here = f"{LAST_CLOCK}.b.7", {"40.a.1": "a"}
    here |= set_back(here, {far: text(FULL)})

    assert set_back(here, {far: text(FULL)}) == {"41.b.7": text(FULL)}
    assert set_back(here, {far: text(PLAIN)}) == {"41.b.7": text(PLAIN)}
    assert set_back(here, {far: text(PLAIN, entry="e9")}) == {"42.b.7": text(PLAIN, entry="e9")}


def test_after_a_forged_copy_every_later_copy_is_read(reader: Reader, guide: Guide) -> None:
    """As a link, as a file, and pasted; and it gives the same plan in an empty browser."""
    reader.answer("interview", "24 11 2026")
    copy = beside(reader.records, read_incoming("link", FORGED))
    reader.records |= copy.records
    assert len(copy.records) == 1
    reader.count = max(int(key.partition(".")[0]) for key in reader.records)
    reader.tick("meet-names")
    reader.answer("decision", "8 12 2026")
    texts = portable(reader.records)

    for kind, brought in (("link", write_short(texts)), ("file", write_backup(texts, DAY))):
        found = beside({}, read_incoming(kind, brought))
        assert (found.skipped, found.newer) == (0, 0)
        assert canonical(found.records) == canonical(texts)
        elsewhere = Reader(guide)
        elsewhere.records = dict(found.records)
        assert elsewhere.ask(panels=["plan"])["outputs"] == reader.ask(panels=["plan"])["outputs"]


def test_what_was_written_after_such_a_clock_is_read() -> None:
    """Readers have copies in which clocks are higher than a copy might once have."""
    texts = {
        f"{clock}.tab1.{clock}": text(PLAIN, entry=f"e{clock}", interview="abc123")
        for clock in (USUAL_CLOCK, USUAL_CLOCK + 1, USUAL_CLOCK + 2)
    }
    for kind, brought in (("link", write_short(texts)), ("file", write_backup(texts, DAY))):
        found = beside({}, read_incoming(kind, brought))
        assert (found.skipped, dict(found.records)) == (0, texts)
