"""Writes what was measured for readers: the page about speed, its picture, and all values as JSON.

Page and picture are made of the values alone, so a test can hold all three to each other. Run as a
program, by `make bench-page`, it writes them again from the values that are there.
"""

from collections.abc import Iterable, Iterator

from aims import AIMS, STOCK, VISIT_VALUES, Aim, blocked_by_python
from job_search import CONTACTS
from lighthouse_scores import AUDITS
from rivals import PLAIN_MATERIAL, RIVALS, WAITS_FOR_THE_LINE, Rival, rivals_under
from sitting import ENOUGH, Sitting, enough_for, from_text
from speed_plot import Plot, plot
from starts import VISITS
from track import CONDITIONS
from worker_steps import INTERVIEWS

from followup import words
from followup_site.runtime.pack import ROOT

PAGE = ROOT / "docs" / "about" / "performance.md"
PLOT = ROOT / "docs" / "assets" / "pictures" / "performance.svg"
VALUES = ROOT / "docs" / "assets" / "performance.json"
MADE = (PAGE, PLOT, VALUES)

SHOWN = "plain"
"""The condition of the picture."""

QUESTIONS = ("first", "later")
BLOCKED_VALUES = ("without/blocked", "with/blocked", "with/painting")

Row = tuple[str, ...]

HEAD = """---
description: How fast these pages and tools start beside other ways to run Python, and where they miss their aims.
last_reviewed: {day}
search:
  exclude: true
---

<!-- Made by `make bench`, and of the same numbers by `make bench-page`. Its words stand in tests/bench. -->

# How fast it is

Python works out your plan in your own browser. So the browser has to fetch Python first. This page shows how long that takes, beside other ways to do the same.
"""
CIRCUMSTANCES = """Measured on {day}, with {versions}. The machine has {machine}.

Each number is the one in the middle of at least {runs}. All ways took turns, each in a new browser. Your device will need more time or less, so compare the numbers with each other.
"""
TRIAL = """**This was a trial with few runs.** Please do not quote its numbers.
"""
AIMED = """## What it aims for

"Stock" is Pyodide {version} as it is published, in a worker, with the same program. Its page is empty but for the date.
"""
IN_THE_WAY = """### What stands in the way
"""
STARTS = """## Until the date is shown

<p><img src="../../assets/pictures/performance.svg" alt="Bars for the first two columns of the first table below." width="{width}" height="{height}"></p>

The first visit ends when the date is on the screen. The return visit ends with the answer of Python. The number after each time is its ratio to stock.

"Blocked" adds up the part over 50 ms of each long task in the page, on the first visit.

All ways but the first two have a page with nothing else on it. Plain JavaScript and MicroPython cannot run the program. They only work out the first date, to show the limit.
"""
RETURN = """On a return visit this site shows its last dates at once. That takes {time}.
"""
CLICKS = """## While you use it

A tick is shown in the frame after the click. Dates are shown once Python has worked them out. "Saved" is the word from the status line.

The first number is the one in the middle. "19 of 20" is the time that 19 of 20 clicks keep.
"""
WORKER = """### Python at work

Each interview has {contacts} contacts. The first question of a visit reads every record.
"""
LONG_START = """### A start with a whole job search

It has 50 interviews and 5,000 records.
"""
BLOCKED = """### Work in the page itself

Python runs beside the page, so the page should never wait for it. The table adds up the part over 50 ms of each long task. Without Python, all else is the same.

"After the answer" is the part with Python that shows its first answer.
"""
MEMORY = """### Memory of the tab

This is what its process has for itself.
"""
ON_THE_LINE = """Here all of Pyodide waits for the line, on the main thread as in a worker. So the main \
thread was left out."""
PAINT = """## A page of the guide

[Make your first contact](../guide/first-contact.md) is compared with a plain Material page. That has the same text and no tools.
"""
LIGHTHOUSE = """### As Lighthouse sees it

Lighthouse {version} acts like a mid-range telephone on a slow line. Its best score is 1.
"""
BUILDING = """## Changing the pages

A new copy of the files is served with `make serve`, with packages at hand. Then a text is changed. That was done {times}.
"""
FOOT = """## How to measure it again

`make bench` measures all this and writes this page. [All values](../assets/performance.json) are kept beside it, with the commit that was measured.

The host behaves like GitHub Pages, with gzip and a cache of ten minutes. A slow browser is stopped for three quarters of the time, with all its workers.

Last reviewed {day}.
"""


def write(sitting: Sitting) -> None:
    """Write the page, the picture and the values."""
    PAGE.write_text(page(sitting), "utf-8")
    PLOT.write_text(picture(sitting), "utf-8")
    VALUES.write_text(sitting.as_text(), "utf-8")


def is_trial(sitting: Sitting) -> bool:
    """Say whether something is missing, or has values too few to be quoted."""
    names = {*WANTED, *sitting.values}
    return any(len(sitting.values.get(name, [])) < enough_for(name) for name in names)


def _but_copies(sitting: Sitting) -> list[str]:
    """Return the names of all values but those of copies made anew, of which fewer are enough."""
    return [name for name in sitting.values if enough_for(name) == ENOUGH]


def picture(sitting: Sitting) -> str:
    """Return the picture of the starts."""
    return _plot(sitting).text


def page(sitting: Sitting) -> str:
    """Return the page."""
    parts = [part.strip() for part in _parts(sitting)]
    return "\n\n".join(parts) + "\n"


def _plot(sitting: Sitting) -> Plot:
    def median(rival: Rival, visit: str) -> float:
        return sitting.median(_name(SHOWN, rival.name, visit))

    rows = [(it.title, median(it, "first"), median(it, "back")) for it in _started(sitting, SHOWN)]
    return plot(CONDITIONS[SHOWN].title, rows)


def _parts(sitting: Sitting) -> Iterator[str]:
    """Yield the parts of the page; what was not measured is left out."""
    its = sitting.circumstances
    day = words.spell_day(sitting.day).partition(" ")[2]
    versions = ", ".join(f"{name} {version}" for name, version in its.versions.items())
    yield HEAD.format(day=its.day)
    if is_trial(sitting):
        yield TRIAL
    yield CIRCUMSTANCES.format(
        day=day,
        versions=versions,
        machine=its.machine,
        runs=words.counted(sitting.fewest(_but_copies(sitting)), "run"),
    )
    yield from _aims(sitting)
    for name, part in PARTS.items():
        if sitting.has(name):
            yield from part(sitting)
    yield FOOT.format(day=day)


def _aims(sitting: Sitting) -> Iterator[str]:
    known = [(aim, aim.of(sitting)) for aim in AIMS if sitting.has(*aim.names)]
    yield AIMED.format(version=sitting.circumstances.versions["Pyodide"])
    rows = [
        (its.title, _limit(its), _amount(its, found), _verdict(its, found)) for its, found in known
    ]
    yield _table(("Aim", "Limit", "Measured", "Met"), rows)
    missed = [aim for aim, found in known if not aim.is_met(found) and aim.in_the_way]
    if missed:
        yield IN_THE_WAY
    for aim in missed:
        yield f"**{aim.title}.** {aim.in_the_way}"


def _limit(aim: Aim) -> str:
    return f"at {'least' if aim.is_least else 'most'} {_amount(aim, aim.limit)}"


def _amount(aim: Aim, value: float) -> str:
    if not aim.unit:
        return f"{value:.2f}"
    return f"{value:,.{1 if value % 1 and value < 100 else 0}f} {aim.unit}"


def _verdict(aim: Aim, value: float) -> str:
    return "yes" if aim.is_met(value) else f"no, by {_amount(aim, abs(value - aim.limit))}"


def _starts(sitting: Sitting) -> Iterator[str]:
    its = _plot(sitting)
    yield STARTS.format(width=its.width, height=its.height)
    yield RETURN.format(time=_ms(sitting.median(f"starts/{SHOWN}/ours/back/shown")))
    heads = ("Way", "First visit", "Return visit", "Fetched", "Requests", "Blocked")
    for condition in CONDITIONS:
        rows = [_start(sitting, condition, rival) for rival in _started(sitting, condition)]
        if rows:
            yield f"### {CONDITIONS[condition].title}"
            yield _table(heads, rows, CONDITIONS[condition].title)
            yield from [ON_THE_LINE] if condition == WAITS_FOR_THE_LINE else []


def _started(sitting: Sitting, condition: str) -> list[Rival]:
    return [rival for rival in RIVALS if sitting.has(_name(condition, rival.name, "first"))]


def _name(condition: str, rival: str, visit: str) -> str:
    return f"starts/{condition}/{rival}/{visit}/{VISIT_VALUES[visit]}"


def _start(sitting: Sitting, condition: str, rival: Rival) -> Row:
    def visit(name: str) -> str:
        own, stock = (_name(condition, one, name) for one in (rival.name, STOCK))
        ratio = f" ({sitting.ratio(own, stock):.2f})" if sitting.has(stock) else ""
        return _ms(sitting.median(own)) + ratio

    first = f"starts/{condition}/{rival.name}/first"
    return (
        rival.title,
        *map(visit, VISITS),
        _mb(sitting.median(f"{first}/sent"), 2),
        f"{sitting.median(f'{first}/requests'):.0f}",
        _ms(sitting.median(f"{first}/blocked")),
    )


def _clicks(sitting: Sitting) -> Iterator[str]:
    def both(name: str) -> Row:
        return _ms(sitting.median(name)), _ms(sitting.percentile_95(name))

    yield CLICKS
    places = {
        "A tick on the Checklist": "tick/shown",
        "A date on the page When to follow up": "date/worked",
    }
    rows = [
        (title, *both(f"clicks/{name}"), *both(f"clicks/{name.partition('/')[0]}/saved"))
        for title, name in places.items()
    ]
    empty = ("A tick on an empty page", *both("clicks/empty/shown"), "", "")
    yield _table(("Click", "Shown", "19 of 20", "Saved", "19 of 20"), [*rows, empty])


def _worker(sitting: Sitting) -> Iterator[str]:
    yield WORKER.format(contacts=CONTACTS)
    rows = [
        _times(
            sitting,
            f"{title}, {words.counted(count, 'interview')}",
            f"steps/{name}/{count}",
            QUESTIONS,
        )
        for name, title in {"dates": "When to follow up", "interviews": "My interviews"}.items()
        for count in INTERVIEWS
    ]
    yield _table(("Page", "First question", "Later ones"), rows)


def _long_start(sitting: Sitting) -> Iterator[str]:
    yield LONG_START
    rows = [
        _times(sitting, "One interview", "records/single", VISITS),
        _times(sitting, "The whole search", "records/whole", VISITS),
    ]
    yield _table(("Start with", "First visit", "Return visit"), rows)


def _blocking(sitting: Sitting) -> Iterator[str]:
    yield BLOCKED
    titles = {"plain": "Whole speed", "quarter": "A quarter of the speed"}
    rows = [
        (
            *_times(sitting, title, f"blocking/{condition}", BLOCKED_VALUES),
            _ms(blocked_by_python(sitting, condition)),
        )
        for condition, title in titles.items()
    ]
    yield _table(("Browser", "Without", "With", "After the answer", "Python's part"), rows)


def _memory(sitting: Sitting) -> Iterator[str]:
    yield MEMORY
    titles = {
        "material": "Plain Material, same text",
        "without": "This site, Python kept out",
        "ours": "This site",
        STOCK: "Stock Pyodide, empty page",
    }
    rows = [(title, _mb(sitting.median(f"memory/{name}"), 0)) for name, title in titles.items()]
    yield _table(("Page", "Memory"), rows)


def _paint(sitting: Sitting) -> Iterator[str]:
    yield PAINT
    names = ("first/first", "first/largest", "back/first")
    rows = [
        _times(sitting, f"{its.title}: {title}", f"paint/{condition}/{site}", names)
        for condition, its in CONDITIONS.items()
        for site, title in {"ours": "this site", PLAIN_MATERIAL: "plain"}.items()
    ]
    yield _table(("Until it is painted", "First visit", "Its largest part", "Return visit"), rows)


def _lighthouse(sitting: Sitting) -> Iterator[str]:
    yield LIGHTHOUSE.format(version=sitting.circumstances.versions["Lighthouse"])
    titles = {
        "guide": "Make your first contact",
        "start": "Start page",
        "material": "Plain Material, same text",
    }
    rows = []
    for name, title in titles.items():
        found, *times = _times(sitting, title, f"lighthouse/{name}", AUDITS)
        rows.append((found, f"{sitting.median(f'lighthouse/{name}/score'):.2f}", *times))
    yield _table(("Page", "Score", "First paint", "Largest part", "Blocked"), rows)


def _building(sitting: Sitting) -> Iterator[str]:
    yield BUILDING.format(times=words.counted(len(sitting.values["building/serve"]), "time"))
    titles = {
        "serve": "`make serve` to the first page",
        "change": "A change until it is on its page",
    }
    rows = [
        (title, f"{sitting.median(f'building/{name}') / 1000:,.1f} s")
        for name, title in titles.items()
    ]
    yield _table(("What", "Time"), rows)


PARTS = {
    f"starts/{SHOWN}/ours/first/shown": _starts,
    "clicks/tick/shown": _clicks,
    "steps/dates/1/later": _worker,
    "records/whole/back": _long_start,
    "blocking/plain/with/blocked": _blocking,
    "memory/ours": _memory,
    "paint/plain/ours/first/first": _paint,
    "lighthouse/guide/score": _lighthouse,
    "building/serve": _building,
}
"""Parts of the page below the aims, each by a value that is there if it was measured."""

WANTED = (
    *(
        _name(condition, rival.name, visit)
        for condition in CONDITIONS
        for rival in rivals_under(condition)
        for visit in VISITS
    ),
    *PARTS,
)
"""Values without which the page says that it was a trial."""


def _times(sitting: Sitting, title: str, start: str, ends: Iterable[str]) -> Row:
    """Return a title and the medians of values in milliseconds, by how their names end."""
    return (title, *(_ms(sitting.median(f"{start}/{end}")) for end in ends))


def _table(heads: Row, rows: Iterable[Row], under: str = "") -> str:
    """Return a table in Markdown, in a place of its own that can be moved sideways on a phone.

    Its columns are not aligned, as that would be by an old attribute. It is called by the title
    that it stands under if there are several with the same columns.
    """
    lines = (heads, ("---",) * len(heads), *rows)
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    name = f"Table: {under or ', '.join(heads)}"
    place = f'<section class="wide-table" aria-label="{name}" tabindex="0" markdown>'
    return f"{place}\n\n{table}\n\n</section>"


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:,.{1 if 0 < milliseconds < 10 else 0}f} ms"


def _mb(size: float, digits: int) -> str:
    return f"{size / 1_000_000:.{digits}f} MB"


if __name__ == "__main__":
    write(from_text(VALUES.read_text("utf-8")))
