"""The rooms: what may know what, how large a file and a folder may be, and the drawing of it all."""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CONTRACT = tomllib.loads(Path(__file__).with_name("rooms.toml").read_text("utf-8"))
HOUSES: list[dict[str, Any]] = CONTRACT["house"]

LONGEST_FILE = 450
"""Lines of a file of the program, of the build or of the page's scripts."""

LONGEST_WORDS = 350
"""Lines of a file with sentences, and of one with styles."""

MOST_FILES = 14
"""In one folder of them."""

MADE = {"made", "node_modules", "__pycache__", "overrides"}
"""Folders that do not count: made by the build, or as the theme wants them."""

SCRIPT_IMPORT = re.compile(r'(?:from |^import |import\()"(\.{1,2}/[^"]+)"', re.MULTILINE)


@dataclass(frozen=True)
class Import:
    """One file knows another: by paths without their endings, below the repository."""

    file: Path
    target: Path


def python_imports(file: Path, text: str) -> Iterator[Import]:
    """Yield what a module imports of ours."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{one.name}" for one in node.names]
        elif isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        else:
            continue
        for name in names:
            if name.partition(".")[0] in {"followup", "followup_site"}:
                yield Import(file, Path("py", *name.split(".")))


def script_imports(file: Path, text: str) -> Iterator[Import]:
    """Yield what a script of the page imports of ours."""
    for match in SCRIPT_IMPORT.finditer(text):
        yield Import(file, Path(os.path.normpath(file.parent / match[1])))


def forbidden(house: dict[str, Any], found: Import) -> str | None:
    """Return why a file may not import another, in a sentence; None if it may."""
    place, names = Path(house["place"]), [room["name"] for room in house["rooms"]]
    if not found.file.is_relative_to(place) or not found.target.is_relative_to(place):
        return None
    own, other = (
        next(iter(path.relative_to(place).with_suffix("").parts), "")
        for path in (found.file, found.target)
    )
    if own == other or own not in names or other not in names:
        return None
    above = names[: names.index(own)]
    if other in above:
        return None
    known = ", ".join(above) or "no other room"
    return f"{found.file} imports {found.target}: in {place} the room {own!r} may know {known}."


def files_of(place: str, *patterns: str) -> list[Path]:
    """Return files below a place, below the repository, without what is made."""
    found = [path for pattern in patterns for path in (ROOT / place).rglob(pattern)]
    below = [path.relative_to(ROOT) for path in found]
    return sorted(path for path in below if not MADE.intersection(path.parts))


def all_imports() -> Iterator[Import]:
    """Yield every import of the program, the build and the page's scripts."""
    for file in files_of("py", "*.py"):
        yield from python_imports(file, (ROOT / file).read_text("utf-8"))
    for file in files_of("docs/assets", "*.mjs"):
        yield from script_imports(file, (ROOT / file).read_text("utf-8"))


def test_no_room_knows_one_below_it() -> None:
    """The order of the rooms is the order of imports, so no two rooms import each other."""
    found = list(all_imports())
    reasons = [forbidden(house, one) for one in found for house in HOUSES]

    assert len(found) > 500, "are the imports still found?"
    assert not list(filter(None, reasons))


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("py/followup/dates/plan.py", "from followup.view.every_page import names"),
        ("py/followup/records/fold.py", "import followup.copies.links"),
        (
            "py/followup/view/every_page/scene.py",
            "from followup.view.settings.settings import fill",
        ),
        ("py/followup_site/tools/node.py", "from followup_site.runtime.pack import ROOT"),
        ("docs/assets/store/journal.mjs", 'import { say } from "../page/status.mjs";'),
        ("docs/assets/python/start.mjs", 'const its = await import("../offline/offline.mjs");'),
    ],
)
def test_a_forbidden_import_is_told(file: str, text: str) -> None:
    """The contract fails when such an import is put in, and says which room may know which."""
    read = python_imports if file.endswith(".py") else script_imports
    reasons = [forbidden(house, one) for one in read(Path(file), text) for house in HOUSES]
    (reason,) = filter(None, reasons)

    assert reason.startswith(f"{file} imports ")
    assert " may know " in reason


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house["place"])
def test_every_room_has_its_place(house: dict[str, Any]) -> None:
    """What the contract names is there, and what is there is named."""
    place = ROOT / house["place"]
    there = {
        path.stem
        for path in place.iterdir()
        if (path.is_dir() and any((*path.rglob("*.py"), *path.rglob("*.mjs"))))
        or path.suffix == ".py"
    }

    assert {room["name"] for room in house["rooms"]} == there - {*MADE, "__init__"}


def test_no_file_is_a_corridor() -> None:
    """Files are short enough to be read at a sitting."""
    code = files_of("py", "*.py", "*.mjs", "*.js") + files_of("docs/assets", "*.mjs")
    prose = files_of("py/followup/words", "*.py") + files_of("docs/assets/styles", "*.css")
    limits = dict.fromkeys(code, LONGEST_FILE) | dict.fromkeys(prose, LONGEST_WORDS)
    lengths = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in limits}

    assert {path: lengths[path] for path in limits if lengths[path] > limits[path]} == {}


def test_no_folder_is_a_pile() -> None:
    """What stands in a folder can be read in a moment."""
    code = files_of("py", "*") + files_of("docs/assets", "*.mjs", "*.css")
    folders: dict[Path, int] = {}
    for path in code:
        if (ROOT / path).is_file():
            folders[path.parent] = folders.get(path.parent, 0) + 1

    assert {folder: count for folder, count in folders.items() if count > MOST_FILES} == {}


def drawing() -> str:
    """Return the rooms as the README draws them: in each house a room knows those above it."""
    lines = []
    for house in HOUSES:
        lines.append(f"{house['place'] + '/':<22} {house['what']}")
        lines += [f"  {room['name']:<20} {room['what']}" for room in house["rooms"]]
    return "\n".join(lines)


def test_the_readme_draws_the_rooms() -> None:
    """The drawing in the README is made from the contract."""
    readme = (ROOT / "README.md").read_text("utf-8")

    assert f"```text\n{drawing()}\n```" in readme, f"Put this into the README:\n{drawing()}"
