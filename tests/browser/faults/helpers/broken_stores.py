"""Stores that refuse, and what a reader then sees."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reader import Reader

from followup import words

PAGE = "plan/checklist/"

KEEP = "plan/keep/"

STEP, OTHER = "start-list", "start-dates"

FULL = """() => {
    for (let size = 2 ** 20; size >= 1; size /= 2) {
        for (let index = 0; ; index += 1) {
            try { localStorage.setItem(`filler.${size}.${index}`, "x".repeat(size)); } catch { break; }
        }
    }
}"""

NO_LOCAL = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } });"
)

NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { value: undefined });"

REFUSING = "IDBFactory.prototype.open = () => { throw new Error('refused'); };"

SILENT = "IDBFactory.prototype.open = () => new EventTarget();"

DELETE_DATABASES = """async () => {
    for (const { name } of await indexedDB.databases()) {
        await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; });
    }
}"""


def visit(reader: Reader, path: str = PAGE) -> None:
    """Open a page to which Python does not come."""
    reader.open(path, ready=False)
    reader.wait_for("failed")


def tick(reader: Reader, says: words.Sentence, step: str = STEP) -> None:
    """Tick a step, and check what the page says of it."""
    reader.tick(step)
    reader.says(words.plain(says))


def is_ticked(reader: Reader, step: str = STEP) -> None:
    """Check that a step is ticked on a page that was loaded anew."""
    visit(reader)
    expect(reader.box_of(step)).to_be_checked()


def wait_for(is_so: Callable[[], bool], page: Page) -> None:
    """Wait a few seconds until something is so."""
    for _ in range(50):
        if is_so():
            return
        page.wait_for_timeout(100)
    pytest.fail("It did not become so.")


READ_ONLY = """
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
        const made = transaction.call(this, names, mode, options);
        if (mode === "readwrite") made.abort();
        return made;
    };
"""
"""A database that can be read, and undoes every change."""
