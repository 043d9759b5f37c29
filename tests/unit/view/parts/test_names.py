"""Two interviews with the same name are told apart wherever a name stands alone, and at once."""

import json
import re
from collections.abc import Callable

import pytest
from asking import INTERVIEW, Reader

from followup import words
from followup.app import open_app
from followup.guide.contents import Guide
from followup.view.parts.scene import MOST_INTERVIEWS

FIRST, SECOND = "first1", "second2"
FIRST_DAY = "Analyst at Acme, Tuesday 24 November 2026"
SECOND_DAY = "Analyst at Acme, Wednesday 25 November 2026"


def start(reader: Reader, interview: str, day: str, role: str = "Analyst") -> None:
    """Begin an interview at one employer."""
    reader.interview = interview
    reader.choose("archived", "no")
    if role:
        reader.text("employer", "Acme")
        reader.text("role", role)
    reader.answer("interview", day)


@pytest.fixture(name="twins")
def _twins(reader: Reader) -> Reader:
    """A reader with two interviews for one job, a day apart, and one for another; it is shown."""
    start(reader, FIRST, "24 11 2026")
    start(reader, SECOND, "25 11 2026")
    start(reader, INTERVIEW, "26 11 2026", "Cook")
    reader.today = "2026-12-02"
    return reader


def said(html: str) -> str:
    """Return the text without its markup."""
    return re.sub("<[^>]+>", "", html)


def names(reader: Reader) -> list[str]:
    """Return the names of the rows, in the order of entry."""
    rows = str(reader.ask()["outputs"]["interviews.open"])
    found = re.findall(r'id="interview-(\w+)"[^>]*><h\d>(<span.*?</span>)', rows)
    order = [FIRST, SECOND, INTERVIEW]
    return [said(name) for _, name in sorted(found, key=lambda one: order.index(one[0]))]


@pytest.mark.parametrize("place", ["interviews.open", "due", "next-step", "switcher.others", "whose"])  # fmt: skip
def test_same_names_are_told_apart_by_their_day(twins: Reader, place: str) -> None:
    """In rows, buttons and sentences; a name that is the only one stays as it is."""
    shown = said(twins.ask()["outputs"][place])

    assert FIRST_DAY in shown
    assert SECOND_DAY in shown
    assert "Cook at Acme, " not in shown


def test_the_switcher_does_not_say_the_day_twice(twins: Reader) -> None:
    """It stands after every other name."""
    buttons = re.findall(r"<button.*?</button>", twins.ask()["outputs"]["switcher.others"])

    assert [button.count("<time") for button in buttons] == [1, 1, 1]


def test_sentences_and_an_adviser_have_the_same_name(twins: Reader) -> None:
    """What is said aloud, and what goes out with names."""
    twins.choose("adviser-scope", "all", of="all")
    twins.choose("adviser-names", "yes", of="all")
    twins.interview = FIRST
    answer = twins.ask(changed=[], turned=True)

    assert answer["announce"]["saved"] == f"You now see the plan for {FIRST_DAY}."
    assert f"{FIRST_DAY}\n" in answer["outputs"]["adviser-text"]
    assert f"{SECOND_DAY}\n" in answer["outputs"]["adviser-text"]
    twins.choose("archived", "yes", of=SECOND)
    assert f"Archived: {SECOND_DAY}." in twins.ask()["announce"]["saved"]


def test_without_names_an_adviser_still_gets_them_told_apart(twins: Reader) -> None:
    """By a number, where the day is all that is told and the same."""
    twins.choose("adviser-scope", "all", of="all")
    twins.answer("interview", "24 11 2026")
    text = twins.ask()["outputs"]["adviser-text"]

    assert re.findall(r"^Interview on .*$", text, re.MULTILINE) == [
        "Interview on Tuesday 24 November 2026, number 1",
        "Interview on Wednesday 25 November 2026",
        "Interview on Tuesday 24 November 2026, number 2",
    ]


def rename(reader: Reader) -> None:
    """The other one has another job."""
    reader.text("role", "Tester", of=SECOND)


def same_day(reader: Reader) -> None:
    """Both are on one day."""
    reader.write("answer", of=SECOND, question="interview", typed={"day": "24", "month": "11", "year": "2026"})  # fmt: skip


def no_day(reader: Reader) -> None:
    """The day of the other one is taken away."""
    reader.write("answer", of=SECOND, question="interview", typed={})


def delete(reader: Reader) -> None:
    """The other one is deleted."""
    reader.write("deleted", of=SECOND, on=True)


def next_round(reader: Reader) -> None:
    """The other one is the round after the first: its name says so."""
    reader.text("follows", FIRST, of=SECOND)


CHANGES: dict[str, tuple[Callable[[Reader], object], list[str]]] = {
    "renamed": (rename, ["Analyst at Acme", "Tester at Acme"]),
    "same day": (same_day, [f"{FIRST_DAY}, number 1", f"{FIRST_DAY}, number 2"]),
    "no day": (no_day, [FIRST_DAY, "Analyst at Acme"]),
    "deleted": (delete, ["Analyst at Acme"]),
    "next round": (next_round, ["Analyst at Acme", "Analyst at Acme, round 2"]),
}


@pytest.mark.parametrize(("change", "after"), CHANGES.values(), ids=CHANGES)
def test_a_name_at_hand_is_never_out_of_date(
    twins: Reader, guide: Guide, change: Callable[[Reader], object], after: list[str]
) -> None:
    """Though what changed is another interview, and what is at hand of this one still holds."""
    assert names(twins) == [FIRST_DAY, SECOND_DAY, "Cook at Acme"]
    change(twins)

    assert names(twins) == [*after, "Cook at Acme"]
    question = json.dumps(twins.question())
    assert twins.step(question) == open_app(guide.to_json())(question)


def test_the_round_before_is_called_as_it_is_now(twins: Reader) -> None:
    """Where a row says which round it follows, and a third interview changes that one's name."""
    reader = twins
    reader.text("follows", SECOND)
    reader.interview = FIRST
    assert rounds_before(reader) == [SECOND_DAY]
    reader.answer("interview", "25 11 2026")
    assert rounds_before(reader) == [f"{SECOND_DAY}, number 2"]
    reader.text("role", "Tester")
    assert rounds_before(reader) == ["Analyst at Acme"]


def rounds_before(reader: Reader) -> list[str]:
    """Return what the rounds before others are called in the list of interviews."""
    rows = reader.ask()["outputs"]["interviews.open"]
    return [said(name) for name in re.findall(rf"<li>{words.ROUND_AFTER}(.*?)</li>", rows)]


def test_names_that_differ_in_case_alone_are_told_apart(reader: Reader) -> None:
    """Who hears them cannot tell them apart."""
    start(reader, FIRST, "24 11 2026")
    start(reader, SECOND, "25 11 2026", "ANALYST")

    assert names(reader) == [FIRST_DAY, SECOND_DAY.replace("Analyst", "ANALYST")]


def test_without_names_the_day_is_the_name_and_a_number_tells_apart(reader: Reader) -> None:
    """Also from an interview that is archived."""
    start(reader, FIRST, "24 11 2026", "")
    reader.choose("archived", "yes")
    start(reader, SECOND, "24 11 2026", "")

    assert names(reader) == ["Interview on Tuesday 24 November 2026, number 2"]


def test_interviews_that_are_not_worked_out_are_told_apart_by_number(reader: Reader) -> None:
    """There are too many to know the day of each."""
    count = MOST_INTERVIEWS + 2
    for number in range(count):
        reader.interview = f"i{number}"
        reader.text("employer", "Acme")
    rows = reader.ask(panels=["interviews"])["outputs"]["interviews.open"]
    found = [said(name) for name in re.findall(r"<h4>(<span.*?</span>)", rows)]

    assert sorted(found) == sorted(f"Acme, number {place}" for place in range(1, count + 1))
