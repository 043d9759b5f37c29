"""What the page says of dates that a link brings, what it offers, and that no answer is written over."""

import re
from typing import Any

import pytest
from asking import INTERVIEW, Reader

from followup import words

BOTH = {"interview": "2026-11-24", "decision": "2026-12-08"}
WAY = re.compile(r'<button data-link-dates="(\w+)"([^>]*)>')
DAY = re.compile(r'data-(\w+)-day="([\d-]+)"')


def ask(reader: Reader, dates: dict[str, str] | None, **changes: object) -> dict[str, Any]:
    """Open the page of dates with a link."""
    return reader.ask(panels=["link-dates", "questions", "plan"], dates=dates, **changes)


def notice(reader: Reader, dates: dict[str, str] | None) -> str:
    """Return what the page says of the link."""
    return str(ask(reader, dates)["outputs"]["restore.dates"])


def ways(html: str) -> dict[str, dict[str, str]]:
    """Return what can be pressed, each with the days that it writes."""
    return {way: dict(DAY.findall(marks)) for way, marks in WAY.findall(html)}


def plain(html: str) -> str:
    """Return the text of it."""
    return re.sub(r"<[^>]+>", "", html)


def boxes(answer: dict[str, Any], name: str) -> list[str]:
    """Return what stands in the boxes of a question."""
    return [answer["inputs"][f"{name}-{part}"]["value"] for part in ("day", "month", "year")]


def test_without_a_link_nothing_is_shown(reader: Reader) -> None:
    """Older pages do not even say so."""
    assert notice(reader, None) == ""
    assert reader.ask(panels=["link-dates"])["outputs"]["restore.dates"] == ""


def test_both_questions_are_filled_in_and_nothing_is_answered(reader: Reader) -> None:
    """The notice says the days, that nothing is saved, and what would come next."""
    answer = ask(reader, BOTH)
    html = answer["outputs"]["restore.dates"]

    assert boxes(answer, "interview") == ["24", "11", "2026"]
    assert boxes(answer, "decision") == ["8", "12", "2026"]
    assert "Tuesday 24 November 2026" in answer["outputs"]["echo.interview"]
    assert answer["outputs"]["line.interview"] == ""
    assert answer["inputs"]["interview-question"]["attributes"]["open"] == ""
    assert words.plain(words.NO_INTERVIEW) in answer["outputs"]["plan"]
    assert (
        "This link brings the interview date Tuesday 24 November 2026 and the decision date "
        "Tuesday 8 December 2026. Nothing is saved yet." in plain(html)
    )
    assert "Next: telephone them on Thursday 10 December 2026." in plain(html)
    assert ways(html) == {"use": BOTH, "leave": {}}


def test_only_what_is_not_answered_is_offered(reader: Reader) -> None:
    """The interview date is the same, so the decision date fills the empty question."""
    reader.answer("interview", "24 11 2026")
    answer = ask(reader, BOTH)

    assert ways(answer["outputs"]["restore.dates"]) == {
        "use": {"decision": "2026-12-08"},
        "leave": {},
    }
    assert boxes(answer, "decision") == ["8", "12", "2026"]


def test_what_is_here_already_is_said_and_nothing_is_offered(reader: Reader) -> None:
    """As when a link is opened twice."""
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "8 12 2026")
    html = notice(reader, BOTH)

    assert "Your plan has that already, so there is nothing to save." in plain(html)
    assert ways(html) == {"leave": {}}
    assert ">Close<" in html


def test_the_day_before_they_moved_the_interview_counts_as_the_same(reader: Reader) -> None:
    """The link is older than the move."""
    reader.answer("interview", "24 11 2026")
    reader.move("24 11 2026", "30 11 2026")

    assert ways(notice(reader, {"interview": "2026-11-24"})) == {"leave": {}}


@pytest.mark.parametrize("here", ["20 11 2026", "31 11 2026"])
def test_another_answer_stays_and_a_new_interview_is_offered(reader: Reader, here: str) -> None:
    """Also one that is refused: what the reader typed is not written over."""
    reader.answer("interview", here)
    answer = ask(reader, BOTH)
    html = answer["outputs"]["restore.dates"]

    assert boxes(answer, "interview") == here.split()
    assert boxes(answer, "decision") == ["", "", ""]
    assert ways(html) == {"new": BOTH, "leave": {}}
    held = "Friday 20 November 2026" if here.startswith("20") else "none"
    assert f"Interview date: {held} here, Tuesday 24 November 2026 in the link." in plain(html)
    assert "Next: telephone them on Thursday 10 December 2026." in plain(html)


def test_that_they_named_no_day_is_an_answer(reader: Reader) -> None:
    """It is not written over."""
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "")
    html = notice(reader, BOTH)

    assert "Decision date: none here, Tuesday 8 December 2026 in the link." in plain(html)
    assert ways(html) == {"new": BOTH, "leave": {}}


def test_another_interview_with_these_dates_is_named(reader: Reader) -> None:
    """So that nobody adds it twice."""
    reader.answer("interview", "24 11 2026")
    reader.text("employer", "Acme")
    reader.interview = "second"
    reader.answer("interview", "20 11 2026")
    html = notice(reader, {"interview": "2026-11-24"})

    assert "You have an interview with these dates already: Acme." in plain(html)
    assert f'data-switch="{INTERVIEW}"' in html
    assert ways(html) == {"new": {"interview": "2026-11-24"}, "leave": {}}


def test_an_interview_that_has_a_name_is_named_and_a_new_one_can_be_made(reader: Reader) -> None:
    """The dates may be for another."""
    reader.text("employer", "Acme & Sons")
    html = notice(reader, {"interview": "2026-11-24"})

    assert "This would go into the plan for Acme &amp; Sons." in plain(html)
    assert list(ways(html)) == ["use", "new", "leave"]


def test_a_refused_date_has_its_sentence_and_the_other_can_be_used(reader: Reader) -> None:
    """Each by itself; with nothing left, the notice can be closed."""
    html = notice(reader, {"interview": "2026-02-31", "decision": "2026-12-08"})
    assert '<p class="problem" data-refused="interview">There is no 31 February 2026' in html
    assert ways(html) == {"use": {"decision": "2026-12-08"}, "leave": {}}

    html = notice(reader, {"interview": "", "decision": "1926-12-08"})
    assert re.findall(r'data-refused="(\w+)"', html) == ["interview", "decision"]
    assert "This link brings" not in html
    assert ways(html) == {"leave": {}}


def test_once_they_are_taken_that_can_be_undone(reader: Reader) -> None:
    """As long as the page says that it was the last thing done."""
    reader.answer("interview", "24 11 2026")
    html = ask(reader, None, store={"undo": "together"})["outputs"]["restore.dates"]

    assert words.LINK_DATES_TAKEN in html
    assert 'data-take="undo"' in html
    assert ask(reader, None, store={"undo": "merge"})["outputs"]["restore.dates"] == ""
    assert words.LINK_DATES_TAKEN not in ask(reader, BOTH, store={"undo": "together"})["outputs"]["restore.dates"]  # fmt: skip


def test_the_start_page_knows_nothing_of_it(reader: Reader) -> None:
    """The page sends such dates only where they are shown."""
    answer = reader.ask(panels=["ask"])

    assert boxes(answer, "interview") == ["", "", ""]
