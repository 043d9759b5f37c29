"""What the page hands out for a calendar: the next step, all dates, a text, and what to delete."""

import re
from html import unescape
from typing import Any

import pytest
from asking import INTERVIEW, Reader

from followup import words
from followup.copies.links import read_link
from followup.copies.portable import canonical, portable
from followup.records.record import ALL

SITE = "https://careers.example.org/follow-up/"
OFFSETS = [["2026-11-24", 0], ["2027-03-28", 60]]
LINK = re.compile(r"https://careers\.example\.org/follow-up/plan/restore/#\S+")


@pytest.fixture(name="seeker")
def _seeker(reader: Reader) -> Reader:
    """A reader with one interview, with names, and days when they are closed."""
    reader.text("employer", "Acme & Sons")
    reader.text("role", "Analyst")
    reader.enter("closed", "c1", {"closed-first": "1 12 2026", "closed-last": "1 12 2026"}, label="Acme outing")  # fmt: skip
    reader.answer("interview", "24 11 2026")
    return reader


def outputs(reader: Reader, **changes: object) -> dict[str, str]:
    """Return what the panels show."""
    panels = ["calendar-file", "calendar-stale"]
    asked: dict[str, Any] = {"panels": panels, "site": SITE, "offsets": OFFSETS} | changes
    shown: dict[str, str] = reader.ask(**asked)["outputs"]
    return shown


def entries(reader: Reader, name: str = "calendar-next") -> list[dict[str, str]]:
    """Return the entries of a file: the value of each property, unfolded and unescaped."""
    text = unescape(outputs(reader)[name]).replace("\r\n ", "")
    found = []
    for part in text.split("BEGIN:VEVENT\r\n")[1:]:
        lines = part.split("BEGIN:VALARM")[0].split("\r\n")[:-1]
        pairs = (re.split(r"[:;]", line, maxsplit=1) for line in lines)
        found.append({name: re.sub(r"\\(.)", lambda one: {"n": "\n"}.get(one[1], one[1]), value) for name, value in pairs})  # fmt: skip
    return found


def forms(reader: Reader) -> list[str]:
    """Return the addresses of the forms."""
    return re.findall(r'href="(https[^"]+)"', unescape(outputs(reader)["calendar.buttons"]))


def export(reader: Reader, name: str, day: str, *, on: bool = True) -> None:
    """Do as the page does when an entry was put into a calendar, or deleted from it."""
    reader.write("exported", name=name, day=day, on=on)


def stale(reader: Reader) -> str:
    """Return what the page says of entries to delete, as text."""
    return re.sub(r"<[^>]+>", "", unescape(outputs(reader)["calendar.stale"]))


def test_the_next_step_is_one_entry_of_half_an_hour_at_ten(seeker: Reader) -> None:
    """Its title is the action; its text says why, and holds the link."""
    (entry,) = entries(seeker)

    assert entry["SUMMARY"] == "Telephone them about the interview"
    assert entry["DTSTART"] == "20261202T100000Z"
    assert entry["DTEND"] == "20261202T103000Z"
    assert entry["UID"] == f"{INTERVIEW}-first-0@careers.example.org"
    assert entry["URL"] == f"{SITE}plan/dates/"
    assert entry["DESCRIPTION"].startswith("7 days after the interview on Tuesday 24 November 2026, moved from Tuesday 1 December 2026 (closed).\n\n")  # fmt: skip
    assert LINK.search(entry["DESCRIPTION"])


def test_summer_time_counts_on_the_day_of_the_step(seeker: Reader) -> None:
    """10 o'clock in London is 9 in Greenwich."""
    seeker.today = "2027-03-22"
    seeker.answer("interview", "22 3 2027")

    assert entries(seeker)[0]["DTSTART"] == "20270329T090000Z"


def test_the_whole_day_can_be_chosen(seeker: Reader) -> None:
    """Then no hour is in it."""
    seeker.choose("calendar-time", "day", of=ALL)

    assert entries(seeker)[0]["DTSTART"] == "VALUE=DATE:20261202"
    assert entries(seeker)[0]["DTEND"] == "VALUE=DATE:20261203"


def test_no_name_goes_in_unless_it_is_asked_for(seeker: Reader) -> None:
    """Neither in title, text, link or a form; then in all of them, and the page says so before."""
    everything = str(outputs(seeker))
    carried = read_link(LINK.search(entries(seeker)[0]["DESCRIPTION"])[0])  # type: ignore[index] # it is there

    assert "Acme" not in everything
    assert "Acme" not in str(carried)
    assert "Then the day, the time and the title go to Google or Microsoft." in everything
    assert "Names are left out." in everything

    seeker.choose("calendar-names", "yes", of=ALL)
    (entry,) = entries(seeker)
    carried = read_link(LINK.search(entry["DESCRIPTION"])[0])  # type: ignore[index] # it is there

    assert entry["SUMMARY"] == "Telephone them about the interview at Acme & Sons"
    assert "Analyst" in str(carried)
    assert "Acme outing" not in entry["DESCRIPTION"].split("http")[0]
    programs = unescape(outputs(seeker)["calendar.buttons"])
    assert programs.count("at%20Acme%20%26%20Sons&") == 3
    assert "the title, which names the employer, go to Google or Microsoft." in programs
    assert "Names are put in." in programs
    seeker.text("employer", "")
    assert "and the title go to Google" in outputs(seeker)["calendar.buttons"]


def test_the_forms_have_title_and_time_and_never_the_link(seeker: Reader) -> None:
    """An address goes to its server. The time is the one that was chosen."""
    title = "Telephone%20them%20about%20the%20interview"
    compose = (
        f"calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent&subject={title}"
    )
    moments = "&startdt=2026-12-02T10:00:00Z&enddt=2026-12-02T10:30:00Z"

    google = f"https://calendar.google.com/calendar/render?action=TEMPLATE&text={title}"

    assert forms(seeker) == [
        f"{google}&dates=20261202T100000Z/20261202T103000Z",
        f"https://outlook.live.com/{compose}{moments}",
        f"https://outlook.office.com/{compose}{moments}",
    ]
    seeker.choose("calendar-names", "yes", of=ALL)
    seeker.choose("calendar-time", "day", of=ALL)
    assert [form.partition("Sons&")[2] for form in forms(seeker)] == [
        "dates=20261202/20261203",
        *["startdt=2026-12-02&enddt=2026-12-03&allday=true"] * 2,
    ]
    assert "Then the day and the title, which names" in outputs(seeker)["calendar.buttons"]


def test_each_program_notes_what_it_takes(seeker: Reader) -> None:
    """A form is noted as an entry that has no link; it says nothing about the page it came from."""
    programs = outputs(seeker)["calendar.buttons"]

    assert re.findall(r'id="add-(\w+)"', programs) == ["apple", "google", "outlook", "office", "file"]  # fmt: skip
    assert programs.count('data-exports="calendar-first-0" data-day="2026-12-02"') == 2
    assert programs.count('data-exports="calendar-first-0 form-first-0" data-day="2026-12-02 2026-12-02"') == 3  # fmt: skip
    assert programs.count('target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"') == 3  # fmt: skip


def test_without_a_known_hour_the_page_speaks_of_the_whole_day(seeker: Reader) -> None:
    """As the entry has it."""
    told = outputs(seeker, offsets=[])["calendar.buttons"]

    assert "the day and the title go to" in told
    assert "The whole day, with a reminder at 9" in unescape(told)


def test_the_link_in_the_entry_brings_the_plan_back(seeker: Reader) -> None:
    """What it carries is the portable state of this interview."""
    seeker.interview = "second"
    seeker.answer("interview", "25 11 2026")
    seeker.interview = INTERVIEW
    carried = read_link(LINK.search(entries(seeker)[0]["DESCRIPTION"])[0])  # type: ignore[index] # it is there

    expected = portable(seeker.records, interviews=[INTERVIEW], names=False)
    assert canonical(carried) == canonical(expected)


def test_the_number_of_the_version_rises_with_every_change_and_comes_back_by_the_link(seeker: Reader) -> None:  # fmt: skip
    """An export alone changes nothing; the browser that opened the link counts on from there."""
    first = int(entries(seeker)[0]["SEQUENCE"])
    export(seeker, "calendar-first-0", "2026-12-02")
    assert int(entries(seeker)[0]["SEQUENCE"]) == first
    seeker.answer("decision", "3 12 2026")
    (second,) = entries(seeker)
    assert int(second["SEQUENCE"]) > first

    seeker.records = read_link(LINK.search(second["DESCRIPTION"])[0])  # type: ignore[index] # it is there
    (restored,) = entries(seeker)
    assert restored | {"DESCRIPTION": ""} == second | {"DESCRIPTION": ""}
    assert stale(seeker).startswith("You put your first contact on Wednesday 2 December 2026")


def test_a_later_contact_is_another_entry(seeker: Reader) -> None:
    """And one that has the name which it had as a tentative one."""
    tentative = entries(seeker, "calendar-every")[1]
    seeker.today = "2026-12-02"
    seeker.log("emailed", "2 12 2026")
    (entry,) = entries(seeker)

    assert tentative["SUMMARY"] == "Email them about the interview (tentative)"
    assert entry["SUMMARY"] == "Email them about the interview"
    assert entry["UID"] == tentative["UID"] == f"{INTERVIEW}-later-1@careers.example.org"


def test_all_dates_are_one_file_and_each_is_noted(seeker: Reader) -> None:
    """To the close; the button names every entry with its day."""
    found = entries(seeker, "calendar-every")
    button = outputs(seeker)["calendar.all"]

    assert [entry["DTSTART"][:8] for entry in found] == ["20261202", "20261214", "20261224", "20270104"]  # fmt: skip
    assert len({entry["UID"] for entry in found}) == 4
    assert found[-1]["SUMMARY"] == "Close the application (tentative)"
    assert 'data-exports="calendar-first-0 calendar-later-1 calendar-later-2 calendar-close-3"' in button  # fmt: skip
    assert 'data-day="2026-12-02 2026-12-14 2026-12-24 2027-01-04"' in button


def test_the_text_says_the_same(seeker: Reader) -> None:
    """Action, day, why, link."""
    lines = unescape(outputs(seeker)["calendar-text"]).splitlines()

    assert lines[:2] == ["Telephone them about the interview", "Wednesday 2 December 2026"]
    assert lines[3].startswith("7 days after the interview on Tuesday 24 November 2026")
    assert LINK.fullmatch(lines[-1])


def test_a_link_that_is_too_long_is_left_out_and_the_text_says_so(seeker: Reader) -> None:
    """Below 2,000 characters, whatever was entered."""
    seeker.choose("calendar-names", "yes", of=ALL)
    told = []
    for number in range(60):
        seeker.enter("person", f"p{number}", {}, name=str(7 ** (99 + number)))
        (entry,) = entries(seeker)
        told.append("is too long" in entry["DESCRIPTION"])
        assert told[-1] == ("#restore" not in entry["DESCRIPTION"])
        assert len(entry["DESCRIPTION"]) < 2000

    assert not told[0]
    assert told[-1]
    assert told == sorted(told)


@pytest.mark.parametrize("length", [60, 61, 1000])
def test_a_long_name_is_cut_in_the_title(seeker: Reader, length: int) -> None:
    """No calendar shows more."""
    seeker.choose("calendar-names", "yes", of=ALL)
    seeker.text("employer", "W" * length)
    name = entries(seeker)[0]["SUMMARY"].removeprefix("Telephone them about the interview at ")

    assert name == ("W" * 60 if length == 60 else "W" * 59 + "…")


def test_a_step_that_is_late_stands_on_the_day_to_act(seeker: Reader) -> None:
    """With the day on which it was due; a reminder for today may be too late."""
    seeker.today = "2026-12-05"
    (entry,) = entries(seeker)

    assert entry["DTSTART"] == "20261207T100000Z"
    assert "It was due on Wednesday 2 December 2026." in entry["DESCRIPTION"]
    assert "may come too late" not in outputs(seeker)["calendar.buttons"]
    seeker.today = "2026-12-07"
    assert "may come too late" in outputs(seeker)["calendar.buttons"]


def test_without_a_plan_the_page_leads_on(reader: Reader) -> None:
    """To the date that is missing, and shows neither choices nor buttons."""
    answer = reader.ask(panels=["calendar-file"], site=SITE, offsets=OFFSETS)

    assert f">{words.FIRST_THING}</a>" in answer["outputs"]["calendar.answer"]
    assert 'href="../dates/#your-interview"' in answer["outputs"]["calendar.answer"]
    assert answer["inputs"]["calendar-box"] == {"attributes": {"hidden": ""}}
    assert answer["outputs"]["calendar-next"] == answer["outputs"]["calendar.buttons"] == ""


def test_what_was_put_into_the_calendar_is_remembered(seeker: Reader) -> None:
    """Until its date changes."""
    export(seeker, "calendar-first-0", "2026-12-02")

    assert "You put" in outputs(seeker)["calendar.buttons"]
    assert stale(seeker) == ""


def test_a_date_that_changed_names_the_entry_to_delete(seeker: Reader) -> None:
    """Until the reader says that it is deleted."""
    export(seeker, "calendar-first-0", "2026-12-02")
    seeker.answer("decision", "3 12 2026")

    assert stale(seeker).startswith(
        "You put your first contact on Wednesday 2 December 2026 into your calendar. "
        "That date has changed: delete that entry."
    )
    assert 'data-exported-off="calendar-first-0"' in outputs(seeker)["calendar.stale"]
    export(seeker, "calendar-first-0", "", on=False)
    assert stale(seeker) == ""


def test_a_step_done_early_names_the_entry_to_delete(seeker: Reader) -> None:
    """As does an outcome; an entry whose day is over reminds nobody and is left."""
    export(seeker, "calendar-first-0", "2026-12-02")
    seeker.today = "2026-11-30"
    seeker.log("emailed", "30 11 2026")
    assert "That step is done, or not needed any more: delete that entry." in stale(seeker)
    seeker.today = "2026-12-03"
    assert stale(seeker) == ""

    export(seeker, "calendar-later-1", "2026-12-10")
    seeker.choose("outcome", "withdrawn")
    assert "a later contact on Thursday 10 December 2026" in stale(seeker)


def test_while_a_step_is_late_nothing_is_said_of_the_tentative_ones(seeker: Reader) -> None:
    """They would move from day to day; what counts is when the step is done."""
    export(seeker, "calendar-later-1", "2026-12-14")
    assert stale(seeker) == ""
    seeker.today = "2026-12-08"
    assert stale(seeker) == ""
    seeker.log("emailed", "8 12 2026")
    assert "a later contact on Monday 14 December 2026" in stale(seeker)


def test_a_date_that_is_being_corrected_says_nothing_of_entries(seeker: Reader) -> None:
    """Half a date is no change yet; no date at all is one."""
    export(seeker, "calendar-first-0", "2026-12-02")
    seeker.answer("interview", "24")
    assert stale(seeker) == ""
    seeker.answer("interview", "")
    assert "delete that entry" in stale(seeker)


@pytest.mark.parametrize("name", ["backup", "calendar-", "calendar-other-0", "calendar-first-x", "calendar-first-00000"])  # fmt: skip
def test_only_names_of_entries_count(seeker: Reader, name: str) -> None:
    """Others belong to something else, or were forged."""
    export(seeker, name, "2026-12-09")

    assert stale(seeker) == ""


def test_one_interview_does_not_speak_of_anothers_entries(seeker: Reader) -> None:
    """Each has its own."""
    export(seeker, "calendar-first-0", "2026-12-09")
    seeker.interview = "second"
    seeker.answer("interview", "24 11 2026")

    assert stale(seeker) == ""
    assert entries(seeker)[0]["UID"] == "second-first-0@careers.example.org"
