"""Stores that go away or lie while a page is open: "Saved" stays true, and erasing stays real."""

import stores
from broken_stores import (
    DELETE_DATABASES,
    FULL,
    KEEP,
    OTHER,
    PAGE,
    READ_ONLY,
    STEP,
    is_ticked,
    visit,
    wait_for,
)
from playwright.sync_api import BrowserContext, expect
from reader import Reader

from followup import words

CLEAR = "() => localStorage.clear()"
THIRD = "start-backup"

CUT = """
    Object.defineProperty(window, "sessionStorage", { get() { throw new Error("denied"); } });
    const { setItem, getItem } = Storage.prototype;
    const refuse = (key) => { if (/\\.(life|interview|shown)$/.test(key)) throw new Error("denied"); };
    Storage.prototype.setItem = function (key, text) { refuse(key); setItem.call(this, key, text); };
    Storage.prototype.getItem = function (key) { refuse(key); return getItem.call(this, key); };
"""
"""Local storage that throws on some keys, and no session storage at all."""


def save(reader: Reader, step: str, says: words.Sentence = words.SAVED) -> None:
    """Turn a step's box, and wait until the page says anew how that is kept."""
    reader.page.evaluate("() => { document.querySelector('[data-status]').textContent = ''; }")
    reader.tick(step)
    reader.says(words.plain(says))


def steps(reader: Reader) -> tuple[set[str], set[str]]:
    """Return what is ticked by the records of both stores."""
    kept = stores.read(reader.page)
    return stores.ticked(kept.local), stores.ticked(kept.mirror)


def wake(reader: Reader) -> None:
    """Come back to the tab."""
    reader.page.evaluate("dispatchEvent(new Event('focus'))")


def test_a_database_deleted_under_the_page_is_whole_again_before_saved_is_said(
    lame: Reader,
) -> None:
    """As by the browser's own tools, or by another page of the host."""
    visit(lame)
    save(lame, STEP)
    lame.page.evaluate(DELETE_DATABASES)

    save(lame, OTHER)
    assert steps(lame) == ({STEP, OTHER}, {STEP, OTHER})


def test_local_storage_emptied_in_the_page_lets_no_older_value_win(lame: Reader) -> None:
    """No event tells of it; what is done next is later than all that the tab has seen."""
    visit(lame)
    save(lame, STEP)
    save(lame, OTHER)
    lame.page.evaluate(CLEAR)

    save(lame, STEP)
    assert steps(lame) == ({OTHER}, {OTHER})
    visit(lame)
    expect(lame.box_of(OTHER)).to_be_checked()
    expect(lame.box_of(STEP)).not_to_be_checked()


def test_what_the_browser_was_told_to_forget_is_not_written_back(lame: Reader) -> None:
    """As in its settings: the plan is empty, with an offer to put back what the tab had shown."""
    visit(lame)
    save(lame, STEP)
    save(lame, OTHER)
    devtools = lame.page.context.new_cdp_session(lame.page)
    origin = lame.page.evaluate("location.origin")
    kinds = "local_storage,indexeddb"
    devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": kinds})
    wake(lame)

    offer = lame.page.get_by_role("button", name=words.PUT_ALL_BACK)
    expect(offer).to_be_visible()
    expect(lame.box_of(STEP)).not_to_be_checked()
    assert steps(lame) == (set(), set())
    save(lame, THIRD)
    assert steps(lame) == ({THIRD}, {THIRD})
    offer.click()
    lame.says(words.plain(words.SAID_PUT_BACK))
    expect(offer).to_be_hidden()
    expect(lame.box_of(STEP)).to_be_checked()
    both = {STEP, OTHER, THIRD}
    wait_for(lambda: steps(lame) == (both, both), lame.page)
    is_ticked(lame)


def test_both_stores_emptied_by_a_script_of_the_page_stay_so_too(lame: Reader) -> None:
    """Nobody tells the tab of either; the next change finds out, and what it left is all there is."""
    visit(lame)
    save(lame, STEP)
    lame.page.evaluate(CLEAR)
    lame.page.evaluate(DELETE_DATABASES)

    save(lame, OTHER)
    expect(lame.page.get_by_role("button", name=words.PUT_ALL_BACK)).to_be_visible()
    assert steps(lame) == ({OTHER}, {OTHER})
    expect(lame.box_of(STEP)).not_to_be_checked()


def test_a_new_tab_with_a_full_local_storage_shows_and_saves_the_plan(
    reader: Reader, context: BrowserContext, address: str
) -> None:
    """From the database alone; the page on copies says the same as the status line."""
    reader.page.route("**/*.wasm", lambda route: route.abort())
    visit(reader)
    save(reader, STEP)
    reader.page.goto(address + "robots.txt")
    reader.page.evaluate(CLEAR)
    reader.page.evaluate(FULL)
    tab = Reader(context.new_page(), address)
    tab.open(PAGE)

    expect(tab.box_of(STEP)).to_be_checked()
    save(tab, OTHER)
    tab.go(KEEP)
    where = tab.page.locator(".where-kept")
    expect(where).to_have_text(words.plain(words.KEPT_IN_DATABASE))
    expect(tab.page.get_by_text(words.plain(words.STANDING_REFUSED))).to_be_hidden()
    assert steps(tab) == (set(), {STEP, OTHER})


def test_a_database_that_undoes_every_change_is_not_called_a_second_place(reader: Reader) -> None:
    """It answers what it is asked, so only a change finds out."""
    reader.page.add_init_script(READ_ONLY)
    reader.open(PAGE)
    save(reader, STEP, words.KEPT)
    reader.go(KEEP)

    expect(reader.page.locator(".where-kept")).to_have_text(words.plain(words.KEPT_ONCE))


def test_storage_that_throws_on_some_keys_keeps_the_others(lame: Reader) -> None:
    """And with session storage denied."""
    lame.page.add_init_script(CUT)
    visit(lame)
    save(lame, STEP)

    is_ticked(lame)
    save(lame, OTHER)
    assert steps(lame) == ({STEP, OTHER}, {STEP, OTHER})
