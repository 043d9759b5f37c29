"""The last step of a site: one folder for all that belongs together, named by what is in it."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
import small_sites

from followup_site.publish import finish
from followup_site.runtime.pack import ROOT

SITE = ROOT / "site"
PAGE = """<!doctype html><html><head>
<link rel="stylesheet" href="../assets/styles/followup.css">
<script type="module" async data-early data-worker="../assets/python/worker.mjs" src="../assets/page/early.mjs"></script>
<script type="module" async data-returning src="../assets/page/returning.mjs"></script></head>
<body><a href="../assets/made/handouts/card.pdf">Card</a>
<script type="module" src="../assets/page/bridge.mjs"></script></body></html>
"""
NAMED = re.compile(r"\bfollowup-[0-9a-f]{12}\b")


def small_site(folder: Path, **contents: str) -> Path:
    """Make a site of one page as MkDocs leaves it, with changed contents for some files."""
    files = {
        "page/index.html": PAGE,
        "assets/styles/followup.css": "p { color: red }",
        "assets/page/early.mjs": 'import { start } from "../store/shared.mjs"; start();',
        "assets/page/returning.mjs": "self.returns = true;",
        "assets/page/bridge.mjs": 'import { start } from "../store/shared.mjs"; start("page");',
        "assets/offline/new_version.mjs": "location.reload();",
        "assets/python/worker.mjs": 'import guide from "../made/runtime/guide.json" with { type: "json" }; self.guide = guide;',
        "assets/python/python.mjs": "export const loadPyodide = null;",
        "assets/store/shared.mjs": "export const start = (name) => { self.started = name; };",
        "assets/made/runtime/guide.json": '["prepare"]',
        "assets/made/runtime/python-image.bin": "image",
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
        f"{folder.name}/{name}" for name in ("styles/followup.css", "page/bridge.js")
    ]
    assert f'data-worker="../{folder.name}/python/worker.js">' in page
    assert f'content="{folder.name.removeprefix("followup-")}"' in page
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    entries = set(map(finish.published_name, (*finish.ENTRIES, *finish.OF_THE_HEAD)))
    assert kept == {*entries, "made/runtime/python-image.bin", "made/holidays/GB.json"}
    assert '"prepare"' in (folder / "python/worker.js").read_text()
    assert not any(site.rglob("*.mjs"))


def test_scripts_name_one_another_as_they_are_published(tmp_path: Path) -> None:
    """The head's script starts the worker, which fetches Pyodide: by names that servers know."""
    loads = 'import(new URL("python.mjs", import.meta.url).href);'
    starts = 'new Worker(new URL("worker.mjs", import.meta.url));'
    scripts = {"assets/python/worker.mjs": loads, "assets/page/bridge.mjs": starts}
    site = small_site(tmp_path / "site", **scripts)

    folder = site / finish.folder_of(finish.finish(site))

    assert "python.js" in (folder / "python/worker.js").read_text()
    assert "worker.js" in (folder / "page/bridge.js").read_text()
    for script in folder.rglob("*.js"):
        assert ".mjs" not in script.read_text(), script


@pytest.mark.parametrize(
    ("file", "mark"), [("early", "data-early"), ("returning", "data-returning")]
)
def test_the_scripts_of_the_head_stand_in_the_page_and_count_for_the_version(
    tmp_path: Path, file: str, mark: str
) -> None:
    """Nothing comes sooner, and a page with another one is a page of another version."""
    versions = set()
    for name in ("one", "other"):
        script = f'import {{ start }} from "../store/shared.mjs"; start("{name}");'
        site = small_site(tmp_path / name, **{f"assets/page/{file}.mjs": script})
        versions.add(finish.finish(site))
        page = (site / "page/index.html").read_text()
        (standing,) = re.findall(rf"<script[^>]* {mark}\b[^>]*>(.*?)</script>", page)

        assert name in standing
        assert "import" not in standing

    assert len(versions) == 2


def test_what_no_server_needs_is_left_out(tmp_path: Path) -> None:
    """Source maps, and what names them; a packed copy of the site map."""
    theme = "run();\n//# sourceMappingURL=bundle.js.map\n"
    style = "p{color:red}\n/*# sourceMappingURL=main.css.map */"
    added = {
        "assets/javascripts/bundle.js": theme,
        "assets/javascripts/bundle.js.map": "{}",
        "assets/stylesheets/main.css": style,
        "sitemap.xml.gz": "packed",
    }
    site = small_site(tmp_path / "site", **added)

    finish.finish(site)

    assert (site / "assets/javascripts/bundle.js").read_text() == "run();\n"
    assert (site / "assets/stylesheets/main.css").read_text() == "p{color:red}\n"
    assert not (site / "assets/javascripts/bundle.js.map").exists()
    assert not (site / "sitemap.xml.gz").exists()


@pytest.mark.parametrize(
    "name", ["assets/icons/app.webmanifest", "assets/fonts/text.woff2", "CNAME", "about/notes.md"]
)
def test_a_file_that_not_every_server_knows_stops_the_build(tmp_path: Path, name: str) -> None:
    """With its name and what to do: IIS, for one, would not serve it."""
    site = small_site(tmp_path / "site", **{name: ""})

    with pytest.raises(finish.EndingError, match=rf"these files: {name}\."):
        finish.finish(site)


def test_pages_for_errors_stand_in_folders_too(tmp_path: Path) -> None:
    """Their first addresses stay: they were published."""
    site = small_site(tmp_path / "site", **{"offline.html": PAGE, "new-version.html": PAGE})

    finish.finish(site)

    for name in ("offline", "new-version"):
        page = (site / f"{name}.html").read_text()
        assert (site / name / "index.html").read_text() == page
        assert "followup-" in page


def test_the_site_says_which_version_is_published(tmp_path: Path) -> None:
    """For pages that ask whether they are old."""
    site = small_site(tmp_path / "site")

    version = finish.finish(site)

    assert (site / finish.VERSION_FILE).read_text() == f"{version}\n"


def test_the_published_site_has_no_other_ending() -> None:
    """All of it, as `make site` leaves it."""
    found = {path.suffix for path in SITE.rglob("*") if path.is_file()}

    assert {".html", ".js", ".css", ".json", ".wasm", ".bin"} <= found
    assert found <= finish.ENDINGS


@pytest.mark.parametrize("name", ["assets/store/shared.mjs", "assets/styles/followup.css", "assets/made/holidays/GB.json", "assets/made/runtime/guide.json", "assets/made/runtime/python-image.bin"])  # fmt: skip
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


def test_the_page_on_web_servers_names_the_scripts_that_stand_in_pages(tmp_path: Path) -> None:
    """Each once, as a content policy names them; scripts with an address or of another type are none."""
    inline = "<script>one()</script><script src='a.js'></script><script>one()</script>"
    data = '<script type="application/json">{}</script><script>two()</script>'
    pages = {
        "about/hosts/index.html": f"{PAGE}<code>POLICY-OF-THE-PAGES</code>",
        "other/index.html": PAGE.replace("</body>", f"{inline}{data}</body>"),
    }
    site = small_site(tmp_path / "site", **pages)

    finish.finish(site)

    policy = (site / "about/hosts/index.html").read_text()
    hashes = re.findall(r"'sha256-([\w+/=]+)'", policy)
    of_the_head = re.findall(r"<script[^>]* data-(?:early|returning)\b[^>]*>(.*?)</script>", policy)
    texts = (b"one()", b"two()", *(script.encode() for script in of_the_head))
    assert len(hashes) == (2 + len(finish.OF_THE_HEAD)) * 2  # in its head, and where it is shown
    assert all(base64.b64encode(hashlib.sha256(text).digest()).decode() in hashes for text in texts)
    assert "POLICY-OF-THE-PAGES" not in policy
