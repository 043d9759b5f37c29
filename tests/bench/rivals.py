"""The rivals: ways to answer the same question in a browser, each a folder with pages.

"ours" is the built site. "plain" is the same without its memory image. The stock ones in a worker are
the built site as well, with Pyodide as it is published and our program as sources: the whole library,
no bytecode. The others are pages of their own, as Python on the main thread and PyScript need them.

MicroPython and plain JavaScript cannot run the program. They work out the first contact and nothing
else, and so show the limit, not a choice.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from asking import Reader

from followup.guide import Guide
from followup_site.pack import GUIDE, PACKAGES, REQUIRED, ROOT, RUNTIME
from followup_site.wheels import build_own_wheel, make_pure_wheel

NODE_MODULES = Path(__file__).with_name("node_modules")
SAME = ROOT / "node_modules" / "pyodide"
NEWEST = NODE_MODULES / "pyodide-newest"
PYSCRIPT = NODE_MODULES / "@pyscript" / "core" / "dist"
MICROPYTHON = NODE_MODULES / "@micropython" / "micropython-webassembly-pyscript"
STOCK = {"0.29": SAME, "314": NEWEST}
DATES = "plan/dates/index.html"

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><h1>First contact</h1><p id="date"></p>
"""
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
MAIN_THREAD = """
import { loadPyodide } from "./runtime/pyodide.mjs";
const texts = ["runtime/guide.json", "question.json", "ask.py"];
const [guide, question, program] = await Promise.all(
  texts.map((name) => fetch(name).then((response) => response.text())),
);
const python = await loadPyodide({ lockFileURL: new URL("runtime/pyodide-lock.json", location.href).href,
  packageBaseUrl: new URL("runtime/", location.href).href, packages: ["followup"] });
python.runPython(program);
show(python.globals.get("first_contact")(guide, question));
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
    """

    name: str
    title: str
    path: str = ""
    is_site: bool = False


RIVALS = (
    Rival("ours", "This site", "plan/dates/", is_site=True),
    Rival("plain", "This site without its memory image", "plan/dates/", is_site=True),
    Rival("stock-0.29", "Stock Pyodide 0.29, worker", "plan/dates/", is_site=True),
    Rival("stock-314", "Stock Pyodide 314, worker", "plan/dates/", is_site=True),
    Rival("main-0.29", "Stock Pyodide 0.29, main thread"),
    Rival("main-314", "Stock Pyodide 314, main thread"),
    Rival("pyscript", "PyScript with Pyodide"),
    Rival("micropython", "MicroPython, worker (the rule alone)"),
    Rival("javascript", "Plain JavaScript (the rule alone)"),
)


def build(site: Path, folder: Path) -> None:
    """Build all rivals into a folder, from the built site."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("ours", "plain", "stock-0.29", "stock-314"):
        shutil.copytree(site, folder / name)
    (folder / "plain/assets/runtime/python.image").unlink()
    _change(folder / "plain/assets/runtime/runtime.json", memory=0)
    for version, stock in STOCK.items():
        runtime = folder / f"stock-{version}/assets/runtime"
        _make_stock(stock, runtime)
        _make_main_thread(runtime, folder / f"main-{version}")
    _make_pyscript(folder / "main-314/runtime", folder / "pyscript")
    _make_micropython(folder / "micropython")
    _write(folder / "javascript", {"index.html": _page(RULE_IN_JAVASCRIPT)})


def _make_stock(stock: Path, runtime: Path) -> None:
    """Put Pyodide as published, and our program as sources, in place of a packed runtime."""
    shutil.copyfile(runtime / "idiomorph.esm.js", runtime.parent / "idiomorph.esm.js")
    shutil.rmtree(runtime)
    runtime.mkdir()
    shutil.move(runtime.parent / "idiomorph.esm.js", runtime / "idiomorph.esm.js")
    for file in stock.glob("py*"):
        if file.suffix in {".mjs", ".js", ".wasm", ".zip"}:
            shutil.copyfile(file, runtime / file.name)
    shutil.copyfile(GUIDE, runtime / GUIDE.name)
    build_own_wheel(ROOT, runtime)
    for name, parts in REQUIRED.items():
        make_pure_wheel(name, runtime, parts)
    lock = json.loads((stock / "pyodide-lock.json").read_text())
    lock["packages"] = _packages(runtime)
    (runtime / "pyodide-lock.json").write_text(json.dumps(lock))
    sizes = {
        path.name: path.stat().st_size
        for pattern in ("*.wasm", "*.zip", "*.whl")
        for path in sorted(runtime.glob(pattern))
    }
    manifest = {"packages": PACKAGES, "files": {"plain": sizes, "image": {}}, "memory": 0}
    (runtime / "runtime.json").write_text(json.dumps(manifest))


def _packages(runtime: Path) -> Mapping[str, object]:
    """Return what a lock says of our wheels, with their source wheels in place of the packed."""
    packages: dict[str, dict[str, object]] = json.loads(
        (RUNTIME / "pyodide-lock.json").read_text()
    )["packages"]
    for package in packages.values():
        (wheel,) = runtime.glob(f"{package['name']}-*.whl".replace("-*", "-[0-9]*"))
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        package |= {"file_name": wheel.name, "sha256": digest}
    return packages


def _make_main_thread(runtime: Path, folder: Path) -> None:
    shutil.copytree(runtime, folder / "runtime")
    files = {
        "index.html": _page(MAIN_THREAD),
        "ask.py": ASK,
        "question.json": _question(),
    }
    _write(folder, files)


def _make_pyscript(runtime: Path, folder: Path) -> None:
    shutil.copytree(PYSCRIPT, folder / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    shutil.copytree(runtime, folder / "runtime")
    # Wheels are imported as they are: PyScript's own way needs a package that we do not have.
    wheels = [f"runtime/{path.name}" for path in sorted(runtime.glob("*.whl"))]
    names = ("runtime/guide.json", "question.json", *wheels)
    config = {
        "interpreter": "./runtime/pyodide.mjs",
        "files": {name: name.rpartition("/")[2] for name in names},
    }
    files = {
        "index.html": HEAD + ON_PYSCRIPT,
        "page.py": FROM_WHEELS + ASK + PYSCRIPT_PAGE,
        "question.json": _question(),
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


def _change(path: Path, **changes: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
