"""Migrations: what older programs wrote is read as they meant it, and never changed."""

import copy
from datetime import date

import pytest
from asking import Reader
from saved_files import MOVED, STORAGES, raw_export, saved

from followup.copies.backup import read_backup, write_backup
from followup.copies.links import read_link, write_short
from followup.copies.portable import canonical, portable, state_of
from followup.dates.civil_date import Typed
from followup.records.migrations import MIGRATIONS, migrate
from followup.records.record import FORMAT, Entered, read_record

FIRST_ENTRY = {
    "format": 1,
    "interview": "one",
    "written": "2026-12-01",
    "what": "entry",
    "entry": "e1",
    "fields": {"kind": "called"},
    "dates": {},
}


def test_there_is_one_for_each_older_format() -> None:
    """None is left out, and none leads too far."""
    assert sorted(MIGRATIONS) == list(range(1, FORMAT))
    assert all(MIGRATIONS[number]({})["format"] == number + 1 for number in MIGRATIONS)


def test_a_first_entry_gets_its_form_and_no_texts() -> None:
    """And its argument stays as it was."""
    before = copy.deepcopy(FIRST_ENTRY)

    assert migrate(FIRST_ENTRY) == {**before, "format": FORMAT, "form": "contact", "texts": {}}
    assert before == FIRST_ENTRY


def test_what_a_later_site_of_format_1_wrote_stays() -> None:
    """Form and texts were there before the format had a new number."""
    later = FIRST_ENTRY | {"form": "person", "texts": {"name": "Ms Lee"}}
    other = {"format": 1, "what": "tick", "step": "meet-names"}

    assert migrate(later) == later | {"format": FORMAT}
    assert migrate(other) == other | {"format": FORMAT}


@pytest.mark.parametrize("number", [FORMAT, FORMAT + 1, 0, -1, True, 1.0, "1", None, [], {}])
def test_any_other_format_is_left_alone(number: object) -> None:
    """Whoever reads the record refuses it."""
    assert migrate({"format": number}) == {"format": number}


@pytest.mark.parametrize("name", [*STORAGES, MOVED])
def test_a_saved_storage_of_every_format_is_read(name: str) -> None:
    """Record by record, none skipped, to the portable state that it always had."""
    found = read_backup(raw_export(name))
    state = portable(found.records)

    assert found.skipped == 0
    assert [read_record(key, text) for key, text in found.records.items()]
    assert canonical(state).splitlines() == saved(name)["portable"]
    assert canonical(read_link(write_short(state))) == canonical(state)
    assert canonical(read_backup(write_backup(state, state_day())).records) == canonical(state)


def state_day() -> date:
    """Return any day."""
    return date(2026, 12, 2)


@pytest.mark.parametrize("name", STORAGES)
def test_what_was_saved_means_the_same_in_every_format(name: str) -> None:
    """The same acts, done on each of the sites."""
    state = state_of(read_backup(raw_export(name)).records)
    (first, *_) = state.interviews()
    entries = state.entries(first, "contact")

    assert state.typed(first, "interview") == Typed("23", "11", "2026")
    assert state.entered[first] == date(2026, 11, 24)
    assert [entered.entry for _, entered, _ in entries] == ["q1w2e3r4", "t5y6u7i8"]
    assert isinstance(entries[0][1], Entered)
    assert dict(entries[0][1].fields) == {"kind": "spoke", "purpose": "follow_up"}


def test_a_saved_move_means_what_it_meant(reader: Reader) -> None:
    """A cancelled interview, and then a new day: the plan starts again from it."""
    reader.records = read_backup(raw_export(MOVED)).records
    (reader.interview,) = state_of(reader.records).interviews()
    reader.today = "2026-12-04"
    outputs = reader.ask(changed=[])["outputs"]

    assert 'data-step="first" data-state="next" data-channel="phone"' in outputs["plan"]
    assert '<time datetime="2026-12-16">' in outputs["plan"]
    assert '<time datetime="2026-12-01">' in outputs["moved.decision"]
