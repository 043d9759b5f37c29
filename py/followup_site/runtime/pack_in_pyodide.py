"""The part of the packer that runs inside Pyodide, so that bytecode fits its Python.

It makes the library: one archive of what is in use of the standard library and of our wheels, as
bytecode. What is in use is seen by pack.mjs, which starts this.
"""

import json
import marshal
import py_compile
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from types import CodeType
from unittest.mock import patch

from pyodide_build._py_compile import _py_compile_archive

from followup_site.runtime.archives import read_archive, write_archive

BARE = 2
"""The level of compiling: no docstrings, as nothing in the browser reads them."""

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
"""Where Pyodide has the library: tracebacks name files below it."""

HEAD = 16
"""Bytes before the code in a file with bytecode."""

SAME_LINE = 0xE8
"""Begins an entry in the table of lines of a code object: so many steps are of the same line."""
ENTRY_STEPS = 8
"""How many steps of bytecode one entry can stand for."""


def gather_library(standard: str, wheels: str, target: str) -> None:
    """Put everything that the program could import into one archive of sources.

    Args:
        standard: the whole standard library.
        wheels: folder of our source wheels.
        target: the archive to write.
    """
    files = read_archive(Path(standard))
    for wheel in sorted(Path(wheels).glob("*.whl")):
        files |= read_archive(wheel)
    for path in STAND_INS.rglob("*.py"):
        files[path.relative_to(STAND_INS).as_posix()] = path.read_bytes()
    sources = {name: data for name, data in files.items() if name.endswith(".py")}
    write_archive(Path(target), sources)


def compile_library(path: str, in_use: str) -> str:
    """Cut such an archive to the files named in a JSON list, as bytecode without docstrings.

    Of the library's code, a traceback then tells the function and its first line. Of the program's
    it tells the line.

    Returns:
        The names of its modules, as a JSON list.
    """
    archive = Path(path)
    sources = read_archive(archive)
    wanted = KEPT_FOR_ERRORS.union(json.loads(in_use))
    write_archive(archive, {name: sources[name] for name in wanted})
    with _compiling():
        _py_compile_archive(archive, keep=False, verbose=False, compression_level=0)
    compiled = {name: _finished(name, data) for name, data in read_archive(archive).items()}
    write_archive(archive, compiled, zipfile.ZIP_STORED)
    modules = (name.removesuffix(".py").removesuffix("/__init__") for name in wanted)
    return json.dumps(sorted(module.replace("/", ".") for module in modules))


def _compiling() -> AbstractContextManager[object]:
    """Set how pyodide-build compiles, for which it has no option: the level, and no time stamps."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    settings = partial(py_compile.compile, optimize=BARE, invalidation_mode=mode)
    return patch.object(py_compile, "compile", settings)


def _finished(name: str, data: bytes) -> bytes:
    """Return a file of bytecode that says where it will stand, and few lines."""
    code: CodeType = marshal.loads(data[HEAD:])  # noqa: S302 # made here, a moment ago
    place = f"{LIBRARY_PLACE}/{name.removesuffix('c')}"
    in_place = _changed(code, lambda one: one.replace(co_filename=place))
    finished = in_place if name.startswith(PROGRAM) else _changed(in_place, _with_few_lines)
    return data[:HEAD] + marshal.dumps(finished)


def _changed(code: CodeType, change: Callable[[CodeType], CodeType]) -> CodeType:
    """Change code and all code inside it."""
    constants = (
        _changed(one, change) if isinstance(one, CodeType) else one for one in code.co_consts
    )
    return change(code.replace(co_consts=tuple(constants)))


def _with_few_lines(code: CodeType) -> CodeType:
    """Return code whose every step is said to stand in the first line of its function."""
    entries, rest = divmod(len(code.co_code) // 2, ENTRY_STEPS)
    lengths = [ENTRY_STEPS] * entries + [rest] * bool(rest)
    lines = bytes(byte for length in lengths for byte in (SAME_LINE | (length - 1), 0))
    return code.replace(co_linetable=lines)
