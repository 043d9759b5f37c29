"""Hosts as they are: types of files, and what hosts do to pages on their way.

The types are those of stock web servers, recorded in tests/cases/host-types.toml. The server of the
tests does what each host was seen to do; nothing here is asked of a host on the net.
"""

import html
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from engine import until
from playwright.sync_api import BrowserContext, Page, expect
from publishing import Host
from reader import Reader
from regions import FRIDAY
from site_server import SUB_PATH, Answer, Behaviour, address_of, serve
from visits import (
    ABOUT,
    FIRST,
    INSTALLS,
    KEEP,
    SECOND,
    STEP,
    STEP_PAGE,
    UPDATE,
    cached,
    folders,
    state,
    version_of,
)

ROOT = Path(__file__).parents[2]
TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "tests/cases/host-types.toml").read_text("utf-8")
)
IN_SHORT = ("iis-10",)
"""Those furthest from what browsers ask for, and the one that serves no file of another ending."""

WHOLE_ONES = [name for name, table in TABLES.items() if "needs" not in table]
tables = pytest.mark.parametrize(
    "table",
    [pytest.param(name, marks=[] if name in IN_SHORT else pytest.mark.slow) for name in WHOLE_ONES],
)


def is_served(name: str, file: Path) -> bool:
    """Return whether a host has a file under this name: for a folder only with the last slash."""
    return file.is_file() and name.rpartition("/")[2] in ("", file.name)


def typed_by(table: dict[str, Any]) -> Behaviour:
    """Return how a server with a table of types answers, told to let browsers guess nothing."""

    def behave(name: str, file: Path) -> Answer | None:
        if not is_served(name, file):
            return None
        kind = table["types"].get(file.suffix.removeprefix("."), table["others"])
        if kind == "404":
            return Answer(404)
        its = {"Content-Type": kind} if kind else {}
        return Answer(200, file.read_bytes(), {**its, "X-Content-Type-Options": "nosniff"})

    return behave


@tables
def test_the_main_job_on_a_stock_server(context: BrowserContext, site: Path, table: str) -> None:
    """A date gives a plan, holidays and all, and a tick is kept."""
    server = serve(site, SUB_PATH, typed_by(TABLES[table]))
    reader = Reader(context.new_page(), address_of(server))
    missing: list[str] = []
    reader.page.on("response", lambda it: missing.append(it.url) if it.status >= 400 else None)
    reader.set_today(FRIDAY)
    reader.open()
    reader.type_date("Interview date", FRIDAY)
    expect(reader.current()).to_be_visible()
    reader.go("plan/settings/")
    reader.page.get_by_label("Country", exact=True).select_option(label="France")
    expect(reader.page.locator(".next-holidays")).to_be_visible()
    reader.open(STEP_PAGE)
    reader.tick(STEP)
    reader.says("Saved")

    assert missing == []
    server.shutdown()
    server.server_close()


def test_a_server_that_does_not_serve_webassembly(context: BrowserContext, site: Path) -> None:
    """Old IIS: the page says that the calculator could not start, and ticks are kept."""
    server = serve(site, SUB_PATH, typed_by(TABLES["iis-8"]))
    reader = Reader(context.new_page(), address_of(server))
    reader.open(STEP_PAGE, ready=False)
    reader.wait_for("failed")
    reader.tick(STEP)

    reader.says("Saved")
    expect(reader.page.locator("[data-failed]")).to_contain_text("could not start")
    server.shutdown()
    server.server_close()


# --- What hosts do to pages on their way ---


def redirects(name: str, _file: Path) -> Answer | None:
    """Take the ending out of addresses, as Cloudflare Pages does."""
    found = re.fullmatch(r"(offline|new-version|404)\.html", name)
    return Answer(308, headers={"Location": SUB_PATH + found[1]}) if found else None


def page_with(change: Callable[[str], str]) -> Behaviour:
    """Change every page."""

    def behave(name: str, file: Path) -> Answer | None:
        if file.suffix != ".html" or not is_served(name, file):
            return None
        text = change(file.read_text("utf-8"))
        return Answer(200, text.encode(), {"Content-Type": "text/html; charset=utf-8"})

    return behave


def with_script(page: str) -> str:
    """Put a script before the end of a page, as hosts do that count visits."""
    return page.replace("</body>", "<script>window.isCounted = true</script></body>")


def minified(page: str) -> str:
    """Take out comments, white space between elements, and quotation marks where HTML needs none."""
    text = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    text = re.sub(r">\s*\n\s*<", "><", text)
    return re.sub(r'(<meta\b[^>]*?\b(?:name|content))="([\w-]+)"', r"\1=\2", text)


def shuffled(page: str) -> str:
    """Order the attributes of an element by their names, as some minifiers do."""
    return re.sub(
        r'<meta name="followup-page" content="(\w+)">',
        r'<META CONTENT="\1" NAME="followup-page"/>',
        page,
    )


def not_found(name: str, file: Path) -> Answer | None:
    """Answer at the address of the page for errors with an error."""
    return Answer(404, file.read_bytes()) if name == "404.html" else None


def blocked(*names: str) -> Behaviour:
    """Refuse some files."""
    return lambda name, _file: Answer(403) if name in names else None


def varies(name: str, file: Path) -> Answer | None:
    """Say of every file that it varies with everything, so that browsers keep none as it is."""
    if not is_served(name, file):
        return None
    kinds = {".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm"}
    kind = kinds.get(file.suffix, "application/octet-stream")
    kind = "text/css" if file.suffix == ".css" else kind
    return Answer(200, file.read_bytes(), {"Content-Type": kind, "Vary": "*"})


def all_of(*behaviours: Behaviour) -> Behaviour:
    """Do what the first does that does anything."""

    def behave(name: str, file: Path) -> Answer | None:
        return next(filter(None, (one(name, file) for one in behaviours)), None)

    return behave


NEEDLESS = ("assets/pictures/performance.svg", "assets/pictures/logo.svg", "sitemap.xml")
BEHAVIOURS: dict[str, Behaviour] = {
    "redirect": redirects,
    "script": page_with(with_script),
    "minified": page_with(minified),
    "404": not_found,
    "blocked": blocked("assets/pictures/performance.svg"),
    "shuffled": page_with(shuffled),
    "varies": varies,
    "some": all_of(
        redirects,
        not_found,
        blocked(*NEEDLESS),
        page_with(lambda page: shuffled(minified(with_script(page)))),
    ),
}


@dataclass
class Hosted:
    """A host that behaves as told, and notes what it was asked for."""

    host: Host
    behave: list[Behaviour] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(name="hosted")
def _hosted(tmp_path: Path, site: Path) -> Iterator[Hosted]:
    """A host with the first version of the site."""
    assert site.exists()

    def behave(name: str, file: Path) -> Answer | None:
        hosted.asked.append(name)
        return next(filter(None, (one(name, file) for one in hosted.behave)), None)

    hosted = Hosted(Host(tmp_path, behave=behave))
    hosted.host.publish(FIRST)
    yield hosted
    hosted.host.stop()


@pytest.fixture(name="host")
def _host(hosted: Hosted) -> Host:
    """That host, for the tab."""
    return hosted.host


@pytest.mark.parametrize("behaves", BEHAVIOURS)
@pytest.mark.slow
def test_what_a_host_does_to_its_pages_costs_no_use_without_a_network(
    tab: Reader, hosted: Hosted, behaves: str
) -> None:
    """Everything that reading, ticking and the tools need is kept, and no page asks for more."""
    hosted.behave.append(BEHAVIOURS[behaves])
    tab.open(KEEP)
    state(tab.page, "whole")
    tab.open(KEEP)
    state(tab.page, "whole")
    hosted.asked.clear()
    tab.open("plan/dates/")
    tab.page.wait_for_load_state("networkidle")
    assert [name for name in hosted.asked if name.endswith((".bin", ".wasm", "/"))] == []
    hosted.host.stop()

    tab.open("guide/prepare/")
    tab.open("plan/dates/")
    tab.question("Interview date").get_by_role("button", name="Today").click()
    expect(tab.current()).to_be_visible()
    tab.page.goto(tab.address + "about/decisions/0001-pyodide-0-29/")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Not kept here")


STYLE = f"followup-{FIRST}/styles/followup.css"


def changed(name: str, file: Path) -> Answer | None:
    """Minify the styles."""
    if not name.endswith("followup.css"):
        return None
    return Answer(200, file.read_bytes() + b"\n", {"Content-Type": "text/css"})


def settled(page: Page, hosted: Hosted) -> None:
    """Wait until a service worker came, and no version is being kept any more."""
    until(lambda: "service_worker.js" in hosted.asked, "the service worker came")
    page.wait_for_load_state("networkidle")
    until(lambda: not page.evaluate(f"({INSTALLS}).catch(() => false)"), "nothing is being kept")


@pytest.mark.slow
def test_a_host_that_changes_what_is_needed_is_told_of_and_not_asked_again(
    tab: Reader, hosted: Hosted
) -> None:
    """Once, in plain words, with the file; the next version is tried again."""
    hosted.behave.append(changed)
    tab.open(KEEP)
    state(tab.page, "refused")
    told = tab.page.locator("[data-kept]")
    expect(told).to_contain_text("Nothing is kept for use without a network.")
    expect(told).to_contain_text(STYLE)
    hosted.asked.clear()
    for path in (STEP_PAGE, ABOUT, KEEP):
        tab.open(path, ready=False)
        tab.page.wait_for_load_state("networkidle")
    state(tab.page, "refused")

    assert "guide/prepare/" not in hosted.asked
    # The three pages themselves, each once more as the theme comes.
    assert sum(name.endswith("followup.css") for name in hosted.asked) <= 2 * 3
    assert cached(tab.page) == {"site": 1}  # the note about it
    hosted.behave.clear()
    hosted.host.publish(SECOND)
    tab.page.evaluate(UPDATE)
    settled(tab.page, hosted)
    tab.open(KEEP)
    state(tab.page, "whole")
    assert version_of(tab.page) == SECOND


@pytest.mark.slow
def test_a_file_that_is_held_back_is_asked_for_three_times(tab: Reader, hosted: Hosted) -> None:
    """It may be on its way still, as on a site that is half published."""
    name = "search/search_index.json"
    hosted.behave.append(blocked(name))
    for _ in range(2):
        hosted.asked.clear()
        tab.open(KEEP)
        settled(tab.page, hosted)
        state(tab.page, "absent")
    tab.open(KEEP)
    state(tab.page, "refused")
    expect(tab.page.locator("[data-kept]")).to_contain_text(name)
    hosted.asked.clear()
    tab.open(ABOUT, ready=False)
    tab.page.wait_for_load_state("networkidle")

    assert "guide/prepare/" not in hosted.asked


@pytest.mark.slow
def test_a_host_that_changes_a_tool_leaves_the_pages(tab: Reader, hosted: Hosted) -> None:
    """They are kept; that the rest is not is said, and not tried on each page."""
    hosted.behave.append(
        lambda name, file: (
            Answer(200, file.read_bytes() + b" ", {"Content-Type": "application/json"})
            if name.endswith("/DE.json")
            else None
        )
    )
    tab.open(KEEP)
    state(tab.page, "stopped")
    expect(tab.page.locator("[data-kept]")).to_contain_text("made/holidays/DE.json")
    hosted.asked.clear()
    tab.open(KEEP)
    state(tab.page, "stopped")

    assert not any("/holidays/DE" in name for name in hosted.asked)
    hosted.host.stop()
    tab.open(STEP_PAGE, ready=False)
    tab.tick(STEP)
    expect(tab.box_of(STEP)).to_be_checked()


# --- After a deploy ---


def long_lived(name: str, file: Path) -> Answer | None:
    """Let browsers keep pages for ten minutes, and nothing else: the rest has gone from the cache."""
    if not is_served(name, file):
        return None
    kinds = {".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css"}  # fmt: skip
    kept = "max-age=600" if file.suffix == ".html" else "no-store"
    kind = kinds.get(file.suffix, "application/octet-stream")
    return Answer(200, file.read_bytes(), {"Content-Type": kind, "Cache-Control": kept})


@pytest.mark.slow
def test_a_page_from_the_cache_whose_version_is_gone_leads_to_the_new_one(
    context: BrowserContext, hosted: Hosted
) -> None:
    """Its link gets past the browser's cache, and a link with a plan in it is not lost."""
    hosted.behave.append(long_lived)
    tab = Reader(context.new_page(), hosted.host.address)
    path = "plan/restore/#restore=broken"
    tab.open(path, ready=False)
    tab.page.goto("about:blank")
    hosted.host.publish(SECOND)
    tab.open(path, ready=False)
    assert version_of(tab.page) == FIRST  # it came from the cache
    link = tab.page.get_by_role("link", name="Load the page again")
    # For where a policy stops the page's own script.
    expect(link).to_have_attribute("href", re.compile(r"\?again$"))
    link.click()

    expect(tab.page.locator("meta[name=followup-version]")).to_have_attribute("content", SECOND)
    tab.wait_for("ready")
    expect(tab.page.locator("[data-preview]")).to_contain_text("This link")


@pytest.mark.slow
def test_holidays_that_went_with_their_version_are_not_called_a_lack_of_network(
    context: BrowserContext, hosted: Hosted
) -> None:
    """Without a service worker: the page says that a newer version is there, and leads to it."""
    tab = Reader(context.new_page(), hosted.host.address)
    tab.open("plan/settings/")
    asked = folders(tab.page)
    hosted.host.publish(SECOND)
    tab.page.get_by_label("Country", exact=True).select_option(label="France")
    problem = tab.page.locator("#country-problem")
    expect(problem).to_contain_text("A newer version of this site is there")
    expect(problem).not_to_contain_text("when you are online")
    assert asked == {FIRST}
    notice = tab.page.locator("[data-standing=superseded]")
    notice.get_by_role("button", name="Load the page again").click()
    expect(tab.page.locator("meta[name=followup-version]")).to_have_attribute("content", SECOND)
    tab.wait_for("ready")
    expect(tab.page.locator(".next-holidays")).to_be_visible()
    expect(notice).to_be_hidden()


@pytest.mark.slow
def test_python_that_went_with_its_version_is_told_of_too(
    context: BrowserContext, hosted: Hosted
) -> None:
    """To try again would not help. As long as the version is there, nothing is said of another."""
    tab = Reader(context.new_page(), hosted.host.address)
    tab.page.route("**/*.wasm", lambda route: route.abort())
    with tab.page.expect_request_finished(lambda one: one.url.endswith("version.txt")):
        tab.open(ready=False)
        tab.wait_for("failed")
    notice = tab.page.locator("[data-standing=superseded]")
    expect(notice).to_be_hidden()
    hosted.host.publish(SECOND)
    tab.page.get_by_role("button", name="Try again").click()

    expect(notice).to_contain_text("A newer version of this site is there")


# --- Policies ---


def policy_of(site: Path) -> str:
    """Return the policy that the page on web servers shows, as a server sends it."""
    page = (site / "about/hosts/index.html").read_text("utf-8")
    shown = re.search(r"Content-Security-Policy: (default-src.*?)\s*</", page, re.DOTALL)
    assert shown
    return html.unescape(re.sub(r"<.*?>", "", shown[1]))


def test_the_policy_for_publishers_is_enough(context: BrowserContext, site: Path) -> None:
    """The main job under it, in Python and on the page; the browser objects to nothing."""
    its = policy_of(site)

    def behave(name: str, file: Path) -> Answer | None:
        answer = long_lived(name, file)
        return Answer(200, answer.body, {**answer.headers, "Content-Security-Policy": its}) if answer else None  # fmt: skip

    server = serve(site, SUB_PATH, behave)
    reader = Reader(context.new_page(), address_of(server))
    said: list[str] = []
    reader.page.on("console", lambda message: said.append(message.text))
    reader.set_today(FRIDAY)
    reader.open()
    reader.type_date("Interview date", FRIDAY)
    expect(reader.current()).to_be_visible()
    reader.open(STEP_PAGE)
    reader.tick(STEP)
    reader.says("Saved")
    box = reader.page.get_by_role("textbox", name="Search")
    box.fill("voicemail")
    box.press("Shift")
    expect(reader.page.locator(".md-search-result__link").first).to_have_attribute(
        "href", re.compile("guide/first-contact/")
    )

    assert "sha256-" in its
    assert "unsafe-inline" not in its
    assert [text for text in said if "Security" in text] == []
    server.shutdown()
    server.server_close()
