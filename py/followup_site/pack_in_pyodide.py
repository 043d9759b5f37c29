"""The part of the packer that runs inside Pyodide, so that bytecode and lock fit its Python.

It locks and compiles our wheels, and cuts and compiles the standard library. Which library files
are in use is seen by pack.mjs, which starts this.
"""

import json
import py_compile
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
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
    """Cut the standard library at `path` to the files named in a JSON list, as bytecode."""
    archive = Path(path)
    files = read_archive(archive)
    wanted = KEPT_FOR_ERRORS.union(json.loads(in_use))
    write_archive(archive, {name: files[name] for name in wanted})
    with _compiling(BARE):
        _py_compile_archive(archive, keep=False, verbose=False, compression_level=0)
    write_archive(archive, read_archive(archive))


def _compiling(level: int) -> AbstractContextManager[object]:
    """Set how pyodide-build compiles, for which it has no option: the level, and no time stamps."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    settings = partial(py_compile.compile, optimize=level, invalidation_mode=mode)
    return patch.object(py_compile, "compile", settings)
