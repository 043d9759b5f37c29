"""The calendar file: every line of it, in order, with its line ends; and the moments in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from followup.copies.calendar_file import (
    OFFSETS_REACH,
    Entry,
    escape,
    fold,
    ten_o_clock,
    write_calendar,
)

TODAY = date(2026, 11, 24)
CALL = Entry(
    uid="abc123-first-0@careers.example.org",
    sequence=7,
    start=datetime(2026, 12, 1, 10, tzinfo=UTC),
    summary="Telephone them about the interview",
    description="7 days after the interview; moved, from Sunday.\n\nhttps://careers.example.org/#a_b",
    url="https://careers.example.org/plan/dates/",
)
LONDON = [(date(2026, 11, 24), 0), (date(2027, 3, 28), 60)]


def test_the_file_is_the_one_agreed() -> None:
    """One entry, its alarm last in it, nothing that makes a program ask or answer anybody."""
    text = write_calendar([CALL], TODAY)

    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Follow Up//Calendar file//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:abc123-first-0@careers.example.org",
        "SEQUENCE:7",
        "DTSTAMP:20261124T000000Z",
        "LAST-MODIFIED:20261124T000000Z",
        "DTSTART:20261201T100000Z",
        "DTEND:20261201T103000Z",
        "SUMMARY:Telephone them about the interview",
        "DESCRIPTION:7 days after the interview\\; moved\\, from Sunday.\\n\\nhttps://ca",
        " reers.example.org/#a_b",
        "URL:https://careers.example.org/plan/dates/",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Telephone them about the interview",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_whole_day_ends_on_the_next_and_reminds_on_the_morning_before() -> None:
    """9 o'clock on the day before: the entry starts at midnight."""
    text = write_calendar([replace(CALL, start=date(2026, 12, 31))], TODAY)

    assert "\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in text
    assert "\r\nTRIGGER:-PT15H\r\n" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a\\b;c,d\ne", "a\\\\b\\;c\\,d\\ne"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\\nb\\nc\\nd\\ne\\nf"),
        ("a\0\x07\x0b\x0c\x1b\x7f\x9fb\tc", "ab c"),
        ("\ud83d\ude00 \ud83d", "?? ?"),
        ("“Søns” \U0001f600", "“Søns” \U0001f600"),
    ],
)
def test_what_has_a_meaning_is_escaped_and_what_cannot_be_held_goes(text: str, escaped: str) -> None:  # fmt: skip
    """Line ends of every kind are one; halves of characters are marked."""
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("before", "unit"), [(74, "é"), (72, "\U0001f600"), (74, "\\n"), (74, "\\\\")]
)
def test_a_line_folds_before_what_does_not_fit_whole(before: int, unit: str) -> None:
    """A character of several octets, or an escape, goes to the next line."""
    line = "x" * before + unit + "y"

    assert fold(line) == "x" * before + "\r\n " + unit + "y"
    assert fold("x" * 75) == "x" * 75


def test_a_title_is_one_line() -> None:
    """A program leaves an entry out whose title is not."""
    assert "\r\nSUMMARY:a b c\r\n" in write_calendar([replace(CALL, summary=" a\n\nb\tc ")], TODAY)


@pytest.mark.parametrize(
    ("day", "offsets", "moment"),
    [
        (date(2026, 12, 1), LONDON, "2026-12-01T10:00"),
        (date(2027, 3, 27), LONDON, "2027-03-27T10:00"),
        (date(2027, 3, 28), LONDON, "2027-03-28T09:00"),
        (date(2027, 6, 1), LONDON, "2027-06-01T09:00"),
        (date(2026, 12, 1), [(TODAY, 14 * 60)], "2026-11-30T20:00"),
        (date(2026, 12, 1), [(TODAY, -11 * 60)], "2026-12-01T21:00"),
        (date(2026, 12, 1), [(TODAY, 345)], "2026-12-01T04:15"),
        (date(2026, 11, 20), LONDON, "2026-11-20T10:00"),
    ],
)
def test_ten_in_the_morning_is_that_of_the_day(day: date, offsets: list[tuple[date, int]], moment: str) -> None:  # fmt: skip
    """Summer time, halves of hours, both sides of the date line."""
    assert ten_o_clock(day, offsets) == datetime.fromisoformat(f"{moment}+00:00")


def test_without_an_offset_the_whole_day_is_taken() -> None:
    """No hour is better than a wrong one; also on a day beyond all offsets."""
    known = TODAY + timedelta(days=OFFSETS_REACH - 1)
    assert ten_o_clock(known, [(TODAY, 60)]) == datetime.combine(known, time(9), UTC)
    assert ten_o_clock(TODAY + timedelta(days=OFFSETS_REACH), [(TODAY, 60)]) == TODAY + timedelta(
        days=OFFSETS_REACH
    )
    assert ten_o_clock(TODAY, []) == TODAY
