"""What the reader enters is kept, shown and never mixed up: early, late, and with two tabs."""

import json
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from reader import Reader
from waiting import wait_until

TODAY = date(2026, 12, 4)
INTERVIEW = date(2026, 11, 24)
WAITING = "This appears when the date calculator is ready."
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
TWENTY_SECONDS = 20
TIME_PASSES = """passed => {
    for (const animation of document.getAnimations()) {
        animation.pause();
        animation.currentTime = passed;
    }
}"""
"""Brings all that moves on a page to where it is after so many milliseconds."""


def hold(page: Page, address: str) -> list[Route]:
    """Keep back what is asked for below an address, and return the requests."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(address, keep)
    return held


def without_python(reader: Reader) -> None:
    """Keep Python away from the next page on."""
    reader.page.route("**/*.wasm", lambda _: None)  # never answered


# A script that does not come


def test_a_script_that_does_not_come_is_missed(reader: Reader) -> None:
    """After a while the page says so by itself, with a way out; also for those who want no movement."""
    reader.page.emulate_media(reduced_motion="reduce")
    reader.page.route("**/bridge.js", lambda route: route.abort())
    reader.open("guide/at-the-interview/", ready=False)
    missing = reader.page.locator(".when-scripts-missing")

    expect(missing).to_be_hidden()
    reader.page.evaluate(TIME_PASSES, 14_900)
    expect(missing).to_be_hidden()
    reader.page.evaluate(TIME_PASSES, 15_100)
    expect(missing).to_be_visible(timeout=1_000)
    reader.page.unroute_all()
    missing.get_by_role("link", name="Load the page again").click()
    reader.wait_for("ready")
    expect(missing).to_be_hidden()


def test_nothing_is_said_to_be_missing_when_all_is_there(reader: Reader) -> None:
    """Not even while Python is still on its way, however long that takes."""
    without_python(reader)
    reader.open("guide/at-the-interview/", ready=False)
    reader.wait_for("starting")
    missing = reader.page.locator(".when-scripts-missing")

    assert missing.evaluate("element => getComputedStyle(element).display") == "none"


# Before the script has come


def test_a_date_typed_before_the_script_has_come_is_kept(reader: Reader) -> None:
    """On a slow line the boxes are there first."""
    reader.set_today(TODAY)
    held = hold(reader.page, "**/bridge.js")
    reader.page.goto(reader.address + "plan/dates/", wait_until="commit")
    reader.type_date("Interview date", INTERVIEW)
    held[0].continue_()
    reader.wait_for("ready")

    expect(reader.current()).to_contain_text("Telephone them")
    expect(reader.box("Interview date", "Month")).to_have_value("11")
    assert sum('"answer"' in text for text in reader.records().values()) == 1


def test_a_date_half_typed_then_is_not_saved_in_the_middle(reader: Reader) -> None:
    """The reader goes on typing, and then it is."""
    reader.set_today(TODAY)
    held = hold(reader.page, "**/bridge.js")
    reader.page.goto(reader.address + "plan/dates/", wait_until="commit")
    reader.box("Interview date", "Day").fill("24")
    held[0].continue_()
    reader.wait_for("ready")
    assert reader.records() == {}

    reader.box("Interview date", "Month").fill("Nov")
    reader.box("Interview date", "Year").fill("2026")
    expect(reader.current()).to_contain_text("Telephone them")


# Before Python has come


def with_a_second_round(reader: Reader) -> None:
    """Log a first contact, so that the ticks of later emails belong to round 1."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.log("called", date(2026, 12, 3))
    expect(reader.current()).to_have_attribute("data-step", "later")
    reader.go("guide/later-emails/")
    expect(reader.page.locator("#tick-mail-send")).to_have_attribute("data-round", "1")


def test_on_a_later_day_the_dates_and_the_log_are_there_before_python(reader: Reader) -> None:
    """What depends on the day waits, and nothing false is claimed."""
    with_a_second_round(reader)
    reader.open()
    expect(reader.page.locator("[data-panel=log] li")).to_have_count(1)
    reader.set_today(date(2026, 12, 5))
    without_python(reader)
    reader.open(ready=False)

    expect(reader.box("Interview date", "Day")).to_have_value("24")
    expect(reader.question("Interview date")).to_contain_text("Tuesday 24 November 2026")
    expect(reader.page.locator("[data-panel=log]")).to_contain_text("You called")
    for panel in ("plan", "calendar"):
        expect(reader.page.locator(f"[data-panel={panel}]")).to_have_text(WAITING)


def test_on_a_later_day_a_tick_goes_to_its_round_before_python(reader: Reader) -> None:
    """Also one made before the script has come."""
    with_a_second_round(reader)
    reader.set_today(date(2026, 12, 5))
    without_python(reader)
    held = hold(reader.page, "**/bridge.js")
    reader.page.goto(reader.address + "guide/later-emails/", wait_until="commit")
    reader.tick("mail-send")
    held[0].continue_()
    reader.wait_for("starting")
    reader.tick("mail-log")

    ticks = [json.loads(text) for text in reader.records().values() if '"tick"' in text]
    assert [(tick["step"], tick["round"], tick["on"]) for tick in ticks] == [
        ("mail-send", 1, True),
        ("mail-log", 1, True),
    ]


def test_nothing_is_claimed_of_a_reader_who_is_not_known_yet(reader: Reader) -> None:
    """A page that was not shown yet does not say that nothing is logged."""
    reader.open("guide/at-the-interview/")
    reader.tick("meet-names")
    reader.says("2 of")
    without_python(reader)
    reader.open(ready=False)

    expect(reader.page.locator("[data-panel=log]")).to_have_text(WAITING)
    expect(reader.page.locator("[data-panel=plan]")).to_have_text(WAITING)


# Two tabs


def test_a_box_shows_what_another_tab_saved_once_it_is_left(
    context: BrowserContext, address: str
) -> None:
    """As long as nothing was typed in it; with the caret in it, it stays as it is."""
    here, there = (Reader(context.new_page(), address) for _ in range(2))
    for tab in (here, there):
        tab.set_today(TODAY)
        tab.open()
    here.type_date("Interview date", INTERVIEW)
    expect(there.page.locator("#interview-question > summary")).to_contain_text("24 November")
    day = there.box("Interview date", "Day")
    expect(day).to_have_value("24")
    day.focus()
    here.type_date("Interview date", date(2026, 11, 30))
    expect(there.question("Interview date")).to_contain_text("Monday 30 November 2026")
    expect(day).to_have_value("24")
    for _ in range(8):  # over the other boxes, and the parts of the picker
        there.page.keyboard.press("Tab")
    expect(day).to_have_value("30")
    assert sum('"answer"' in text for text in there.records().values()) == 2


@pytest.mark.slow
def test_what_is_being_typed_is_not_overwritten_by_another_tab(
    context: BrowserContext, address: str
) -> None:
    """The last one to finish wins, with all three boxes."""
    here, there = (Reader(context.new_page(), address) for _ in range(2))
    for tab in (here, there):
        tab.set_today(TODAY)
        tab.open()
    here.type_date("Interview date", INTERVIEW)
    expect(there.page.locator("#interview-question > summary")).to_contain_text("24 November")
    day = there.box("Interview date", "Day")
    expect(day).to_have_value("24")
    wait_until(there.page, "document.querySelector('#interview-year').value === '2026'")
    # Without a whole year nothing is saved by itself, however slow the other tab is.
    there.box("Interview date", "Year").fill("202")
    day.fill("2")
    here.type_date("Interview date", date(2026, 10, 30))
    expect(there.question("Interview date")).to_contain_text("Friday 30 October 2026")
    expect(there.box("Interview date", "Month")).to_have_value("11")
    there.box("Interview date", "Year").fill("2026")
    there.page.keyboard.press("Tab")
    there.page.keyboard.press("Tab")
    expect(here.question("Interview date")).to_contain_text("Monday 2 November 2026")


# The browser's own picker


def test_the_native_picker_takes_no_half_years(reader: Reader) -> None:
    """While somebody types into it, it passes through the years 2, 20 and 202."""
    reader.set_today(TODAY)
    reader.open()
    picker = reader.question("Interview date").locator("[data-pick]")
    for half in ("0002-11-24", "0020-11-24", "0202-11-24"):
        picker.fill(half)
    expect(reader.box("Interview date", "Year")).to_have_value("")
    picker.fill("2026-11-24")
    expect(reader.box("Interview date", "Year")).to_have_value("2026")
    expect(reader.current()).to_contain_text("Telephone them")
    reader.box("Interview date", "Day").focus()
    expect(picker).to_have_value("")
    assert len(reader.records()) == 1


def test_a_date_that_is_emptied_is_saved_after_a_moment(reader: Reader) -> None:
    """Without leaving the last box."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    expect(reader.current()).to_be_visible()
    for label in ("Day", "Month", "Year"):
        reader.box("Interview date", label).fill("")

    expect(reader.current()).to_have_count(0)


# Forms over pages


def test_a_half_filled_form_is_there_again_on_the_way_back(reader: Reader) -> None:
    """From another page of the same visit."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    form = reader.page.locator("#contact-form")
    form.get_by_label("They called", exact=True).check()
    reader.box("Contact date", "Day").fill("3")
    reader.page.evaluate("window.stillHere = true")
    reader.page.get_by_role("link", name="Checklist", exact=True).first.click()
    expect(reader.page.locator("h1")).to_contain_text("Checklist")
    reader.page.get_by_role("link", name="When to follow up", exact=True).first.click()

    expect(form.get_by_label("They called", exact=True)).to_be_checked()
    expect(reader.box("Contact date", "Day")).to_have_value("3")
    assert reader.page.evaluate("window.stillHere") is True
    reader.log("they-called", date(2026, 12, 3))
    reader.says("Logged.")
    expect(reader.box("Contact date", "Day")).to_have_value("")


# The status line


@pytest.mark.slow
def test_the_status_line_goes_after_a_while_but_not_for_screen_readers(reader: Reader) -> None:
    """It comes back with the next sentence that concerns the whole: there is no second store here."""
    reader.page.add_init_script(NO_DATABASE)
    reader.open("guide/at-the-interview/")
    reader.tick("meet-names")
    status = reader.page.get_by_role("status")
    expect(status).to_contain_text("2 of")
    assert status.bounding_box() or {}
    reader.page.mouse.move(1, 1)
    wait_until(
        reader.page,
        "document.querySelector('[role=status]').getBoundingClientRect().width < 5",
        patience=TWENTY_SECONDS,
    )
    expect(status).to_contain_text("2 of")
    reader.tick("meet-cards")
    expect(status).to_contain_text("3 of")
    assert (status.bounding_box() or {"width": 0})["width"] > 100


def test_the_status_line_covers_nothing_that_has_the_focus(
    context: BrowserContext, address: str
) -> None:
    """On a small telephone, where the sentence is long: it is seen, as there is no second store."""
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 500})
    reader = Reader(page, address)
    reader.set_today(TODAY)
    page.add_init_script(NO_DATABASE)
    reader.open("plan/checklist/")
    boxes = reader.page.locator("[data-tick]:visible")
    for index in range(4, 12):
        box = boxes.nth(index)
        box.evaluate(
            "box => { box.focus(); scrollBy(0, box.getBoundingClientRect().bottom - innerHeight + 4); }"
        )
        reader.page.keyboard.press("Space")
        reader.says(f"{index - 2} of")
        covered = box.evaluate(
            """box => {
                const line = document.querySelector("[role=status]").getBoundingClientRect();
                const { top, bottom } = box.getBoundingClientRect();
                return bottom > line.top && top < line.bottom;
            }"""
        )
        assert not covered
