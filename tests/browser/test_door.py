"""The door: a browser that is too old, and a page that was opened as a file, are told so at once."""

import re
from pathlib import Path

import pytest
from long_form import in_long_form
from playwright.sync_api import Browser, expect
from reader import Reader

from followup import words

OVERRIDES = Path(__file__).parents[2] / "py/followup_site/overrides/partials/javascripts"
NEW_WORDS = re.compile(r"=>|\b(?:const|let|class|async|of)\b|`|\?\?|\?\.|\.\.\.|\{ *\w+ *\} *=")

FOR_TICKS = {
    "scripts as modules": "delete HTMLScriptElement.prototype.noModule",
    "hasOwn": "delete Object.hasOwn",
    "at": "delete Array.prototype.at",
}
FOR_PYTHON = {
    "workers": "delete self.Worker",
    "workers as modules": "const Old = Worker; self.Worker = class extends Old { constructor(it) { super(it); } }",
    "unpacking": "delete self.DecompressionStream",
    "WebAssembly": "delete self.WebAssembly",
    "its exceptions": "delete WebAssembly.Tag",
    "its references": "WebAssembly.validate = () => false",
}
"""What each browser lacks that is too old, and how to take it from one that is not."""


@pytest.mark.parametrize(
    "lack",
    [
        "workers as modules",
        "its exceptions",
        *in_long_form("workers", "unpacking", "WebAssembly", "its references"),
    ],
)
def test_a_browser_too_old_for_python_is_told_and_keeps_ticks(
    reader: Reader, asked: list[str], lack: str
) -> None:
    """Nothing is fetched in vain, and no button offers to try again."""
    reader.page.add_init_script(FOR_PYTHON[lack])
    reader.open("guide/at-the-interview/", ready=False)
    reader.wait_for("failed")

    expect(reader.page.locator(".door:visible")).to_have_text(words.plain(words.DOOR["tools"]))
    expect(reader.page.locator("[data-retry]")).to_be_hidden()
    reader.tick("meet-names")
    reader.says("Saved.")
    assert not [name for name in asked if name.startswith(("python.", "pyodide."))]


@pytest.mark.parametrize("lack", FOR_TICKS)
def test_a_browser_too_old_for_ticks_is_told(reader: Reader, lack: str) -> None:
    """And nothing looks as if it were kept."""
    reader.page.add_init_script(FOR_TICKS[lack])
    reader.open("guide/at-the-interview/", ready=False)

    expect(reader.page.locator(".door:visible")).to_have_text(words.plain(words.DOOR["scripts"]))
    reader.tick("meet-names")
    assert reader.records() == {}
    assert reader.page.locator("html").get_attribute("data-followup") is None


def test_a_page_that_was_opened_as_a_file_says_that_it_must_be_served(
    browser: Browser, site: Path
) -> None:
    """Browsers let no module run there."""
    page = browser.new_page()
    page.goto((site / "plan/dates/index.html").as_uri())

    expect(page.locator(".door:visible")).to_have_text(words.plain(words.DOOR["file"]))
    page.context.close()


def test_whoever_has_all_that_is_needed_is_told_nothing(reader: Reader) -> None:
    """The door is open."""
    reader.open()

    expect(reader.page.locator(".door").first).to_be_attached()
    expect(reader.page.locator(".door:visible")).to_have_count(0)


@pytest.mark.parametrize("name", ["door.html", "frame.html", "query.html", "slash.html"])
def test_old_browsers_can_read_what_is_asked_at_the_door(name: str) -> None:
    """One that cannot would say nothing at all."""
    [script] = re.findall(r"<script>(.*)</script>", (OVERRIDES / name).read_text("utf-8"), re.DOTALL)  # fmt: skip

    assert re.sub(r"// .*", "", script).strip()
    assert NEW_WORDS.findall(re.sub(r"// .*", "", script)) == []
