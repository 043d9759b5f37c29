"""Messages in a real browser: filled, changed, copied, mailed, read large, and logged by one press."""

import re
from datetime import date

import pytest
from axe import violations
from playwright.sync_api import Browser, BrowserContext, Locator, expect
from reader import Reader
from waiting import wait_until

TODAY = date(2026, 12, 1)
INTERVIEW = date(2026, 11, 24)
LARGE = 24
"""Pixels: 1.5 times what a browser takes for text."""

NOTE_MAILS = """() => {
    window.mails = [];
    addEventListener("click", (event) => {
        const link = event.target.closest("[data-mail]");
        if (!link) return;
        mails.push([event.defaultPrevented, link.href]);
        event.preventDefault();
    });
}"""
"""Notes each mail that would open, and whether the page held it back; none is opened."""


def message(reader: Reader, name: str) -> Locator:
    """Return a message of the page."""
    return reader.page.locator(f"[data-message={name}]")


def box(reader: Reader, name: str) -> Locator:
    """Return the box that holds a message."""
    return message(reader, name).locator("textarea")


def contacts(reader: Reader) -> int:
    """Return how many contacts were logged."""
    return sum('"form":"contact"' in text for text in reader.records().values())


def meet(reader: Reader, name: str, reach: str = "") -> None:
    """Put somebody on the card."""
    form = reader.page.locator("#person-form")
    form.get_by_label("Name, spelled").fill(name)
    form.get_by_label("Email or telephone").fill(reach)
    form.get_by_role("button", name="Save this person").click()
    expect(reader.page.locator("ul.people")).to_contain_text(name)


EARLY = "Typed early, [name]"


def type_early(reader: Reader) -> None:
    """Type into a message before Python is there: it is kept, and nothing can be logged yet."""
    reader.set_today(TODAY)
    reader.open("guide/first-contact/", ready=False)
    box(reader, "voicemail").fill(EARLY)
    if box(reader, "voicemail").input_value() != EARLY:
        # The driver had chosen all of an empty box when Python filled it. Nobody types that fast.
        box(reader, "voicemail").fill(EARLY)
    reader.wait_for("ready")
    expect(box(reader, "voicemail")).to_have_value(EARLY)
    expect(message(reader, "call")).to_contain_text("To log it, first enter the interview date")


def say_who(reader: Reader) -> None:
    """Type one's name once, beside a message of a guide page: it stands in all of them."""
    message(reader, "call").get_by_role("button", name="[my name]").press("Enter")
    name = message(reader, "call").get_by_label("Your name, for all messages")
    expect(name).to_be_focused()
    reader.page.keyboard.type("Sam Reader")
    reader.page.keyboard.press("Tab")
    expect(box(reader, "first-email")).to_have_value(re.compile("Kind regards,\nSam Reader"))
    expect(reader.page.get_by_role("button", name="[my name]")).to_have_count(0)
    expect(name).to_be_visible()


def start_again(reader: Reader, email: Locator) -> None:
    """Start again from the guide's words, take that back, and start again."""
    for button, words in (
        ("Start again", r"I can send \[item\]"),
        ("Bring my words back", "I can send my report"),
        ("Start again", r"I can send \[item\]"),
    ):
        email.get_by_role("button", name=button).press("Enter")
        expect(box(reader, "first-email")).to_have_value(re.compile(words))
        expect(box(reader, "first-email")).to_be_focused()


def test_a_message_from_first_words_to_the_log(reader: Reader, context: BrowserContext) -> None:
    """Typed before Python is there, filled, changed, copied, taken back and back again, logged once."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.page
    type_early(reader)
    say_who(reader)
    reader.go("plan/dates/")
    reader.type_date("Interview date", INTERVIEW)
    reader.says("Saved")
    reader.go("plan/card/")
    meet(reader, "Ana López", "ana@acme.example")

    # Filled, wherever the message stands.
    reader.go("plan/messages/")
    expect(box(reader, "voicemail")).to_have_value("Typed early, Ana López")
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Sam Reader")
    expect(box(reader, "call")).to_have_value(re.compile("Hello Ana López, this is Sam Reader"))
    expect(page.locator("[data-panel=messages-next]").get_by_role("link")).to_have_text(["On the telephone", "On voicemail"])  # fmt: skip

    # A blank that is pressed is typed over. What was typed is the reader's, and is mailed.
    email = message(reader, "first-email")
    email.get_by_role("button", name="[item]").press("Enter")
    page.keyboard.type("my report")
    expect(box(reader, "first-email")).to_have_value(re.compile("I can send my report"))
    page.evaluate(NOTE_MAILS)
    mail = email.get_by_role("link", name="Open in your mail program")
    mail.click()
    wait_until(page, "mails.some(([isHeld]) => !isHeld)")
    assert re.match("mailto:ana@acme.example.*my%20report", page.evaluate("mails.at(-1)[1]"))
    expect(email).to_contain_text("These are your own words.")
    email.get_by_role("button", name="Copy").click()
    reader.says(re.compile(r"Copied\. \d blanks are left\."))
    assert page.evaluate("navigator.clipboard.readText()") == box(reader, "first-email").input_value()  # fmt: skip
    page.reload()
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "message-paper" in kept
    assert "mailto:" not in kept
    reader.wait_for("ready")
    expect(box(reader, "first-email")).to_have_value(re.compile("I can send my report"))
    start_again(reader, email)
    box(reader, "first-email").fill("ü" * 400)
    page.keyboard.press("Tab")
    expect(email).to_contain_text("too long to open in a mail program")
    expect(mail).to_have_count(0)
    assert contacts(reader) == 0

    # Logged by one press, once, and the plan moves.
    message(reader, "call").get_by_role("button", name="Nobody answered").dblclick()
    reader.says("Next: email them on Friday 11 December 2026.")
    expect(message(reader, "call")).to_contain_text(
        "Logged for Tuesday 1 December 2026: You called"
    )
    assert contacts(reader) == 1
    expect(page.locator("[data-panel=messages-next]").get_by_role("link")).to_have_text("A later email")  # fmt: skip
    assert violations(page) == []
    # If they answered, the form of this page asks for the day they named.
    page.locator("#log-call-spoke").press("Enter")
    expect(page.locator("#kind-spoke")).to_be_focused()
    expect(page.locator("#kind-spoke")).to_be_checked()


@pytest.mark.slow
def test_a_script_is_read_large_and_fits_a_small_telephone(reader: Reader) -> None:
    """By keyboard alone; the focus comes back. Nothing scrolls sideways at 320 pixels."""
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 640})
    reader.open("plan/messages/")
    script = message(reader, "call")
    box(reader, "call").fill(f"Hello [name]\n{'W' * 100}")
    large = script.get_by_role("button", name="Read it large")
    large.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Hello [name]")
    assert violations(page) == []
    size, width = page.evaluate(
        """() => {
            const text = document.querySelector("dialog[open] [data-large-text]");
            return [parseFloat(getComputedStyle(text).fontSize), text.scrollWidth];
        }"""
    )
    assert size >= LARGE
    assert width <= 320
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(large).to_be_focused()
    large.press("Enter")
    page.keyboard.press("Enter")  # the button that closes it has the focus
    expect(dialog).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    # Too long for a record: it is not lost from the box.
    box(reader, "call").fill('"' * 3000)
    page.keyboard.press("Tab")
    reader.says("too long")
    expect(box(reader, "call")).to_have_value('"' * 3000)


def test_without_scripts_a_message_can_be_read(browser: Browser, address: str) -> None:
    """And nothing is there that does not work."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}guide/first-contact/")

    script = page.locator("[data-message=call]")
    expect(script.locator("pre")).to_be_visible()
    expect(script.get_by_role("button")).to_have_count(0)
    expect(script.get_by_role("textbox")).to_have_count(0)
    page.close()
