"""The interview-day card: filled in on a phone, the same answers as elsewhere, and on paper."""

import io
from datetime import date

import pytest
from axe import violations
from people import save_person
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from pypdf import PdfReader
from reader import Reader

TODAY = date(2026, 11, 24)
PHONE: ViewportSize = {"width": 390, "height": 844}


def people(reader: Reader) -> Locator:
    """Return the people on the card."""
    return reader.page.locator(".people > li")


def sheets(page: Page, paper: str = "A4") -> list[str]:
    """Return the text of each printed sheet, in one line."""
    pages = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    return [" ".join(one.extract_text().split()) for one in pages]


def test_people_are_added_one_after_the_other_on_a_phone(browser: Browser, address: str) -> None:
    """The form is empty again and the focus stays in it; all can be changed and taken back."""
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, service_workers="block"
    )
    reader = Reader(context.new_page(), address)
    reader.open("plan/card/")
    save_person(reader, Name="Anna Müller", Job_title="Head of Sales", Email="anna@example.org")
    expect(people(reader)).to_have_count(1)
    expect(reader.page.locator("#person-form :focus")).to_have_count(1)
    expect(reader.page.get_by_label("Job title")).to_have_value("")
    save_person(reader, Name="Bo Ó Briain", One_thing="Bring a reference")
    expect(people(reader)).to_have_count(2)

    bo = people(reader).filter(has_text="Bo Ó Briain")
    bo.get_by_role("button", name="Change").click()
    expect(reader.page.get_by_label("Name, spelled")).to_have_value("Bo Ó Briain")
    save_person(reader, Job_title="Team lead")
    expect(bo).to_contain_text("Team lead")
    expect(people(reader)).to_have_count(2)
    bo.get_by_role("button", name="Remove").click()
    expect(bo).to_contain_text("Removed from this card.")
    bo.get_by_role("button", name="Put back").click()
    expect(bo.get_by_role("button", name="Change")).to_have_count(1)
    reader.page.reload()
    expect(people(reader)).to_have_count(2)
    context.close()


def test_the_key_of_a_phones_keyboard_saves_a_person_too(reader: Reader) -> None:
    """The key says "done", and the box is empty for the next one."""
    reader.open("plan/card/")
    name = reader.page.get_by_label("Name, spelled")
    expect(name).to_have_attribute("enterkeyhint", "done")
    expect(reader.page.get_by_label("Email or telephone")).to_have_attribute("inputmode", "email")
    for number, text in enumerate(("Anna", "Bo"), 1):
        name.fill(text)
        name.press("Enter")
        expect(people(reader)).to_have_count(number)
        expect(name).to_have_value("")


def test_nobody_at_all_is_refused(reader: Reader) -> None:
    """With a sentence, and what is typed next mends it."""
    reader.open("plan/card/")
    save_person(reader)
    reader.says("Type a name, or something else about this person.")
    expect(reader.page.locator("#person-problem")).to_contain_text("Type a name")
    assert violations(reader.page) == []
    save_person(reader, Name="Anna")

    expect(people(reader)).to_have_count(1)
    expect(reader.page.locator("#person-problem")).to_be_empty()


def test_the_way_they_want_changes_the_plan(reader: Reader) -> None:
    """The card says so at once, and the page with the dates too."""
    reader.set_today(TODAY)
    reader.open("plan/card/")
    reader.type_date("Interview date", TODAY)
    reader.says("Next: telephone them on Tuesday 1 December 2026.")
    reader.page.get_by_role("group", name="How they want to be contacted first").get_by_label(
        "By email"
    ).check()
    reader.says("Next: email them on Tuesday 1 December 2026.")
    reader.go()

    expect(reader.current()).to_have_attribute("data-channel", "email")
    expect(reader.box("Interview date", "Day")).to_have_value("24")


def test_what_was_promised_is_kept(reader: Reader) -> None:
    """As typed, over a new visit."""
    reader.open("plan/card/")
    promised = reader.page.get_by_label("What you promised to send")
    promised.fill("My certificate\nby Friday")
    reader.page.keyboard.press("Tab")
    reader.says("Saved.")
    reader.page.reload()

    expect(promised).to_have_value("My certificate\nby Friday")


def test_a_blank_card_prints(reader: Reader) -> None:
    """One sheet of either size, with lines and nothing that was typed; then the filled one."""
    reader.set_today(TODAY)
    reader.open("plan/card/")
    reader.type_date("Interview date", TODAY)
    save_person(reader, Name="Anna Müller", One_thing="Bring a reference")
    expect(people(reader)).to_have_count(1)
    # The browser's own window for printing cannot be reached from here.
    reader.page.evaluate("window.print = () => {}")
    for paper in ("A4", "Letter"):
        reader.page.get_by_role("button", name="Print a blank card").click()
        (sheet,) = sheets(reader.page, paper)
        for label in ("Employer", "They decide by", "I promised to send", "They said"):
            assert label in sheet
        assert "Anna" not in sheet
        assert "November" not in sheet
    reader.page.get_by_role("button", name="Print this card").click()
    filled = " ".join(sheets(reader.page))

    for text in ("Tuesday 24 November 2026", "Anna Müller", "Bring a reference"):
        assert text in filled
    assert "I promised to send" not in filled


def test_without_scripts_the_page_prints_as_a_blank_card(browser: Browser, address: str) -> None:
    """Whoever cannot fill it in on the screen can do so on paper."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "plan/card/")
    (sheet,) = sheets(page)
    context.close()

    assert sheet.startswith("Interview card Employer")
    assert "Scripts are off" not in sheet


@pytest.mark.slow
def test_the_narrowest_screen_needs_no_sideways_scroll(reader: Reader) -> None:
    """With names that have no space to break at."""
    reader.page.set_viewport_size({"width": 320, "height": 800})
    reader.open("plan/card/")
    save_person(reader, Name="x" * 100, Job_title="y" * 100, Email="z" * 100, One_thing="w" * 100)
    expect(people(reader)).to_have_count(1)

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(reader.page) == []
