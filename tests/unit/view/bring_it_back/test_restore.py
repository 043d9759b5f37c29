"""The page "Bring it back": what was brought in, how it differs, and what can be done."""

import json
import re
from datetime import date
from typing import Any

import pytest
from asking import INTERVIEW, Reader

from followup import words
from followup.copies.backup import write_backup
from followup.copies.links import write_link
from followup.copies.portable import canonical, portable
from followup.dates.rules import GUIDE
from followup.guide.contents import Guide
from followup.records.record import ALL
from followup.view.bring_it_back.restore import MOST_DATES

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
    assert f'id="take-merge" class="primary">{words.TAKE_BACK}<' in html
    assert words.TAKE_MERGE not in html
    assert words.plain(words.TAKE_BACK_HINT) in html
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


# What would change here


def would_change(html: str) -> str:
    """Return what stands about it, as plain text."""
    part = html.partition("would-change")[2].partition('class="hint"')[0]
    return " ".join(re.sub("<[^>]+>", " ", part).replace("&#39;", "'").split()).replace(" .", ".")


def newer(reader: Reader, guide: Guide) -> Reader:
    """Return another browser that knows what a reader has, and goes on from there."""
    there = Reader(guide)
    there.records, there.count = dict(reader.records), 100
    return there


def test_what_would_change_here_is_named(elsewhere: Reader, guide: Guide) -> None:
    """Dates and settings with what they are and would be; entries that would go, and how many
    ticks."""
    elsewhere.interview = INTERVIEW
    elsewhere.log("called", "24 11 2026", entry="c1")
    elsewhere.enter("person", "p1", {}, name="Ana")
    elsewhere.enter("closed", "d1", {"closed-first": "24 12 2026"})
    elsewhere.text("role", "Baker")
    elsewhere.text("promised", "a note")
    there = newer(elsewhere, guide)
    there.answer("interview", "23 11 2026")
    there.interview = "second"
    there.answer("interview", "")
    there.interview = INTERVIEW
    for entry in ("c1", "p1"):
        there.remove(entry)
    there.enter("closed", "d1", {"closed-first": "28 12 2026"})
    there.tick("meet-names", on=False)
    there.text("employer", "Bcme")
    there.text("role", "")
    there.text("promised", "another")
    there.choose("outcome", "offer")
    there.choose("archived", "yes")
    there.text("gap", "9", ALL)
    there.choose("weekend", "fri", ALL)
    html = preview(elsewhere, link_of(there))
    says = would_change(html)

    for sentence in (
        "Interview date: Tuesday 24 November 2026 would become Monday 23 November 2026.",
        "Interview date: Wednesday 25 November 2026 would go.",
        "1 contact would go: Tuesday 24 November 2026.",
        "1 person would go: Ana.",
        "1 time when they are closed would change: Thursday 24 December 2026.",
        "1 step would go.",
        "1 name or note would change.",
        "Employer: “Acme” would become “Bcme”.",
        "Job: “Baker” would go.",
        "How did it end?: “It is not decided yet” would become “They made me an offer”.",
        "Archive: “Not in the archive” would become “In the archive”.",
        "Days between two contacts: “12” would become “9”.",
        "Weekend: “As in the country” would become “Friday only”.",
    ):
        assert sentence in says
    assert words.plain(words.TAKE_MERGE_CHANGES) in html
    assert "What is here stays" not in html


def test_settings_are_named_by_what_counts_in_the_end(elsewhere: Reader, guide: Guide) -> None:
    """One choice takes them all back; and many entries are only counted."""
    for number in range(5):
        elsewhere.log("called", "25 11 2026", entry=f"c{number}")
    there = newer(elsewhere, guide)
    there.interview = "second"
    there.choose("settings", "guide", ALL)
    for number in range(5):
        there.remove(f"c{number}")
    says = would_change(preview(elsewhere, link_of(there)))

    assert words.plain(words.GUIDE_WOULD_COUNT) in says
    assert f"Days between two contacts: “12” would become “{GUIDE.gap}”." in says
    assert "5 contacts would go." in says


def test_of_what_only_comes_nothing_is_said_to_change(reader: Reader, elsewhere: Reader) -> None:
    """What is here stays. A setting would count for what is here, but there must be something."""
    link = link_of(elsewhere)
    assert "would-change" not in preview(reader, link)
    reader.interview = "third"
    reader.answer("interview", "24 11 2026")

    assert "“12”" in would_change(preview(reader, link))
    reader.text("gap", "12", ALL)
    html = preview(reader, link)
    assert "would-change" not in html
    assert words.plain(words.TAKE_MERGE_HINT) in html


def test_what_poses_as_ours_is_left_out_and_counted(reader: Reader) -> None:
    """A copy with keys of ours and longer texts of another kind; and nothing of it can be taken."""
    reader.answer("interview", "24 11 2026")
    texts = {key: text.replace("abc123", "another").replace("{", '{"more":"' + "x" * 99 + '",', 1) for key, text in reader.records.items()}  # fmt: skip
    html = preview(reader, write_link(SITE, texts))

    assert words.plain(words.stays_ours(1)) in html
    assert rows(html)["another"] == ("refused", rows(html)["another"][1])
    assert words.NOTHING_OF_IT in html
    assert 'data-take="merge"' not in html


@pytest.mark.parametrize("count", [101, 200])
def test_how_much_too_much_it_is_is_said(reader: Reader, elsewhere: Reader, count: int) -> None:
    """How many interviews it holds, and how many it may hold."""
    for number in range(count - 1):
        elsewhere.answer("interview", "24 11 2026")
        elsewhere.interview = f"i{number}"
    html = preview(reader, write_backup(portable(elsewhere.records), date(2026, 12, 1)), "file")

    assert f"It holds {count} interviews. A copy may hold 100." in html
    assert "data-take" not in html


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


@pytest.mark.parametrize("how", ["merge", "back", "replace"])
def test_what_was_done_is_said_and_can_be_undone(reader: Reader, how: str) -> None:
    """As long as the page can."""
    html = done(reader, how)

    assert words.TAKEN[how] in html
    assert 'data-take="undo"' in html
    assert "answer" not in html
    assert done(reader, "") == ""


def done(reader: Reader, how: str) -> str:
    """Return what the page shows after something was taken."""
    return str(reader.ask(panels=["restore"], store={"undo": how})["outputs"]["restore.done"])


def test_once_a_plan_is_back_its_dates_stand_there(reader: Reader, elsewhere: Reader) -> None:
    """What comes next, in each interview if there are more; not in one that was put away."""
    elsewhere.interview = INTERVIEW
    for key, text in elsewhere.records.items():
        if "second" not in text:
            reader.records[key] = text
    day = re.findall('<p class="when">(<time.*?</time>)', reader.ask()["outputs"]["plan"])[0]
    assert f'<p class="answer">Next: telephone them on {day}' in done(reader, "back")
    assert f'<a href="../dates/">{words.SEE_YOUR_DATES}</a>' in done(reader, "back")

    html = done(elsewhere, "back")
    assert html.count("<li>") == 2
    assert '<li><a data-switch="second" href="../dates/">' in html
    assert "Acme" in html
    elsewhere.choose("archived", "yes")
    assert "Acme" not in done(elsewhere, "back")


def test_of_very_many_interviews_the_latest_ten_say_what_comes_next(elsewhere: Reader) -> None:
    """The others are a page away."""
    for number in range(20):
        elsewhere.interview = f"more{number}"
        elsewhere.answer("interview", "24 11 2026")
    html = done(elsewhere, "back")

    assert html.count("<li>") == MOST_DATES
    assert 'data-switch="more19"' in html
    assert words.SEE_YOUR_INTERVIEWS in html


def test_a_copy_with_a_moved_interview_is_looked_at_and_taken(
    reader: Reader, elsewhere: Reader
) -> None:
    """It is told as a contact and an outcome; taken twice or in two halves it says the same."""
    elsewhere.interview = INTERVIEW
    before = link_of(elsewhere)
    elsewhere.today = "2026-12-04"
    elsewhere.move("4 12 2026", "9 12 2026", entry="m1")
    moved = link_of(elsewhere)
    elsewhere.choose("outcome", "cancelled")
    reader.today = "2026-12-04"
    for link in (moved, before, moved):
        reader.records |= bring(reader, link)["take"]["records"]
    state, text = rows(preview(reader, link_of(elsewhere)))[INTERVIEW]

    assert '<time datetime="2026-12-16">' in reader.ask()["outputs"]["plan"]
    assert (state, "Brings 1 outcome" in text) == ("differs", True)
    assert "“They cancelled the interview”" in preview(reader, link_of(elsewhere))
