"""What is at hand of other interviews from earlier questions is never out of date."""

import json
import re
from collections.abc import Callable

import pytest
from asking import Reader
from guide_steps import ALL_STEPS

from followup import words
from followup.app import open_app
from followup.dates.plan import Plan, Situation, plan
from followup.view.parts import scene

ONE, TWO, THREE = "one", "two", "three"
"""The second follows the first; the third stands by itself, and the page shows it."""


def in_interview(reader: Reader, interview: str, act: Callable[[Reader], object]) -> None:
    """Do something in another interview than the one that is shown."""
    shown, reader.interview = reader.interview, interview
    act(reader)
    reader.interview = shown


def search() -> Reader:
    """Return a reader with three interviews, the dates of which are their names."""
    reader = Reader(ALL_STEPS)
    for count, interview in enumerate((ONE, TWO, THREE)):
        reader.interview = interview
        reader.answer("interview", f"{16 + 2 * count} 11 2026")
    in_interview(reader, ONE, lambda it: it.choose("outcome", "asked_back"))
    in_interview(reader, TWO, lambda it: it.text("follows", ONE))
    in_interview(reader, TWO, lambda it: it.answer("decision", "24 12 2026"))
    return reader


def next_day(reader: Reader) -> None:
    """Let a night pass."""
    reader.today = "2026-11-25"


def without_files(reader: Reader) -> None:
    """The page cannot fetch any file."""
    reader.files = dict.fromkeys(reader.files)


CHANGES: dict[str, Callable[[Reader], object]] = {
    "the date of the round before": lambda it: in_interview(
        it, ONE, lambda one: one.answer("interview", "17 11 2026")
    ),
    "the date of the round after": lambda it: in_interview(
        it, TWO, lambda two: two.answer("interview", "25 11 2026")
    ),
    "the name of the round before": lambda it: in_interview(
        it, ONE, lambda one: one.text("employer", "Harbour Bakery")
    ),
    "no round after": lambda it: in_interview(it, TWO, lambda two: two.text("follows", "")),
    "a tick": lambda it: in_interview(it, TWO, lambda two: two.tick("start-list")),
    "a contact": lambda it: in_interview(it, TWO, lambda two: two.log("called", "23 11 2026")),
    "deleted": lambda it: in_interview(it, ONE, lambda one: one.write("deleted", on=True)),
    "archived": lambda it: in_interview(it, ONE, lambda one: one.choose("archived", "yes")),
    "a wait of one day": lambda it: it.text("first-wait", "1", of="all"),
    "no thank-you note": lambda it: it.choose("thanks", "no", of="all"),
    "a weekend": lambda it: it.choose("weekend", "fri-sat", of="all"),
    "the next day": next_day,
    "no files": without_files,
    "another interview shown": lambda it: setattr(it, "interview", ONE),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("country", ["", "GB"])
def test_an_answer_is_as_if_it_were_the_first(change: Callable[[Reader], object], country: str) -> None:  # fmt: skip
    """Whatever changed since the question before."""
    reader = search()
    reader.text("country", country, of="all")
    before = reader.ask()
    change(reader)
    question = json.dumps(reader.question())

    answer = reader.step(question)

    assert answer == open_app(ALL_STEPS.to_json())(question)
    assert json.loads(answer) != before


def test_a_round_is_after_one_that_is_called_by_its_date() -> None:
    """Also once that date is corrected."""
    reader = search()
    assert rounds_before(reader) == ["2026-11-16"]
    CHANGES["the date of the round before"](reader)
    assert rounds_before(reader) == ["2026-11-17"]


def test_steps_are_due_by_the_date_of_the_round_after() -> None:
    """Which is another interview, and neither of the two is shown."""
    reader = search()
    assert not steps_due(reader, ONE)
    CHANGES["the date of the round after"](reader)
    assert steps_due(reader, ONE)


def steps_due(reader: Reader, interview: str) -> bool:
    """Return whether the list has steps that are due in an interview."""
    rows = reader.ask()["outputs"]["interviews.open"]
    row = rows.partition(f'data-interview="{interview}"')[2].partition("<details")[0]
    return 'data-what="steps"' in row


def rounds_before(reader: Reader) -> list[str]:
    """Return the days by which the rounds before others are called in the list of interviews."""
    cards = reader.ask()["outputs"]["interviews.open"]
    return re.findall(rf"{words.ROUND_AFTER}<span[^>]*>[^<]*<time datetime=\"(.*?)\"", cards)


def test_only_what_changed_is_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """With many interviews that is a small part of the work."""
    worked_out: list[Situation] = []

    def watched(situation: Situation) -> Plan:
        worked_out.append(situation)
        return plan(situation)

    monkeypatch.setattr(scene, "plan", watched)
    reader = search()
    reader.ask()
    assert len(worked_out) == 3

    reader.tick("start-list")
    reader.ask()
    assert len(worked_out) == 4
