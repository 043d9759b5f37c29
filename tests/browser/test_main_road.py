"""The main road: from opening the site to the day of the call and its words, and on to what happened."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from axe import violations
from long_form import in_long_form
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from reader import LeftBy, Reader

TODAY = date(2026, 11, 25)
INTERVIEW = date(2026, 11, 24)
DAY_OF_THE_CALL = date(2026, 12, 1)
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "locale": "en-GB",
    "service_workers": "block",
}
SCREEN = 844

COUNTING = """() => {
    const done = { taps: 0, keys: 0 };
    window.done = done;
    addEventListener("click", () => (done.taps += 1), true);
    addEventListener("keydown", ({ isTrusted }) => (done.keys += Number(isTrusted)), true);
}"""
"""Counts what a reader does on a page. It is gone, and so are its counts, if a page is loaded."""

SHIFTS = """() => {
    window.shifted = 0;
    const add = ({ value, hadRecentInput }) => (window.shifted += hadRecentInput ? 0 : value);
    new PerformanceObserver((list) => list.getEntries().forEach(add))
        .observe({ type: "layout-shift", buffered: true });
}"""
"""Adds up by how much the page shifts without anybody having touched it."""
MOST_SHIFTED = 0.05


@pytest.fixture(name="phone")
def _phone(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader with a phone."""
    context = browser.new_context(**PHONE)
    yield Reader(context.new_page(), address)
    context.close()


def enter_the_interview(reader: Reader) -> None:
    """Enter an interview date and nothing else."""
    reader.set_today(TODAY)
    reader.open("")
    reader.type_date("Interview date", INTERVIEW)
    reader.says("Saved")


def bottom_of(page: Page, place: str) -> float:
    """Return how far down the page something ends, in pixels."""
    end = "element => element.getBoundingClientRect().bottom + scrollY"
    found: float = page.locator(place).evaluate(end)
    return found


def test_a_newcomer_has_the_day_and_its_words_in_three_taps(phone: Reader) -> None:
    """An interview yesterday, "we decide by the 8th": three taps, four keys, no page loaded, and all
    within a screen and a half."""
    page = phone.page
    phone.set_today(TODAY)
    phone.open("")
    page.evaluate(COUNTING)

    page.get_by_role("button", name="Yesterday").tap()
    expect(phone.current_card()).to_contain_text("Tuesday 1 December 2026")
    phone.box("Decision date", "Day").tap()
    for key in ("8", "Tab", "1", "2"):
        page.keyboard.press(key)
    expect(phone.current_card()).to_contain_text("Thursday 10 December 2026")
    expect(phone.box("Decision date", "Year")).to_have_attribute("placeholder", "2026")
    needed = bottom_of(page, "#card-words > summary")
    page.locator("#card-words > summary").tap()
    expect(page.locator("#card-words pre")).to_contain_text("the post of [job]")

    done = page.evaluate("window.done")
    assert (done["taps"], done["keys"]) == (3, 4)
    # The driver scrolls what it taps to the middle, so what is counted is what must be scrolled.
    assert needed - SCREEN <= SCREEN / 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []


def test_the_answer_comes_first_on_the_next_visit_and_never_under_a_finger(phone: Reader) -> None:
    """In the first visit the questions keep their place."""
    page = phone.page
    enter_the_interview(phone)
    panels = "[...document.querySelectorAll('[data-panel=ask], [data-panel=next-step]')].map((one) => one.dataset.panel)"
    assert page.evaluate(panels) == ["ask", "next-step"]
    page.reload()
    phone.wait_for("ready")

    assert page.evaluate(panels) == ["next-step", "ask"]
    assert bottom_of(page, "#next-card .when") < SCREEN / 2
    for name in ("interview-question", "decision-question"):
        is_open = page.locator(f"#{name}").get_attribute("open") is not None
        assert is_open == (name == "decision-question")
    expect(page.locator("#interview-question > summary")).to_contain_text(
        "Tuesday 24 November 2026"
    )


def test_an_interview_still_to_come_leads_to_getting_ready(phone: Reader) -> None:
    """By its button before any day is known, and with its day afterwards."""
    page = phone.page
    phone.set_today(TODAY)
    phone.open("")
    page.get_by_text("It is still to come").tap()
    expect(page.locator(".still-to-come").get_by_role("link", name="get ready")).to_be_visible()
    phone.box("Interview date", "Day").fill("3")
    phone.box("Interview date", "Month").fill("12")
    page.keyboard.press("Tab")

    ahead = page.locator(".next-card.ahead")
    expect(ahead).to_contain_text("In 8 days")
    expect(ahead).to_contain_text("Thursday 3 December 2026")
    expect(ahead.get_by_role("link")).to_have_count(2)


def test_no_is_an_answer(reader: Reader) -> None:
    """It is kept, shown, and taken back by a day."""
    reader.page.context.clear_cookies()
    enter_the_interview(reader)
    no = reader.question("Decision date").get_by_role("button", name="No", exact=True)
    expect(no).to_have_attribute("aria-pressed", "false")
    no.click()
    expect(no).to_have_attribute("aria-pressed", "true")
    reader.go("plan/dates/")
    expect(reader.page.locator("#decision-question > summary")).to_contain_text("No")
    assert reader.page.locator("#decision-question").get_attribute("open") is None

    reader.type_date("Decision date", ("8", "12", ""))
    expect(reader.current()).to_contain_text("Thursday 10 December 2026")
    expect(no).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(
    "zone", ["America/Los_Angeles", *in_long_form("Europe/London", "Pacific/Kiritimati")]
)
def test_yesterday_is_known_before_python_is(browser: Browser, address: str, zone: str) -> None:
    """Right after midnight, wherever the reader is; what is kept says so."""
    context = browser.new_context(**PHONE, timezone_id=zone)
    reader = Reader(context.new_page(), address)
    reader.page.route("**/runtime/**", lambda route: route.abort())
    reader.page.clock.set_fixed_time("2026-03-29T12:00:00Z")
    reader.page.goto(address)
    reader.page.clock.set_fixed_time(datetime(2026, 3, 30, 0, 0, 30, tzinfo=ZoneInfo(zone)))
    reader.page.get_by_role("button", name="Yesterday").tap()

    for label, text in (("Day", "29"), ("Month", "3"), ("Year", "2026")):
        expect(reader.box("Interview date", label)).to_have_value(text)
    (record,) = reader.records().values()
    assert '"day":"29"' in record
    assert '"written":"2026-03-30"' in record
    context.close()


def test_on_the_day_the_card_says_whom_and_asks_what_happened(
    phone: Reader, left_by: LeftBy
) -> None:
    """With a link that calls; one press logs a call that nobody answered, and it can be undone."""
    page = phone.page
    page.context.set_storage_state(left_by(meet_somebody))
    phone.set_today(DAY_OF_THE_CALL)
    phone.open("")
    card = phone.current_card()
    expect(card).to_contain_text("Ask for Jo Smith")
    expect(card.get_by_role("link", name="020 7946 0000")).to_have_attribute(
        "href", "tel:02079460000"
    )
    assert bottom_of(page, "#next-card .happened") < SCREEN
    card.get_by_role("button", name="Nobody answered").tap()

    expect(card).to_contain_text("Friday 11 December 2026")
    expect(card).to_be_focused()
    logged = page.locator(".logged-today")
    expect(logged).to_contain_text("You called and nobody answered.")
    logged.get_by_role("button", name="Undo").tap()
    expect(card).to_contain_text("Tuesday 1 December 2026")
    expect(logged).to_have_count(0)


def meet_somebody(reader: Reader) -> None:
    """Enter an interview, and one person with a telephone number."""
    enter_the_interview(reader)
    reader.go("plan/card/")
    form = reader.page.locator("#person-form")
    form.get_by_label("Name").fill("Jo Smith")
    form.get_by_label("Email or telephone").fill("020 7946 0000")
    form.get_by_role("button", name="Save this person").click()
    reader.says("Saved")


def test_they_answered_asks_for_a_new_day_and_shows_the_new_answer(
    phone: Reader, left_by: LeftBy
) -> None:
    """Three taps from the card: that they answered, the Friday that they named, Save. It is dated
    today, and the new answer is in view."""
    page = phone.page
    page.context.set_storage_state(left_by(enter_the_interview))
    phone.set_today(DAY_OF_THE_CALL)
    phone.open("")
    page.evaluate(COUNTING)
    phone.current_card().get_by_role("button", name="They answered").tap()
    form = page.locator("#contact-form")
    expect(form.get_by_label("I called and we spoke")).to_be_checked()
    form.get_by_role("button", name="Friday 4 December", exact=True).tap()
    form.get_by_role("button", name="Save", exact=True).tap()

    expect(phone.current_card()).to_contain_text("Monday 7 December 2026")
    expect(phone.current_card()).to_be_in_viewport()
    expect(page.locator(".logged-today")).to_contain_text("You called and spoke to them.")
    assert page.evaluate("window.done.taps") == 3
    assert any(
        '"contact":{"day":"1","month":"12","year":"2026"}' in one
        for one in phone.records().values()
    )


def test_a_refused_entry_takes_the_focus_to_what_is_wrong(reader: Reader) -> None:
    """Also where that is folded away; what was chosen stays."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    form = reader.page.locator("#contact-form")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.locator("#kind-called")).to_be_focused()
    expect(form).to_contain_text("Choose what happened.")

    form.get_by_label("I emailed").check()
    reader.type_date("Contact date", ("23", "11", ""))
    reader.page.locator("#more-of-contact > summary").click()
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.locator("#contact-day")).to_be_focused()
    expect(form).to_contain_text("must not be before the interview")
    expect(form.get_by_label("I emailed")).to_be_checked()


@pytest.mark.parametrize("path", [pytest.param("", marks=pytest.mark.slow), "plan/dates/"])
def test_with_a_plan_nothing_jumps_while_python_starts(
    browser: Browser, address: str, left_by: LeftBy, path: str
) -> None:
    """On the same day, on a later one, and after a new version, which has no views of old; on a phone,
    with Python a second and a half late."""
    context = browser.new_context(**PHONE)
    context.set_storage_state(left_by(enter_the_interview))
    reader = Reader(context.new_page(), address)
    reader.page.add_init_script(f"({SHIFTS})()")
    reader.page.route("**/*.wasm", later)
    for today, is_new in ((TODAY, True), (TODAY, False), (DAY_OF_THE_CALL, False)):
        reader.set_today(today)
        reader.open(path)
        expect(reader.current_card()).to_have_count(1)
        assert reader.page.evaluate("window.shifted") < MOST_SHIFTED, (today, is_new)
    context.close()


def later(route: Any) -> None:  # noqa: ANN401 # a route of the driver
    """Let a file come late."""
    route.request.frame.page.wait_for_timeout(1_500)
    route.continue_()


def test_the_log_begins_within_three_screens(phone: Reader, left_by: LeftBy) -> None:
    """With a plan; and on paper the plan is one sheet without forms."""
    phone.page.context.set_storage_state(left_by(enter_the_interview))
    phone.set_today(DAY_OF_THE_CALL)
    phone.open("plan/dates/")
    expect(phone.current_card()).to_have_count(1)

    top = "element => element.getBoundingClientRect().top + scrollY"
    assert phone.page.locator("#what-has-happened-so-far").evaluate(top) < 3 * SCREEN
    (sheet,) = PdfReader(io.BytesIO(phone.page.pdf(format="A4"))).pages
    text = " ".join(sheet.extract_text().split())
    for said in (
        "Tuesday 1 December 2026",
        "Telephone them",
        "Friday 11 December 2026",
        "What has happened so far",
    ):
        assert said in text
    for form in ("I called, nobody answered", "Save", "They asked me back", "Show as a calendar"):
        assert form not in text
