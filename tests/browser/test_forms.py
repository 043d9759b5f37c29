"""Forms in the page: what one entry holds, half-filled ones, changing an entry, and the focus."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect
from small_page import SmallPage, expect_focus
from waiting import wait_until

CONTACT = """
<h2>Log a contact</h2>
<div data-panel="contact-form"><form data-form="contact" data-entry="" id="contact-form" method="dialog" novalidate>
<label><input type="radio" name="kind" id="kind-called" value="called">I called</label>
<label><input type="radio" name="kind" id="kind-emailed" value="emailed">I emailed</label>
<label>Way <select name="way" id="way"><option value="">None</option><option value="phone">Telephone</option></select></label>
<fieldset data-date="contact"><legend>Contact date</legend>
<label>Day <input data-part="day" id="contact-day" autocomplete="off"></label>
<label>Month <input data-part="month" id="contact-month" autocomplete="off"></label>
<label>Year <input data-part="year" id="contact-year" autocomplete="off"></label>
</fieldset>
<label>Who <input type="text" name="who" id="who" autocomplete="off"></label>
<label>Note <textarea name="note" id="note"></textarea></label>
<p id="problem" data-output="problem.contact"></p>
<button>Log it</button></form></div>
<h2>What has happened</h2>
<div data-panel="log"></div>
"""

EMPTY = """
  const entries = Object.values(q.records).map((text) => JSON.parse(text)).filter((one) => one.what === "entry");
  const loaded = entries.find((one) => one.entry === q.editing);
  inputs["contact-form"] = { attributes: { "data-entry": loaded ? loaded.entry : "" } };
  inputs["who"] = { value: loaded ? loaded.texts.who : "" };
  inputs["note"] = { value: "" };
  inputs["way"] = { value: "" };
  inputs["contact-day"] = { value: "" };
  inputs["kind-called"] = { checked: false };
  inputs["kind-emailed"] = { checked: false };
  const removed = new Map(Object.values(q.records).map((text) => JSON.parse(text))
    .filter((one) => one.what === "removed").map((one) => [one.entry, one.on]));
  outputs.log = entries.filter((one) => !removed.get(one.entry)).map((one) =>
    `<p><button type="button" id="edit-${one.entry}" data-edit="${one.entry}">Change</button>
     <button type="button" id="remove-${one.entry}" data-remove="${one.entry}" data-on="true">Remove</button></p>`
  ).join("");
  outputs["problem.contact"] = entries.length > 0 ? "The last entry is refused" : "";
"""


@pytest.fixture(name="tab")
def _tab(context: BrowserContext, address: str) -> SmallPage:
    """A tab."""
    return SmallPage(context.new_page(), address)


@pytest.fixture(name="other")
def _other(context: BrowserContext, address: str) -> SmallPage:
    """A second tab of the same browser."""
    return SmallPage(context.new_page(), address)


def log(tab: SmallPage, who: str) -> str:
    """Send the form, and return the new entry's id."""
    tab.page.get_by_label("I called").check()
    tab.page.locator("#who").fill(who)
    tab.page.get_by_role("button", name="Log it").click()
    expect(tab.page.locator("#who")).to_have_value("")
    entry: str = tab.events(what="entry")[-1]["entry"]
    return entry


def test_an_entry_holds_choices_dates_and_texts(tab: SmallPage) -> None:
    """What is not chosen is left out; a text is kept as typed; then the form is empty again."""
    tab.show(CONTACT, EMPTY)
    tab.page.get_by_label("I called").check()
    tab.page.locator("#contact-day").fill("24")
    tab.page.locator("#note").fill("Call back\non Monday")
    entry = log(tab, "Ms Lee")
    (record,) = tab.events(what="entry")

    assert re.fullmatch("[a-z0-9]{8}", entry)
    assert record["form"] == "contact"
    assert record["fields"] == {"kind": "called"}
    assert record["dates"] == {"contact": {"day": "24", "month": "", "year": ""}}
    assert record["texts"] == {"who": "Ms Lee", "note": "Call back\non Monday"}
    expect(tab.page.locator("#note")).to_have_value("")
    expect(tab.page.get_by_label("I called")).not_to_be_checked()


def test_a_half_filled_form_is_left_alone_as_a_whole(tab: SmallPage, other: SmallPage) -> None:
    """Whatever another tab logs, the radios, the boxes and the problems stay this tab's."""
    tab.show(CONTACT, EMPTY)
    other.show(CONTACT, EMPTY)
    tab.page.locator("#way").select_option("phone")
    log(other, "Ms Lee")
    expect(tab.page.get_by_role("button", name="Remove")).to_be_visible()

    expect(tab.page.locator("#way")).to_have_value("phone")
    expect(tab.page.locator("#problem")).to_be_empty()
    log(tab, "Mr Roy")
    expect(tab.page.locator("#way")).to_have_value("")
    expect(tab.page.locator("#problem")).not_to_be_empty()
    assert len({one["entry"] for one in tab.events(what="entry")}) == 2


def test_an_entry_is_changed_in_its_form_and_replaced(tab: SmallPage) -> None:
    """The question says which; the focus goes to the form; the same id is sent again."""
    tab.show(CONTACT, EMPTY)
    entry = log(tab, "Ms Lee")
    tab.page.locator("#who").fill("Somebody else")
    tab.page.get_by_role("button", name="Change").click()

    expect(tab.page.locator("#who")).to_have_value("Ms Lee")
    assert tab.last_question()["editing"] == entry
    assert tab.page.evaluate("document.activeElement.form?.id") == "contact-form"
    tab.page.locator("#who").fill("Ms A Lee")
    tab.page.get_by_role("button", name="Log it").click()
    assert tab.last_question()["editing"] == ""
    assert [(one["entry"], one["texts"]["who"]) for one in tab.events(what="entry")] == [
        (entry, "Ms Lee"),
        (entry, "Ms A Lee"),
    ]


def test_a_form_too_long_to_keep_stays_as_it_is(tab: SmallPage) -> None:
    """Nothing is thrown away that is not kept."""
    tab.show(CONTACT, EMPTY)
    tab.page.locator("#note").fill("x" * 5_000)
    tab.page.get_by_role("button", name="Log it").click()

    tab.says("too-long")
    expect(tab.page.locator("#note")).to_have_value("x" * 5_000)
    assert tab.events() == []


def test_a_date_too_long_to_keep_stays_as_it_is(tab: SmallPage) -> None:
    """No box cuts what is pasted. An answer that knows nothing of it does not empty the box."""
    question = """<div data-panel="questions"><fieldset data-date="interview" data-question="interview">
        <label>Day <input data-part="day" id="interview-day" autocomplete="off"></label></fieldset>
        <label><input type="checkbox" data-tick="meet-names" data-round="0" id="tick">A step</label></div>"""
    tab.show(question, 'inputs["interview-day"] = { value: "" };')
    tab.page.locator("#interview-day").fill("x" * 5_000)
    tab.page.keyboard.press("Tab")

    tab.says("too-long")
    tab.page.locator("#tick").check()
    tab.last_question()
    expect(tab.page.locator("#interview-day")).to_have_value("x" * 5_000)
    assert tab.events(what="answer") == []


def test_another_interview_has_a_form_of_its_own(tab: SmallPage) -> None:
    """What is half filled in for one is there again when it is shown again."""
    switch = '<button type="button" data-switch="{0}">To {0}</button>'
    tab.show(CONTACT + switch.format("first1") + switch.format("second2"), EMPTY)
    tab.page.get_by_role("button", name="To first1").click()
    tab.page.locator("#who").fill("Ms Lee")
    tab.page.get_by_role("button", name="To second2").click()
    expect(tab.page.locator("#who")).to_have_value("")
    tab.page.locator("#note").fill("Other")
    tab.page.get_by_role("button", name="To first1").click()
    expect(tab.page.locator("#who")).to_have_value("Ms Lee")
    expect(tab.page.locator("#note")).to_have_value("")


def test_the_focus_is_not_lost_with_the_button(tab: SmallPage) -> None:
    """It goes to the heading above what the button stood in."""
    tab.show(CONTACT, EMPTY)
    log(tab, "Ms Lee")
    tab.page.get_by_role("button", name="Remove").focus()
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_role("button", name="Remove")).to_have_count(0)

    expect(tab.page.get_by_role("heading", name="What has happened")).to_be_focused()


def test_the_focus_stays_with_a_button_that_comes_back(tab: SmallPage) -> None:
    """As one that was replaced by another with its id."""
    tab.show(
        '<div data-panel="log"></div>',
        """const count = Object.keys(q.records).length;
        const tag = count % 2 === 0 ? "p" : "div";
        outputs.log = `<${tag}><button type="button" id="choose" data-choose="outcome" data-value="offer">${count}</button></${tag}>`;
        """,
    )
    tab.page.locator("#choose").focus()
    tab.page.keyboard.press("Enter")
    expect(tab.page.locator("#choose")).to_have_text("1")

    expect_focus(tab.page, "choose")


def test_a_select_in_an_answer_keeps_focus_and_value(tab: SmallPage) -> None:
    """New options around the chosen one change nothing, and a choice is kept at once."""
    tab.show(
        '<label>Country <select id="country" data-text="country" data-output="countries">'
        '<option value=""></option></select></label><div data-panel="x"></div>'
        '<input type="checkbox" id="tick" data-tick="a" data-round="0">',
        """const records = Object.values(q.records).map((text) => JSON.parse(text));
        const chosen = records.filter((one) => one.what === "text").pop()?.text ?? "";
        const more = Array.from(records, (_, index) => `<option value="new${index}">New</option>`).join("");
        outputs.countries = `<option value="">None</option>${more}<option value="GB">Britain</option>`;
        inputs.country = { value: chosen };
        """,
    )
    country = tab.page.locator("#country")
    country.focus()
    country.select_option("GB")
    expect(country.locator("option")).to_have_count(3)
    expect(country).to_have_value("GB")
    expect(country).to_be_focused()
    tab.page.evaluate("document.querySelector('#tick').click()")
    expect(country.locator("option")).to_have_count(4)
    expect(country).to_have_value("GB")
    expect(country).to_be_focused()


def test_a_text_is_copied_and_said_so(tab: SmallPage, context: BrowserContext) -> None:
    """Also where the browser has no clipboard for the page."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.show(
        '<div data-panel="adviser"><pre id="text">Plan\n1 December</pre>'
        '<button type="button" data-copy="text">Copy</button></div>'
    )
    button = tab.page.get_by_role("button", name="Copy")
    button.click()
    tab.says("copied")
    assert tab.page.evaluate("navigator.clipboard.readText()") == "Plan\n1 December"

    tab.page.evaluate("navigator.clipboard.writeText('')")
    tab.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    button.click()
    wait_until(tab.page, "navigator.clipboard.readText().then((text) => text !== '')")
    assert tab.page.evaluate("navigator.clipboard.readText()") == "Plan\n1 December"


def test_a_text_is_handed_out_as_a_file(tab: SmallPage) -> None:
    """With its name, byte for byte."""
    tab.show(
        '<div data-panel="adviser"><pre id="table" hidden>a,b&#13;\n1,é&#13;\n</pre>'
        '<button type="button" data-download="table" data-name="plan.csv" data-type="text/csv">File</button></div>'
    )
    with tab.page.expect_download() as waiting:
        tab.page.get_by_role("button", name="File").click()

    assert waiting.value.suggested_filename == "plan.csv"
    assert waiting.value.path().read_bytes() == "a,b\r\n1,é\r\n".encode()
