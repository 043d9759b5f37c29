"""Calendars of every kind for the tests: entries with any text, at any time."""

import os
from datetime import UTC, date, datetime

from hypothesis import settings
from hypothesis import strategies as st

from followup.copies.calendar_file import Entry

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
EXAMPLES = 5_000 if LONG else 300
examples = settings(deadline=None, derandomize=not LONG, max_examples=EXAMPLES)
"""The short form tries the same examples each time; `make test-all` looks for new ones."""

TODAY = date(2026, 11, 24)
SITE = "https://careers.example.org/follow-up/"

PIECES = st.sampled_from(
    (
        *("\\", ";", ",", "\n", "\r\n", "\r", "\\n", "\\,", ":", '"', "'", " ", "  ", "\t", "^"),
        *("\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\0", "\x07", "\x7f", "\x9f"),
        *("é", "e\u0301", "\u00df", "\u05d0\u0644\u064a", "\U0001f469\u200d\U0001f4bb", "\U0001f600"),
        *("\ud83d", "\ude00", "\ufeff", "\ufffe", "\u200f", "\u00a0", "\u3042", "\U00020000"),
        *("BEGIN:VEVENT", "END:VALARM\r\n", "<b>&amp;", "=1+1", "x" * 70, "a-b_c", "0" * 25, "word "),
    )
)  # fmt: skip
"""What breaks calendar files: escapes, line ends of every alphabet, wide characters, halves."""

TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join)
DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31), timezones=st.just(UTC)).map(  # noqa: DTZ001 # the zone comes from beside it
    lambda moment: moment.replace(microsecond=0)
)


@st.composite
def calendars(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> list[Entry]:
    """One to four entries, each with a name of its own."""
    return [
        Entry(
            uid=f"abc123-later-{number}@careers.example.org",
            sequence=draw(st.integers(0, 999_999_999)),
            start=draw(st.one_of(DAYS, MOMENTS)),
            summary=draw(texts),
            description=draw(texts),
            url=f"{SITE}plan/dates/",
        )
        for number in range(draw(st.integers(1, 4)))
    ]
