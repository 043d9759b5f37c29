"""The search: what a nervous reader types leads first to the page that answers it."""

import json
import re
from collections import defaultdict
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from reader import Reader

ANSWERS = {
    "thank you email": "guide/thank-you/",
    "phone call script": "guide/first-contact/",
    "resume": "about/glossary/",
    "reference": "guide/referees/",
    "rejected": "guide/turned-down/",
    "ghosted": "guide/no-reply/",
    "template": "plan/messages/",
    "when to call": "guide/when-to-get-in-touch/",
    "what do I say": "plan/messages/",
    "no reply": "guide/no-reply/",
    "voicemail": "guide/first-contact/#on-voicemail",
    "second interview": "guide/next-interview/",
    "salary offer": "guide/offer/",
    "feedback": "guide/turned-down/",
    "calendar": "plan/calendar/",
    "privacy": "about/privacy/",
    "print": "plan/card/#print-the-card",
    "withdraw": "guide/while-you-wait/#to-withdraw",
    "how long to wait": "guide/when-to-get-in-touch/",
    "missed call": "guide/missed-call/",
    "phone": "guide/first-contact/",
    "they have not called": "guide/missed-call/",
    "reschedule": "guide/interview-moved/",
    "thank you": "guide/thank-you/",
    "offer": "guide/offer/",
    "follow up email": "guide/later-emails/",
}
"""What is typed, and the page found first, with its part that is found first where that matters. No
page is that of the question before, so that a result that is left over is not taken for it."""


def test_the_first_result_answers(reader: Reader) -> None:
    """In one visit, one question after the other."""
    reader.open("guide/prepare/", ready=False)
    box = reader.page.get_by_role("textbox", name="Search")
    links = reader.page.locator(".md-search-result__link")
    for text, answer in ANSWERS.items():
        box.fill(text)
        # Filling in presses no key, and the search waits for one.
        box.press("Shift")

        address, _, part = answer.partition("#")
        expect(links.first).to_have_attribute("href", re.compile(rf"/{address}(?:\?|$)"))
        if part:
            expect(links.nth(1)).to_have_attribute("href", re.compile(rf"/{address}[^#]*#{part}$"))


def test_messages_are_results_of_their_own(reader: Reader) -> None:
    """Each named so that it can be told from others, and a press leads to it."""
    reader.open("about/about/", ready=False)
    box = reader.page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("decline offer")
    reader.page.get_by_role("heading", name="Offer: to decline").click()

    expect(reader.page).to_have_url(re.compile(r"/plan/messages/.*#message-offer-decline$"))


def test_a_search_that_does_not_come_says_so(reader: Reader) -> None:
    """It does not begin for ever."""
    reader.page.route("**/search_index.json", lambda route: route.abort())
    reader.page.clock.install()
    reader.open("about/about/", ready=False)
    box = reader.page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("offer")
    reader.page.clock.fast_forward(15_000)

    expect(reader.page.locator(".md-search-result__meta")).to_have_text(
        "The search could not start. Load the page again, or use the menu."
    )


IN_SIGHT = """() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
    for (const part of document.querySelectorAll("button, select")) part.remove();
    return document.querySelector("article").innerText;
}"""
"""The words of a page that can be seen, with all that can be opened opened. Buttons and lists to
choose from are left out, as in the index, where they stand among other words."""


@pytest.mark.slow
def test_all_that_is_found_can_be_seen(browser: Browser, address: str, site: Path) -> None:
    """On its page as it is built, by the style sheet of the screen."""
    entries = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        page, _, _ = entry["location"].partition("#")
        pieces[page] += re.split(r"<[^>]*>", entry["text"])
    tab = browser.new_page(java_script_enabled=False)
    unseen = []
    for page, found in pieces.items():
        tab.goto(address + page)
        seen = squeezed(tab.evaluate(IN_SIGHT))
        unseen += [(page, piece) for piece in map(unescape, found) if squeezed(piece) not in seen]
    tab.context.close()

    assert unseen == []


def squeezed(text: str) -> str:
    """Return a text without white space, as a page breaks its lines otherwise than the index."""
    return re.sub(r"\s", "", text)
