"""The portable state: which records still matter, with names and without."""

import json

import pytest
from asking import Reader

from followup.copies.portable import NO_NAMES, canonical, kept_keys, portable, state_of, unite


def test_of_each_fact_the_latest_stays_and_what_came_first(reader: Reader) -> None:
    """An entry keeps its place in the log, an interview its day of entry and its place."""
    first = reader.tick("meet-names")
    asked = reader.answer("interview", "24 11 2026")
    entered = reader.log("called", "24 11 2026", entry="e1")
    reader.log("called", "25 11 2026", entry="e1")
    reader.answer("interview", "25 11 2026")
    reader.tick("meet-names", on=False)
    latest = [
        reader.log("spoke", "25 11 2026", entry="e1"),
        reader.answer("interview", "26 11 2026"),
        reader.tick("meet-names"),
    ]

    assert list(portable(reader.records)) == [first, asked, entered, *latest]


def test_an_interview_is_as_old_as_the_earliest_day_it_was_entered(reader: Reader) -> None:
    """A clock that was put right later does not change that: the record of that day stays."""
    reader.today = "2027-11-24"
    reader.answer("interview", "24 11 2026")
    reader.today = "2026-11-24"
    earliest = reader.answer("interview", "25 11 2026")
    reader.today = "2026-12-24"
    reader.answer("interview", "26 11 2026")

    assert earliest in portable(reader.records)
    assert state_of(portable(reader.records)).entered == state_of(reader.records).entered


def test_deleted_interviews_are_left_out(reader: Reader) -> None:
    """With the record that says so; one that was brought back is there."""
    reader.answer("interview", "24 11 2026")
    reader.write("deleted", on=True)
    kept = reader.write("answer", of="two", question="interview", typed={})
    reader.write("deleted", of="two", on=True)
    back = reader.write("deleted", of="two", on=False)
    reader.records["90.x.1"] = json.dumps({"format": 9, "interview": reader.interview})

    assert list(portable(reader.records)) == [kept, back]


def test_one_interview_goes_with_what_belongs_to_all(reader: Reader) -> None:
    """And with nothing of another, even if it cannot be read."""
    own = reader.answer("interview", "24 11 2026")
    of_all = reader.text("gap", "12", "all")
    reader.write("answer", of="two", question="interview", typed={})
    reader.records |= {
        "90.x.1": json.dumps({"format": 9, "interview": "two"}),
        "91.x.1": json.dumps({"format": 9, "interview": reader.interview}),
        "92.x.1": "[",
    }

    assert list(portable(reader.records, interviews={reader.interview})) == [own, of_all, "91.x.1"]
    assert list(portable(reader.records))[-3:] == ["90.x.1", "91.x.1", "92.x.1"]
    assert list(portable(reader.records, interviews=())) == [of_all]


def test_without_names_dates_contacts_ticks_and_settings_go(reader: Reader) -> None:
    """And no text that may hold a name, not even in a field that only a newer program knows."""
    contact = reader.log("called", "24 11 2026", who="Ms Lee", note="Ms Lee", entry="e1")
    closed = reader.enter("closed", "e2", {"closed-first": "24 12 2026"}, label="Ms Lee")
    reader.enter("person", "e3", {}, name="Ms Lee")
    for name in ("employer", "role", "promised", "unheard-of"):
        reader.text(name, "Ms Lee")
    setting = reader.text("gap", "12", "all")
    tick = reader.write("tick", step="meet-names", round=0, on=True, more="Ms Lee")
    reader.records["90.x.1"] = json.dumps({"format": 9, "interview": "all", "more": "Ms Lee"})
    nameless = portable(reader.records, names=False)

    assert list(nameless) == [contact, closed, setting, tick]
    assert "Lee" not in canonical(nameless)
    assert json.loads(nameless[contact])["dates"]
    assert nameless[setting] == reader.records[setting]
    assert portable(unite(nameless, reader.records)) == portable(reader.records)


def test_every_text_that_the_page_keeps_is_known_here_as_name_or_setting() -> None:
    """A new text must be thought of: does it hold a name?"""
    assert sorted(NO_NAMES) == ["country", "first-wait", "follows", "gap", "grace", "messages", "office", "part"]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "better"),
    [("ab", "b", "ab"), ("ab", "ac", "ac"), ("", "", ""), ("\U0001f600", "zzz", "zzz"), ("\U0001f600", "\ufffd\ufffd", "\ufffd\ufffd")],
)  # fmt: skip
def test_the_longer_text_wins_then_the_greater(one: str, other: str, better: str) -> None:
    """As JavaScript measures and orders: a sign beyond the first 65,536 counts as two."""
    assert unite({"k": one, "a": "x"}, {"k": other}) == {"k": better, "a": "x"}
    assert unite({"k": other}, {"k": one}) == {"k": better}


def test_equal_records_have_one_form() -> None:
    """Whatever the order of fields and of records; what is no record stands for itself."""
    one = {"2.a.1": '{"b": 1, "a": "é"}', "1.a.1": "["}
    other = {"1.a.1": "[", "2.a.1": '{"a":"\\u00e9","b":1}'}

    assert canonical(one) == canonical(other) == '1.a.1 "["\n2.a.1 {"a":"\\u00e9","b":1}\n'
    assert canonical({"1.a.1": "1"}) != canonical({"1.a.1": "1.0"})


def test_a_snapshot_keeps_what_it_does_not_understand(reader: Reader) -> None:
    """Of its own interview, or of nobody knows which; and the record that deletes it."""
    reader.tick("meet-names")
    tick = reader.tick("meet-names")
    first = min(reader.records)
    reader.tick("meet-next")
    latest = reader.tick("meet-next", on=False)
    gone = reader.write("deleted", on=True)
    reader.records |= {"80.x.1": "", "81.x.1": '{"format":1,"interview":"abc123","what":"new"}', "82.x.1": '{"format":9,"interview":"two"}'}  # fmt: skip

    assert kept_keys(reader.records, reader.interview) == [first, tick, latest, gone, "80.x.1", "81.x.1"]  # fmt: skip
