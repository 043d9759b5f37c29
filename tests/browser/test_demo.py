"""The demo: a plan of somebody made up, which never mixes with the reader's own."""

from datetime import date

import pytest
from axe import violations
from playwright.sync_api import Page, expect
from reader import Reader

TODAY = date(2026, 11, 25)
EVERYTHING = """async () => JSON.stringify([
    Object.entries(localStorage).filter(([name]) => !name.endsWith(".shown")),
    await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((settle) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
            const base = opening.result;
            const [store] = base.objectStoreNames;
            const asked = base.transaction(store).objectStore(store).getAllKeys();
            asked.onsuccess = () => { base.close(); settle([name, asked.result]); };
        };
    }))),
])"""


def banner(page: Page) -> None:
    """Check that the page says that it is a demo."""
    expect(page.locator("[data-standing=demo]")).to_be_visible()
    expect(page.locator("[data-standing=memory]")).to_be_hidden()


def open_demo(reader: Reader, path: str = "plan/dates/") -> None:
    """Open a page in the demo."""
    reader.set_today(TODAY)
    reader.open(f"{path}#demo")
    banner(reader.page)


def test_it_shows_a_plan_and_everything_works_but_nothing_is_kept(reader: Reader) -> None:
    """Over pages and a reload, after which it is as at first."""
    page = reader.page
    open_demo(reader)
    expect(reader.current_card()).to_contain_text("Grace Okafor")
    reader.go("plan/interviews/")
    banner(page)
    expect(page.locator("[data-panel=interviews] li[data-interview]")).to_have_count(3)
    page.get_by_role("button", name="Add an interview").click()
    expect(page.locator("[data-panel=interviews] li[data-interview]")).to_have_count(4)
    page.reload()
    reader.wait_for("ready")
    banner(page)
    expect(page.locator("[data-panel=interviews] li[data-interview]")).to_have_count(3)
    reader.go("guide/at-the-interview/")
    reader.tick("meet-names")
    reader.says("Held in this tab only")
    assert violations(page) == []

    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "Okafor" not in kept
    assert "Harbour" not in kept
    assert page.evaluate("indexedDB.databases()") == []


def test_a_readers_own_plan_is_neither_seen_nor_changed(reader: Reader) -> None:
    """It is there as before once the demo is left; also by a link to it from a page with the plan."""
    page = reader.page
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 23))
    reader.says("Saved")
    days = reader.plan_days()
    before = page.evaluate(EVERYTHING)

    page.evaluate("location.hash = '#demo'")
    banner(page)
    reader.wait_for("ready")
    expect(reader.current_card()).to_contain_text("Grace Okafor")
    reader.log("emailed", TODAY)
    reader.says("Logged")
    expect(page.locator("[data-panel=log]")).to_contain_text("You emailed")
    assert page.evaluate(EVERYTHING) == before

    page.get_by_role("button", name="Leave the demo").click()
    expect(page.locator("[data-standing=demo]")).to_be_hidden()
    expect(page).to_have_url(f"{reader.address}plan/dates/")
    reader.wait_for("ready")
    expect(reader.current()).to_have_count(1)
    assert reader.plan_days() == days
    expect(page.locator("[data-panel=plan]")).not_to_contain_text("Okafor")
    page.reload()
    reader.wait_for("ready")
    expect(page.locator("[data-standing=demo]")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "press"),
    [
        ("plan/keep/", "[data-memory]"),
        ("plan/keep/", "[data-download][data-exports]"),
        ("plan/calendar/", "[data-exports]"),
        ("plan/restore/", "button[data-incoming]"),
    ],
)
def test_no_copy_goes_out_or_comes_in(reader: Reader, path: str, press: str) -> None:
    """And the page says why nothing happened."""
    page = reader.page
    open_demo(reader, path)
    taken: list[object] = []
    page.on("download", lambda one: taken.extend([one]))
    reader.go(path)
    page.locator(press).first.dispatch_event("click")

    reader.says("Not in the demo")
    assert taken == []
    banner(page)


@pytest.mark.slow
def test_a_link_that_carries_a_plan_ends_it(reader: Reader) -> None:
    """What is brought in belongs to the reader."""
    open_demo(reader)
    reader.page.goto("about:blank")
    reader.open("plan/restore/#restore=broken")

    expect(reader.page.locator("[data-standing=demo]")).to_be_hidden()
    reader.open("plan/dates/")
    expect(reader.page.locator("[data-standing=demo]")).to_be_hidden()
