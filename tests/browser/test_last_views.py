"""The last views, painted at once on the next visit: all that ours hold, and nothing that acts."""

import json
from pathlib import Path

import pytest
from long_form import in_long_form
from playwright.sync_api import BrowserContext, Route, expect
from reader import Reader
from small_page import SmallPage

BODY = """<div data-panel="plan">As built</div><div data-panel="settings">As built</div>
<input type="checkbox" id="tick" data-tick="a" data-round="0">"""
VIEW = """<form data-form="closed" data-entry="" id="f" method="dialog" novalidate>
<label for="s">Country</label><select id="s" name="c"><optgroup label="All">
<option value="GB" selected>Britain</option></optgroup></select>
<textarea id="t" rows="2" maxlength="9" placeholder="a">text</textarea><output for="s">1</output></form>
<dl><dt>Key</dt><dd><kbd>K</kbd></dd></dl><pre dir="auto">text</pre>
<ol role="list"><li data-gap="3" data-line="past"><time datetime="2026-12-01">1 December</time></li></ol>
<svg viewBox="0 0 10 10" role="img" aria-labelledby="n" focusable="false"><title id="n">Line</title>
<g transform="translate(1 1)"><path d="M0 0"/><text x="1" y="2" text-anchor="middle">1</text></g></svg>
<p><a href="../dates/#log" data-switch="first1">Dates</a></p>"""


@pytest.fixture(name="tab")
def _tab(context: BrowserContext, address: str) -> SmallPage:
    """A tab."""
    return SmallPage(context.new_page(), address)


def shown_once(tab: SmallPage, view: str) -> None:
    """Show a view, and leave the page, so that it is kept."""
    tab.show(BODY, f"outputs.settings = {json.dumps(view)}")
    tab.page.locator("#tick").check()
    expect(tab.page.locator("[data-panel=settings]")).not_to_have_text("As built")
    tab.last_question()


def test_everything_that_our_views_hold_is_painted_again(tab: SmallPage) -> None:
    """Lists, forms and pictures; before Python is up."""
    shown_once(tab, VIEW)
    before = tab.page.locator("[data-panel=settings]").inner_html()
    tab.show(BODY, None)

    assert tab.page.locator("[data-panel=settings]").inner_html() == before
    expect(tab.page.locator("[data-panel=plan]")).to_have_text("waiting")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        *in_long_form(
            "<img src=x>",
            '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
            '<svg><use href="#x"/></svg>',
            '<svg><animate attributeName="href"/></svg>',
            "<svg><foreignObject></foreignObject></svg>",
        ),
        '<p onclick="alert(1)">x</p>',
        *in_long_form(
            '<p style="position: fixed">x</p>',
            '<a href="javascript:alert(1)">x</a>',
            '<a href="//example.org">x</a>',
        ),
        '<form action="https://example.org"></form>',
        *in_long_form(
            '<form method="post"></form>',
            '<form name="querySelectorAll"></form>',
            '<button formaction="https://example.org">x</button>',
            "<iframe></iframe>",
            "<p data-md-component=x>x</p>",
        ),
    ],
)
def test_what_could_act_is_not(tab: SmallPage, hostile: str) -> None:
    """Another page of the same host may have written it."""
    shown_once(tab, VIEW)
    tab.page.goto("about:blank")
    tab.open("assets/pictures/logo.svg", ready=False)
    tab.page.evaluate(
        """(hostile) => {
            const key = Object.keys(localStorage).find((one) => one.endsWith(".shown"));
            const shown = JSON.parse(localStorage.getItem(key));
            shown.outputs.settings = hostile;
            localStorage.setItem(key, JSON.stringify(shown));
        }""",
        hostile,
    )
    tab.show(BODY, None)

    expect(tab.page.locator("[data-panel=settings]")).to_have_text("As built")


SOURCES = Path(__file__).parents[2] / "docs" / "assets"
READ = """async (views) => {
    const { readShown } = await import("/sources/views/views.mjs");
    return views.filter((view) => readShown(JSON.stringify({ fingerprint: "", outputs: { view }, inputs: {} })));
}"""
ADDRESSES = [
    *("/\\example.org", "\\\\example.org", "\\/example.org", "/\t/example.org", "/\n/example.org"),
    *(
        "\t//example.org",
        " //example.org",
        "\x01//example.org",
        "//example.org",
        "/\t\\example.org",
    ),
    *(
        "https:example.org",
        "javascript:x",
        "java\tscript:x",
        "JAVASCRIPT:x",
        "data:,x",
        "../\\x",
        "a:b",
    ),
]
MARKS = [
    '<input data-erase-all value="Your name">',
    "<p data-erase-all>x</p>",
    '<button data-erase-all type="button">x</button>',
    '<summary data-delete="abc">x</summary>',
    '<a href="#x" data-choose="outcome" data-value="offer">x</a>',
    '<button data-take="replace">x</button>',
    '<textarea data-memory="on"></textarea>',
    '<div data-incoming="paste"></div>',
    '<select data-remove="x"></select>',
    '<button type="button" id="a">x</button><label for="b">Show my plan</label>',
    '<label for="ask-erase-all-now">Show my plan</label>',
]
GOOD = [
    '<a href="../dates/#log" data-switch="first1">x</a>',
    '<a href="#save-a-file">x</a><a href="../../guide/offer/">x</a><a href="about/">x</a>',
    '<button type="button" data-delete="abc">x</button>',
    '<input id="a" type="radio" data-choice="b" name="c"><label for="a">x</label>',
    VIEW,
]


def test_no_address_and_no_mark_acts_where_none_of_ours_does(tab: SmallPage) -> None:
    """However a browser reads the address; and only a button is one."""

    def give(route: Route) -> None:
        name = route.request.url.partition("/sources/")[2]
        route.fulfill(path=SOURCES / name, content_type="text/javascript")

    tab.page.route("**/sources/**", give)
    tab.show(BODY, None)
    hostile = [f'<a href="{address}">x</a>' for address in ADDRESSES] + MARKS

    assert tab.page.evaluate(READ, GOOD) == GOOD
    assert tab.page.evaluate(READ, hostile) == []


PATHS = ("", "guide/at-the-interview/", *(f"plan/{name}/" for name in ("dates", "interviews", "card", "checklist", "settings", "messages", "keep", "calendar", "adviser")))  # fmt: skip


@pytest.mark.slow
def test_all_that_is_kept_of_real_pages_is_painted_again(reader: Reader) -> None:
    """Every one of them, with something in it: none is refused over what could act."""
    reader.open()
    reader.question("Interview date").get_by_role("button", name="Today").click()
    reader.says("Saved.")
    for path in PATHS:
        reader.go(path)
    names = reader.page.evaluate(
        """() => {
            dispatchEvent(new Event("pagehide"));
            const key = Object.keys(localStorage).find((one) => one.endsWith(".shown"));
            return Object.entries(JSON.parse(localStorage.getItem(key)).outputs);
        }"""
    )
    reader.page.route("**/sources/**", lambda route: route.fulfill(path=SOURCES / route.request.url.partition("/sources/")[2], content_type="text/javascript"))  # fmt: skip
    views = [html for _, html in names]

    assert len(views) > 20
    assert reader.page.evaluate(READ, views) == views
