"""The part of the packer that runs inside Pyodide, so that bytecode and lock fit its Python.

It locks and compiles our wheels, cuts and compiles the standard library, and makes the library of
the memory image. Which library files are in use is seen by pack.mjs, which starts this.
"""

import importlib.util
import json
import marshal
import py_compile
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from types import CodeType
from unittest.mock import patch

from pyodide_build._py_compile import (
    _py_compile_archive,
    _py_compile_archive_dir,
    _update_lockfile,
)
from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import InfoSpec
from pyodide_lock.utils import add_wheels_to_spec

from followup_site.archives import read_archive, write_archive, write_wheel

WITH_DOCSTRINGS, BARE = 0, 2
"""Levels of compiling. Our wheels keep docstrings: without one, `dataclasses` works out the
signature of each class at start. Nothing in the browser reads those of the library."""

KEPT_FOR_ERRORS = {
    "_colorize.py",
    "encodings/ascii.py",
    "encodings/latin_1.py",
    "linecache.py",
    "textwrap.py",
    "token.py",
    "tokenize.py",
    "traceback.py",
}
"""What Python imports only when something goes wrong. Everything else kept is found by running."""

STAND_INS = Path(__file__).with_name("stand_ins")
PROGRAM = "followup/"
LIBRARY_PLACE = "/lib/python313.zip"
"""Where Pyodide has the library: in the image, tracebacks name files below it."""

UNCHECKED = 1
"""Says in the head of a file with bytecode that it is never compared with its source."""

SAME_LINE = 0xE8
"""Begins an entry in the table of lines of a code object: so many steps are of the same line."""
ENTRY_STEPS = 8
"""How many steps of bytecode one entry can stand for."""


def lock_and_compile(folder: str, info: str) -> None:
    """Compile the wheels of a folder to bytecode and make pyodide-lock.json for them.

    Args:
        folder: where the wheels are, each under the name of its source wheel.
        info: the part of Pyodide's own lock that says for which Pyodide it is, as JSON.
    """
    place = Path(folder)
    lock = place / "pyodide-lock.json"
    empty = PyodideLockSpec(info=InfoSpec(**json.loads(info)), packages={})
    # The lock comes first: pyodide-lock refuses the names of compiled wheels.
    add_wheels_to_spec(empty, sorted(place.glob("*.whl")), base_path=place).to_json(lock)
    with _compiling(WITH_DOCSTRINGS):
        _py_compile_archive_dir(place, keep=False, verbose=False, excludes=["python_stdlib"])
    wheels = sorted(place.glob("*.whl"))
    for wheel in wheels:
        write_wheel(wheel, read_archive(wheel))
    # pyodide-build wrote the hashes of its own wheels, which carry the time of day.
    same_names = {wheel.name: wheel.name for wheel in wheels}
    content = _update_lockfile(place, json.loads(lock.read_text()), same_names)
    lock.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n")


def cut_library(path: str, in_use: str) -> None:
    """Cut the standard library at `path` to the files named in a JSON list, as bytecode.

    The list may name files that are not the library's.
    """
    archive = Path(path)
    files = read_archive(archive)
    wanted = KEPT_FOR_ERRORS.union(json.loads(in_use)).intersection(files)
    write_archive(archive, {name: files[name] for name in wanted})
    with _compiling(BARE):
        _py_compile_archive(archive, keep=False, verbose=False, compression_level=0)
    write_archive(archive, read_archive(archive))


def gather_image_library(library: str, wheels: str, target: str) -> None:
    """Put everything that an image could hold into one archive of sources.

    Args:
        library: the whole standard library.
        wheels: folder of our source wheels.
        target: the archive to write.
    """
    files = read_archive(Path(library))
    for wheel in sorted(Path(wheels).glob("*.whl")):
        files |= read_archive(wheel)
    for path in STAND_INS.rglob("*.py"):
        files[path.relative_to(STAND_INS).as_posix()] = path.read_bytes()
    sources = {name: data for name, data in files.items() if name.endswith(".py")}
    write_archive(Path(target), sources)


def compile_image_library(path: str, in_use: str) -> str:
    """Cut such an archive to the files named in a JSON list, as bytecode without docstrings.

    Of the library's code, a traceback then tells the function and its first line. Of the program's
    it tells the line.

    Returns:
        The names of its modules, as a JSON list.
    """
    archive = Path(path)
    files = read_archive(archive)
    wanted = KEPT_FOR_ERRORS.union(json.loads(in_use))
    write_archive(archive, {f"{name}c": _bytecode(name, files[name]) for name in wanted})
    modules = (name.removesuffix(".py").removesuffix("/__init__") for name in wanted)
    return json.dumps(sorted(module.replace("/", ".") for module in modules))


def _bytecode(name: str, source: bytes) -> bytes:
    place = f"{LIBRARY_PLACE}/{name}"
    code: CodeType = compile(source, place, "exec", dont_inherit=True, optimize=BARE)
    if not name.startswith(PROGRAM):
        code = _with_few_lines(code)
    head = importlib.util.MAGIC_NUMBER + UNCHECKED.to_bytes(4, "little")
    return head + importlib.util.source_hash(source) + marshal.dumps(code)


def _with_few_lines(code: CodeType) -> CodeType:
    """Return code whose every step is said to stand in the first line of its function."""
    constants = (
        _with_few_lines(one) if isinstance(one, CodeType) else one for one in code.co_consts
    )
    entries, rest = divmod(len(code.co_code) // 2, ENTRY_STEPS)
    lengths = [ENTRY_STEPS] * entries + [rest] * bool(rest)
    lines = bytes(byte for length in lengths for byte in (SAME_LINE | (length - 1), 0))
    return code.replace(co_consts=tuple(constants), co_linetable=lines)


def _compiling(level: int) -> AbstractContextManager[object]:
    """Set how pyodide-build compiles, for which it has no option: the level, and no time stamps."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    settings = partial(py_compile.compile, optimize=level, invalidation_mode=mode)
    return patch.object(py_compile, "compile", settings)
