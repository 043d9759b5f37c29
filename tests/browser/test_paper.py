"""The pages on paper: sheets counted, nothing of the frame on them, addresses after links."""

import io
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from reader import Reader

TODAY = date(2026, 12, 4)
FRAME = ("Skip to content", "Next", "Previous", "Back to top", "Menu", "Link to this part")
"""Words of the frame of a page, which nobody needs on paper."""


def sheets(page: Page, paper: str) -> list[str]:
    """Return the text of each printed sheet, in one line."""
    pages = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    return [" ".join(one.extract_text().split()) for one in pages]


def test_the_core_steps_fit_one_sheet(reader: Reader) -> None:
    """Of either size, with nothing entered, and with ticks and every date that there can be."""
    reader.set_today(TODAY)
    reader.open("plan/checklist/")
    reader.page.get_by_label("Core steps").check()
    for paper in ("A4", "Letter"):
        (sheet,) = sheets(reader.page, paper)
        assert "Ask when they expect to decide" in sheet
    reader.go("plan/dates/")
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.type_date("Decision date", date(2026, 12, 8))
    expect(reader.current()).to_have_count(1)
    reader.go("plan/checklist/")
    for name in ("meet-names", "first-call"):
        reader.tick(name)
    expect(reader.page.locator("[data-output='due.first-call']")).to_contain_text("December")

    for paper in ("A4", "Letter"):
        (sheet,) = sheets(reader.page, paper)
        assert "December 2026" in sheet


def test_the_script_for_a_call_fits_one_sheet(reader: Reader) -> None:
    """Nothing else is on it, and its letters are large."""
    reader.open("guide/first-contact/")
    # The browser's own window for printing cannot be reached from here.
    reader.page.evaluate("window.print = () => {}")
    button = reader.page.locator("[data-message=call]").get_by_role("button", name="Print")
    for paper in ("A4", "Letter"):
        button.click()
        (sheet,) = sheets(reader.page, paper)
        assert sheet.startswith("On the telephone Hello [name]")
        assert "On voicemail" not in sheet
        assert "Sources" not in sheet
    button.click()
    reader.page.emulate_media(media="print")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"

    assert reader.page.locator("[data-message=call] .message-paper").evaluate(size) >= 20


@pytest.mark.parametrize(
    "path", ["guide/first-contact/", pytest.param("guide/whole-guide/", marks=pytest.mark.slow)]
)
def test_a_page_prints_without_its_frame(reader: Reader, path: str) -> None:
    """Steps, words to send and sources are on paper, with the address of what lies elsewhere."""
    reader.open(path, ready=False)
    whole = " ".join(sheets(reader.page, "A4"))

    assert "Make one call in working hours" in whole
    assert "Hello [name], this is [my name]." in whole
    assert "(https://" in whole
    assert "(http://" not in whole
    assert [words for words in FRAME if words in whole] == []
