"""Fixtures named for situations; everything under tests/unit also runs inside Pyodide."""

import pytest
from asking import Reader

from followup.guide import Guide, Page, Step


@pytest.fixture(name="guide")
def _guide() -> Guide:
    """A small guide: 2 pages, 6 steps, 3 of them core, 1 that needs an outcome."""
    meet = Page(
        "guide/at-the-interview.md",
        "Get names, a contact and a date",
        (
            Step("meet-names", "Get each interviewer's name", core=True),
            Step("meet-next", "Ask what the next step is"),
        ),
    )
    contact = Page(
        "guide/first-contact.md",
        "Make your first contact",
        (
            Step("first-call", "Make one call in working hours", core=True),
            Step("first-log", "Log the date and what they said", core=True),
            Step("mail-send", "Send it on a working day"),
            Step("no-thank", "Thank them for telling you"),
        ),
    )
    return Guide((meet, contact))


@pytest.fixture(name="reader")
def _reader(guide: Guide) -> Reader:
    """A reader with nothing kept, on Tuesday 24 November 2026."""
    return Reader(guide)
