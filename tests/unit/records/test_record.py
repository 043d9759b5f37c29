"""Records: hostile until checked; what cannot be read raises and nothing else."""

import json
from datetime import date

import pytest

from followup.dates.civil_date import Typed
from followup.errors import NewerRecordError, RecordError
from followup.records.record import (
    FIELDS,
    FORMAT,
    Answered,
    Chosen,
    Deleted,
    Entered,
    Exported,
    Removed,
    SetAside,
    Stamp,
    Ticked,
    Wrote,
    read_record,
)

GOOD = {"format": FORMAT, "interview": "abc123", "written": "2026-11-24"}


def read(**fields: object) -> object:
    """Read a record with these fields."""
    return read_record("12.k3f9ab12.4", json.dumps(GOOD | fields)).event


def test_a_record_of_each_kind_is_read() -> None:
    """The nine kinds, each with its fields and no others needed."""
    boxes = {"day": "24", "month": "Nov", "year": "2026"}

    assert read(what="tick", step="meet-names", round=2, on=True) == Ticked(
        "meet-names", 2, on=True
    )
    assert read(what="aside", step="meet-names", on=False) == SetAside("meet-names", on=False)
    assert read(what="answer", question="interview", typed=boxes) == Answered(
        "interview", Typed("24", "Nov", "2026")
    )
    assert read(
        what="entry",
        form="contact",
        entry="e1",
        fields={"kind": "called"},
        dates={"contact": boxes},
        texts={},
    ) == Entered("contact", "e1", (("kind", "called"),), (("contact", Typed("24", "Nov", "2026")),))
    assert read(
        what="entry", form="person", entry="e2", fields={}, dates={}, texts={"name": "Ana\nÅ\0"}
    ) == Entered("person", "e2", (), (), (("name", "Ana\nÅ"),))
    assert read(what="text", name="employer", text="Acme <b>") == Wrote("employer", "Acme <b>")
    assert read(what="deleted", on=True) == Deleted(on=True)
    assert read(what="removed", entry="e1", on=True) == Removed("e1", on=True)
    assert read(what="choice", name="show", value="core") == Chosen("show", "core")
    assert read(what="exported", name="calendar-first-0", day="2026-12-01", on=True) == Exported(
        "calendar-first-0", date(2026, 12, 1), on=True
    )
    assert read(what="exported", name="backup", day="", on=False) == Exported(
        "backup", None, on=False
    )


def test_a_record_of_a_newer_format_is_known_as_such() -> None:
    """It is whole, and left to the program that wrote it, whatever else stands in it."""
    for newer in (FORMAT + 1, 10**30):
        with pytest.raises(NewerRecordError):
            read(format=newer, what="unheard-of")
    nevers: tuple[object, ...] = (0, -1, True, 2.0, "3", None, [], {})
    for never in nevers:
        with pytest.raises(RecordError) as error:
            read(format=never, what="deleted", on=True)
        assert error.type is RecordError


def test_an_entry_needs_its_form_and_its_texts() -> None:
    """Only the first format could go without."""
    entry = {
        "what": "entry",
        "form": "contact",
        "entry": "e1",
        "fields": {},
        "dates": {},
        "texts": {},
    }
    assert read(**entry)
    for name in FIELDS["entry"]:
        with pytest.raises(RecordError):
            read(**(entry | {name: None}))


@pytest.mark.parametrize("day", [None, "20261201", "2026-02-30", 5, " "])
def test_an_exported_day_of_another_form_is_refused(day: object) -> None:
    """A day, or none."""
    with pytest.raises(RecordError):
        read(what="exported", name="backup", day=day, on=True)


def test_the_key_orders_and_the_record_says_whose_it_is() -> None:
    """Clock, tab and count come from the key."""
    text = json.dumps(GOOD | {"what": "tick", "step": "meet-names", "round": 0, "on": True})
    record = read_record("12.k3f9ab12.4", text)

    assert record.stamp == Stamp(12, "k3f9ab12", 4)
    assert (record.interview, record.written) == ("abc123", date(2026, 11, 24))
    assert Stamp(2, "b", 0) < Stamp(10, "a", 0) < Stamp(10, "b", 0) < Stamp(10, "b", 1)


def test_a_step_that_the_guide_does_not_know_is_read_too() -> None:
    """Unknown names are kept: an older or newer guide may know them."""
    assert read(what="tick", step="gone-step", round=0, on=True) == Ticked("gone-step", 0, on=True)


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "7", '"text"', "{", '{"format":1}', "[" * 100_000, "\ud800", "{}" * 2,
        '{"format":1,"what":"tick"', "NaN",
    ],
)  # fmt: skip
def test_text_that_is_no_record_is_refused(text: str) -> None:
    """Broken, nested, empty or of another shape."""
    with pytest.raises(RecordError):
        read_record("1.tab.0", text)


@pytest.mark.parametrize("key", ["", "1", "1.tab", "x.tab.0", "1.TAB.0", "-1.tab.0", "1.tab.0.9", "1" * 20 + ".a.0", "١.tab.0"])  # fmt: skip
def test_a_wrong_key_is_refused(key: str) -> None:
    """A key is clock, tab and count."""
    with pytest.raises(RecordError, match="key"):
        read_record(key, json.dumps(GOOD | {"what": "tick", "step": "meet-names"}))


@pytest.mark.parametrize(
    "fields",
    [
        {"format": 0}, {"format": "1"}, {"format": None}, {"what": "fly"}, {"what": None},
        {"interview": ""}, {"interview": "../x"}, {"interview": 5}, {"written": "20261124"},
        {"written": "2026-13-01"}, {"written": None}, {"step": "<b>"}, {"step": "x" * 50},
        {"round": -1}, {"round": 1000}, {"round": True}, {"round": 1.0}, {"round": "0"},
        {"on": 1}, {"on": "true"}, {"on": None}, {"round": 10**30},
    ],
)  # fmt: skip
def test_a_field_of_another_form_is_refused(fields: dict[str, object]) -> None:
    """Known keys, types and lengths only."""
    with pytest.raises(RecordError):
        read(**({"what": "tick", "step": "meet-names", "round": 0, "on": True} | fields))


@pytest.mark.parametrize("boxes", [None, [], {"day": 24}, {"first": 1}, {"year": {}}])
def test_typed_boxes_of_another_form_are_refused(boxes: object) -> None:
    """Texts, each of which may be absent."""
    with pytest.raises(RecordError):
        read(what="answer", question="interview", typed=boxes)


def test_typed_boxes_are_read_in_full() -> None:
    """A whole date with marks around its parts is long. The record itself has a longest text."""
    event = read(what="answer", question="interview", typed={"day": "x" * 3000})

    assert isinstance(event, Answered)
    assert event.typed.day == "x" * 3000


@pytest.mark.parametrize(("first", "expected"), [("day", "day"), ("month", "month"), ("year", "")])
def test_what_comes_first_in_a_date_of_numbers_is_one_of_two(first: str, expected: str) -> None:
    """Anything else settles nothing."""
    event = read(what="answer", question="interview", typed={"day": "3/4/2026", "first": first})

    assert isinstance(event, Answered)
    assert event.typed.first == expected


def test_lone_surrogates_do_not_come_through() -> None:
    """JSON can carry them and UTF-8 cannot, so the answer could not be sent back."""
    event = read(what="answer", question="interview", typed={"day": "\ud800"})

    assert isinstance(event, Answered)
    event.typed.day.encode("utf-8")
