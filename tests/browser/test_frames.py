"""Inside a page of somebody else's a page is its text alone, and nothing is saved, deleted, replaced or
brought in: nobody sees there what is pressed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import FrameLocator, Route, expect
from reader import Reader, open_more
from site_server import serve

STEP_PAGE, KEEP, MESSAGES = "guide/at-the-interview/", "plan/keep/", "plan/messages/"
DATES, RESTORE = "plan/dates/", "plan/restore/"
SAYS = "Nothing was changed: this page is shown inside another one."
STORED = "JSON.stringify(Object.entries(localStorage).filter(([name]) => !name.endsWith('.shown')).sort())"


class Elsewhere(NamedTuple):
    """Where another page is, and the file of it."""

    address: str
    page: Path

    def on_another_site(self) -> "Elsewhere":
        """Return the same under a name that browsers take for another site: what is framed there has
        a store of its own."""
        return self._replace(address=self.address.replace("127.0.0.1", "localhost"))


sites = pytest.mark.parametrize(
    "where", ["same site", pytest.param("another site", marks=pytest.mark.slow)]
)


def framing(address: str) -> str:
    """Return a page with a page of ours in it."""
    return f"<iframe src='{address}' width=1200 height=850></iframe>"


@pytest.fixture(name="elsewhere")
def _elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    """Where another site is, which frames pages of ours: on this very machine, so of the same site."""
    server = serve(tmp_path, "/")
    yield Elsewhere(f"http://127.0.0.1:{server.server_port}/", tmp_path / "index.html")
    server.shutdown()
    server.server_close()


def frame_of(reader: Reader, place: str | Elsewhere, path: str) -> FrameLocator:
    """Show a page of ours in a frame of a page at that address, and wait until it is ready."""
    html = framing(reader.address + path)

    def give(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html")

    if isinstance(place, Elsewhere):
        place.page.write_text(html)
        # Of another address each: two pages of one second have the same date, and would be taken for one.
        reader.page.goto(f"{place.address}?{path}")
    else:
        reader.page.route(place, give)
        reader.page.goto(place)
    frame = reader.page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-followup", "ready", timeout=60_000)
    expect(frame.locator("[data-standing=framed]")).to_contain_text("nothing can be saved")
    return frame


def place_of(elsewhere: Elsewhere, where: str) -> Elsewhere:
    """Return where the page is that has ours in it."""
    return elsewhere.on_another_site() if where == "another site" else elsewhere


def stored(reader: Reader) -> str:
    """Return what the reader's own store holds, as a page in its own tab has it."""
    page = reader.page.context.new_page()
    page.goto(reader.address + "assets/pictures/logo.svg")
    held: str = page.evaluate(STORED)
    page.close()
    return held


@pytest.mark.parametrize(
    "where",
    [
        "same site",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("another site", "same origin")),
    ],
)
def test_nothing_that_is_pressed_in_a_frame_changes_anything(
    reader: Reader, elsewhere: Elsewhere, where: str
) -> None:
    """Of the same origin, and of another port, which is the same site: there the store is the reader's.
    On another site it is one that the reader would not see again."""
    reader.open(STEP_PAGE)
    reader.tick("meet-names")
    reader.says("Saved.")
    before = stored(reader)
    place = f"{reader.address}framing/" if where == "same origin" else place_of(elsewhere, where)

    frame = frame_of(reader, place, KEEP)
    frame.locator("#ask-erase-all summary").click()
    frame.locator("#ask-erase-all-now").click()
    expect(frame.get_by_role("status")).to_contain_text(SAYS)
    frame.locator("#ask-memory summary").click()
    frame.locator("#ask-memory-now").click()
    frame = frame_of(reader, place, STEP_PAGE)
    frame.locator("#tick-meet-cards").click()
    expect(frame.get_by_role("status")).to_contain_text(SAYS)
    expect(frame.locator("#tick-meet-cards")).not_to_be_checked()
    frame = frame_of(reader, place, MESSAGES)
    frame.locator("#my-name").focus()
    reader.page.keyboard.type("Eve")
    expect(frame.get_by_role("status")).to_contain_text(SAYS)
    expect(frame.locator("#my-name")).to_have_value("")

    assert stored(reader) == before
    assert len(json.loads(before)) > 1


@pytest.mark.slow
def test_nothing_is_brought_in_deleted_or_taken_back_in_a_frame(reader: Reader, elsewhere: Elsewhere) -> None:  # fmt: skip
    """A copy may be looked at; an interview stays; a link in the frame's address takes nothing over."""
    reader.open()
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.says("Saved.")
    reader.open(KEEP)
    link = reader.page.get_by_role("textbox", name="Your link", exact=True).input_value()
    before = stored(reader)

    frame = frame_of(reader, elsewhere, link.removeprefix(reader.address))
    frame.get_by_text("Replace everything here", exact=True).click()
    frame.locator("#take-replace").click()
    expect(frame.get_by_role("status")).to_contain_text(SAYS)
    frame = frame_of(reader, elsewhere, "plan/interviews/")
    open_more(frame)
    frame.locator("details.delete summary").first.click()
    frame.locator("[data-delete]").first.click()
    expect(frame.get_by_role("status")).to_contain_text(SAYS)
    frame = frame_of(reader, elsewhere, "plan/dates/")
    frame.locator("#interview-question > summary").click()
    frame.get_by_role("button", name="Yesterday").first.click()
    expect(frame.get_by_role("status")).to_contain_text(SAYS)

    assert stored(reader) == before


@sites
def test_no_copy_is_looked_at_in_a_frame(reader: Reader, elsewhere: Elsewhere, where: str) -> None:
    """Neither a text nor a file."""
    frame = frame_of(reader, place_of(elsewhere, where), RESTORE)
    frame.locator("#restore-text").fill("#restore=broken")
    frame.get_by_role("button", name="Look at it").click()
    expect(frame.get_by_role("status")).to_contain_text(SAYS)
    frame.locator("#restore-file").set_input_files(
        {"name": "follow-up.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    expect(frame.locator("#restore-file")).to_have_value("")
    expect(frame.locator("[data-preview]")).to_have_text("")


@sites
def test_a_guide_page_in_a_frame_is_its_text(reader: Reader, elsewhere: Elsewhere, where: str) -> None:  # fmt: skip
    """Without header and menu, with the pages before and after it and the line that says whose it is."""
    frame = frame_of(reader, place_of(elsewhere, where), f"{STEP_PAGE}#meet-cards")

    for part in (".md-header", ".site-tabs", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-skip"):  # fmt: skip
        expect(frame.locator(part)).to_be_hidden()
    for part in ("h1", "#meet-names", ".site-steps__link--next", ".site-print"):
        expect(frame.locator(part)).to_be_visible()
    expect(frame.locator(".site-print")).to_contain_text("Text CC BY 4.0")
    expect(frame.locator("#meet-cards")).to_be_in_viewport()
    link = frame.locator("[data-standing=framed]").get_by_role(
        "link", name="Open it in its own tab"
    )
    expect(link).to_have_attribute("href", re.compile("#meet-cards$"))
    frame.locator(".site-steps__link--next").click()
    expect(frame.locator("h1")).to_contain_text("Write your notes the same day")
    expect(frame.locator(".md-header")).to_be_hidden()
    reader.open(STEP_PAGE)
    expect(reader.page.locator(".md-header")).to_be_visible()


@pytest.mark.parametrize("path", [STEP_PAGE, DATES])
def test_a_narrow_frame_needs_no_scrolling_sideways(
    reader: Reader, elsewhere: Elsewhere, path: str
) -> None:
    """As on a phone, or in the column of a course. The text does not touch the edge."""
    frame = frame_of(reader, elsewhere, path)
    reader.page.locator("iframe").evaluate("it => { it.width = 320; }")

    expect(frame.locator("h1")).to_be_visible()
    assert frame.locator("html").evaluate("it => it.scrollWidth <= innerWidth")
    assert frame.locator("h1").evaluate("it => it.getBoundingClientRect().left") >= 12


@sites
def test_dates_of_a_link_are_taken_in_a_tab_of_its_own(
    reader: Reader, elsewhere: Elsewhere, where: str
) -> None:
    """In the frame they are shown and not taken; the way out carries them."""
    place = place_of(elsewhere, where)
    frame = frame_of(reader, place, f"{DATES}#interview=2026-11-24")
    frame.locator("#link-dates-use").click()
    expect(frame.get_by_role("status")).to_contain_text(SAYS)
    expect(frame.locator("#link-dates-use")).to_be_visible()
    with reader.page.expect_popup() as popup:
        frame.get_by_role("link", name="Open it in its own tab").first.click()
    own = Reader(popup.value, reader.address)
    own.wait_for("ready")
    assert own.records() == {}
    own.page.locator("#link-dates-use").click()
    own.says("Saved.")
    assert own.page.url == reader.address + DATES
