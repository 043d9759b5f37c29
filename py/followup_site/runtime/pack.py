"""Packs the browser's runtime: Pyodide, a library of what the program uses, and a memory image.

Run as `python -m followup_site.runtime.pack`; it does nothing when nothing has changed. The same
sources give the same bytes. A runtime that does not answer like CPython is never published. What
needs Pyodide's own Python is done in pack.mjs and pack_in_pyodide.py.
"""

import gzip
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from followup.app import open_app
from followup.errors import FollowupError
from followup.guide.contents import Guide
from followup_site.pages.guide_reader import read_guide, write_guide
from followup_site.pages.message_list import TEXT_FILE, write_messages
from followup_site.runtime import exercise
from followup_site.runtime.wheels import WheelError, build_own_wheel, make_pure_wheel
from followup_site.tools.made_files import digest, is_noted, note, publish
from followup_site.tools.node import NodeError, run_node

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
RUNTIME = DOCS / "assets" / "made" / "runtime"
GUIDE = RUNTIME / "guide.json"
BUILD = ROOT / "build"
STAMP = BUILD / "runtime.json"
PACK_WHEELS = BUILD / "pack-wheels"

MODULE = Path(__file__).with_name("module")
SLIM = MODULE / "slim.mjs"
HOT_FUNCTIONS = MODULE / "hot_functions.txt"
"""Which functions of Pyodide's module the program calls;
`followup_site.runtime.module.hot_functions` makes it."""

PACK = Path(__file__).with_name("pack.mjs")
IMAGE = Path(__file__).with_name("image.mjs")
IMAGE_FILE = "python-image.bin"
LIBRARY_FILE = "python-library.bin"
PARTS = BUILD / "runtime-parts"
"""What library and image were made of, for the tests."""
ASK_RUNTIME = Path(__file__).with_name("ask_runtime.mjs")

PYODIDE = ROOT / "node_modules" / "pyodide"
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
PYODIDE_LIBRARY = "python_stdlib.zip"
PYODIDE_LOCK = "pyodide-lock.json"
IDIOMORPH = ROOT / "node_modules" / "idiomorph" / "dist" / "idiomorph.esm.js"

REQUIRED = {"htpy": (), "markupsafe": (), "segno": ("consts", "encoder")}
"""What our wheel needs in the browser, taken as it is installed here, so that it is the very code
that the tests ran; and which of its modules, if not all. The others of segno write picture files:
with what they import from the standard library, they would cost the reader 320 kB."""

ROOT_INPUTS = (
    "LICENSE",
    "package-lock.json",
    "pyproject.toml",
    "requirements.txt",
    "requirements-pack.txt",
)
PACKER = (
    "pack*.py",
    "archives.py",
    "acts.py",
    "exercise.py",
    "wheels.py",
    "stand_ins/**/*.py",
    f"{MODULE.name}/{HOT_FUNCTIONS.name}",
    "**/*.mjs",
)
STARTER = ("python/cold.mjs", "python/memory.mjs", "python/start.mjs")
"""What goes into the runtime beside the program and the guide."""

STARTS = ("image", "plain")
"""The ways to start the program: from the memory image; and the plain way, from the library."""

FETCHED = {
    "image": ("pyodide.asm.wasm", IMAGE_FILE),
    "plain": ("pyodide.asm.wasm", LIBRARY_FILE),
}
"""What the worker fetches with a count of bytes, by the way in which it starts."""


PARTS_OF_PACKING = (
    "Pyodide's module is made smaller",
    "the program becomes a library",
    "Python is started once with it",
    "the memory of the started program is written down",
    "its answers are compared with those of Python here",
)
"""What packing does, in order, as whoever waits for it is told."""


class PackError(Exception):
    """The runtime cannot be used. Nothing was published."""


def main() -> None:
    """Bring the runtime up to date."""
    try:
        guide = read_guide(DOCS)
        write_guide(guide, GUIDE)
        write_messages(guide, DOCS / TEXT_FILE)
        if not is_current():
            update(tell=lambda line: print(line, flush=True))
    except (FollowupError, NodeError, PackError, WheelError) as error:
        sys.exit(f"The runtime was not packed.\n{error}")


def is_current() -> bool:
    """Return whether the runtime is the one that the sources give."""
    return is_noted(STAMP, {"inputs": _inputs(), "outputs": _outputs()})


def update(tell: Callable[[str], object] = print) -> None:
    """Pack the runtime and put it where the site expects it; files that are the same stay.

    Args:
        tell: is given a line whenever a part of it begins.
    """
    BUILD.mkdir(exist_ok=True)
    inputs = _inputs()  # as they were before: whoever edits meanwhile gets another packing
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="pack-") as folder:
        publish(pack(Path(folder), GUIDE, tell=tell), RUNTIME, kept={GUIDE.name})
        publish(Path(folder) / PARTS.name, PARTS)
    note(STAMP, {"inputs": inputs, "outputs": _outputs()})


def pack(
    folder: Path,
    guide: Path,
    called: Path | str = HOT_FUNCTIONS,
    tell: Callable[[str], object] = lambda _line: None,
) -> Path:
    """Pack and check a runtime inside a folder; return where it stands.

    Args:
        folder: an empty one.
        guide: the guide as the program reads it.
        called: the list by which Pyodide's module is split, or "watch" for one that is whole and
            notes which of its functions are called.
        tell: is given a line whenever a part of it begins.

    Raises:
        PackError: it does not answer like CPython.
        NodeError: a part of the packer failed.
        WheelError: our own wheel cannot be built.
    """
    begin = _telling(tell)
    runtime = folder / "runtime"
    runtime.mkdir()
    begin()
    for name in PYODIDE_FILES:
        shutil.copyfile(PYODIDE / name, runtime / name)
    _write_lock(runtime)
    run_node(SLIM, runtime, called)
    begin()
    parts = folder / PARTS.name
    parts.mkdir()
    shutil.copyfile(PYODIDE / PYODIDE_LIBRARY, parts / PYODIDE_LIBRARY)
    build_own_wheel(ROOT, parts)
    for name, modules in REQUIRED.items():
        make_pure_wheel(name, parts, modules)
    asks = folder / "asks.json"
    contents = Guide.from_json(guide.read_text("utf-8"))
    asks.write_text(json.dumps(exercise.asks(contents)))
    shutil.copyfile(guide, parts / "guide.json")
    (parts / "typical.json").write_text(json.dumps(exercise.typical(contents)))
    begin()
    run_node(PACK, runtime, PACK_WHEELS, guide, asks, parts)
    begin()
    run_node(IMAGE, runtime, parts)
    _write_sizes(runtime)
    shutil.copyfile(IDIOMORPH, runtime / IDIOMORPH.name)
    begin()
    check(runtime, guide, asks)
    return runtime


def _telling(tell: Callable[[str], object]) -> Callable[[], None]:
    """Return what to call when the next part begins."""
    parts = iter(enumerate(PARTS_OF_PACKING, 1))

    def begin() -> None:
        number, what = next(parts)
        tell(f"Packing Python for the browser, part {number} of {len(PARTS_OF_PACKING)}: {what}.")

    return begin


def check(runtime: Path, guide: Path, asks: Path) -> None:
    """Compare a packed runtime's answers with CPython's, byte for byte, whichever way it starts.

    Raises:
        PackError: one differs.
    """
    questions = json.loads(asks.read_text())

    def ask(start: str) -> list[str]:
        answers = asks.with_name(f"answers-{start}.json")
        run_node(ASK_RUNTIME, runtime, start, guide, asks, answers)
        given: list[str] = json.loads(answers.read_text("utf-8"))
        return given

    with ThreadPoolExecutor() as pool:
        started = [pool.submit(ask, start) for start in STARTS]
        expected = answer_all(guide.read_text("utf-8"), questions)
        for given in started:
            for question, one, other in zip(questions, expected, given.result(), strict=True):
                if exercise.comparable(one) != exercise.comparable(other):
                    raise PackError(_difference(question, one, other))


def answer_all(guide: str, asks: Iterable[str]) -> list[str]:
    """Answer every question here in CPython; one that is refused, by its error's name."""
    step = open_app(guide)

    def answer(ask: str) -> str:
        try:
            return step(ask)
        except FollowupError as error:
            return f"raises {type(error).__name__}"

    return list(map(answer, asks))


def _write_lock(runtime: Path) -> None:
    """Write Pyodide's lock without packages, as the library holds ours."""
    lock = json.loads((PYODIDE / PYODIDE_LOCK).read_text("utf-8"))
    (runtime / PYODIDE_LOCK).write_text(json.dumps(lock | {"packages": {}}, indent=1) + "\n")


def _write_sizes(runtime: Path) -> None:
    """Write runtime.json: how many bytes the worker will fetch, and how much memory it needs."""
    sizes = {
        start: {name: (runtime / name).stat().st_size for name in names}
        for start, names in FETCHED.items()
    }
    content = {"files": sizes, "memory": memory_of((runtime / IMAGE_FILE).read_bytes())}
    (runtime / "runtime.json").write_text(json.dumps(content, indent=1) + "\n")


def memory_of(image: bytes) -> int:
    """Return how many bytes of memory an image is of, as its head says."""
    unpacked = gzip.decompress(image)
    length = int.from_bytes(unpacked[4:8], "little")
    return int(json.loads(unpacked[8 : 8 + length])["memory"])


def _difference(question: str, expected: str, given: str) -> str:
    pairs = zip(expected, given, strict=False)
    start = next((place for place, (a, b) in enumerate(pairs) if a != b), len(given))
    around = slice(max(0, start - 60), start + 120)
    return (
        "The packed runtime answers differently from CPython.\n"
        f"Question: {question[:400]}\nCPython:  ...{expected[around]}\nRuntime:  ...{given[around]}"
    )


def _inputs() -> str:
    """Return a hash of everything that goes into the runtime."""
    root = [ROOT / name for name in ROOT_INPUTS]
    program = (ROOT / "py" / "followup").rglob("*.py")
    packer = [path for pattern in PACKER for path in Path(__file__).parent.glob(pattern)]
    starter = [DOCS / "assets" / name for name in STARTER]
    return digest([*root, *program, *packer, *starter, GUIDE], ROOT)


def _outputs() -> str:
    """Return a hash of what came out, so that a file that is missing or changed is noticed."""
    return digest(RUNTIME.iterdir(), ROOT)


if __name__ == "__main__":
    main()
