"""What a screen reader hears of the main tasks: a transcript of the live regions, by a virtual one."""

from datetime import date

import pytest
from copies import bring, take_link
from playwright.sync_api import Browser, BrowserContext, expect
from reader import Reader

from followup_site.publish.finish import ESBUILD
from followup_site.tools.node import run_node

TODAY, INTERVIEW = date(2026, 12, 4), date(2026, 11, 24)
ENTRY = 'export { virtual } from "@guidepup/virtual-screen-reader/browser.js";'
NODE_MODULES = ESBUILD.parents[2]
LATER = 1_100
"""Milliseconds after which a sentence is not added to the one before."""

LIVE = ("polite: ", "assertive: ")

START = """async () => {
    self.changes = [];
    new MutationObserver((records) => {
        for (const { target } of records) self.changes.push(target.textContent);
    }).observe(document.querySelector("[data-status]"), { childList: true, characterData: true, subtree: true });
    await self.heard.virtual.start({ container: document.body });
}"""
"""Begins to listen, and to count how often the text of the status line is put there."""


@pytest.fixture(name="screen_reader", scope="session")
def _screen_reader(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The virtual screen reader as one script."""
    folder = tmp_path_factory.mktemp("screen-reader")
    (folder / "entry.mjs").write_text(ENTRY)
    (folder / "node_modules").symlink_to(NODE_MODULES)
    run_node(
        ESBUILD,
        folder / "entry.mjs",
        "--bundle",
        "--format=iife",
        "--global-name=heard",
        f"--outfile={folder / 'reader.js'}",
        "--log-level=warning",
    )
    return (folder / "reader.js").read_text("utf-8") + "\nself.heard = heard;"


class Listener:
    """Hears what is said on a page from now on."""

    def __init__(self, reader: Reader, script: str) -> None:
        self.page = reader.page
        self.page.evaluate(f"() => {{ {script} }}")
        self.page.evaluate(START)

    def hears(self, *sentences: str) -> None:
        """Check what the live regions said since the last time: these, each once."""
        status = self.page.locator("[data-status]")
        expect(status).to_have_text(sentences[-1])
        self.page.wait_for_timeout(LATER)
        log: list[str] = self.page.evaluate("self.heard.virtual.spokenPhraseLog()")
        heard = [one for one in log if one.startswith(LIVE)]
        # It tells of a change of an attribute too, which real ones do not.
        once = [one for at, one in enumerate(heard) if at == 0 or heard[at - 1] != one]
        assert [one.partition(": ")[2] for one in once] == list(sentences)
        assert all(one.startswith("polite") for one in once)
        assert self.page.evaluate("self.changes") == list(sentences)
        self.page.evaluate("self.changes = []; self.heard.virtual.clearSpokenPhraseLog()")


def test_a_tick_a_date_and_a_contact_are_told_once(
    context: BrowserContext, address: str, screen_reader: str
) -> None:
    """Each when it is kept, with what follows from it; politely, and never twice."""
    reader = Reader(context.new_page(), address)
    reader.set_today(TODAY)
    reader.open("guide/at-the-interview/")
    expect(reader.page.locator("li.step").first).to_be_visible()
    listener = Listener(reader, screen_reader)
    reader.tick("meet-names")
    listener.hears("Saved. 2 of 29 done (core steps).")
    reader.tick("meet-names")
    listener.hears("Saved. 0 of 29 done (core steps).")

    reader.open("plan/dates/")
    listener = Listener(reader, screen_reader)
    reader.type_date("Interview date", INTERVIEW)
    listener.hears("Saved. Due since Tuesday 1 December 2026: telephone them today.")
    reader.log("called", date(2026, 12, 3))
    listener.hears("Saved. Logged. Next: email them on Monday 14 December 2026.")


@pytest.mark.slow
def test_a_copy_that_is_brought_in_is_told_once(
    browser: Browser, reader: Reader, address: str, screen_reader: str
) -> None:
    """And so is taking it back."""
    reader.set_today(TODAY)
    reader.open("plan/dates/")
    reader.type_date("Interview date", INTERVIEW)
    expect(reader.current()).to_be_visible()
    link = take_link(reader)
    context = browser.new_context(service_workers="block", locale="en-GB")
    other = Reader(context.new_page(), address)
    other.set_today(TODAY)
    bring(other, link)
    expect(other.page.locator("#take-merge")).to_be_visible()
    listener = Listener(other, screen_reader)
    other.page.locator("#take-merge").click()
    listener.hears("Your plan is back.")
    other.page.locator("#take-undo").click()
    listener.hears("Taken back.")
    context.close()
