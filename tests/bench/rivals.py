"""The rivals: ways to answer the same question in a browser, each a folder with pages.

"ours" is the built site. "plain" is the same without its memory image. All others are pages of their
own with nothing on them but the date, so none of them bears the weight of the site.

The stock ones are Pyodide as it is published, loaded as its documentation shows, in a module worker
and on the main thread: `loadPyodide` with the wheels of our program as packages. The wheels hold
sources, as `pip` would get them.

MicroPython and plain JavaScript cannot run the program. They work out the first contact and nothing
else, and so show the limit, not a choice.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import plain_material
from asking import Reader

from followup.guide.contents import Guide
from followup_site.runtime.pack import GUIDE, REQUIRED, ROOT
from followup_site.runtime.wheels import build_own_wheel, make_pure_wheel

NODE_MODULES = Path(__file__).with_name("node_modules")
SAME = ROOT / "node_modules" / "pyodide"
NEWEST = NODE_MODULES / "pyodide-newest"
PYSCRIPT = NODE_MODULES / "@pyscript" / "core" / "dist"
MICROPYTHON = NODE_MODULES / "@micropython" / "micropython-webassembly-pyscript"
STOCK = {"0.29": SAME, "314": NEWEST}
PLAIN_MATERIAL = "material"
"""The folder of the same pages as text alone, under the theme as it comes."""

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><h1>First contact</h1><p id="date"></p>
"""
JUDGED = "if (await isImageTooDear())"
"""How the worker sees from the start that its memory image does not pay."""

SHOW = """
const show = (day) => {
  const time = document.createElement("time");
  time.dateTime = time.textContent = day;
  document.querySelector("#date").replaceChildren(time);
};
"""
ASK = """
import json, re
from followup.app import open_app

def first_contact(guide, question):
    plan = json.loads(open_app(guide)(question))["outputs"]["plan"]
    return re.search('datetime="([^"]+)"', plan)[1]
"""
RULE_IN_PYTHON = """
import time

def first_contact(year, month, day):
    seconds = time.mktime((year, month, day + 7, 12, 0, 0, 0, 0))
    while time.gmtime(seconds)[6] > 4:
        seconds += 86400
    return "%04d-%02d-%02d" % time.gmtime(seconds)[:3]
"""
RULE_IN_JAVASCRIPT = """
const day = new Date(Date.UTC(2026, 10, 24 + 7));
while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
show(day.toISOString().slice(0, 10));
"""
STOCK_PYODIDE = """
import { loadPyodide } from "./runtime/pyodide.mjs";
const at = (name) => new URL(name, import.meta.url).href;
const textOf = (name) => fetch(at(name)).then((response) => response.text());
const [python, guide, question, program] = await Promise.all([
  loadPyodide({ packages: WHEELS.map(at) }),
  ...["guide.json", "question.json", "ask.py"].map(textOf),
]);
python.runPython(program);
const day = python.globals.get("first_contact")(guide, question);
"""
MICROPYTHON_WORKER = """
import { loadMicroPython } from "./micropython.mjs";
const program = await fetch(new URL("rule.py", import.meta.url)).then((response) => response.text());
const python = await loadMicroPython({ url: new URL("micropython.wasm", import.meta.url).href });
python.runPython(program);
postMessage(python.globals.get("first_contact")(2026, 11, 24));
"""
START_WORKER = """
new Worker("worker.mjs", { type: "module" }).onmessage = ({ data }) => show(data);
"""
ON_PYSCRIPT = """
<link rel="stylesheet" href="pyscript/core.css">
<script type="module" src="pyscript/core.js"></script>
<script type="py" src="page.py" config="config.json"></script>
"""
FROM_WHEELS = """
import sys
from pathlib import Path

sys.path[:0] = map(str, Path().glob("*.whl"))
"""
PYSCRIPT_PAGE = """
from pathlib import Path
from pyscript import document

day = first_contact(Path("guide.json").read_text(), Path("question.json").read_text())
time = document.createElement("time")
time.textContent = day
document.querySelector("#date").append(time)
"""


@dataclass(frozen=True)
class Rival:
    """A way to answer.

    Attributes:
        name: of its folder.
        title: what readers of the report see.
        path: of its page below its folder.
        is_site: whether it is the built site, with a plan to read from the browser's storage.
        is_main: whether it is a way that also runs in a worker, on the main thread in its place.
    """

    name: str
    title: str
    path: str = ""
    is_site: bool = False
    is_main: bool = False


RIVALS = (
    Rival("ours", "This site", "plan/dates/", is_site=True),
    Rival("plain", "This site without its memory image", "plan/dates/", is_site=True),
    Rival("stock-0.29", "Stock Pyodide 0.29, worker"),
    Rival("stock-314", "Stock Pyodide 314, worker"),
    Rival("main-0.29", "Stock Pyodide 0.29, main thread", is_main=True),
    Rival("main-314", "Stock Pyodide 314, main thread", is_main=True),
    Rival("pyscript", "PyScript with Pyodide"),
    Rival("micropython", "MicroPython, worker (the rule alone)"),
    Rival("javascript", "Plain JavaScript (the rule alone)"),
)


WAITS_FOR_THE_LINE = "slow"
"""The condition under which a line of half a minute leaves no difference between threads."""


def rivals_under(condition: str, chosen: Sequence[Rival] = RIVALS) -> list[Rival]:
    """Return which of the rivals are measured under a condition."""
    return [one for one in chosen if not (one.is_main and condition == WAITS_FOR_THE_LINE)]


def build(site: Path, folder: Path) -> None:
    """Build all rivals into a folder, from the built site."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder / "ours")
    _make_plain(folder / "plain")
    for version, stock in STOCK.items():
        _make_stock(stock, folder / f"stock-{version}", folder / f"main-{version}")
    _make_pyscript(folder / "main-314", folder / "pyscript")
    _make_micropython(folder / "micropython")
    _write(folder / "javascript", {"index.html": _page(RULE_IN_JAVASCRIPT)})
    plain_material.build(folder / PLAIN_MATERIAL)


def _make_plain(folder: Path) -> None:
    """Build the site with a worker that takes every line for a slow one from the start."""
    python = [sys.executable, "-m"]
    subprocess.run([*python, "mkdocs", "build", "--quiet", "--site-dir", folder], check=True)
    worker = folder / "assets/python/worker.mjs"
    script = worker.read_text("utf-8")
    assert script.count(JUDGED) == 1, f"The worker says {JUDGED!r} no more."
    worker.write_text(script.replace(JUDGED, "if (true)"), "utf-8")
    subprocess.run([*python, "followup_site.publish.finish", folder], check=True)


def _make_stock(stock: Path, in_worker: Path, on_main_thread: Path) -> None:
    """Put Pyodide as published, and our program as sources, into a page with a worker and one
    without.
    """
    runtime = in_worker / "runtime"
    runtime.mkdir(parents=True)
    for file in stock.glob("py*"):
        if file.suffix in {".mjs", ".js", ".json", ".wasm", ".zip"}:
            shutil.copyfile(file, runtime / file.name)
    build_own_wheel(ROOT, runtime)
    for name, parts in REQUIRED.items():
        make_pure_wheel(name, runtime, parts)
    program = f"const WHEELS = {json.dumps(_wheels(in_worker))};{STOCK_PYODIDE}"
    shared = {"guide.json": GUIDE.read_text("utf-8"), "ask.py": ASK, "question.json": _question()}
    _write(in_worker, shared)
    shutil.copytree(in_worker, on_main_thread)
    worker = f"{program}postMessage(day);\n"
    _write(in_worker, {"index.html": _page(START_WORKER), "worker.mjs": worker})
    _write(on_main_thread, {"index.html": _page(f"{program}show(day);\n")})


def _wheels(folder: Path) -> list[str]:
    return [f"runtime/{path.name}" for path in sorted((folder / "runtime").glob("*.whl"))]


def _make_pyscript(stock: Path, folder: Path) -> None:
    shutil.copytree(PYSCRIPT, folder / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    for name in ("guide.json", "question.json"):
        shutil.copyfile(stock / name, folder / name)
    shutil.copytree(stock / "runtime", folder / "runtime")
    # Wheels are imported as they are: PyScript's own way needs a package that we do not have.
    names = ("guide.json", "question.json", *_wheels(folder))
    config = {
        "interpreter": "./runtime/pyodide.mjs",
        "files": {name: name.rpartition("/")[2] for name in names},
    }
    files = {
        "index.html": HEAD + ON_PYSCRIPT,
        "page.py": FROM_WHEELS + ASK + PYSCRIPT_PAGE,
        "config.json": json.dumps(config),
    }
    _write(folder, files)


def _make_micropython(folder: Path) -> None:
    files = {
        "index.html": _page(START_WORKER),
        "worker.mjs": MICROPYTHON_WORKER,
        "rule.py": RULE_IN_PYTHON,
    }
    _write(folder, files)
    for name in ("micropython.mjs", "micropython.wasm"):
        shutil.copyfile(MICROPYTHON / name, folder / name)


def _question() -> str:
    """Return the question that the Dates page puts when only the interview date is known."""
    reader = Reader(Guide.from_json(GUIDE.read_text("utf-8")))
    reader.answer("interview", "24 Nov 2026")
    return json.dumps(reader.question())


def _page(script: str) -> str:
    return f'{HEAD}<script type="module">{SHOW}{script}</script>'


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
