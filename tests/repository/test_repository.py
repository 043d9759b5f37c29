"""The files that tools demand: locks without addresses, pinned actions, no folder of tests left out."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted([*ROOT.glob("requirements*.txt"), ROOT / "package-lock.json"])
PIN = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_hashes_and_no_download_address(lock: Path) -> None:
    """So that every mirror will do, and nothing else than what was locked is ever installed."""
    text = lock.read_text()

    assert "sha512-" in text or "--hash=sha256:" in text
    assert not re.search(
        r"\"resolved\"|--index-url|--find-links|@ (https?|file):|/tmp/|/home/", text
    )


def test_both_locks_name_the_same_versions() -> None:
    """They are installed together, and the site must be built by what was tested."""
    site, dev = (
        dict(PIN.findall((ROOT / name).read_text()))
        for name in ("requirements.txt", "requirements-dev.txt")
    )

    shared = site.keys() & dev.keys()
    assert {name: site[name] for name in shared} == {name: dev[name] for name in shared}


def test_every_folder_with_tests_is_run() -> None:
    """They are listed one by one, so that the fast ones come first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    listed = settings["tool"]["pytest"]["testpaths"]
    found = {path.relative_to(ROOT).parts[:2] for path in (ROOT / "tests").rglob("test_*.py")}

    assert {tuple(folder.split("/")) for folder in listed} == found


def test_actions_are_pinned_and_may_do_no_more_than_they_need() -> None:
    """A tag can be moved to other code; a commit cannot."""
    for workflow in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = workflow.read_text()
        uses = re.findall(r"uses: (.*)", text)

        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in uses), (
            uses
        )
        assert "\npermissions: {}\n" in text
        assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_a_fork_is_published_by_the_verb_that_asks_who_publishes_it() -> None:
    """The workflow says at which address, and every verb that builds a site looks first."""
    workflow = (ROOT / ".github" / "workflows" / "site.yml").read_text()
    makefile = (ROOT / "Makefile").read_text()

    assert re.search(r"- run: make publish\n\s+env:\n\s+SITE_URL: \$\{\{ steps\.pages", workflow)
    assert "\nsite: ready-site pages runtime " in makefile
    assert "$(MAKE) --no-print-directory site\n" in makefile
    assert not re.search(r"-m mkdocs\b", makefile)


def test_the_machine_of_the_project_runs_what_the_readme_promises() -> None:
    """It can be started, and `make test` is the last thing it does."""
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111
    assert script.read_text().rstrip().endswith("\nmake test")
