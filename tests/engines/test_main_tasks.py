"""The other main tasks in engines other than Chromium: the log, copies, and what an office sets up."""

import json
from pathlib import Path

import pytest
from engine import Engine
from main_job import CURRENT, open_ready

OLD = Path(__file__).parents[1] / "cases" / "saved" / "offices-1.json"
OFFICE: str = json.loads(OLD.read_text("utf-8"))["links"][0]["text"]
LINK = "[...document.querySelectorAll('[data-panel=link] :is(input, textarea)')].map((one) => one.value).find((text) => text.includes('#restore='))"
PUT = """(() => {
    const field = document.querySelector("#restore-text");
    field.value = %s;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
})()"""
"""Puts a text into the field on the page "Bring it back", as pasting does."""

STATUS = "document.querySelector('[data-status]').textContent"


def give_the_date(engine: Engine, address: str) -> None:
    """Open the page of dates and say that the interview was today."""
    open_ready(engine, f"{address}plan/dates/")
    engine.click("[data-question=interview] [data-fill=today]")
    engine.wait_until(f"document.querySelector('{CURRENT}') !== null")


def link_to_a_plan(engine: Engine, address: str) -> str:
    """Make a plan, and return the link that brings it back."""
    give_the_date(engine, address)
    open_ready(engine, f"{address}plan/keep/")
    engine.wait_until(f"{LINK} !== undefined")
    link: str = engine.evaluate(LINK)
    return link


def empty_stores(engine: Engine, address: str) -> None:
    """Clear everything that the browser keeps of the site, and leave its pages."""
    engine.goto(f"{address}version.txt")
    engine.evaluate("localStorage.clear()")
    engine.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => indexedDB.deleteDatabase(name))).then(() => { localStorage.emptied = 'yes'; }), 0")  # fmt: skip
    engine.wait_until("localStorage.emptied === 'yes'")
    engine.evaluate("localStorage.clear()")


@pytest.mark.slow
def test_a_contact_is_logged(engine: Engine, address: str) -> None:
    """And the plan counts from it."""
    give_the_date(engine, address)
    engine.evaluate("document.querySelector('#contact-form').scrollIntoView()")
    engine.click("#kind-called")
    engine.click("#contact-form button[type=submit]")
    engine.wait_until(f"{STATUS}.includes('Logged.')")
    engine.wait_until(
        "document.querySelector('[data-panel=log]').textContent.includes('24 November 2026')"
    )


@pytest.mark.slow
def test_a_link_brings_the_plan_back(engine: Engine, address: str) -> None:
    """After the browser was cleared."""
    link = link_to_a_plan(engine, address)
    place = link.partition("plan/restore/")[2]
    empty_stores(engine, address)

    open_ready(engine, f"{address}plan/restore/{place}")
    take_it(engine, address)


def take_it(engine: Engine, address: str) -> None:
    """Add what the preview shows, and see that the date is back."""
    engine.wait_until("document.querySelector('#take-merge') !== null")
    engine.click("#take-merge")
    engine.wait_until("document.querySelector('#take-undo') !== null")
    open_ready(engine, f"{address}plan/dates/")
    engine.wait_until("document.querySelector('#interview-day').value === '24'")


@pytest.mark.slow
def test_a_copy_as_text_brings_the_plan_back(engine: Engine, address: str) -> None:
    """Pasted: the drivers differ in how they choose a file, which the page reads in the same way."""
    link = link_to_a_plan(engine, address)
    empty_stores(engine, address)

    open_ready(engine, f"{address}plan/restore/")
    engine.evaluate(PUT % json.dumps(link))
    engine.click("#look")
    take_it(engine, address)


@pytest.mark.slow
def test_what_an_office_sets_up_counts(engine: Engine, address: str) -> None:
    """Once it is used."""
    open_ready(engine, f"{address}#office={OFFICE}")
    engine.wait_until("document.querySelector('#office-use')?.checkVisibility()")
    engine.click("#office-use")
    engine.wait_until("document.querySelector('[data-office=in-use]')?.checkVisibility()")
