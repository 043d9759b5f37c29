"""The worker can lose all that it holds of the reader at any moment: between any two questions, told or
untold. The reader sees nothing of it.
"""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect
from reader import Reader
from waiting import wait_until

TODAY = date(2026, 12, 1)

WATCH = """globalThis.pythons = new Set();
    globalThis.told = [];
    globalThis.Worker = class extends Worker {
      constructor(...its) {
        super(...its);
        this.addEventListener("message", ({ data }) => {
          if (!data.answer) return;
          pythons.add(this);
          told.push(data.answer);
        });
      }
    };"""
"""Notes the workers that answered, in their order, and their answers."""

FORGET = """new Promise((settle) => {
      const worker = [...pythons].at(-1);
      worker.addEventListener("message", ({ data }) => data.id === "test" && settle());
      const nothing = { interview: "a", today: "2026-12-01", panels: [], steps: [], changed: [] };
      worker.postMessage({ id: "test", ask: JSON.stringify({ ...nothing, records: {} }) });
    })"""
"""Somebody else's question, about no records: it takes the place of all that was held."""

KILL = "[...pythons].at(-1).dispatchEvent(new Event('error'))"
"""The worker has broken, and another one takes its place."""

FIRST_ANSWERS = "told.length >= 2"
"""For the date alone, and for all of the page."""

LOST = "told.filter((answer) => answer === '{\"lost\":true}').length"


def forget(reader: Reader) -> None:
    """Have the worker lose what it holds, without a word."""
    reader.page.evaluate(FORGET)


def kill(reader: Reader) -> None:
    """Have the worker end."""
    reader.page.evaluate(KILL)
    reader.wait_for("ready")


@pytest.mark.parametrize(("lose", "is_told"), [(forget, False), (kill, True)])
def test_the_worker_may_lose_all_between_any_two_questions(
    reader: Reader, lose: Callable[[Reader], None], *, is_told: bool
) -> None:
    """Dates, a call and ticks are shown as after a reload."""
    reader.page.add_init_script(WATCH)
    reader.set_today(TODAY)
    reader.open()
    wait_until(reader.page, FIRST_ANSWERS)
    for act in ACTS:
        lose(reader)
        act(reader)
    shown = reader.page.locator("[data-panel=plan]").inner_text()

    count = reader.page.evaluate("pythons.size")
    assert count == (1 + len(ACTS) if is_told else 1)
    lost = reader.page.evaluate(LOST)
    assert lost == 0 if is_told else lost >= len(ACTS)
    reader.open()
    assert reader.page.locator("[data-panel=plan]").inner_text() == shown


def enter_the_dates(reader: Reader) -> None:
    """Enter when the interview was."""
    reader.question("Interview date").get_by_role("button", name="Yesterday").click()
    expect(reader.current().locator("time").first).to_be_visible()
    reader.says("Saved")


def log_a_call(reader: Reader) -> None:
    """Log a call of today."""
    reader.log("called", TODAY)
    expect(reader.page.locator("[data-panel=log]")).to_contain_text("1 December 2026")


ACTS = (enter_the_dates, log_a_call)
