"""Addresses of the forms of Google and Microsoft: letter by letter, whatever the title holds."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from followup.copies.calendar_forms import google_form, office_form, outlook_form

Form = Callable[[str, date], str]

GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE&text="
COMPOSE = "calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent&subject="
FORMS: list[tuple[Form, str, str, str]] = [
    (google_form, GOOGLE, "&dates=20261201T100000Z/20261201T103000Z", "&dates=20261231/20270101"),
    *(
        (
            form,
            f"https://outlook.{host}/{COMPOSE}",
            "&startdt=2026-12-01T10:00:00Z&enddt=2026-12-01T10:30:00Z",
            "&startdt=2026-12-31&enddt=2027-01-01&allday=true",
        )
        for form, host in ((outlook_form, "live.com"), (office_form, "office.com"))
    ),
]


@pytest.mark.parametrize(("form", "start", "moment", "day"), FORMS)
def test_a_form_has_the_title_and_the_time_and_nothing_else(
    form: Form, start: str, moment: str, day: str
) -> None:
    """A moment in world time, for half an hour; or a whole day, to the start of the next one."""
    kathmandu = timezone(timedelta(hours=5, minutes=45))

    assert form("Call", datetime(2026, 12, 1, 10, tzinfo=UTC)) == f"{start}Call{moment}"
    assert form("Call", datetime(2026, 12, 1, 15, 45, tzinfo=kathmandu)) == f"{start}Call{moment}"
    assert form("Call", date(2026, 12, 31)) == f"{start}Call{day}"


@pytest.mark.parametrize(("form", "start", "_moment", "day"), FORMS)
def test_no_title_adds_anything_to_the_address(
    form: Form, start: str, _moment: str, day: str
) -> None:
    """Neither a part of its own nor a line."""
    quoted = "Email%20A%26B%3B%20%3Cb%3E%20%2B100%25%23%20%C3%A9"

    assert form("Email A&B;\r\n<b>\t+100%# é\0", date(2026, 12, 31)) == f"{start}{quoted}{day}"
