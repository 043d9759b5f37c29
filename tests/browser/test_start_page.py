"""The start page, for somebody new and half-way; and the reader's own numbers in every page."""

from datetime import date

import pytest
from axe import violations
from playwright.sync_api import Browser, expect
from reader import Reader

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
SCREEN = 900 - 60
"""Pixels of a laptop's screen that the header leaves."""

HEIGHT = "element => element.getBoundingClientRect().height"


def test_the_start_page_says_what_is_next_to_somebody_new_and_half_way(reader: Reader) -> None:
    """A day entered and steps ticked change both the next step and the place in the journey; and no
    script breaks on the way from page to page."""
    broken: list[str] = []
    page = reader.page
    page.on("pageerror", lambda error: broken.append(str(error)))
    reader.set_today(FRIDAY)
    reader.open("")
    next_step, journey = (page.locator(f"[data-panel={one}]") for one in ("next-step", "journey"))
    expect(journey.locator("[aria-current]")).to_have_count(0)
    assert journey.evaluate(HEIGHT) < SCREEN
    reader.type_date("Interview date", TUESDAY)
    reader.says("Saved")
    reader.go("guide/same-day-notes/")
    reader.tick("notes-date")
    reader.says("done")
    reader.go("")

    expect(next_step).to_contain_text("Telephone them")
    expect(next_step).to_contain_text("Tuesday 1 December 2026")
    expect(next_step).to_contain_text("You have done")
    here = journey.locator("[aria-current=step]")
    expect(here.get_by_role("heading")).to_have_text("Step 5: Wait You are here")
    expect(journey).to_contain_text("1 of 7 done")
    assert journey.evaluate(HEIGHT) < SCREEN
    assert violations(page) == []
    step = next_step.locator(".next-steps a").first
    address = step.get_attribute("href") or ""
    step.click()
    expect(page).to_have_url(reader.address + address)
    expect(page.locator(f"#{address.partition('#')[2]}")).to_be_in_viewport()
    assert broken == []


def test_a_number_of_ones_own_stands_in_words_and_labels(reader: Reader) -> None:
    """In its sentences, its steps and their names, and at once on the next visit; worked dates and
    whoever set nothing keep the guide's."""
    page = reader.page
    own = page.locator(".own-numbers")
    reader.open("guide/later-emails/")
    expect(page.locator("label[for=tick-mail-wait]")).to_have_text("Wait 10 days after your last contact")  # fmt: skip
    expect(own).to_be_empty()
    reader.go("plan/settings/")
    for label, typed in (("Days between two contacts", "7"), ("Messages without a reply before you stop", "1")):  # fmt: skip
        page.get_by_label(label, exact=True).fill(typed)
        page.keyboard.press("Tab")
        reader.says("Saved")
    reader.go("guide/when-to-get-in-touch/")

    expect(page.locator("article")).to_contain_text("wait about 7 days before the next one")
    expect(page.locator("article")).to_contain_text("Stop after 1 message with no reply")
    expect(page.get_by_role("row", name="Later email")).to_contain_text("10 days after the call")
    expect(own).to_contain_text("The numbers on this page are your own, from Settings.")
    reader.go("plan/checklist/")
    wait = page.get_by_role("checkbox", name="Wait 7 days after your last contact", exact=True)
    expect(wait).to_have_count(1)
    log = page.locator("#mail-send").get_by_role("link")
    expect(log).to_have_accessible_name("Log it Send the email on a working day")
    page.route("**/runtime/**", lambda route: route.abort())
    reader.open("guide/later-emails/", ready=False)
    expect(page.locator("label[for=tick-mail-wait]")).to_have_text("Wait 7 days after your last contact")  # fmt: skip
    own.get_by_role("link", name="Settings").click()
    expect(page).to_have_url(f"{reader.address}plan/settings/")


@pytest.mark.slow
def test_without_scripts_the_start_page_says_where_to_begin(browser: Browser, address: str) -> None:
    """And shows the whole journey, with the guide's numbers."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address)

    expect(page.get_by_role("group", name="Interview date", exact=True)).to_be_visible()
    expect(page.locator("[data-panel=journey] h3")).to_have_count(8)
    expect(page.locator("article")).to_contain_text("wait about 10 days before the next one")
    context.close()
