"""The first frame of a return visit: the date as it was last seen, before the page's own script has come;
and nothing if anything is otherwise than it was then.

The page's own script is held back, so what stands there is of the head's scripts alone.
"""

import copy
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeAlias

import pytest
from holding import hold
from long_form import in_long_form
from playwright.sync_api import BrowserContext, StorageState, expect
from reader import LeftBy, Reader

TODAY = date(2026, 12, 1)
DAY_OF_THE_CALL = date(2026, 12, 10)
"""Ten days after an interview on the day before: a Thursday."""

PATHS = {"plan/dates/": "plan", "": "next-step"}
BRIDGE = "**/page/bridge.js"
A_MOMENT = 700
"""Milliseconds in which the head's scripts have done all that they do."""

Change: TypeAlias = Callable[[dict[str, str]], None]
"""Changes what local storage holds, by the part of each name after the site's own path."""


def see_the_dates(reader: Reader) -> None:
    """Enter an interview, look at both pages, and leave them."""
    reader.set_today(TODAY)
    reader.open("")
    reader.page.get_by_role("button", name="Yesterday").click()
    reader.says("Saved")
    for path, panel in PATHS.items():
        reader.open(path)
        expect(reader.page.locator(f"[data-panel={panel}] time").first).to_be_visible()
    reader.go("about/about/")
    reader.page.goto("about:blank")


@pytest.mark.parametrize(("path", "panel"), PATHS.items())
def test_the_date_stands_there_before_the_pages_own_script(
    context: BrowserContext, reader: Reader, left_by: LeftBy, path: str, panel: str
) -> None:
    """It can be seen, and it stays: the same elements at the same place, once the page is whole."""
    context.set_storage_state(left_by(see_the_dates))
    reader.set_today(TODAY)
    let_go = hold(context, BRIDGE)
    reader.page.goto(reader.address + path, wait_until="commit")
    shown = reader.page.locator(f"[data-panel={panel}] time").first
    expect(shown).to_be_visible()
    element, place = shown.element_handle(), shown.bounding_box()
    let_go()
    reader.wait_for("ready")

    assert element.evaluate("element => element.isConnected")
    assert shown.bounding_box() == place


def test_it_is_in_the_first_frame(context: BrowserContext, reader: Reader, left_by: LeftBy) -> None:
    """Each frame is looked at, from the first one that has the panel."""
    context.set_storage_state(left_by(see_the_dates))
    reader.set_today(TODAY)
    hold(reader.page.context, BRIDGE)
    reader.page.add_init_script("""globalThis.frames_seen = [];
        const look = () => {
          const panel = document.querySelector("[data-panel=plan]");
          if (panel) frames_seen.push(panel.querySelector("time") !== null);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);""")
    reader.page.goto(f"{reader.address}plan/dates/", wait_until="commit")
    expect(reader.page.locator("[data-panel=plan] time").first).to_be_visible()

    assert reader.page.evaluate("frames_seen[0]")


def another_record(kept: dict[str, str]) -> None:
    """Another tab wrote meanwhile."""
    kept["r.9.other.1"] = "{}"


def one_record_less(kept: dict[str, str]) -> None:
    """One was lost."""
    del kept[next(name for name in kept if name.startswith("r."))]


def another_interview(kept: dict[str, str]) -> None:
    """Another tab shows another one."""
    kept["interview"] = "other1"


def another_life(kept: dict[str, str]) -> None:
    """Everything was deleted meanwhile."""
    kept["life"] += "1"


def something_put_aside(kept: dict[str, str]) -> None:
    """A record was found damaged."""
    kept["q.r.9.other.1"] = "{}"


def of_an_older_program(shown: dict[str, Any]) -> None:
    """It told nothing that can be told without reading records."""
    del shown["outline"]


def without_views(shown: dict[str, Any]) -> None:
    """Another page of this host has damaged it."""
    shown["outputs"] = None


def hostile(html: str) -> Callable[[dict[str, Any]], None]:
    """Return what another page of this host writes into the plan."""

    def change(shown: dict[str, Any]) -> None:
        shown["outputs"]["plan"] += html

    return change


@pytest.mark.parametrize(
    "change",
    [another_record, one_record_less, another_interview, another_life, something_put_aside],
)
def test_nothing_stands_there_if_anything_is_otherwise(
    context: BrowserContext, reader: Reader, left_by: LeftBy, change: Change
) -> None:
    """The page's own script reads the records, and tells."""
    context.set_storage_state(changed(left_by(see_the_dates), change))
    reader.set_today(TODAY)

    assert not is_shown_ahead(reader, "plan/dates/")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("older", of_an_older_program),
        ("damaged", without_views),
        ("picture", hostile("<img src=x>")),
        ("button", hostile('<button data-erase-all type="button">Erase</button>')),
        *in_long_form(
            ("script", hostile("<script>document.title = 1</script>")),
            ("handler", hostile('<p onclick="alert(1)">x</p>')),
            ("address", hostile('<a href="https://example.org/">x</a>')),
        ),
    ],
)
def test_nor_if_what_was_kept_is_no_view_of_ours(
    context: BrowserContext,
    reader: Reader,
    left_by: LeftBy,
    name: str,
    change: Callable[[dict[str, Any]], None],
) -> None:
    """It was changed by somebody else, or is of an older program."""

    def change_shown(kept: dict[str, str]) -> None:
        shown = json.loads(kept["shown"])
        change(shown)
        kept["shown"] = json.dumps(shown)

    context.set_storage_state(changed(left_by(see_the_dates), change_shown))
    reader.set_today(TODAY)

    assert not is_shown_ahead(reader, "plan/dates/"), name


@pytest.mark.parametrize(
    ("path", "today"),
    [
        ("plan/dates/", TODAY + timedelta(days=1)),
        ("plan/dates/#demo", TODAY),
        *in_long_form(("plan/dates/#interview=2026-12-01", TODAY), ("#office=x", TODAY)),
    ],
)
def test_nor_on_another_day_nor_for_what_is_brought(
    context: BrowserContext, reader: Reader, left_by: LeftBy, path: str, today: date
) -> None:
    """The demo is of somebody else, and a link brings dates of its own."""
    context.set_storage_state(left_by(see_the_dates))
    reader.set_today(today)

    assert not is_shown_ahead(reader, path)


def test_the_first_frame_is_looked_for(
    context: BrowserContext, reader: Reader, left_by: LeftBy
) -> None:
    """What the tests before this one ask is yes where nothing is otherwise."""
    context.set_storage_state(changed(left_by(see_the_dates), lambda _: None))
    reader.set_today(TODAY)

    assert is_shown_ahead(reader, "plan/dates/")


def is_shown_ahead(reader: Reader, path: str) -> bool:
    """Return whether anything is painted on a page without its own script."""
    hold(reader.page.context, BRIDGE)
    reader.page.goto(reader.address + path, wait_until="commit")
    expect(reader.page.locator("[data-panel=log], [data-panel=journey]").first).to_be_attached()
    reader.page.wait_for_timeout(A_MOMENT)
    return reader.page.locator("[data-ahead]").count() > 0


def changed(state: StorageState, change: Change) -> StorageState:
    """Return a browser's stores with something else in local storage."""
    state = copy.deepcopy(state)
    (origin,) = state["origins"]
    entries = {one["name"]: one["value"] for one in origin["localStorage"]}
    (prefix,) = {found[0] for name in entries if (found := re.match(r"followup\..*/\.", name))}
    ours = {
        name.removeprefix(prefix): value
        for name, value in entries.items()
        if name.startswith(prefix)
    }
    others = {name: value for name, value in entries.items() if not name.startswith(prefix)}
    change(ours)
    entries = others | {prefix + name: value for name, value in ours.items()}
    origin["localStorage"] = [{"name": name, "value": value} for name, value in entries.items()]
    return state


def see_the_call(reader: Reader) -> None:
    """Come back on the day of the call, and leave."""
    see_the_dates(reader)
    reader.set_today(DAY_OF_THE_CALL)
    reader.open("")
    expect(reader.current_card().get_by_role("button", name="Nobody answered")).to_be_visible()
    reader.go("about/about/")
    reader.page.goto("about:blank")


def test_what_is_pressed_in_the_first_frame_is_done(
    context: BrowserContext, reader: Reader, left_by: LeftBy
) -> None:
    """Once, however often it was pressed, when the page's own script has come."""
    context.set_storage_state(left_by(see_the_call))
    reader.set_today(DAY_OF_THE_CALL)
    let_go = hold(context, BRIDGE)
    reader.page.goto(reader.address, wait_until="commit")
    for _ in range(2):
        reader.current_card().get_by_role("button", name="Nobody answered").click()
    before = len(reader.records())
    let_go()

    expect(reader.page.locator(".logged-today")).to_contain_text("You called")
    assert len(reader.records()) == before + 1


def test_what_a_newcomer_presses_at_once_is_done(context: BrowserContext, reader: Reader) -> None:
    """On a slow line the questions are there long before the script."""
    let_go = hold(context, BRIDGE)
    reader.set_today(TODAY)
    reader.page.goto(reader.address, wait_until="commit")
    reader.page.get_by_role("button", name="Yesterday").click()
    let_go()

    expect(reader.current_card().locator("time").first).to_be_visible()
    expect(reader.box("Interview date", "Day")).to_have_value("30")
