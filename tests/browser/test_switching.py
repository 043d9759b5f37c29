"""Several interviews in the page: switching, adding, deleting with undo, and whose a record is."""

import json

import pytest
import stores
from playwright.sync_api import BrowserContext, expect
from small_page import SmallPage, expect_focus
from waiting import wait_until

BOXES = """
<div data-panel="questions"><fieldset data-date="interview" data-question="interview">
<legend>Interview date</legend>
<input id="interview-day" data-part="day" autocomplete="off">
<input id="interview-month" data-part="month" autocomplete="off">
<input id="interview-year" data-part="year" autocomplete="off">
<button type="button" data-fill="">Empty</button>
</fieldset></div>
"""
TICK = '<input type="checkbox" id="tick-a" data-tick="meet-names" data-round="0">'
SWITCHER = """
<div data-panel="switcher">
<button type="button" id="to-first" data-switch="first1">First</button>
<button type="button" id="to-second" data-switch="second2" data-goto="employer">Second</button>
<button type="button" id="add" data-add>Add</button>
<button type="button" id="next" data-add data-follows="first1">Next round</button>
<button type="button" id="delete" data-delete="first1">Delete</button>
<button type="button" id="undelete" data-undelete="first1">Bring back</button>
</div>
<label>Employer <input id="employer" data-text="employer" autocomplete="off"></label>
"""


@pytest.fixture(name="tab")
def _tab(context: BrowserContext, address: str) -> SmallPage:
    """A tab."""
    return SmallPage(context.new_page(), address)


@pytest.fixture(name="other")
def _other(context: BrowserContext, address: str) -> SmallPage:
    """A second tab of the same browser."""
    return SmallPage(context.new_page(), address)


def test_switching_asks_about_the_other_interview(tab: SmallPage) -> None:
    """With what was typed saved before, and nothing of the first left in the page."""
    tab.show(BOXES + TICK + SWITCHER)
    tab.page.locator("#to-first").click()
    tab.page.locator("#tick-a").check()
    tab.page.locator("#employer").fill("Borough Council")
    tab.page.locator("#interview-day").fill("24")
    tab.page.locator("#to-second").click()

    assert tab.last_question()["interview"] == "second2"
    (typed,) = tab.events(what="answer")
    assert (typed["interview"], typed["typed"]["day"]) == ("first1", "24")
    (text,) = tab.events(what="text")
    assert (text["interview"], text["text"]) == ("first1", "Borough Council")
    expect(tab.page.locator("#interview-day")).to_have_value("")
    expect(tab.page.locator("#employer")).to_have_value("")
    expect(tab.page.locator("#tick-a")).not_to_be_checked()
    expect_focus(tab.page, "employer")

    tab.page.locator("#to-first").click()
    expect(tab.page.locator("#tick-a")).to_be_checked()
    tab.page.reload()
    tab.wait_for("ready")
    expect(tab.page.locator("#tick-a")).to_be_checked()


def test_another_tab_keeps_the_interview_that_it_shows(tab: SmallPage, other: SmallPage) -> None:
    """Whatever this one switches to, a record goes where its tab looks."""
    tab.show(TICK + SWITCHER)
    tab.page.locator("#to-first").click()
    other.show(TICK + SWITCHER)
    other.page.locator("#tick-a").check()
    other.page.locator("#to-second").click()
    other.page.locator("#tick-a").check()
    tab.page.locator("#employer").fill("Borough Council")
    tab.page.keyboard.press("Tab")

    assert [one["interview"] for one in tab.events(what="tick")] == ["first1", "second2"]
    assert [one["interview"] for one in tab.events(what="text")] == ["first1"]
    expect(tab.page.locator("#tick-a")).to_be_checked()


def test_adding_makes_an_interview_and_leads_to_its_name(tab: SmallPage) -> None:
    """Another round says which interview it follows."""
    tab.show(SWITCHER)
    tab.page.locator("#add").click()
    expect_focus(tab.page, "employer")
    first = tab.last_question()["interview"]
    tab.page.locator("#next").click()
    second = tab.last_question()["interview"]

    assert [
        (one["interview"], one["what"], one["name"], one.get("value", one.get("text")))
        for one in tab.events()
    ] == [
        (first, "choice", "archived", "no"),
        (second, "choice", "archived", "no"),
        (second, "text", "follows", "first1"),
    ]


def test_a_deleted_interview_is_gone_and_can_be_brought_back(tab: SmallPage) -> None:
    """Out of the storage, and back byte for byte; the question says that it can be."""
    tab.show(TICK + SWITCHER)
    tab.page.locator("#to-second").click()
    tab.page.locator("#tick-a").check()
    tab.page.locator("#to-first").click()
    tab.page.locator("#tick-a").check()
    tab.page.locator("#employer").fill("Borough Council")
    tab.page.locator("#add").focus()
    before = tab.records()
    tab.page.locator("#delete").click()
    question = tab.last_question()

    assert question["erased"] == ["first1"]
    assert question["interview"] == "second2"
    assert [one["what"] for one in tab.events(interview="first1")] == ["deleted"]
    assert "Borough Council" not in tab.page.evaluate("JSON.stringify({ ...localStorage })")

    tab.page.locator("#undelete").click()
    question = tab.last_question()
    assert question["erased"] == []
    assert question["interview"] == "first1"
    assert before.items() <= tab.records().items()
    expect(tab.page.locator("#tick-a")).to_be_checked()


LEAVE_BEHIND = """() => {
    const [life] = Object.keys(localStorage).filter((key) => key.endsWith(".life"));
    const prefix = life.slice(0, -"life".length);
    const record = { format: 2, interview: "first1", what: "text", name: "note", text: "Ms Lee",
        written: "2026-11-24" };
    localStorage.setItem(`${prefix}r.7.race.1`, JSON.stringify(record));
    localStorage.setItem(`${prefix}q.s.second2.4`, "Damaged, but first1 can be read in it.");
}"""
"""A tab that had not heard of the deletion wrote this, and this was put aside of another interview."""


def test_what_a_race_left_of_a_deleted_interview_goes_at_once(
    tab: SmallPage, other: SmallPage
) -> None:
    """No page is loaded for it; and what was put aside of another interview stays."""
    tab.show(TICK + SWITCHER)
    tab.page.locator("#to-second").click()
    tab.page.locator("#tick-a").check()
    tab.page.locator("#to-first").click()
    tab.page.locator("#tick-a").check()
    other.page.goto(other.address + "robots.txt")
    tab.page.locator("#delete").click()
    other.page.evaluate(LEAVE_BEHIND)

    wait_until(tab.page, "!JSON.stringify({ ...localStorage }).includes('r.7.race')")
    assert "r.7.race" not in json.dumps(stores.read(tab.page).database)
    tab.page.locator("#undelete").click()
    assert [one["text"] for one in tab.events(what="text")] == ["Ms Lee"]
    tab.page.locator("#delete").click()
    (aside,) = stores.read(tab.page).quarantined
    assert "first1" in aside


def test_a_tab_leaves_an_interview_that_another_deleted(tab: SmallPage, other: SmallPage) -> None:
    """Also what is half typed there: it goes to no other interview."""
    tab.show(BOXES + TICK + SWITCHER)
    tab.page.locator("#to-second").click()
    tab.page.locator("#tick-a").check()
    tab.page.locator("#to-first").click()
    tab.page.locator("#tick-a").check()
    tab.page.locator("#interview-day").fill("24")
    other.show(SWITCHER)
    other.page.locator("#to-second").click()
    other.page.locator("#delete").click()

    expect(tab.page.locator("#interview-day")).to_have_value("")
    assert tab.last_question()["interview"] == "second2"
    tab.page.keyboard.press("Tab")
    tab.page.wait_for_timeout(500)
    assert tab.events(what="answer") == []


def test_an_element_can_say_whom_its_records_belong_to(tab: SmallPage) -> None:
    """A setting belongs to all, a row of a list to its own interview."""
    tab.show(
        """<div data-panel="settings" data-of="all">
        <label><input type="checkbox" id="thanks" data-choice="thanks">Thanks</label>
        <select id="country" data-text="country"><option value="">None</option>
        <option value="GB">Britain</option></select></div>
        <ul data-panel="interviews"><li data-of="first1"><textarea id="role" data-text="role"></textarea>
        <button type="button" id="archive" data-choose="archived" data-value="yes">Archive</button></li></ul>"""
    )
    tab.page.locator("#thanks").check()
    tab.page.locator("#thanks").uncheck()
    tab.page.locator("#country").select_option("GB")
    tab.page.locator("#role").fill("Planner\nfor two")
    tab.page.locator("#archive").click()

    assert [
        (one["interview"], one["what"], one["name"], one.get("value", one.get("text")))
        for one in tab.events()
    ] == [
        ("all", "choice", "thanks", "yes"),
        ("all", "choice", "thanks", "no"),
        ("all", "text", "country", "GB"),
        ("first1", "text", "role", "Planner\nfor two"),
        ("first1", "choice", "archived", "yes"),
    ]


def test_a_text_is_kept_when_the_page_goes(tab: SmallPage) -> None:
    """Though the reader has not left the field."""
    tab.show(SWITCHER)
    tab.page.locator("#employer").fill("Borough Council")
    tab.page.goto("about:blank")
    tab.open("small/page/")

    assert [one["text"] for one in tab.events(what="text")] == ["Borough Council"]


def test_a_text_too_long_to_keep_is_not_forgotten(tab: SmallPage) -> None:
    """It is said, and it stays in its field as it is."""
    tab.show('<div data-panel="card"></div><textarea id="note" data-text="note"></textarea>')
    tab.page.locator("#note").fill("x" * 5_000)
    tab.page.locator("#note").blur()

    tab.says("too-long")
    assert tab.events() == []
    expect(tab.page.locator("#note")).to_have_value("x" * 5_000)


def test_an_empty_fill_empties_the_boxes_and_saves(tab: SmallPage) -> None:
    """As when a pin is taken away."""
    tab.show(
        BOXES,
        "if (Object.keys(q.records).length === 0) inputs['interview-day'] = { value: '24' }",
    )
    expect(tab.page.locator("#interview-day")).to_have_value("24")
    tab.page.get_by_role("button", name="Empty").click()

    expect(tab.page.locator("#interview-day")).to_have_value("")
    assert tab.events(what="answer")[0]["typed"] == {"day": "", "month": "", "year": ""}
