"""Folders of files that the build makes: noticed when out of date, put into place in one step."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return a hash of the names below `root` and of the contents of files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(f"{path.relative_to(root)}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def is_noted(stamp: Path, state: Mapping[str, object]) -> bool:
    """Return whether this very state was written down last."""
    try:
        return bool(json.loads(stamp.read_text()) == state)
    except (OSError, ValueError):
        return False


def note(stamp: Path, state: Mapping[str, object]) -> None:
    """Write down the state after making, to compare with later."""
    stamp.write_text(json.dumps(state))


def publish(made: Path, target: Path, kept: Collection[str] = ()) -> None:
    """Move the files of a folder to where the site expects them.

    Files that are the same stay, and files that are no longer made go, except those `kept`.
    """
    target.mkdir(parents=True, exist_ok=True)
    names = {path.name for path in made.iterdir()}
    for path in made.iterdir():
        _replace(path, target / path.name)
    for path in target.iterdir():
        if path.name not in names.union(kept):
            path.unlink()


def write_if_new(output: Path, text: str) -> None:
    """Write a text into a file, unless the very same stands there already."""
    if not output.exists() or output.read_text("utf-8") != text:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, "utf-8")


def _replace(path: Path, target: Path) -> None:
    """Move a file into place in one step, unless the same bytes stand there.

    A server that watches the folder then has nothing to do.
    """
    if not target.exists() or target.read_bytes() != path.read_bytes():
        path.chmod(0o644)
        path.replace(target)
