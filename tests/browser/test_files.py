"""Files that an answer needs: fetched from the site when asked for, kept, and never asked for in vain."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from site_server import FILES
from small_page import SmallPage

NAME = "holidays/GB.json"
BODY = '<div data-panel="plan">As built</div><input type="checkbox" data-tick="a" data-round="0" id="tick">'
ANSWER = """
  if (q.panels.includes("plan") && !("holidays/GB.json" in q.files)) needs = ["holidays/GB.json"];
  else outputs.plan = "File: " + q.files["holidays/GB.json"];
  if (needs.length > 0) outputs.plan = "must not be shown";
"""


@pytest.fixture(name="tab")
def _tab(context: BrowserContext, address: str) -> SmallPage:
    """A tab."""
    return SmallPage(context.new_page(), address)


def serve(page: Page, text: str | None) -> list[str]:
    """Answer for the file, or fail if there is no text; return where it was asked for."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if text is None:
            route.abort()
        else:
            route.fulfill(body=text, content_type="application/json")

    page.unroute("**/holidays/*")
    page.route("**/holidays/*", answer)
    return asked


def test_a_file_is_fetched_and_the_question_asked_again(tab: SmallPage) -> None:
    """Once in a visit; the answer without it is not shown."""
    asked = serve(tab.page, '{"a": 1}')
    tab.show(BODY, ANSWER)

    expect(tab.page.locator("[data-panel=plan]")).to_have_text('File: {"a": 1}')
    tab.page.locator("#tick").check()
    assert tab.last_question()["files"] == {NAME: '{"a": 1}'}
    assert asked == [f"{tab.address}{FILES}/made/{NAME}"]


def test_a_file_that_cannot_be_had_is_null_until_the_network_is_back(tab: SmallPage) -> None:
    """It is not asked for again and again."""
    asked = serve(tab.page, None)
    tab.show(BODY, ANSWER)
    plan = tab.page.locator("[data-panel=plan]")

    expect(plan).to_have_text("File: null")
    tab.page.locator("#tick").check()
    assert tab.last_question()["files"] == {NAME: None}
    assert len(asked) == 1
    serve(tab.page, "{}")
    tab.page.evaluate("dispatchEvent(new Event('online'))")
    expect(plan).to_have_text("File: {}")


def test_a_file_is_asked_for_again_on_the_next_visit(tab: SmallPage) -> None:
    """The page leaves no trace of it in the browser: only the service worker keeps files."""
    serve(tab.page, "[1]")
    tab.show(BODY, ANSWER)
    plan = tab.page.locator("[data-panel=plan]")
    expect(plan).to_have_text("File: [1]")
    asked = serve(tab.page, "[2]")
    tab.page.reload()
    expect(plan).to_have_text("File: [2]")
    assert len(asked) == 1
    assert tab.page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("text", ["[" * 100 + "]" * 100, json.dumps("x" * 300_000)], ids=["deep", "large"])  # fmt: skip
def test_a_file_that_could_harm_is_not_handed_on(tab: SmallPage, text: str) -> None:
    """Nor kept."""
    serve(tab.page, text)
    tab.show(BODY, ANSWER)

    expect(tab.page.locator("[data-panel=plan]")).to_have_text("File: null")


@pytest.mark.parametrize("name", ["../secret.json", "https://example.org/a.json", "holidays/..%2fa.json", "holidays/a/b.json"])  # fmt: skip
def test_only_files_of_a_known_place_are_fetched(tab: SmallPage, name: str) -> None:
    """Whatever an answer says."""
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.show(BODY, ANSWER.replace(NAME, name))

    expect(tab.page.locator("[data-panel=plan]")).to_have_text("File: null")
    assert not any("a.json" in url or "secret" in url for url in asked)
