"""Accessibility: axe on every page, the keyboard, small screens, forced colours, and paper."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from axe import violations
from long_form import in_long_form
from paper import printed
from playwright.sync_api import Browser, expect
from reader import LeftBy, Reader
from site_pages import pages_of

Scheme = Literal["light", "dark"]
FilledIn = Callable[..., Reader]

TODAY = date(2026, 12, 4)

LOOKS: tuple[tuple[int, Scheme], ...] = ((390, "light"),)
OTHER_LOOKS: tuple[tuple[int, Scheme], ...] = ((390, "dark"), (1280, "light"), (1280, "dark"))
"""Widths and colours; the long tests look at the others too."""

STOPS_WITHIN_PICKERS = 20
"""The browser's own date pickers have several stops each."""


def fill(reader: Reader) -> None:
    """Enter an interview, a decision date, a contact, and a tick."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.type_date("Decision date", date(2026, 12, 8))
    reader.log("called", date(2026, 12, 3))
    reader.says("Logged.")
    reader.go("guide/at-the-interview/")
    reader.tick("meet-names")
    reader.says("Saved")


@pytest.fixture(name="filled_in")
def _filled_in(browser: Browser, address: str, left_by: LeftBy) -> Iterator[FilledIn]:
    """Gives a reader who has done all this, in a browser of any kind."""
    contexts = []

    def filled_in(**kind: Any) -> Reader:  # noqa: ANN401 # as `new_context` takes them
        state = left_by(fill)
        contexts.append(browser.new_context(storage_state=state, service_workers="block", **kind))
        reader = Reader(contexts[-1].new_page(), address)
        reader.set_today(TODAY)
        return reader

    yield filled_in
    for context in contexts:
        context.close()


NARROW = (
    "",
    "guide/when-to-get-in-touch/",
    "plan/checklist/",
    "plan/dates/",
    "plan/keep/",
    "plan/messages/",
    "plan/restore/",
)
WITH_TARGETS = ("plan/checklist/", "plan/dates/", "plan/keep/", "plan/messages/", "plan/restore/")
TOO_WIDE = """() => [...document.querySelectorAll("article *")]
    .filter((one) => !one.closest("pre, .md-typeset__scrollwrap, .visually-hidden"))
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > 321)
    .map((one) => one.outerHTML.slice(0, 80))"""
TOO_SMALL = """() => {
    const least = [["article :is(button, input, .aside, .log-it)", 23.5], ["li.step", 44]];
    return least.flatMap(([which, pixels]) => [...document.querySelectorAll(which)]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
        .filter(([, box]) => box.width < pixels || box.height < pixels)
        .map(([name]) => name));
}"""


def is_of_a_host(path: str) -> bool:
    """Return whether a page is one that hosts and the service worker show in the place of others, which
    Python has nothing to do with."""
    return path.endswith(".html") or path.startswith(("offline/", "new-version/"))


@pytest.mark.parametrize(
    ("looks", "folder"),
    [(LOOKS, "plan/"), pytest.param((*LOOKS, *OTHER_LOOKS), "", marks=pytest.mark.slow)],
    ids=str,
)
def test_axe_finds_nothing(
    filled_in: FilledIn, site: Path, looks: tuple[tuple[int, Scheme], ...], folder: str
) -> None:
    """On every page, empty tools and filled ones, light and dark, phone and desktop; the short
    tests look at the tools only."""
    reader = filled_in(reduced_motion="reduce")
    found = {}
    reader.open()  # Python, once it is up, lives on over pages that would not start it
    in_order = sorted(pages_of(site), key=is_of_a_host)
    for path in filter(lambda path: path.startswith(folder), in_order):
        if is_of_a_host(path):
            reader.open(path, ready=False)
        else:
            reader.go(path)
        for width, scheme in looks[:1] if path.startswith(DECISIONS) else looks:
            reader.page.set_viewport_size({"width": width, "height": 900})
            reader.page.emulate_media(color_scheme=scheme)
            if problems := violations(reader.page):
                found[path, width, scheme] = problems

    assert found == {}


def test_axe_finds_nothing_when_dates_are_refused(reader: Reader) -> None:
    """Sentences beside their fields, marked boxes."""
    reader.open()
    reader.type_date("Interview date", ("31", "11", "2026"))
    expect(reader.question("Interview date").locator(".problem")).to_be_visible()

    assert violations(reader.page) == []


def test_axe_would_find_something(reader: Reader) -> None:
    """The check can fail: a box without a label is found."""
    reader.open("about/privacy/", ready=False)
    reader.page.evaluate(
        "document.querySelector('article').append(document.createElement('input'))"
    )

    assert any(line.startswith("label:") for line in violations(reader.page))


FILLED_BY_PYTHON = "[data-tick], [data-panel], [data-output]"

DECISIONS = "about/decisions/"
"""Some 50 pages of one kind, which one width is enough for."""


@pytest.mark.parametrize(
    ("width", "paths"),
    [(390, r"plan/dates/$"), *in_long_form((390, ""), (320, f"(?!{DECISIONS})"), (1280, f"(?!{DECISIONS})"))],
)  # fmt: skip
def test_tab_reaches_everything_and_is_always_seen(
    browser: Browser, address: str, site: Path, width: int, paths: str
) -> None:
    """No stop is off screen, without size, without a visible mark or under a bar; and the last one
    leads out of the page."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, reduced_motion="reduce", service_workers="block"
    )
    reader = Reader(context.new_page(), address)
    reader.open()
    found = {}
    for path in filter(re.compile(paths).match, pages_of(site)):
        if path.startswith("new-version"):
            continue  # it goes on to another page by itself
        reader.open(path, ready=False)
        if not is_of_a_host(path) and reader.page.locator(FILLED_BY_PYTHON).count():
            reader.wait_for("ready")
        if problems := problems_on_the_way(reader):
            found[path] = problems
    context.close()

    assert found == {}


def problems_on_the_way(reader: Reader) -> list[str]:
    """Press the Tab key until the page is left, and return what is wrong with its stops."""
    reachable = reader.page.evaluate(REACHABLE)
    seen, problems = set(), []
    for _ in range(reachable + STOPS_WITHIN_PICKERS):
        reader.page.keyboard.press("Tab")
        stop = reader.page.evaluate(FOCUSED)
        if stop is None:
            break
        seen.add(stop["index"])
        if stop["problem"]:
            problems.append(f"{stop['problem']}: {stop['name']}")
    if len(seen) < reachable:
        problems.append(f"{len(seen)} of {reachable} reached")
    return problems


REACHABLE = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, textarea")];
    window.stops = all;
    const radios = new Set();
    return all.filter((element) => {
        if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
        if (element.closest("[inert]") || element.tabIndex < 0) return false;
        if (element.type !== "radio") return true;
        const first = !radios.has(element.name);  // a group of radios is one stop
        radios.add(element.name);
        return first;
    }).length;
}"""

FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const mark = element.matches("input.md-option") ? element.nextElementSibling ?? element : element;
    const box = mark.getBoundingClientRect();
    const style = getComputedStyle(mark);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const shadowed = style.boxShadow !== "none";
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const covered = middle && !element.contains(middle) && !middle.contains(element)
        && !mark.contains(middle) && !element.labels?.[0]?.contains(middle);
    let problem = "";
    if (box.width < 1 || box.height < 1) problem = "no size";
    else if (box.right < 1 || box.x > innerWidth || box.bottom < 1 || box.y > innerHeight) problem = "off screen";
    else if (!outlined && !shadowed) problem = "no visible focus";
    else if (covered) problem = "covered by " + middle.className;
    const all = [...document.querySelectorAll("*")];
    return { index: all.indexOf(element), name: element.outerHTML.slice(0, 120), problem };
}"""


def test_320_pixels_need_no_sideways_scroll(filled_in: FilledIn) -> None:
    """The narrowest screen, which is also 1280 pixels at 400 per cent."""
    reader = filled_in(viewport={"width": 320, "height": 800})
    found = {}
    for path in NARROW:
        reader.go(path)
        if reader.page.evaluate("document.documentElement.scrollWidth") > 320:
            found[path] = ["the page"]
        found[path] = found.get(path, []) + reader.page.evaluate(TOO_WIDE)

    assert found == {path: [] for path in NARROW}


def test_targets_are_large_enough(filled_in: FilledIn) -> None:
    """24 by 24 pixels at the least, 44 for the steps."""
    reader = filled_in(viewport={"width": 390, "height": 844}, has_touch=True)
    found = {}
    for path in WITH_TARGETS:
        reader.go(path)
        found[path] = reader.page.evaluate(TOO_SMALL)

    assert found == {path: [] for path in WITH_TARGETS}


def test_on_a_phone_the_menu_works_from_the_keyboard(browser: Browser, address: str) -> None:
    """The button opens it, its links are not reached while it is closed, Escape gives it back."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", service_workers="block"
    )
    reader = Reader(context.new_page(), address)
    reader.open("about/privacy/", ready=False)
    menu = reader.page.get_by_role("button", name="Menu", exact=True)

    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    reader.page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    reader.page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    context.close()


@pytest.mark.slow
def test_ticks_and_empty_boxes_print(filled_in: FilledIn) -> None:
    """On paper: the ticks as they are, the dates, and no buttons."""
    reader = filled_in(viewport={"width": 1280, "height": 900})
    reader.open("plan/checklist/")
    expect(reader.box_of("meet-names")).to_be_checked()
    reader.page.get_by_label("All steps").check()
    expect(reader.page.locator(".progress-words")).to_have_text(re.compile(r"^\d+ of \d+ done$"))
    text = printed(reader.page)

    assert "Get each interviewer's name and job title" in text
    assert re.search(r"\b\d+ of \d+ done\b", text)
    for control in ("Does not apply", "Log it", "Show"):
        assert control not in text
    reader.page.emulate_media(media="print")
    assert drawn(reader, "meet-names") == ["black box", "black tick"]
    assert drawn(reader, "meet-contact") == ["black box"]
    reader.page.emulate_media(media="null")
    reader.open("plan/dates/")
    reader.current().wait_for()
    dates = printed(reader.page)
    assert "Monday 14 December 2026" in dates
    assert "What happened" not in dates


def drawn(reader: Reader, name: str) -> list[str]:
    """Return what is drawn with borders, which print where fills do not."""
    styles: list[str] = reader.box_of(name).evaluate(
        """(box) => {
            const line = getComputedStyle(box);
            const tick = getComputedStyle(box, "::before");
            const black = "rgb(0, 0, 0)";
            const isBox = line.borderTopColor === black && parseFloat(line.borderTopWidth) >= 1;
            const isTick = tick.content !== "none" && tick.borderRightColor === black
                && parseFloat(tick.borderRightWidth) >= 1;
            return [isBox && "black box", isTick && "black tick"].filter(Boolean);
        }"""
    )
    return styles


def test_forced_colours_keep_every_state_visible(filled_in: FilledIn) -> None:
    """A tick, the step to do and the marks of the calendar are not told by colour alone."""
    reader = filled_in(forced_colors="active", viewport={"width": 1280, "height": 900})
    reader.open("plan/dates/")

    expect(reader.current().locator(".state")).to_have_text("In 10 days")
    reader.unfold("details.pictures")
    for mark in reader.page.locator("[data-panel=calendar] td .mark").all():
        assert mark.inner_text().strip()
    reader.open("plan/checklist/")
    ticked, empty = (
        reader.box_of(name).evaluate(
            "box => getComputedStyle(box).appearance + getComputedStyle(box, '::before').content + getComputedStyle(box, '::after').content"
        )
        for name in ("meet-names", "meet-contact")
    )
    assert ticked != empty or ticked.startswith("auto")


def test_the_status_is_said_once_and_politely(reader: Reader) -> None:
    """One live region; the download's progress is outside it."""
    reader.open("guide/at-the-interview/")
    status = reader.page.get_by_role("status")

    expect(status).to_have_count(1)
    reader.tick("meet-names")
    expect(status).to_have_text(re.compile(r"^Saved\. 2 of \d+ done \(core steps\)\.$"))
    assert reader.page.locator("[role=status] [data-loading]").count() == 0
    assert reader.page.locator("[aria-live=assertive], [role=alert]:not(:empty)").count() == 0
