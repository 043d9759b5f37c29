"""A link to a part of a page leads there, also once Python has filled what stands above it."""

import re

import pytest
from long_form import in_long_form
from playwright.sync_api import Browser, Page, Route, expect
from reader import Reader
from waiting import wait_until

COVERED = """() => {
    const top = document.querySelector(".site-top > a").getBoundingClientRect();
    const meets = ({ left, right, top: start, bottom, width, height }) =>
        width * height > 0 && left < top.right && right > top.left && start < top.bottom && bottom > top.top;
    const others = document.querySelectorAll(".md-content *, .md-footer *, .md-sidebar a");
    return Array.from(others).filter((one) => meets(one.getBoundingClientRect())).map((one) => one.outerHTML);
}"""
"""What of the page the way back to the top covers, wherever one has scrolled."""

NO_ANCHORING = """addEventListener("DOMContentLoaded", () => {
    document.documentElement.style.overflowAnchor = "none";
    document.body.style.overflowAnchor = "none";
});"""
"""As in browsers that do not hold what is seen where it is, Safari above all."""

PRESS_SOON = """async (link) => {
    scrollBy(0, -100);
    await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
    const end = performance.now() + 150;
    while (performance.now() < end);
    link.click();
}"""
"""Scroll, and press a link just when Material is about to note how far the page is scrolled, which it
does a tenth of a second late."""

OFF = """id => {
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    const place = document.getElementById(id);
    const wanted = parseFloat(scrollPaddingTop) + parseFloat(getComputedStyle(place).scrollMarginTop);
    const left = document.documentElement.scrollHeight - innerHeight - scrollY;
    const top = place.getBoundingClientRect().top;
    return top > wanted && left < 2 ? 0 : Math.round(top - wanted);
}"""
"""Pixels between a place and where a link brings it; none if the page ends before."""


def fill(reader: Reader) -> None:
    """Enter what makes the pages long."""
    reader.open()
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.current().wait_for()


def last_place(page: Page) -> str:
    """Return the name of the last heading on a page that has one."""
    found: str = page.evaluate(
        "[...document.querySelectorAll('article :is(h2, h3)[id]')].at(-1).id"
    )
    return found


def open_at(reader: Reader, path: str, place: str = "") -> str:
    """Open a page at a place, by default its last heading, as whoever follows a link from elsewhere."""
    if not place:
        reader.open(path)
        place = last_place(reader.page)
    reader.page.goto("about:blank")
    reader.page.goto(f"{reader.address}{path}#{place}")
    return place


@pytest.mark.parametrize(
    "path",
    [
        "plan/adviser/",
        *in_long_form("plan/messages/", "plan/checklist/"),
    ],
)
@pytest.mark.parametrize(
    "anchoring",
    [pytest.param(True, marks=pytest.mark.slow), False],
    ids=["anchoring", "none"],
)
def test_a_link_to_a_part_leads_there_with_the_answer(
    reader: Reader, path: str, *, anchoring: bool
) -> None:
    """Whether the browser holds what is seen where it is, or not."""
    if not anchoring:
        reader.page.add_init_script(NO_ANCHORING)
    fill(reader)
    reader.page.add_init_script("sessionStorage.clear()")
    place = open_at(reader, path)
    reader.wait_for("ready")
    reader.page.wait_for_timeout(300)

    assert abs(reader.page.evaluate(OFF, place)) <= 2


@pytest.mark.parametrize("how", ["wheel", "key", "script"])
@pytest.mark.slow
def test_whoever_has_scrolled_stays_where_they_are(reader: Reader, how: str) -> None:
    """The answer comes afterwards."""
    reader.page.add_init_script(NO_ANCHORING)
    fill(reader)
    reader.open("plan/messages/")
    place = last_place(reader.page)
    reader.page.goto("about:blank")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/pyodide.asm.wasm", hold)
    reader.page.goto(f"{reader.address}plan/messages/#{place}")
    expect(reader.page.locator("html")).to_have_attribute("data-followup", re.compile("."))
    before = reader.page.evaluate("scrollY")
    if how == "wheel":
        reader.page.mouse.move(500, 500)
        reader.page.mouse.wheel(0, -700)
    elif how == "key":
        reader.page.keyboard.press("PageUp")
    else:
        reader.page.evaluate("scrollTo(0, 40)")
    wait_until(reader.page, "before => scrollY < before", arg=before)
    reader.page.wait_for_timeout(300)
    scrolled = reader.page.evaluate("scrollY")
    while not held:
        reader.page.wait_for_timeout(20)
    for route in held:
        route.continue_()
    reader.wait_for("ready")
    reader.page.wait_for_timeout(300)

    assert reader.page.evaluate("scrollY") == scrolled


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.slow)])
def test_back_to_top_leads_there_and_covers_nothing(reader: Reader, width: int) -> None:
    """It stands at the end of the text, where readers are who want it."""
    page = reader.page
    page.set_viewport_size({"width": width, "height": 700})
    reader.open("plan/card/")
    top = page.get_by_role("link", name="Back to top")
    for way in ("document.body.scrollHeight", "-400"):
        page.evaluate(f"scrollBy(0, {way})")
        assert page.evaluate(COVERED) == []
    top.click()
    wait_until(page, "scrollY === 0")


def test_back_to_top_is_not_undone(reader: Reader) -> None:
    """However soon after scrolling it is pressed; the way back leads to where it was pressed."""
    page = reader.page
    reader.open("plan/card/")
    page.evaluate("scrollBy(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    page.get_by_role("link", name="Back to top").evaluate(PRESS_SOON)
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") == 0

    page.evaluate("history.back()")
    wait_until(page, "scrollY > innerHeight")


LAST_STEP = "[...document.querySelectorAll('li.step:not([data-core=true])')].at(-1).id"
"""The last step of a page that is not among the core steps."""

STEP_PAGES = pytest.mark.parametrize(
    "path", [pytest.param("guide/referees/", marks=pytest.mark.slow), "plan/checklist/"]
)


def last_step(reader: Reader, path: str) -> str:
    """Return a step of a page that the Checklist does not show at first."""
    reader.open(path)
    found: str = reader.page.evaluate(LAST_STEP)
    reader.page.goto("about:blank")
    return found


def leads_to(page: Page, step: str) -> None:
    """Check that a step is seen, and marked as the one that the link means."""
    expect(page.locator(f"#{step}")).to_be_in_viewport()
    expect(page.locator("li.step:target")).to_have_attribute("id", step)


@STEP_PAGES
@pytest.mark.parametrize("python", ["there", *in_long_form("away")])
def test_a_link_to_a_step_shows_it(reader: Reader, path: str, python: str) -> None:
    """Also while only the core steps are shown, and where Python does not come."""
    step = last_step(reader, path)
    if python == "away":
        reader.page.route("**/worker.js", lambda route: route.abort())
    reader.page.goto(f"{reader.address}{path}#{step}")
    leads_to(reader.page, step)
    reader.wait_for("ready" if python == "there" else "failed")
    reader.page.wait_for_timeout(300)

    leads_to(reader.page, step)


@pytest.mark.slow
@STEP_PAGES
def test_a_link_from_another_page_to_a_step_shows_it(reader: Reader, path: str) -> None:
    """That page takes the place of this one, without a load; then another step of the same page."""
    step = last_step(reader, path)
    reader.open("plan/dates/")
    reader.go(f"{path}#{step}")
    leads_to(reader.page, step)
    first = reader.page.locator("li.step").first.get_attribute("id")
    assert first
    reader.page.evaluate("step => { location.hash = step; }", first)
    leads_to(reader.page, first)
    reader.page.go_back()
    leads_to(reader.page, step)


@STEP_PAGES
def test_a_link_to_a_step_needs_no_scripts(
    reader: Reader, browser: Browser, address: str, path: str
) -> None:
    """The browser does it by itself."""
    step = last_step(reader, path)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{path}#{step}")
    leads_to(page, step)
    context.close()
