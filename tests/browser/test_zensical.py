"""The same sources under Zensical, which takes the place of Material for MkDocs when that ends."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from copied_project import copy_project
from missing import leave_out
from outcomes import ROOT
from playwright.sync_api import BrowserContext, expect
from reader import Reader
from site_server import SUB_PATH, address_of, serve

MADE = "docs/assets/made"
LEFT_OUT = {"offline.html", "new-version.html"}
"""Made by MkDocs from templates of ours for the service worker, which comes with `make site`."""

INTERVIEW = date(2026, 11, 24)


class Text(HTMLParser):
    """Reads the text of a page's article; without its tags, which only Zensical shows."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.inside = 0
        self.hidden: list[str] = []
        self.feed(page.read_text("utf-8"))
        self.text = re.sub(r"\s+", " ", "".join(self.parts)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        self.inside += tag == "article"
        if tag in ("script", "style") or "md-tags" in (dict(attrs).get("class") or ""):
            self.hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Come out of an element."""
        self.inside -= tag == "article"
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        if self.inside and not self.hidden:
            self.parts.append(data)


@pytest.mark.slow
def test_the_same_pages_and_the_main_job_under_zensical(
    context: BrowserContext, tmp_path: Path
) -> None:
    """Under the newest version that pip finds for this machine: equal texts, and the tools work."""
    project = copy_project(tmp_path)
    shutil.copytree(ROOT / MADE, project / MADE)
    zensical = tmp_path / "zensical"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--target",
        str(zensical),
        "zensical",
    ]
    if subprocess.run(install, check=False, capture_output=True).returncode:
        leave_out("Zensical", "python3-pip", "and a network")
    ours = tmp_path / "ours"
    run(project, project / "py", "-m", "followup_site.build", str(ours))
    run(project, zensical, "-m", "zensical", "build", "-f", "mkdocs.yml")
    theirs = project / "site"

    pages, others = pages_of(ours), pages_of(theirs)
    assert pages.keys() - others.keys() <= LEFT_OUT
    assert [name for name, page in others.items() if page.text != pages[name].text] == []
    server = serve(theirs, SUB_PATH)
    reader = Reader(context.new_page(), address_of(server))
    reader.open("plan/dates/")
    reader.type_date("Interview date", INTERVIEW)
    expect(reader.page.locator("[data-panel=plan] [data-step]").first).to_be_visible()
    reader.go("guide/at-the-interview/")
    reader.tick("meet-names")
    expect(reader.page.locator("[data-status]")).to_contain_text("Saved")
    server.shutdown()
    server.server_close()


def pages_of(site: Path) -> dict[str, Text]:
    """Return the texts of all pages by their files."""
    return {page.relative_to(site).as_posix(): Text(page) for page in site.rglob("*.html")}


def run(project: Path, first: Path, *command: str) -> None:
    """Run Python in the copy, with modules of a folder before all others, and the copy's own."""
    told = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={**os.environ, "PYTHONPATH": f"{first}{os.pathsep}{project / 'py'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
