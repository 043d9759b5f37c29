"""Hosts that let scripts run after the page has loaded, one after the other or in another order."""

import re
from datetime import date

import pytest
from playwright.sync_api import Route, expect
from reader import Reader
from waiting import wait_until

DAY = date(2026, 11, 24)
MARK = ' data-cfasync="false"'
"""Hosts leave alone what has it."""

RUNS = re.compile(r"<script(?! type=.application/)([^>]*)>")
LOADER = """addEventListener("load", async () => {
    const late = [...document.querySelectorAll("script[data-late-type]")];
    if (ORDER) late.reverse();
    for (const old of late) {
        const script = document.createElement("script");
        for (const { name, value } of old.attributes) if (name !== "type") script.setAttribute(name, value);
        if (old.dataset.lateType) script.type = old.dataset.lateType;
        script.text = old.text;
        script.async = false;
        const isDone = old.hasAttribute("src") ? new Promise((settle) => { script.onload = settle; }) : 0;
        old.replaceWith(script);
        await isDone;
        if (script.src.includes("bridge")) await new Promise((settle) => setTimeout(settle, 500));
    }
});"""
"""Runs each script once the page has loaded, one after the other, and waits after ours."""

AT = "/late/loader.js"
"""It is a file of the host, as the pages' policy runs no text that was put into them."""

LOADS = f'<script src="{AT}"></script></body>'


def postpone(html: str) -> str:
    """Return a page as such a host sends it."""

    def late(match: re.Match[str]) -> str:
        if MARK in match[0]:
            return match[0]
        kind = re.search(r' type="?([a-z]+)"?', match[1])
        rest = match[1].replace(kind[0], "") if kind else match[1]
        return f'<script type="late" data-late-type="{kind[1] if kind else ""}"{rest}>'

    return RUNS.sub(late, html).replace("</body>", LOADS)


@pytest.mark.parametrize(
    ("leaves_marked", "is_turned"),
    [
        pytest.param(True, False, marks=pytest.mark.slow),
        pytest.param(False, False, marks=pytest.mark.slow),
        (False, True),
    ],
    ids=["marks are heeded", "all late", "all late, last first"],
)
def test_scripts_may_run_late_and_in_another_order(
    reader: Reader, *, leaves_marked: bool, is_turned: bool
) -> None:
    """A page that comes by a link shows what was entered, and nothing empty is kept for it."""

    def send(route: Route) -> None:
        html = (response := route.fetch()).text()
        html = html if leaves_marked else html.replace(MARK, "")
        route.fulfill(response=response, body=postpone(html))

    reader.open()
    reader.type_date("Interview date", DAY)
    reader.current().wait_for()
    before = reader.records()
    loader = LOADER.replace("ORDER", "true" if is_turned else "false")
    reader.page.route(
        f"**{AT}", lambda one: one.fulfill(body=loader, content_type="text/javascript")
    )
    reader.page.route(re.compile(r"/(guide|plan)/[a-z-]+/$"), send)
    reader.open("guide/prepare/")
    wait_until(reader.page, "globalThis.document$ !== undefined")
    reader.go()

    for label, text in (("Day", "24"), ("Month", "11"), ("Year", "2026")):
        expect(reader.box("Interview date", label)).to_have_value(text)
    reader.box("Interview date", "Day").focus()
    reader.page.keyboard.press("Tab")
    reader.open("about/about/", ready=False)
    assert reader.records() == before


def test_every_script_of_a_page_is_marked(reader: Reader) -> None:
    """The theme's too."""
    html = reader.page.request.get(f"{reader.address}plan/dates/").text()

    assert len(RUNS.findall(html)) >= 6
    assert [script for script in RUNS.findall(html) if MARK not in script] == []
