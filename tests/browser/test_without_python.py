"""When Python cannot come, storage refuses or scripts are off: the guide and the ticks remain."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from long_form import in_long_form
from playwright.sync_api import Browser, Page, Route, expect
from reader import READY, Reader, unsealed
from site_server import address_of, serve
from waiting import wait_until

from followup_site.pages import step_names

PAGES = ["", *(f"guide/{name}/" for name in ("prepare", "at-the-interview", "same-day-notes", "thank-you", "referees", "when-to-get-in-touch", "first-contact", "later-emails", "while-you-wait", "missed-call", "interview-moved", "next-interview", "offer", "turned-down", "no-reply"))]  # fmt: skip
STEPS = step_names.published()

NO_SECOND_STORE = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
"""Then local storage is all that there is."""


NO_IMAGE = "**/python-image.bin"
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
"""What a browser says whose reader pays for each byte. A page and its worker are told apart."""


@pytest.mark.parametrize("blocked", [("**/*.wasm",), *in_long_form((("**/worker.js",),), ((NO_IMAGE, "**/python-library.bin"),))])  # fmt: skip
def test_ticks_keep_the_page_says_so_and_retry_works(
    reader: Reader, blocked: tuple[str, ...]
) -> None:
    """Whatever part of the runtime is blocked that is not only there for speed."""
    for part in blocked:
        reader.page.route(part, lambda route: route.abort())
    reader.open("plan/dates/", ready=False)
    reader.wait_for("failed")
    failure = reader.page.locator("[data-failed]")

    expect(failure).to_contain_text("The date calculator could not start.")
    expect(reader.page.get_by_role("link", name="the rule in words")).to_be_visible()
    expect(reader.page.get_by_role("link", name="worked dates")).to_be_visible()
    reader.open("guide/at-the-interview/", ready=False)
    reader.wait_for("failed")
    reader.tick("meet-names")
    reader.says("Saved.")
    reader.page.unroute_all()
    reader.page.get_by_role("button", name="Try again").click()
    reader.wait_for("ready")
    expect(reader.page.locator("[data-failed]")).to_be_hidden()
    expect(reader.box_of("meet-names")).to_be_checked()


def first(held: list[Route], reader: Reader) -> Route:
    """Wait for the first request that is held back, and return it."""
    while not held:
        reader.page.wait_for_timeout(20)
    return held[0]


def spoil(route: Route) -> None:
    """Change one bit of the memory, as it is packed."""
    packed = bytearray(route.fetch().body())
    packed[len(packed) // 2] ^= 1
    route.fulfill(body=bytes(packed))


@pytest.mark.parametrize(
    "amiss",
    [
        pytest.param(lambda route: route.abort(), marks=pytest.mark.slow),
        pytest.param(lambda route: route.fulfill(body="no image"), marks=pytest.mark.slow),
        spoil,
    ],
    ids=["missing", "broken", "changed"],
)
def test_without_its_memory_image_python_starts_the_plain_way(
    reader: Reader, amiss: Callable[[Route], None]
) -> None:
    """And says so in the console. With it, the library is not even fetched (test_requests)."""
    said: list[str] = []
    reader.page.on("console", lambda message: said.append(message.text))
    reader.page.route(NO_IMAGE, amiss)
    reader.open("plan/dates/")
    reader.question("Interview date").get_by_role("button", name="Today").click()

    reader.current().wait_for()
    assert [one for one in said if "starts without its memory image" in one]


def test_a_readers_own_language_does_not_stand_in_the_images_way(
    browser: Browser, address: str
) -> None:
    """A new module notes it in its memory; a longer name moves all that comes after."""
    context = browser.new_context(
        locale="sr-Cyrl-BA-x-a-long-way-of-saying-it", service_workers="block"
    )
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    with page.expect_request(NO_IMAGE):
        page.goto(address + "plan/dates/")
    expect(page.locator("html")).to_have_attribute("data-followup", "ready", timeout=READY)

    assert not [one for one in said if "without its memory image" in one]
    context.close()


@pytest.mark.slow
def test_on_a_slow_line_the_smaller_start_is_taken(reader: Reader) -> None:
    """The image would come later than all that it stands for; what has come of it is let go."""
    page = reader.page
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    line = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 1e5}
    devtools.send("Network.emulateNetworkConditions", line)
    is_image = re.compile(r"/python-image\.bin$")
    with (
        page.expect_event("requestfailed", lambda one: bool(is_image.search(one.url))),
        page.expect_request("**/python-library.bin", timeout=READY),
    ):
        page.goto(reader.address + "plan/dates/", wait_until="commit")


@pytest.mark.slow
def test_where_the_library_alone_is_kept_the_image_is_not_asked_for(
    reader: Reader, asked: list[str]
) -> None:
    """An earlier visit has found the line slow."""
    with reader.page.expect_request("**/python-image.bin") as image:
        reader.open("plan/dates/")
    library = image.value.url.replace("-image", "-library")
    keep = "(library) => caches.open('kept').then((cache) => cache.add(library))"
    forget = "caches.keys().then((all) => Promise.all(all.map((one) => caches.delete(one))))"
    reader.page.context.route("**/service_worker.js", lambda route: route.abort())
    reader.page.evaluate(forget)
    reader.page.evaluate(keep, library)
    asked.clear()
    reader.open("plan/dates/")

    assert "python-library.bin" in asked
    assert "python-image.bin" not in asked


def test_who_saves_data_gets_the_smaller_start(reader: Reader, asked: list[str]) -> None:
    """The browser says so to the worker."""

    def saving(route: Route) -> None:
        route.fulfill(response=(script := route.fetch()), body=SAVES_DATA + script.text())

    reader.page.context.route("**/service_worker.js", lambda route: route.abort())
    reader.page.context.route("**/worker.js", saving)
    reader.open("plan/dates/")

    assert "python-library.bin" in asked
    assert "python-image.bin" not in asked


def test_python_is_on_its_way_before_the_pages_own_script(reader: Reader) -> None:
    """And the page takes that very worker when its script has come; nothing is asked for twice."""
    held: list[Route] = []
    started: list[str] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.on("request", lambda request: started.append(request.url))
    reader.page.route("**/bridge.js", hold)
    with reader.page.expect_request("**/python-image.bin"):
        reader.page.goto(reader.address + "plan/dates/", wait_until="commit")
    expect(reader.page.locator("html")).not_to_have_attribute("data-followup", re.compile("."))
    first(held, reader).continue_()
    reader.wait_for("ready")

    for name in ("worker.js", "pyodide.asm.wasm", "python-image.bin"):
        assert sum(url.endswith(f"/{name}") for url in started) == 1


@pytest.mark.parametrize("missing", ["WebAssembly", "Worker"])
def test_an_old_browser_is_told_and_can_tick(reader: Reader, missing: str) -> None:
    """One without WebAssembly, or without workers."""
    remove = f"delete self.{missing};"
    reader.page.add_init_script(remove)

    def without_it(route: Route) -> None:
        """A worker has globals of its own, and the page's scripts cannot reach them."""
        route.fulfill(response=(came := route.fetch()), body=remove + came.text())

    reader.page.context.route("**/worker.js", without_it)
    reader.open("guide/prepare/", ready=False)
    reader.wait_for("failed")
    reader.tick("prep-examples")
    reader.says("Saved.")


def test_bytes_that_come_late_start_python_after_all(reader: Reader) -> None:
    """It had been given up after half a minute without a byte."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route(re.compile(r"/(python-image\.bin|pyodide\.asm\.wasm)$"), hold)
    reader.page.clock.install()
    reader.open("plan/dates/", ready=False)
    first(held, reader)
    reader.page.clock.fast_forward(36_000)
    reader.wait_for("failed")
    expect(reader.page.locator("[data-failed]")).to_be_visible()
    for route in held:
        route.continue_()

    reader.wait_for("ready")
    expect(reader.page.locator("[data-failed]")).to_be_hidden()
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.current().wait_for()


def test_the_download_shows_its_progress_in_bytes(reader: Reader) -> None:
    """A bar with words, of what has come and of all that will."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/python-image.bin", hold)
    reader.open("plan/dates/", ready=False)
    loading = reader.page.locator("[data-loading]")

    expect(loading).to_contain_text(re.compile(r"Getting the date calculator: [\d.]+ of [\d.]+ MB"))
    bar = loading.get_by_role("progressbar")
    wait_until(reader.page, "document.querySelector('#loading-bar').value > 1000000")
    done, total = bar.evaluate("bar => [bar.value, bar.max]")
    assert 1_000_000 < done < total
    expect(reader.page.locator("html")).to_have_attribute("data-followup", "starting")
    first(held, reader).continue_()
    reader.wait_for("ready")
    expect(loading).to_be_hidden()


def test_what_was_last_shown_is_there_before_python(reader: Reader) -> None:
    """Every panel, the dates in their boxes and the ticks, on the next visit of that day."""
    reader.open("plan/dates/")
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.current().wait_for()
    panels = ("plan", "calendar", "log")
    before = [reader.page.locator(f"[data-panel={name}]").inner_text() for name in panels]
    day = reader.box("Interview date", "Day").input_value()
    reader.page.route("**/*.wasm", lambda _: None)  # never answered: Python stays away
    reader.open("plan/dates/", ready=False)

    reader.current().wait_for()
    assert [reader.page.locator(f"[data-panel={name}]").inner_text() for name in panels] == before
    expect(reader.box("Interview date", "Day")).to_have_value(day)
    expect(reader.page.locator("html")).to_have_attribute("data-followup", "starting")


def test_a_browser_that_refuses_to_save_is_not_believed(reader: Reader) -> None:
    """Nothing is pretended: the status says that it was not kept."""
    reader.page.add_init_script(NO_SECOND_STORE)
    reader.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    reader.open("guide/at-the-interview/")
    reader.tick("meet-names")

    reader.says("Not kept")
    expect(reader.box_of("meet-names")).to_be_checked()


@pytest.mark.parametrize("gives", ["throw new Error('denied')", "return null"], ids=["throws", "null"])  # fmt: skip
def test_a_browser_without_storage_still_works_on_the_page(reader: Reader, gives: str) -> None:
    """Reading it throws, as with blocked cookies, or there is none, as in some private windows."""
    reader.page.add_init_script(NO_SECOND_STORE)
    reader.page.add_init_script(
        f"Object.defineProperty(window, 'localStorage', {{ get() {{ {gives}; }} }})"
    )
    reader.open("plan/dates/")
    reader.question("Interview date").get_by_role("button", name="Today").click()

    expect(reader.current()).to_be_visible()
    reader.says("Not kept")


def test_stored_text_that_is_hostile_harms_nothing(reader: Reader) -> None:
    """Deep nesting kills Python for good if it gets there; nothing of it is deleted."""
    reader.open("guide/at-the-interview/")
    reader.tick("meet-names")
    prefix = next(iter(reader.records())).partition(".r.")[0]
    hostile = {
        f"{prefix}.r.2.bad.0": "[" * 30_000,
        f"{prefix}.r.3.bad.0": '{"a":' * 50 + "1" + "}" * 50,
        f"{prefix}.r.4.bad.0": '{"__proto__":{"format":1}}',
        f"{prefix}.r.999999999999999999999.bad.0": "{}",
        f"{prefix}.shown": '{"outputs":{"plan":"<img src=x onerror=alert(1)>"}}',
    }
    reader.page.evaluate("texts => Object.assign(localStorage, texts)", hostile)
    reader.page.reload()
    reader.wait_for("ready")

    expect(reader.box_of("meet-names")).to_be_checked()
    reader.tick("meet-cards")
    reader.says("3 of")
    kept = reader.page.evaluate("Object.assign({}, localStorage)")
    texts = {unsealed(text) for text in kept.values()}
    assert texts.issuperset(text for key, text in hostile.items() if ".r." in key)


@pytest.fixture(name="plain_page")
def _plain_page(browser: Browser) -> Page:
    """A tab with scripts off."""
    return browser.new_context(java_script_enabled=False).new_page()


@pytest.mark.parametrize("path", [*PAGES[::4], *in_long_form(*(one for one in PAGES if one not in PAGES[::4]))])  # fmt: skip
def test_with_scripts_off_every_page_is_a_readable_list(plain_page: Page, address: str, path: str) -> None:  # fmt: skip
    """Title, text, every step with its label, and a sentence that says what is missing."""
    plain_page.goto(address + path)

    expect(plain_page.locator("h1")).to_be_visible()
    steps = plain_page.locator("li.step")
    assert steps.count() >= 2
    for step in steps.all():
        assert step.get_attribute("id") in STEPS
        expect(step.locator("label")).to_be_visible()
    expect(plain_page.get_by_text("Scripts are off")).to_be_visible()
    plain_page.context.close()


def test_with_scripts_off_the_tools_are_readable_too(plain_page: Page, address: str) -> None:
    """The whole checklist as a list, and the way to the rule in words and to worked dates."""
    plain_page.goto(address + "plan/checklist/")
    assert plain_page.locator("li.step").count() == len(STEPS)
    plain_page.goto(address + "plan/dates/")
    plain_page.get_by_role("link", name="worked dates").click()
    expect(plain_page.get_by_role("heading", name="Worked dates with no reply")).to_be_visible()
    assert plain_page.get_by_role("table").count() >= 3
    plain_page.context.close()


def test_the_folder_works_under_any_path(browser: Browser, site: Path) -> None:
    """At the root of a host, and under a path that the build knew nothing of."""
    for sub_path in ("/", "/some/other/place/"):
        server = serve(site, sub_path)
        context = browser.new_context(service_workers="block")
        reader = Reader(context.new_page(), address_of(server))
        reader.open("plan/checklist/")
        reader.page.get_by_role("link", name="When to follow up", exact=True).first.click()
        reader.wait_for("ready")
        reader.question("Interview date").get_by_role("button", name="Today").click()
        expect(reader.current()).to_be_visible()
        assert all(key.startswith(f"followup.{sub_path}.") for key in reader.records())
        context.close()
        server.shutdown()
        server.server_close()
