"""Days within bounds, and what is drawn within bounds: whatever a clock or a record says."""

import re
from datetime import date, timedelta

import pytest
from asking import INTERVIEW, Reader, with_contacts

from followup.dates import civil_date
from followup.dates.closed_days import ClosedDays, ClosedRange, move, working_days_from
from followup.dates.rules import EARLIEST, LATEST
from followup.view.parts import scene
from followup.view.parts.entries import MOST_ROWS
from followup.view.when_to_follow_up.calendar import MOST_MONTHS
from followup.view.when_to_follow_up.plan import MOST_STEPS
from followup.view.when_to_follow_up.timeline import MOST_ENTRIES

CLOCK = "The clock of this device cannot be right."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("0001-01-01", EARLIEST),
        ("1970-01-01", EARLIEST),
        ("1999-12-31", EARLIEST),
        ("2000-01-02", date(2000, 1, 2)),
        ("2026-11-24", date(2026, 11, 24)),
        ("2199-12-30", date(2199, 12, 30)),
        ("2200-01-01", LATEST),
        ("9999-12-31", LATEST),
    ],
)
def test_a_day_that_a_clock_gave_lies_within_bounds(text: str, day: date) -> None:
    """One outside counts as the nearest that is believed."""
    assert civil_date.from_clock(text) == day
    assert civil_date.is_believed(day) == (text == day.isoformat())


@pytest.mark.parametrize("written", ["9999-12-31", "0001-01-01", "1970-01-01", "2199-12-31"])
def test_a_record_of_any_day_is_read_and_its_interview_can_be_deleted(
    reader: Reader, written: str
) -> None:
    """The year that was typed is judged against the bound, so no date runs out of the calendar."""
    typed = {"day": "31", "month": "12", "year": written[:4]}
    reader.write("answer", question="interview", written=written, typed=typed)
    outputs = reader.ask()["outputs"]

    assert f'data-delete="{INTERVIEW}"' in outputs["interviews.open"]
    is_within = written == "2199-12-31"
    assert ("The year of the interview date must be" in outputs["problem.interview"]) != is_within


@pytest.mark.parametrize("today", ["9999-12-31", "1970-01-01", "0001-01-01"])
def test_a_clock_outside_the_bounds_is_told_and_the_tools_work(reader: Reader, today: str) -> None:
    """The nearest day within them stands in for today, in the year of which dates are taken."""
    taken = civil_date.from_clock(today)
    reader.today = today
    reader.answer("interview", taken)
    outputs = reader.ask()["outputs"]

    assert outputs["notice"].startswith(CLOCK)
    assert f'datetime="{taken.isoformat()}"' in outputs["notice"]
    assert 'data-step="first" data-state="next"' in outputs["plan"]


def test_a_clock_that_can_be_right_is_not_spoken_of(reader: Reader) -> None:
    """On any day within the bounds."""
    for today in ("2000-01-02", "2026-11-24", "2199-12-30"):
        assert reader.ask(today=today)["outputs"]["notice"] == ""


def test_if_no_day_is_open_for_years_the_date_stays() -> None:
    """Then nothing tells of a better day, and nothing breaks."""
    first = date(2026, 12, 1)
    always = {first + timedelta(days=days): "Closed" for days in range(-5_000, 5_000)}
    closed = ClosedDays(holidays=always)

    assert move(first, closed).day == first
    assert move(first, closed).reasons == ()
    assert working_days_from(first, 3, closed) == first
    assert working_days_from(first, -3, closed) == first
    assert move(date.max, ClosedDays(weekend=frozenset({date.max.weekday()}))).day == date.max


def test_as_many_closed_days_as_can_be_added_move_a_date_behind_them() -> None:
    """Twenty ranges of sixty days in a row, with weekends: more than three years."""
    start = date(2026, 12, 1)
    sixty = timedelta(days=60)
    ranges = tuple(
        ClosedRange(start + sixty * count, start + sixty * (count + 1) - timedelta(days=1), "Shut")
        for count in range(20)
    )
    moved = move(start, ClosedDays(ranges=ranges))

    assert moved.day == date(2030, 3, 15)
    assert moved.reasons == ("Shut",)


# What is drawn


def test_the_calendar_draws_the_months_nearest_to_today(reader: Reader) -> None:
    """However many there are; which are left out stands before and after them."""
    html = with_contacts(reader, 600).ask()["outputs"]["calendar"]
    months = re.findall("<caption>([^<]+)</caption>", html)
    cut = re.findall("Not shown, as 36 months at most are: ([^<.]+)", html)

    assert len(months) == MOST_MONTHS == 36
    assert "November 2026" in months
    assert [months[0], months[-1]] == ["May 2025", "April 2028"]
    assert cut == ["January 2001 to April 2025", "May 2028 to December 2050"]
    assert "Not shown, as nothing happens" not in html


def test_a_plan_of_today_with_one_long_ago_names_the_months_between(reader: Reader) -> None:
    """They are not counted one by one, and nothing is said to be left out that is drawn."""
    reader.today = "2000-06-01"
    reader.answer("interview", "1 6 2000")
    reader.today = "2199-06-01"
    html = reader.ask()["outputs"]["calendar"]

    assert "nothing happens: July 2000 to May 2199" in html
    assert "months at most" not in html


def test_lists_show_the_last_and_count_the_rest(reader: Reader) -> None:
    """The log, the plan and the timeline; those who have fewer see all of them."""
    outputs = with_contacts(reader, 300).ask(today="2026-01-05")["outputs"]

    for name, most, hidden in (("log", MOST_ROWS, 100), ("plan", MOST_STEPS, 101)):
        assert outputs[name].count("<li data-") == most
        assert f"Not shown, as 200 at most are: {hidden} more." in outputs[name]
    assert outputs["timeline"].count("<li data-") == MOST_ENTRIES
    assert 'data-kind="today"' in outputs["timeline"]
    assert 'data-step="close" data-state="due"' in outputs["plan"]


def test_people_and_closed_days_are_cut_likewise(reader: Reader) -> None:
    """A copy can bring thousands of them."""
    for number in range(MOST_ROWS + 5):
        reader.enter("person", f"p{number}", {}, name=f"Person {number}")
        reader.enter("closed", f"c{number}", {"closed-first": "1 12 2026"}, label="Shut")
    outputs = reader.ask()["outputs"]

    for name in ("people-list", "closed-list"):
        assert outputs[name].count('id="entry-') >= MOST_ROWS - 1
        assert outputs[name].count('id="entry-') <= MOST_ROWS
        assert "Not shown, as 200 at most are:" in outputs[name]


def test_of_too_many_interviews_the_newest_are_worked_out(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the one that is shown. The others can be shown and deleted, and no list hides that they
    are missing from it."""
    monkeypatch.setattr(scene, "MOST_INTERVIEWS", 3)
    for number in range(6):
        reader.interview = f"i{number}"
        reader.answer("interview", "20 11 2026")
    reader.choose("archived", "yes", of="i5")
    reader.choose("adviser-scope", "all", of="all")
    reader.interview = "i0"
    outputs = reader.ask()["outputs"]

    rows = outputs["interviews.open"] + outputs["interviews.archived"]
    assert re.findall('data-interview="([^"]+)" data-state="unknown"', rows) == ["i1", "i5"]
    assert [f'data-delete="i{number}"' in rows for number in range(6)] == [True] * 6
    told = re.findall('data-interview="([^"]+)" data-state="[^"]+" data-standing', rows)
    assert sorted(told) == ["i0", "i2", "i3", "i4"]
    assert "at most are: 2 more." in outputs["next-step"]
    assert outputs["adviser-text"].count("Not worked out in this list") == 2
    assert outputs["switcher.others"].count("data-switch") == 5


def test_nobody_else_is_told_of_what_is_left_out(reader: Reader) -> None:
    """With a few interviews nothing is."""
    for number in range(6):
        reader.interview = f"i{number}"
        reader.answer("interview", "20 11 2026")
    text = " ".join(map(str, reader.ask()["outputs"].values()))

    assert "at most are" not in text
    assert "Not worked out" not in text
