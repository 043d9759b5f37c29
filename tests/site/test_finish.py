"""The last step of a site: one folder for all that belongs together, named by what is in it."""

import re
from pathlib import Path

import pytest
import small_sites

from followup_site import finish
from followup_site.pack import ROOT

SITE = ROOT / "site"
PAGE = """<!doctype html><html><head>
<link rel="stylesheet" href="../assets/followup.css">
<script type="module" async src="../assets/early.mjs"></script></head>
<body><a href="../assets/handouts/card.pdf">Card</a>
<script type="module" src="../assets/bridge.mjs"></script></body></html>
"""
NAMED = re.compile(r"\bfollowup-[0-9a-f]{12}\b")


def small_site(folder: Path, **contents: str) -> Path:
    """Make a site of one page as MkDocs leaves it, with changed contents for some files."""
    files = {
        "page/index.html": PAGE,
        "assets/followup.css": "p { color: red }",
        "assets/early.mjs": 'import { start } from "./shared.mjs"; start();',
        "assets/bridge.mjs": 'import { start } from "./shared.mjs"; start("page");',
        "assets/new_version.mjs": "location.reload();",
        "assets/worker.mjs": 'import guide from "./runtime/guide.json" with { type: "json" }; self.guide = guide;',
        "assets/python.mjs": "export const loadPyodide = null;",
        "assets/shared.mjs": "export const start = (name) => { self.started = name; };",
        "assets/runtime/guide.json": '["prepare"]',
        "assets/runtime/python.image": "image",
        "assets/holidays/GB.json": "{}",
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
        f"{folder.name}/{name}" for name in ("followup.css", "early.mjs", "bridge.mjs")
    ]
    assert f'content="{folder.name.removeprefix("followup-")}"' in page
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert kept == {*finish.ENTRIES, "runtime/python.image", "holidays/GB.json"}
    assert '"prepare"' in (folder / "worker.mjs").read_text()
    assert not any((site / "assets").glob("*.mjs"))


@pytest.mark.parametrize("name", ["assets/shared.mjs", "assets/followup.css", "assets/holidays/GB.json", "assets/runtime/guide.json", "assets/runtime/python.image"])  # fmt: skip
def test_whatever_changes_changes_the_address(tmp_path: Path, name: str) -> None:
    """The same files give the same address, another byte anywhere another one."""
    changed = {
        "assets/python.mjs": "export const loadPyodide = null;",
        "assets/shared.mjs": "export const start = () => {};",
        "assets/runtime/guide.json": "[]",
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
        assert not re.search(r'"[^"]*assets/[\w.]+\.mjs"', text), page
