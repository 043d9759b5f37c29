"""What the browser fills back into a page by itself was not typed by the reader, and is not saved.

Firefox and WebKit fill back more than Chromium does: see tests/engines/test_what_is_filled_back.py.
"""

import re

import pytest
from long_form import in_long_form
from playwright.sync_api import Route, expect
from reader import Reader

MESSAGES, INTERVIEWS, KEEP = "plan/messages/", "plan/interviews/", "plan/keep/"


def type_into(reader: Reader, label: str, text: str) -> None:
    """Type into a box, and leave it."""
    box = reader.page.get_by_label(label, exact=True)
    box.fill(text)
    box.press("Tab")
    reader.says("Saved.")


@pytest.mark.slow
def test_the_way_back_after_everything_was_deleted_brings_nothing_back(reader: Reader) -> None:
    """Neither the name nor the telephone number, on whichever page; nothing was saved twice before."""
    page = reader.page
    reader.open(INTERVIEWS)
    type_into(reader, "Employer", "Acme")
    reader.open(MESSAGES)
    type_into(reader, "Your name", "Ana")
    type_into(reader, "Your telephone number", "020 7946 0018")
    before = reader.records()
    page.reload()
    reader.wait_for("ready")
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Ana")
    assert reader.records() == before
    reader.open(KEEP)
    page.locator("#ask-erase-all summary").click()
    page.locator("#ask-erase-all-now").click()
    reader.says("Everything was deleted from this browser.")

    for path, label in ((MESSAGES, "Your name"), (INTERVIEWS, "Employer")):
        page.go_back()
        expect(page).to_have_url(re.compile(f"{path}$"))
        reader.wait_for("ready")
        expect(page.get_by_label(label, exact=True)).to_have_value("")
        page.get_by_label(label, exact=True).press("Tab")
        assert reader.records() == {}


@pytest.mark.slow
def test_the_way_back_writes_no_older_name_over_a_newer_one(reader: Reader) -> None:
    """Nor an older choice or date."""
    page = reader.page
    reader.open(INTERVIEWS)
    type_into(reader, "Employer", "Acme")
    reader.open("plan/card/")
    type_into(reader, "Employer", "Acme and Sons")
    before = reader.records()
    page.go_back()
    reader.wait_for("ready")

    expect(page.get_by_label("Employer", exact=True)).to_have_value("Acme and Sons")
    assert reader.records() == before


SIMULATED = """
const filled = { "my-name": "Old name", "my-phone": "Old phone" };
const fill = () => {
  for (const [id, text] of Object.entries(filled)) {
    const field = document.getElementById(id);
    if (field) field.value = text;
  }
  for (const box of document.querySelectorAll("[data-tick]")) box.checked = true;
};
const observer = new MutationObserver(fill);
observer.observe(document, { childList: true, subtree: true });
addEventListener("load", () => observer.disconnect());
addEventListener("pageshow", fill, { capture: true, once: true });
"""


@pytest.mark.parametrize("path", [MESSAGES, *in_long_form("guide/at-the-interview/")])
def test_whatever_is_filled_in_without_the_reader_is_put_back(reader: Reader, path: str) -> None:
    """As the page comes, and late; ticks and texts. What the reader then does is kept."""
    reader.page.add_init_script(SIMULATED)
    reader.open(path)
    reader.page.reload()
    reader.wait_for("ready")

    assert reader.records() == {}
    boxes = reader.page.locator("[data-tick]")
    assert boxes.evaluate_all("all => all.filter((box) => box.checked).length") == 0
    if path == MESSAGES:
        expect(reader.page.locator("#my-name")).to_have_value("")
        type_into(reader, "Your name", "Ana")
        assert len(reader.records()) == 1


def test_what_is_typed_on_a_page_that_is_loaded_again_is_kept(reader: Reader) -> None:
    """Before the page's own script has come: the boxes are there, and the reader is fast."""
    reader.open(MESSAGES)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/bridge.js", hold)
    reader.page.reload(wait_until="commit")
    reader.page.get_by_label("Your name", exact=True).fill("Ana")
    reader.page.get_by_label("Your telephone number", exact=True).focus()
    while not held:
        reader.page.wait_for_timeout(20)
    held[0].continue_()
    reader.wait_for("ready")

    expect(reader.page.get_by_label("Your name", exact=True)).to_have_value("Ana")
    assert [text for text in reader.records().values() if '"Ana"' in text]
    assert len(reader.records()) == 1
