"""The page for careers offices: what is there to copy is copied, without Python and without a sideways scroll."""

import html
import re
from pathlib import Path
from typing import Literal

import pytest
from axe import violations
from long_form import in_long_form
from playwright.sync_api import Browser, BrowserContext, expect
from reader import Reader

from followup.view.save_a_copy.picture_of_link import picture_of

KIT = "careers-offices/"
PAGES = (KIT, f"{KIT}questions/", f"{KIT}learning-platforms/", f"{KIT}own-copy/")


def site_address(site: Path) -> str:
    """Return where the site was built for."""
    [address] = re.findall('rel="canonical" href="([^"]+)"', (site / "index.html").read_text())
    return html.unescape(address)


@pytest.mark.parametrize("name", ["Copy link", "Copy HTML"])
def test_what_is_to_be_handed_on_is_copied(
    context: BrowserContext, reader: Reader, site: Path, asked: list[str], name: str
) -> None:
    """It is said and seen, and Python is not even asked for."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(KIT, ready=False)
    button = reader.page.get_by_role("button", name=name, exact=True)
    button.click()

    expect(button).to_have_attribute("data-done", "Copied")
    expect(reader.page.get_by_role("status")).to_have_text("Copied.")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    address = site_address(site)
    if name == "Copy link":
        assert copied == address
    else:
        start, end = f'<a href="{html.escape(address)}" target="_blank" rel="noopener">', "</a>"
        assert copied.startswith(start)
        assert copied.endswith(end)
        assert "opens in a new tab" in copied
    assert [file for file in asked if re.search(r"worker\.js|\.wasm|python", file)] == []


def test_the_picture_is_that_of_the_address(reader: Reader, site: Path) -> None:
    """The same as of any other link, and named for those who do not see it."""
    reader.open(KIT, ready=False)
    shown = reader.page.locator("#site-picture svg")
    [drawn] = re.findall('<path d="([^"]+)"', str(picture_of(site_address(site))))

    expect(shown).to_have_attribute("aria-label", "QR code of the address of this site")
    assert shown.locator("path").get_attribute("d") == drawn


@pytest.mark.parametrize("path", PAGES)
def test_a_page_for_offices_fits_a_narrow_screen(browser: Browser, address: str, path: str) -> None:
    """At 320 pixels nothing needs a sideways scroll, and pictures are as wide as their place."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(address + path)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_without_scripts_the_link_can_be_selected(browser: Browser, address: str) -> None:
    """No button is there that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KIT)

    expect(page.get_by_label("The address of this site", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Copy link")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", *in_long_form("dark")])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page_for_offices(
    reader: Reader, path: str, scheme: Literal["light", "dark"]
) -> None:
    """On a telephone, in both colours. The long tests look at every page and width."""
    reader.page.set_viewport_size({"width": 390, "height": 900})
    reader.page.emulate_media(color_scheme=scheme)
    reader.open(path, ready=False)

    assert violations(reader.page) == []
