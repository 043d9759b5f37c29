"""A plan and its log to take to an adviser: as plain text and as a table (CSV).

Every date arrives here with its explanation; nothing is worked out or looked up. What the reader
wants left out never gets here.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from followup import words
from followup.directions import isolated
from followup.words import Sentence

FORMULA_SIGNS = tuple("=+-@＝＋－＠﹦﹢﹣﹫")
"""What makes a spreadsheet take a cell for a formula, in full width and small too. Source: OWASP,
"CSV Injection"."""

CELL_ENDS = ";|\t\r\n"
"""Where a spreadsheet of another country, or set otherwise, ends a cell and begins the next one."""

SKIPPED = ' \t\r\n"'
"""What may stand before a formula."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the file for one in the code page of the machine."""

PRIVATE = ("employer", "role", "who", "note")
"""Columns that are there only with names."""


@dataclass(frozen=True)
class Line:
    """Something that happened, was named or is to do.

    Attributes:
        state: how it stands, in a word; empty for what is known.
        why: the explanation of the date.
        moved_from: the day before moving, if it was moved.
    """

    day: date
    what: Sentence
    state: str = ""
    why: Sentence = ()
    moved_from: date | None = None
    who: str = ""
    note: str = ""


@dataclass(frozen=True)
class Report:
    """One interview.

    Attributes:
        number: which of the reader's interviews it is, from 1.
        round: which round it is, from 1.
        answer: the next thing to do, in a sentence.
        advice: sentences that hold for the whole plan.
        known: the days that are known, each with what it is.
        progress: how far the checklist is.
        notes: title and text of each thing that the reader wrote down.
    """

    number: int
    name: Sentence
    round: int
    answer: Sentence
    advice: tuple[Sentence, ...] = ()
    known: tuple[Line, ...] = ()
    to_do: tuple[Line, ...] = ()
    happened: tuple[Line, ...] = ()
    progress: Sentence = ()
    employer: str = ""
    role: str = ""
    notes: tuple[tuple[str, str], ...] = ()


def as_text(reports: Sequence[Report], today: date) -> str:
    """Return the reports as plain text to copy."""
    blocks = [words.plain(words.plan_of_day(today)), *map(_section, reports)]
    return "\n\n\n".join(blocks) + "\n"


def _section(report: Report) -> str:
    name = words.plain(report.name)
    parts = [
        f"{name}\n{'-' * min(len(name), 60)}",
        "\n".join(words.plain(one) for one in (report.answer, *report.advice)),
        "\n".join(_facts(report)),
        _listed(words.TO_DO, report.to_do),
        _listed(words.HAPPENED, report.happened),
        "\n".join(f"{title}: {isolated(text)}" for title, text in report.notes),
    ]
    return "\n\n".join(filter(None, parts))


def _facts(report: Report) -> Iterator[str]:
    for line in report.known:
        yield f"{words.plain(line.what)}: {words.spell_day(line.day)}"
    yield f"{words.CHECKLIST}: {words.plain(report.progress)}"


def _listed(title: str, lines: Sequence[Line]) -> str:
    return "\n".join([title, *map(_line, lines)]) if lines else ""


def _line(line: Line) -> str:
    to_do = line.state and line.state != words.STATE_NAMES["done"]
    state = words.in_brackets(line.state) if to_do else ""
    texts = [words.plain(line.what), words.plain(line.why)]
    texts += [f"{words.with_whom(line.who)}."] if line.who else []
    texts += [words.with_note(line.note)] if line.note else []
    return f"- {words.spell_day(line.day)}{state}: {' '.join(filter(None, texts))}"


def as_csv(reports: Sequence[Report], *, names: bool) -> str:
    """Return the reports as one table, a row for each day; days are written YYYY-MM-DD.

    Args:
        reports: the interviews.
        names: whether the columns for names and notes are in it.
    """
    columns = [one for one in words.CSV_COLUMNS if names or one not in PRIVATE]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(words.CSV_COLUMNS[one] for one in columns)
    for report in reports:
        for line in (*report.known, *report.happened, *report.to_do):
            cells = _cells(report, line)
            writer.writerow(_harmless(cells[one]) for one in columns)
    return BYTE_ORDER_MARK + text.getvalue()


def _cells(report: Report, line: Line) -> dict[str, str]:
    return {
        "number": str(report.number),
        "employer": report.employer,
        "role": report.role,
        "round": str(report.round),
        "day": line.day.isoformat(),
        "state": line.state,
        "what": words.plain(line.what),
        "moved_from": line.moved_from.isoformat() if line.moved_from else "",
        "why": words.plain(line.why),
        "who": line.who,
        "note": line.note,
    }


def _harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it as a formula, nor a part of it."""
    for end in CELL_ENDS:
        first, *rest = cell.split(end)
        cell = end.join([first, *map(_as_text, rest)])
    return _as_text(cell)


def _as_text(part: str) -> str:
    """Return what may become a cell so that it is text in it."""
    is_formula = part.lstrip(SKIPPED).startswith(FORMULA_SIGNS)
    return f"'{part}" if is_formula or part.lstrip(" ").startswith(("\t", "\r")) else part
