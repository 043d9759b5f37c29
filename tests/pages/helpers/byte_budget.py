"""Reads the budget of bytes, and counts the files of the built site against it.

Run as a program, by `make budget`, it sets every number to the present size and a little more.
"""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pages_host import answer_for

SITE = Path(__file__).parents[3] / "site"
BUDGET = Path(__file__).with_suffix(".toml")
ROOM = 1.03
"""What a new number is of the present size: texts change, and other versions of gzip pack differently."""

STEP = 100
"""Bytes to which a new number is rounded up."""

NUMBER = re.compile(r"^\[(.+)\]\nbytes = .+$", re.MULTILINE)


@dataclass(frozen=True)
class Kind:
    """A kind of files that share a budget.

    Attributes:
        limit: bytes that they may have, as sent.
        why: what the number is for.
        files: patterns of files that are counted together.
        largest_of: patterns of files of which the largest alone is counted.
        kinds: names of kinds whose files are counted too.
    """

    name: str
    limit: int
    why: str
    files: tuple[str, ...] = ()
    largest_of: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@cache
def budget() -> dict[str, Kind]:
    """Return all kinds, by name."""
    return {name: _kind(name, **its) for name, its in tomllib.loads(BUDGET.read_text()).items()}


def _kind(name: str, *, bytes: int, why: str, **patterns: list[str]) -> Kind:  # noqa: A002 (as in the file)
    return Kind(name, bytes, why, **{what: tuple(its) for what, its in patterns.items()})


def files_of(kind: Kind, site: Path = SITE) -> dict[Path, int]:
    """Return the files that a kind counts, each with its bytes as sent."""
    found = {path: sent(path) for pattern in kind.files for path in site.glob(pattern)}
    candidates = {path: sent(path) for pattern in kind.largest_of for path in site.glob(pattern)}
    if candidates:
        largest = max(candidates, key=candidates.__getitem__)
        found[largest] = candidates[largest]
    for name in kind.kinds:
        found |= files_of(budget()[name], site)
    return found


def sent(path: Path) -> int:
    """Return the bytes of a file on the line: packed, if a host packs files of its kind."""
    return len(answer_for(path).body)


def complaint(kind: Kind, files: dict[Path, int]) -> str:
    """Return what is wrong with a kind that is over its budget: by how much, and what is large."""
    size = sum(files.values())
    largest = sorted(files, key=files.__getitem__, reverse=True)[:5]
    rows = [f"  {files[path]:>12,}  {path.name}" for path in largest]
    head = f"{kind.name} has {size:,} bytes, {size - kind.limit:,} more than its {kind.limit:,}."
    return "\n".join((head, kind.why, *rows))


def renewed(text: str, sizes: Mapping[str, int]) -> str:
    """Return the text of a budget with numbers that fit these sizes, by kind."""

    def number(found: re.Match[str]) -> str:
        limit = math.ceil(sizes[found[1]] * ROOM / STEP) * STEP
        return f"[{found[1]}]\nbytes = {limit:_}"

    return NUMBER.sub(number, text)


def main() -> None:
    """Set every number to the present size and a little more."""
    sizes = {name: sum(files_of(kind).values()) for name, kind in budget().items()}
    BUDGET.write_text(renewed(BUDGET.read_text("utf-8"), sizes), "utf-8")


if __name__ == "__main__":
    main()
