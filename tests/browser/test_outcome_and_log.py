"""What a reader does on the Dates page after the first contact: change, put off, end, take back."""

import json
import re
from datetime import date

import pytest
from playwright.sync_api import Locator, expect
from reader import LeftBy, Reader

INTERVIEW = date(2026, 11, 24)
TODAY = date(2026, 12, 4)


def call(reader: Reader) -> None:
    """Enter the interview, and a call on Thursday 3 December 2026 that reached nobody."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    expect(reader.current()).to_contain_text("Due")
    reader.log("called", date(2026, 12, 3))
    expect(reader.current()).to_contain_text("Monday 14 December 2026")
    reader.says("Saved")


@pytest.fixture(name="caller")
def _caller(reader: Reader, left_by: LeftBy) -> Reader:
    """A reader who has called and reached nobody."""
    reader.page.context.set_storage_state(left_by(call))
    reader.set_today(TODAY)
    reader.open()
    return reader


def log_of(reader: Reader) -> Locator:
    """Return the entries of the log."""
    return reader.page.locator("[data-panel=log] li")


def test_an_entry_is_changed_in_the_form_it_was_made_in(caller: Reader) -> None:
    """With whom and a note come with it; it stays one entry; then the form is empty again."""
    page = caller.page
    log_of(caller).get_by_role("button", name="Change").click()
    expect(page.locator("#kind-called")).to_be_checked()
    expect(caller.box("Contact date", "Day")).to_have_value("3")

    page.locator("#kind-spoke").check()
    page.get_by_label("With whom").fill("Ana Björk")
    page.locator("#contact-note").fill("She decides next week.")
    caller.type_date("New decision date", date(2026, 12, 18))
    page.get_by_role("button", name="Save", exact=True).click()

    expect(log_of(caller)).to_have_count(1)
    expect(log_of(caller)).to_contain_text("You called and spoke to them.")
    expect(log_of(caller)).to_contain_text("With Ana Björk")
    expect(caller.current()).to_contain_text("Monday 21 December 2026")
    expect(page.locator("#contact-note")).to_have_value("")
    expect(page.get_by_role("button", name="Stop changing")).to_have_count(0)


@pytest.mark.slow
def test_a_change_can_be_given_up(caller: Reader) -> None:
    """Nothing is written, the form is empty, and the focus is somewhere."""
    before = caller.records()
    log_of(caller).get_by_role("button", name="Change").click()
    expect(caller.box("Contact date", "Day")).to_have_value("3")
    caller.page.locator("#contact-note").fill("never mind")
    caller.page.get_by_role("button", name="Stop changing").click()

    expect(caller.box("Contact date", "Day")).to_have_value("")
    expect(caller.page.locator("#contact-note")).to_have_value("")
    assert caller.records() == before
    assert caller.page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize(
    "purpose",
    ["thanks", *(pytest.param(one, marks=pytest.mark.slow) for one in ("referee", "other"))],
)
def test_the_form_is_empty_after_any_purpose(caller: Reader, purpose: str) -> None:
    """What moves no date is logged like everything else, and ticks nothing."""
    caller.log("emailed", date(2026, 12, 4), purpose=purpose)

    expect(log_of(caller)).to_have_count(2)
    expect(caller.box("Contact date", "Day")).to_have_value("")
    expect(caller.page.locator("#purpose-follow_up")).to_be_checked()
    expect(caller.current()).to_contain_text("Monday 14 December 2026")


def test_the_next_step_is_put_off_and_the_pin_taken_away(caller: Reader) -> None:
    """One press each; a day of one's own says what it is; the next contact ends it."""
    page = caller.page
    page.get_by_text("Put the next step off").click()
    page.get_by_role("button", name="3 days later").click()
    expect(caller.current()).to_contain_text("Thursday 17 December 2026")
    expect(caller.current()).to_contain_text("The day you chose.")

    page.get_by_role("button", name="Go back to the guide's date").click()
    expect(caller.current()).to_contain_text("Monday 14 December 2026")
    assert page.evaluate("document.activeElement !== document.body")

    caller.type_date("Your own day", date(2026, 12, 12))
    expect(caller.current()).to_contain_text("This is a closed day (weekend).")
    expect(caller.current()).to_contain_text("This is earlier than the guide's date")
    caller.log("emailed", TODAY)
    expect(caller.current()).not_to_contain_text("The day you chose.")
    expect(caller.box("Your own day", "Day")).to_have_value("")


def test_an_offer_stops_the_plan_and_can_be_taken_back(caller: Reader) -> None:
    """Its deadline is asked for, said, and due on Your interviews; the mistake is undone."""
    page = caller.page
    page.get_by_label("They made me an offer").check()
    caller.type_date("Answer by", date(2026, 12, 11))

    plan = page.locator("[data-panel=plan]")
    expect(plan).to_contain_text("You have an offer. Answer it by Friday 11 December 2026.")
    expect(caller.current()).to_have_count(0)
    expect(page.locator("[data-panel=outcome]")).to_contain_text(
        "Accept or decline the offer in writing"
    )
    caller.go("plan/interviews/")
    row = page.locator("[data-standing=offer] [data-what=deadline]")
    expect(row).to_have_attribute("data-group", "week")
    expect(page.locator("[data-panel=interviews] [data-what=contact]")).to_have_count(0)

    caller.go()
    page.get_by_role("button", name="That was a mistake").click()
    expect(caller.current()).to_contain_text("Monday 14 December 2026")
    expect(page.get_by_label("It is not decided yet")).to_be_checked()
    expect(caller.question("Answer by")).to_be_hidden()


def test_a_moved_interview_starts_the_plan_again_until_it_is_taken_out(caller: Reader) -> None:
    """Found where the date is corrected, logged with its own boxes, kept as too new for older
    programs; and nothing else is."""
    page = caller.page
    expect(caller.question("New interview date")).to_be_hidden()
    page.get_by_role("link", name="Log that instead").click()
    expect(page).to_have_url(re.compile("#log-a-contact$"))
    page.get_by_label("They moved the interview").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-panel=contact-form]")).to_contain_text("Type the new day of the")

    caller.log("moved", TODAY, moved_to=date(2026, 12, 9))
    expect(caller.current()).to_contain_text("Wednesday 16 December 2026")
    expect(page.locator("[data-panel=questions]")).to_contain_text("They moved it to Wednesday 9")
    expect(log_of(caller)).to_have_count(2)
    written = [json.loads(text) for text in caller.records().values()]
    assert {one["format"] for one in written if one.get("fields", {}).get("kind") == "moved"} == {3}
    assert {one["format"] for one in written if one.get("fields", {}).get("kind") != "moved"} == {2}
    assert next(list(one["dates"]) for one in written if "dates" in one) == ["contact"]

    log_of(caller).last.get_by_role("button", name="Remove").click()
    expect(caller.current()).to_contain_text("Monday 14 December 2026")
    expect(log_of(caller).last).to_have_attribute("data-state", "removed")


def test_a_cancelled_interview_stops_the_plan_and_a_new_day_starts_it(caller: Reader) -> None:
    """The new day is logged as a move."""
    page = caller.page
    page.get_by_label("They cancelled the interview").check()
    expect(page.locator("[data-panel=plan]")).to_contain_text("They cancelled the interview.")
    expect(caller.current()).to_have_count(0)
    assert json.loads(list(caller.records().values())[-1])["format"] == 3

    caller.log("moved", TODAY, moved_to=date(2026, 12, 9))
    expect(caller.current()).to_contain_text("Wednesday 16 December 2026")
    expect(page.get_by_label("It is not decided yet")).to_be_checked()


def test_the_close_is_done_with_one_button(caller: Reader) -> None:
    """After three messages the plan says close; the button does it, and the step is ticked."""
    caller.set_today(date(2027, 1, 4))
    caller.open()
    for day in (14, 24):
        caller.log("emailed", date(2026, 12, day))
        expect(log_of(caller)).to_have_count(2 if day == 14 else 3)
    caller.current().get_by_role("button", name="Close this application").click()

    expect(caller.page.locator("[data-panel=plan]")).to_contain_text("You closed this application")
    caller.go("guide/no-reply/")
    expect(caller.box_of("quiet-close")).to_be_checked()
