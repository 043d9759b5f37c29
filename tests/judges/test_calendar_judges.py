"""Other people's programs read our calendar files: each finds what was put in, and nothing else."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
from any_calendar import EXAMPLES, SITE, TODAY, calendars, examples
from hypothesis import given, settings
from in_node import answers
from missing import leave_out

from followup.copies.calendar_file import LENGTH, Entry, clean, one_line, write_calendar

ONE_DAY = timedelta(days=1)
FEW = 200
"""Calendars that khal and calcurse must import; khal takes minutes for ten times as many."""

PATIENCE = 120
"""Seconds that a program may take on a slow machine."""

READ_IN_NODE = str(Path(__file__).parent / "read_calendar.mjs")

KHAL = """[calendars]
[[judge]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Etc/UTC
default_timezone = Etc/UTC
"""
ENTRIES = [
    Entry(
        uid="abc123-first-0@careers.example.org",
        sequence=12,
        start=datetime(2026, 12, 1, 10, tzinfo=UTC),
        summary="Telephone them about the interview at “Sons; & Søns, Ltd”",
        description="7 days after the interview, moved from Sunday.\n\nYour plan:\n"
        f"{SITE}plan/restore/#restore=1.1300.0a1b2c3d.{'eJy-_' * 260}",
        url=f"{SITE}plan/dates/",
    ),
    Entry(
        uid="abc123-later-1@careers.example.org",
        sequence=12,
        start=date(2026, 12, 11),
        summary="Email them about the interview (tentative) \U0001f600",
        description="10 days after the contact.",
        url=f"{SITE}plan/dates/",
    ),
]
"""What a reader exports: names in any alphabet, a link that takes many lines, both forms of time."""


def written(entry: Entry) -> dict[str, Any]:
    """Return what a reader of the file must find for an entry."""
    timed = isinstance(entry.start, datetime)
    return {
        "uid": entry.uid,
        "sequence": entry.sequence,
        "stamp": spelled(datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)),
        "changed": spelled(datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)),
        "start": spelled(entry.start),
        "end": spelled(entry.start + (LENGTH if timed else ONE_DAY)),
        "summary": one_line(entry.summary),
        "description": clean(entry.description),
        "url": entry.url,
        "shown": "TRANSPARENT",
        "action": "DISPLAY",
        "says": one_line(entry.summary),
        "before": -15 * 60 if timed else -15 * 60 * 60,
        "alarms": 1,
    }


def spelled(start: date) -> str:
    """Return a day or a moment of UTC as ical.js writes them."""
    return f"{start:%Y-%m-%dT%H:%M:%SZ}" if isinstance(start, datetime) else start.isoformat()


def read_by_icalendar(text: str) -> dict[str, Any]:
    """Return what the library icalendar finds in a file."""
    calendar = icalendar.Calendar.from_ical(text.encode())
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    return {
        "method": calendar["METHOD"],
        "parts": len(calendar.subcomponents),
        "entries": [_entry(event) for event in calendar.walk("VEVENT")],
    }


def _entry(event: Any) -> dict[str, Any]:  # noqa: ANN401 # each property is of a class of its own
    assert event.errors == []
    alarms = event.walk("VALARM")
    return {
        "uid": event["UID"],
        "sequence": event["SEQUENCE"],
        "stamp": spelled(event["DTSTAMP"].dt),
        "changed": spelled(event["LAST-MODIFIED"].dt),
        "start": spelled(event["DTSTART"].dt),
        "end": spelled(event["DTEND"].dt),
        "summary": event["SUMMARY"],
        "description": event["DESCRIPTION"],
        "url": event["URL"],
        "shown": event["TRANSP"],
        "action": alarms[0]["ACTION"],
        "says": alarms[0]["DESCRIPTION"],
        "before": alarms[0]["TRIGGER"].dt.total_seconds(),
        "alarms": len(alarms),
    }


@examples
@given(calendars())
def test_icalendar_reads_what_was_written(calendar: list[Entry]) -> None:
    """Every property of every entry, whatever the texts."""
    assert read_by_icalendar(write_calendar(calendar, TODAY)) == {
        "method": "PUBLISH",
        "parts": len(calendar),
        "entries": [written(entry) for entry in calendar],
    }


def test_ical_js_reads_what_was_written() -> None:
    """The same, in one run of Node."""
    collected: list[list[Entry]] = []

    @examples
    @given(calendars())
    def collect(calendar: list[Entry]) -> None:
        collected.append(calendar)

    collect()
    texts = [write_calendar(calendar, TODAY) for calendar in collected]

    assert len(texts) >= EXAMPLES / 2
    for found, calendar in zip(answers(READ_IN_NODE, texts), collected, strict=True):
        assert found == {
            "method": "PUBLISH",
            "parts": len(calendar),
            "entries": [written(entry) for entry in calendar],
        }


def need(program: str) -> None:
    """Leave the test out if the machine lacks a calendar program. The two libraries above judge the
    same files everywhere."""
    if not shutil.which(program):
        leave_out(program, program)


def run(folder: Path, *command: str) -> str:
    """Run a calendar program that keeps everything in the folder, in the zone of Greenwich."""
    environment = os.environ | {"HOME": str(folder), "TZ": "Etc/UTC", "LC_ALL": "C.UTF-8"}
    result = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    return result.stdout


def save(folder: Path, calendars_: list[list[Entry]]) -> list[str]:
    """Write each calendar into a file, and return where."""
    paths = [folder / f"{number}.ics" for number in range(len(calendars_))]
    for path, calendar in zip(paths, calendars_, strict=True):
        path.write_bytes(write_calendar(calendar, TODAY).encode())
    return list(map(str, paths))


def khal(folder: Path, *arguments: str) -> str:
    """Run khal with a calendar in the folder."""
    config = folder / "khal.conf"
    config.write_text(KHAL.format(folder=folder))
    (folder / "calendar").mkdir(exist_ok=True)
    return run(folder, "khal", "--config", str(config), *arguments)


def calcurse(folder: Path, *arguments: str) -> str:
    """Run calcurse with its data in the folder."""
    return run(folder, "calcurse", "--datadir", str(folder / "calcurse"), *arguments)


def test_khal_imports_and_shows_them(tmp_path: Path) -> None:
    """Times, titles and the whole text; a later file of the same step takes the place of the first."""
    need("khal")
    later = [replace(one, sequence=one.sequence + 1) for one in ENTRIES]
    khal(tmp_path, "import", "--batch", *save(tmp_path, [ENTRIES, later]))
    form = "{start-long-full}|{end-long-full}|{title}|{description}|{url}|{alarm-symbol}<end>"
    shown = khal(tmp_path, "list", "--once", "--day-format", "", "--format", form, "2026-11-24", "90d")  # fmt: skip

    assert [one.strip("\n").split("|") for one in shown.split("<end>")[:-1]] == [
        ["2026-12-01 10:00", "2026-12-01 10:30", ENTRIES[0].summary, ENTRIES[0].description, ENTRIES[0].url, " ⏰"],
        ["2026-12-11 00:00", "2026-12-11 00:00", ENTRIES[1].summary, ENTRIES[1].description, ENTRIES[1].url, " ⏰"],
    ]  # fmt: skip


def test_calcurse_imports_and_shows_them(tmp_path: Path) -> None:
    """Times, titles, the alarm of the timed one, and the whole text as a note."""
    need("calcurse")
    (path,) = save(tmp_path, [ENTRIES])
    report = calcurse(tmp_path, "--import", path)
    kept = (tmp_path / "calcurse" / "apts").read_text("utf-8").splitlines()
    notes = [note.read_text("utf-8") for note in (tmp_path / "calcurse" / "notes").iterdir()]

    assert "1 app / 1 event / 0 todos / 0 skipped" in report
    assert re.fullmatch(
        rf"12/01/2026 @ 10:00 -> 12/01/2026 @ 10:30>\w+ !{re.escape(ENTRIES[0].summary)}", kept[0]
    )
    assert re.fullmatch(rf"12/11/2026 \[1\] ?>\w+ {re.escape(ENTRIES[1].summary)}", kept[1])
    assert sorted(note.strip() for note in notes) == sorted(one.description for one in ENTRIES)

    calcurse(tmp_path, "--import", path)
    again = (tmp_path / "calcurse" / "apts").read_text("utf-8").splitlines()
    assert sorted(again) == sorted(2 * kept), "docs/plan/calendar.md says that it adds a second"


def test_khal_and_calcurse_import_any_text(tmp_path: Path) -> None:
    """Whatever hypothesis finds, no entry is refused and none is left out."""
    need("khal")
    need("calcurse")
    collected: list[Entry] = []

    @settings(examples, max_examples=FEW)
    @given(calendars())
    def collect(calendar: list[Entry]) -> None:
        number = len(collected)
        collected.extend(replace(one, uid=f"{number}-{one.uid}") for one in calendar)

    collect()
    (path,) = save(tmp_path, [collected])
    khal(tmp_path, "import", "--batch", path)
    report = calcurse(tmp_path, "--import", path)
    timed = sum(isinstance(entry.start, datetime) for entry in collected)

    assert len(collected) >= FEW
    kept = {one.name for one in (tmp_path / "calendar").iterdir()}
    assert kept == {f"{entry.uid}.ics" for entry in collected}
    assert f"{timed} apps / {len(collected) - timed} events / 0 todos / 0 skipped" in report
