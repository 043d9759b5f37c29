"""What browsers, other pages and other people do to stores: the reader is told, nothing is pretended."""

from datetime import date

import pytest
import stores
from broken_stores import (
    DELETE_DATABASES,
    FULL,
    KEEP,
    NO_DATABASE,
    NO_LOCAL,
    OTHER,
    PAGE,
    REFUSING,
    SILENT,
    STEP,
    is_ticked,
    tick,
    visit,
    wait_for,
)
from long_form import in_long_form
from playwright.sync_api import Route, expect
from reader import Reader, open_more
from site_server import SUB_PATH
from waiting import wait_until

from followup import words

PLANT = """async (text) => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
    for (const { name, version } of await indexedDB.databases()) {
        const database = await new Promise((done) => {
            const asked = indexedDB.open(name, version);
            asked.onsuccess = () => done(asked.result);
        });
        const store = database.transaction("texts", "readwrite").objectStore("texts");
        store.getAllKeys().onsuccess = ({ target }) => {
            for (const key of target.result) store.put(text, key);
        };
        await new Promise((done) => { store.transaction.oncomplete = done; });
        database.close();
    }
}"""
COUNT_BYTES = """(() => {
    let written = 0;
    const count = (...texts) => { written += new Blob(texts).size; };
    const [{ setItem }, { put }] = [Storage.prototype, IDBObjectStore.prototype];
    Storage.prototype.setItem = function (key, text) {
        count(key, text);
        return setItem.call(this, key, text);
    };
    IDBObjectStore.prototype.put = function (text, key) {
        count(key, text);
        return put.call(this, text, key);
    };
    window.takeWritten = () => [written, (written = 0)][0];
})()"""


# Stores that refuse


def test_a_full_local_storage_loses_nothing_while_there_is_a_mirror(lame: Reader) -> None:
    """The change is in the mirror, and there again at the next visit."""
    visit(lame)
    lame.page.evaluate(FULL)

    tick(lame, words.SAVED)
    assert stores.read(lame.page).local == {}
    is_ticked(lame)


@pytest.mark.slow
def test_without_a_mirror_a_full_local_storage_is_said_to_keep_nothing(lame: Reader) -> None:
    """And once there is room again, what waited goes with what is new."""
    lame.page.add_init_script(NO_DATABASE)
    visit(lame)
    lame.page.evaluate(FULL)
    tick(lame, words.NOT_KEPT)
    lame.page.evaluate("localStorage.removeItem('filler.1048576.0')")

    tick(lame, words.KEPT, OTHER)
    is_ticked(lame)


@pytest.mark.slow
def test_a_local_storage_that_throws_is_done_without(lame: Reader) -> None:
    """As with blocked cookies, in browsers that have a database nevertheless."""
    lame.page.add_init_script(NO_LOCAL)
    visit(lame)

    tick(lame, words.SAVED)
    is_ticked(lame)


@pytest.mark.parametrize("database", [*in_long_form(NO_DATABASE, REFUSING), SILENT], ids=["missing", "refusing", "silent"])  # fmt: skip
def test_without_a_mirror_nothing_is_called_saved(lame: Reader, database: str) -> None:
    """It is kept in this browser, as before, and the page says no more than that."""
    lame.page.add_init_script(database)
    visit(lame)

    tick(lame, words.KEPT)
    lame.page.wait_for_timeout(200)
    lame.says(words.plain(words.KEPT))
    is_ticked(lame)


def test_without_any_store_the_page_still_works(lame: Reader) -> None:
    """And says that it cannot keep anything."""
    lame.page.add_init_script(NO_LOCAL + SILENT)
    visit(lame)

    tick(lame, words.NOT_KEPT)
    expect(lame.box_of(STEP)).to_be_checked()
    expect(lame.page.get_by_text(words.plain(words.STANDING_REFUSED))).to_be_visible()


# Stores that are emptied


def test_one_store_that_was_emptied_is_filled_from_the_other(lame: Reader) -> None:
    """At the next visit, without a word."""
    visit(lame)
    tick(lame, words.SAVED)
    before = stores.read(lame.page).local
    for emptying in ("() => localStorage.clear()", DELETE_DATABASES):
        lame.page.goto(lame.address + "robots.txt")
        lame.page.evaluate(emptying)
        is_ticked(lame)
        wait_for(lambda: stores.read(lame.page).local == stores.read(lame.page).mirror, lame.page)
        assert stores.read(lame.page).local == before


@pytest.mark.slow
def test_with_both_emptied_the_page_starts_anew(lame: Reader) -> None:
    """As Safari empties them after a week; a link or a file is the way back."""
    visit(lame)
    tick(lame, words.SAVED)
    lame.page.goto(lame.address + "robots.txt")
    lame.page.evaluate("() => localStorage.clear()")
    lame.page.evaluate(DELETE_DATABASES)
    visit(lame)

    expect(lame.box_of(STEP)).not_to_be_checked()
    tick(lame, words.SAVED)


def test_another_page_of_the_host_that_empties_local_storage_takes_nothing_away(
    lame: Reader,
) -> None:
    """The page that is open puts back what was there."""
    visit(lame)
    tick(lame, words.SAVED)
    before = stores.read(lame.page).local
    other = lame.page.context.new_page()
    other.goto(lame.address.removesuffix(SUB_PATH) + "/somewhere-else")
    other.evaluate("localStorage.clear()")

    wait_for(lambda: stores.read(lame.page).local == before, lame.page)
    expect(lame.box_of(STEP)).to_be_checked()


# Hostile and damaged texts


@pytest.mark.slow
def test_nesting_that_kills_python_is_put_aside_wherever_it_stands(reader: Reader) -> None:
    """In every text of both stores at once: the page starts, saves, and has the texts to hand out."""
    reader.open(PAGE)
    reader.tick(STEP)
    reader.says("Saved")
    reader.tick(OTHER)
    reader.says("Saved")
    reader.page.goto(reader.address + "robots.txt")
    reader.page.evaluate(PLANT, "[" * 20_000)
    reader.open(PAGE)

    tick(reader, words.SAVED)
    aside = stores.read(reader.page).quarantined
    assert len(aside) >= 2
    expect(reader.page.get_by_text(words.plain(words.STANDING_DAMAGED))).to_be_visible()


# The worker


WORKERS = """
    const Native = Worker;
    window.workers = [];
    window.Worker = class extends Native {
        constructor(...its) {
            super(...its);
            if (String(its[0]).startsWith("blob:")) window.workers.push(this);
        }
    };
"""
SILENT_ABOUT = """
postMessage({ ready: true });
self.onmessage = ({ data: { id, ask } }) => {
    if (ask === undefined) return;
    if (ask.includes('\\\\"%s\\\\",\\\\"round')) return;
    const announce = { saved: "", kept: "", held: "" };
    postMessage({ id, answer: JSON.stringify({ outputs: {}, inputs: {}, announce, needs: [] }) });
};
"""
"""A stand-in for the worker that falls silent over any question with a certain step."""


def test_a_worker_that_ends_is_replaced_and_nothing_is_lost(reader: Reader) -> None:
    """Its silence is noticed at the next question, which the next worker is asked again."""
    reader.page.add_init_script(WORKERS)
    reader.page.clock.install()
    reader.open(PAGE)
    reader.tick(STEP)
    reader.says("1 of")
    reader.page.evaluate("window.workers.at(-1).terminate()")
    reader.tick(OTHER)
    reader.page.clock.fast_forward(5_000)
    # A start may be over before anybody looks, so the workers are counted.
    wait_until(reader.page, "window.workers.length === 2")

    reader.wait_for("ready")
    reader.says("2 of")
    assert reader.page.evaluate("window.workers.length") == 2


def test_what_stops_python_twice_is_put_aside_and_the_page_goes_on(reader: Reader) -> None:
    """The reader is told, can have all that is kept as a file, and tick on."""
    script = SILENT_ABOUT % OTHER

    def fulfil(route: Route) -> None:
        route.fulfill(body=script, content_type="text/javascript")

    reader.page.context.route("**/worker.js", fulfil)
    reader.page.clock.install()
    reader.open(PAGE)
    reader.tick(STEP)
    reader.page.wait_for_timeout(200)
    reader.tick(OTHER)
    reader.page.clock.fast_forward(5_000)
    reader.wait_for("ready")
    reader.page.clock.fast_forward(15_000)
    reader.wait_for("failed")

    reader.says(words.plain(words.PUT_ASIDE))
    kept = stores.read(reader.page)
    assert len(kept.quarantined) == 1
    assert stores.ticked(kept.local) == {STEP}
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name=words.SAVE_AS_IS).first.click()
    text = download.value.path().read_text("utf-8")
    assert f'\\"{OTHER}\\"' in text
    assert f'\\"{STEP}\\"' in text
    reader.page.reload()
    reader.wait_for("ready")
    expect(reader.box_of(STEP)).to_be_checked()


# What readers take away themselves


def test_delete_everything_leaves_nothing_that_comes_back(lame: Reader) -> None:
    """In neither store; no tab that slept and no visit brings anything back."""
    visit(lame)
    tick(lame, words.SAVED)
    sleeper = Reader(lame.page.context.new_page(), lame.address)
    visit(sleeper)
    expect(sleeper.box_of(STEP)).to_be_checked()
    session = lame.page.context.new_cdp_session(sleeper.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    visit(lame, KEEP)
    lame.page.locator("#ask-erase-all summary").click()
    lame.page.locator("[data-erase-all]").click()

    lame.says(words.plain(words.SAID_ERASED))
    nothing_is_left(lame)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    sleeper.page.bring_to_front()
    expect(sleeper.box_of(STEP)).not_to_be_checked()
    nothing_is_left(lame)
    visit(lame)
    expect(lame.box_of(STEP)).not_to_be_checked()


def nothing_is_left(reader: Reader) -> None:
    """Check that both stores are empty, but for the number of this life and the id of a new start."""
    kept = stores.read(reader.page)
    assert kept.all_local.keys() <= {"life", "interview"}
    assert kept.database.keys() <= {"life"}
    assert reader.page.evaluate("caches.keys()") == []


def test_what_is_not_to_be_saved_is_in_neither_store(reader: Reader) -> None:
    """What was there goes, and what is done from now on is held in the tab, as the page says."""
    reader.open(PAGE)
    reader.tick(STEP)
    reader.says("Saved")
    reader.open(KEEP)
    reader.page.locator("#ask-memory summary").click()
    reader.page.locator("[data-memory=on]").click()
    reader.says(words.plain(words.SAID_MEMORY_ON))
    reader.page.get_by_role("link", name="Checklist", exact=True).first.click()
    expect(reader.box_of(STEP)).to_be_checked()
    tick(reader, words.HELD, OTHER)

    kept = stores.read(reader.page)
    assert kept.local == kept.mirror == {}
    assert kept.all_local.keys() <= {"life", "memory"}


def test_the_names_of_a_deleted_interview_are_gone_at_once(reader: Reader) -> None:
    """From both stores, not at the next visit."""
    reader.set_today(date(2026, 12, 4))
    reader.open("plan/interviews/")
    reader.page.locator("#employer").fill("Quillon and Daughters")
    reader.page.keyboard.press("Tab")
    reader.says("Saved")
    assert has_text(reader, "Quillon")
    open_more(reader.page)
    reader.page.locator("details.delete summary").first.click()
    reader.page.locator("[data-delete]").first.click()
    reader.says("eleted")

    assert not has_text(reader, "Quillon")


def has_text(reader: Reader, text: str) -> bool:
    """Return whether any text of either store has this in it; it must not differ between them."""
    kept = stores.read(reader.page)
    found = [any(text in one for one in each.values()) for each in (kept.all_local, kept.database)]
    assert found[0] == found[1]
    return found[0]


# Costs


def test_a_tick_writes_less_than_a_kilobyte(lame: Reader) -> None:
    """In both stores together: some browsers write only so much an hour."""
    lame.page.add_init_script(COUNT_BYTES)
    visit(lame)
    lame.page.wait_for_timeout(300)
    lame.page.evaluate("takeWritten()")
    for step in (STEP, OTHER):
        tick(lame, words.SAVED, step)
        written = lame.page.evaluate("takeWritten()")
        assert 100 < written <= 1_000
        lame.page.evaluate("document.querySelector('[role=status]').textContent = ''")
