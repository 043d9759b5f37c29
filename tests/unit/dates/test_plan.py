"""The plan: every worked case of its contract, and each rule by itself."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from plan_cases import CASES, Case

from followup import words
from followup.dates.closed_days import ClosedDays, ClosedRange
from followup.dates.plan import Contact, DatedStep, Situation, plan
from followup.dates.rules import LIMITS, Rules
from followup.errors import SettingError
from followup.view.parts.reasons import why

TUESDAY = date(2026, 11, 24)
CALLED = Contact(date(2026, 12, 3), "sent", "phone")


def row(step: DatedStep) -> list[object]:
    """Return a step as the case file writes it."""
    moved = [step.moved_from] if step.moved_from else []
    return [step.kind, step.channel, step.day, *moved]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_worked_case(case: Case) -> None:
    """Every date, its channel, its move, its urgency and its explanation, as in the contract."""
    result = plan(case.situation())
    current = result.current

    assert current
    assert case.state == current.state
    assert case.why == words.plain(why(current))
    if case.steps:
        assert case.steps == [row(step) for step in result.steps]
    else:
        assert case.next == row(current)


def test_exactly_one_step_is_due_or_next_and_the_rest_tentative() -> None:
    """In date order: done, then the one to do, then the tentative ones."""
    steps = plan(Situation(TUESDAY, date(2026, 12, 4), None, (CALLED,))).steps

    assert [step.state for step in steps] == ["done", "next", "tentative", "tentative"]
    assert sorted(step.day for step in steps) == [step.day for step in steps]
    assert [step.number for step in steps] == [1, 2, 3, 4]


def test_overdue_on_a_closed_day_is_acted_on_the_next_open_day() -> None:
    """Looked at on a Saturday, the call is due since Tuesday and made on Monday."""
    step = plan(Situation(TUESDAY, date(2026, 12, 5))).current

    assert step
    assert (step.state, step.day, step.act_on) == ("due", date(2026, 12, 1), date(2026, 12, 7))


def test_a_pinned_day_stands_as_it_is() -> None:
    """On a closed day and before the rule's date it says so, and is not moved (rule 6)."""
    step = plan(Situation(TUESDAY, TUESDAY, pinned=date(2026, 11, 28))).current

    assert step
    assert (step.day, step.moved_from) == (date(2026, 11, 28), None)
    assert words.plain(why(step)) == (
        "The day you chose. This is a closed day (weekend). "
        "This is earlier than the guide's date, Tuesday 1 December 2026."
    )


@pytest.mark.parametrize("outcome", ["asked_back", "offer", "turned_down", "withdrawn", "closed"])
def test_an_outcome_ends_the_plan_and_taking_it_back_restores_it(outcome: str) -> None:
    """Only what happened is left while there is an outcome (rule 5)."""
    running = Situation(TUESDAY, date(2026, 12, 4), None, (CALLED,))
    ended = plan(replace(running, outcome=outcome))  # type: ignore[arg-type] # parametrised

    assert ended.state == "ended"
    assert [step.state for step in ended.steps] == ["done"]
    assert plan(replace(running, outcome=None)) == plan(running)


def test_sixty_days_after_the_last_date_it_is_probably_too_late() -> None:
    """Until then the step is due; from then on nothing is (rule 9)."""
    last = date(2026, 12, 31)
    late = plan(Situation(TUESDAY, last + timedelta(days=61)))

    assert plan(Situation(TUESDAY, last + timedelta(days=60))).state == "running"
    assert (late.state, late.current, late.last_day) == ("too_late", None, last)


def test_sent_comes_before_received_on_one_day() -> None:
    """An answered call starts the count of messages again (rules 3 and 7)."""
    day = date(2026, 12, 3)
    answered = (Contact(day, "received", "phone"), Contact(day, "sent", "phone"))
    kinds = [step.kind for step in plan(Situation(TUESDAY, day, None, answered)).steps]

    assert kinds == ["first", "later", "later", "later", "close"]


def test_only_follow_ups_move_the_plan() -> None:
    """Thanks, a word to a referee and others are kept in the log and move nothing."""
    today = date(2026, 12, 4)
    quiet = tuple(Contact(today, "sent", "email", purpose) for purpose in ("thanks", "referee", "other"))  # fmt: skip

    assert (
        plan(Situation(TUESDAY, today)).steps == plan(Situation(TUESDAY, today, None, quiet)).steps
    )


def test_a_range_of_the_reader_moves_a_date_and_is_named() -> None:
    """Closed ranges are data like weekends and holidays."""
    closed = ClosedDays(
        ranges=(ClosedRange(date(2026, 12, 1), date(2026, 12, 2), "office closed"),)
    )
    step = plan(Situation(TUESDAY, TUESDAY, closed=closed)).current

    assert step
    assert (step.day, step.reasons) == (date(2026, 12, 3), ("office closed",))


def test_other_numbers_give_another_plan() -> None:
    """Every number of the guide is a default."""
    rules = Rules(first_wait=3, gap=5, messages=1, first_channel="email")
    steps = plan(Situation(TUESDAY, TUESDAY, rules=rules)).steps

    assert [row(step) for step in steps] == [
        ["first", "email", date(2026, 11, 27)],
        ["close", "other", date(2026, 12, 2)],
    ]


@pytest.mark.parametrize("name", LIMITS)
def test_numbers_outside_their_limits_are_refused(name: str) -> None:
    """The limits themselves are accepted; one beyond is refused with a sentence."""
    least, most = LIMITS[name]

    def set_to(number: int) -> Rules:
        numbers: dict[str, Any] = {name: number}
        return Rules(**numbers)

    assert set_to(least) != set_to(most)
    for number in (least - 1, most + 1):
        with pytest.raises(SettingError, match=f"must be a number from {least} to {most}"):
            set_to(number)


def test_daylight_saving_does_not_matter() -> None:
    """Over the last Sunday of March and of October, a week is a week."""
    for interview in (date(2026, 3, 24), date(2026, 10, 20)):
        step = plan(Situation(interview, interview)).current

        assert step
        assert step.day - interview == timedelta(days=7)
