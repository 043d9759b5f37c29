"""What is due, as it is shown: only due things are called due, soonest first, with names and reasons."""

import re
from datetime import date

import pytest
from asking import Reader
from guide_steps import ALL_STEPS

from followup import words
from followup.guide.due import ANSWER_OFFER

ON_START = re.compile(r'<li data-group="(\w+)" data-what="(\w+)" data-interview="(\w+)">(.*?)</li>')
ROW = re.compile(
    r'<li data-interview="(\w+)" data-state="\w+"(?: data-standing="(\w+)")?.*?'
    r"(?=<li data-interview|</section>|$)",
    re.DOTALL,
)
LINE = re.compile(r'<p class="next"(?: data-group="(\w+)")? data-what="(\w+)">(.*?)</p>')


def start(reader: Reader, interview: str, day: date | str, employer: str = "") -> None:
    """Begin another interview."""
    reader.interview = interview
    reader.choose("archived", "no")
    reader.answer("interview", day)
    if employer:
        reader.text("employer", employer)


def set_steps_aside(reader: Reader, *interviews: str) -> None:
    """Leave nothing to do in these but what is in the plan."""
    for step in reader.steps:
        for interview in interviews:
            reader.write("aside", of=interview, step=step, on=True)


def listed(reader: Reader) -> str:
    """Return the list of interviews."""
    return str(reader.ask(panels=["interviews"])["outputs"]["interviews.open"])


def row_of(reader: Reader, interview: str) -> str:
    """Return the row of an interview."""
    return next(row[0] for row in ROW.finditer(listed(reader)) if row[1] == interview)


def closed(row: str) -> str:
    """Return what a row says before the reader asks for more."""
    return words_of(row.partition("<details")[0])


def groups(html: str) -> list[tuple[str, list[str]]]:
    """Return the headings of the list, each with the interviews under it."""
    parts = re.findall(r"<h3 id=[^>]*>(.*?)</h3>(.*?)</section>", html, re.DOTALL)
    return [(heading, [row[1] for row in ROW.finditer(rows)]) for heading, rows in parts]


def due(reader: Reader) -> str:
    """Return what is said of all interviews together."""
    return str(reader.ask(panels=["due"])["outputs"]["due"])


def on_start_page(reader: Reader) -> str:
    """Return what to do next, as the start page shows it."""
    return str(reader.ask(panels=["next-step"])["outputs"]["next-step"])


def words_of(html: str) -> str:
    """Return the text without its markup."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html)).replace(" .", ".").strip()


def test_a_newcomer_has_a_button_and_no_sentence(reader: Reader) -> None:
    """No row of an interview that does not exist either."""
    outputs = reader.ask()["outputs"]

    assert (outputs["due"], outputs["interviews.open"]) == ("", "")


def test_each_interview_stands_once_under_what_it_waits_for(reader: Reader) -> None:
    """Offer, to do now, waiting, coming up, ended; in each the soonest first."""
    reader.today = "2026-12-02"
    start(reader, "ended", "24 11 2026")
    reader.choose("outcome", "turned_down")
    start(reader, "ahead", "10 12 2026")
    start(reader, "soon", "9 12 2026")
    start(reader, "later", "2 12 2026")
    reader.answer("decision", "20 12 2026")
    start(reader, "waiting", "1 12 2026")
    start(reader, "today", "25 11 2026")
    start(reader, "since", "24 11 2026")
    start(reader, "offer", "20 11 2026")
    reader.choose("outcome", "offer")
    start(reader, "undated", "")
    start(reader, "late", "24 11 2025")
    set_steps_aside(reader, "ended", "ahead", "soon", "later", "waiting", "since", "today")

    assert groups(listed(reader)) == [
        ("Offer", ["offer"]),
        ("To do now", ["since", "today", "undated"]),
        ("Waiting", ["waiting"]),
        ("Coming up", ["later", "soon", "ahead"]),
        ("Ended", ["ended", "late"]),
    ]


def test_only_due_things_are_called_due(reader: Reader) -> None:
    """Due since, today, or in how many days, each with its own date and with one action."""
    start(reader, "first", "24 11 2026")
    start(reader, "second", "25 11 2026")
    start(reader, "third", "30 11 2026")
    start(reader, "fourth", "4 12 2026")
    set_steps_aside(reader, "first", "second", "third", "fourth")
    reader.today = "2026-12-02"
    said = [closed(row_of(reader, one)) for one in ("first", "second", "third", "fourth")]

    assert "Telephone them. Do it today. Due since Tuesday 1 December 2026 What to say" in said[0]
    assert "Telephone them Today Wednesday 2 December 2026 What to say" in said[1]
    assert "Telephone them In 5 days Monday 7 December 2026 Open" in said[2]
    assert "Interview In 2 days Friday 4 December 2026 Get ready" in said[3]
    assert not any("due" in one.lower() for one in said[1:])


def test_a_moved_date_names_both_days_and_why(reader: Reader) -> None:
    """From the same value as the plan, behind the row's one button."""
    start(reader, "first", "28 11 2026")
    reader.today = "2026-12-01"
    reason = "7 days after the interview on Saturday 28 November 2026 , moved from Saturday 5 December 2026 (weekend)."  # fmt: skip

    assert reason in words_of(row_of(reader, "first"))
    assert reason not in closed(row_of(reader, "first"))


def test_an_overdue_call_at_the_weekend_waits_for_the_next_open_day(reader: Reader) -> None:
    """It is due, and it says on which day it can be made."""
    start(reader, "first", "24 11 2026")
    reader.today = "2026-12-05"

    assert "Telephone them. Do it on Monday 7 December 2026. Due since Tuesday 1 December 2026" in closed(row_of(reader, "first"))  # fmt: skip


def test_an_offer_is_answered_by_its_deadline() -> None:
    """It stands first until its step is ticked."""
    reader = Reader(ALL_STEPS)
    start(reader, "first", "24 11 2026", "Acme")
    reader.choose("outcome", "offer")
    reader.answer("offer-deadline", "4 12 2026")
    reader.today = "2026-12-03"
    row = row_of(reader, "first")

    assert 'data-standing="offer"' in row
    assert LINE.findall(row)[0][:2] == ("week", "deadline")
    assert "Answer the offer Tomorrow Friday 4 December 2026" in closed(row)
    assert '<a data-switch="first" href="../messages/#which-fits-next">Answer the offer<' in row
    assert words.plain(words.DEADLINE_WHY) in row
    reader.tick(ANSWER_OFFER)
    assert 'data-standing="offer"' not in row_of(reader, "first")


def test_an_archived_interview_is_in_no_group(reader: Reader) -> None:
    """It reminds of nothing, and says how it stands."""
    start(reader, "first", "24 11 2026", "Acme")
    reader.choose("archived", "yes")
    outputs = reader.ask()["outputs"]

    assert outputs["interviews.open"] == ""
    assert "data-standing" not in outputs["interviews.archived"]
    assert 'class="row-action"' not in outputs["interviews.archived"]


def test_steps_for_today_are_one_line_with_their_number(reader: Reader) -> None:
    """And the way to the checklist. What is past and small is in no list."""
    start(reader, "first", "24 11 2026")
    reader.today = "2026-11-24"
    row = row_of(reader, "first")

    assert [line[:2] for line in LINE.findall(row)] == [
        ("today", "steps"),
        ("", "interview"),
    ]
    assert re.search(r"\d small steps? of the checklist Today Interview Today Tuesday", closed(row))
    assert '<a data-switch="first" href="../checklist/">' in row
    reader.today = "2026-12-01"
    assert [line[:2] for line in LINE.findall(row_of(reader, "first"))] == [("today", "contact")]


def test_the_next_thing_stands_first_and_what_is_after_the_interview_waits() -> None:
    """Small steps of today, then tomorrow's call; before the interview no call at all."""
    reader = Reader(ALL_STEPS)
    start(reader, "first", "24 11 2026")
    reader.today = "2026-11-30"
    assert [line[:2] for line in LINE.findall(row_of(reader, "first"))] == [
        ("today", "steps"),
        ("week", "contact"),
    ]
    reader.today = "2026-11-23"
    set_steps_aside(reader, "first")
    row = row_of(reader, "first")
    assert [line[1] for line in LINE.findall(row)] == ["interview"]
    assert "Next: telephone them on" in words_of(row)


def test_two_calls_on_one_morning_are_pointed_out_with_both_names(reader: Reader) -> None:
    """Also when one of them is overdue and the other is due today."""
    start(reader, "first", "24 11 2026", "Acme")
    start(reader, "second", "26 11 2026", "Beta")
    reader.today = "2026-12-03"
    text = words_of(due(reader))

    assert text.startswith("You have 2 calls to make on Thursday 3 December 2026 : Acme and Beta. Leave time")  # fmt: skip
    reader.log("called", "3 12 2026")
    assert "calls to make" not in due(reader)


def test_what_is_over_is_not_called_due(reader: Reader) -> None:
    """Ended, archived and much too late."""
    start(reader, "first", "24 11 2026")
    reader.choose("outcome", "turned_down")
    start(reader, "second", "24 11 2026")
    reader.choose("archived", "yes")
    start(reader, "third", "24 11 2025")
    set_steps_aside(reader, "first")

    assert words_of(due(reader)) == "Nothing is due, and nothing is coming up."
    assert groups(listed(reader)) == [("Ended", ["first", "third"])]
    assert LINE.findall(listed(reader)) == []


def test_that_nothing_is_due_is_said_only_where_nothing_is_to_do(reader: Reader) -> None:
    """Not above an interview that waits for its date."""
    start(reader, "first", "24 11 2026")
    set_steps_aside(reader, "first")
    reader.today = "2026-11-26"
    assert words_of(due(reader)) == "Nothing is due today."
    start(reader, "second", "")
    assert due(reader) == ""


def test_asked_back_leads_to_the_next_round(reader: Reader) -> None:
    """Once, until it is there."""
    start(reader, "first", "24 11 2026")
    reader.choose("outcome", "asked_back")
    set_steps_aside(reader, "first")
    row = row_of(reader, "first")

    assert row.count('data-follows="first"') == 1
    assert "They asked you back. Add the next round" in closed(row)
    start(reader, "second", "9 12 2026")
    reader.text("follows", "first")
    assert 'data-follows="first"' not in row_of(reader, "first")


def test_the_start_page_shows_a_card_two_rows_and_the_way_to_all(reader: Reader) -> None:
    """Its links lead from the start page."""
    for number in range(5):
        start(reader, f"number{number}", "24 11 2026")
    set_steps_aside(reader, *(f"number{number}" for number in range(5)))
    html = on_start_page(reader)

    assert '<div class="card-ways"><details' in html.partition("number1")[0]
    assert [row[2] for row in ON_START.findall(html)] == ["number1", "number2"]
    assert '<a data-switch="number0" href="plan/dates/#your-dates">' in html
    assert '<a href="plan/interviews/">My interviews (2 more)</a>' in html


@pytest.mark.parametrize("today", ["2026-11-25", "2026-12-01", "2026-12-10", "2027-01-05"])
def test_date_and_reason_are_those_of_the_plan(reader: Reader, today: str) -> None:
    """One function words both (career-ops#1352)."""
    start(reader, "first", "24 11 2026")
    set_steps_aside(reader, "first")
    reader.today = today
    reader.last = ""
    outputs = reader.ask()["outputs"]
    row = outputs["interviews.open"]
    line = next(line for line in LINE.findall(row) if line[1] == "contact")
    current = re.search(r'(?s)data-state="(?:due|next)".*?</li>', outputs["plan"])

    assert current
    shown = re.findall(r'datetime="([^"]+)"', current[0])[0]
    assert shown in re.findall(r'datetime="([^"]+)"', line[2])
    reason = re.search(r'<p class="why">.*?</p>', current[0])
    assert reason
    assert reason[0] in row


@pytest.mark.parametrize(
    ("question", "goto"), [("interview", "interview-day"), ("decision", "decision-day")]
)
def test_an_interview_without_a_plan_is_not_passed_over(
    reader: Reader, question: str, goto: str
) -> None:
    """A date to correct is to do now: there may be something due behind it. It can be deleted."""
    reader.text("employer", "Acme")
    reader.answer("interview", "24 11 2026")
    reader.answer(question, "40 11 2026")
    set_steps_aside(reader, reader.interview)
    row = row_of(reader, reader.interview)

    assert 'data-standing="now"' in row
    assert f"Acme shown now Correct the {question} date to see your dates. Correct the date" in closed(row)  # fmt: skip
    assert f'data-goto="{goto}"' in row
    assert f'data-delete="{reader.interview}"' in row
    assert due(reader) == ""


def test_a_date_that_is_missing_is_asked_for(reader: Reader) -> None:
    """By the button of its row."""
    reader.text("employer", "Acme")
    row = row_of(reader, reader.interview)

    assert "Enter the interview date to see your dates. Enter the dates" in closed(row)
    assert 'data-goto="interview-day"' in row
