"""The second part of Pyodide's module: fetched only when something calls for it, and then at once."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from publishing import Host
from reader import Reader

from followup_site.publish import service_worker
from followup_site.runtime.pack import HOT_FUNCTIONS, IMAGE, PARTS, PYODIDE, RUNTIME, SLIM
from followup_site.tools.node import run_node

MODULE, COLD = "pyodide.asm.wasm", "pyodide.cold.wasm"
VERSION = "111111111111"
SCRIPTS = (MODULE, "pyodide.asm.js", "pyodide.mjs")


@pytest.fixture(scope="module", name="all_cold")
def _all_cold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Pyodide's module in two, all functions in the second that can be there."""
    folder: Path = tmp_path_factory.mktemp("all-cold")
    shutil.copytree(RUNTIME, folder, dirs_exist_ok=True)
    for name in SCRIPTS:
        shutil.copyfile(PYODIDE / name, folder / name)
    called = folder / "called.txt"
    called.write_text(HOT_FUNCTIONS.read_text().partition("\n")[0] + "\n")
    run_node(SLIM, folder, called)
    run_node(IMAGE, folder, PARTS)
    return folder


@pytest.fixture(name="needed")
def _needed(reader: Reader, all_cold: Path, asked: list[str]) -> Iterator[list[str]]:
    """What the reader's browser asks for, with such a module in place of the published one."""
    context = reader.page.context
    context.route(
        re.compile(rf"/({MODULE}|{COLD}|python-image\.bin)$"),
        lambda route: route.fulfill(path=all_cold / Path(route.request.url).name),
    )
    yield asked
    context.unroute_all()
    asked.clear()


@pytest.mark.slow
def test_the_second_part_comes_in_the_middle_of_a_call(reader: Reader, needed: list[str]) -> None:
    """Python starts, with its memory image, and answers."""
    came: list[str] = []
    reader.page.context.on("requestfinished", lambda one: came.append(Path(one.url).name))
    reader.open("plan/dates/")
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.current().wait_for()

    assert needed.count(COLD) == 1
    assert "python-image.bin" in came
    assert "python-library.bin" not in came


@pytest.mark.slow
def test_without_the_second_part_the_page_says_so_and_retry_works(
    reader: Reader, needed: list[str]
) -> None:
    """The worker gives up aloud; the next one gets what it needs."""
    context = reader.page.context
    context.route(f"**/{COLD}", lambda route: route.abort())
    reader.open("plan/dates/", ready=False)
    reader.wait_for("failed")
    assert COLD in needed
    expect(reader.page.locator("[data-failed]")).to_be_visible()
    context.unroute_all()
    reader.page.get_by_role("button", name="Try again").click()
    reader.wait_for("ready")


@pytest.mark.slow
def test_the_second_part_is_at_hand_without_a_network(
    browser: Browser, all_cold: Path, tmp_path: Path
) -> None:
    """It is asked for in the middle of a call, and the service worker answers."""
    host = Host(tmp_path)
    site = host.publish(VERSION)
    for name in (MODULE, COLD, "python-image.bin"):
        file = site / f"followup-{VERSION}" / "made" / "runtime" / name
        file.unlink()  # it is linked to the one of the built site
        shutil.copyfile(all_cold / name, file)
    service_worker.write(site)
    context = browser.new_context()
    tab = Reader(context.new_page(), host.address)
    tab.open("plan/keep/")
    expect(tab.page.locator("[data-offline=whole]")).to_be_visible()
    host.stop()

    tab.open("plan/dates/")
    tab.question("Interview date").get_by_role("button", name="Today").click()
    tab.current().wait_for()
    context.close()


def test_a_day_of_a_reader_does_without_it(reader: Reader, asked: list[str]) -> None:
    """As do all other days in these tests: conftest.py holds that."""
    reader.open("plan/dates/")
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.current().wait_for()
    for path in ("plan/messages/", "plan/settings/", "plan/keep/"):
        reader.open(path)

    assert MODULE in asked
    assert COLD not in asked
