"""A copy or a clock from the ends of time: every tool works, and what it brought can go again."""

import json
from datetime import date

import pytest
from copies import take
from playwright.sync_api import Page, expect
from reader import Reader, open_more

from followup.copies.links import write_short

TODAY = date(2026, 12, 4)
OF_THE_ISSUE = "restore=1.51.b8f6f400.wxeEGfnA5klOqiFasFkCga6hka6xIVLAJRIVcsa4khnITKDHYwE"
"""An interview on 31 December 9999, written on that day."""

PAGES = ("dates", "calendar", "checklist", "card", "messages", "adviser", "keep", "settings")


def written_in_year_one() -> str:
    """Return a link with an interview of the year 1, which ended in an offer; its pin is there too."""
    of = {"format": 2, "interview": "hostile2", "written": "0001-01-01"}
    typed = {"day": "1", "month": "1", "year": "0001"}
    records = [
        {**of, "what": "answer", "question": question, "typed": typed}
        for question in ("interview", "decision", "offer-deadline", "pin-0")
    ]
    records.append({**of, "what": "choice", "name": "outcome", "value": "offer"})
    texts = {f"{place}.a.{place}": json.dumps(one) for place, one in enumerate(records, 1)}
    return write_short(texts)


def in_trouble(page: Page) -> list[str]:
    """Return which panels of a page say that they cannot be shown."""
    outputs = page.locator("[data-output^='trouble.']:not(:empty)")
    return [str(one.get_attribute("data-output")) for one in outputs.all()]


@pytest.mark.parametrize(
    "link",
    [OF_THE_ISSUE, pytest.param(written_in_year_one(), marks=pytest.mark.slow)],
    ids=["9999", "1"],
)
def test_a_copy_from_the_end_of_time_kills_nothing(reader: Reader, link: str) -> None:
    """Every page draws all its panels, after a load of its own too; undo is offered, and the
    interview can be deleted."""
    page = reader.page
    reader.set_today(TODAY)
    reader.open(f"plan/restore/#{link}")
    take(reader)
    expect(page.locator("#take-undo")).to_be_visible()
    for name in PAGES:
        reader.go(f"plan/{name}/")
        expect(page.locator("[data-panel]:not(:empty)").filter(visible=True).first).to_be_visible()
        assert in_trouble(page) == []
    reader.open("")
    assert in_trouble(page) == []
    reader.open("plan/interviews/")
    row = page.locator("[data-interview^=hostile]")
    open_more(row)
    row.locator("details.delete summary").click()
    page.locator("[data-delete^=hostile]").click()
    reader.says("Deleted.")
    expect(row).to_have_count(0)
    assert in_trouble(page) == []


@pytest.mark.parametrize(
    ("clock", "today"),
    [
        ("9999-12-31T12:00:00", date(2199, 12, 31)),
        pytest.param("1970-01-01T12:00:00", date(2000, 1, 1), marks=pytest.mark.slow),
    ],
)
def test_a_clock_at_the_end_of_time_stops_no_tool(reader: Reader, clock: str, today: date) -> None:
    """The page says that the clock cannot be right and which day it takes; the dates are there."""
    page = reader.page
    page.clock.set_fixed_time(clock)
    reader.open()
    notice = page.locator("[data-output=notice]")
    expect(notice).to_contain_text("The clock of this device cannot be right.")
    expect(notice.locator("time")).to_have_attribute("datetime", today.isoformat())
    reader.type_date("Interview date", today)
    expect(reader.current()).to_have_attribute("data-state", "next")
    reader.log("called", today)
    reader.says("Logged.")
    for name in ("calendar", "checklist", "interviews"):
        reader.go(f"plan/{name}/")
        assert in_trouble(page) == []


SPOIL = """() => {
    const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
    Object.defineProperty(MessageEvent.prototype, "data", {
        get() {
            const data = get.call(this);
            if (!window.spoil || typeof data?.answer !== "string") return data;
            const answer = JSON.parse(data.answer);
            answer.outputs["trouble.plan"] = "This part cannot be shown.";
            answer.inputs["panel-plan"] = { attributes: { hidden: "" } };
            answer.trouble = ["plan: a mistake of this test"];
            return { ...data, answer: JSON.stringify(answer) };
        },
    });
}"""
"""Makes Python's answers say that the panel "plan" cannot be drawn, while `spoil` is set."""


def test_a_panel_that_cannot_be_drawn_gives_way_to_a_sentence(
    reader: Reader, not_shown: list[str]
) -> None:
    """It is out of sight until it can be drawn again, and the console names it."""
    page = reader.page
    reader.set_today(TODAY)
    reader.open()
    page.evaluate(SPOIL)
    page.evaluate("window.spoil = true")
    reader.type_date("Interview date", date(2026, 11, 24))
    expect(page.locator("[data-output='trouble.plan']")).to_be_visible()
    expect(page.locator("[data-panel=plan]")).to_be_hidden()
    expect(page.locator("[data-panel=questions]")).to_be_visible()

    page.evaluate("window.spoil = false")
    reader.type_date("Decision date", date(2026, 12, 8))
    expect(page.locator("[data-panel=plan]")).to_be_visible()
    expect(page.locator("[data-output='trouble.plan']")).to_be_hidden()
    # Only now, as one act may have several answers.
    assert set(not_shown) == {"Follow Up: not shown: plan: a mistake of this test"}
    not_shown.clear()
