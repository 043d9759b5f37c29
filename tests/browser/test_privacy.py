"""What the tools leave in a browser is what the privacy page says: nothing else, and nothing less."""

import json
import re
from datetime import date
from typing import Any

from caches import CACHES
from people import save_person
from playwright.sync_api import BrowserContext, expect
from privacy_page import FORMS, KINDS, QUESTIONS, words_for
from reader import Reader, unsealed

MANY_RECORDS = {"s."}
"""Written only after hundreds of records; the tests of the journal look at it."""


EVERYTHING = """async () => {
    const databases = await Promise.all((await indexedDB.databases()).map(({ name }) =>
        new Promise((done) => {
            const asked = indexedDB.open(name);
            asked.onsuccess = () => {
                const names = Array.from(asked.result.objectStoreNames);
                const keys = asked.result.transaction(names).objectStore(names[0]).getAllKeys();
                keys.onsuccess = () => {
                    asked.result.close();
                    done({ name, keys: keys.result });
                };
            };
        })));
    return {
        local: Object.assign({}, localStorage),
        session: Object.keys(sessionStorage),
        databases,
        caches: await caches.keys(),
    };
}"""


def use_everything(reader: Reader, prefix: str) -> None:
    """Use each tool that keeps something."""
    page = reader.page
    reader.set_today(date(2026, 12, 4))
    reader.open("about/about/", ready=False)
    # A piece that the tools find damaged.
    page.evaluate("key => localStorage.setItem(key, 'no record')", f"{prefix}r.1.a.1")
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.type_date("Decision date", date(2026, 12, 8))
    reader.log("called", date(2026, 12, 3))
    reader.says("Logged.")
    page.get_by_role("button", name="Remove").first.click()
    reader.go("plan/card/")
    page.get_by_label("Employer").fill("Acme")
    save_person(reader, Name="Dana Reyes")
    reader.go("guide/first-contact/")
    reader.tick("first-script")
    reader.go("plan/messages/")
    page.get_by_label("Your name", exact=True).fill("Ana Silva")
    page.locator("[data-text=message-call]").fill("Hello")
    page.get_by_label("Your telephone number", exact=True).fill("01632 960001")
    reader.go("plan/settings/")
    page.get_by_label("Country", exact=True).select_option("GB")
    reader.go("plan/keep/")
    page.get_by_role("button", name="Show it as a QR code").click()
    page.get_by_role("button", name="Save a file").click()
    expect(page.locator(".last-copy")).to_contain_text("4 December")
    page.get_by_role("button", name=re.compile("^Colours")).first.click()


def test_the_privacy_page_names_everything_that_is_kept(
    reader: Reader, context: BrowserContext, address: str
) -> None:
    """Every key of both storages, the database and its keys, after a busy day; and
    every name in every record."""
    prefix = f"followup./{address.removeprefix('http://').partition('/')[2]}."
    use_everything(reader, prefix)
    # The last results are kept when a page is left.
    reader.open("about/privacy/", ready=False)
    kept = reader.page.evaluate(EVERYTHING)
    records = [
        json.loads(unsealed(text))
        for name, text in kept["local"].items()
        if name.startswith(f"{prefix}r.")
    ]
    said = {code.inner_text() for code in reader.page.locator("article li code").all()}

    names = {short(name, prefix) for name in (*kept["local"], *kept["session"])}
    assert [name for name in names if name not in said] == []
    assert [one["name"] for one in kept["databases"]] == [prefix.removesuffix(".")]
    in_database = {short(name, prefix) for one in kept["databases"] for name in one["keys"]}
    assert in_database - {"r.", "s.", "life", "memory"} == set()
    assert kept["caches"] == []
    assert context.cookies() == []
    assert said - names == {*MANY_RECORDS, *CACHES, "memory", "undo", "demo"}
    assert [told for told in map(words_of, records) if told is None] == []
    assert {record["what"] for record in records} == KINDS.keys() - {"aside", "deleted"}


def short(name: str, prefix: str) -> str:
    """Return a key as the privacy page has it."""
    if name.endswith(".__palette"):
        return ".__palette"
    own = name.removeprefix(prefix)
    first, dot, _ = own.partition(".")
    return f"{first}{dot}"


def words_of(record: dict[str, Any]) -> str | None:
    """Return the words of the privacy page for what a record holds; None if it has none."""
    match record["what"]:
        case "text":
            return words_for("data-text", record["name"])
        case "choice":
            return words_for("data-choice", record["name"])
        case "answer":
            return QUESTIONS.get(record["question"].partition("-")[0], QUESTIONS.get(record["question"]))  # fmt: skip
        case "entry":
            return FORMS.get(record["form"])
        case kind:
            return KINDS.get(kind)
