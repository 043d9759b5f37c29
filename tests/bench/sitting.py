"""What was measured in one sitting: on one day, on one machine, with the same versions and commit.

Several runs go into one sitting, and nothing else does: numbers of different sittings cannot be
compared. Holds the values themselves, so that medians are always those of all runs.
"""

import json
import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

ENOUGH = 7
"""Values from which a median may be quoted."""

ENOUGH_COPIES = 3
"""The same for copies of the files made anew: each takes a minute, and they are hardly unlike."""

COPIES = "building/"
"""How the names of values begin that such copies gave."""

UNCOMMITTED = " with changes"
"""What the commit is followed by if the files were others than its own."""


LINES = ",\n"

ANEW = "To begin anew: make bench ANEW=1"
MUST_BE_SAME = ("day", "commit", "machine", "versions")


def enough_for(name: str) -> int:
    """Return from how many values of a name a median may be quoted."""
    return ENOUGH_COPIES if name.startswith(COPIES) else ENOUGH


class OtherSittingError(Exception):
    """What was measured before does not belong to what is measured now."""


@dataclass(frozen=True)
class Circumstances:
    """What must be the same for all numbers of a sitting.

    Attributes:
        day: on which it was measured, as YYYY-MM-DD.
        commit: short hash of what was measured.
        machine: its processors and memory, in words; no name and no place.
        versions: of what took part, by its name.
    """

    day: str
    commit: str
    machine: str
    versions: dict[str, str]


@dataclass(frozen=True)
class Sitting:
    """Circumstances, and every value that was measured in them, by its name."""

    circumstances: Circumstances
    values: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    @property
    def day(self) -> date:
        """The day on which it was."""
        return date.fromisoformat(self.circumstances.day)

    def add(self, name: str, value: float) -> None:
        """Add a value to those of the same name; a tenth of a millisecond is fine enough."""
        self.values[name].append(round(value, 1 if value >= 10 else 3))

    def has(self, *names: str) -> bool:
        """Say whether all of these were measured."""
        return all(self.values.get(name) for name in names)

    def median(self, name: str) -> float:
        """Return the median of the values of this name."""
        return statistics.median(self.values[name])

    def percentile_95(self, name: str) -> float:
        """Return the value that one of twenty is above."""
        found = self.values[name]
        return statistics.quantiles(found, n=20, method="inclusive")[-1] if found[1:] else found[0]

    def ratio(self, name: str, to: str) -> float:
        """Return the ratio of two medians."""
        return self.median(name) / self.median(to)

    def fewest(self, names: Iterable[str] = ()) -> int:
        """Return how many values there are of the name that has fewest, of all or of these."""
        return min(len(self.values.get(name, [])) for name in (list(names) or self.values))

    def as_text(self) -> str:
        """Return all of it as JSON, the values of each name on one line."""
        head = json.dumps(asdict(self.circumstances), indent=1).removesuffix("\n}")
        lines = (
            f"  {json.dumps(name)}: {json.dumps(its)}" for name, its in sorted(self.values.items())
        )
        return f'{head},\n "values": {{\n{LINES.join(lines)}\n }}\n}}\n'


def from_text(text: str) -> Sitting:
    """Read what `Sitting.as_text` wrote."""
    found = json.loads(text)
    values = found.pop("values")
    return Sitting(Circumstances(**found), defaultdict(list, values))


def go_on(file: Path, now: Circumstances) -> Sitting:
    """Return the sitting in a file to add to, or a new one if there is no file.

    Raises:
        OtherSittingError: the file holds another sitting.
    """
    if not file.exists():
        return Sitting(now)
    before = from_text(file.read_text("utf-8"))
    was = before.circumstances
    others = [name for name in MUST_BE_SAME if getattr(was, name) != getattr(now, name)]
    if others:
        raise OtherSittingError(
            f"{file.name} is of another {' and '.join(others)}, so its numbers cannot be compared "
            f"with those of now. {ANEW}\nThen: {was}\nNow:  {now}"
        )
    if now.commit.endswith(UNCOMMITTED):
        raise OtherSittingError(
            f"{file.name} is of files that were not committed, and so are those of now. Nobody can "
            f"tell whether they are the same. Commit them first. {ANEW}"
        )
    return before
