"""Makes the hand-outs: pages of the built site as tagged PDF files, printed by Chromium.

Run as `python -m followup_site.publish.handouts`, after the site is built. No server is needed:
the browser is given the built files for the site's public address, so that links in a hand-out
lead there. The same site and browser give the same bytes.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from htpy import Element, br, div, p
from playwright.sync_api import Browser, Page, Route, sync_playwright

from followup import words
from followup.view.save_a_copy.picture_of_link import picture_of
from followup_site.pages.front_matter import read_front_matter
from followup_site.pages.handout_list import FOLDER, HANDOUTS, PAPERS, Handout
from followup_site.runtime.pack import BUILD, DOCS, ROOT
from followup_site.tools import chromium
from followup_site.tools.made_files import publish

SITE = ROOT / "site"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
MADE_ON = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)")
PREPARE = """([choose, heading, end, foot, title, paper]) => {
    if (choose) document.querySelector(choose).checked = true;
    document.querySelector(heading).setAttribute("aria-level", "1");
    document.querySelector(end).insertAdjacentHTML("afterend", foot);
    document.documentElement.dataset.paper = paper;
    document.title = title + document.title.slice(document.title.lastIndexOf(" - "));
}"""
"""Turns a page into a sheet: the choice made on it, its one heading, the address at its end."""


IF_POSSIBLE = "--if-possible"
"""On the command line: a machine that has no Chromium makes none, and goes on."""


def main() -> None:
    """Make all hand-outs of the built site and say which, or that there is no browser for it."""
    try:
        _make_all()
    except chromium.MissingChromiumError as error:
        if IF_POSSIBLE not in sys.argv[1:]:
            sys.exit(str(error))
        print(f"{error} No hand-outs are made; those that were made before stay.")


def _make_all() -> None:
    BUILD.mkdir(exist_ok=True)
    with (
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory(dir=BUILD, prefix="handouts-") as folder,
    ):
        browser = playwright.chromium.launch(**chromium.launch_options(playwright))
        for path in write_handouts(browser, Path(folder)):
            print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()
        publish(Path(folder) / FOLDER, DOCS / FOLDER)
    print(
        "The hand-outs are in docs/assets/made/handouts/. Run make site to put them into the site."
    )


def write_handouts(browser: Browser, docs: Path) -> Iterator[Path]:
    """Write every hand-out below a folder, as below that of the documents; yield each file."""
    start = site_address()
    page = _open_page(browser, start)
    for handout in HANDOUTS:
        _prepare(page, handout, start)
        for paper in PAPERS:
            path = handout.file(docs, paper)
            page.pdf(path=path, format=paper, tagged=True, outline=True)
            path.write_bytes(_dated(path.read_bytes(), handout))
            yield path
    page.context.close()


def site_address() -> str:
    """Return where the built site is to be published."""
    found = CANONICAL.search((SITE / "index.html").read_text("utf-8"))
    if not found:
        raise SystemExit("The built site does not know its address. Run make site.")
    return found[1]


def _open_page(browser: Browser, start: str) -> Page:
    """Open a tab for which the built site stands at its public address; without scripts, as paper
    needs none."""
    context = browser.new_context(java_script_enabled=False, locale="en-GB")

    def answer(route: Route) -> None:
        path = SITE / unquote(urlsplit(route.request.url.removeprefix(start)).path)
        path = path / "index.html" if path.is_dir() else path
        if route.request.url.startswith(start) and path.is_file():
            route.fulfill(path=path)
        else:
            route.abort()

    context.route("**/*", answer)
    return context.new_page()


def _prepare(page: Page, handout: Handout, start: str) -> None:
    address = f"{start}{handout.address}"
    page.goto(address)
    title, foot = words.HANDOUTS[handout.name], str(_foot(address))
    page.evaluate(
        PREPARE, [handout.choose, handout.heading, handout.end, foot, title, handout.paper]
    )


def _foot(address: str) -> Element:
    """Return the address of the page as a picture for a telephone, and in words."""
    return div(".paper-address")[
        picture_of(address, words.PAGE_PICTURE), p[words.PAGE_ONLINE, br, address]
    ]


def _dated(pdf: bytes, handout: Handout) -> bytes:
    """Return the file with the day of the page's last review as its date, not the time of day."""
    day = read_front_matter(DOCS / handout.page).reviewed
    return MADE_ON.sub(rb"/\1 (D:%s000000+00'00')" % f"{day:%Y%m%d}".encode(), pdf)


if __name__ == "__main__":
    main()
