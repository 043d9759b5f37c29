"""A careers office sets the plan up for its students, and the students open its link."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe import violations
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from qr_code import read_picture
from reader import LeftBy, Reader

KIT = "careers-offices/set-up/"
TODAY = date(2026, 11, 25)
INTERVIEW = date(2026, 11, 24)
OLD = Path(__file__).parents[1] / "cases" / "saved" / "offices-1.json"
WHOLE, SMALL = (one["text"] for one in json.loads(OLD.read_text("utf-8"))["links"])


@pytest.fixture(name="student")
def _student(browser: Browser, address: str) -> Iterator[Reader]:
    """Somebody else, with a phone that was never here."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en-GB", service_workers="block"
    )
    yield Reader(context.new_page(), address)
    context.close()


def fill_in(page: Page, name: str, text: str) -> None:
    """Type into a box of the office's page, and leave it."""
    page.get_by_label(name, exact=True).fill(text)
    page.evaluate("document.activeElement.blur()")


def make_a_link(office: Reader) -> str:
    """Fill in the office's page as a careers adviser does, and return the link."""
    page = office.page
    office.set_today(TODAY)
    office.open(KIT)
    fill_in(page, "Name of your office", "Careers Service, Example University")
    fill_in(page, "How to reach you", "careers@example.ac.uk")
    fill_in(page, "Days to wait after the interview", "5")
    page.get_by_role("group", name="First contact").get_by_label("By email").check()
    fill_in(page, "What students should do", "Book a practice interview with us")
    page.get_by_label("When it is due").select_option("interview-after")
    fill_in(page, "Number of days", "3")
    page.get_by_role("button", name="Add this step").click()
    expect(page.locator("[data-panel=office-own-steps] .log")).to_contain_text("Book a practice")
    field = page.get_by_label("Your link", exact=True)
    expect(page.locator("[data-panel=office-link]")).to_contain_text("Book a practice")
    return field.input_value()


def make_it(office: Reader) -> None:
    """Do the same, for what it leaves in the browser."""
    make_a_link(office)


def first_day(student: Reader) -> str:
    """Return the date of the first contact."""
    student.open("plan/dates/")
    expect(student.current()).to_have_count(1)
    return student.plan_days()[0]


def use(student: Reader, address: str) -> None:
    """Open an office's link and use what it offers."""
    student.page.goto(address)
    student.wait_for("ready")
    student.page.locator("#office-use").click()
    expect(student.page.locator("[data-office=in-use]")).to_be_visible()


def test_an_office_makes_a_link_and_its_students_plans_follow_it(
    browser: Browser, reader: Reader, student: Reader
) -> None:
    """From the empty form to the student's ticks; and back to the guide's plan, and back again."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = make_a_link(reader)
    assert len(link) <= 1_000
    assert read_picture(browser, reader.page.locator("#qr").first.screenshot()) == link
    reader.page.get_by_role("button", name="Copy the HTML").click()
    reader.says("Copied")
    html = reader.page.evaluate("navigator.clipboard.readText()")
    assert f'href="{link}"' in html

    page = student.page
    student.set_today(TODAY)
    page.goto(link)
    student.wait_for("ready")
    offer = page.locator("[data-office=offered]")
    expect(offer).to_contain_text("Set up by Careers Service, Example University.")
    expect(offer).to_contain_text("Days to wait after the interview: 5 (the guide says 7)")
    assert page.url == student.address
    assert student.records() == {}
    page.locator("#office-use").click()
    expect(page.locator("[data-office=in-use]")).to_contain_text("These settings count now.")
    student.type_date("Interview date", INTERVIEW)
    expect(student.current_card()).to_contain_text("Monday 30 November 2026")
    expect(student.current_card()).to_contain_text("Email")

    student.open("plan/checklist/")
    row = page.locator("li.step", has_text="Book a practice interview with us")
    expect(row).to_contain_text("27 November 2026")
    row.get_by_role("checkbox").check()
    student.says("Saved")

    fill_in(reader.page, "Days to wait after the interview", "9")
    reader.page.get_by_role("button", name=re.compile("^Change")).click()
    label = reader.page.get_by_label("What students should do")
    expect(label).to_have_value("Book a practice interview with us")
    fill_in(reader.page, "What students should do", "Come to a practice interview")
    reader.page.get_by_role("button", name="Add this step").click()
    expect(reader.page.locator("[data-panel=office-link]")).to_contain_text("Come to a practice")
    use(student, reader.page.get_by_label("Your link", exact=True).input_value())
    student.open("plan/checklist/")
    expect(row).to_have_count(0)
    row = page.locator("li.step", has_text="Come to a practice interview")
    expect(row.get_by_role("checkbox")).to_be_checked()
    assert first_day(student) == "2026-12-03"

    student.open("plan/settings/")
    page.locator("#office-guide").click()
    expect(page.locator("[data-office=in-use]")).to_have_count(0)
    assert first_day(student) == "2026-12-01"
    student.open("plan/settings/")
    page.get_by_role("button", name="Undo: bring my settings back").click()
    expect(page.locator("[data-office=in-use]")).to_be_visible()
    assert first_day(student) == "2026-12-03"


@pytest.mark.slow
def test_a_students_own_setting_outlives_a_second_offices_link(student: Reader) -> None:
    """And the second office replaces the first only on a press."""
    page = student.page
    student.set_today(TODAY)
    use(student, f"{student.address}#office={WHOLE}")
    student.type_date("Interview date", INTERVIEW)
    student.open("plan/settings/")
    page.locator("#set-first-wait").fill("12")
    page.evaluate("document.activeElement.blur()")
    student.says("Saved")

    page.goto(f"{student.address}plan/settings/#office={SMALL}")
    expect(page.locator("[data-office=offered]")).to_contain_text("Café Müller")
    expect(page.locator("[data-office=in-use]")).to_contain_text("Example University")
    page.locator("#office-leave").click()
    expect(page.locator("[data-office=offered]")).to_have_count(0)
    expect(page.locator("[data-office=in-use]")).to_contain_text("Example University")

    use(student, f"{student.address}#office={SMALL}")
    expect(page.locator("[data-office=in-use]")).to_contain_text("Café Müller")
    assert first_day(student) == "2026-12-07"


def test_what_an_own_copy_says_of_an_office_counts_from_the_next_visit_on(student: Reader) -> None:
    """By a link with its name alone; and what came last counts where nothing comes."""
    page = student.page
    student.set_today(TODAY)
    said = {"name": "School of Engineering", "numbers": {"first-wait": 5}}
    page.route("**/offices/engineering.json", lambda route: route.fulfill(json=said))
    page.goto(f"{student.address}#office=engineering")
    student.wait_for("ready")
    expect(page.locator("[data-office=offered]")).to_contain_text("from your next visit on")
    page.locator("#office-use").click()
    expect(page.locator("[data-office=in-use]")).to_contain_text("School of Engineering")
    student.type_date("Interview date", INTERVIEW)
    student.says("Saved")
    assert first_day(student) == "2026-11-30"

    said["numbers"] = {"first-wait": 9}
    page.reload()
    expect(student.current_card()).to_contain_text("Thursday 3 December 2026")
    page.unroute("**/offices/engineering.json")
    page.reload()
    expect(student.current_card()).to_contain_text("Monday 30 November 2026")


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        pytest.param(
            f"office={WHOLE[:80]}", "its end is missing", id="cut", marks=pytest.mark.slow
        ),
        pytest.param(f"office={'9' * 70_000}", "too long", id="long"),
        pytest.param("office=", "its end is missing", id="empty", marks=pytest.mark.slow),
        pytest.param("office=%5B%5B", "changed on its way", id="other", marks=pytest.mark.slow),
        pytest.param(
            f"office={WHOLE[:-1]}~", "changed on its way", id="damaged", marks=pytest.mark.slow
        ),
    ],
)
def test_a_link_that_cannot_be_read_says_so_and_keeps_nothing(
    student: Reader, fragment: str, said: str
) -> None:
    """And the page goes on as without it."""
    student.set_today(TODAY)
    student.page.goto(f"{student.address}#{fragment}")
    student.wait_for("ready")

    expect(student.page.locator("[data-panel=office-offer]")).to_contain_text(said)
    assert student.page.url == student.address
    assert student.records() == {}
    student.type_date("Interview date", INTERVIEW)
    expect(student.current_card()).to_contain_text("Tuesday 1 December 2026")


def test_the_shared_computer_is_asked_about_and_nothing_is_kept_before(student: Reader) -> None:
    """A link changes nothing of what is saved; a press of the reader's does."""
    student.page.goto(f"{student.address}#office={WHOLE}")
    student.wait_for("ready")
    assert student.records() == {}
    student.page.locator("#office-shared").click()
    expect(student.page.locator("#office-shared")).to_have_count(0)
    student.page.locator("#office-use").click()
    expect(student.page.locator("[data-office=in-use]")).to_be_visible()
    assert student.records() == {}


def test_the_code_can_be_downloaded_and_the_poster_is_one_sheet(
    reader: Reader, left_by: LeftBy, tmp_path: Path
) -> None:
    """As a drawing and as a picture; the poster has nothing else on it."""
    page = reader.page
    page.context.set_storage_state(left_by(make_it))
    reader.set_today(TODAY)
    reader.open(KIT)
    link = page.get_by_label("Your link", exact=True).input_value()
    for name, start in (("SVG", b"<svg xmlns="), ("PNG", b"\x89PNG")):
        with page.expect_download() as handed:
            page.get_by_role("button", name=f"Download as {name}").click()
        handed.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)

    page.evaluate("document.documentElement.dataset.paper = 'poster'")
    for size in ("A4", "Letter"):
        page.pdf(path=tmp_path / f"{size}.pdf", format=size)
        (sheet,) = PdfReader(tmp_path / f"{size}.pdf").pages
        text = " ".join(sheet.extract_text().split())
        assert "Had a job interview?" in text
        assert "Careers Service, Example University" in text
        assert "Your office and your timing" not in text
    assert link


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.slow)])
def test_the_offices_page_and_the_offer_are_accessible(
    reader: Reader, student: Reader, left_by: LeftBy, width: int
) -> None:
    """Filled in, on a narrow and on a wide screen."""
    for one, path in ((reader, KIT), (student, f"#office={WHOLE}")):
        one.page.set_viewport_size({"width": width, "height": 800})
        if one is reader:
            one.page.context.set_storage_state(left_by(make_it))
        one.set_today(TODAY)
        one.open(path)
        expect(one.page.locator(".set-up-by").first).to_be_visible()
        assert violations(one.page) == []
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width
