"""Hostile text in every field of every tool: it stays a text, wherever it is shown."""

import tomllib
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from paper import printed
from playwright.sync_api import BrowserContext, Locator, expect
from reader import Reader
from regions import FRIDAY

CASES = Path(__file__).parents[1] / "cases" / "hostile-texts.toml"
TEXTS: list[str] = tomllib.loads(CASES.read_text("utf-8"))["texts"]

TOOLS = (
    "plan/interviews/",
    "plan/dates/",
    "plan/messages/",
    "plan/card/",
    "plan/settings/",
    "careers-offices/set-up/",
)
"""Pages with fields."""

SHOWING = (*TOOLS, "", "plan/checklist/", "plan/calendar/", "plan/adviser/", "plan/keep/")
"""Pages that show what was typed."""

FIELDS = "article :is(input:not([type]), input[type=text], input[type=email], input[type=url], input[type=tel], textarea)"
DATE_PART = r"-(day|month|year)$"
OPEN_ALL = """() => document.querySelectorAll("article details:not([open]) > summary")
    .forEach((one) => one.click())"""
FOREIGN = """() => [...document.querySelectorAll("article *")]
    .filter((one) => one.matches("img[src=x], svg[onload], iframe, script:not([type]), [autofocus], [onfocus], [onerror]")
        || /^javascript:/i.test(one.getAttribute("href") ?? ""))
    .map((one) => one.outerHTML.slice(0, 120))"""
"""What no tool draws, and a text would become if it were markup."""


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_typed_stays_a_text_everywhere(
    context: BrowserContext, address: str, text: str
) -> None:
    """In fields, in dates, on all pages that show it, in print, in links that write a mail. It gets into no
    request, no title and no address."""
    reader = Reader(context.new_page(), address)
    said: list[str] = []
    reader.page.on("console", lambda message: said.append(message.text))
    reader.page.on("dialog", lambda dialog: said.append(dialog.message))
    asked: list[str] = []
    context.on("request", lambda one: asked.append(unquote(one.url)))
    reader.set_today(FRIDAY)
    reader.open()
    refuse_dates(reader, text)
    reader.type_date("Interview date", FRIDAY)
    expect(reader.current()).to_be_visible()
    filled = sum(fill_all(reader, path, text) for path in TOOLS)
    assert filled >= FEWEST

    shown = set()
    for path in SHOWING:
        reader.go(path)
        reader.page.evaluate(OPEN_ALL)
        shown |= {path} if is_shown(reader, text) else set()
        check(reader, said)
        assert text not in reader.page.title() + unquote(reader.page.url)
    assert [url for url in asked if text in url] == []
    assert len(shown) >= PAGES_THAT_SHOW_IT
    printed(reader.page)
    check(reader, said)


FEWEST, PAGES_THAT_SHOW_IT = 12, 3
"""Fields of all tools, and pages that show what was typed there, at least."""


def refuse_dates(reader: Reader, text: str) -> None:
    """Type it into a date: there is a sentence beside it, and what was typed stays."""
    reader.type_date("Interview date", (text, text, text))
    expect(reader.question("Interview date").locator(".problem")).to_be_visible()
    assert reader.box("Interview date", "Day").input_value() == text


def fill_all(reader: Reader, path: str, text: str) -> int:
    """Fill every field of a page, and send every form; return how many fields there were."""
    reader.go(path)
    reader.page.evaluate(OPEN_ALL)
    count = 0
    for field in reader.page.locator(FIELDS).all():
        if is_for_text(field):
            field.fill(text, force=True)  # an answer that comes may fold it away
            field.blur()
            count += 1
    for button in reader.page.locator("article form button[type=submit]").all():
        if button.is_visible() and button.is_enabled():
            button.click()
    return count


def is_for_text(field: Locator) -> bool:
    """Return whether a field is seen and takes more than a part of a date."""
    name = field.get_attribute("id") or ""
    is_part = name.rpartition("-")[2] in {"day", "month", "year"}
    return not is_part and field.is_visible() and field.is_editable()


def is_shown(reader: Reader, text: str) -> bool:
    """Return whether the text stands on the page, in a field or as a text."""
    return bool(
        reader.page.evaluate(
            "text => document.querySelector('article').textContent.includes(text)"
            " || [...document.querySelectorAll('article :is(input, textarea)')]"
            ".some((one) => one.value.includes(text))",
            text[:40],
        )
    )


def check(reader: Reader, said: list[str]) -> None:
    """Nothing ran, nothing was drawn from it, and a mail has one recipient and one subject."""
    where = reader.page.url
    assert reader.page.evaluate("self.hacked") is None, where
    assert reader.page.evaluate(FOREIGN) == [], where
    assert [one for one in said if "Security" in one or "hacked" in one] == [], where
    for link in reader.page.locator("article a[href^='mailto:']").all():
        parts = urlsplit(link.get_attribute("href") or "")
        assert parts.path.count("@") <= 1, where
        keys = [key.lower() for key, _ in parse_qsl(parts.query, keep_blank_values=True)]
        assert len(keys) == len(set(keys)), where
        assert set(keys) <= {"subject", "body"}, where
