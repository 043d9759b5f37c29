"""What is brought in: checked record by record, and compared with what is here."""

import json
from datetime import date

import pytest
from asking import Reader

from followup.copies.backup import write_backup
from followup.copies.comparison import Comparison, Tally, compare
from followup.copies.incoming import (
    MOST_ENTRIES,
    MOST_INTERVIEWS,
    MOST_RECORDS,
    Brought,
    Incoming,
    beside,
    read_brought,
    read_incoming,
)
from followup.copies.links import write_short
from followup.copies.merging import LAST_CLOCK
from followup.copies.portable import portable, unite
from followup.errors import BackupError, CopyError, LinkError, TooMuchError
from followup.guide.contents import Guide
from followup.records.record import FORMAT, LONGEST_RECORD

ONE, TWO = "abc123", "two"
DAY = date(2026, 11, 24)


def record(**fields: object) -> str:
    """Return the text of a record; without fields, one that is whole."""
    whole = {"format": FORMAT, "interview": ONE, "written": DAY.isoformat()}
    return json.dumps(whole | {"what": "deleted", "on": False} | fields)


def brought(texts: dict[str, str]) -> Incoming:
    """Return texts as a link brings them in."""
    return read_incoming("link", write_short(texts))


def compared(reader: Reader, there: dict[str, str]) -> Comparison:
    """Return how a copy differs from what a reader has."""
    return compare(reader.records, brought(portable(there)))


@pytest.mark.parametrize("kind", ["link", "text", "file"])
def test_a_link_is_read_whichever_way_it_comes(kind: str) -> None:
    """Opened, pasted among words, or inside a calendar file with folded lines."""
    link = f"https://example.org/plan/restore/#{write_short({'1.a.1': record()})}"
    folded = "\r\n ".join(link[place : place + 60] for place in range(0, len(link), 60))

    for text in (link, f"Open {link} now", f"BEGIN:VCALENDAR\r\nDESCRIPTION:{folded}\r\nEND"):
        found = read_incoming(kind, text)
        assert (found.kind, list(found.records), found.skipped) == ("link", ["1.a.1"], 0)


@pytest.mark.parametrize("kind", ["text", "file"])
def test_a_backup_is_read_whichever_way_it_comes(kind: str) -> None:
    """Also with a sign at its start that some programs put there, and with a link in a note."""
    texts = {"1.a.1": record(what="text", name="note", text="restore=1.5.")}
    file = write_backup(texts, DAY)

    for text in (file, f"\ufeff{file}", f"  \n{file}"):
        found = read_incoming(kind, text)
        assert (found.kind, found.made, found.is_changed) == ("backup", DAY, False)
        assert list(found.records) == ["1.a.1"]


@pytest.mark.parametrize(
    ("kind", "text", "error", "reason"),
    [
        ("link", "", LinkError, "incomplete"), ("link", "{}", LinkError, "damaged"),
        ("text", "", LinkError, "incomplete"), ("text", "{}", BackupError, "other"),
        ("text", "hello", LinkError, "damaged"), ("text", "{", BackupError, "damaged"),
        ("file", "", BackupError, "other"), ("file", "hello", BackupError, "other"),
        ("file", "restore=1.", LinkError, "incomplete"), ("file", "PNG\0\x01", BackupError, "other"),
        ("?", "{}", LinkError, "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_which_of_both_it_was_taken_for(
    kind: str, text: str, error: type[CopyError], reason: str
) -> None:
    """The reader is told what to do with the link, or with the file."""
    with pytest.raises(error) as refused:
        read_incoming(kind, text)
    assert refused.value.reason == reason


@pytest.mark.parametrize("problem", ["large", "deep", "not-text", "broke"])
def test_what_the_page_refused_stays_refused(problem: str) -> None:
    """Python is not shown the text; a reason that is not known counts as no text."""
    for given, expected in ((problem, problem), ("<b>", "not-text")):
        with pytest.raises(CopyError) as refused:
            read_brought(Brought("file", "a", "", given))
        assert refused.value.reason == expected
    assert read_brought(Brought("link", "", write_short({}))).records == {}


@pytest.mark.parametrize(
    "text",
    [
        "", "[", "null", "5", "[]", "{}", '{"format":2}', "[" * 100, "x" * (LONGEST_RECORD + 1),
        record(on=1), record(interview="../x"), record(interview=5), record(written="2026-02-30"),
        record(what="tick", step="<b>", round=0, on=True), record(what="tick", step="a", round=10**30, on=True),
        record(what="text", name="role", text="x" * 1_001), record(what="answer", question="interview", typed={"day": 5}),
        record(format=0), record(format="2"), record(format=None), record(format=True), record(format=2.0),
        record(what="<b>"), record(what=None), record(what="new", interview="<b>"), record(what="new", written="x"),
        record(format=9, interview="<b>"), record(format=9, written=5), record(format=9, what=["x"]),
        record(deep=json.loads("[" * 40 + "]" * 40)), record().replace("false", "NaN"),
        record().replace("{", '{"on":true,', 1), record(format=9).replace("{", '{"on":true,', 1),
        record().replace("false", "1" * 3_000), "\ud800", '{"a":"\ud800"}',
    ],
)  # fmt: skip
def test_what_is_no_record_is_left_out_and_counted(text: str) -> None:
    """Whatever is wrong with it; what stands beside it is taken."""
    found = brought({"1.a.1": record(), "2.a.1": text})

    assert (list(found.records), found.skipped, found.newer) == (["1.a.1"], 1, 0)


@pytest.mark.parametrize(
    "key", ["", "1", "x.a.1", "1.A.1", f"{LAST_CLOCK + 1}.a.1", "-1.a.1", "__proto__"]
)
def test_a_record_under_a_wrong_key_is_left_out(key: str) -> None:
    """Also one whose clock no key can hold. The last that one can hold is taken."""
    found = brought({key: record(), f"{LAST_CLOCK}.a.1": record()})

    assert (list(found.records), found.skipped) == ([f"{LAST_CLOCK}.a.1"], 1)


@pytest.mark.parametrize(
    "text", [record(what="new", more={"a": [1]}), record(format=1, what="new")]
)
def test_what_another_program_may_have_written_is_taken(text: str) -> None:
    """As it stands, without being understood; the comparison counts it until it is here."""
    found = brought({"2.a.1": text})

    assert json.loads(found.records["2.a.1"]) == json.loads(text)
    assert (found.skipped, found.newer) == (0, 0)
    assert compare({}, found).unread == 1
    assert not compare({}, found).brings_nothing
    assert compare(found.records, found).brings_nothing


def test_what_a_newer_program_wrote_is_left_out_and_counted() -> None:
    """Taken in, it would keep this program from writing."""
    found = brought({"1.a.1": record(), "2.a.1": record(format=FORMAT + 1, what="new")})

    assert (list(found.records), found.skipped, found.newer) == (["1.a.1"], 0, 1)


def test_hostile_signs_are_written_so_that_they_can_be_sent_on() -> None:
    """Halves of signs and signs that turn the direction of text."""
    text = '{"format":2,"interview":"abc123","written":"2026-11-24","what":"text","name":"role","text":"\\ud800\\u202e\\u0000\u00e9"}'  # fmt: skip
    (taken,) = brought({"1.a.1": text}).records.values()

    taken.encode()
    assert json.loads(taken) == json.loads(text)


def entries(count: int, first: int = 1) -> dict[str, str]:
    """Return as many people of one interview."""
    numbers = range(first, first + count)
    fields: dict[str, object] = {"form": "person", "fields": {}, "dates": {}, "texts": {}}
    return {f"{one}.a.{one}": record(what="entry", entry=f"e{one}", **fields) for one in numbers}


def search(count: int, name: str = "i") -> dict[str, str]:
    """Return as many interviews."""
    return {f"{one}.{name}.1": record(interview=f"{name}{one}") for one in range(1, count + 1)}


@pytest.mark.parametrize(
    ("texts", "what", "most"),
    [
        ({f"{one}.a.{one}": record() for one in range(1, MOST_RECORDS + 2)}, "records", MOST_RECORDS),
        (search(MOST_INTERVIEWS + 1), "interviews", MOST_INTERVIEWS),
        (entries(MOST_ENTRIES + 1), "of-one", MOST_ENTRIES),
    ],
    ids=["records", "interviews", "entries of one interview"],
)  # fmt: skip
def test_there_are_limits_to_how_much_is_taken(texts: dict[str, str], what: str, most: int) -> None:
    """More than any reader has. How many there are is known, to be said."""
    with pytest.raises(TooMuchError) as refused:
        brought(texts)
    assert (refused.value.reason, refused.value.what) == ("large", what)
    assert (refused.value.count, refused.value.most) == (most + 1, most)
    del texts["1.i.1" if what == "interviews" else "1.a.1"]
    brought(texts)


def test_a_long_search_for_work_is_taken() -> None:
    """Fifty interviews with five thousand records."""
    texts = {
        f"{one}.a.{one}": record(interview=f"i{one // 100}", what="tick", step="meet-names", round=one % 100, on=True)
        for one in range(MOST_RECORDS)
    }  # fmt: skip

    assert len(beside({}, brought(texts)).records) == MOST_RECORDS


def test_there_are_limits_to_what_there_is_after_merging() -> None:
    """Or many copies that are small enough would add up. What is here already is not counted if it
    is more by itself."""
    copy = brought(search(60, "new"))
    with pytest.raises(TooMuchError) as refused:
        beside(search(60), copy)
    assert (refused.value.what, refused.value.count) == ("interviews-together", 120)
    more = brought(entries(MOST_ENTRIES, 300))
    with pytest.raises(TooMuchError) as refused:
        beside(entries(MOST_ENTRIES), more)
    assert (refused.value.what, refused.value.count) == ("of-one-together", MOST_ENTRIES + 299)
    ticks = {f"{one}.b.{one}": record(what="tick", step="a", round=0, on=True) for one in range(1, 2 * MOST_RECORDS + 1)}  # fmt: skip
    with pytest.raises(TooMuchError) as refused:
        beside(ticks, copy)
    assert refused.value.what == "records-together"

    assert beside(search(40), copy).records == copy.records
    assert beside(search(160), copy).records == copy.records
    assert beside(entries(MOST_ENTRIES), brought(entries(MOST_ENTRIES))).records
    assert beside(entries(MOST_ENTRIES + 9), more).records == more.records


def test_an_interview_that_is_deleted_in_a_copy_is_not_taken(reader: Reader) -> None:
    """A copy never deletes."""
    reader.answer("interview", "24 11 2026")
    there = {**reader.records, "50.b.1": record(on=True)}

    assert brought(there).records == {}


def test_nothing_differs_from_a_copy_of_what_is_here(reader: Reader) -> None:
    """With names or without."""
    reader.text("employer", "Acme")
    reader.log("called", "24 11 2026", who="Ms Lee")
    reader.text("gap", "12", "all")
    for names in (True, False):
        found = compare(reader.records, brought(portable(reader.records, names=names)))
        assert found.brings_nothing
        assert found.total.gained == found.total.kept == 0
        assert found.total.differs == (not names)
        assert (found.only_here, found.deleted, found.unread) == ((), (), 0)
        assert found.settings
        assert not found.settings.is_new


def test_what_is_new_here_is_counted_by_part(reader: Reader) -> None:
    """Dates, contacts, steps, how it ended, people, notes, closed days, choices, exports."""
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "8 12 2026")
    reader.tick("meet-names")
    reader.write("aside", step="meet-next", on=True)
    reader.log("called", "24 11 2026", entry="e1")
    reader.remove("e1")
    reader.enter("person", "e2", {}, name="Ms Lee")
    reader.enter("closed", "e3", {"closed-first": "24 12 2026"})
    reader.enter("unheard-of", "e4", {})
    reader.text("employer", "Acme")
    reader.choose("outcome", "offer")
    reader.choose("archived", "no")
    reader.write("exported", name="calendar-first-0", day="", on=True)
    reader.today = "2026-12-01"
    reader.text("gap", "12", "all")
    reader.choose("weekend", "sun", "all")
    found = compare({}, brought(reader.records))
    (one,) = found.interviews

    assert (one.interview, one.is_new, one.deleted_here) == (ONE, True, False)
    assert (one.newest, one.newest_here) == (DAY, None)
    numbers = {"dates": 2, "steps": 2, "contacts": 2, "people": 1, "closed": 1, "other": 1, "notes": 1, "outcome": 1, "settings": 1, "exports": 1}  # fmt: skip
    assert one.parts == {part: Tally(held=count, gained=count) for part, count in numbers.items()}
    assert found.settings
    assert found.settings.parts == {"settings": Tally(held=2, gained=2)}
    assert found.settings.newest == date(2026, 12, 1)
    assert found.total == Tally(held=15, gained=15)


def test_what_differs_is_counted_by_who_knows_better(reader: Reader, guide: Guide) -> None:
    """The later answer wins, wherever it is; the same answer given again is no difference."""
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "8 12 2026")
    reader.tick("meet-names")
    there = Reader(guide)
    there.records, there.count = dict(reader.records), 10
    there.answer("interview", "25 11 2026")
    there.tick("meet-names")
    there.tick("meet-next")
    reader.count = 20
    reader.answer("decision", "9 12 2026")
    reader.tick("first-call")
    reader.write("answer", of=TWO, question="interview", typed={})
    found = compared(reader, there.records)
    (one,) = found.interviews

    assert one.parts == {"dates": Tally(held=2, gained=1, kept=1), "steps": Tally(held=2, gained=1, missing=1)}  # fmt: skip
    assert one.total == Tally(held=4, gained=2, kept=1, missing=1)
    assert found.only_here == (TWO,)
    assert not found.brings_nothing
    assert compare(unite(reader.records, there.records), brought(there.records)).brings_nothing


def test_a_copy_of_an_interview_deleted_here_says_so(reader: Reader) -> None:
    """With what bringing it back would bring; merging alone brings nothing."""
    reader.answer("interview", "24 11 2026")
    reader.tick("meet-names")
    there = dict(reader.records)
    reader.write("deleted", on=True)
    tombstone = {reader.last: reader.records[reader.last]}
    found = compare(tombstone, brought(there))
    (one,) = found.interviews

    assert (one.deleted_here, one.is_new, found.deleted) == (True, False, (ONE,))
    assert one.total == Tally(held=2, gained=2)
    assert found.brings_nothing
    assert found.only_here == ()


def test_a_forged_record_under_a_key_of_ours_brings_nothing(reader: Reader) -> None:
    """It would take the place of ours, so it is left out and counted."""
    key = reader.tick("meet-names")
    found = compare(reader.records, brought({key: record(what="tick", step="z" * 40, round=0, on=True)}))  # fmt: skip

    assert found.total == Tally(held=1, missing=1)
    assert (found.left_out, found.changes, found.brings_nothing) == (1, (), True)
