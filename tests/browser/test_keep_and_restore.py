"""Copies outlive the browser: a link, its picture and a file bring the plan back, after a look."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from axe import violations
from copies import act, bring, brought, choose, field, saved_file, state_of, take, take_link
from long_form import in_long_form
from playwright.sync_api import Browser, Page, expect
from qr_code import read_picture
from reader import LeftBy, Reader, open_more
from waiting import wait_until

TODAY = date(2026, 12, 4)
HOSTILE = {
    "deep": "[" * 20_000,
    "deep and whole": "[" * 5_000 + "]" * 5_000,
    "NaN": '{"followup-backup": 1, "interviews": {"a": NaN}}',
    "twice": '{"followup-backup": 1, "followup-backup": 1, "interviews": {}}',
    "proto": '{"__proto__": {"followup-backup": 1}, "constructor": {"prototype": {}}}',
    "number": '{"followup-backup": 1' + "0" * 5_000 + "}",
    "surrogate": '{"followup-backup": 1, "interviews": {"a": {"1.a.1": "\\ud800"}}}',
    "5 MB": '{"a": "' + "x" * 5_000_000 + '"}',
    "no text": "\udcff\udcfe",
    "markup": "<img src=x onerror=alert(1)>",
    "nothing": "",
}


def search(reader: Reader) -> None:
    """Enter an interview, its names, a decision date, a contact, a tick and a setting."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.type_date("Decision date", date(2026, 12, 8))
    reader.log("called", date(2026, 12, 3))
    reader.says("Logged.")
    reader.go("plan/interviews/")
    reader.page.get_by_label("Employer").fill("Acme")
    reader.page.keyboard.press("Tab")
    reader.says("Saved.")
    reader.go("guide/at-the-interview/")
    reader.tick("meet-names")
    reader.says("done")


@pytest.fixture(name="seeker")
def _seeker(reader: Reader, left_by: LeftBy) -> Reader:
    """A reader who has done all this."""
    reader.page.context.set_storage_state(left_by(search))
    reader.set_today(TODAY)
    return reader


@pytest.fixture(name="wiped")
def _wiped(browser: Browser, address: str) -> Iterator[Reader]:
    """The same reader's browser after it was cleared, or another one."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", service_workers="block"
    )
    reader = Reader(context.new_page(), address)
    reader.set_today(TODAY)
    yield reader
    context.close()


def test_after_the_browser_was_cleared_the_link_brings_the_same_plan(seeker: Reader, wiped: Reader) -> None:  # fmt: skip
    """In two steps: open, and press. The link leaves the address bar before. Then the dates are there."""
    link = take_link(seeker)
    expect(seeker.page.locator("#share-restore-link")).to_be_hidden()
    before = state_of(seeker)
    seeker.open("plan/dates/")
    seeker.current().wait_for()
    days = seeker.plan_days()
    day = seeker.current().locator("time").first.get_attribute("datetime") or ""
    assert len(link) <= 1_900

    bring(wiped, link)
    expect(brought(wiped)).to_contain_text("Acme")
    assert wiped.page.url == f"{wiped.address}plan/restore/"
    assert wiped.records() == {}
    act(wiped, "Bring my plan back")
    wiped.says("Your plan is back.")
    expect(wiped.page.locator(".taken .answer time")).to_have_attribute("datetime", day)
    assert state_of(wiped) == before
    wiped.page.go_back()
    assert "restore=" not in wiped.page.url
    wiped.open("plan/restore/")
    wiped.page.get_by_role("link", name="See your dates").click()
    wiped.page.wait_for_url("**/plan/dates/")
    wiped.current().wait_for()
    assert wiped.plan_days() == days
    wiped.open("guide/at-the-interview/")
    expect(wiped.box_of("meet-names")).to_be_checked()


@pytest.mark.slow
def test_the_least_is_in_a_link_unless_more_is_asked_for(seeker: Reader, wiped: Reader) -> None:
    """Names stay; the interview goes by its day."""
    bring(wiped, take_link(seeker, names=False, every=False))

    expect(brought(wiped)).to_contain_text("Interview on Tuesday 24 November 2026")
    expect(brought(wiped)).not_to_contain_text("Acme")
    take(wiped)
    expect(wiped.page.locator(".taken")).to_be_visible()
    assert "Acme" not in str(wiped.records())


@pytest.mark.slow
def test_a_preview_says_what_differs_and_adding_keeps_what_is_newer(seeker: Reader) -> None:
    """And undo takes it back."""
    link = take_link(seeker)
    seeker.open("plan/dates/")
    seeker.type_date("Decision date", date(2026, 12, 10))
    seeker.says("2026")
    seeker.open("guide/at-the-interview/")
    seeker.tick("meet-cards")
    seeker.says("done")
    before = state_of(seeker)
    bring(seeker, link)

    expect(brought(seeker)).to_contain_text("Newer here: 1 date")
    expect(brought(seeker)).to_contain_text("Only here: 1 step")
    expect(brought(seeker)).to_contain_text("Everything in it is here already")
    act(seeker, "Cancel")
    expect(brought(seeker)).to_have_count(0)
    assert state_of(seeker) == before


def test_replacing_takes_what_was_here_away_and_undo_brings_it_back(seeker: Reader) -> None:
    """It explains before it does."""
    link = take_link(seeker)
    copied = state_of(seeker)
    seeker.open("guide/at-the-interview/")
    seeker.tick("meet-cards")
    seeker.says("done")
    before = state_of(seeker)
    bring(seeker, link)
    seeker.page.get_by_text("Replace everything here", exact=True).click()
    expect(seeker.page.get_by_text("You can undo it until you close this tab")).to_be_visible()
    act(seeker, "Yes, replace everything here")
    expect(seeker.page.locator(".taken")).to_contain_text("replaced")

    assert state_of(seeker) == copied
    act(seeker, "Undo")
    expect(seeker.page.locator(".taken")).to_have_count(0)
    assert state_of(seeker) == before


@pytest.mark.slow
def test_adding_can_be_undone(seeker: Reader, wiped: Reader) -> None:
    """What was here before is here again, and nothing else."""
    wiped.open("guide/at-the-interview/")
    wiped.tick("meet-cards")
    wiped.says("done")
    before = state_of(wiped)
    bring(wiped, take_link(seeker))
    take(wiped)
    expect(wiped.page.locator(".taken")).to_be_visible()
    assert state_of(wiped) != before
    act(wiped, "Undo")

    expect(wiped.page.locator(".taken")).to_have_count(0)
    assert state_of(wiped) == before


@pytest.mark.slow
def test_a_cut_link_says_that_it_is_incomplete(seeker: Reader, wiped: Reader) -> None:
    """At a few of its lengths here; the unit tests cut it at each."""
    link = take_link(seeker)
    start = link.index("#") + 1
    for length in (start + 3, start + 9, start + 14, len(link) // 2, len(link) - 1):
        wiped.page.goto("about:blank")
        bring(wiped, link[:length])
        expect(wiped.page.locator("[data-preview] .problem")).to_contain_text("This link is incomplete")  # fmt: skip
    assert wiped.records() == {}


@pytest.mark.slow
def test_a_link_is_pasted_too_and_the_short_text_does(seeker: Reader, wiped: Reader) -> None:
    """With what a mail program did to it."""
    link = take_link(seeker)
    broken = f" <{link[:80]}\n{link[80:]}>."
    for text in (broken, link.partition("#")[2], link[:-5]):
        wiped.open("plan/restore/")
        wiped.page.get_by_label("Your link or text").fill(text)
        act(wiped, "Look at it")
        if text == link[:-5]:
            expect(wiped.page.locator(".problem")).to_contain_text("This link is incomplete")
        else:
            expect(brought(wiped)).to_contain_text("Acme")


def test_a_deleted_interview_comes_back_only_if_asked_for(seeker: Reader) -> None:
    """Adding an old link leaves it deleted; the other button brings it back."""
    link = take_link(seeker)
    seeker.open("plan/interviews/")
    open_more(seeker.page)
    seeker.page.locator("details.delete summary").click()
    seeker.page.get_by_role("button", name="Yes, delete it").click()
    seeker.says("Deleted")
    bring(seeker, link)

    expect(brought(seeker)).to_contain_text("You deleted it here")
    expect(seeker.page.locator("#take-merge")).to_have_count(0)
    assert "Acme" not in str(seeker.records())
    act(seeker, "Add it, and bring back the deleted interview")
    expect(seeker.page.locator(".taken")).to_be_visible()
    assert "Acme" in str(seeker.records())
    seeker.open("plan/interviews/")
    expect(seeker.page.locator("li.shown, .interviews li").first).to_contain_text("Acme")


SHARE = """navigator.share = async (what) => {
    (window.shared ??= []).push(what);
    if (window.refusal) throw new DOMException("", window.refusal);
};"""
"""What a browser does that can hand texts to other programs, and refuses as it is told to."""


def test_a_link_and_a_text_are_shared_where_the_browser_can(seeker: Reader) -> None:
    """The link counts as a copy once it is shared, not if no program was chosen."""
    page = seeker.page
    page.add_init_script(SHARE)
    seeker.open("plan/keep/")
    link = field(seeker).input_value()
    page.evaluate("window.refusal = 'AbortError'")
    act(seeker, "Share")
    wait_until(page, "window.shared?.length === 1")
    page.evaluate("window.refusal = 'NotAllowedError'")
    act(seeker, "Share")
    seeker.says("Nothing was shared. Copy it instead.")
    assert '"exported"' not in str(seeker.records())
    page.evaluate("window.refusal = ''")
    act(seeker, "Share")
    seeker.says("Noted that you took a copy as a link.")
    assert page.evaluate("shared") == [{"title": "My follow-up plan", "url": link}] * 3

    seeker.go("plan/adviser/")
    text = page.locator("#adviser-text")
    expect(text).to_contain_text("Friday 4 December 2026")
    act(seeker, "Share")
    seeker.says("Shared.")
    assert page.evaluate("shared.at(-1)") == {"title": "Follow-up plan", "text": text.text_content()}  # fmt: skip


# The picture


@pytest.mark.parametrize(
    "scheme",
    ["dark", *in_long_form("light", "forced", "print")],
)
def test_a_camera_reads_the_picture(browser: Browser, seeker: Reader, scheme: str) -> None:
    """Black on white with a white edge, in every colour scheme and on paper."""
    link = take_link(seeker)
    act(seeker, "Show it as a QR code")
    picture = seeker.page.get_by_role("img", name="QR code of your link")
    picture.wait_for()
    link = field(seeker).input_value()
    if scheme == "print":
        seeker.page.emulate_media(media="print")
    elif scheme == "forced":
        seeker.page.emulate_media(forced_colors="active")
    else:
        seeker.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    assert read_picture(browser, picture.screenshot()) == link


@pytest.mark.slow
def test_a_picture_is_hidden_again(seeker: Reader) -> None:
    """The same button takes it away, and keeps the focus."""
    take_link(seeker)
    act(seeker, "Show it as a QR code")
    expect(seeker.page.locator("svg.qr")).to_be_visible()
    expect(seeker.page.locator("#link-picture")).to_be_focused()
    act(seeker, "Hide the QR code")
    expect(seeker.page.locator("svg.qr")).to_have_count(0)


# The file


def test_a_file_brings_everything_back(seeker: Reader, wiped: Reader) -> None:
    """Named after the day, readable, and said on the page when it was saved."""
    seeker.open("plan/keep/")
    before = state_of(seeker)
    name, text = saved_file(seeker)
    expect(seeker.page.locator(".last-copy")).to_contain_text("Friday 4 December 2026")

    assert name == "follow-up-2026-12-04.json"
    assert "Acme" in text
    wiped.open("plan/restore/")
    choose(wiped.page, text)
    expect(brought(wiped)).to_contain_text("From a file, made on Friday 4 December 2026.")
    take(wiped)
    expect(wiped.page.locator(".taken")).to_be_visible()
    assert state_of(wiped) == before


def test_hostile_files_change_nothing_and_kill_nothing(seeker: Reader, asked: list[str]) -> None:
    """Each has its sentence, and the next one is still read."""
    _, text = saved_file(seeker)
    seeker.says("d")
    seeker.page.wait_for_timeout(300)
    before = seeker.records()
    seeker.open("plan/restore/")
    for name, hostile in HOSTILE.items():
        choose(seeker.page, hostile)
        problem = seeker.page.locator("[data-preview] .problem")
        expect(problem, name).to_be_visible()
        choose(seeker.page, text)
        expect(brought(seeker), name).to_be_visible()
    assert seeker.records() == before
    assert seeker.page.evaluate("({}).followup") is None
    asked.clear()  # only they need what comes in the second part of Pyodide's module


# The page for everyone


@pytest.mark.parametrize("width", in_long_form(320, 1280))
def test_both_pages_are_for_everyone(seeker: Reader, width: int) -> None:
    """With a picture and with a preview: axe finds nothing, nothing is wider than the screen."""
    link = take_link(seeker)
    act(seeker, "Show it as a QR code")
    seeker.page.locator("svg.qr").wait_for()
    seeker.page.set_viewport_size({"width": width, "height": 900})
    for element in ("#link-as-text", "#ask-memory", "#ask-erase-all"):
        seeker.page.locator(f"{element} > summary").click()
    check(seeker.page, width)
    seeker.open("guide/at-the-interview/")
    seeker.tick("meet-cards")
    seeker.says("done")
    bring(seeker, link)
    expect(brought(seeker)).to_be_visible()
    seeker.page.locator("#ask-replace > summary").click()
    check(seeker.page, width)


def check(page: Page, width: int) -> None:
    """Check one page as it is."""
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide: list[Any] = page.evaluate(
        """(width) => [...document.querySelectorAll("article *")]
            .filter((one) => !one.closest("pre, .md-typeset__scrollwrap, .visually-hidden"))
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
            .map((one) => one.outerHTML.slice(0, 80))""",
        width,
    )
    assert wide == []


# The reminder


@pytest.mark.slow
def test_a_reminder_comes_after_a_week_and_leaves_when_asked_to(seeker: Reader) -> None:
    """On the start page, with the way to the page; not again for a week."""
    seeker.open("")
    expect(seeker.page.locator(".reminder")).to_have_count(0)
    seeker.set_today(date(2026, 12, 14))
    seeker.open("")
    reminder = seeker.page.locator(".reminder")
    expect(reminder).to_contain_text("only in this browser since Friday 4 December 2026")
    act(seeker, "Not now")
    expect(reminder).to_have_count(0)
    seeker.set_today(date(2026, 12, 21))
    seeker.open("plan/interviews/")
    reminder.get_by_role("link", name="Save a copy").click()
    seeker.page.wait_for_url("**/plan/keep/")
    field(seeker).wait_for()
    act(seeker, "Save a file")
    expect(seeker.page.locator(".last-copy")).to_contain_text("21 December")
    seeker.open("plan/interviews/")
    expect(reminder).to_have_count(0)


ENCODED = "#restore%3D1.15.9bf9aec3.xxxx"
NESTED = "#restore=https://careers.example.org/plan/restore/#restore=1.15.9bf9aec3.xxxx"
WRAPPED = "#restore=https%3A%2F%2Fcareers.example.org%2Fplan%2Frestore%2F%23restore%3D1.15.9bf9aec3.xxxx"  # fmt: skip
LOUD = "#RESTORE=1.15.9bf9aec3.xxxx"


@pytest.mark.parametrize(
    ("path", "fragment"),
    [
        ("plan/restore/", ENCODED),
        ("about/about/", NESTED),
        *in_long_form(("guide/prepare/", WRAPPED), ("", LOUD)),
    ],
)
def test_however_a_link_was_wrapped_it_gets_its_sentence_and_leaves_the_address(
    reader: Reader, path: str, fragment: str
) -> None:
    """Encoded, within another link, in capitals; on a page with tools and on one without."""
    reader.page.goto(reader.address + path + fragment)
    expect(reader.page.locator("[data-preview] .problem")).to_be_visible(timeout=60_000)

    assert reader.page.url == f"{reader.address}plan/restore/"


@pytest.mark.slow
def test_a_link_in_a_link_brings_its_plan(seeker: Reader, wiped: Reader) -> None:
    """Encoded twice, as some programs do that pass links on."""
    link = take_link(seeker)
    inner = quote(quote(link, safe=""), safe="")
    bring(wiped, f"{wiped.address}plan/restore/#restore={inner}")

    expect(brought(wiped)).to_contain_text("Acme")
    assert wiped.page.url == f"{wiped.address}plan/restore/"
