"""The search: what a nervous reader types leads first to the page that answers it."""

import re

from playwright.sync_api import expect
from reader import Reader

ANSWERS = {
    "voicemail": ("guide/first-contact/", "#on-voicemail"),
    "referee": ("guide/referees/", "#"),
    "thank you": ("guide/thank-you/", "#"),
    "ghosted": ("guide/no-reply/", "#"),
    "offer": ("guide/offer/", "#"),
    "no reply": ("guide/no-reply/", "#"),
}
"""What is typed, the page found first, and its part found first. No answer is that of the word
before, so that a result that is left over is not taken for it."""


def test_the_first_result_answers(reader: Reader) -> None:
    """In one visit, one word after the other."""
    reader.open("guide/prepare/", ready=False)
    box = reader.page.get_by_role("textbox", name="Search")
    page, part = (reader.page.locator(".md-search-result__link").nth(place) for place in (0, 1))
    for text, (address, anchor) in ANSWERS.items():
        box.fill(text)
        # Filling in presses no key, and the search waits for one.
        box.press("Shift")

        expect(page).to_have_attribute("href", re.compile(rf"/{address}(?:\?|$)"))
        expect(part).to_have_attribute("href", re.compile(rf"/{address}[^#]*{anchor}"))


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
