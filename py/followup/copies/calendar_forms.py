"""Addresses of the forms that Google and Microsoft offer for a new entry, filled in.

An address goes to the server that it names. So it has what a form cannot do without, which is the
title and the time, and never the link that brings the plan back. How each is made, and where that
is known from: docs/about/decisions/0046-calendar-by-program.md.
"""

import re
from datetime import UTC, date, datetime, timedelta

from followup.copies.calendar_file import LENGTH, one_line

GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE"
COMPOSE = "calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent"
OUTLOOK, OFFICE = f"https://outlook.live.com/{COMPOSE}", f"https://outlook.office.com/{COMPOSE}"
"""Outlook of one's own, and that of a work or a school."""

ONE_DAY = timedelta(days=1)
QUOTED = re.compile(r"[^A-Za-z0-9._~-]")
"""What cannot stand in an address as it is. Source: RFC 3986, 2.3."""


def google_form(title: str, start: datetime | date) -> str:
    """Return the address of Google Calendar's form, for a moment with its zone or a whole day."""
    if isinstance(start, datetime):
        first, last = (f"{moment:%Y%m%dT%H%M%SZ}" for moment in _moments(start))
    else:
        first, last = (f"{day:%Y%m%d}" for day in (start, start + ONE_DAY))
    return f"{GOOGLE}&text={_quoted(title)}&dates={first}/{last}"


def outlook_form(title: str, start: datetime | date) -> str:
    """Return the address of the form of Outlook.com, likewise."""
    return f"{OUTLOOK}&subject={_quoted(title)}{_microsoft_times(start)}"


def office_form(title: str, start: datetime | date) -> str:
    """Return the address of the same form for an account of a work or a school."""
    return f"{OFFICE}&subject={_quoted(title)}{_microsoft_times(start)}"


def _microsoft_times(start: datetime | date) -> str:
    if isinstance(start, datetime):
        first, last = (f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in _moments(start))
        return f"&startdt={first}&enddt={last}"
    return f"&startdt={start}&enddt={start + ONE_DAY}&allday=true"


def _moments(start: datetime) -> tuple[datetime, datetime]:
    moment = start.astimezone(UTC)
    return moment, moment + LENGTH


def _quoted(title: str) -> str:
    return QUOTED.sub(lambda found: _percent(found[0]), one_line(title))


def _percent(text: str) -> str:
    return "".join(f"%{octet:02X}" for octet in text.encode())
