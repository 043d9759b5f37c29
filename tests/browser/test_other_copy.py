"""A copy of somebody else's, with another name and under another path, does all that this one does."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from urllib.parse import urldefrag

import pytest
from axe import violations
from copies import act, bring, take_link
from playwright.sync_api import Browser, BrowserContext, expect
from publishing import Host
from reader import Reader
from visits import keep_whole

from followup_site.publisher.offices import FOLDER
from followup_site.publisher.values import DOCS, FILE

ROOT = DOCS.parent
SUB_PATH = "/jobs/after/"
NAME = "Hill & Dale's jobs"
VALUES = {
    "name": NAME,
    "owner": "Careers Office, Hill & Dale <College>",
    "contact": "careers@hilldale.example",
    "paid_by": "Hill & Dale College",
    "source": "https://code.example/hilldale",
}
OFFICE = 'name = "School of Engineering"\nfirst-wait = 5\n'
TODAY, INTERVIEW = date(2026, 11, 25), date(2026, 11, 24)
PAGES = ("", "plan/dates/", "plan/checklist/", "plan/keep/", "guide/offer/", "careers-offices/")
LINKED = "[...document.querySelectorAll('a[href], link[href], script[src], img[src]')].map((one) => one.href || one.src)"


LOCKS = ("package-lock.json", "requirements.txt")
"""What the list of everything that is published is made of."""


@pytest.fixture(scope="module", name="host")
def _host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Where that copy stands, made as its publisher makes it: from the same files, and two more."""
    place = tmp_path_factory.mktemp("fork")
    host = Host(tmp_path_factory.mktemp("host"), SUB_PATH)
    shutil.copytree(DOCS, place / "docs", ignore=shutil.ignore_patterns("offices"))
    for name in ("py", "node_modules", "CHANGELOG.md", "mkdocs.yml", *LOCKS):
        (place / name).symlink_to(ROOT / name)
    lines = (f"{key} = {json.dumps(text)}\n" for key, text in VALUES.items())
    (place / "docs" / FILE).write_text("".join(lines), "utf-8")
    (place / "docs" / FOLDER).mkdir()
    (place / "docs" / FOLDER / "engineering.toml").write_text(OFFICE, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(place / "py"), "SITE_URL": host.address, "NO_MKDOCS_2_WARNING": "1"}  # fmt: skip
    for module in ("build", "publish.finish"):
        command = [sys.executable, "-m", f"followup_site.{module}", "site"]
        subprocess.run(command, cwd=place, env=env, check=True)
    host.serve_folder(place / "site")
    yield host
    host.stop()


@pytest.fixture(name="visitor")
def _visitor(browser: Browser, host: Host) -> Iterator[Reader]:
    """Somebody with a phone, and with a service worker."""
    context: BrowserContext = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en-GB"
    )
    yield Reader(context.new_page(), host.address)
    context.close()


@pytest.fixture(name="elsewhere")
def _elsewhere(browser: Browser, host: Host) -> Iterator[Reader]:
    """The same person's other browser."""
    context = browser.new_context(locale="en-GB", service_workers="block")
    yield Reader(context.new_page(), host.address)
    context.close()


def enter(reader: Reader) -> list[str]:
    """Do the main job: a date and a tick; return the days of the plan."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.says("Saved")
    days = reader.plan_days()
    reader.go("guide/at-the-interview/")
    reader.tick("meet-names")
    reader.says("Saved")
    return days


@pytest.mark.slow
def test_a_link_takes_the_plan_from_one_browser_to_another(
    visitor: Reader, elsewhere: Reader
) -> None:
    """The main job, then the link; its address is the copy's."""
    days = enter(visitor)
    link = take_link(visitor)
    assert link.startswith(f"{visitor.address}plan/restore/#restore=")

    elsewhere.set_today(TODAY)
    bring(elsewhere, link)
    act(elsewhere, "Bring my plan back")
    elsewhere.says("Your plan is back.")
    elsewhere.go("plan/dates/")
    elsewhere.current().wait_for()
    assert elsewhere.plan_days() == days
    elsewhere.go("guide/at-the-interview/")
    expect(elsewhere.box_of("meet-names")).to_be_checked()


@pytest.mark.slow
def test_an_office_of_the_copy_is_asked_for_by_its_name(visitor: Reader) -> None:
    """Its file was made by the build, and counts."""
    visitor.set_today(TODAY)
    visitor.page.goto(f"{visitor.address}#office=engineering")
    visitor.wait_for("ready")
    visitor.page.locator("#office-use").click()
    expect(visitor.page.locator("[data-office=in-use]")).to_contain_text("School of Engineering")
    visitor.type_date("Interview date", INTERVIEW)
    expect(visitor.current_card()).to_contain_text("Monday 30 November 2026")


@pytest.mark.slow
def test_every_link_of_six_pages_leads_somewhere(visitor: Reader) -> None:
    """And what pages are made of is there; all of it below the copy's own path."""
    page = visitor.page
    found: set[str] = set()
    for path in PAGES:
        visitor.open(path, ready=False)
        found |= {urldefrag(url).url for url in page.evaluate(LINKED)}
    own = sorted(url for url in found if url.startswith(visitor.address))

    assert len(own) > 60
    assert [url for url in own if page.request.get(url).status != 200] == []
    host = visitor.address.removesuffix(SUB_PATH)
    assert [url for url in found if url.startswith(host) and url not in own] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visitor: Reader, path: str) -> None:
    """With its name and owner in the pages."""
    visitor.open(path, ready=path.startswith("plan"))
    expect(visitor.page.locator(".site-brand")).to_contain_text(NAME)

    assert violations(visitor.page) == []


@pytest.mark.slow
def test_without_a_network_it_works_on(visitor: Reader, host: Host) -> None:
    """Last, as the host is stopped for good."""
    days = enter(visitor)
    keep_whole(visitor)
    host.stop()

    visitor.open()
    visitor.current().wait_for()
    assert visitor.plan_days() == days
    visitor.open("guide/offer/", ready=False)
    expect(visitor.page.locator("h1")).to_be_visible()
