"""The page "Save a copy": the file with everything, and the reminder to take a copy."""

import json
from html import unescape

import pytest
from asking import INTERVIEW, Reader

from followup.copies.backup import read_backup
from followup.copies.portable import canonical, portable
from followup.records.record import ALL

SITE = "https://careers.example/follow-up/"


def test_the_file_holds_everything_and_is_named_after_the_day(reader: Reader) -> None:
    """Names and notes too, in text that can be read."""
    reader.answer("interview", "24 11 2026")
    reader.text("employer", "Acme & Sons <b>")
    outputs = reader.ask(panels=["backup"])["outputs"]
    text = unescape(outputs["keep.file-text"])

    assert 'data-name="follow-up-2026-11-24.json"' in outputs["keep.file"]
    assert (
        'data-type="application/json" data-exports="backup" data-of="all"' in outputs["keep.file"]
    )
    assert canonical(read_backup(text).records) == canonical(portable(reader.records))
    assert "Acme & Sons <b>" in text
    assert json.loads(text)["made"] == "2026-11-24"


def test_it_says_when_the_last_file_was_saved(reader: Reader) -> None:
    """On which day."""
    reader.answer("interview", "24 11 2026")
    assert "not saved a file in this browser yet" in reader.ask()["outputs"]["keep.file"]
    reader.write("exported", of=ALL, name="backup", day="", on=True)

    assert "You last saved a file on <time" in reader.ask()["outputs"]["keep.file"]


def test_a_newcomer_has_nothing_to_save(reader: Reader) -> None:
    """And no button to save it, but one that leads on."""
    outputs = reader.ask(panels=["backup"])["outputs"]

    assert 'class="lead-on"' in outputs["keep.file"]

    assert "nothing to keep yet" in outputs["keep.file"]
    assert outputs["keep.file-text"] == ""


def test_what_is_too_large_for_a_file_is_saved_one_interview_at_a_time(reader: Reader) -> None:
    """Or as it stands, if one alone is too large."""
    for name in (INTERVIEW, "second"):
        reader.interview = name
        for _ in range(100):
            reader.log("emailed", "24 11 2026", note="x" * 1000, who="y" * 700)
    html = reader.ask(panels=["backup"])["outputs"]["keep.file"]
    assert "too large for one file" in html
    assert 'data-of="second"' in html
    for _ in range(100):
        reader.log("emailed", "24 11 2026", note="x" * 1000, who="y" * 700)
    outputs = reader.ask(panels=["backup"])["outputs"]
    assert "data-raw-export" in outputs["keep.file"]
    assert outputs["keep.file-text"] == ""


# The reminder


@pytest.mark.parametrize(("today", "due"), [("2026-12-01", False), ("2026-12-02", True)])
def test_the_reminder_has_its_reason_and_a_way_out(reader: Reader, today: str, *, due: bool) -> None:  # fmt: skip
    """Nothing at all on the seventh day; one on the eighth."""
    reader.answer("interview", "24 11 2026")
    reader.today = today
    html = reader.ask(panels=["copy-reminder"], site=SITE)["outputs"]["keep.reminder"]

    assert bool(html) is due
    if due:
        assert "only in this browser since" in html
        assert "Tuesday 24 November 2026" in html
        assert f'href="{SITE}plan/keep/"' in html
        assert 'data-exports="remind-later" data-of="all"' in html


def test_after_a_copy_it_tells_of_the_copy(reader: Reader) -> None:
    """Once something has changed."""
    reader.answer("interview", "24 11 2026")
    reader.write("exported", of=ALL, name="backup", day="", on=True)
    reader.tick("meet-names")
    reader.today = "2026-12-02"

    assert "changed since your last copy" in reader.ask()["outputs"]["keep.reminder"]
    reader.write("exported", of=ALL, name="remind-later", day="", on=True)
    assert reader.ask()["outputs"]["keep.reminder"] == ""
