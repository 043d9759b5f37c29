"""What the site aims at, each with the number that says whether it is met.

What stands in the way of an aim that is missed is written here by hand, for the page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sitting import Sitting

STOCK = "stock-0.29"
"""What all ratios are against: Pyodide of the same version as it is published, in a worker."""

VISIT_VALUES = {"first": "shown", "back": "answered"}
"""What ends a visit: on the return, the date of the last visit is painted long before Python's."""


SHARED = """None of this is Python itself, which works in a worker. A part of it shows the answer, as the \
table below says, and both share the processors while they start."""
FIRST = """A quarter of the time passes before the worker runs its first line, as page and theme have the \
processors. Then the image goes into memory, and code that was only just compiled works out the first \
answer."""
RETURN = """The browser still makes a worker, compiles the module, puts the image into memory and works out \
the first answer. The dates of the last visit are shown long before, as the next row says."""
PAINTED = """The dates stand in one of the page's first frames, once its own script has run. The page of \
stock Pyodide is empty, and fetches nothing for it."""
ON_DISK = """"Saved" is said once the entry is on disk in both stores and Python has answered."""
WHOLE_PANELS = """Each question brings every record as text, and each answer every panel of the page. Other \
interviews are not worked out anew, but the one that is shown is, with its log, calendar and timeline."""
ALL_RECORDS = (
    """The first question reads every record, and the page reads them all from both stores."""
)
NEXT_FRAME = """A click is shown by the next frame, and sixty frames a second leave up to 16.7 ms to wait. \
What an empty page takes stands in the table of clicks below."""


ON_A_TELEPHONE = """The scripts of the theme and our own have the processor for a moment, which Lighthouse \
makes slow. A plain Material page stands beside it in the table about Lighthouse."""
FROM_NOTHING = """All packages are installed and the runtime is packed, which is one long row of work: each step \
needs the one before."""


@dataclass(frozen=True)
class Aim:
    """Something to be reached.

    Attributes:
        title: what readers see.
        limit: what it may be at most; at least, for a score.
        unit: of the limit; "" for a ratio.
        names: of the values that are needed.
        of: works out what was measured.
        in_the_way: why it is missed, if it is.
        is_least: whether the limit is the least.
    """

    title: str
    limit: float
    unit: str
    names: tuple[str, ...]
    of: Callable[[Sitting], float]
    in_the_way: str = ""
    is_least: bool = False

    def is_met(self, measured: float) -> bool:
        """Say whether it is reached."""
        return measured >= self.limit if self.is_least else measured <= self.limit


def _ratio(
    title: str, limit: float, condition: str, visit: str, what: str = "", why: str = ""
) -> Aim:
    value = what or VISIT_VALUES[visit]
    ours, stock = (f"starts/{condition}/{name}/{visit}/{value}" for name in ("ours", STOCK))
    return Aim(title, limit, "", (ours, stock), lambda sitting: sitting.ratio(ours, stock), why)


def _median(
    title: str, limit: float, unit: str, *names: str, scale: float = 1, why: str = ""
) -> Aim:
    """An aim for the median, the larger one if there are several names."""

    def worst(sitting: Sitting) -> float:
        return max(sitting.median(name) for name in names) / scale

    return Aim(title, limit, unit, names, worst, why)


def blocked_by_python(sitting: Sitting, condition: str) -> float:
    """Return for how many milliseconds Python blocks the main thread."""
    with_it, without = (f"blocking/{condition}/{way}/blocked" for way in ("with", "without"))
    return max(0.0, sitting.median(with_it) - sitting.median(without))


def _blocked(title: str, condition: str, why: str = "") -> Aim:
    names = tuple(f"blocking/{condition}/{way}/blocked" for way in ("with", "without"))
    return Aim(title, 0, "ms", names, lambda sitting: blocked_by_python(sitting, condition), why)


def _saved(title: str, place: str, why: str = "") -> Aim:
    name = f"clicks/{place}/saved"
    return Aim(title, 50, "ms", (name,), lambda sitting: sitting.percentile_95(name), why)


def _longer(why: str = "") -> Aim:
    one, whole = "records/single/back", "records/whole/back"
    title = "Start with 50 interviews and 5,000 records, longer than with one"
    return Aim(title, 300, "ms", (one, whole), lambda its: its.median(whole) - its.median(one), why)


AIMS = (
    _ratio("First visit, open line, share of stock", 0.20, "plain", "first", why=FIRST),
    _ratio("Return visit, open line, until Python's answer", 0.12, "plain", "back", why=RETURN),
    _ratio(
        "Return visit, open line, until the date is shown", 0.12, "plain", "back", "shown", PAINTED
    ),
    _ratio("First visit, quarter speed, share of stock", 0.20, "quarter", "first", why=FIRST),
    _ratio(
        "Return visit, quarter speed, until Python's answer", 0.12, "quarter", "back", why=RETURN
    ),
    _ratio(
        "Return visit, quarter speed, until the date is shown",
        0.12,
        "quarter",
        "back",
        "shown",
        PAINTED,
    ),
    _ratio("First visit, slow line, share of stock", 0.45, "slow", "first"),
    _ratio("Bytes on a slow line, share of stock", 0.45, "slow", "first", "sent"),
    _blocked("Main thread blocked by Python", "plain", SHARED),
    _blocked("Main thread blocked by Python, quarter speed", "quarter", SHARED),
    _median("Click to tick shown", 16, "ms", "clicks/tick/shown", why=NEXT_FRAME),
    _saved("Click to Saved for a tick, 19 of 20 clicks", "tick", ON_DISK),
    _saved("Click to Saved for a date, 19 of 20 clicks", "date", ON_DISK),
    _median(
        "A step in the worker with 10 interviews",
        10,
        "ms",
        "steps/dates/10/later",
        "steps/interviews/10/later",
        why=WHOLE_PANELS,
    ),
    _longer(ALL_RECORDS),
    Aim(
        "Lighthouse performance of a guide page",
        1.0,
        "",
        ("lighthouse/guide/score",),
        lambda sitting: sitting.median("lighthouse/guide/score"),
        ON_A_TELEPHONE,
        is_least=True,
    ),
    _median(
        "Serve from nothing to the first page",
        60,
        "s",
        "building/serve",
        scale=1000,
        why=FROM_NOTHING,
    ),
    _median("A change of text until it is on its page", 3, "s", "building/change", scale=1000),
)
