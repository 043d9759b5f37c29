"""Accessibility in every state of the tools, and of every page under what readers set on their devices."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from axe import violations
from copies import bring, brought, take_link
from long_form import in_long_form
from playwright.sync_api import Browser, Page, expect
from reader import Reader
from site_pages import pages_of
from site_server import serve

OLD = Path(__file__).parents[1] / "cases" / "saved" / "offices-1.json"
OFFICE: str = json.loads(OLD.read_text("utf-8"))["links"][0]["text"]
"""A link that an office once made."""

TODAY = date(2026, 12, 4)
INTERVIEW = date(2026, 11, 24)
TOOLS = (
    "",
    "plan/interviews/",
    "plan/checklist/",
    "plan/dates/",
    "plan/messages/",
    "plan/calendar/",
    "plan/card/",
    "plan/adviser/",
    "plan/keep/",
    "plan/restore/",
    "plan/settings/",
    "careers-offices/set-up/",
)


def empty(reader: Reader) -> None:
    """Leave everything as a first visit finds it."""
    reader.open()


def with_errors(reader: Reader) -> None:
    """Type dates that cannot be, and send a contact without its day."""
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.type_date("Decision date", ("31", "11", "2026"))
    expect(reader.question("Decision date").locator(".problem")).to_be_visible()
    reader.log("called", date(2027, 12, 3))
    expect(reader.page.locator(".problem:visible").first).to_be_visible()


def moved(reader: Reader) -> None:
    """Log that the interview was moved."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    expect(reader.current()).to_be_visible()
    reader.log("moved", TODAY, moved_to=date(2026, 12, 9))
    expect(reader.page.locator("[data-panel=questions]")).to_contain_text("They moved it to")


def previewing(reader: Reader) -> None:
    """Open a link with another plan where there is one already."""
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    link = take_link(reader)
    reader.go()
    reader.type_date("Interview date", date(2026, 11, 25))
    bring(reader, link)
    expect(brought(reader)).to_be_visible()


def offered(reader: Reader) -> None:
    """Open a careers office's link."""
    reader.open(f"#office={OFFICE}")
    expect(reader.page.locator("[data-office=offered]")).to_be_visible()


def in_use(reader: Reader) -> None:
    """Use what an office has set up."""
    offered(reader)
    reader.page.locator("#office-use").click()
    expect(reader.page.locator("[data-office=in-use]").first).to_be_visible()


def trying_it_out(reader: Reader) -> None:
    """Open the demo."""
    reader.open("#demo")
    expect(reader.current_card()).to_be_visible()


State = Callable[[Reader], None]
STAYING: tuple[State, ...] = (with_errors, previewing)
"""States of one page, which another page does not have."""

LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((390, "light"), (1280, "dark"))


@pytest.mark.parametrize(
    "state",
    [with_errors, *in_long_form(empty, moved, previewing, offered, in_use, trying_it_out)],
    ids=lambda one: one.__name__,
)
def test_axe_finds_nothing_in_any_state(browser: Browser, address: str, state: State) -> None:
    """On a phone in light colours and on a desktop in dark ones, on every page of tools."""
    context = browser.new_context(reduced_motion="reduce", service_workers="block")
    reader = Reader(context.new_page(), address)
    reader.set_today(TODAY)
    state(reader)
    found = {}
    for path in TOOLS if state not in STAYING else (None,):
        if path is not None:
            reader.go(path)
        for width, scheme in LOOKS:
            reader.page.set_viewport_size({"width": width, "height": 900})
            reader.page.emulate_media(color_scheme=scheme)
            if problems := violations(reader.page):
                found[path, width] = problems
    context.close()

    assert found == {}


@pytest.mark.slow
def test_axe_finds_nothing_in_a_frame(browser: Browser, address: str, tmp_path: Path) -> None:
    """Where a page is its text alone."""
    server = serve(tmp_path, "/")
    (tmp_path / "index.html").write_text(
        f"<!doctype html><html lang=en><title>A page</title><main><h1>Ours</h1>"
        f"<iframe name=guide title=Guide src='{address}guide/at-the-interview/'></iframe></main>"
    )
    page = browser.new_page(service_workers="block")
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    frame = page.frame("guide")
    assert frame
    expect(page.frame_locator("iframe").locator("[data-standing=framed] a")).to_be_visible()

    assert violations(frame) == []
    page.close()
    server.shutdown()
    server.server_close()


SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
"""Source: https://www.w3.org/TR/WCAG22/#text-spacing"""

CUT = """() => {
    const cuts = (one) => {
        const style = getComputedStyle(one);
        const hides = ["hidden", "clip"];
        return (hides.includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
            || (hides.includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
    };
    const out = [...document.querySelectorAll("article, article *, .md-header, .md-footer")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.clientWidth > 1)
        .filter((one) => !one.closest("pre, svg, .visually-hidden") && one.textContent.trim())
        .filter((one) => cuts(one)).map((one) => "cut: " + one.outerHTML.slice(0, 90));
    if (document.documentElement.scrollWidth > innerWidth) out.push("sideways");
    return out;
}"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
def test_text_spacing_cuts_nothing(browser: Browser, address: str, site: Path, width: int) -> None:
    """With more space between letters, words, lines and paragraphs, as readers may set it."""
    context = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block")
    reader = Reader(context.new_page(), address)
    moved(reader)
    found = {}
    for path in TOOLS if width == 320 else guide_and_tools(site):
        reader.go(path)
        space_out(reader.page)
        if problems := what_is_cut(reader.page):
            found[path] = problems
        reader.page.evaluate("document.adoptedStyleSheets = []")
    context.close()

    assert found == {}


def space_out(page: Page) -> None:
    """Set the spacing as an extension of the browser does, whom no policy binds."""
    page.evaluate(
        """text => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            document.adoptedStyleSheets = [sheet];
        }""",
        SPACED,
    )


def what_is_cut(page: Page) -> list[str]:
    """Return what is cut and stays so; an answer that comes meanwhile may move things."""
    problems: list[str] = []
    for _ in range(10):
        problems = page.evaluate(CUT)
        if not problems:
            break
        page.wait_for_timeout(100)
    return problems


def guide_and_tools(site: Path) -> list[str]:
    """Return all pages that readers of the guide see."""
    return [one for one in pages_of(site) if one.startswith(("plan/", "guide/", "about/about"))]


MOVING = """() => document.getAnimations().filter((one) => one.effect?.getTiming().duration > 1)
    .map((one) => `${one.animationName ?? one.transitionProperty}`)"""


def test_with_less_motion_nothing_moves(browser: Browser, address: str) -> None:
    """Neither on its way in nor when something changes."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", service_workers="block"
    )
    reader = Reader(context.new_page(), address)
    reader.open()
    assert reader.page.evaluate(MOVING) == []
    reader.type_date("Interview date", INTERVIEW)
    assert reader.page.evaluate(MOVING) == []
    reader.page.get_by_role("button", name="Menu").click()
    assert reader.page.evaluate(MOVING) == []
    context.close()


UNSAID = """() => [...document.querySelectorAll("a[href], button, summary, label")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.hasAttribute("aria-label"))
    .filter((one) => {
        const plain = (text) => text.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, " ").trim();
        return !plain(one.getAttribute("aria-label")).includes(plain(one.innerText));
    })
    .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.slow
def test_what_is_seen_is_in_the_name(browser: Browser, address: str) -> None:
    """So that somebody who speaks to the computer can say it."""
    context = browser.new_context(service_workers="block")
    reader = Reader(context.new_page(), address)
    moved(reader)
    found = {}
    for path in TOOLS:
        reader.go(path)
        if problems := reader.page.evaluate(UNSAID):
            found[path] = problems
    context.close()

    assert found == {}
