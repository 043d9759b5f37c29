"""What is said of a deletion is true after the browser was killed in that moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import stores
from broken_stores import READ_ONLY, SILENT
from chromium_engine import Chromium
from engine import until
from host import Host
from playwright.sync_api import Playwright
from reader import Reader, open_more

from followup import words

INTERVIEWS = "plan/interviews/"
NAME = "Borough Council"
READY = "document.documentElement.dataset.followup === 'ready'"
SHOWN = "document.querySelector('[data-panel=interviews]').textContent"
SAID = "document.querySelector('[data-status]').textContent"
DELETE = """(() => {
    document.querySelector("[data-status]").textContent = "";
    document.querySelector("button[data-delete]").click();
})()"""
ENTER = f"""(() => {{
    const employer = document.querySelector("#employer");
    employer.value = "{NAME}";
    for (const type of ["input", "change"]) employer.dispatchEvent(new Event(type, {{ bubbles: true }}));
}})()"""


@pytest.fixture(name="engine")
def _engine(playwright: Playwright, tmp_path: Path) -> Iterator[Chromium]:
    """Chromium with nothing kept."""
    profile = tmp_path / "profile"
    profile.mkdir()
    engine = Chromium(profile, playwright)
    yield engine
    engine.stop()


def look(engine: Chromium, host: Host) -> None:
    """Open the page of interviews, with Python."""
    engine.goto(host.address + INTERVIEWS)
    engine.wait_until(READY)


@pytest.mark.parametrize(
    ("database", "says"),
    [
        pytest.param("", words.SAVED, marks=pytest.mark.slow),
        pytest.param(SILENT, words.KEPT, marks=pytest.mark.slow),
        pytest.param(READ_ONLY, words.KEPT, marks=pytest.mark.slow),
    ],
    ids=["whole", "silent", "read only"],
)
def test_deleted_is_said_as_far_as_it_is_true(
    engine: Chromium, host: Host, database: str, says: words.Sentence
) -> None:
    """It is called erased only if it stays so; else it may come back, and with these stores it does."""
    host.turn(has_python=True)
    engine.start()
    look(engine, host)
    engine.evaluate(ENTER)
    until(lambda: NAME in engine.evaluate(SHOWN), "the interview is in the list")
    until(lambda: len(stores.read(engine).mirror) > 0, "it is saved")
    # Closed properly, it is in both stores on disk.
    engine.come_back()
    engine.send("Page.enable")
    engine.send("Page.addScriptToEvaluateOnNewDocument", source=database)
    look(engine, host)
    until(lambda: NAME in engine.evaluate(SHOWN), "the interview is in the list")
    engine.evaluate(DELETE)
    until(lambda: engine.evaluate(SAID) != "", "the page says something")
    said = engine.evaluate(SAID)
    engine.kill()
    engine.start()
    look(engine, host)
    until(lambda: (kept := stores.read(engine)).local == kept.mirror, "both stores hold the same")

    assert said == words.plain(words.DELETED[says])
    is_back = NAME in str(stores.read(engine))
    assert is_back == (says != words.SAVED)
    until(lambda: (NAME in engine.evaluate(SHOWN)) == is_back, "the list shows what is kept")


def test_what_is_removed_or_archived_is_said_to_be_saved_or_kept(reader: Reader) -> None:
    """One sentence for how that is kept comes first, as with everything else."""
    reader.page.add_init_script(SILENT)
    reader.open(INTERVIEWS)
    reader.page.get_by_label("Employer", exact=True).fill(NAME)
    reader.page.keyboard.press("Tab")
    reader.says(words.plain(words.KEPT))
    open_more(reader.page)
    reader.page.get_by_role("button", name=words.ARCHIVE).first.click()

    reader.says(f"{words.plain(words.KEPT)} {words.plain(words.archived((NAME,)))}")
