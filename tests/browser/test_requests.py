"""No request leaves the origin, on any page, from the page or from Python: the browser's own log."""

import re
from pathlib import Path
from typing import Any

import pytest
from network_log import by_pages
from playwright.sync_api import Playwright
from reader import Reader
from site_pages import pages_of


@pytest.fixture(name="log")
def _log(tmp_path: Path) -> Path:
    """Where the browser writes its network log."""
    return tmp_path / "net.json"


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
    page.goto(f"{address}version.txt")  # pages have a policy that does not let it go
    page.evaluate(
        """() => new Promise((done) => {
            const text = "fetch('http://localhost:9/leak').catch(() => postMessage(1))";
            const worker = new Worker(URL.createObjectURL(new Blob([text])));
            worker.onmessage = done;
        })"""
    )
    browser.close()

    assert "http://localhost:9/leak" in by_pages(log)
