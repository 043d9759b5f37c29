"""One bad value in what a browser keeps costs itself: tools, search and every other value go on."""

import json
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
import stores
from broken_stores import KEEP, NO_LOCAL, OTHER, STEP, visit, wait_for
from long_form import in_long_form
from playwright.sync_api import expect
from reader import Reader

from followup import words

PLANT = """async ([store, name, value]) => {
    const prefix = `followup.${location.pathname.replace("robots.txt", "")}`;
    if (store !== "database") {
        const key = name.startsWith("__") ? `${prefix.slice(9)}.${name}` : `${prefix}.${name}`;
        window[store].setItem(key, value);
        return;
    }
    const database = await new Promise((done) => {
        const asked = indexedDB.open(prefix, 1);
        asked.onsuccess = () => done(asked.result);
    });
    const texts = database.transaction("texts", "readwrite").objectStore("texts");
    texts.put(value, name);
    await new Promise((done) => { texts.transaction.oncomplete = done; });
    database.close();
}"""

NO_WORKERS = """window.Worker = class extends EventTarget {
    constructor(address) {
        super();
        if (String(address).startsWith("blob:")) throw new Error("no Python");
    }
    postMessage() {}
    terminate() {}
};"""
"""Python's worker, which comes from a blob, cannot be had; the one of the theme's search says nothing."""

Damage = tuple[str, str, Any]
"""The store, the name in it, and what stands there now."""

STEP_RECORD = "the record of the step"
"""Stands for the name of that record."""


def sealed(name: str, text: str) -> str:
    """Return a text with the checksum that makes it seem whole."""
    checksum = zlib.crc32(f"{name}\n{text}".encode())
    return f"{text}#{checksum:08x}"


def texts_for(name: str) -> list[str]:
    """Return what other pages of a host, a fault or an attack may have put under a name."""
    junk = ["", "{", "null", "5", "[]", "{}", "[" * 20_000, "x" * 300_000, '"a']
    shown = '{"fingerprint":5,"outputs":{},"inputs":{}}'
    color = '{"index":"x","color":{"a b":{},"media":"(prefers-color-scheme)"}}'
    return [
        *junk,
        shown,
        color,
        sealed(name, "x"),
        sealed(name, "[" * 20_000),
        sealed(name, "null"),
    ]


NO_TEXTS: tuple[Any, ...] = (None, 5, True, [], {"length": 5})
"""What a database can hold beside texts."""

EXAMPLES: list[Damage] = [
    ("database", STEP_RECORD, None),
    ("localStorage", "life", sealed("life", "x")),
    ("database", "life", sealed("life", '{"origin":')),
    ("localStorage", "shown", '{"fingerprint":5,"outputs":{},"inputs":{}}'),
    ("sessionStorage", "interview", "[" * 20_000),
    ("localStorage", "r.1", "odd"),
    ("localStorage", "s.a.1", sealed("s.a.1", '{"snapshot":1,"records":null}')),
]
NAMES = {
    "localStorage": ("life", "memory", "interview", "shown", STEP_RECORD, "s.a.1", "q.r.9.a.1", "x", "__palette"),
    "sessionStorage": ("interview", "said"),
    "database": ("life", "memory", STEP_RECORD, "s.a.1", "x"),
}  # fmt: skip


def every_damage(step_record: str) -> Iterator[Damage]:
    """Yield each name of each store with each value."""
    for store, names in NAMES.items():
        for name in names:
            its = step_record if name == STEP_RECORD else name
            more = NO_TEXTS if store == "database" else ()
            for value in (*texts_for(its), *more):
                yield store, name, value


def begin(reader: Reader) -> tuple[list[str], str]:
    """Tick two steps, and return errors of pages from now on, and the name of the first record."""
    errors: list[str] = []
    visit(reader)
    for step in (STEP, OTHER):
        reader.tick(step)
        reader.says(words.plain(words.SAVED))
    wait_for(lambda: len(stores.read(reader.page).mirror) == 2, reader.page)
    kept = stores.read(reader.page).local
    reader.page.on("pageerror", lambda error: errors.append(str(error)))
    return errors, min(kept, key=lambda name: stores.order(name[2:]))


def damage(reader: Reader, store: str, name: str, value: object) -> None:
    """Put a value under a name, past the page's scripts."""
    reader.page.goto(reader.address + "robots.txt", wait_until="commit")
    reader.page.evaluate(PLANT, [store, name, value])


def test_a_damaged_value_costs_nothing_else(lame: Reader) -> None:
    """A few of each kind: no script dies, and all that was ticked is there, as the copy is whole."""
    errors, record = begin(lame)
    for number, (store, name, value) in enumerate(EXAMPLES):
        damage(lame, store, record if name == STEP_RECORD else name, value)
        visit(lame)
        for step in (STEP, OTHER):
            expect(lame.box_of(step), f"{store}: {name}").to_be_checked()
        assert errors == [], (store, name, value)
        if number % 5 == 0:
            lame.tick("start-backup")
            lame.says(words.plain(words.SAVED))


@pytest.mark.parametrize(
    "value", [*in_long_form("{"), '{"index":"x","color":{"media":"light","a b":"c"}}']
)
def test_a_damaged_colour_leaves_search_and_colours_alone(lame: Reader, value: str) -> None:
    """The theme keeps that value beside ours, and its scripts take it on trust."""
    errors, _ = begin(lame)
    damage(lame, "localStorage", "__palette", value)
    visit(lame)

    lame.page.get_by_role("button", name="Colours").first.click()
    expect(lame.page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    search(lame)
    assert errors == []
    visit(lame)
    expect(lame.page.get_by_role("button", name="Colours: light").first).to_be_visible()


def test_denied_storage_leaves_search_and_colours_alone_too(lame: Reader) -> None:
    """As with blocked cookies; the colours are chosen for this page only."""
    lame.page.add_init_script(NO_LOCAL)
    visit(lame)

    lame.page.get_by_role("button", name="Colours").first.click()
    expect(lame.page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    search(lame)


def search(reader: Reader) -> None:
    """Check that the search finds something."""
    box = reader.page.get_by_role("textbox", name="Search")
    box.fill("referee")
    # Filling in presses no key, and the search waits for one.
    box.press("Shift")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.slow
def test_every_value_of_every_store_can_be_damaged_before_any_page(reader: Reader) -> None:
    """Each key, each way, before a page with tools or, in turn, one with steps: the page comes up, and
    the other store's copy is there."""
    # A thousand pages: Python fails at once, and nothing stands between them and the browser's cache.
    reader.page.add_init_script(NO_WORKERS)
    errors, record = begin(reader)
    count = 0
    for store, name, value in every_damage(record):
        damage(reader, store, record if name == STEP_RECORD else name, value)
        visit(reader, (KEEP, "guide/prepare/")[count % 2])
        wait_for(
            lambda: stores.ticked(stores.read(reader.page).local) == {STEP, OTHER}, reader.page
        )
        assert errors == [], (store, name, value)
        count += 1
    assert count > 225


def test_what_stands_for_texts_is_what_the_page_writes(lame: Reader) -> None:
    """The checksum of these tests is the page's own, or they would plant what it throws away."""
    begin(lame)
    kept = stores.read(lame.page)
    life = kept.all_local["life"]

    assert sealed("life", stores.unsealed(life)) == life == kept.database["life"]
    assert json.loads(stores.unsealed(life))["count"] == 1
