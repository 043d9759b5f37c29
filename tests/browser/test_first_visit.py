"""What a browser fetches on its first visit is what the budget of bytes counts, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from byte_budget import SITE, budget, files_of
from long_form import in_long_form
from network_log import by_pages
from playwright.sync_api import BrowserContext, Playwright
from reader import Reader
from site_pages import file_of

PATH = "plan/dates/"
IMAGE = "**/python-image.bin"


def anything(_: BrowserContext) -> None:
    """Let everything come."""


def no_image(context: BrowserContext) -> None:
    """Keep the image from coming, so that Python starts the plain way."""
    context.route(IMAGE, lambda route: route.abort())


@pytest.mark.parametrize(("prepare", "visit"), [(anything, "visit-image"), *in_long_form((no_image, "visit-plain"))])  # fmt: skip
def test_a_first_visit_fetches_what_the_budget_counts(
    playwright: Playwright,
    launch_options: dict[str, Any],
    address: str,
    tmp_path: Path,
    prepare: Callable[[BrowserContext], None],
    visit: str,
) -> None:
    """Nothing that is not counted. And all of it, but that a slow machine may do without the image.

    What a service worker fetches later, for use without a network, is not a part of the visit.
    """
    log = tmp_path / "net.json"
    with_log = launch_options | {"args": [*launch_options["args"], f"--log-net-log={log}"]}
    browser = playwright.chromium.launch(**with_log)
    context = browser.new_context(service_workers="block")
    prepare(context)
    reader = Reader(context.new_page(), address)
    reader.open(PATH)
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.current().wait_for()
    reader.page.wait_for_load_state("networkidle")
    browser.close()

    fetched = {file_of(SITE, url) for url in by_pages(log) if url.startswith("http")}
    image = set(SITE.glob(IMAGE))
    counted = (set(files_of(budget()[name])) for name in {visit, "visit-plain"})
    wrong = min(((fetched ^ files) - image for files in counted), key=len)
    assert sorted(path.relative_to(SITE).as_posix() for path in wrong) == []
