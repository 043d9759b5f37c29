"""Source wheels for the browser: our own, built, and those of installed packages, made again."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import PackagePath, distribution
from pathlib import Path

from followup_site.runtime.archives import read_archive, write_wheel

COMPILED = (".c", ".pyc", ".pyd", ".so")
INSTALLER_FILES = {"INSTALLER", "RECORD", "REQUESTED", "direct_url.json"}


class WheelError(Exception):
    """Our own wheel cannot be built."""


def build_own_wheel(root: Path, target: Path) -> None:
    """Build the wheel of the project at `root` and put it into the folder `target`.

    Raises:
        WheelError: it cannot be built.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        if result.returncode:
            raise WheelError(result.stderr[-2000:])
        (wheel,) = Path(folder).glob("*.whl")
        write_wheel(target / wheel.name, read_archive(wheel))


def make_pure_wheel(name: str, target: Path, parts: Sequence[str] = ()) -> None:
    """Make a wheel of an installed package from its Python files alone.

    The package index has MarkupSafe only with a part compiled for one kind of machine, and none
    for the browser. The package does without that part where it is missing.

    Args:
        name: of the package.
        target: folder for the wheel.
        parts: its modules to take, if not all are wanted. Its `__init__`, which imports the others,
            is then left empty.
    """
    package = distribution(name)
    paths = [path for path in package.files or () if _is_pure(path)]
    files = {path.as_posix(): Path(str(path.locate())).read_bytes() for path in paths}
    if parts:
        wanted = {f"{name}/{part}.py" for part in parts}
        files = {
            path: data
            for path, data in files.items()
            if path in wanted or not path.startswith(f"{name}/")
        } | {f"{name}/__init__.py": b""}
    write_wheel(target / f"{name}-{package.version}-py3-none-any.whl", files)


def _is_pure(path: PackagePath) -> bool:
    inside = ".." not in path.parts  # command-line programs stand outside
    return inside and path.suffix not in COMPILED and path.name not in INSTALLER_FILES
