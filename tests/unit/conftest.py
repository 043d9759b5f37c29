"""Fixtures named for situations; everything under tests/unit also runs inside Pyodide."""

import pytest
from asking import Reader
from guide_steps import step

from followup.guide.contents import Guide, Page, Template

FIRST_EMAIL = """Subject: [job], interview on [interview date]

Dear [name],

You hoped to decide by [decision date]. Is there a new date?
or: Do you know when you will decide?
I liked [one thing they said] above all.

[my name]
[my telephone number]"""


@pytest.fixture(name="guide")
def _guide() -> Guide:
    """A small guide: 2 pages, 6 steps, 3 of them core, 1 that needs an outcome, 4 messages."""
    meet = Page(
        "guide/at-the-interview.md",
        "Get names, a contact and a date",
        (
            step("meet-names", "Get each interviewer's name", core=True),
            step("meet-next", "Ask what the next step is"),
        ),
    )
    contact = Page(
        "guide/first-contact.md",
        "Make your first contact",
        (
            step("first-call", "Make one call in working hours", core=True),
            step("first-log", "Log the date and what they said", core=True),
            step("mail-send", "Send it on a working day"),
            step("no-thank", "Thank them for telling you"),
        ),
        (
            Template(
                "call", "On the telephone", "Hello [name], this is [my name].\n[day they name]"
            ),
            Template(
                "voicemail", "On voicemail", "Hello [name].\nMy number is [my telephone number]."
            ),
            Template("first-email", "By email", FIRST_EMAIL),
            Template(
                "referee-brief", "To a referee", "Dear [name],\nI met [names and job titles]."
            ),
        ),
    )
    return Guide((meet, contact))


@pytest.fixture(name="reader")
def _reader(guide: Guide) -> Reader:
    """A reader with nothing kept, on Tuesday 24 November 2026."""
    return Reader(guide)
