"""A copy of the project as it stands in the working tree, in a folder of its own."""

import os
import shutil
import subprocess
from pathlib import Path

from outcomes import ROOT

INSTALLED = (".venv", "node_modules")


def copy_project(folder: Path) -> Path:
    """Copy every file that is, or could be, committed; nothing that was made or installed.

    Returns:
        the copy, in a folder below the one given.
    """
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    copy = folder / "project"
    for name in filter(None, listed.split("\0")):
        source, target = ROOT / name, copy / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return copy


def with_what_is_installed(project: Path) -> Path:
    """Give a copy the packages of the project itself, so that it need not fetch them."""
    for name in INSTALLED:
        (project / name).symlink_to(ROOT / name)
    wheels = ROOT / "build" / "pack-wheels"
    shutil.copytree(wheels, project / "build" / "pack-wheels")
    return project


def as_outside() -> dict[str, str]:
    """Return the environment without what the run of the tests has put into it, which a make of its
    own would take for its own."""
    ours = {"MAKEFLAGS", "MAKELEVEL", "PYTHONPATH", "VIRTUAL_ENV"}
    return {name: value for name, value in os.environ.items() if name not in ours}
