"""Properties of the plan, for any interview, decision, contacts, closed days and numbers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rule_one import rule_one

from followup import words
from followup.dates.closed_days import ClosedDays, ClosedRange
from followup.dates.plan import Contact, Direction, Plan, Situation, interview_days, plan
from followup.dates.rules import LIMITS, Rules
from followup.view.parts.reasons import why

START = date(2026, 1, 1)
DAYS = st.integers(0, 1500).map(lambda days: START + timedelta(days=days))
ONE_DAY = timedelta(days=1)


@st.composite
def closed_days(draw: st.DrawFn) -> ClosedDays:
    """Any weekend of up to 6 days, holidays, and ranges of the reader."""
    weekend = draw(st.frozensets(st.integers(0, 6), max_size=6))
    holidays = draw(st.dictionaries(DAYS, st.just("holiday"), max_size=20))
    starts = draw(st.lists(DAYS, max_size=5))
    ranges = [
        ClosedRange(day, day + timedelta(days=draw(st.integers(0, 59))), "closed") for day in starts
    ]
    return ClosedDays(weekend, holidays, tuple(ranges))


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Any situation whose answers are not refused."""
    interview = draw(DAYS)
    today = interview + timedelta(days=draw(st.integers(-30, 200)))
    later = st.integers(0, 90)
    decision = interview + timedelta(days=draw(later)) if draw(st.booleans()) else None
    numbers: dict[str, Any] = {name: draw(st.integers(*limits)) for name, limits in LIMITS.items()}
    contacts = draw(st.lists(contact(interview, today), max_size=6)) if today >= interview else []
    moves = draw(st.one_of(st.just([]), st.lists(move(interview, today), max_size=2)))
    return Situation(
        interview=interview,
        today=today,
        decision=decision,
        decided_anew=bool(moves) and draw(st.booleans()),
        contacts=tuple(draw(st.permutations([*contacts, *moves]))),
        closed=draw(st.one_of(st.just(ClosedDays()), closed_days())),
        rules=Rules(**numbers),
    )


@st.composite
def contact(draw: st.DrawFn, interview: date, today: date) -> Contact:
    """Any contact between the interview and today."""
    day = interview + timedelta(days=draw(st.integers(0, (today - interview).days)))
    direction: Direction = draw(st.sampled_from(("sent", "received")))
    named = day + timedelta(days=draw(st.integers(0, 60))) if draw(st.booleans()) else None
    return Contact(
        day=day,
        direction=direction,
        channel=draw(st.sampled_from(("phone", "email", "other"))),
        purpose=draw(st.sampled_from(("follow_up", "follow_up", "thanks", "referee", "other"))),
        new_decision=named if direction == "received" else None,
    )


@st.composite
def move(draw: st.DrawFn, interview: date, today: date) -> Contact:
    """Any move of the interview of which they told before today."""
    told = min(interview, today) - timedelta(days=draw(st.integers(0, 20)))
    told += timedelta(days=draw(st.integers(0, (today - told).days)))
    to = told + timedelta(days=draw(st.integers(0, 60)))
    named = to + timedelta(days=draw(st.integers(0, 60))) if draw(st.booleans()) else None
    return Contact(told, "received", "other", "moved", named, new_interview=to)


@given(situations())
def test_the_date_is_what_the_rule_gives(situation: Situation) -> None:
    """Rule 1 and rule 2, written a second time from the contract, one day at a time."""
    result = plan(situation)
    if not result.current:
        return
    day = max(rule_one(situation))
    while situation.closed.reason(day):
        day += ONE_DAY

    assert day == result.current.day


@given(situations(), st.data())
def test_a_move_starts_the_plan_again(situation: Situation, data: st.DataObject) -> None:
    """Whatever happened before the new day: it is a first contact, and all messages are left."""
    new = data.draw(st.integers(0, 60)) + situation.today.toordinal()
    to = date.fromordinal(new)
    moved = Contact(situation.today, "received", "other", "moved", new_interview=to)
    before = tuple(one for one in situation.contacts if one.day < to)
    result = plan(replace(situation, contacts=(*before, moved), decided_anew=False))

    assert [step.state for step in result.steps][1:] == ["tentative"] * situation.rules.messages
    assert result.current
    assert result.current.kind == "first"
    assert result.current.day >= to
    assert result.decision is None or result.decision >= to


@given(situations())
def test_one_step_is_to_do_and_the_steps_stand_in_order(situation: Situation) -> None:
    """Done steps, then exactly one that is due or next, then tentative ones, ending in a close."""
    result = plan(situation)
    states = [step.state for step in result.steps]
    days = [step.day for step in result.steps]

    assert sorted(days) == days
    assert states == sorted(states, key=["done", "due", "next", "tentative"].index)
    if result.state == "running":
        assert sum(state in ("due", "next") for state in states) == 1
        assert result.steps[-1].kind == "close"
    else:
        assert set(states) <= {"done"}


@given(situations())
def test_no_date_lies_on_a_closed_day_and_each_explains_itself(situation: Situation) -> None:
    """The explanation is made of the days that gave the date, and names every move."""
    for step in plan(situation).steps:
        if step.state == "done":
            continue
        assert situation.closed.reason(step.day) is None
        assert situation.closed.reason(step.act_on) is None
        assert step.governs
        assert max(part.day for part in step.parts) == step.governs.day
        assert (step.moved_from or step.day) == step.governs.day
        assert bool(step.moved_from) == bool(step.reasons)
        assert words.spell_day(step.governs.since) in words.plain(why(step))
        if step.moved_from:
            assert words.spell_day(step.moved_from) in words.plain(why(step))


@given(situations())
def test_due_means_that_the_day_has_come(situation: Situation) -> None:
    """Urgency comes from the same value as the date."""
    step = plan(situation).current
    if step:
        assert (step.state == "due") == (step.day <= situation.today)
        assert step.act_on >= min(step.day, situation.today)
        assert step.act_on == step.day or step.day < situation.today


@given(situations(), st.integers(1, 30))
def test_time_passing_moves_no_date_of_the_step_to_do(situation: Situation, days: int) -> None:
    """Only what happens moves it; until it is too late."""
    today, later = (
        plan(situation),
        plan(replace(situation, today=situation.today + timedelta(days=days))),
    )

    if today.current and later.current:
        assert today.current.day == later.current.day
    assert today.last_day == later.last_day


@given(situations(), st.randoms())
def test_the_order_of_entry_matters_only_within_a_day(situation: Situation, random: object) -> None:
    """Contacts of different days, and moves, may be logged in any order."""
    days = {one.day: one for one in situation.contacts}
    contacts = list(days.values())
    shuffled = contacts.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives a Random

    assert _with(situation, contacts) == _with(situation, shuffled)


@given(situations())
def test_anything_received_starts_the_count_again(situation: Situation) -> None:
    """After a reply the close is all messages away, and the next step is never the close."""
    reply = Contact(situation.today, "received", "email")
    if situation.today < interview_days(situation)[-1]:
        return
    result = plan(replace(situation, contacts=(*situation.contacts, reply)))
    to_do = [step for step in result.steps if step.state != "done"]

    assert [step.kind for step in to_do].count("close") == 1
    assert len(to_do) == situation.rules.messages + 1


def _with(situation: Situation, contacts: Sequence[Contact]) -> Plan:
    return plan(replace(situation, contacts=tuple(contacts)))
