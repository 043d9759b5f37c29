"""What is taken to an adviser: text and table, with every reason, without names unless asked for."""

import csv
import io
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from asking import INTERVIEW, Reader

from followup.copies.adviser import Line, Report, as_csv
from followup.directions import isolated
from followup.records.record import ALL

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture(name="seeker")
def _seeker(reader: Reader) -> Reader:
    """A reader with two rounds at one employer, a log, notes, closed days and a weekend moved over."""
    reader.text("employer", "Acme & Sons")
    reader.text("role", "Analyst")
    reader.text("promised", "My certificate\nby Friday")
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "25 11 2026")
    reader.enter("person", "p1", {}, name="Jane Doe", title="Head of Data", reach="jane@acme.example", said="Likes charts")  # fmt: skip
    reader.enter("closed", "c1", {"closed-first": "24 12 2026", "closed-last": "1 1 2027"}, label="Acme shutdown")  # fmt: skip
    reader.today = "2026-12-04"
    reader.log("emailed", "25 11 2026", purpose="thanks")
    reader.log("called", "3 12 2026", who="Jane", note="=1+1 said\tcall again")
    reader.log("spoke", "4 12 2026", "18 12 2026", entry="gone")
    reader.remove("gone")
    reader.interview = "second"
    reader.choose("archived", "no")
    reader.text("follows", INTERVIEW)
    reader.answer("interview", "4 12 2026")
    reader.choose("outcome", "offer")
    reader.answer("offer-deadline", "11 12 2026")
    reader.interview = INTERVIEW
    return reader


def text_of(reader: Reader) -> str:
    """Return the text as it is copied."""
    return unescape(reader.ask(panels=["adviser"])["outputs"]["adviser-text"])


def table_of(reader: Reader) -> list[list[str]]:
    """Return the rows of the file as a spreadsheet reads them."""
    text = unescape(reader.ask(panels=["adviser"])["outputs"]["adviser-csv"])
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.mark.parametrize(
    ("scope", "names", "case"),
    [("one", "no", "adviser.txt"), ("all", "yes", "adviser-all-names.txt")],
)
def test_the_text_is_the_one_agreed(seeker: Reader, scope: str, names: str, case: str) -> None:
    """Every date with its reason, both days of a moved one, the log, and what was asked for."""
    seeker.choose("adviser-scope", scope, of=ALL)
    seeker.choose("adviser-names", names, of=ALL)

    assert text_of(seeker) == (CASES / case).read_text("utf-8")


def test_names_and_notes_are_left_out_unless_asked_for(seeker: Reader) -> None:
    """Also those that hide in what closed days are called."""
    seeker.choose("adviser-scope", "all", of=ALL)
    outputs = seeker.ask(panels=["adviser"])["outputs"]
    taken = outputs["adviser-text"] + outputs["adviser-csv"]

    for private in ("Acme", "Analyst", "Jane", "certificate", "charts", "said", "call again"):
        assert private not in taken
    assert "moved from Thursday 24 December 2026 (closed and weekend)" in taken
    seeker.choose("adviser-names", "yes", of=ALL)
    assert "jane@acme.example" not in text_of(seeker)


def test_the_table_says_what_the_plan_says(seeker: Reader) -> None:
    """One header, a row for each day, days as YYYY-MM-DD, and the reasons of the page."""
    header, *rows = table_of(seeker)

    assert header == ["Interview", "Round", "Date", "State", "What", "Moved from", "Why"]
    assert {len(row) for row in rows} == {len(header)}
    assert [row[2] for row in rows] == ["2026-11-24", "2026-11-25", "2026-11-25", "2026-12-03", "2026-12-14", "2027-01-04", "2027-01-14"]  # fmt: skip
    later = rows[4]
    assert later[3:6] == ["Next", "Email them.", "2026-12-13"]
    assert later[6] == "10 days after the contact on Thursday 3 December 2026, moved from Sunday 13 December 2026 (weekend)."  # fmt: skip


def test_the_file_has_line_ends_of_its_own_and_a_mark_for_excel(seeker: Reader) -> None:
    """A browser would turn them into line feeds, so they go as references."""
    html = seeker.ask(panels=["adviser"])["outputs"]["adviser-csv"]

    assert "\r" not in html
    assert html.startswith("\ufeffInterview,")
    assert html.count("&#13;\n") == html.count("\n") == len(table_of(seeker))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", '=HYPERLINK("x")', "=cmd|' /C calc'!A0"],
)  # fmt: skip
def test_no_cell_is_a_formula(cell: str) -> None:
    """Whoever opens the file runs nothing."""
    line = Line(date(2026, 11, 24), ("Interview date",), who=cell, note=cell)
    report = Report(1, ("Acme",), 1, (), known=(line,), employer=cell, role=cell)
    text = as_csv([report], names=True)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert sum(value.startswith("'") for value in rows[1]) == 4
    assert sum(value.replace("'", "") == cell for value in rows[1]) == (4 if "'" not in cell else 0)


@pytest.mark.parametrize("end", [";", "\t", "|", "\n", "\r\n"])
@pytest.mark.parametrize("cell", ["Acme;=1+1", 'Acme; "=1', "a|+1", "b;\t-1", "Acme;＝1", "c\r\n@SUM(A1)", "d;﹦1"])  # fmt: skip
def test_no_part_of_a_cell_is_a_formula_where_cells_end_at_another_sign(
    end: str, cell: str
) -> None:
    """Spreadsheets of many countries take a semicolon for the end of a cell; some are set to others.

    The cells of the table itself begin with none of these signs, so whatever does was let through.
    """
    line = Line(date(2026, 11, 24), ("Interview date",), who=cell, note=cell)
    report = Report(1, ("Acme",), 1, (), known=(line,), employer=cell, role=cell)
    for part in as_csv([report], names=True).split(end):
        assert not part.strip(' \t\r\n"').startswith(tuple("=+-@＝﹦"))


@pytest.mark.parametrize(
    "name", ['<script>"x"</script>', "شركة, المثال", "👩‍💻\n\nAcme", "W" * 300]
)
def test_names_of_every_kind_are_text(seeker: Reader, name: str) -> None:
    """In both, on one line, and escaped on the page."""
    seeker.text("employer", name)
    seeker.choose("adviser-names", "yes", of=ALL)
    outputs = seeker.ask(panels=["adviser"])["outputs"]
    line = " ".join(name.split())

    assert "<script" not in outputs["adviser-text"] + outputs["adviser-csv"]
    assert f"Analyst at {isolated(line)}\n---" in text_of(seeker)
    assert {row[1] for row in table_of(seeker)[1:]} == {line}


def test_someone_with_nothing_yet_gets_a_short_text(reader: Reader) -> None:
    """It says what to enter, a button leads there, and the table has its header alone."""
    assert 'class="lead-on"' in reader.ask(panels=["adviser"])["outputs"]["adviser-lead-on"]
    assert "Enter the interview date to see your dates." in text_of(reader)
    assert len(table_of(reader)) == 1


def test_a_setting_that_is_refused_is_not_called_an_own_one(reader: Reader) -> None:
    """The guide's number counts meanwhile."""
    reader.answer("interview", "24 11 2026")
    reader.text("gap", "0", of="all")

    assert "your own settings" not in str(reader.ask()["outputs"])

    reader.text("gap", "12", of="all")

    assert "your own settings" in str(reader.ask()["outputs"])
