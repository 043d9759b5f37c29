"""Without a network after the first visit; and from one version of the site to the next, never mixed.

The server is really stopped, and really serves other files at the same address.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from caches import CACHES
from engine import until
from odd_hosts import says_packed
from playwright.sync_api import BrowserContext, Error, expect
from publishing import Host, rewrite
from reader import READY, Reader
from regions import choose_england
from site_server import SUB_PATH
from visits import (
    FIRST,
    INSTALLS,
    KEEP,
    SECOND,
    STEP,
    STEP_PAGE,
    UPDATE,
    WAITS,
    cached,
    find_update,
    folders,
    keep_pages,
    keep_whole,
    lists,
    state,
    version_of,
)

from followup_site.publish import service_worker
from followup_site.publisher.values import DOCS, read_publisher

FRIDAY = date(2026, 12, 18)
"""An interview a week before Christmas Day 2026."""


GLOSSARY = "about/glossary/"
TITLE, NEW_TITLE = 'id="glossary">Glossary', 'id="glossary">New glossary'
"""In the text of that page; the title is all that the second version changes in pages."""


FETCH_ALL = """names => Promise.all(names.map(async (name) => {
    const response = await fetch(name).catch(() => null);
    return [name, response?.status ?? 0];
}))"""
AT_WORK = """navigator.serviceWorker.getRegistration().then(
    (it) => it.waiting === null && it.active.state === "activated"
)"""
NEVER_TOLD = """navigator.serviceWorker.addEventListener("controllerchange", (event) => {
    event.stopImmediatePropagation();
});"""
"""The page's own scripts listen later, and hear nothing."""

SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"


@pytest.fixture(name="host")
def _host(tmp_path: Path, site: Path) -> Iterator[Host]:
    """A host with the first version of the site."""
    assert TITLE in (site / GLOSSARY / "index.html").read_text("utf-8")
    host = Host(tmp_path)
    host.publish(FIRST)
    yield host
    host.stop()


def test_after_the_first_visit_everything_works_without_a_network(
    tab: Reader, visit: BrowserContext, host: Host
) -> None:
    """Every file of every page, the tools with the holidays of any country, ticks, search, a new tab."""
    tab.set_today(FRIDAY)
    tab.open()
    tab.type_date("Interview date", FRIDAY)
    choose_england(tab)
    keep_whole(tab)
    assert set(cached(tab.page)) == CACHES
    script = f"{host.address}followup-{FIRST}/python/worker.js"
    # Chromium keeps compiled code only for what is kept as it came.
    assert tab.page.evaluate("async (it) => (await caches.match(it)).url", script) == script
    host.stop()

    tab.page.reload()
    state(tab.page, "whole")
    names = [name for group in lists(host.current).values() for name in group]
    answers = tab.page.evaluate(FETCH_ALL, [host.address + name for name in names])
    assert [name for name, status in answers if status != 200] == []
    tab.open("plan/dates")  # hosts answer without the last slash, and so does what is kept
    expect(tab.current()).to_contain_text("Tuesday 29 December 2026")
    tab.open("guide/prepare/index")
    tab.open(f"{STEP_PAGE}?utm_source=office#{STEP}")
    assert tab.page.url == f"{host.address}{STEP_PAGE}#{STEP}"
    tab.open("guide/prepare/index")
    choose(tab, "France")
    other = Reader(visit.new_page(), host.address)
    other.open(STEP_PAGE)
    other.tick(STEP)
    other.says("Saved")
    box = other.page.get_by_role("textbox", name="Search")
    box.fill("voicemail")
    box.press("Shift")
    expect(other.page.locator(".md-search-result__link").first).to_have_attribute(
        "href", re.compile("guide/first-contact/")
    )


@pytest.mark.slow
def test_what_a_host_calls_packed_is_kept_as_well(visit: BrowserContext, tmp_path: Path) -> None:
    """The browser has unpacked it, so it is not what was published, byte for byte."""
    host = Host(tmp_path, behave=says_packed)
    host.publish(FIRST)
    tab = Reader(visit.new_page(), host.address)
    keep_whole(tab)
    host.stop()

    tab.open()
    tab.question("Interview date").get_by_role("button", name="Today").click()
    expect(tab.current()).to_be_visible()


@pytest.mark.slow
def test_a_page_that_is_not_kept_says_so_without_a_network(tab: Reader, host: Host) -> None:
    """And leads back; with a network it is fetched as ever."""
    keep_pages(tab)
    tab.open("about/decisions/", ready=False)
    expect(tab.page.get_by_role("heading", level=1)).not_to_have_text("Not kept here")
    host.stop()
    tab.open("about/decisions/0001-pyodide-0-29/", ready=False)

    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Not kept here")
    tab.page.locator("article").get_by_role("link", name="When to follow up").click()
    expect(tab.question("Interview date")).to_be_visible()
    assert tab.page.url == f"{host.address}plan/dates/"


@pytest.mark.parametrize("sub_path", ["/", SUB_PATH])
@pytest.mark.slow
def test_pages_of_others_below_the_same_address_are_left_alone(
    visit: BrowserContext, tmp_path: Path, sub_path: str
) -> None:
    """At the root of a host above all: they come from the network or not at all, and hold nothing up."""
    host = Host(tmp_path, sub_path)
    site = host.publish(FIRST)
    (site / "other").mkdir()
    (site / "other" / "index.html").write_text("<h1>Somebody else</h1>")
    tab, other = Reader(visit.new_page(), host.address), visit.new_page()
    keep_pages(tab)
    other.goto(host.address + "other/")
    expect(other.get_by_role("heading", level=1)).to_have_text("Somebody else")
    host.publish(SECOND)
    find_update(tab.page)
    tab.page.goto(host.address + KEEP, wait_until="commit")
    expect(tab.page.get_by_role("heading", level=1)).to_contain_text("copy")
    assert version_of(tab.page) == SECOND
    host.stop()

    with pytest.raises(Error, match="ERR_"):
        other.goto(host.address + "other/")
    with pytest.raises(Error, match="ERR_"):
        other.goto(host.address + "another.html")
    tab.open("about/decisions/0001-pyodide-0-29/", ready=False)
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Not kept here")


@pytest.mark.slow
def test_an_open_page_stays_what_it_is_and_the_next_visit_is_wholly_new(
    tab: Reader, visit: BrowserContext, host: Host
) -> None:
    """Also for files that it had not used before; what the reader did stays."""
    keep_whole(tab)
    tab.go(STEP_PAGE)
    tab.tick(STEP)
    tab.says("Saved")
    asked = folders(tab.page)
    host.publish(SECOND, {TITLE: NEW_TITLE})
    find_update(tab.page)
    choose(tab, "Germany")
    second = visit.new_page()
    second.goto(host.address + GLOSSARY)

    expect(second.get_by_role("heading", level=1)).to_contain_text("Glossary")
    assert asked == {FIRST}
    second.close()
    tab.page.close()
    later = Reader(visit.new_page(), host.address)
    asked = folders(later.page)
    host.stop()  # all of the new version was kept, as all of the old one had been
    later.open(STEP_PAGE)
    expect(later.box_of(STEP)).to_be_checked()
    later.page.goto(host.address + GLOSSARY)
    expect(later.page.get_by_role("heading", level=1)).to_contain_text("New glossary")
    assert version_of(later.page) == SECOND
    assert asked == {SECOND}


@pytest.mark.slow
def test_a_page_that_is_loaded_again_alone_is_the_new_one(tab: Reader, host: Host) -> None:
    """Nobody has to close it. A link that brings something in is not lost over it."""
    keep_pages(tab)
    host.publish(SECOND)
    find_update(tab.page)
    tab.page.goto(f"{host.address}plan/restore/#restore=broken", wait_until="commit")

    expect(tab.page.locator("[data-preview]")).to_contain_text("This link")
    assert version_of(tab.page) == SECOND


@pytest.mark.slow
def test_where_only_pages_are_kept_a_new_version_comes_with_its_tools(
    tab: Reader, host: Host
) -> None:
    """The tools of the old one may not be there any more."""
    keep_pages(tab)
    host.publish(SECOND)
    asked = folders(tab.page)
    tab.open("plan/dates/")

    assert version_of(tab.page) == SECOND
    assert FIRST not in asked


@pytest.mark.slow
def test_the_new_version_comes_when_it_is_asked_for_but_not_under_other_pages(
    tab: Reader, visit: BrowserContext, host: Host
) -> None:
    """They may hold what is half filled in."""
    keep_pages(tab)
    tab.open(KEEP, ready=False)
    other = visit.new_page()
    other.goto(host.address)
    expect(tab.page.locator("[data-newer]")).to_be_hidden()
    host.publish(SECOND)
    find_update(tab.page)
    button = tab.page.get_by_role("button", name="Load the new version")
    button.click()
    expect(tab.page.get_by_role("alert")).to_contain_text("open in another tab")
    assert version_of(tab.page) == FIRST
    other.close()
    button.click()

    expect(tab.page.locator("meta[name=followup-version]")).to_have_attribute("content", SECOND)


@pytest.mark.slow
def test_a_new_version_comes_even_if_no_browser_tells_of_it(tab: Reader, host: Host) -> None:
    """After a moment the page is loaded again by itself."""
    tab.page.add_init_script(NEVER_TOLD)
    tab.page.clock.install()
    keep_pages(tab)
    tab.open(KEEP, ready=False)
    host.publish(SECOND)
    find_update(tab.page)
    tab.page.get_by_role("button", name="Load the new version").click()
    # The page's clock can be moved on, the browser's own work cannot.
    until(lambda: tab.page.evaluate(AT_WORK), "the new version is at work")
    tab.page.clock.fast_forward(3_000)

    expect(tab.page.locator("meta[name=followup-version]")).to_have_attribute("content", SECOND)


@pytest.mark.slow
def test_a_site_that_is_half_published_does_not_get_in(tab: Reader, host: Host) -> None:
    """A page of the version before stops all of it; later all of it comes."""
    keep_whole(tab)
    old = (host.current / STEP_PAGE / "index.html").read_text("utf-8")
    new = host.publish(SECOND, {TITLE: NEW_TITLE})
    page = new / STEP_PAGE / "index.html"
    whole = page.read_text("utf-8")
    rewrite(page, old)
    tab.page.evaluate(UPDATE)
    until(lambda: not tab.page.evaluate(INSTALLS), "it is not being kept any more")

    assert not tab.page.evaluate(WAITS)
    tab.page.goto(host.address + GLOSSARY)
    expect(tab.page.get_by_role("heading", level=1)).to_contain_text("Glossary")
    rewrite(page, whole)
    find_update(tab.page)


@pytest.mark.slow
def test_a_site_that_takes_its_service_worker_back_leaves_nothing_of_it(
    tab: Reader, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages come from the network at once, and what the reader did stays."""
    keep_pages(tab)
    tab.open(STEP_PAGE)
    tab.tick(STEP)
    tab.says("Saved")
    monkeypatch.setenv("SERVICE_WORKER", "off")
    host.publish(SECOND, {"<head>": f"<head>{service_worker.OFF_MARK}"})
    tab.page.evaluate(UPDATE)

    version = tab.page.locator("meta[name=followup-version]")
    expect(version).to_have_attribute("content", SECOND, timeout=READY)
    tab.wait_for("ready")
    expect(tab.box_of(STEP)).to_be_checked()
    assert cached(tab.page) == {}
    tab.page.reload()
    tab.wait_for("ready")
    tab.page.wait_for_load_state("networkidle")
    assert tab.page.evaluate("navigator.serviceWorker.getRegistrations()") == []


@pytest.mark.slow
def test_on_a_line_that_costs_money_the_reader_is_asked_first(tab: Reader, host: Host) -> None:
    """What was fetched anyway is kept; how much the rest is, is said before it is fetched."""
    tab.page.add_init_script(SAVES_DATA)
    asked: list[str] = []
    tab.page.context.on("requestfinished", lambda request: asked.append(request.url))
    tab.open(KEEP)
    state(tab.page, "part")

    rest = tab.page.locator("[data-offline=part]")
    expect(rest).to_contain_text(re.compile(r"[\d.]+ MB must still be fetched"))
    assert not any("python-library.bin" in url or "/holidays/" in url for url in asked)
    rest.get_by_role("button").click()
    expect(tab.page.locator("[data-kept]")).to_be_focused()
    state(tab.page, "whole")
    assert any("python-library.bin" in url for url in asked)
    host.stop()
    tab.open(KEEP)


@pytest.mark.slow
@pytest.mark.parametrize("question", ["ask-erase-all", "ask-memory"])
def test_what_is_kept_does_not_tell_which_country_was_chosen(tab: Reader, question: str) -> None:
    """After everything was deleted, or once nothing is to be saved here."""
    tab.page.add_init_script(SAVES_DATA)
    tab.open(KEEP)
    state(tab.page, "part")
    choose(tab, "France")
    until(lambda: cached(tab.page).get("holidays") == 2, "its holidays are kept")
    tab.go(KEEP)
    tab.page.locator(f"#{question} summary").click()
    tab.page.locator(f"#{question}-now").click()
    expect(tab.page.get_by_role("status")).not_to_be_empty()
    assert "holidays" not in cached(tab.page)
    tab.wait_for("ready")
    state(tab.page, "part")

    if question == "ask-memory":
        choose(tab, "Germany")
    assert not cached(tab.page).get("holidays")


def choose(tab: Reader, country: str) -> None:
    """Choose a country."""
    tab.go("plan/settings/")
    tab.page.get_by_label("Country", exact=True).select_option(label=country)
    expect(tab.page.locator(".next-holidays")).to_be_visible()


@pytest.mark.slow
def test_without_a_service_worker_no_page_is_put_under_scripts_of_another_version(
    context: BrowserContext, host: Host
) -> None:
    """The theme fetches the page and puts it in the place of the old one; then it is loaded as a whole."""
    tab = Reader(context.new_page(), host.address)
    tab.open(STEP_PAGE)
    tab.tick(STEP)
    tab.says("Saved")
    host.publish(SECOND)
    asked = folders(tab.page)
    tab.go("plan/checklist/")

    expect(tab.page.locator("meta[name=followup-version]")).to_have_attribute("content", SECOND)
    tab.wait_for("ready")
    expect(tab.box_of(STEP)).to_be_checked()
    assert asked == {SECOND}


@pytest.mark.parametrize(
    "missing",
    [
        pytest.param("delete Navigator.prototype.serviceWorker", marks=pytest.mark.slow),
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('private'))",
    ],
    ids=["none", "refused"],
)
def test_a_browser_without_service_workers_notices_nothing(tab: Reader, missing: str) -> None:
    """The page works, and says what is so."""
    problems: list[str] = []
    tab.page.on("console", lambda message: problems.append(message.text))
    tab.page.on("pageerror", lambda error: problems.append(str(error)))
    tab.page.add_init_script(missing)
    tab.open(KEEP)

    state(tab.page, "absent")
    assert problems == []


def test_the_site_can_be_installed(tab: Reader) -> None:
    """As Chromium judges it."""
    tab.open(KEEP)
    session = tab.page.context.new_cdp_session(tab.page)
    manifest = session.send("Page.getAppManifest")

    assert manifest["errors"] == []
    assert json.loads(manifest["data"])["short_name"] == read_publisher(DOCS).name
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # The tests' own windows are private ones, and nothing can be installed from those.
    assert {error["errorId"] for error in errors} <= {"in-incognito"}


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.slow), "dark"])
def test_the_browsers_own_frame_has_the_colour_of_the_page(tab: Reader, scheme: str) -> None:
    """In both schemes."""
    tab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.open(KEEP, ready=False)
    paper = tab.page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")

    red, green, blue = map(int, re.findall(r"\d+", paper))
    expect(tab.page.locator("meta[name=theme-color]")).to_have_attribute(
        "content", f"#{red:02x}{green:02x}{blue:02x}"
    )


def test_the_page_for_a_moment_leads_to_the_start_under_its_own_address(tab: Reader) -> None:
    """Somebody has kept that address."""
    tab.page.goto(tab.address + "new-version.html")

    tab.page.wait_for_url(tab.address)
