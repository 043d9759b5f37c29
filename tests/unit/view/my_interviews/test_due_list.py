"""The due list as it is shown: only due things are called due, soonest first, with names and reasons."""

import re
from datetime import date

import pytest
from asking import Reader

ROW = re.compile(r'<li data-group="(\w+)" data-what="(\w+)" data-interview="(\w+)">(.*?)</li>')


def start(reader: Reader, interview: str, day: date | str, employer: str = "") -> None:
    """Begin another interview."""
    reader.interview = interview
    reader.choose("archived", "no")
    reader.answer("interview", day)
    if employer:
        reader.text("employer", employer)


def due(reader: Reader) -> str:
    """Return the panel."""
    return str(reader.ask(panels=["due"])["outputs"]["due"])


def rows(html: str) -> list[tuple[str, str, str]]:
    """Return group, kind and interview of each row, in order."""
    return [match[:3] for match in ROW.findall(html)]


def words_of(html: str) -> str:
    """Return the text without its markup."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html)).replace(" .", ".").strip()


def test_a_newcomer_is_told_in_friendly_words(reader: Reader) -> None:
    """Nothing is due before a date is known."""
    outputs = reader.ask()["outputs"]

    assert outputs["due"] == '<p class="nothing-due">Enter an interview date, and what to do next will stand here.</p>'  # fmt: skip


def test_soonest_first_and_only_due_things_are_called_due(reader: Reader) -> None:
    """Due since, today, this week, later: in that order, each with its own date first."""
    start(reader, "first", "24 11 2026")
    start(reader, "second", "25 11 2026")
    start(reader, "third", "30 11 2026")
    start(reader, "fourth", "2 12 2026")
    reader.answer("decision", "10 12 2026")
    for step in reader.steps:
        for interview in ("first", "second", "third", "fourth"):
            reader.write("aside", of=interview, step=step, on=True)
    reader.today = "2026-12-02"
    html = due(reader)

    assert rows(html) == [
        ("since", "contact", "first"),
        ("today", "contact", "second"),
        ("week", "contact", "third"),
        ("later", "contact", "fourth"),
    ]
    said = [words_of(match[3]) for match in ROW.findall(html)]
    assert said[0].startswith("Due since Tuesday 1 December 2026 Telephone them. Do it today. ")
    assert said[1].startswith("Today Wednesday 2 December 2026 Telephone them ")
    assert said[2].startswith("In 5 days Monday 7 December 2026 Telephone them ")
    assert said[3].startswith("In 12 days Monday 14 December 2026 Telephone them ")
    due_part, coming = html.split("<h3>In the next 7 days</h3>")
    assert "first" in due_part
    assert "third" not in due_part
    assert "due" not in words_of(coming).lower()


def test_a_moved_date_names_both_days_and_why(reader: Reader) -> None:
    """From the same value as the plan."""
    start(reader, "first", "28 11 2026")
    reader.today = "2026-12-01"

    assert "7 days after the interview on Saturday 28 November 2026 , moved from Saturday 5 December 2026 (weekend)." in words_of(due(reader))  # fmt: skip


def test_an_overdue_call_at_the_weekend_waits_for_the_next_open_day(reader: Reader) -> None:
    """It is due, and it says on which day it can be made."""
    start(reader, "first", "24 11 2026")
    reader.today = "2026-12-05"

    assert "Due since Tuesday 1 December 2026 Telephone them. Do it on Monday 7 December 2026" in words_of(due(reader))  # fmt: skip


def test_an_offer_is_answered_by_its_deadline(reader: Reader) -> None:
    """And no longer asked about once its step is ticked."""
    start(reader, "first", "24 11 2026", "Acme")
    reader.choose("outcome", "offer")
    reader.answer("offer-deadline", "4 12 2026")
    reader.today = "2026-12-03"
    html = due(reader)

    assert ("week", "deadline", "first") in rows(html)
    assert "Tomorrow Friday 4 December 2026 Answer the offer Acme The last day that they gave you for an answer." in words_of(html)  # fmt: skip
    reader.choose("archived", "yes")
    assert rows(due(reader)) == []


def test_steps_for_today_are_one_row_with_their_number(reader: Reader) -> None:
    """And the way to the checklist. What is past and small is in no list."""
    start(reader, "first", "24 11 2026")
    reader.today = "2026-11-24"
    row = next(match for match in ROW.findall(due(reader)) if match[1] == "steps")

    assert row[:2] == ("today", "steps")
    assert re.search(r"\d small steps? of the checklist", words_of(row[3]))
    assert '<a data-switch="first" href="../checklist/">' in row[3]
    reader.today = "2026-12-01"
    assert rows(due(reader)) == [("today", "contact", "first")]


def test_two_calls_on_one_morning_are_pointed_out_with_both_names(reader: Reader) -> None:
    """Also when one of them is overdue and the other is due today."""
    start(reader, "first", "24 11 2026", "Acme")
    start(reader, "second", "26 11 2026", "Beta")
    reader.today = "2026-12-03"
    text = words_of(due(reader))

    assert text.startswith("You have 2 calls to make on Thursday 3 December 2026 : Acme and Beta. Leave time")  # fmt: skip
    reader.log("called", "3 12 2026")
    assert "calls to make" not in due(reader)


def test_what_is_over_is_not_in_the_list(reader: Reader) -> None:
    """Ended, archived and much too late."""
    start(reader, "first", "24 11 2026")
    reader.choose("outcome", "turned_down")
    start(reader, "second", "24 11 2026")
    reader.choose("archived", "yes")
    start(reader, "third", "24 11 2025")
    for step in reader.steps:
        reader.write("aside", of="first", step=step, on=True)
    html = due(reader)

    assert rows(html) == []
    assert "Nothing is due, and nothing is coming up." in html


def test_the_start_page_shows_a_card_two_rows_and_the_way_to_all(reader: Reader) -> None:
    """Its links lead from the start page."""
    for number in range(5):
        start(reader, f"number{number}", "24 11 2026")
    for step in reader.steps:
        for number in range(5):
            reader.write("aside", of=f"number{number}", step=step, on=True)
    html = str(reader.ask(panels=["next-step"])["outputs"]["next-step"])

    assert '<div class="card-ways"><details' in html.partition("number1")[0]
    assert [row[2] for row in rows(html)] == ["number1", "number2"]
    assert '<a data-switch="number0" href="plan/dates/#your-dates">' in html
    assert '<a href="plan/interviews/">My interviews (2 more)</a>' in html


@pytest.mark.parametrize("today", ["2026-11-24", "2026-12-01", "2026-12-10", "2027-01-05"])
def test_date_and_reason_are_those_of_the_plan(reader: Reader, today: str) -> None:
    """One function words both (career-ops#1352)."""
    start(reader, "first", "24 11 2026")
    reader.today = today
    reader.last = ""
    outputs = reader.ask()["outputs"]
    row = next(match for match in ROW.findall(outputs["due"]) if match[1] == "contact")
    current = re.search(r'(?s)data-state="(?:due|next)".*?</li>', outputs["plan"])

    assert current
    assert re.findall(r'datetime="([^"]+)"', row[3])[0] == re.findall(r'datetime="([^"]+)"', current[0])[0]  # fmt: skip
    reason = re.search(r'<p class="why">.*?</p>', current[0])
    assert reason
    assert reason[0] in row[3]


def test_an_interview_without_a_plan_is_not_passed_over(reader: Reader) -> None:
    """A date to correct is said in the list: there may be something due behind it."""
    reader.text("employer", "Acme")
    reader.answer("interview", "40 11 2026")
    panel = str(reader.ask()["outputs"]["due"])

    assert "Correct the interview date to see your dates." in panel
    assert "Acme" in panel
    assert "Nothing is due" not in panel
