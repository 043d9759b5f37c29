"""The page "Settings": own numbers and ways, public holidays, days when an employer is closed."""

import re
from datetime import date

import pytest
from axe import violations
from playwright.sync_api import BrowserContext, Locator, Page, Request, expect
from reader import Reader
from regions import FRIDAY, choose_england


def gets(page: Page, part: str) -> list[str]:
    """Return a list that grows with the name of every file fetched whose address has the part."""
    names: list[str] = []

    def note(request: Request) -> None:
        if part in request.url:
            names.append(request.url.partition(part)[2])

    page.on("request", note)
    return names


def number(reader: Reader, label: str) -> Locator:
    """Return the box of a number."""
    return reader.page.get_by_label(label, exact=True)


def test_england_at_christmas_as_in_the_worked_case(reader: Reader) -> None:
    """Friday 18 December leads to Tuesday 29, with both days named and every reason."""
    reader.set_today(FRIDAY)
    reader.open()
    reader.type_date("Interview date", FRIDAY)
    expect(reader.current()).to_contain_text("Friday 25 December 2026")
    choose_england(reader)
    reader.says("Next: telephone them on Tuesday 29 December 2026.")
    reader.go()

    expect(reader.current().locator("time").first).to_have_attribute("datetime", "2026-12-29")
    for text in ("Tuesday 29 December 2026", "moved from Friday 25 December 2026", "Christmas Day", "weekend", "Boxing Day"):  # fmt: skip
        expect(reader.current()).to_contain_text(text)


def test_public_holidays_are_fetched_only_once_they_are_needed(reader: Reader) -> None:
    """The list of countries on this page, one country's days once it is chosen."""
    fetched = gets(reader.page, "/holidays/")
    reader.open()
    reader.type_date("Interview date", FRIDAY)
    reader.says("Saved")
    assert fetched == []

    reader.go("plan/settings/")
    expect(reader.page.get_by_role("option", name="France")).to_have_count(1)
    assert fetched == ["index.json"]
    choose_england(reader)
    reader.go()
    expect(reader.current()).to_contain_text("Tuesday 29 December 2026")
    assert set(fetched) == {"index.json", "GB.json"}


def test_public_holidays_that_cannot_be_fetched_are_told_of(reader: Reader) -> None:
    """Nothing else is lost."""
    reader.set_today(FRIDAY)
    reader.open()
    reader.type_date("Interview date", FRIDAY)
    choose_england(reader)
    reader.page.route("**/holidays/**", lambda route: route.abort())
    reader.page.get_by_label("Country", exact=True).select_option(label="France")
    expect(reader.page.locator("#country-problem")).to_contain_text("could not be fetched")
    reader.says("Friday 25 December 2026")


def test_the_country_of_the_language_is_offered_and_never_taken(reader: Reader) -> None:
    """One press takes it, and the focus is then on the country."""
    reader.open("plan/settings/")
    country = reader.page.get_by_label("Country", exact=True)
    offer = reader.page.get_by_role("button", name="Use the public holidays of the United Kingdom")
    expect(offer).to_be_visible()
    expect(country).to_have_value("")
    offer.click()

    expect(country).to_have_value("GB")
    expect(country).to_be_focused()
    expect(offer).to_have_count(0)
    expect(reader.page.locator("#country-years")).to_contain_text("from 2025 to 2030")


def test_another_country_starts_without_a_part(reader: Reader) -> None:
    """And one without parts asks for none."""
    choose_england(reader)
    part = reader.page.get_by_label("Part of the country")
    expect(part).to_have_value("ENG")
    reader.page.get_by_label("Country", exact=True).select_option(label="Germany")
    expect(part.get_by_role("option", name="Bayern")).to_have_count(1)
    expect(part).to_have_value("")
    reader.page.get_by_label("Country", exact=True).select_option(label="No country: weekends only")

    expect(part).to_be_hidden()


@pytest.mark.parametrize(
    "typed", ["61", *(pytest.param(one, marks=pytest.mark.slow) for one in ("x", "-3"))]
)
def test_a_number_that_is_refused_stays_with_its_sentence(reader: Reader, typed: str) -> None:
    """Beside the box, which is marked; the guide's number counts meanwhile."""
    reader.open("plan/settings/")
    box = number(reader, "Days to wait after the interview")
    box.fill(typed)
    reader.page.keyboard.press("Tab")

    sentence = "must be a number from 0 to 60."
    expect(reader.page.locator("#set-first-wait-problem")).to_contain_text(sentence)
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(re.compile(f"The guide says 7.*{sentence}"))
    expect(box).to_have_value(typed)
    reader.says(sentence)
    assert violations(reader.page) == []


def test_back_to_the_guides_plan_and_undo(reader: Reader) -> None:
    """Each moves the dates, and neither needs a question."""
    reader.set_today(date(2026, 11, 24))
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.go("plan/settings/")
    back = reader.page.get_by_role("button", name="Back to the guide's plan")
    expect(back).to_have_count(0)
    number(reader, "Days to wait after the interview").fill("9")
    reader.page.keyboard.press("Tab")
    reader.says("Thursday 3 December 2026")
    under = reader.page.locator(".setting", has=number(reader, "Days to wait after the interview"))
    expect(under).to_contain_text("telephone them on Thursday 3 December 2026")
    back.click()
    reader.says("Tuesday 1 December 2026")
    expect(number(reader, "Days to wait after the interview")).to_have_value("")
    reader.page.get_by_role("button", name="Undo").click()

    reader.says("Thursday 3 December 2026")
    expect(number(reader, "Days to wait after the interview")).to_have_value("9")


def test_later_contacts_go_the_way_that_was_set(reader: Reader) -> None:
    """For every interview."""
    reader.open()
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.go("plan/settings/")
    later = reader.page.get_by_role("group", name="Later contacts")
    later.get_by_label("By telephone").check()
    reader.says("Saved")
    reader.go()

    later_steps = reader.page.locator("[data-panel=plan] [data-step=later]")
    expect(later_steps.first).to_have_attribute("data-channel", "phone")


def test_closed_days_of_an_employer_move_its_dates(reader: Reader) -> None:
    """Added, removed and put back."""
    reader.set_today(date(2026, 11, 24))
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.go("plan/settings/")
    reader.type_date("First closed day", date(2026, 12, 1))
    reader.type_date("Last closed day", date(2026, 12, 3))
    reader.page.get_by_label("Why they are closed").fill("Office move")
    reader.page.get_by_role("button", name="Save these days").click()
    reader.says("Friday 4 December 2026")
    row = reader.page.locator(".closed-ranges li")
    expect(row).to_contain_text("Tuesday 1 December 2026 to Thursday 3 December 2026: Office move")
    expect(reader.box("First closed day", "Day")).to_have_value("")
    row.get_by_role("button", name="Remove").click()
    expect(row.get_by_role("button", name="Put back")).to_be_focused()
    row.get_by_role("button", name="Put back").click()
    reader.go()

    expect(reader.current()).to_contain_text("Office move")


def test_closed_days_that_are_refused_can_be_mended(reader: Reader) -> None:
    """The form keeps what was typed, and says what is wrong beside it."""
    reader.set_today(date(2026, 11, 24))
    reader.open("plan/settings/")
    reader.type_date("First closed day", date(2026, 12, 3))
    reader.type_date("Last closed day", date(2026, 12, 1))
    reader.page.get_by_role("button", name="Save these days").click()
    expect(reader.question("Last closed day").locator(".problem")).to_contain_text("must not be before the first")  # fmt: skip
    reader.box("Last closed day", "Day").fill("4")
    reader.page.get_by_role("button", name="Save these days").click()

    expect(reader.page.locator(".closed-ranges li")).to_have_count(1)
    expect(reader.question("Last closed day").locator(".problem")).to_be_empty()


@pytest.mark.slow
def test_the_narrowest_screen_needs_no_sideways_scroll(context: BrowserContext, reader: Reader) -> None:  # fmt: skip
    """With a long reason and the longest name of a country."""
    assert context.pages
    reader.page.set_viewport_size({"width": 320, "height": 800})
    choose_england(reader)
    reader.type_date("First closed day", date(2026, 12, 3))
    reader.page.get_by_label("Why they are closed").fill("x" * 80)
    reader.page.get_by_role("button", name="Save these days").click()
    expect(reader.page.locator(".closed-ranges li")).to_have_count(1)

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(reader.page) == []
