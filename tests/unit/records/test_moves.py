"""The employer moves the interview, or cancels it: rule 10, through the one door.

The interview was to be on Tuesday 24 November 2026, they called on 3 December, and on Friday
4 December they move it to Wednesday 9 December. Its worked dates are in tests/cases/plan.toml.
"""

from datetime import date

import pytest
from asking import Reader

from followup import words
from followup.copies.backup import read_backup, write_backup
from followup.copies.incoming import read_incoming
from followup.copies.links import read_link, write_short
from followup.copies.portable import canonical, portable
from followup.dates.plan import OUTCOMES
from followup.errors import NewerRecordError
from followup.records import record
from followup.records.record import USUAL_FORMAT, read_record

FIRST = '<time datetime="2026-12-16">'
"""The first contact after the moved interview."""


@pytest.fixture(name="seen")
def _seen(reader: Reader) -> Reader:
    """It is Friday 4 December, and a call of the day before went unanswered."""
    reader.answer("interview", "24 11 2026")
    reader.today = "2026-12-04"
    reader.log("called", "3 12 2026", entry="e1")
    return reader


def shown(reader: Reader, *names: str) -> list[str]:
    """Return what panels and places show."""
    outputs = reader.ask()["outputs"]
    return [str(outputs[name]) for name in names]


def plan_of(reader: Reader) -> str:
    """Return the panel of the plan."""
    return shown(reader, "plan")[0]


def problem(reader: Reader, name: str) -> str:
    """Return the sentence beside a field."""
    return shown(reader, f"problem.{name}")[0]


# A move


def test_a_move_is_in_the_log_and_taking_it_out_restores_the_plan(seen: Reader) -> None:
    """And putting it back brings the new one back."""
    before = plan_of(seen)
    seen.move("4 12 2026", "9 12 2026", entry="m1")
    moved, log = shown(seen, "plan", "log")

    assert FIRST in moved
    assert "They moved the interview to " in moved
    assert "Next: telephone them on Wednesday 16 December 2026." in seen.ask()["announce"]["kept"]
    assert 'id="entry-m1"' in log
    assert 'id="edit-m1"' in log
    assert words.plain(words.BEFORE_MOVE) in log[log.index("entry-e1") : log.index("entry-m1")]

    seen.remove("m1")

    assert plan_of(seen) == before

    seen.remove("m1", on=False)

    assert plan_of(seen) == moved


def test_a_move_can_be_changed(seen: Reader) -> None:
    """It is loaded into the form with all its days, and the same entry replaces it."""
    seen.move("4 12 2026", "9 12 2026", "18 12 2026", entry="m1", note="By email")
    inputs = seen.ask(editing="m1")["inputs"]

    assert inputs["kind-moved"]["checked"] is True
    assert [inputs[f"moved-to-{part}"]["value"] for part in ("day", "month", "year")] == [
        "9",
        "12",
        "2026",
    ]
    assert inputs["new-decision-day"]["value"] == "18"

    seen.move("4 12 2026", "10 12 2026", entry="m1")

    assert '<time datetime="2026-12-17">' in plan_of(seen)
    assert shown(seen, "log")[0].count("They moved the interview") == 1


@pytest.mark.parametrize(
    ("told", "to", "named", "field", "sentence"),
    [
        ("4 12 2026", "", "", "moved-to", "Type the new day of the interview. If they named none"),
        ("4 12 2026", "31 11 2026", "", "moved-to", "There is no 31 November 2026."),
        ("4 12 2026", "3 12 2026", "", "moved-to", "must not be before they named it on "),
        ("5 12 2026", "9 12 2026", "", "contact", "must not be after today"),
        ("", "9 12 2026", "", "contact", "Type the day of the contact."),
        ("4 12 2026", "9 12 2026", "8 12 2026", "new-decision", "before the interview on "),
    ],
)
def test_a_refused_move_moves_nothing_and_stays_as_typed(
    seen: Reader, told: str, to: str, named: str, field: str, sentence: str
) -> None:
    """With its sentence beside the boxes, in the form in which it can be corrected."""
    before = plan_of(seen)
    seen.move(told, to, named, entry="m1")

    assert sentence in problem(seen, field)
    assert plan_of(seen) == before
    assert seen.ask()["inputs"]["contact-form"] == {"attributes": {"data-entry": "m1"}}
    assert seen.ask()["inputs"]["kind-moved"]["checked"] is True
    assert str(seen.ask()["announce"]["kept"]).startswith("Not logged yet: ")


def test_they_can_move_it_before_the_interview_and_contacts_count_from_then(seen: Reader) -> None:
    """A contact after they said so is accepted; one before, that is before both, is not."""
    seen.move("16 11 2026", "2 12 2026", entry="m1")
    seen.log("emailed", "20 11 2026", entry="e2")

    assert problem(seen, "contact") == ""
    assert 'data-state="counts" id="entry-e2"' in shown(seen, "log")[0]

    seen.log("emailed", "13 11 2026", entry="e3")

    assert "before they moved the interview, on Monday 16 November 2026" in problem(
        seen, "contact"
    ).replace('<time datetime="2026-11-16">', "").replace("</time>", "")


def test_a_move_taken_out_lets_nothing_take_the_place_of_a_contact(reader: Reader) -> None:
    """What only the move let in stands in the log with its sentence, and not in the form."""
    reader.answer("interview", "24 11 2026")
    reader.today = "2026-11-20"
    reader.move("16 11 2026", "2 12 2026", entry="m1")
    reader.log("emailed", "20 11 2026", entry="e2")
    reader.remove("m1")

    assert 'data-state="refused" id="entry-e2"' in shown(reader, "log")[0]
    assert reader.ask()["inputs"]["contact-form"] == {"attributes": {"data-entry": ""}}


def test_two_moves_in_a_row_and_the_first_taken_out(seen: Reader) -> None:
    """The one they told last counts, in whichever order they were entered."""
    seen.today = "2026-12-07"
    seen.move("7 12 2026", "14 12 2026", entry="m2")
    seen.move("4 12 2026", "9 12 2026", entry="m1")

    assert '<time datetime="2026-12-21">' in plan_of(seen)

    seen.remove("m1")

    assert '<time datetime="2026-12-21">' in plan_of(seen)

    seen.remove("m2")
    seen.remove("m1", on=False)

    assert FIRST in plan_of(seen)


def test_a_contact_after_the_new_day_counts_though_it_was_logged_first(seen: Reader) -> None:
    """They said on 27 November that it is on 1 December; the call was on the 3rd."""
    seen.move("27 11 2026", "1 12 2026")

    assert 'data-step="first" data-state="done"' in plan_of(seen)
    assert '<time datetime="2026-12-14">' in plan_of(seen)


def test_after_a_move_to_an_earlier_day_contacts_count_from_that_day(reader: Reader) -> None:
    """Though the first day of the interview is still to come; so does an outcome."""
    reader.answer("interview", "24 11 2026")
    reader.today = "2026-11-20"
    reader.move("16 11 2026", "17 11 2026", entry="m1")
    reader.log("called", "20 11 2026", entry="e1")

    assert problem(reader, "contact") == ""
    assert 'data-step="first" data-state="done"' in plan_of(reader)
    assert '<time datetime="2026-11-30">' in plan_of(reader)

    reader.choose("outcome", "turned_down")
    reader.answer("outcome-day", "19 11 2026")

    assert problem(reader, "outcome-day") == ""


def test_a_corrected_date_stays_a_correction(seen: Reader) -> None:
    """It refuses a contact before it as ever, and what they moved stays where it is."""
    seen.answer("interview", "4 12 2026")

    assert 'data-state="refused" id="entry-e1"' in shown(seen, "log")[0]

    seen.answer("interview", "24 11 2026")
    seen.move("4 12 2026", "9 12 2026")
    moved = plan_of(seen)
    seen.answer("interview", "25 11 2026")

    assert plan_of(seen) == moved
    assert '<time datetime="2026-11-25">' in shown(seen, "echo.interview")[0]


# Decision dates


def test_an_old_decision_date_no_longer_counts_and_the_page_asks_for_a_new_one(
    seen: Reader,
) -> None:
    """Where it is asked for, and with the plan; the new one may be typed there."""
    seen.answer("decision", "1 12 2026")
    seen.move("4 12 2026", "9 12 2026")
    panel, asked, adviser = shown(seen, "plan", "moved.decision", "adviser-text")

    assert seen.ask()["announce"]["kept"].endswith(
        "The decision date Tuesday 1 December 2026 no longer counts, as it is before the new "
        "interview."
    )
    assert "no longer counts, as it is before the new interview." in panel
    assert 'href="#decision-date"' in panel
    assert '<time datetime="2026-12-01">' in asked
    assert "If they named a new one, type it here." in asked
    assert "The decision date Tuesday 1 December 2026 no longer counts" in adviser
    assert "Decision date: " not in adviser

    seen.answer("decision", "18 12 2026")

    assert shown(seen, "moved.decision") == [""]
    assert "no longer counts" not in plan_of(seen)
    assert '<time datetime="2026-12-21">' in plan_of(seen)


def test_a_decision_date_typed_after_the_move_is_newer_than_those_of_before(seen: Reader) -> None:
    """Also if they had named the old one in a reply. One before the new interview is refused."""
    seen.log("they-emailed", "4 12 2026", "7 12 2026")
    seen.move("4 12 2026", "9 12 2026")

    assert '<time datetime="2026-12-07">' in shown(seen, "moved.decision")[0]

    seen.answer("decision", "8 12 2026")

    assert "must not be before the interview on " in problem(seen, "decision")

    seen.answer("decision", "18 12 2026")

    assert '<time datetime="2026-12-21">' in plan_of(seen)
    assert shown(seen, "moved.decision") == [""]


def test_a_decision_date_that_they_name_before_the_new_interview_counts(seen: Reader) -> None:
    """The contact itself moves nothing, but what they decide by is known."""
    seen.move("4 12 2026", "9 12 2026")
    seen.today = "2026-12-07"
    seen.log("they-emailed", "7 12 2026", "18 12 2026")

    assert '<time datetime="2026-12-21">' in plan_of(seen)
    assert 'data-step="first" data-state="next"' in plan_of(seen)
    assert words.plain(words.BEFORE_MOVE) not in shown(seen, "log")[0].partition("7 December")[2]


# Cancelled


def test_a_cancelled_interview_stops_the_plan_and_has_a_way_back(seen: Reader) -> None:
    """As an outcome with its own sentence; the day of it may be before the interview."""
    before = plan_of(seen)
    seen.choose("outcome", "cancelled")
    seen.answer("outcome-day", "20 11 2026")

    assert "They cancelled the interview." in plan_of(seen)
    assert "tentative" not in plan_of(seen)
    assert problem(seen, "outcome-day") == ""
    assert 'id="outcome-back"' in shown(seen, "outcome-next")[0]
    assert "Have they named a new day?" in shown(seen, "outcome-next")[0]

    seen.choose("outcome", "none")

    assert plan_of(seen) == before


def test_a_new_day_after_a_cancelled_interview_starts_the_plan_again(seen: Reader) -> None:
    """Taking that out of the log cancels it again, and so does saying it anew."""
    seen.choose("outcome", "cancelled")
    seen.move("4 12 2026", "9 12 2026", entry="m1")

    assert FIRST in plan_of(seen)
    assert seen.ask()["inputs"]["outcome-none"]["checked"] is True

    seen.remove("m1")

    assert "They cancelled the interview." in plan_of(seen)

    seen.remove("m1", on=False)
    seen.choose("outcome", "cancelled")

    assert "They cancelled the interview." in plan_of(seen)


@pytest.mark.parametrize("outcome", [one for one in OUTCOMES if one != "cancelled"])
def test_a_move_takes_no_other_outcome_back(seen: Reader, outcome: str) -> None:
    """What they decided is decided."""
    seen.choose("outcome", outcome)
    seen.move("4 12 2026", "9 12 2026")

    assert words.OUTCOME_ANSWERS[outcome] in plan_of(seen)


# What hangs on it


def test_a_pin_ends_with_a_move_and_comes_back_with_its_removal(seen: Reader) -> None:
    """It was the reader's own day for a step that is no more."""
    seen.answer("pin-1", "16 12 2026")
    pinned = plan_of(seen)
    seen.move("4 12 2026", "9 12 2026", entry="m1")

    assert "The day you chose." not in plan_of(seen)
    assert seen.ask()["inputs"]["pin-date"]["attributes"] == {"data-question": "pin-1-1"}

    seen.answer("pin-1-1", "18 12 2026")

    assert "The day you chose." in plan_of(seen)

    seen.remove("m1")

    assert plan_of(seen) == pinned


def test_the_new_day_stands_wherever_the_interview_has_one(seen: Reader) -> None:
    """List, name, pictures and adviser; the old day is told as such."""
    seen.move("4 12 2026", "9 12 2026")
    outputs = seen.ask()["outputs"]

    rows, report = outputs["interviews.open"], outputs["adviser-text"]
    assert 'Interview date: <time datetime="2026-12-09">' in rows
    assert 'Moved from: <time datetime="2026-11-24">' in rows
    assert "Interview date: Wednesday 9 December 2026" in report
    assert "They moved the interview to Wednesday 9 December 2026." in report
    assert ",Interview date,2026-11-24," in outputs["adviser-csv"].replace('"', "")
    for picture in ("calendar", "timeline"):
        assert "Interview, replaced by a newer one" in outputs[picture]
    assert '<time datetime="2026-12-09">' in outputs["moved.interview"]


def test_the_way_to_log_a_move_stands_where_the_date_is_corrected(reader: Reader) -> None:
    """Once there is a date, and as long as there is no move and no outcome."""
    assert shown(reader, "moved.interview") == [""]

    reader.answer("interview", "24 11 2026")

    assert "Did the employer move it?" in shown(reader, "moved.interview")[0]
    assert 'href="../dates/#log-a-contact"' in shown(reader, "moved.interview")[0]

    reader.choose("outcome", "offer")

    assert shown(reader, "moved.interview") == [""]


def test_an_entry_in_the_calendar_of_a_plan_that_was_moved_is_to_delete(seen: Reader) -> None:
    """The step after a call is no more; that of a plan without contacts has another day."""
    seen.write("exported", name="calendar-later-1", day="2026-12-14", on=True)

    assert shown(seen, "calendar.stale") == [""]

    seen.move("4 12 2026", "9 12 2026")

    assert "calendar-later-1" in shown(seen, "calendar.stale")[0]
    assert 'data-exports="calendar-first-1"' in shown(seen, "calendar.buttons")[0]

    seen.remove("e1")
    seen.write("exported", name="calendar-first-0", day="2026-12-07", on=True)

    assert 'id="stale-calendar-first-0"' in shown(seen, "calendar.stale")[0]
    assert 'data-exports="calendar-first-0"' in shown(seen, "calendar.buttons")[0]


# Formats


def test_only_a_move_and_a_cancelled_interview_are_too_new_for_older_programs(
    seen: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program of format 2 would read neither rightly, so it must know that it cannot."""
    usual = dict(seen.records)
    newer = {seen.move("4 12 2026", "9 12 2026"), seen.choose("outcome", "cancelled")}
    monkeypatch.setattr(record, "FORMAT", USUAL_FORMAT)
    monkeypatch.setattr(record, "migrate", dict)

    for key, text in seen.records.items():
        if key in newer:
            with pytest.raises(NewerRecordError):
                record.read_record.__wrapped__(key, text)
        else:
            assert record.read_record.__wrapped__(key, text) == read_record(key, usual[key])


def test_copies_carry_both_formats_unchanged(seen: Reader) -> None:
    """Lines of the usual one name none in a file, as they never did."""
    seen.move("4 12 2026", "9 12 2026", entry="m1")
    seen.choose("outcome", "cancelled")
    texts = portable(seen.records)
    file, link = write_backup(texts, date(2026, 12, 4)), write_short(texts)

    assert file.count('{"format":3,') == 2
    assert '"format": 2' in file
    assert '{"format":2,' not in file
    for found in (read_backup(file).records, read_link(link)):
        assert canonical(found) == canonical(texts)
    assert read_incoming("file", file).is_changed is False


def test_a_move_may_come_in_the_usual_format_too() -> None:
    """Whoever wrote it so, it says the same."""
    text = (
        '{"format":2,"interview":"one","written":"2026-12-04","what":"entry","form":"contact",'
        '"entry":"m1","fields":{"kind":"moved"},"dates":{},"texts":{}}'
    )

    assert read_record("1.a.1", text) == read_record("1.a.1", text.replace('t":2', 't":3'))
