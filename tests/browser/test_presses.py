"""A press is never lost: what an answer brings never moves a button away while it is being pressed."""

from datetime import date

import pytest
from playwright.sync_api import ElementHandle
from reader import LeftBy, Reader
from waiting import wait_until

TOOL_PAGES = (
    "", "plan/adviser/", "plan/calendar/", "plan/card/", "plan/checklist/", "plan/dates/",
    "plan/interviews/", "plan/keep/", "plan/messages/", "plan/restore/", "plan/settings/",
)  # fmt: skip
ALL_FOLDED = "plan/calendar/"
"""There every button stands in a part that is folded."""
UNFOLD = "() => document.querySelectorAll('article details').forEach((one) => { one.open = true; })"
HELD = 120
"""Milliseconds between down and up: as long as people press."""

NOTE_CLICKS = """() => {
    window.clicked = null;
    addEventListener("click", ({ target }) => (window.clicked = target.closest("button")), true);
}"""
BUTTONS = """() => [...document.querySelectorAll("article button")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)"""


def enter_an_interview(reader: Reader) -> None:
    """Enter an interview, and change a message."""
    reader.set_today(date(2026, 12, 1))
    reader.open("plan/dates/")
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.says("Saved")


def edit_something(reader: Reader) -> None:
    """Leave a change that is not saved yet: of a text, else of a date."""
    texts = reader.page.locator("article [data-text]:visible")
    dates = reader.page.locator("article [data-question] [data-part=day]:visible")
    if texts.count():
        texts.first.focus()
        reader.page.keyboard.type("And ")
    elif dates.count():
        dates.first.fill("23")


def press(reader: Reader, button: ElementHandle) -> bool:
    """Press a button as slowly as people do, and return whether it was clicked."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.page.mouse.down()
    reader.page.wait_for_timeout(HELD)
    reader.page.mouse.up()
    clicked: bool = reader.page.evaluate("button => window.clicked === button", button)
    return clicked


def test_the_first_copy_after_a_change_copies(reader: Reader, left_by: LeftBy) -> None:
    """A line appears above the button once the change is kept; what was saved late is said after it."""
    page = reader.page
    page.context.set_storage_state(left_by(enter_an_interview))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.set_today(date(2026, 12, 1))
    reader.open("plan/messages/")
    page.locator("#message-call-text").focus()
    page.keyboard.type("Good morning. ")
    page.evaluate(NOTE_CLICKS)

    copy = page.query_selector("[data-copy=message-call-text]")
    assert copy
    assert press(reader, copy)
    reader.says("Copied")
    assert "Good morning." in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.slow
@pytest.mark.parametrize("path", TOOL_PAGES)
def test_every_button_is_pressed_where_it_stands(
    reader: Reader, left_by: LeftBy, path: str
) -> None:
    """On every page of the tools, after a change that is not saved yet."""
    page = reader.page
    reader.set_today(date(2026, 12, 1))
    page.add_init_script("window.print = () => {}")
    pressed, missed = 0, []
    while True:
        page.context.set_storage_state(left_by(enter_an_interview))
        reader.open(path)
        page.evaluate(NOTE_CLICKS)
        # Python is up a moment before its first answer is shown.
        unfold = f"({UNFOLD})()" if path == ALL_FOLDED else "0"
        wait_until(page, f"{unfold}, ({BUTTONS})().length > 0")
        edit_something(reader)
        button = page.evaluate_handle(f"({BUTTONS})()[{pressed}]").as_element()
        if not button:
            break
        name = button.inner_text()
        if not press(reader, button):
            missed.append(name)
        pressed += 1

    assert pressed > 0
    assert missed == []
