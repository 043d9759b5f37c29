"""Makes the icons of an installed site from the logo, as PNG files.

Run as `python -m followup_site.publish.pictures.icons` after a change of the logo, and commit them.
"""

from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from followup_site.runtime.pack import DOCS
from followup_site.tools import chromium

LOGO = DOCS / "assets" / "pictures" / "logo.svg"
ICONS = DOCS / "assets" / "icons"
LOGO_SIZE = 32
"""Units of the logo's own picture."""

PAPER = "#fdfaf4"
"""As in the style sheet and the manifest."""

DRAW = """(logo, [margin, size, paper]) => {
    logo.setAttribute("viewBox", `${-margin} ${-margin} ${size} ${size}`);
    logo.style.background = paper;
}"""


@dataclass(frozen=True)
class Icon:
    """An icon: the pixels of its sides, the units around the logo, and what is behind it."""

    pixels: int
    margin: int = 0
    paper: str = "transparent"


MADE = {
    "192": Icon(192),
    "512": Icon(512),
    # A launcher may cut all but the inner circle, of four fifths of its width.
    "maskable-512": Icon(512, margin=10, paper=PAPER),
    # iOS makes black what is transparent.
    "apple-touch-180": Icon(180, margin=4, paper=PAPER),
}


def main() -> None:
    """Draw all icons."""
    ICONS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options(playwright))
        page = browser.new_page()
        for name, icon in MADE.items():
            _draw(page, name, icon)
        browser.close()


def _draw(page: Page, name: str, icon: Icon) -> None:
    page.set_viewport_size({"width": icon.pixels, "height": icon.pixels})
    page.goto(LOGO.as_uri())
    logo = page.locator("svg")
    logo.evaluate(DRAW, [icon.margin, LOGO_SIZE + 2 * icon.margin, icon.paper])
    page.screenshot(path=ICONS / f"{name}.png", omit_background=True)


if __name__ == "__main__":
    main()
