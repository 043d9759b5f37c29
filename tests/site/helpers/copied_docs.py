"""A copy of all that editors write, to make mistakes in."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[3]
BESIDE = ("mkdocs.yml", "CHANGELOG.md")
LINKED = ("py", "node_modules")
"""What editors do not write, or what no copy needs of its own."""


def copy(place: Path, *, linked: tuple[str, ...] = LINKED) -> Path:
    """Copy the pages into a folder, without what is made; return where they stand."""
    leave = shutil.ignore_patterns("made", "publisher.toml")
    shutil.copytree(ROOT / "docs", place / "docs", ignore=leave)
    for name in BESIDE:
        shutil.copyfile(ROOT / name, place / name)
    for name in linked:
        (place / name).symlink_to(ROOT / name)
    return place / "docs"


def change(file: Path, old: str, new: str) -> None:
    """Change a text, which must stand in a file, to another."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
