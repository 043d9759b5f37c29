"""Copies of the plan, as a reader takes them and brings them in."""

from pathlib import Path

from playwright.sync_api import Locator, Page
from reader import Reader

from followup.copies.portable import canonical, portable


def take_link(reader: Reader, *, names: bool = True, every: bool = True) -> str:
    """Make a link on the page "Save a copy"."""
    reader.go("plan/keep/")
    if not every:
        reader.page.get_by_label("The one you see now").check()
    if names:
        reader.page.get_by_label("Put them in").check()
    settle(reader)
    return field(reader).input_value()


def field(reader: Reader) -> Locator:
    """Return the field with the link."""
    return reader.page.get_by_role("textbox", name="Your link", exact=True)


def settle(reader: Reader) -> None:
    """Wait until the last choice is answered."""
    field(reader).wait_for()
    reader.page.wait_for_timeout(400)


def state_of(reader: Reader) -> str:
    """Return the portable state of what is kept."""
    texts = {name.partition(".r.")[2]: text for name, text in reader.records().items()}
    return canonical(portable(texts))


def bring(reader: Reader, link: str) -> None:
    """Open a link."""
    reader.page.goto(link)
    reader.wait_for("ready")


def act(reader: Reader, name: str) -> None:
    """Press a button of the preview."""
    reader.page.get_by_role("button", name=name, exact=True).click()


def take(reader: Reader) -> None:
    """Add what was brought in to what is here, or bring it back where there is nothing."""
    reader.page.locator("#take-merge").click()


def brought(reader: Reader) -> Locator:
    """Return the preview."""
    return reader.page.locator(".brought")


def saved_file(reader: Reader) -> tuple[str, str]:
    """Save the file, and return its name and its text."""
    reader.open("plan/keep/")
    with reader.page.expect_download() as download:
        act(reader, "Save a file")
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


def choose(page: Page, text: str) -> None:
    """Choose a file with this text; lone surrogates in it stand for bytes that are no text."""
    content = text.encode("utf-8", "surrogateescape")
    page.locator("#restore-file").set_input_files(
        {"name": "follow-up.json", "mimeType": "application/json", "buffer": content}
    )
