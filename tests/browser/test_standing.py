"""What the head of each page says as long as it is so: newer data, a page inside another one."""

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from reader import Reader
from site_server import serve

PATH = "guide/at-the-interview/"


def test_newer_data_are_shown_and_not_written_over(reader: Reader) -> None:
    """A page that slept through an update, or came out of an old cache, only reads."""
    reader.open(PATH)
    reader.tick("meet-names")
    reader.says("Saved.")
    key = next(iter(reader.records()))
    newer = {"format": 4, "interview": "someone", "written": "2030-01-01", "what": "tock"}
    place = key.partition(".r.")[0] + ".r.9.newer.1"
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [place, json.dumps(newer)])  # fmt: skip
    reader.page.reload()
    reader.wait_for("ready")
    before = reader.records()

    notice = reader.page.locator("[data-standing=newer]")
    expect(notice).to_contain_text("A newer version of this page has saved your plan.")
    expect(reader.box_of("meet-names")).to_be_checked()
    reader.tick("meet-next")
    reader.says("Not kept: a newer version of this page has saved something here.")
    assert reader.records() == before

    reader.page.evaluate("key => localStorage.removeItem(key)", place)
    without_newer_mirror(reader.page)
    notice.get_by_role("button", name="Load the page again").click()
    expect(notice).to_be_hidden()


@pytest.mark.slow
def test_a_clock_behind_what_was_written_is_told_of(reader: Reader) -> None:
    """A device whose clock was set back: the page says so, until the clock is right again."""
    reader.set_today(date(2026, 12, 4))
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.says("Saved")
    notice = reader.page.locator("[data-output=notice]")
    expect(notice).to_be_empty()
    reader.set_today(date(2026, 11, 20))
    reader.page.reload()
    expect(notice).to_contain_text("Friday 4 December 2026")
    expect(notice).to_contain_text("If its clock is wrong, so are the dates on this page.")
    reader.set_today(date(2026, 12, 5))
    reader.page.reload()
    reader.wait_for("ready")
    expect(notice).to_be_empty()


def without_newer_mirror(page: Page) -> None:
    """Take the newer record out of the second store too, as the newer program might."""
    page.evaluate(
        """() => new Promise((settle) => {
          const opened = indexedDB.open("followup./careers/follow-up/");
          opened.onsuccess = () => {
            const change = opened.result.transaction("texts", "readwrite");
            change.objectStore("texts").delete("r.9.newer.1");
            change.oncomplete = settle;
          };
        })"""
    )


def test_inside_a_page_of_another_site_it_leads_to_a_tab_of_its_own(
    reader: Reader, tmp_path: Path
) -> None:
    """There the browser gives it a store of its own, which the reader would never see again."""
    page, address = reader.page, reader.address + PATH
    frame = f"<iframe src='{address}' width=900 height=700></iframe>"
    (tmp_path / "index.html").write_text(frame)
    office = serve(tmp_path, "/")
    page.goto(f"http://localhost:{office.server_port}/")
    notice = page.frame_locator("iframe").locator("[data-standing=framed]")

    expect(notice).to_contain_text("This page is shown inside another one")
    with page.expect_popup() as popup:
        notice.get_by_role("link", name="Open it in its own tab").click()
    assert popup.value.url == address
    expect(popup.value.get_by_role("heading", level=1)).to_be_visible()
    expect(popup.value.locator("[data-standing=framed]")).to_be_hidden()
    office.shutdown()
    office.server_close()
