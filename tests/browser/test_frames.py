"""Inside a page of somebody else's nothing is saved, deleted, replaced or brought in: nobody sees there
what is pressed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import FrameLocator, Route, expect
from reader import Reader, open_more
from site_server import serve

STEP_PAGE, KEEP, MESSAGES = "guide/at-the-interview/", "plan/keep/", "plan/messages/"
SAYS = "Nothing was changed: this page is shown inside another one."
STORED = "JSON.stringify(Object.entries(localStorage).filter(([name]) => !name.endsWith('.shown')).sort())"


class Elsewhere(NamedTuple):
    """Another site, and the file of its page."""

    address: str
    page: Path


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
        reader.page.goto(place.address)
    else:
        reader.page.route(place, give)
        reader.page.goto(place)
    frame = reader.page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-followup", "ready", timeout=60_000)
    expect(frame.locator("[data-standing=framed]")).to_contain_text("nothing can be saved")
    return frame


def stored(reader: Reader) -> str:
    """Return what the reader's own store holds, as a page in its own tab has it."""
    page = reader.page.context.new_page()
    page.goto(reader.address + "assets/pictures/logo.svg")
    held: str = page.evaluate(STORED)
    page.close()
    return held


@pytest.mark.parametrize(
    "where", ["same site", pytest.param("same origin", marks=pytest.mark.slow)]
)
def test_nothing_that_is_pressed_in_a_frame_changes_anything(
    reader: Reader, elsewhere: Elsewhere, where: str
) -> None:
    """Of the same origin, and of another port, which is the same site: there the store is the reader's."""
    reader.open(STEP_PAGE)
    reader.tick("meet-names")
    reader.says("Saved.")
    before = stored(reader)
    place = f"{reader.address}framing/" if where == "same origin" else elsewhere

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
