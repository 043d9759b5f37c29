"""When what was brought in stops Python on every load: it is taken back, and interviews are deleted,
without Python."""

import json
from datetime import date

import asking
import copies
import pytest
from playwright.sync_api import BrowserContext, expect
from reader import Reader

from followup.copies.links import write_link
from followup.guide.contents import Guide

STEP_PAGE = "guide/at-the-interview/"
LOCAL = "Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.includes('.r.')))"


@pytest.fixture(name="link")
def _link(address: str) -> str:
    """A link of somebody else with an interview."""
    return link_with(address, "other1")


def link_with(address: str, *interviews: str) -> str:
    """Return a link with so many interviews at one employer."""
    other = asking.Reader(Guide(()), "2026-11-24")
    for interview in interviews:
        other.interview = interview
        other.answer("interview", date(2026, 11, 24))
        other.text("employer", "Other Ltd")
    return write_link(address, other.records)


def take(reader: Reader, link: str) -> None:
    """Open a link, and add what is in it."""
    reader.page.goto(link)
    reader.wait_for("ready")
    copies.take(reader)
    expect(reader.page.locator(".taken")).to_be_visible()


def stop_python(context: BrowserContext) -> None:
    """Let Python fail from the next load on, as over something that it cannot bear."""
    stub = "postMessage({ failed: 'over what is kept' });"
    context.route(
        "**/worker.js", lambda route: route.fulfill(body=stub, content_type="text/javascript")
    )


def test_an_import_that_stops_python_is_taken_back_without_it(
    reader: Reader, context: BrowserContext, address: str
) -> None:
    """After a full load, on any page: then all is as it was. Two of one employer are told apart."""
    page = reader.page
    reader.open(STEP_PAGE)
    reader.tick("meet-names")
    reader.says("Saved.")
    before = page.evaluate(LOCAL)
    take(reader, link_with(address, "other1", "other2"))
    assert page.evaluate(LOCAL) != before
    stop_python(context)
    page.reload()
    reader.wait_for("failed")
    rescue = page.locator("[data-rescue]")
    rescue.locator("summary").first.click()
    expect(rescue.locator(".rescue-row summary")).to_have_text(["Delete: Interview 1", "Delete: Other Ltd, Interview 2", "Delete: Other Ltd, Interview 3"])  # fmt: skip
    reader.open(STEP_PAGE, ready=False)
    reader.wait_for("failed")
    rescue.locator("summary").first.click()
    rescue.get_by_role("button", name="Take back what was brought in last").click()
    reader.says("Taken back.")

    assert page.evaluate(LOCAL) == before
    expect(rescue.locator(".rescue-row summary")).to_have_text(["Delete: Interview 1"])
    expect(rescue.get_by_role("button", name="Take back")).to_be_hidden()
    expect(reader.box_of("meet-names")).to_be_checked()


def test_an_interview_is_deleted_without_python_and_brought_back(
    reader: Reader, context: BrowserContext, link: str
) -> None:
    """It asks once. What stays is the note that it was deleted."""
    page = reader.page
    take(reader, link)
    before = page.evaluate(LOCAL)
    stop_python(context)
    reader.open("plan/interviews/", ready=False)
    reader.wait_for("failed")
    rescue = page.locator("[data-rescue]")
    rescue.locator("summary").first.click()
    row = rescue.locator(".rescue-row")
    row.locator("summary").click()
    row.get_by_role("button", name="Yes, delete it: Other Ltd").click()
    expect(rescue.get_by_role("button", name="Undo")).to_be_focused()
    kept = [json.loads(text.rpartition("#")[0]) for text in page.evaluate(LOCAL).values()]
    assert [(one["what"], one["on"]) for one in kept] == [("deleted", True)]
    # What was brought in and deleted is not what could be taken back any more.
    assert "Other" not in str(page.evaluate("Object.values(sessionStorage)"))
    rescue.get_by_role("button", name="Undo").click()
    expect(row.locator("summary")).to_have_text("Delete: Other Ltd")

    assert before.items() <= page.evaluate(LOCAL).items()


def test_undo_outlives_a_full_load_and_ends_with_what_it_was_about(
    reader: Reader, link: str
) -> None:
    """Also where Python is there. Once all is deleted, here or elsewhere, nothing comes back by it."""
    page = reader.page
    take(reader, link)
    page.reload()
    reader.wait_for("ready")
    undo = page.locator("#take-undo")
    expect(undo).to_be_visible()
    kept = page.evaluate("Object.assign({}, sessionStorage)")
    undo.click()
    reader.says("Taken back.")
    assert reader.records() == {}
    page.evaluate("kept => Object.assign(sessionStorage, kept)", kept)
    page.reload()
    reader.wait_for("ready")
    expect(page.locator("#restore-text")).to_be_visible()

    expect(undo).to_have_count(0)
    assert not page.evaluate("Object.values(sessionStorage).some((it) => it.includes('merge'))")


def test_where_undo_cannot_outlive_the_page_leaving_it_warns(reader: Reader, link: str) -> None:
    """As long as it could still be taken back."""
    reader.page.add_init_script(
        """const put = Storage.prototype.setItem;
        Storage.prototype.setItem = function (name, text) {
            if (name.endsWith(".undo")) throw new DOMException("full", "QuotaExceededError");
            put.call(this, name, text);
        };"""
    )
    take(reader, link)
    with reader.page.expect_event("dialog") as asked:
        reader.page.close(run_before_unload=True)

    assert asked.value.type == "beforeunload"
    asked.value.accept()
