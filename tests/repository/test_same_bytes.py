"""Two builds of the same sources, in two folders, give the same bytes."""

import shutil
import subprocess
from pathlib import Path

import pytest
from copied_project import as_outside, copy_project, with_what_is_installed
from outcomes import ROOT

from followup_site.publish import checksums

HANDOUTS = Path("docs/assets/made/handouts")
"""Printed by Chromium, if they are; that they come out the same is a test of its own."""


@pytest.mark.slow
def test_another_build_gives_the_same_bytes(tmp_path: Path) -> None:
    """From nothing, in another folder: also what Pyodide and esbuild make, and the memory image."""
    project = with_what_is_installed(copy_project(tmp_path))
    if (ROOT / HANDOUTS).exists():
        shutil.copytree(ROOT / HANDOUTS, project / HANDOUTS)
    told = subprocess.run(
        ["make", "site"],  # noqa: S607
        cwd=project,
        env=as_outside(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr

    first, second = checksums.digests(ROOT / "site"), checksums.digests(project / "site")
    differing = sorted(
        name for name in first.keys() | second if first.get(name) != second.get(name)
    )
    assert differing == []
