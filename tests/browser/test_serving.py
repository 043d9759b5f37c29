"""Whoever changes the words sees in the page what is wrong with them, and the page made anew."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import violations
from playwright.sync_api import BrowserContext, Page, expect

from followup_site.serve.server import Server
from followup_site.serve.standing import Board

PAGE = """<!doctype html><html lang="en"><head><title>A page</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>{title}</h1></main></body></html>"""
MISTAKE = (
    "docs/guide/a-page-with-a-very-long-name-indeed-for-its-file.md:12: this step has no name. "
    "Add one at the end of the line, like { #meet-names }."
)


@pytest.fixture(name="board")
def _board(tmp_path: Path) -> Board:
    """A site that is shown."""
    board = Board()
    show(board, tmp_path / "1", "Before")
    return board


@pytest.fixture(name="served")
def _served(board: Board) -> Iterator[str]:
    """Where it is shown."""
    with Server(("127.0.0.1", 0), board) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(name="page")
def _page(context: BrowserContext, served: str) -> Page:
    """The page, as narrow as it may be."""
    page: Page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(served)
    return page


def show(board: Board, site: Path, title: str) -> None:
    """Show a site of one page."""
    site.mkdir()
    (site / "index.html").write_text(PAGE.format(title=title), "utf-8")
    board.show(site)


def test_a_mistake_stands_at_the_foot_of_the_page_until_it_is_mended(
    board: Board, page: Page, tmp_path: Path
) -> None:
    """The last page stays above it; the new one comes by itself, and the sentence is gone."""
    expect(page.get_by_role("status")).to_be_hidden()
    board.tell(MISTAKE)
    expect(page.get_by_role("status")).to_have_text(MISTAKE)
    expect(page.get_by_role("heading")).to_have_text("Before")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []

    show(board, tmp_path / "2", "After")
    expect(page.get_by_role("heading")).to_have_text("After")
    expect(page.get_by_role("status")).to_be_hidden()


def test_the_page_says_how_far_packing_is(board: Board, page: Page) -> None:
    """A mistake goes before it, as it can be mended."""
    board.pack("Part 2 of 5.")
    expect(page.get_by_role("status")).to_have_text("Part 2 of 5.")
    board.tell(MISTAKE)
    expect(page.get_by_role("status")).to_have_text(MISTAKE)


def test_a_page_that_came_before_the_first_site_is_loaded_again(
    context: BrowserContext, tmp_path: Path
) -> None:
    """Nobody has to press anything."""
    board = Board()
    with Server(("127.0.0.1", 0), board) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        page: Page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        expect(page.get_by_role("heading")).to_have_text("The pages are being made")
        show(board, tmp_path / "1", "Here")
        expect(page.get_by_role("heading")).to_have_text("Here")
        server.shutdown()
    expect(page.get_by_role("status")).to_have_text(
        "This page is not served any more. Type make serve again."
    )
