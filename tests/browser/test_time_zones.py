"""Days have no hour and no zone: what is stored stays, and "today" is the day where the reader is."""

import json
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

import asking
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, StorageState, expect
from reader import Reader

from followup.guide.contents import Guide

INTERVIEW = date(2026, 11, 24)


class Place(NamedTuple):
    """A zone, a moment in it, the day that it is there, and what the plan then says of its day."""

    zone: str
    moment: str
    today: str
    interview: date
    first: str
    state: str


PLACES = (
    Place("Pacific/Pago_Pago", "2026-12-01T10:30Z", "2026-11-30", INTERVIEW, "2026-12-01", "next"),
    Place("Pacific/Kiritimati", "2026-11-30T10:30Z", "2026-12-01", INTERVIEW, "2026-12-01", "due"),
    Place("America/Los_Angeles", "2026-12-01T07:30Z", "2026-11-30", INTERVIEW, "2026-12-01", "next"),
    Place("Pacific/Auckland", "2026-11-30T10:30Z", "2026-11-30", INTERVIEW, "2026-12-01", "next"),
    # Clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October.
    Place("Europe/London", "2026-03-29T23:30Z", "2026-03-30", date(2026, 3, 23), "2026-03-30", "due"),
    Place("Europe/London", "2026-10-25T23:30Z", "2026-10-25", date(2026, 10, 19), "2026-10-26", "next"),
)  # fmt: skip
"""Half past eleven at night or half past midnight: Greenwich, or the hour of last week, is a day off."""

SEEN_ALWAYS = ("Pacific/Kiritimati",)
"""One end of the world; the long tests go everywhere."""


def kept_elsewhere(interview: date, address: str) -> StorageState:
    """Return a browser's storage as it was left, wherever that was, on the day of the interview."""
    tab = asking.Reader(Guide(()), interview.isoformat())
    tab.answer("interview", interview)
    tab.log("emailed", interview, purpose="thanks")
    parts = urlsplit(address)
    texts = {f"followup.{parts.path}.r.{key}": text for key, text in tab.records.items()}
    kept = [{"name": name, "value": text} for name, text in texts.items()]
    origin = f"{parts.scheme}://{parts.netloc}"
    return {"cookies": [], "origins": [{"origin": origin, "localStorage": kept}]}  # type: ignore[typeddict-item] # the driver takes any mapping


def today_in(reader: Reader) -> Locator:
    """Return the day that the calendar marks as today."""
    return reader.page.locator("[data-panel=calendar] [aria-current=date] time")


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(
            one,
            id=f"{one.zone} {one.today}",
            marks=() if one.zone in SEEN_ALWAYS else pytest.mark.slow,
        )
        for one in PLACES
    ],
)
def test_the_same_storage_shows_the_same_days_in_every_zone(browser: Browser, address: str, place: Place) -> None:  # fmt: skip
    """Only today is the day of the place, and with it whether the call is due."""
    storage = kept_elsewhere(place.interview, address)
    context = browser.new_context(
        timezone_id=place.zone, storage_state=storage, service_workers="block"
    )
    reader = Reader(context.new_page(), address)
    reader.page.clock.set_fixed_time(place.moment)
    reader.open()
    logged = reader.page.locator("[data-panel=log] time")

    expect(today_in(reader)).to_have_attribute("datetime", place.today)
    expect(reader.current()).to_have_attribute("data-state", place.state)
    expect(reader.current().locator("time").first).to_have_attribute("datetime", place.first)
    expect(logged).to_have_attribute("datetime", place.interview.isoformat())
    boxes = [reader.box("Interview date", part) for part in ("Day", "Month", "Year")]
    day = place.interview
    assert [int(box.input_value()) for box in boxes] == [day.day, day.month, day.year]
    context.close()


def test_what_is_stored_is_the_day_as_typed(browser: Browser, address: str) -> None:
    """At any hour, 11 behind Greenwich or 14 before it; the next zone finds the very same texts."""
    storage: StorageState | None = None
    kept: dict[str, str] = {}
    for place in PLACES[:3]:
        context = browser.new_context(
            timezone_id=place.zone, storage_state=storage, service_workers="block"
        )
        reader = Reader(context.new_page(), address)
        reader.page.clock.set_fixed_time(place.moment)
        reader.page.route("**/worker.js", lambda route: route.abort())
        reader.open(ready=False)
        reader.wait_for("failed")
        assert reader.records() == kept

        reader.type_date("Interview date", place.interview)
        reader.type_date("Decision date", date.fromisoformat(place.today))
        records = {key: text for key, text in reader.records().items() if key not in kept}
        events = [json.loads(text) for _, text in sorted(records.items())]
        answers = {event["question"]: event["typed"] for event in events}
        assert answers == {
            "interview": asking.typed(place.interview),
            "decision": asking.typed(date.fromisoformat(place.today)),
        }
        assert {event["written"] for event in events} == {place.today}
        kept, storage = reader.records(), context.storage_state()
        context.close()


@pytest.mark.slow
def test_a_clock_that_is_put_back_or_forward_moves_no_stored_day(context: BrowserContext, address: str) -> None:  # fmt: skip
    """Nor does a flight over the date line: a contact logged today still counts yesterday."""
    reader = Reader(context.new_page(), address)
    reader.set_today(date(2026, 12, 2))
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.log("called", date(2026, 12, 2))
    reader.says("Logged.")
    expect(reader.current()).to_have_attribute("data-step", "later")
    days, kept = reader.plan_days(), reader.records()

    for today in (date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 2)):
        reader.set_today(today)
        reader.page.evaluate("dispatchEvent(new Event('focus'))")
        expect(today_in(reader)).to_have_attribute("datetime", today.isoformat())
        assert reader.plan_days() == days
        assert reader.records() == kept
