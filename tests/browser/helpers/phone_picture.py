"""Takes the picture of a telephone's view that the page for careers offices begins with.

Run as a program, with `py` and `tests/browser/helpers` on the path, after `make site` and a change of
what the picture shows; commit it. The letters are those of the machine, so this is no part of a build.
`convert picture.png -dither None -colors 128 PNG8:picture.png` makes the file small.
"""

from datetime import date

from playwright.sync_api import expect, sync_playwright
from reader import Reader
from site_server import SITE, SUB_PATH, address_of, serve

from followup_site.runtime.pack import DOCS
from followup_site.tools import chromium

PICTURE = DOCS / "assets" / "pictures" / "phone.png"
WIDTH, HEIGHT = 390, 760
"""Pixels of a usual telephone, without the bars of its browser."""

INTERVIEW, TODAY = date(2026, 11, 24), date(2026, 11, 26)


def main() -> None:
    """Take the picture of the page of dates, two days after an interview."""
    server = serve(SITE, SUB_PATH)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options(playwright, windowless=True))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="en-GB")
        reader = Reader(page, address_of(server))
        reader.set_today(TODAY)
        reader.open("plan/dates/")
        reader.type_date("Interview date", INTERVIEW)
        expect(reader.current_card()).to_be_visible()
        reader.says("Saved.")
        reader.open("plan/dates/")
        expect(reader.current_card()).to_be_visible()
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.screenshot(path=PICTURE)
        browser.close()
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    main()
