"""The demo's plan: whatever day it is, there is something to do now, to come and to wait for."""

import json
from datetime import date, timedelta

import pytest
from asking import Reader

from followup.app import open_app
from followup.errors import AskError
from followup.guide.contents import Guide
from followup.records.sample import COMING, WAITING, WRITTEN

DAYS = [date(2026, 11, 25) + timedelta(days) for days in range(0, 400, 9)]


def made(guide: Guide, today: str) -> list[dict[str, object]]:
    """Return what the program answers to the page in the demo."""
    answer = json.loads(open_app(guide.to_json())(json.dumps({"sample": today})))
    sample: list[dict[str, object]] = answer["sample"]
    return sample


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_whatever_day_it_is_each_interview_is_at_its_place(guide: Guide, today: date) -> None:
    """One with a call due, one to come, one to wait for; nothing is refused."""
    reader = Reader(guide, today.isoformat())
    for details in made(guide, today.isoformat()):
        of = str(details.pop("interview"))
        what = str(details.pop("what"))
        reader.write(what, of=of, **details)
    reader.interview = WAITING
    answer = reader.ask()

    rows = {
        of: row_of(answer["outputs"]["interviews.open"], of) for of in (WAITING, COMING, WRITTEN)
    }
    assert 'data-standing="now"' in rows[WAITING]
    assert 'data-standing="coming"' in rows[COMING]
    assert 'data-standing="waiting"' in rows[WRITTEN]
    assert 'class="problem"' not in answer["outputs"]["plan"]


def row_of(rows: str, interview: str) -> str:
    """Return where the list of all interviews begins with one of them."""
    start = rows.index(f'data-interview="{interview}"')
    return rows[rows.rindex("<li", 0, start) : start + 400]


def test_a_question_for_it_without_a_day_is_refused(guide: Guide) -> None:
    """As any other that the page would not put."""
    with pytest.raises(AskError):
        made(guide, "tomorrow")
