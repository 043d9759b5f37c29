"""The names of all steps that were ever published: readers' browsers remember ticks by them.

They stand in step_names.txt, one a line. “retired” behind a name says that its step was taken out:
its ticks are kept, and no step may take the name. `make addresses` adds new ones; none is ever
taken out.
"""

from collections.abc import Iterable
from pathlib import Path

LIST = Path(__file__).with_name("step_names.txt")
RETIRED = " retired"


def published() -> list[str]:
    """Return the names that must stand in the pages, in the order in which they were published."""
    return [line for line in _lines() if not line.endswith(RETIRED)]


def retired() -> frozenset[str]:
    """Return the names of the steps that were taken out."""
    return frozenset(line.removesuffix(RETIRED) for line in _lines() if line.endswith(RETIRED))


def add(names: Iterable[str]) -> None:
    """Lock the names that are new."""
    known = set(published())
    new = [name for name in names if name not in known]
    LIST.write_text("\n".join([*_lines(), *new]) + "\n", "utf-8")


def _lines() -> list[str]:
    return LIST.read_text("utf-8").splitlines()
