"""How it ended, and the reader's own day for the next step."""

import re

import htpy
import pytest
from asking import Reader

from followup import words
from followup.dates.plan import OUTCOMES
from followup.guide.contents import Guide
from followup.view.when_to_follow_up import contact_form, outcome


@pytest.fixture(name="seen")
def _seen(reader: Reader) -> Reader:
    """Interview on Tuesday 24 November 2026; it is Friday 4 December, a call went unanswered."""
    reader.answer("interview", "24 11 2026")
    reader.today = "2026-12-04"
    reader.log("called", "3 12 2026", entry="e1")
    return reader


def plan_of(reader: Reader) -> str:
    """Return the panel of the plan."""
    return str(reader.ask()["outputs"]["plan"])


def current_day(reader: Reader) -> str:
    """Return the date of the step to do."""
    state = "due" if 'data-state="due"' in plan_of(reader) else "next"
    step = plan_of(reader).partition(f'data-state="{state}"')[2]
    return step.partition('datetime="')[2][:10]


@pytest.mark.parametrize("chosen", OUTCOMES)
def test_an_outcome_ends_the_plan_and_can_be_taken_back(seen: Reader, chosen: str) -> None:
    """What was done stays; nothing is to do any more, until the outcome is taken back."""
    before = plan_of(seen)
    seen.choose("outcome", chosen)

    assert words.OUTCOME_ANSWERS[chosen] in plan_of(seen)
    assert 'data-state="done"' in plan_of(seen)
    assert not any(state in plan_of(seen) for state in ('="next"', '="due"', '="tentative"'))
    assert "data-group" not in seen.ask()["outputs"]["due"]

    seen.choose("outcome", "none")

    assert plan_of(seen) == before


def test_the_day_of_an_outcome_is_the_day_of_entry_unless_said(seen: Reader) -> None:
    """It may not lie before the interview nor after today."""
    seen.choose("outcome", "turned_down")

    assert '<time datetime="2026-12-04">' in seen.ask()["outputs"]["echo.outcome-day"]

    for day, problem in (("23 11 2026", "before the interview"), ("5 12 2026", "after today")):
        seen.answer("outcome-day", day)
        assert problem in seen.ask()["outputs"]["problem.outcome-day"]
        assert problem in seen.ask()["announce"]["kept"]
    seen.answer("outcome-day", "2 12 2026")

    assert '<time datetime="2026-12-02">' in seen.ask()["outputs"]["echo.outcome-day"]


def test_what_older_programs_would_misread_is_marked_as_newer() -> None:
    """A move and a cancelled interview, and nothing else; the page writes the number it finds."""
    built = str(htpy.fragment[contact_form.blank(Guide(())), outcome.blank(Guide(()))])
    marked = re.findall(r'<input[^>]*data-format="3"[^>]*>', built)

    assert [re.findall(r'id="([^"]*)"', one) for one in marked] == [["kind-moved"], ["outcome-cancelled"]]  # fmt: skip
    assert built.count("data-format") == 2


def test_an_offer_asks_for_its_deadline(seen: Reader) -> None:
    """It is said in the answer and refused before the day of the offer."""
    seen.choose("outcome", "offer")

    assert seen.ask()["inputs"]["offer-dates"] == {"attributes": {"hidden": None}}

    seen.answer("offer-deadline", "3 12 2026")

    assert "before you heard" in seen.ask()["outputs"]["problem.offer-deadline"]

    seen.answer("offer-deadline", "11 12 2026")

    assert "Answer it by" in plan_of(seen)
    assert '<time datetime="2026-12-11">' in plan_of(seen)


def test_who_is_asked_back_can_add_the_next_interview(seen: Reader) -> None:
    """Once; then it can be shown."""
    seen.choose("outcome", "asked_back")

    assert f'data-follows="{seen.interview}"' in seen.ask()["outputs"]["outcome-next"]

    seen.write("text", of="next1", name="follows", text=seen.interview)

    assert 'data-switch="next1"' in seen.ask()["outputs"]["outcome-next"]


def test_a_pin_stands_until_a_later_contact_and_comes_back_with_its_removal(seen: Reader) -> None:
    """Rule 6: it beats the rule, and the next contact ends it."""
    assert current_day(seen) == "2026-12-14"

    seen.answer("pin-1", "16 12 2026")

    assert current_day(seen) == "2026-12-16"
    assert "The day you chose." in plan_of(seen)

    seen.today = "2026-12-16"
    seen.log("emailed", "16 12 2026", entry="e2")

    assert current_day(seen) == "2026-12-28"

    seen.remove("e2")

    assert current_day(seen) == "2026-12-16"

    seen.answer("pin-1", "")

    assert current_day(seen) == "2026-12-14"


def test_a_pin_says_that_it_is_early_or_on_a_closed_day(seen: Reader) -> None:
    """It stands as it is all the same."""
    seen.answer("pin-1", "12 12 2026")

    assert current_day(seen) == "2026-12-12"
    assert "This is a closed day (weekend)." in plan_of(seen)
    assert "This is earlier than the guide's date, " in plan_of(seen).replace("&#39;", "'")


def test_a_pin_before_the_interview_is_refused_and_the_rule_holds(seen: Reader) -> None:
    """With its sentence beside the boxes, and what was typed in them."""
    seen.answer("pin-1", "20 11 2026")
    answer = seen.ask()

    assert "must not be before the interview" in answer["outputs"]["problem.pin"]
    assert "must not be before the interview" in answer["announce"]["kept"]
    assert answer["inputs"]["pin-day"]["value"] == "20"
    assert current_day(seen) == "2026-12-14"


def test_putting_off_counts_from_the_day_to_act_on(seen: Reader) -> None:
    """Overdue: from today or the next open day, not from the day that has passed."""
    assert 'data-fill="2026-12-15"' in seen.ask()["outputs"]["fills.pin"]

    seen.today = "2026-12-19"

    assert 'data-fill="2026-12-22"' in seen.ask()["outputs"]["fills.pin"]
    assert seen.ask()["inputs"]["pin-date"]["attributes"] == {"data-question": "pin-1"}


def test_without_a_next_step_there_is_nothing_to_pin(seen: Reader) -> None:
    """The box is out of sight."""
    seen.choose("outcome", "closed")

    assert seen.ask()["inputs"]["pin-box"] == {"attributes": {"hidden": ""}}


def test_an_entry_is_loaded_into_its_form_and_keeps_its_place(seen: Reader) -> None:
    """Everything that was entered; sent again it replaces, in the order of first entry."""
    seen.log("they-emailed", "3 12 2026", entry="e2", who="Ana <b>", note="Next week")
    answer = seen.ask(editing="e2")

    assert answer["inputs"]["contact-form"] == {"attributes": {"data-entry": "e2"}}
    assert answer["inputs"]["kind-they-emailed"]["checked"] is True
    assert answer["inputs"]["contact-who"]["value"] == "Ana <b>"
    assert answer["inputs"]["contact-note"]["value"] == "Next week"
    assert "Stop changing" in answer["outputs"]["form-actions"]
    assert "With Ana &lt;b&gt;" in answer["outputs"]["log"]

    seen.log("emailed", "3 12 2026", entry="e1")
    log = seen.ask()["outputs"]["log"]

    assert log.index("entry-e1") < log.index("entry-e2")


def test_a_refused_entry_says_which_contact_it_is(seen: Reader) -> None:
    """Its kind and the day as typed, also in the names of its buttons."""
    seen.answer("interview", "4 12 2026")
    log = seen.ask()["outputs"]["log"]

    assert "3 12 2026: You called and nobody answered." in log
    assert '<span class="visually-hidden">: 3 12 2026</span>' in log


def test_an_answer_is_judged_by_the_day_it_was_given(reader: Reader) -> None:
    """Years later the year of an old answer is not called wrong."""
    reader.answer("interview", "24 11 2026")
    reader.today = "2031-01-01"

    assert reader.ask()["outputs"]["problem.interview"] == ""
    assert "It is probably too late" in plan_of(reader)


def test_a_pin_names_only_why_its_own_day_is_closed(seen: Reader) -> None:
    """It does not move over the days after it, so their reasons are not its own."""
    seen.enter("closed", "c1", {"closed-first": "11 12 2026"}, label="Works holiday")
    seen.answer("pin-1", "11 12 2026")

    assert "This is a closed day (Works holiday)." in plan_of(seen)


def test_the_next_round_is_announced_by_its_name(seen: Reader) -> None:
    """The page has turned to another plan, so it says whose."""
    seen.text("employer", "Acme")
    before, seen.interview = seen.interview, "next1"
    seen.text("follows", before)

    assert seen.ask()["announce"]["kept"] == "You now see the plan for Acme, round 2."
