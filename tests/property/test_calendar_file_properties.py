"""Properties of the calendar file, for any text: its lines, their folds, their escapes."""

import re
from datetime import date, datetime, timedelta

from any_calendar import DAYS, TEXTS, TODAY, calendars, examples
from hypothesis import given
from hypothesis import strategies as st

from followup.copies.calendar_file import (
    OFFSETS_REACH,
    Entry,
    clean,
    escape,
    fold,
    ten_o_clock,
    write_calendar,
)

MEANINGS = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}


def unfold(text: str) -> str:
    """Return the text without its folds, as RFC 5545, 3.1 has it."""
    return text.replace("\r\n ", "")


def meaning(value: str) -> str:
    """Return what an escaped value means; any other escape is an error."""
    return re.sub(r"\\.?", lambda found: MEANINGS[found[0]], value)


@examples
@given(TEXTS)
def test_an_unfolded_line_is_the_line(text: str) -> None:
    """Whatever is in it."""
    line = f"DESCRIPTION:{escape(text)}"

    assert unfold(fold(line)) == line


@examples
@given(TEXTS)
def test_no_part_of_a_line_is_too_long_and_nothing_is_cut_in_two(text: str) -> None:
    """75 octets, each part whole characters and whole escapes."""
    parts = fold(f"DESCRIPTION:{escape(text)}").split("\r\n")

    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    values = [parts[0].removeprefix("DESCRIPTION:"), *(part[1:] for part in parts[1:])]
    assert "".join(map(meaning, values)) == clean(text)


@examples
@given(TEXTS)
def test_what_is_cleaned_is_only_what_no_calendar_can_hold(text: str) -> None:
    """Line ends become one kind; control characters and halves of characters go."""
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", cleaned)
    if not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", text):
        assert cleaned == text


@examples
@given(calendars())
def test_the_file_is_of_whole_lines_and_has_as_many_entries_as_it_was_given(calendar: list[Entry]) -> None:  # fmt: skip
    """No text opens or ends anything, adds a line or a property, or takes one away."""
    text = write_calendar(calendar, TODAY)
    lines = unfold(text).split("\r\n")

    assert text.endswith("END:VCALENDAR\r\n")
    assert not re.search(r"\r(?!\n)|(?<!\r)\n", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert [re.split("[:;]", line)[0] for line in lines[4:-2]] == len(calendar) * [
        *("BEGIN", "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY"),
        *("DESCRIPTION", "URL", "TRANSP", "BEGIN", "ACTION", "DESCRIPTION", "TRIGGER", "END", "END"),
    ]  # fmt: skip
    assert all(lines.count(f"{end}:{what}") == len(calendar) for end in ("BEGIN", "END") for what in ("VEVENT", "VALARM"))  # fmt: skip


OFFSETS = st.lists(st.tuples(DAYS, st.integers(-720, 840)), min_size=1, max_size=5).map(sorted)


@examples
@given(DAYS, OFFSETS)
def test_ten_o_clock_is_ten_where_the_reader_is(day: date, offsets: list[tuple[date, int]]) -> None:
    """By the offset of the day, not of today."""
    moment = ten_o_clock(day, offsets)
    if (day - offsets[0][0]).days >= OFFSETS_REACH:
        assert moment == day
        return
    expected = offsets[0][1]
    for since, minutes in offsets:
        if since <= day:
            expected = minutes

    assert isinstance(moment, datetime)
    there = moment.replace(tzinfo=None) + timedelta(minutes=expected)
    assert there == datetime(day.year, day.month, day.day, 10)  # noqa: DTZ001 # where the reader is
