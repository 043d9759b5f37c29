"""Lists the functions of Pyodide's module that the program calls, in `hot_functions.txt`.

Run as `python -m followup_site.runtime.module.hot_functions` (make hot-functions) when there is a
new Pyodide, or when the program does what it never did. All others come in a module of their own,
which readers load only when one is called: the list matters for speed, not for answers.

Both starts are run with all questions of `exercise.py`, under Node and in Chromium.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Route, sync_playwright

from followup.guide.contents import Guide
from followup_site.pages.guide_reader import read_guide, write_guide
from followup_site.runtime import exercise
from followup_site.runtime.pack import BUILD, DOCS, GUIDE, HOT_FUNCTIONS, PYODIDE, STARTS, pack
from followup_site.tools import chromium
from followup_site.tools.node import run_node

HERE = Path(__file__).parent
WATCH_IN_NODE = HERE / "watch_in_node.mjs"
SCRIPTS = ("module/watch_in_browser.mjs", "module/watch_calls.mjs", "answer_all.mjs")
STARTER = ("start.mjs", "memory.mjs", "cold.mjs")
MODULE = "pyodide.asm.wasm"
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}
ADDRESS = "http://watch.invalid/"
"""Of no machine: the folder answers in its place."""

PATIENCE = 300_000
"""Milliseconds for all questions in the browser."""

WATCH = """(question) => new Promise((tell, fail) => {
    const worker = new Worker("module/watch_in_browser.mjs", { type: "module" });
    worker.onerror = () => fail(new Error("no worker"));
    worker.onmessage = ({ data }) => data.called ? tell(data.called) : fail(new Error(data.failed));
    worker.postMessage(question);
})"""

LINE = 100


def main() -> None:
    """Run the program in all ways and write the list."""
    write_guide(read_guide(DOCS), GUIDE)
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="watch-") as name:
        folder = Path(name)
        _make_watched(folder)
        guide = GUIDE.read_text("utf-8")
        asks = exercise.asks(Guide.from_json(guide))
        called = {*_calls_in_node(folder, asks), *_calls_in_browser(folder, guide, asks)}
    HOT_FUNCTIONS.write_text(_listed(called, (PYODIDE / MODULE).read_bytes()))
    print(f"The program calls {len(called)} functions of Pyodide's module.")


def _make_watched(folder: Path) -> None:
    """Put a runtime with a watched module into a folder, and what a browser needs to run it."""
    pack(folder, GUIDE, "watch")
    (folder / HERE.name).mkdir()
    for script in SCRIPTS:
        shutil.copyfile(HERE.parent / script, folder / script)
    for script in STARTER:
        shutil.copyfile(DOCS / "assets" / "python" / script, folder / script)
    (folder / "index.html").write_text("<!doctype html><title>Watch</title>")


def _calls_in_node(folder: Path, asks: list[str]) -> Iterator[int]:
    questions, called = folder / "asks.json", folder / "called.json"
    questions.write_text(json.dumps(asks))
    for start in STARTS:
        run_node(WATCH_IN_NODE, folder / "runtime", start, GUIDE, questions, called)
        yield from json.loads(called.read_text())


def _calls_in_browser(folder: Path, guide: str, asks: list[str]) -> Iterator[int]:
    def answer(route: Route) -> None:
        file = folder / (urlsplit(route.request.url).path.lstrip("/") or "index.html")
        kind = TYPES.get(file.suffix, "text/html" if file.suffix == ".html" else "text/plain")
        route.fulfill(path=file, content_type=kind)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options(playwright))
        context = browser.new_context()
        context.set_default_timeout(PATIENCE)
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(ADDRESS)
        for start in STARTS:
            yield from page.evaluate(WATCH, {"start": start, "guide": guide, "asks": asks})
        browser.close()


def _listed(called: set[int], module: bytes) -> str:
    """Return the list as text: the module that it is for, then ranges of numbers."""
    ranges: list[list[int]] = []
    for index in sorted(called):
        if ranges and ranges[-1][1] == index - 1:
            ranges[-1][1] = index
        else:
            ranges.append([index, index])
    lines = [""]
    for first, last in ranges:
        word = f"{first}" if first == last else f"{first}-{last}"
        if len(lines[-1]) + len(word) >= LINE:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join([f"module {hashlib.sha256(module).hexdigest()}", *lines, ""])


if __name__ == "__main__":
    main()
