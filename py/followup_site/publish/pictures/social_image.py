"""Makes the picture that others show beside a shared link, from its source in the documents.

Run as `python -m followup_site.publish.pictures.social_image` after a change of the source, and
commit both. The letters are those of the machine, so this is no part of a build.
"""

from playwright.sync_api import sync_playwright

from followup_site.runtime.pack import DOCS
from followup_site.tools import chromium

SOURCE = DOCS / "assets" / "pictures" / "social.svg"
WIDTH, HEIGHT = 1200, 630
"""Pixels, as those who show such pictures ask for."""


def main() -> None:
    """Draw the source as a PNG file beside it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options(playwright))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(SOURCE.as_uri())
        page.screenshot(path=SOURCE.with_suffix(".png"))
        browser.close()


if __name__ == "__main__":
    main()
