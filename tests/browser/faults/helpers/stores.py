"""Both stores of a page as they are, read past the page's own scripts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

DATABASE = """async () => {
    const texts = {};
    for (const { name, version } of await indexedDB.databases()) {
        const database = await new Promise((done, fail) => {
            const asked = indexedDB.open(name, version);
            asked.onsuccess = () => done(asked.result);
            asked.onerror = () => fail(asked.error);
        });
        for (const each of database.objectStoreNames) {
            const store = database.transaction(each).objectStore(each);
            const [names, all] = [store.getAllKeys(), store.getAll()];
            await new Promise((done) => { store.transaction.oncomplete = done; });
            names.result.forEach((key, index) => { texts[key] = all.result[index]; });
        }
        database.close();
    }
    return texts;
}"""


class Evaluating(Protocol):
    """A page, or a browser with one."""

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 # whatever JSON can say
        """Return the value of a JavaScript expression."""


@dataclass(frozen=True)
class Kept:
    """What the stores hold of the site, by name (a key without the site's prefix).

    Attributes:
        all_local: all texts of local storage, notes and what was put aside too.
        database: all texts of IndexedDB.
    """

    all_local: Mapping[str, str]
    database: Mapping[str, str]

    @property
    def local(self) -> dict[str, str]:
        """Records and snapshots in local storage."""
        return records_of(self.all_local)

    @property
    def mirror(self) -> dict[str, str]:
        """Records and snapshots in IndexedDB."""
        return records_of(self.database)

    @property
    def quarantined(self) -> list[str]:
        """Texts that were set aside as broken, with their names."""
        both = {**self.all_local, **self.database}
        return [f"{name}: {text}" for name, text in both.items() if name.startswith("q")]


def unsealed(stored: str) -> str:
    """Return a stored text without its checksum."""
    return stored.rpartition("#")[0]


def records_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Return those texts that stand in both stores when all is well."""
    return {name: text for name, text in texts.items() if name.startswith(("r.", "s."))}


def read(page: Evaluating) -> Kept:
    """Return what both stores of the page's origin hold."""
    local: dict[str, str] = page.evaluate("Object.assign({}, localStorage)")
    database: dict[str, str] = page.evaluate(f"({DATABASE})()")
    ours = {
        key.split("/.", 1)[1]: text for key, text in local.items() if key.startswith("followup.")
    }
    return Kept(ours, database)


def _record(text: str) -> dict[str, Any] | None:
    try:
        record = json.loads(unsealed(text))
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and "what" in record else None


def ticked(texts: Mapping[str, str]) -> set[str]:
    """Return the steps that the records among the texts tick, as the last of each says. A text that is
    no record, as a page may not have mended it yet, ticks nothing."""
    found = {name[2:]: _record(text) for name, text in texts.items() if name.startswith("r.")}
    records = {key: record for key, record in found.items() if record}
    last: dict[str, bool] = {}
    for key in sorted(records, key=order):
        if records[key]["what"] == "tick":
            last[records[key]["step"]] = records[key]["on"]
    return {step for step, on in last.items() if on}


def order(key: str) -> tuple[int, str, int]:
    """Return what orders records."""
    clock, tab, count = key.split(".")
    return int(clock), tab, int(count)
