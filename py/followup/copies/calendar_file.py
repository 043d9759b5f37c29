"""A calendar file (.ics) with one entry for each dated step, as calendar programs really read it.

Nothing is worded, worked out or looked up here, and no clock is read. What each line is for, and
why no library writes it: docs/about/decisions/0014-calendar-file.md.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

PRODUCT = "-//Follow Up//Calendar file//EN"
LONGEST_LINE = 75
"""Octets of a line, its end left out. Source: RFC 5545, 3.1."""

TEN = time(10)
LENGTH = timedelta(minutes=30)
OFFSETS_REACH = 4_400
"""Days. How far ahead of the first one the page knows the reader's offsets: 12 years, which no plan
reaches. The number stands in offsets.mjs too."""
ALARM, ALARM_OF_A_DAY = "-PT15M", "-PT15H"
"""How long before its start an entry reminds: a quarter of an hour; for an entry of a whole day,
which starts at midnight, at 9 o'clock on the day before."""

LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
WRITABLE = str.maketrans(dict.fromkeys(CONTROLS, "") | {"\t": " "})
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
UNIT = re.compile(r"\\.|.", re.DOTALL)
"""What is never cut in two: an escape (RFC 5545 allows it, and Google then drops the entry), or a
character, however many octets it has."""


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar.

    Attributes:
        uid: names the entry in every calendar of the world; the same one replaces.
        sequence: higher for every later version of the entry; below 2 ** 31.
        start: a moment with its zone, or a day for an entry of the whole day.
        url: address of a page about it.
    """

    uid: str
    sequence: int
    start: datetime | date
    summary: str
    description: str
    url: str


def ten_o_clock(day: date, offsets: Sequence[tuple[date, int]]) -> datetime | date:
    """Return ten in the morning where the reader is, as UTC; without an offset the day alone.

    Args:
        day: the reader's own day. One before the offsets takes the first.
        offsets: minutes east of UTC at ten o'clock, each from its day on, in order.
    """
    if not offsets or (day - offsets[0][0]).days >= OFFSETS_REACH:
        return day
    minutes = [minutes for since, minutes in offsets if since <= day] or [offsets[0][1]]
    return datetime.combine(day, TEN, UTC) - timedelta(minutes=minutes[-1])


def write_calendar(entries: Sequence[Entry], today: date) -> str:
    """Return the text of the file: lines of at most 75 octets, each ended by CR and LF.

    Args:
        entries: at least one. Only one is sure to arrive in every program.
        today: the reader's own day, on which the entries are worked out. It stands in for the
            moment that the format asks for, as midnight UTC: one day gives one file.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "METHOD:PUBLISH",
        *(line for entry in entries for line in _lines(entry, today)),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines)


def _lines(entry: Entry, today: date) -> Iterator[str]:
    title = escape(one_line(entry.summary))
    whole_day = not isinstance(entry.start, datetime)
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(entry.uid)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"LAST-MODIFIED:{today:%Y%m%d}T000000Z"
    yield from _times(entry.start)
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{escape(entry.description)}"
    yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"
    # Last, as Outlook refuses a file in which anything follows the alarm.
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title}"
    yield f"TRIGGER:{ALARM_OF_A_DAY if whole_day else ALARM}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _times(start: datetime | date) -> Iterator[str]:
    if isinstance(start, datetime):
        moment = start.astimezone(UTC)
        yield f"DTSTART:{moment:%Y%m%dT%H%M%S}Z"
        yield f"DTEND:{moment + LENGTH:%Y%m%dT%H%M%S}Z"
    else:
        yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}"


def clean(text: str) -> str:
    """Return the text as a calendar can hold it: line feeds as line ends, no control characters,
    no halves of characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return LINE_END.sub("\n", whole).translate(WRITABLE)


def one_line(text: str) -> str:
    """Return the text as a title: calcurse leaves an entry out whose title has a line end."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """Return the text, cleaned, as the value of a line."""
    return clean(text).translate(ESCAPES)


def fold(line: str) -> str:
    """Return the line, folded so that no part of it has more than 75 octets."""
    parts, octets = [""], 0
    for unit in UNIT.findall(line):
        size = len(unit.encode())
        if octets + size > LONGEST_LINE:
            parts.append(" ")
            octets = 1
        parts[-1] += unit
        octets += size
    return "\r\n".join(parts)
