"""Put it in your calendar, in a real browser: the file that is saved, and which entry to delete."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from calendar_entry import saved
from long_form import in_long_form
from playwright.sync_api import Browser, BrowserContext, Request, Route, expect
from reader import Reader

CALENDAR = "plan/calendar/"


@pytest.mark.parametrize(
    ("zone", "interview", "moment"),
    [
        # More than two years ahead: then the clock is not where it stands today.
        ("Europe/London", date(2029, 6, 20), "2029-06-27T09:00"),
        pytest.param(
            "Europe/London", date(2027, 3, 24), "2027-03-31T09:00", marks=pytest.mark.slow
        ),
        *in_long_form(("Asia/Kathmandu", date(2026, 11, 24), "2026-12-01T04:15")),
        pytest.param(
            "Europe/London", date(2026, 11, 24), "2026-12-01T10:00", marks=pytest.mark.slow
        ),
        pytest.param(
            "America/New_York", date(2027, 3, 9), "2027-03-16T14:00", marks=pytest.mark.slow
        ),
    ],
)
def test_the_file_has_ten_o_clock_where_the_reader_is(
    browser: Browser, address: str, tmp_path: Path, zone: str, interview: date, moment: str
) -> None:
    """In summer and winter, by the offset of the day itself, which is another than today's."""
    context = browser.new_context(timezone_id=zone, locale="en-GB", service_workers="block")
    reader = Reader(context.new_page(), address)
    reader.set_today(date(2026, 11, 24))
    reader.open()
    reader.type_date("Interview date", interview)
    expect(reader.current()).to_be_visible()
    reader.open(CALENDAR)
    (entry,) = saved(reader.page, "Another program", tmp_path)

    assert entry.start == datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert entry["SUMMARY"] == "Telephone them about the interview"
    assert f"{address}plan/restore/#restore=" in str(entry["DESCRIPTION"])
    assert entry["URL"] == f"{address}plan/dates/"
    context.close()


def test_a_date_that_changes_names_the_entry_to_delete(reader: Reader, tmp_path: Path) -> None:
    """On the page of the dates, where it changes, and here; until the reader has deleted it."""
    page = reader.page
    reader.set_today(date(2026, 11, 24))
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.open(CALENDAR)
    entries = saved(page, "iPhone, iPad or Mac", tmp_path)
    reader.says("Noted that you put it in your calendar.")
    assert len(entries) == 1
    notice = page.locator("[data-panel=calendar-stale]")
    expect(page.locator("[data-panel=calendar-file]")).to_contain_text("You put Tuesday 1 December")
    expect(notice).to_be_empty()

    reader.open()
    reader.type_date("Decision date", date(2026, 12, 8))
    expect(notice).to_contain_text("You put your first contact on Tuesday 1 December 2026 into your calendar. That date has changed: delete that entry.")  # fmt: skip
    reader.open(CALENDAR)
    notice.get_by_role("button", name="I have deleted it").click()
    expect(notice.get_by_role("button")).to_have_count(0)


def test_all_dates_and_the_text_hold_what_the_page_says(context: BrowserContext, address: str, tmp_path: Path) -> None:  # fmt: skip
    """Nothing is asked of another host meanwhile."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader = Reader(context.new_page(), address)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    reader.set_today(date(2026, 11, 24))
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.open(CALENDAR)
    page = reader.page
    page.get_by_text("If nothing opens: copy the text").click()
    page.get_by_role("button", name="Copy as text").click()
    reader.says("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    page.get_by_text("Put all dates into your calendar").click()
    entries = saved(page, "Add all dates", tmp_path)

    days = [f"{entry.start:%Y-%m-%d}" for entry in entries]
    assert days == ["2026-12-01", "2026-12-11", "2026-12-21", "2026-12-31"]
    assert text.startswith("Telephone them about the interview\nTuesday 1 December 2026\n\n7 days")
    assert entries[0]["DESCRIPTION"] in text
    assert all(url.startswith((address, "blob:")) for url in asked)


def test_a_form_is_told_title_and_time_when_it_is_pressed_and_nothing_before(context: BrowserContext, address: str) -> None:  # fmt: skip
    """It learns of no page that it came from, and is noted as an entry. A press that comes at once
    after names were taken out opens the form without them. No address of it is kept."""
    told: list[Request] = []

    def answer(route: Route) -> None:
        told.append(route.request)
        route.fulfill(body="A form")

    context.route(re.compile("^https:"), answer)
    reader = Reader(context.new_page(), address)
    page = reader.page
    reader.set_today(date(2026, 11, 24))
    reader.open("plan/card/")
    page.get_by_label("Employer").fill("Acme")
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.open(CALENDAR)
    page.get_by_text("Choose the time of day, or put names in").click()
    page.get_by_label("Put them in").check()
    form = page.get_by_role("link", name="Google Calendar (new tab)", exact=True)
    expect(form).to_have_attribute("href", re.compile("Acme"))
    assert told == []
    with context.expect_page() as opened:
        page.evaluate("for (const id of ['calendar-names-no', 'add-google']) document.getElementById(id).click()")  # fmt: skip
    opened.value.wait_for_load_state()

    assert [request.url.partition("?")[2] for request in told if request.is_navigation_request()] == ["action=TEMPLATE&text=Telephone%20them%20about%20the%20interview&dates=20261201T100000Z/20261201T103000Z"]  # fmt: skip
    assert "referer" not in told[0].all_headers()
    assert opened.value.evaluate("[document.referrer, window.opener]") == ["", None]
    expect(page.locator("[data-panel=calendar-file]")).to_contain_text("You put Tuesday 1 December")
    page.goto(f"{address}about/about/")
    assert "google" not in page.evaluate("JSON.stringify(Object.assign({}, localStorage))")
