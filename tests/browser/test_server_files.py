"""The files for web servers: what they say is sent, binds what it is meant to bind, and is in no way."""

import fnmatch
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hostile_worker import by_script, hostile, other_host
from long_form import in_long_form
from odd_hosts import STRICT, type_of, with_policy_too
from playwright.sync_api import BrowserContext, expect
from reader import Reader
from server_programs import FILES, apache, nginx
from site_server import FILES as VERSION
from site_server import SUB_PATH, Answer, Behaviour, served
from waiting import wait_until

ASKED = (
    "",
    "guide/prepare/",
    "plan/dates/",
    "assets/messages.txt",
    f"{VERSION}/python/worker.js",
    f"{VERSION}/styles/followup.css",
    "service_worker.js",
    "nothing/here/",
)
AFTERWARDS = 1_000
"""Milliseconds in which what was tried may still get out."""


def sent(name: str) -> dict[str, str]:
    """Return what the file `_headers` says is sent with an address below the site's start, as its
    hosts read it."""
    found: dict[str, str] = {}
    fits = False
    for line in (FILES / "headers.txt").read_text("utf-8").splitlines():
        if line.startswith("/"):
            fits = fnmatch.fnmatchcase(SUB_PATH + name, line)
        elif fits and line.startswith("  "):
            key, _, value = line.strip().partition(": ")
            assert key not in found, f"{key} twice for {name}"
            found[key] = value
    return found


def with_headers(behave: Behaviour | None = None) -> Behaviour:
    """Return a host that sends what the file says, with what it has or what another has changed."""

    def with_them(name: str, file: Path) -> Answer | None:
        answer = behave(name, file) if behave else None
        if not answer and file.is_file():
            answer = Answer(200, file.read_bytes(), {"Content-Type": type_of(file)})
        return answer and Answer(answer.status, answer.body, {**sent(name), **answer.headers})

    return with_them


def test_the_main_job_with_all_headers(context: BrowserContext, site: Path) -> None:
    """The browser objects to nothing, and knows each word of them."""
    with served(site, with_headers()) as address:
        reader = Reader(context.new_page(), address)
        said: list[str] = []
        reader.page.on("console", lambda message: said.append(message.text))
        reader.open("plan/dates/")
        reader.question("Interview date").get_by_role("button", name="Today").click()
        expect(reader.current()).to_be_visible()
        reader.go("guide/at-the-interview/")
        reader.tick("meet-names")
        reader.says("Saved")

    assert [text for text in said if "Playwright" not in text] == []


def test_guide_pages_may_stand_in_any_page_and_tools_in_ours(
    context: BrowserContext, site: Path
) -> None:
    """So a careers office can show the guide, and nobody can put a button of theirs over a tool."""
    frames = (
        "<iframe name=guide src={0}guide/prepare/></iframe><iframe name=tool src={0}plan/dates/>"
    )
    with (
        served(site, with_headers()) as address,
        served(
            site,
            lambda _name, _file: Answer(
                200, frames.format(address).encode(), {"Content-Type": "text/html"}
            ),
        ) as office,  # fmt: skip
    ):
        page = context.new_page()
        page.goto(office.replace("127.0.0.1", "localhost"))
        guide, tool = page.frame("guide"), page.frame("tool")
        assert guide
        assert tool
        expect(page.frame_locator("[name=guide]").get_by_role("heading", level=1)).to_be_visible()

        assert tool.locator("h1").count() == 0


@pytest.mark.parametrize("has_them", [True, *in_long_form((False,))], ids=str)
def test_a_worker_from_an_address_is_bound_by_its_headers(
    context: BrowserContext, site: Path, *, has_them: bool
) -> None:
    """As no policy of a page binds that one, the attack gets out without them: it comes before the
    fence is up."""
    with other_host() as (other, asked):
        behave = hostile(by_script(other), has_policy=False)
        behave = with_policy_too(with_headers(behave) if has_them else behave, STRICT)
        with served(site, behave) as address:
            reader = Reader(context.new_page(), address)
            reader.open("plan/dates/")
            wait_until(reader.page, "self.tried")
            reader.page.wait_for_timeout(AFTERWARDS)

    assert (asked == []) == has_them


Program = Callable[[], AbstractContextManager[str]]


@pytest.mark.slow
@pytest.mark.parametrize("program", [nginx, apache], ids=["nginx", "Apache"])
def test_servers_send_what_the_file_for_them_says(
    context: BrowserContext, program: Program
) -> None:
    """The same as the file `_headers` says; and the main job works."""
    with program() as address:
        for name in ASKED:
            expected = sent(name)
            answer = asked_of(address + name)
            assert {key: answer[1].get(key) for key in expected} == expected, name
            assert answer[0] == (404 if name == "nothing/here/" else 200)
        reader = Reader(context.new_page(), address)
        reader.open("plan/dates/")
        reader.question("Interview date").get_by_role("button", name="Today").click()
        expect(reader.current()).to_be_visible()
        reader.page.goto(f"{address}nothing/here/")
        expect(reader.page.get_by_role("heading", level=1)).to_be_visible()


def asked_of(url: str) -> tuple[int, dict[str, str]]:
    """Return the status and the headers of an answer."""
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310 # of this machine
            return answer.status, dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers)
