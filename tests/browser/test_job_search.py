"""A whole job search in the page: several interviews, one due list, and what an adviser gets."""

import re
from datetime import date
from pathlib import Path

import pytest
from axe import violations
from playwright.sync_api import Browser, BrowserContext, Locator, expect
from reader import LeftBy, Reader, open_more

TODAY = date(2026, 12, 1)
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
LONG = "W" * 300
PATHS = (
    "",
    "plan/interviews/",
    "plan/checklist/",
    "plan/card/",
    "plan/adviser/",
    "guide/at-the-interview/",
)


def add(reader: Reader) -> None:
    """Add an interview on the page that shows all."""
    reader.page.get_by_role("button", name="Add an interview").click()
    expect(reader.page.locator("#employer")).to_be_focused()
    reader.says("You now see the plan for")


def name(reader: Reader, employer: str, role: str) -> None:
    """Name the interview that is shown."""
    reader.page.get_by_label("Employer", exact=True).fill(employer)
    reader.page.get_by_label("Job", exact=True).fill(role)
    reader.page.keyboard.press("Tab")
    expect(named(reader, f"{role} at {employer}")).to_have_count(1)


def named(reader: Reader, called: str) -> Locator:
    """Return the row of an interview in the list of all."""
    heading = reader.page.get_by_role("heading", name=called, exact=False)
    return reader.page.locator("[data-panel=interviews] li[data-interview]").filter(has=heading)


def two_interviews(reader: Reader) -> None:
    """Have an interview of Tuesday with Acme and one of Wednesday with Beta, which is shown."""
    reader.set_today(TODAY)
    reader.open("plan/dates/")
    reader.type_date("Interview date", TUESDAY)
    reader.says("Saved")
    reader.go("plan/interviews/")
    name(reader, "Acme", "Analyst")
    add(reader)
    name(reader, "Beta", "Tester")
    reader.go("plan/dates/")
    reader.type_date("Interview date", WEDNESDAY)
    reader.says("Saved")


@pytest.fixture(name="both")
def _both(reader: Reader, left_by: LeftBy) -> Reader:
    """A reader with these two, on the page of dates."""
    reader.page.context.set_storage_state(left_by(two_interviews))
    reader.set_today(TODAY)
    reader.open("plan/dates/")
    return reader


def test_each_interview_has_dates_and_ticks_of_its_own(both: Reader) -> None:
    """The switcher says whose they are and leads to the other."""
    whose = both.page.locator("[data-panel=switcher] .whose")

    expect(whose).to_have_text("You see the plan for Tester at Beta.")
    both.page.get_by_text("Other interviews").click()
    both.page.get_by_role("button", name="Analyst at Acme").click()
    expect(whose).to_have_text("You see the plan for Analyst at Acme.")
    expect(both.page.get_by_role("button", name="Analyst at Acme")).to_be_focused()
    expect(both.box("Interview date", "Day")).to_have_value("24")

    both.go("guide/at-the-interview/")
    both.tick("meet-names")
    expect(both.page.locator(".whose")).to_have_text("The ticks on this page are for Analyst at Acme.")  # fmt: skip
    both.page.get_by_text("Show another interview").click()
    both.page.get_by_role("button", name="Tester at Beta").click()
    expect(both.box_of("meet-names")).not_to_be_checked()
    expect(both.page.locator(".whose")).to_have_text("The ticks on this page are for Tester at Beta.")  # fmt: skip


def test_one_interview_is_not_bothered_with_others(reader: Reader) -> None:
    """Nothing but a quiet way to add one."""
    reader.open("plan/dates/")
    reader.type_date("Interview date", TUESDAY)
    reader.says("Saved")

    expect(reader.page.locator("[data-panel=switcher] .whose")).to_be_hidden()
    expect(reader.page.get_by_role("link", name="Add an interview")).to_be_hidden()
    reader.go("guide/at-the-interview/")
    expect(reader.page.locator(".whose-ticks")).to_be_empty()


@pytest.mark.slow
def test_renaming_leads_to_the_names(both: Reader) -> None:
    """Of the interview whose button was pressed."""
    both.go("plan/interviews/")
    row = named(both, "Analyst at Acme")
    open_more(row)
    row.get_by_role("button", name="Change names or dates").click()

    expect(both.page.locator("#employer")).to_be_focused()
    expect(both.page.locator("#employer")).to_have_value("Acme")
    name(both, "Acme Holding", "Analyst")
    expect(named(both, "Tester at Beta")).to_have_count(1)


def test_an_archived_interview_reminds_no_more_and_comes_back(both: Reader) -> None:
    """Everything of it is kept."""
    both.go("plan/interviews/")
    due = both.page.locator("[data-panel=interviews] [data-what=contact]")
    expect(due).to_have_count(2)
    row = named(both, "Analyst at Acme")
    open_more(row)
    row.get_by_role("button", name="Archive").click()

    both.says("Archived: Analyst at Acme.")
    expect(due).to_have_count(1)
    both.page.locator("#archived-interviews > summary").click()
    open_more(row)
    row.get_by_role("button", name="Bring back").click()
    expect(due).to_have_count(2)
    expect(both.page.locator("#archived-interviews")).to_be_hidden()


def test_deleting_asks_once_and_undo_restores_byte_for_byte(both: Reader) -> None:
    """Nothing of it stays in storage meanwhile."""
    both.go("plan/interviews/")
    before = both.records()
    row = named(both, "Analyst at Acme")
    open_more(row)
    expect(row.get_by_role("button", name="Yes, delete it")).to_be_hidden()
    row.locator("details.delete > summary").click()
    row.get_by_role("button", name="Yes, delete it").click()

    both.says("Deleted.")
    expect(named(both, "Analyst at Acme")).to_have_count(0)
    assert "Acme" not in str(both.page.evaluate("Object.assign({}, localStorage)"))
    both.page.get_by_role("button", name="Undo").click()
    expect(named(both, "Analyst at Acme")).to_have_count(1)
    assert before.items() <= both.records().items()
    expect(both.page.locator(".erased")).to_be_empty()


@pytest.mark.slow
def test_a_second_round_takes_over_the_names(both: Reader) -> None:
    """It is a new interview, linked to the first."""
    both.go("plan/interviews/")
    first = named(both, "Analyst at Acme")
    open_more(first)
    first.get_by_role("button", name="Add the next round").click()
    expect(both.page.locator("#employer")).to_be_focused()
    row = named(both, "Analyst at Acme, round 2")

    expect(row).to_contain_text("The round after Analyst at Acme")
    expect(row).to_contain_text("Enter the interview date to see your dates.")
    expect(both.page.locator("#employer-before")).to_contain_text("From the round before: Acme.")


def test_the_start_page_shows_what_is_due_and_leads_there(both: Reader) -> None:
    """The link shows the interview that it names."""
    both.set_today(TODAY)
    both.go("")
    rows = both.page.locator("[data-panel=next-step] .due-rows > li")

    # One contact leads, the other follows; the small steps of the one that is shown stand below.
    expect(rows).to_have_count(1)
    first = both.current_card()
    expect(first).to_have_attribute("data-state", "due")
    first.get_by_role("link", name="Analyst at Acme").click()
    expect(both.page).to_have_url(f"{both.address}plan/dates/#your-dates")
    expect(both.box("Interview date", "Day")).to_have_value("24")


@pytest.mark.slow
def test_two_calls_on_one_morning_are_pointed_out(both: Reader) -> None:
    """With both names."""
    both.set_today(date(2026, 12, 3))
    both.open("plan/interviews/")

    expect(both.page.locator(".clash")).to_contain_text("2 calls to make on Thursday 3 December 2026: Analyst at Acme and Tester at Beta.")  # fmt: skip


def test_an_adviser_gets_the_text_and_the_table(context: BrowserContext, both: Reader, tmp_path: Path) -> None:  # fmt: skip
    """Copied as it stands; saved with the line ends of a CSV file; names only if asked for."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    both.go("plan/adviser/")
    text = both.page.locator("#adviser-text")
    expect(text).to_contain_text("7 days after the interview on Wednesday 25 November 2026.")
    expect(text).not_to_contain_text("Beta")
    expect(both.page.locator("#adviser-csv")).to_be_hidden()

    both.page.get_by_label("All of them").check()
    both.page.get_by_label("Put them in").check()
    expect(text).to_contain_text("Tester at Beta")
    both.page.get_by_role("button", name="Copy the text").click()
    both.says("opied")
    copied = str(both.page.evaluate("navigator.clipboard.readText()"))
    assert copied.replace("\r\n", "\n") == text.evaluate("element => element.textContent")
    with both.page.expect_download() as download:
        both.page.get_by_role("button", name="Download as CSV").click()
    assert download.value.suggested_filename == "follow-up.csv"
    download.value.save_as(tmp_path / "follow-up.csv")
    saved = (tmp_path / "follow-up.csv").read_bytes()
    assert saved.startswith(b"\xef\xbb\xbfInterview,Employer,Job,Round,Date,")
    assert saved.count(b"\r\n") == saved.count(b"\n") > 5
    assert b"\r\n2,Beta,Tester,1,2026-11-25,,Interview date," in saved


@pytest.mark.slow
def test_long_names_fit_and_axe_finds_nothing(browser: Browser, address: str) -> None:
    """On the smallest screens, with everything that opens open, light and dark."""
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, reduced_motion="reduce", service_workers="block"
    )
    reader = Reader(context.new_page(), address)
    two_interviews(reader)
    reader.open("plan/interviews/")
    reader.page.get_by_label("Employer", exact=True).fill(LONG)
    reader.page.keyboard.press("Tab")
    reader.says("Saved")
    open_more(reader.page)
    reader.page.get_by_role("button", name="Archive").first.click()
    reader.says("Archived")
    found = {path: wrong_on(reader, path) for path in PATHS}
    context.close()

    assert found == {path: [] for path in PATHS}


def wrong_on(reader: Reader, path: str) -> list[str]:
    """Return what does not fit, what is too small to touch, and what axe finds on a page."""
    reader.page.emulate_media(color_scheme="light")
    reader.open(path)
    reader.page.locator("article details").evaluate_all(
        "all => all.forEach((one) => { one.open = true; })"
    )
    wide = reader.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    small: list[str] = reader.page.locator("article :is(button, summary):visible").evaluate_all(
        """(all) => all.map((one) => [one.outerHTML, one.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < 24)
            .map(([html]) => html)"""
    )
    found = violations(reader.page)
    reader.page.emulate_media(color_scheme="dark")
    return ["too wide"] * wide + small + found + violations(reader.page)


def test_employer_job_and_dates_are_entered_in_one_form(both: Reader) -> None:
    """Also if it is added on a page that has no form; then the row stands where it waits."""
    both.go("plan/checklist/")
    both.page.get_by_text("Other interviews").click()
    both.page.get_by_role("link", name="Add an interview").click()
    expect(both.page).to_have_url(re.compile(r"/plan/interviews/#employer-job-and-dates$"))
    both.page.get_by_label("Employer", exact=True).fill("Gamma")
    both.page.get_by_label("Job", exact=True).fill("Cook")
    row = named(both, "Cook at Gamma")
    both.type_date("Interview date", date(2026, 12, 9))
    both.type_date("Decision date", date(2026, 12, 16))
    both.says("Saved")

    expect(row).to_have_attribute("data-standing", "coming")
    expect(row.locator(".next")).to_have_text("Interview In 8 days Wednesday 9 December 2026")
    expect(named(both, "Analyst at Acme")).to_have_attribute("data-standing", "now")
    row.get_by_role("link", name="Get ready").click()
    expect(both.page.locator("[data-panel=switcher] .whose")).to_contain_text("Cook at Gamma")


ANSWER_LATE = """() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...its) { setTimeout(() => post.apply(this, its), 1500); };
}"""


def test_a_late_answer_does_not_take_the_focus_from_what_is_typed(both: Reader) -> None:
    """Whoever adds an interview is led to its first field, unless they are at another one by then."""
    page = both.page
    both.go("plan/checklist/")
    page.evaluate(ANSWER_LATE)
    page.get_by_text("Other interviews").click()
    page.get_by_role("link", name="Add an interview").click()
    page.get_by_label("Job", exact=True).press_sequentially("Cook")
    both.says("You now see the plan for")
    page.keyboard.type(" and baker")

    expect(page.get_by_label("Job", exact=True)).to_have_value("Cook and baker")
    expect(page.get_by_label("Employer", exact=True)).to_have_value("")


def test_a_row_is_compact_and_its_buttons_stay_where_they_are(both: Reader) -> None:
    """On a telephone: opening the rest moves nothing above it, the button least of all."""
    both.page.set_viewport_size({"width": 390, "height": 844})
    both.go("plan/interviews/")
    row = named(both, "Analyst at Acme")
    height = float(row.evaluate("row => row.getBoundingClientRect().height"))
    places = {"h4", ".row-action > a", "summary"}
    before = {place: row.locator(place).first.bounding_box() for place in places}
    open_more(row)
    expect(row.get_by_role("button", name="Archive")).to_be_visible()

    assert height < 180
    assert {place: row.locator(place).first.bounding_box() for place in places} == before


def test_adding_twice_in_one_go_adds_one_and_the_focus_goes_to_it(reader: Reader) -> None:
    """A double click is one press; on Dates the next round begins with its date."""
    reader.go("plan/interviews/")
    reader.page.get_by_role("button", name="Add an interview").dblclick()
    reader.says("You now see the plan for")
    expect(reader.page.locator("[data-panel=interviews] li[data-interview]")).to_have_count(1)
    reader.go("plan/dates/")
    reader.page.locator("#outcome-asked_back").check()
    reader.page.get_by_role("button", name="Add the next interview").click()

    expect(reader.box("Interview date", "Day")).to_be_focused()
    reader.says("You now see the plan for Interview 2.")
