"""Hosts that serve the site in their own way: pages without a slash, files called packed, policies."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from long_form import in_long_form
from odd_hosts import STRICT, says_packed, sends_policy, without_slash
from playwright.sync_api import BrowserContext, Route, expect
from reader import Reader
from site_server import SUB_PATH, Behaviour, address_of, serve

from followup import words

DATES = "plan/dates/"
NO_COMPILING = STRICT.replace(" 'wasm-unsafe-eval'", "")
NO_WORKERS = STRICT.replace("worker-src 'self'", "worker-src 'none'")

PROBE = """
setTimeout(() => {
    const calling = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "SharedWorker",
        "WebTransport", "caches", "FontFace", "eval"].filter((name) => name in self);
    if (navigator.sendBeacon) calling.push("sendBeacon");
    const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
    for (const make of [...kinds.map((kind) => kind.constructor), Function, setTimeout, setInterval]) {
        try { make("import('/leak.mjs')"); calling.push(String(make)); } catch {}
    }
    new BroadcastChannel("probe").postMessage({ address: location.href, calling });
});
"""
"""What Python could find in its worker, put at the end of the worker's script."""

THROWS = """
const Plain = Worker;
self.Worker = class extends Plain {
    constructor(address, options) {
        if (String(address).startsWith("blob:")) throw new DOMException("denied", "SecurityError");
        super(address, options);
    }
};
"""

HEAR = "new BroadcastChannel('probe').onmessage = ({ data }) => { self.probe = data; };"

HostOf = Callable[[Behaviour], Reader]


@pytest.fixture(name="host_of")
def _host_of(context: BrowserContext, site: Path) -> Iterator[HostOf]:
    """Give a reader's tab on a host with ways of its own."""
    servers = []

    def start(behave: Behaviour) -> Reader:
        servers.append(serve(site, SUB_PATH, behave))
        return Reader(context.new_page(), address_of(servers[-1]))

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def do_main_job(reader: Reader) -> None:
    """Give the day of the interview, and see the plan."""
    reader.question("Interview date").get_by_role("button", name="Today").click()
    expect(reader.current()).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("/plan/dates", "/plan/dates/"),
        *in_long_form(
            ("/plan/dates/index", "/plan/dates/index"),
            ("/plan/dates?from=office", "/plan/dates/"),
            ("", "/"),
        ),
    ],
)
def test_a_page_without_its_last_slash_is_the_same_page(
    host_of: HostOf, typed: str, address: str
) -> None:
    """Styles, scripts and links work, as the address is put right before any is read."""
    reader = host_of(without_slash)
    start = reader.address.removesuffix("/")
    reader.page.goto(start + typed)
    reader.wait_for("ready")

    assert reader.page.url == start + address
    assert reader.page.locator(".md-header").evaluate("it => getComputedStyle(it).position") == "sticky"  # fmt: skip
    if "dates" in typed:
        do_main_job(reader)
    reader.page.locator(".site-tabs").get_by_role("link", name="Guide").click()
    reader.page.wait_for_url(f"{start}/guide/**")
    reader.wait_for("ready")
    expect(reader.page.locator("li.step").first).to_be_visible()


def test_a_link_with_a_plan_in_it_needs_no_last_slash(host_of: HostOf) -> None:
    """What stands after the # is not lost over it."""
    reader = host_of(without_slash)
    reader.page.goto(f"{reader.address}plan/restore#restore=broken")

    expect(reader.page.locator("[data-preview]")).to_contain_text("This link")


def test_a_file_that_its_host_calls_packed_is_unpacked_once(host_of: HostOf) -> None:
    """Python starts from its image: the browser has unpacked that already."""
    reader = host_of(says_packed)
    said: list[str] = []
    reader.page.on("console", lambda message: said.append(message.text))
    reader.open(DATES)

    do_main_job(reader)
    assert [one for one in said if "without its memory image" in one] == []


@pytest.mark.slow
def test_without_the_image_the_library_is_unpacked_once_too(host_of: HostOf) -> None:
    """It is packed as well."""
    reader = host_of(says_packed)
    reader.page.context.route("**/python-image.bin", lambda route: route.abort())
    reader.open(DATES)

    do_main_job(reader)


@pytest.mark.parametrize("with_pages_only", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_a_policy_without_blobs_does_not_keep_python_from_starting(
    host_of: HostOf, *, with_pages_only: bool
) -> None:
    """Another worker takes the place of the one that is forbidden; it can call nobody either."""
    reader = host_of(sends_policy(STRICT, with_pages_only=with_pages_only))
    place_probe(reader)
    reader.open(DATES)

    do_main_job(reader)
    found = reader.page.evaluate("self.probe")
    assert found["address"].endswith("/worker.js")
    assert found["calling"] == []
    assert reader.page.locator("[data-forbidden]").is_hidden()


def test_a_browser_that_throws_over_a_policy_starts_python_too(reader: Reader) -> None:
    """Older ones do, in place of telling of a violation."""
    reader.page.add_init_script(THROWS)
    place_probe(reader)
    reader.open(DATES)

    do_main_job(reader)
    assert reader.page.evaluate("self.probe.address").endswith("/worker.js")


@pytest.mark.parametrize(
    "policy", [NO_COMPILING, *in_long_form(NO_WORKERS)], ids=["no compiling", "no workers"]
)
def test_where_a_policy_keeps_python_away_the_page_says_so(host_of: HostOf, policy: str) -> None:
    """And ticks are kept."""
    reader = host_of(sends_policy(policy))
    reader.open("guide/at-the-interview/", ready=False)
    reader.wait_for("failed")

    expect(reader.page.locator("[data-failed]")).to_contain_text(words.plain(words.FORBIDDEN))
    expect(reader.page.locator(".door:visible")).to_have_count(0)
    reader.tick("meet-names")
    reader.says("Saved.")


def test_without_a_violation_no_other_worker_is_tried(reader: Reader) -> None:
    """What is wrong then is something else, and the page does not blame the host's rules."""
    refused: list[str] = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    reader.page.context.route("**/worker.js", refuse)
    reader.open(DATES, ready=False)
    reader.wait_for("failed")

    assert len(refused) == 1
    expect(reader.page.locator("[data-failed]")).to_be_visible()
    expect(reader.page.locator("[data-forbidden]")).to_be_hidden()


def test_python_can_call_nobody_whatever_the_host_sends(reader: Reader) -> None:
    """The worker that begins as a blob has the same fence."""
    place_probe(reader)
    reader.open(DATES)

    found = reader.page.evaluate("self.probe")
    assert found["address"].startswith("blob:")
    assert found["calling"] == []


def place_probe(reader: Reader) -> None:
    """Have the worker tell what it can still call."""

    def probed(route: Route) -> None:
        route.fulfill(response=(script := route.fetch()), body=script.text() + PROBE)

    reader.page.add_init_script(HEAR)
    reader.page.context.route("**/worker.js", probed)
