"""The last step of a site: one folder for all that belongs together, named by what is in it."""

import re
from pathlib import Path

import pytest
import small_sites

from followup_site.publish import finish
from followup_site.runtime.pack import ROOT

SITE = ROOT / "site"
PAGE = """<!doctype html><html><head>
<link rel="stylesheet" href="../assets/styles/followup.css">
<script type="module" async src="../assets/python/early.mjs"></script></head>
<body><a href="../assets/made/handouts/card.pdf">Card</a>
<script type="module" src="../assets/page/bridge.mjs"></script></body></html>
"""
NAMED = re.compile(r"\bfollowup-[0-9a-f]{12}\b")


def small_site(folder: Path, **contents: str) -> Path:
    """Make a site of one page as MkDocs leaves it, with changed contents for some files."""
    files = {
        "page/index.html": PAGE,
        "assets/styles/followup.css": "p { color: red }",
        "assets/python/early.mjs": 'import { start } from "../store/shared.mjs"; start();',
        "assets/page/bridge.mjs": 'import { start } from "../store/shared.mjs"; start("page");',
        "assets/offline/new_version.mjs": "location.reload();",
        "assets/python/worker.mjs": 'import guide from "../made/runtime/guide.json" with { type: "json" }; self.guide = guide;',
        "assets/python/python.mjs": "export const loadPyodide = null;",
        "assets/store/shared.mjs": "export const start = (name) => { self.started = name; };",
        "assets/made/runtime/guide.json": '["prepare"]',
        "assets/made/runtime/python.image": "image",
        "assets/made/holidays/GB.json": "{}",
        "assets/made/handouts/card.pdf": "PDF",
        "assets/copies/handout.mjs": "",
        **contents,
    }
    return small_sites.write(folder, files)


def test_a_finished_site_names_only_files_of_its_folder(tmp_path: Path) -> None:
    """What a page asks for stands there; scripts hold what they import; nothing is left behind."""
    site = small_site(tmp_path / "site")

    folder = site / finish.folder_of(finish.finish(site))

    page = (site / "page/index.html").read_text()
    named = re.findall(r'(?:src|href)="\.\./([^"]+)"', page)
    assert [name for name in named if not name.startswith("assets/handouts/")] == [
        f"{folder.name}/{name}"
        for name in ("styles/followup.css", "python/early.mjs", "page/bridge.mjs")
    ]
    assert f'content="{folder.name.removeprefix("followup-")}"' in page
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert kept == {*finish.ENTRIES, "made/runtime/python.image", "made/holidays/GB.json"}
    assert '"prepare"' in (folder / "python/worker.mjs").read_text()
    assert not any((site / "assets").rglob("*.mjs"))


@pytest.mark.parametrize("name", ["assets/store/shared.mjs", "assets/styles/followup.css", "assets/made/holidays/GB.json", "assets/made/runtime/guide.json", "assets/made/runtime/python.image"])  # fmt: skip
def test_whatever_changes_changes_the_address(tmp_path: Path, name: str) -> None:
    """The same files give the same address, another byte anywhere another one."""
    changed = {
        "assets/python/python.mjs": "export const loadPyodide = null;",
        "assets/store/shared.mjs": "export const start = () => {};",
        "assets/made/runtime/guide.json": "[]",
    }
    first, again, other = (
        finish.finish(small_site(tmp_path / folder, **files))
        for folder, files in (("a", {}), ("b", {}), ("c", {name: changed.get(name, "p{}")}))
    )

    assert first == again
    assert first != other


def test_every_page_of_the_site_asks_for_one_version() -> None:
    """And none for a script as it stood before, whether it is read or imported."""
    pages = list(SITE.rglob("*.html"))
    assert pages
    (folder,) = SITE.glob("followup-*")

    for page in pages:
        text = page.read_text("utf-8")
        assert set(NAMED.findall(text)) == {folder.name}, page
        assert finish.VERSION_MARK.format(folder.name.removeprefix("followup-")) in text, page
        assert not re.search(r'"[^"]*assets/[\w./]+\.mjs"', text), page
