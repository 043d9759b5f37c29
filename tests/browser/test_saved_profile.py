"""What a browser kept under commit 798ab40, when all scripts stood in one folder, is found again."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from copies import take
from playwright.sync_api import BrowserContext, expect
from reader import Reader
from site_server import SUB_PATH, address_of, serve

from followup_site.runtime.pack import ROOT

PROFILE: dict[str, Any] = json.loads(
    (ROOT / "tests/cases/saved/profile-798ab40.json").read_text("utf-8")
)
DAYS = ["2026-12-10", "2026-12-21", "2026-12-31", "2027-01-11"]
PUT = """async ({ database, local, mirror }) => {
    for (const [key, text] of Object.entries(local)) localStorage.setItem(key, text);
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("texts");
    await new Promise((settle) => (asked.onsuccess = settle));
    const change = asked.result.transaction("texts", "readwrite");
    for (const [key, text] of Object.entries(mirror)) change.objectStore("texts").put(text, key);
    await new Promise((settle) => (change.oncomplete = settle));
    asked.result.close();
}"""


def finds_everything(tab: Reader, kept: dict[str, Any]) -> None:
    """Put what was kept into the browser, and look for plan, name and tick on three pages."""
    assert PROFILE["path"] == SUB_PATH
    tab.page.goto(f"{tab.address}version.txt")  # no script of ours runs there
    tab.page.evaluate(PUT, {**PROFILE, **kept})
    tab.set_today(date(2026, 11, 24))
    tab.open("plan/dates/")
    expect(tab.page.locator("[data-panel=plan] [data-step]")).to_have_count(len(DAYS))

    assert tab.plan_days() == DAYS
    tab.go("plan/interviews/")
    expect(tab.page.locator("[data-panel=interviews]")).to_contain_text("Acme")
    tab.go("guide/at-the-interview/")
    expect(tab.box_of("meet-names")).to_be_checked()
    names = {key.partition("/.")[2] for key in tab.page.evaluate("Object.keys(localStorage)")}
    assert {name for name in PROFILE["mirror"] if name.startswith("r.")} <= names


@pytest.mark.parametrize("kept", [{}, {"local": {}}, {"mirror": {}}], ids=["both", "mirror", "local"])  # fmt: skip
def test_a_profile_of_before_the_rooms_is_found(reader: Reader, kept: dict[str, Any]) -> None:
    """Under the same keys, from either store."""
    finds_everything(reader, kept)


def test_its_link_brings_the_plan_into_another_browser(reader: Reader) -> None:
    """At the address that it was made for."""
    reader.set_today(date(2026, 11, 24))
    reader.open(f"plan/restore/#{PROFILE['link']}")
    take(reader)
    reader.go("plan/dates/")
    expect(reader.page.locator("[data-panel=plan] [data-step]")).to_have_count(len(DAYS))

    assert reader.plan_days() == DAYS


@pytest.mark.slow
def test_it_is_found_while_the_site_is_worked_on(context: BrowserContext, tmp_path: Path) -> None:
    """`make serve` has the scripts in their rooms, and the keys are under the site's path too."""
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True)
    server = serve(tmp_path, SUB_PATH)
    finds_everything(Reader(context.new_page(), address_of(server)), {})
    server.shutdown()
    server.server_close()
