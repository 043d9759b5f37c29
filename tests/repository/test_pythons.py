"""A fresh clone under every Python that this machine has: those that are new enough, and those that are not."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from copied_project import as_outside, copy_project
from missing import leave_out
from webkitgtk import free_port

OLDEST = (3, 11)
BOOTSTRAP = "py/followup_site/bootstrap.py"
PATIENCE = 600
"""Seconds for everything that a first `make serve` fetches, until the first page is there."""


def pythons() -> dict[tuple[int, int], str]:
    """Return a Python of each version on this machine: on the path, or beside it as pyenv has them."""
    others = sorted(Path.home().glob(".pyenv/versions/*/bin/python3"))
    named = [shutil.which(f"python3.{minor}") for minor in range(6, 20)]
    found: dict[tuple[int, int], str] = {}
    for python in [sys.executable, *named, *map(str, others)]:
        version = version_of(python) if python else None
        if python and version:
            found.setdefault(
                version, os.path.realpath(python) if python == sys.executable else python
            )
    return found


def version_of(python: str) -> tuple[int, int] | None:
    """Return the version of a Python; none if it does not run, such as a name that leads nowhere."""
    question = "import sys; print(*sys.version_info[:2])"
    told = subprocess.run(
        [python, "-I", "-c", question], capture_output=True, text=True, check=False
    )
    major, _, minor = told.stdout.strip().partition(" ")
    return (int(major), int(minor)) if told.returncode == 0 and minor else None


PYTHONS = pythons()
OLD = {version: python for version, python in PYTHONS.items() if version < OLDEST}
NEW = {version: python for version, python in PYTHONS.items() if version >= OLDEST}


@pytest.mark.parametrize("version", OLD or [None], ids=str)
def test_a_python_that_is_too_old_is_told_so(
    tmp_path: Path, version: tuple[int, int] | None
) -> None:
    """In words, with what to type; and nothing is made."""
    if version is None:
        leave_out("A Python before 3.11", "python3.10")
        return
    (tmp_path / BOOTSTRAP).parent.mkdir(parents=True)
    shutil.copy(BOOTSTRAP, tmp_path / BOOTSTRAP)
    told = subprocess.run(
        [OLD[version], "-I", BOOTSTRAP, "site"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    here = ".".join(map(str, version))
    assert told.returncode == 1
    assert f"Follow Up needs Python 3.11 or newer; the one here is {here}." in told.stderr
    assert "Traceback" not in told.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.slow
@pytest.mark.parametrize("version", NEW, ids=str)
def test_make_serve_from_a_fresh_clone(tmp_path: Path, version: tuple[int, int]) -> None:
    """It fetches what it needs, and shows the first page while the rest is made."""
    project = copy_project(tmp_path)
    port = free_port()
    environment = {**as_outside(), "PYTHON": NEW[version], "PORT": str(port)}
    log = tmp_path / "log"
    with log.open("w") as said:
        serving = subprocess.Popen(
            ["make", "serve"],  # noqa: S607
            cwd=project,
            env=environment,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            page = first_page(port, serving)
        finally:
            os.killpg(serving.pid, 15)
            serving.wait(60)

    assert "Follow Up" in page, log.read_text()
    assert version_of(str(project / ".venv/bin/python")) == version


def first_page(port: int, serving: subprocess.Popen[bytes]) -> str:
    """Return the first page of a site, as soon as it is there; nothing if it ends before."""
    deadline = time.monotonic() + PATIENCE
    while serving.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/guide/prepare/") as answer:
                text: str = answer.read().decode()
                return text
        except (urllib.error.URLError, ConnectionError):
            time.sleep(1)
    return ""
