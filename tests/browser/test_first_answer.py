"""What is not needed for the first answer comes after it: the theme's script, and with it the search; the
other panels, and other interviews.

Nothing here hangs on a clock: the theme's own moment never comes, but where it is what is tested.
"""

import json
import re
from typing import Literal

import pytest
from byte_budget import SITE, budget, files_of
from holding import hold
from long_form import in_long_form
from playwright.sync_api import BrowserContext, Route, expect
from reader import LeftBy, Reader
from site_pages import file_of
from waiting import wait_until

PATH = "plan/dates/"
PYTHON = "**/python-*.bin"
THEME = "/assets/javascripts/bundle."
SEARCH = ("/assets/javascripts/workers/search.", "/search/search_index.json")
ENDLESS = """const later = setTimeout;
    globalThis.setTimeout = (act, wait, ...rest) => wait === 1000 ? 0 : later(act, wait, ...rest);"""
"""Takes the theme's own moment away, which is 1,000 milliseconds after the first paint."""

A_MOMENT = 3_000
"""Milliseconds in which whatever a page asks for on its own has been asked for."""

NOTE_QUESTIONS = """globalThis.asked = [];
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message?.ask) asked.push(message.ask);
      return postMessage.call(this, message, ...rest);
    };"""

PAPER = "body => getComputedStyle(body).backgroundColor"
HALF = 128
WHOLE = """[...document.querySelectorAll("link[rel=stylesheet]")]
    .map((sheet) => sheet.getAttribute("href") === sheet.href && sheet.sheet !== null)"""
"""Whether each style sheet is there and has its whole address."""

HAS_THEME = "globalThis.document$ !== undefined"


@pytest.fixture
def fetched(context: BrowserContext) -> list[str]:
    """Return the addresses that were asked for, as they are."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    return asked


def themes(fetched: list[str]) -> list[str]:
    """Return which of the addresses are the theme's script or what that asks for."""
    return [one for one in fetched if any(part in one for part in (THEME, *SEARCH))]


def test_before_the_first_answer_nothing_comes_but_what_it_needs(
    context: BrowserContext, reader: Reader, fetched: list[str]
) -> None:
    """Files and bytes: no script of the theme, no search. Then it comes, and the search after it."""
    reader.page.add_init_script(ENDLESS)
    release = hold(context, PYTHON)
    reader.open(PATH, ready=False)
    expect(reader.question("Interview date")).to_be_visible()
    reader.page.wait_for_timeout(A_MOMENT)

    assert {file_of(SITE, one) for one in fetched} == set(files_of(budget()["first-answer"]))
    release()
    reader.wait_for("ready")
    wait_until(reader.page, HAS_THEME)
    reader.page.wait_for_load_state("networkidle")
    assert [part in one for one, part in zip(themes(fetched), (THEME, *SEARCH), strict=True)] == [True] * 3  # fmt: skip


@pytest.mark.parametrize(
    "path", [PATH, *in_long_form("", "plan/checklist/", "guide/first-contact/")]
)
def test_whoever_wants_to_search_need_not_wait_for_the_answer(
    context: BrowserContext, reader: Reader, path: str
) -> None:
    """What was typed while the theme was on its way is found."""
    reader.page.add_init_script(ENDLESS)
    hold(context, PYTHON)
    reader.open(path, ready=False)
    box = reader.page.get_by_role("textbox", name="Search")
    box.focus()
    box.press_sequentially("voicemail")

    expect(reader.page.get_by_role("search").get_by_role("link").first).to_be_visible()


def test_the_menu_needs_no_theme_and_touching_it_brings_the_theme(
    context: BrowserContext, reader: Reader
) -> None:
    """It opens with the first press."""
    reader.page.set_viewport_size({"width": 390, "height": 844})
    reader.page.add_init_script(ENDLESS)
    hold(context, PYTHON)
    reader.open(PATH, ready=False)
    expect(reader.page.locator("html[data-followup=starting]")).to_be_attached()
    assert not reader.page.evaluate(HAS_THEME)
    reader.page.get_by_role("button", name="Menu").click()

    expect(reader.page.get_by_role("link", name="Guide").first).to_be_visible()
    wait_until(reader.page, HAS_THEME)


def test_the_page_never_stands_there_without_its_styles(
    context: BrowserContext, reader: Reader
) -> None:
    """The theme would have them fetched again: here a host is slow with what was fetched once."""
    reader.page.add_init_script(ENDLESS)
    hold(context, PYTHON)
    reader.open(PATH, ready=False)
    paper = reader.page.locator("body").evaluate(PAPER)
    let_styles_come = hold(context, "**/*.css")
    reader.page.get_by_role("textbox", name="Search").focus()
    reader.page.wait_for_timeout(A_MOMENT)
    assert reader.page.locator("body").evaluate(PAPER) == paper
    let_styles_come()
    wait_until(reader.page, HAS_THEME)

    assert reader.page.evaluate(WHOLE) == [True] * 3
    assert reader.page.locator("body").evaluate(PAPER) == paper


@pytest.mark.parametrize("colours", ["dark", "light"])
def test_the_colours_are_right_before_the_theme_comes(
    context: BrowserContext, reader: Reader, colours: Literal["dark", "light"]
) -> None:
    """On a first visit, of which nothing is kept."""
    reader.page.emulate_media(color_scheme=colours)
    reader.page.add_init_script(ENDLESS)
    hold(context, PYTHON)
    reader.open(PATH, ready=False)
    paper = reader.page.locator("body").evaluate(PAPER)
    assert not reader.page.evaluate(HAS_THEME)
    reader.page.get_by_role("textbox", name="Search").focus()
    wait_until(reader.page, HAS_THEME)

    assert reader.page.locator("body").evaluate(PAPER) == paper
    red = int(re.findall(r"\d+", paper)[0])
    assert (red < HALF) == (colours == "dark")


def test_where_python_cannot_come_the_theme_does(context: BrowserContext, reader: Reader) -> None:
    """At once, as nothing else is waited for."""
    reader.page.add_init_script(ENDLESS)
    context.route(PYTHON, lambda route: route.abort())
    reader.open(PATH, ready=False)

    reader.wait_for("failed")
    wait_until(reader.page, HAS_THEME)


def test_a_slow_answer_does_not_keep_the_theme_away(
    context: BrowserContext, reader: Reader
) -> None:
    """It comes by itself in its moment."""
    hold(context, PYTHON)
    reader.open(PATH, ready=False)

    wait_until(reader.page, HAS_THEME)
    expect(reader.page.locator("html")).to_have_attribute("data-followup", "starting")


def test_the_theme_comes_where_the_script_of_the_head_does_not_run(
    context: BrowserContext, reader: Reader
) -> None:
    """As in a browser that cannot read it: one that is changed, no policy lets run."""
    reader.page.add_init_script(ENDLESS)
    hold(context, PYTHON)
    early = re.compile(r"(<script[^>]* data-early [^>]*>)")

    def change(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=early.sub(r"\1?", response.text()))

    context.route(re.compile(rf"/{PATH}$"), change)
    reader.open(PATH, ready=False)

    wait_until(reader.page, HAS_THEME)


def test_a_page_without_tools_waits_for_nothing(reader: Reader) -> None:
    """There is no answer that the theme could be in the way of."""
    reader.page.add_init_script(ENDLESS)
    reader.open("about/about/", ready=False)

    wait_until(reader.page, HAS_THEME)


def two_interviews(reader: Reader) -> None:
    """Enter the dates of two."""
    reader.open("plan/interviews/")
    for _ in range(2):
        reader.page.get_by_role("button", name="Add an interview").click()
        reader.says("You now see the plan for")
        reader.go()
        reader.question("Interview date").get_by_role("button", name="Today").click()
        reader.says("Saved")
        reader.go("plan/interviews/")


@pytest.mark.parametrize(("path", "panel", "alone"), [(PATH, "plan", True), ("", "next-step", False)])  # fmt: skip
def test_the_first_question_is_for_the_date_alone(
    context: BrowserContext, reader: Reader, left_by: LeftBy, path: str, panel: str, *, alone: bool
) -> None:
    """On the page of dates with the records of its interview. Right after it comes all the rest."""
    context.set_storage_state(left_by(two_interviews))
    reader.page.add_init_script(NOTE_QUESTIONS)
    reader.open(path)
    wait_until(reader.page, "asked.length >= 2")
    first, second = (json.loads(text) for text in reader.page.evaluate("asked.slice(0, 2)"))

    assert (first["panels"], first["steps"], first["messages"]) == ([panel], [], [])
    assert first["changed"] == []
    assert len(second["panels"]) > 1
    of = {json.loads(text)["interview"] for text in first["records"].values()}
    assert (of <= {first["interview"], "all"}) == alone
    assert (second["over"], second["dropped"]) == (first["number"], [])
    kept = {name.partition("/.r.")[2] for name in reader.records()}
    assert {*first["records"], *second["records"]} == kept
    assert not first["records"].keys() & second["records"].keys()
