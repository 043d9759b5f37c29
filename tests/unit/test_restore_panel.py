"""The page "Bring your plan back": what was brought in, how it differs, and what can be done."""

import json
import re
from datetime import date
from typing import Any

import pytest
from asking import INTERVIEW, Reader

from followup import words
from followup.backup import write_backup
from followup.guide import Guide
from followup.links import write_link
from followup.portable import canonical, portable
from followup.records import ALL

SITE = "https://careers.example/follow-up/"
ROW = re.compile(r'<li data-brought="(\w+)" data-state="(\w+)">(.*?)</ul></li>', re.DOTALL)


def bring(reader: Reader, text: str, kind: str = "link") -> dict[str, Any]:
    """Bring something in, and ask."""
    incoming = {"kind": kind, "name": "", "text": text}
    return reader.ask(panels=["restore"], incoming=incoming)


def preview(reader: Reader, text: str, kind: str = "link") -> str:
    """Return what the page shows of it."""
    return str(bring(reader, text, kind)["outputs"]["restore.preview"])


def rows(html: str) -> dict[str, tuple[str, str]]:
    """Return the state and the text of each row, by interview."""
    found = ROW.findall(html)
    return {one: (state, re.sub("<[^>]+>", " ", text)) for one, state, text in found}


@pytest.fixture(name="elsewhere")
def _elsewhere(guide: Guide) -> Reader:
    """Another browser, with two interviews and a setting."""
    reader = Reader(guide)
    reader.answer("interview", "24 11 2026")
    reader.text("employer", "Acme")
    reader.tick("meet-names")
    reader.text("gap", "12", ALL)
    reader.interview = "second"
    reader.answer("interview", "25 11 2026")
    return reader


def link_of(reader: Reader, *, names: bool = True) -> str:
    """Return the link with all of it."""
    return write_link(SITE, portable(reader.records, names=names))


def test_with_nothing_brought_in_nothing_is_shown(reader: Reader) -> None:
    """Older pages do not even say so."""
    for changes in ({}, {"incoming": None}):
        outputs = reader.ask(panels=["restore"], **changes)["outputs"]
        assert outputs["restore.preview"] == outputs["restore.done"] == ""


def test_an_empty_browser_sees_what_is_in_it_and_can_add_it(reader: Reader, elsewhere: Reader) -> None:  # fmt: skip
    """Each interview by its name or day, the settings, how much, how new; nothing to replace."""
    html = preview(reader, link_of(elsewhere))
    found = rows(html)

    assert list(found) == [INTERVIEW, "second", ALL]
    assert {state for state, _ in found.values()} == {"new"}
    assert "Acme" in found[INTERVIEW][1]
    assert "Brings 1 date, 1 name or note and 1 step" in found[INTERVIEW][1]
    assert "The newest entry in it is from  Tuesday 24 November 2026" in found[INTERVIEW][1]
    assert "Wednesday 25 November 2026" in found["second"][1]
    assert 'data-take="merge"' in html
    assert 'data-take="cancel"' in html
    assert 'data-take="replace"' not in html
    assert "data-back" not in html
    assert ">0" not in html  # a count that is none


def test_what_can_be_taken_goes_to_the_page(reader: Reader, elsewhere: Reader) -> None:
    """Which keeps it until the reader has pressed something."""
    take = bring(reader, link_of(elsewhere))["take"]

    assert canonical(take["records"]) == canonical(portable(elsewhere.records))
    assert take["deleted"] == []


def test_what_differs_is_said_for_each(reader: Reader, elsewhere: Reader) -> None:
    """What it brings, what is newer here, what is only here."""
    link = link_of(elsewhere)
    elsewhere.interview = INTERVIEW
    elsewhere.text("employer", "Acme & Sons")
    elsewhere.log("called", "24 11 2026")
    elsewhere.interview = "third"
    elsewhere.answer("interview", "26 11 2026")
    later = preview(elsewhere, link)

    assert {one: state for one, (state, _) in rows(later).items()} == {INTERVIEW: "differs", "second": "same", ALL: "same"}  # fmt: skip
    assert "Newer here: 1 name or note" in rows(later)[INTERVIEW][1]
    assert "Only here: 1 contact" in rows(later)[INTERVIEW][1]
    assert words.SAME_HERE in rows(later)["second"][1]
    assert "Everything in it is here already" in later
    assert 'data-take="merge"' not in later
    assert "1 interview that is not in your copy would go." in later
    reader.records = dict(list(elsewhere.records.items())[:2])
    assert "Brings" in rows(preview(reader, link_of(elsewhere)))[INTERVIEW][1]


def test_a_deleted_interview_is_asked_for_by_itself(elsewhere: Reader) -> None:
    """Adding leaves it deleted; another button brings it back."""
    link = link_of(elsewhere)
    elsewhere.write("deleted", of="second", on=True)
    answer = bring(elsewhere, link)
    html = answer["outputs"]["restore.preview"]

    assert rows(html)["second"][0] == "deleted"
    assert "Wednesday 25 November 2026" in rows(html)["second"][1]
    assert words.plain(words.deleted_before(1)) in html
    assert 'data-take="merge" data-back="yes"' in html
    assert 'id="take-merge"' not in html
    assert answer["take"]["deleted"] == ["second"]


@pytest.mark.parametrize("names", [True, False])
def test_names_are_escaped_and_those_of_here_stand_in(reader: Reader, *, names: bool) -> None:
    """A link without names still says which interview it means."""
    reader.text("employer", "<b>Acme</b>")
    reader.answer("interview", "24 11 2026")
    html = preview(reader, link_of(reader, names=names))

    assert "&lt;b&gt;Acme&lt;/b&gt;" in html
    assert "<b>" not in html


# What is refused


def test_a_cut_link_is_called_incomplete(reader: Reader, elsewhere: Reader) -> None:
    """Wherever it was cut, and nothing can be taken."""
    fragment = link_of(elsewhere).partition("#")[2]
    for length in range(1, len(fragment)):
        answer = bring(reader, fragment[:length])
        assert "This link is incomplete." in answer["outputs"]["restore.preview"]
        assert answer["take"] is None


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("link", "restore=99.1.00000000.A", "newer version"),
        ("link", "restore=1.4.00000000.AAAA", "This link is damaged."),
        ("file", "{", "This file is damaged."),
        ("file", "[1]", "not a copy of a plan"),
        ("file", '{"followup-backup": 99}', "newer version"),
        ("file", "[" * 40 + "]" * 40, "cannot be read"),
        ("file", '{"followup-backup": 1, "interviews": {"a": {"1.a.1": 7}}}', "nothing in it"),
        ("file", " " * 300_000, "too large"),
    ],
)
def test_every_refusal_has_its_sentence(reader: Reader, kind: str, text: str, says: str) -> None:
    """What is wrong, and what to do."""
    html = preview(reader, text, kind)

    assert says in html
    assert 'class="problem"' in html
    assert "data-take" not in html


@pytest.mark.parametrize("problem", ["large", "deep", "not-text", "broke", "<b>"])
def test_what_the_page_refused_has_its_sentence(reader: Reader, problem: str) -> None:
    """Python never saw it."""
    incoming = {"kind": "file", "name": "x", "problem": problem}
    html = reader.ask(panels=["restore"], incoming=incoming)["outputs"]["restore.preview"]

    sentence = words.FILE_PROBLEMS.get(problem, words.FILE_PROBLEMS["other"])
    assert words.plain(sentence) in html


def test_a_file_says_when_it_was_made_and_what_was_left_out(reader: Reader, elsewhere: Reader) -> None:  # fmt: skip
    """And whether somebody changed it."""
    text = write_backup(portable(elsewhere.records), date(2026, 12, 1))
    html = preview(reader, text, "file")
    assert "From a file, made on <time" in html
    assert "left out" not in html
    content = json.loads(text)
    content["interviews"][INTERVIEW]["9.x.9"] = {"what": 7}
    html = preview(reader, json.dumps(content), "file")
    assert "1 piece of it cannot be read and is left out." in html
    assert words.plain(words.CHANGED_BY_HAND) in html


# Afterwards


@pytest.mark.parametrize("how", ["merge", "replace"])
def test_what_was_done_is_said_and_can_be_undone(reader: Reader, how: str) -> None:
    """As long as the page can."""
    html = reader.ask(panels=["restore"], store={"undo": how})["outputs"]["restore.done"]

    assert words.TAKEN[how] in html
    assert 'data-take="undo"' in html
    assert reader.ask(panels=["restore"], store={"undo": ""})["outputs"]["restore.done"] == ""
