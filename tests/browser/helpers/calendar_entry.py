"""The calendar entry, as the browser saves it."""

from pathlib import Path

import icalendar
from playwright.sync_api import Page


def saved(page: Page, button: str, folder: Path) -> list[icalendar.Event]:
    """Press a button and return the entries of the file that the browser saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.suggested_filename == "follow-up.ics"
    path = folder / "follow-up.ics"
    download.value.save_as(path)
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    return icalendar.Calendar.from_ical(data).events
