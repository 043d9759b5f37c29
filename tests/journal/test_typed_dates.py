"""What the page writes of a date: as typed, uncut, and with the order of its numbers settled."""

import json
from datetime import date

import pytest
from in_node import answers

from followup.dates import civil_date
from followup.dates.civil_date import Problem
from followup.records.record import LONGEST_RECORD, Answered, read_record

TODAY = date(2026, 11, 22)
WHOLE = ("3/4/2026", "", "")


def written(boxes: tuple[str, str, str], language: object) -> dict[str, str]:
    """Return what the page puts into the record."""
    (typed,) = answers("typed_in_javascript.mjs", [{"boxes": boxes, "language": language}])
    return dict(typed)


def read(typed: dict[str, str]) -> date | Problem | None:
    """Return the day that Python reads from the record."""
    fields = {"format": 2, "interview": "a1", "written": "2026-11-22", "what": "answer"}
    text = json.dumps({**fields, "question": "interview", "typed": typed})
    event = read_record("1.tab1.1", text).event
    assert isinstance(event, Answered)
    return civil_date.read(event.typed, "interview date", TODAY)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", date(2026, 3, 4)),
        ("en-us", date(2026, 3, 4)),
        ("en-US-posix", date(2026, 3, 4)),
        ("en-GB", date(2026, 4, 3)),
        ("en", date(2026, 4, 3)),
        ("es-US", date(2026, 4, 3)),
        ("de-DE", date(2026, 4, 3)),
        ("", date(2026, 4, 3)),
        (None, date(2026, 4, 3)),
    ],
)
def test_the_order_is_in_the_record(language: object, expected: date) -> None:
    """So that it is the same date whatever the browser speaks that reads it."""
    assert read(written(WHOLE, language)) == expected


def test_plain_boxes_are_written_as_ever() -> None:
    """Nothing had to be settled, so nothing more is in the record."""
    boxes = {"day": "24", "month": "Nov", "year": "2026"}

    assert written(("24", " Nov ", "2026"), "en-US") == boxes
    assert written(("٢٤", "١١", "٢٠٢٦"), "ar") == {"day": "٢٤", "month": "١١", "year": "٢٠٢٦"}
    assert written(("", "", ""), "en-US") == {"day": "", "month": "", "year": ""}


def test_nothing_is_cut() -> None:
    """The longest way to write a date, with a mark around each part; and what is no date at all."""
    marked = "\u200fWednesday,\u200f the\u200f 25th\u200f of\u200f November,\u200f 2026\u200f"
    assert read(written((marked, "", ""), "ar")) == date(2026, 11, 25)

    long = "x" * (LONGEST_RECORD // 2)
    typed = written((long, "", ""), "en-GB")
    assert typed["day"] == long
    assert isinstance(read(typed), Problem)
