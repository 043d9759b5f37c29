"""The date calculator, used as a reader uses it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from plan_cases import CASES, Case
from playwright.sync_api import BrowserContext, Playwright, Request, expect
from reader import Reader
from waiting import wait_until

INTERVIEW = date(2026, 11, 24)

PASTE = """(box, text) => {
    box.value = text;
    const told = { bubbles: true, inputType: "insertFromPaste" };
    box.dispatchEvent(new InputEvent("input", told));
}"""
"""What a browser does when a text is pasted over another; a box takes it up to its longest text."""

TYPED_ALWAYS = {"called, then a reply that names a day"}
"""The worked case that even the short tests type; all of them go through the one door there."""


def test_the_main_job(playwright: Playwright, launch_options: dict[str, Any], address: str, tmp_path: Path) -> None:  # fmt: skip
    """Type the interview, read the call; log a call, read the email; close the browser, come back."""
    context = playwright.chromium.launch_persistent_context(tmp_path, **launch_options)
    reader = Reader(context.pages[0], address)
    reader.set_today(INTERVIEW)
    reader.open()
    reader.type_date("Interview date", ("24", "November", "2026"))

    expect(reader.current()).to_contain_text("Tuesday 1 December 2026")
    expect(reader.current()).to_contain_text("Telephone them")
    expect(reader.current()).to_contain_text(
        "7 days after the interview on Tuesday 24 November 2026."
    )
    expect(reader.question("Interview date")).to_contain_text("Tuesday 24 November 2026")

    reader.set_today(date(2026, 12, 4))
    reader.open()
    reader.log("called", date(2026, 12, 3))

    expect(reader.current()).to_contain_text("Monday 14 December 2026")
    expect(reader.current()).to_contain_text("Email them")
    expect(reader.current()).to_contain_text("moved from Sunday 13 December 2026")
    reader.says("Saved. Logged.")
    expect(reader.page.locator("[data-panel=log]")).to_contain_text(
        "You called and nobody answered."
    )
    reader.open("guide/at-the-interview/")
    reader.tick("meet-names")
    context.close()

    context = playwright.chromium.launch_persistent_context(tmp_path, **launch_options)
    reader = Reader(context.pages[0], address)
    reader.set_today(date(2026, 12, 4))
    reader.open("plan/checklist/")
    expect(reader.box_of("meet-names")).to_be_checked()
    expect(reader.box_of("first-call")).to_be_checked()
    reader.open()
    expect(reader.current()).to_contain_text("Monday 14 December 2026")
    expect(reader.box("Interview date", "Month")).to_have_value("November")
    context.close()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(one, id=one.name, marks=() if one.name in TYPED_ALWAYS else pytest.mark.slow)
        for one in CASES
        if not one.holidays
    ],
)
def test_worked_case_typed_through_the_page(reader: Reader, case: Case) -> None:
    """Every worked case that needs no region: its dates, its urgency and its reason."""
    reader.set_today(case.today)
    reader.open()
    reader.type_date("Interview date", case.interview)
    if case.decision:
        reader.type_date("Decision date", case.decision)
    for count, entry in enumerate(case.log, 1):
        reader.log(
            entry["kind"],
            entry["day"],
            entry.get("new_decision"),
            entry.get("purpose", "follow_up"),
            entry.get("to"),
        )
        expect(reader.page.locator("[data-panel=log] li")).to_have_count(count)
    kind, channel, day, *moved = case.next or case.steps[0]

    current = reader.current()
    expect(current).to_have_count(1)
    expect(current.locator("time").first).to_have_attribute("datetime", day.isoformat())
    expect(current).to_have_attribute("data-step", kind)
    expect(current).to_have_attribute("data-channel", channel)
    expect(current).to_have_attribute("data-state", case.state)
    expect(current.locator(".why")).to_have_text(case.why)
    if moved:
        expect(current.locator(".why time").last).to_have_attribute(
            "datetime", moved[0].isoformat()
        )
    if case.steps:
        assert reader.plan_days() == [step[2].isoformat() for step in case.steps]
    assert sorted(reader.plan_days()) == reader.plan_days()


def test_a_refused_date_keeps_what_was_typed_and_says_why_beside_it(reader: Reader) -> None:
    """The sentence belongs to the field, the wrong boxes are marked, other answers stay."""
    reader.set_today(INTERVIEW)
    reader.open()
    reader.type_date("Interview date", ("31", "Nov", "2026"))
    question = reader.question("Interview date")

    expect(question.locator(".problem")).to_have_text(
        "There is no 31 November 2026. Check the interview date."
    )
    expect(reader.box("Interview date", "Day")).to_have_value("31")
    expect(reader.box("Interview date", "Day")).to_have_attribute("aria-invalid", "true")
    described = question.get_attribute("aria-describedby") or ""
    assert question.locator(".problem").get_attribute("id") in described.split()

    reader.type_date("Interview date", INTERVIEW)
    expect(question.locator(".problem")).to_be_empty()
    reader.type_date("Decision date", date(2026, 11, 23))
    expect(reader.question("Decision date").locator(".problem")).to_contain_text(
        "must not be before the interview"
    )
    expect(reader.page.locator("[data-panel=plan]")).to_contain_text("Correct the decision date")
    reader.page.reload()
    reader.wait_for("ready")
    expect(reader.box("Decision date", "Day")).to_have_value("23")


def paste(reader: Reader, name: str, text: str) -> None:
    """Paste a text into the first box of a date question, over whatever stands there."""
    box = reader.box(name, "Day")
    box.focus()
    box.evaluate(PASTE, text)
    expect(box).to_have_value(text)


def test_a_date_pasted_whole_is_spread_over_the_boxes(reader: Reader) -> None:
    """Uncut, at once echoed, and over the date that stood there; what cannot be read stays."""
    reader.set_today(INTERVIEW)
    reader.open()
    paste(reader, "Interview date", "Tuesday 24 November 2026 ")
    question = reader.question("Interview date")
    expect(question.locator(".echo")).to_contain_text("Tuesday 24 November 2026")
    reader.page.keyboard.press("Shift+Tab")
    expect(reader.current()).to_contain_text("Tuesday 1 December 2026")
    for label, text in (("Day", "24"), ("Month", "November"), ("Year", "2026")):
        expect(reader.box("Interview date", label)).to_have_value(text)

    paste(reader, "Interview date", "2026-11-23")
    reader.page.keyboard.press("Shift+Tab")
    expect(reader.box("Interview date", "Month")).to_have_value("11")
    expect(question.locator(".echo")).to_contain_text("Monday 23 November 2026")

    long = f"next Tuesday{', or so' * 20}"
    paste(reader, "Interview date", long)
    reader.page.keyboard.press("Shift+Tab")
    expect(question.locator(".problem")).to_contain_text(
        "Type the interview date as in 24 November 2026"
    )
    expect(reader.box("Interview date", "Day")).to_have_value(long)


@pytest.mark.slow
def test_numbers_are_the_same_date_in_a_browser_of_any_language(
    context: BrowserContext, address: str
) -> None:
    """Month first where the browser is set to US English as it is typed, and said so."""
    browser = context.browser
    assert browser
    american = browser.new_context(locale="en-US", service_workers="block")
    reader = Reader(american.new_page(), address)
    reader.set_today(INTERVIEW)
    reader.open()
    reader.box("Interview date", "Day").fill("11/10/2026")
    reader.box("Interview date", "Day").blur()
    echo = reader.question("Interview date").locator(".echo")
    expect(echo).to_contain_text("Tuesday 10 November 2026")
    expect(echo).to_contain_text("read as the month")
    state = american.storage_state(indexed_db=True)
    american.close()

    british = browser.new_context(locale="en-GB", storage_state=state, service_workers="block")
    reader = Reader(british.new_page(), address)
    reader.set_today(INTERVIEW)
    reader.open()
    echo = reader.question("Interview date").locator(".echo")
    expect(echo).to_contain_text("Tuesday 10 November 2026")
    expect(reader.box("Interview date", "Month")).to_have_value("11")
    reader.box("Decision date", "Day").fill("3/12/2026")
    reader.box("Decision date", "Day").blur()
    echo = reader.question("Decision date").locator(".echo")
    expect(echo).to_contain_text("Thursday 3 December 2026")
    british.close()


@pytest.mark.slow
def test_a_refused_contact_stays_in_the_form_until_it_is_right(reader: Reader) -> None:
    """Also over a reload; then it counts once."""
    reader.set_today(date(2026, 12, 4))
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.log("called", date(2026, 12, 5))
    problem = reader.question("Contact date").locator(".problem")

    expect(problem).to_contain_text("must not be after today, Friday 4 December 2026.")
    reader.says("Not logged yet")
    reader.page.reload()
    reader.wait_for("ready")
    expect(problem).to_contain_text("must not be after today")
    expect(reader.box("Contact date", "Day")).to_have_value("5")

    reader.box("Contact date", "Day").fill("3")
    reader.page.get_by_role("button", name="Save", exact=True).click()
    expect(problem).to_be_empty()
    expect(reader.page.locator("[data-panel=log] li")).to_have_count(1)
    expect(reader.box("Contact date", "Day")).to_have_value("")


def test_a_double_click_logs_once(reader: Reader) -> None:
    """Python empties the form between the two clicks; the second sends nothing."""
    reader.set_today(date(2026, 12, 4))
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.log("called", date(2026, 12, 3))
    expect(reader.box("Contact date", "Day")).to_have_value("")
    reader.page.get_by_role("button", name="Save", exact=True).click()

    expect(reader.page.locator("[data-panel=log] li")).to_have_count(1)
    reader.says("Logged.")
    assert sum('"entry"' in text for text in reader.records().values()) == 1


def test_without_the_script_the_form_sends_nothing(reader: Reader) -> None:
    """Not even as a page request: the address stays as it is."""
    reader.page.route("**/bridge.js", lambda route: route.abort())
    reader.open(ready=False)
    address = reader.page.url
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    form = reader.page.locator("#contact-form")
    form.get_by_label("They called", exact=True).check()
    reader.page.on("request", note)
    form.get_by_role("button", name="Save", exact=True).click()
    reader.page.wait_for_timeout(500)

    assert reader.page.url == address
    assert [url for url in asked if "they-called" in url] == []


def test_a_contact_can_be_taken_out_and_put_back(reader: Reader) -> None:
    """With the plan moving back and forth."""
    reader.set_today(date(2026, 12, 4))
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.log("called", date(2026, 12, 3))
    expect(reader.current()).to_have_attribute("data-step", "later")
    reader.page.get_by_role("button", name="Remove").click()
    expect(reader.current()).to_have_attribute("data-step", "first")
    reader.page.get_by_role("button", name="Put back").click()
    expect(reader.current()).to_have_attribute("data-step", "later")


def test_quick_buttons_and_the_native_picker_fill_the_boxes(reader: Reader) -> None:
    """Today, a week from today, and a day picked from the browser's own calendar."""
    reader.set_today(INTERVIEW)
    reader.open()
    reader.question("Interview date").get_by_role("button", name="Today").click()
    expect(reader.box("Interview date", "Day")).to_have_value("24")
    expect(reader.current()).to_contain_text("Tuesday 1 December 2026")
    reader.question("Decision date").get_by_role("button", name="In 2 weeks").click()
    expect(reader.current()).to_contain_text("Thursday 10 December 2026")
    reader.question("Decision date").locator("[data-pick]").fill("2026-12-15")
    expect(reader.current()).to_contain_text("Thursday 17 December 2026")
    expect(reader.box("Decision date", "Month")).to_have_value("12")


def test_today_is_the_readers_own_day(context: BrowserContext, address: str) -> None:
    """Late in the evening west of Greenwich it is not tomorrow yet."""
    browser = context.browser
    assert browser
    for zone, instant, day in (
        ("America/Los_Angeles", "2026-11-25T07:30:00Z", "24"),
        ("Pacific/Apia", "2026-11-24T11:30:00Z", "25"),
        ("Europe/London", "2026-11-24T23:30:00Z", "24"),
    ):
        there = browser.new_context(timezone_id=zone, service_workers="block")
        reader = Reader(there.new_page(), address)
        reader.page.clock.set_fixed_time(instant)
        reader.open(ready=False)
        wait_until(reader.page, "document.documentElement.dataset.followup")
        reader.question("Interview date").get_by_role("button", name="Today").click()
        expect(reader.box("Interview date", "Day")).to_have_value(day)
        there.close()


def test_the_calendar_picture_shows_every_date_of_the_plan(reader: Reader) -> None:
    """Interview, decision, contacts and closed days, each named for screen readers."""
    reader.set_today(INTERVIEW)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.type_date("Decision date", date(2026, 12, 8))
    expect(reader.current()).to_contain_text("Thursday 10 December 2026")
    picture = reader.page.locator("[data-panel=calendar]")
    reader.unfold("details.pictures")

    for day, name in (
        ("2026-11-24", "Interview"),
        ("2026-12-08", "Decision date"),
        ("2026-12-10", "First contact"),
        ("2026-12-21", "Contact 2"),
        ("2027-01-11", "Close"),
    ):
        cell = picture.locator(f"td:has(time[datetime='{day}'])")
        expect(cell).to_contain_text(name)
    assert picture.locator("td[data-closed]").count() >= 20
    assert picture.get_by_role("table").count() == 3
