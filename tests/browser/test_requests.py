"""No request leaves the origin, on any page, from the page or from Python: the browser's own log."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Playwright
from reader import Reader


def pages_of(site: Path) -> list[str]:
    """Return the address of every page below the site's, the one for errors too."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return [page.removesuffix("index.html") for page in pages]


@pytest.fixture(name="log")
def _log(tmp_path: Path) -> Path:
    """Where the browser writes its network log."""
    return tmp_path / "net.json"


def requests_in(log: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and the initiator of every request in a network log."""
    entries = json.loads(log.read_text("utf-8"))
    types = {number: name for name, number in entries["constants"]["logEventTypes"].items()}
    for event in entries["events"]:
        parameters = event.get("params", {})
        if types[event["type"]] == "URL_REQUEST_START_JOB" and "url" in parameters:
            yield parameters["url"], parameters.get("initiator", "")


def by_pages(log: Path) -> list[str]:
    """Return the requests that pages and their workers made, not the browser for itself."""
    return [
        url
        for url, initiator in requests_in(log)
        if initiator.startswith("http") or urlsplit(url).hostname == "127.0.0.1"
    ]


@pytest.mark.parametrize(
    "chosen",
    [
        re.compile(r"plan/(?:dates|messages|settings)/"),
        pytest.param(re.compile(""), marks=pytest.mark.slow),
    ],
    ids=["some", "all"],
)
def test_nothing_leaves_the_origin(
    playwright: Playwright,
    launch_options: dict[str, Any],
    address: str,
    site: Path,
    log: Path,
    chosen: re.Pattern[str],
) -> None:
    """Every page is opened with Python at work; the log holds only our own address. The short tests
    open a few."""
    with_log = launch_options | {"args": [*launch_options["args"], f"--log-net-log={log}"]}
    browser = playwright.chromium.launch(**with_log)
    reader = Reader(browser.new_page(), address)
    for path in filter(chosen.match, pages_of(site)):
        reader.page.goto(address + path, wait_until="networkidle")
    reader.open("plan/dates/")
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.current().wait_for()
    browser.close()
    made = by_pages(log)

    assert any(url.endswith(".wasm") for url in made)
    assert any("python-image.bin" in url for url in made)
    assert [
        url for url in made if not url.startswith(address) and not url.startswith("blob:")
    ] == []


def test_the_log_would_show_a_request_that_leaves(
    playwright: Playwright, launch_options: dict[str, Any], address: str, log: Path
) -> None:
    """The check can fail: a worker that asks another origin is seen."""
    with_log = launch_options | {"args": [*launch_options["args"], f"--log-net-log={log}"]}
    browser = playwright.chromium.launch(**with_log)
    page = browser.new_page()
    page.goto(address)
    page.evaluate(
        """() => new Promise((done) => {
            const text = "fetch('http://localhost:9/leak').catch(() => postMessage(1))";
            const worker = new Worker(URL.createObjectURL(new Blob([text])));
            worker.onmessage = done;
        })"""
    )
    browser.close()

    assert "http://localhost:9/leak" in by_pages(log)
