"""Writes what was measured: a table and a plot for readers, and every number as JSON."""

import json
import statistics
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import htpy
from rivals import RIVALS
from starts import CONDITIONS, Start, as_fields

from followup import words

STOCK = "stock-0.29"
"""What all ratios are against: Pyodide of the same version as it is published, in a worker."""

LEFT, RIGHT, ROW, TOP, WIDTH = 300, 70, 26, 30, 800
"""Pixels of the plot."""

COLUMNS = (
    "What",
    "First visit: date shown",
    "Python's answer",
    "Return: date shown",
    "Python's answer",
    "Bytes, first visit",
    "Requests",
    "Main thread blocked",
)
MEGABYTE = 1_000_000


def table(starts: Sequence[Start], condition: str) -> str:
    """Return the medians of all rivals under a condition as a Markdown table."""
    head = f"| {' | '.join(COLUMNS)} |\n|---|{'--:|' * (len(COLUMNS) - 1)}"
    found = [(rival, _of(starts, rival.name, condition)) for rival in RIVALS]
    rows = [_row(rival.title, its, _of(starts, STOCK, condition)) for rival, its in found if its]
    return "\n".join((head, *rows))


def _of(starts: Iterable[Start], rival: str, condition: str) -> list[Start]:
    return [one for one in starts if (one.rival, one.condition) == (rival, condition)]


def _row(title: str, its: Sequence[Start], stock: Sequence[Start]) -> str:
    def time(visit: str, value: str) -> str:
        own, other = median(its, visit, value), median(stock, visit, value)
        return f"{own:,.0f} ms ({own / other:.2f})"

    cells = (
        title,
        time("first", "shown"),
        time("first", "answered"),
        time("back", "shown"),
        time("back", "answered"),
        f"{median(its, 'first', 'sent') / MEGABYTE:.2f} MB",
        f"{median(its, 'first', 'requests'):.0f}",
        f"{median(its, 'first', 'blocked'):.0f} ms",
    )
    return f"| {' | '.join(cells)} |"


def median(starts: Iterable[Start], visit: str, value: str) -> float:
    """Return the median of a value of a visit."""
    found: list[float] = [getattr(getattr(one, visit), value) for one in starts]
    return statistics.median(found)


def plot(starts: Sequence[Start], condition: str) -> str:
    """Return a plot of the times to Python's answer: first visit, and return below it."""
    found = [(rival.title, _of(starts, rival.name, condition)) for rival in RIVALS]
    shown = [(title, its) for title, its in found if its]
    longest = max(median(its, "first", "answered") for _, its in shown)
    scale = (WIDTH - LEFT - RIGHT) / longest
    height = TOP + ROW * len(shown) + 10
    title = f"Milliseconds to Python's answer: {CONDITIONS[condition].title}"
    svg = htpy.svg(xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height}", role="img")[
        htpy.Element("title")[title],
        htpy.Element("text")(x="0", y="18", font_size="14", font_weight="bold")[title],
        [_bars(place, name, its, scale) for place, (name, its) in enumerate(shown)],
    ]
    return str(svg)


def _bars(place: int, title: str, its: Sequence[Start], scale: float) -> htpy.Node:
    top = TOP + ROW * place
    bars = (("first", 2, 10, "#5b5bd6"), ("back", 13, 6, "#a9a9e8"))
    times = {visit: median(its, visit, "answered") for visit, *_ in bars}
    return [
        htpy.Element("text")(x=str(LEFT - 8), y=str(top + 13), font_size="13", text_anchor="end")[
            title
        ],
        [
            htpy.Element("rect")(
                x=str(LEFT),
                y=str(top + down),
                width=f"{max(times[visit] * scale, 1):.0f}",
                height=str(thickness),
                fill=colour,
            )
            for visit, down, thickness, colour in bars
        ],
        htpy.Element("text")(
            x=f"{LEFT + times['first'] * scale + 6:.0f}", y=str(top + 13), font_size="12"
        )[f"{times['first']:,.0f} / {times['back']:,.0f}"],
    ]


def write(starts: Sequence[Start], folder: Path, versions: Mapping[str, str], day: date) -> None:
    """Write tables and plots into a folder, and all numbers beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    measured = ", ".join(f"{name} {version}" for name, version in versions.items())
    parts = [f"Measured on {words.spell_day(day)} with {measured}."]
    for name, condition in CONDITIONS.items():
        its = [one for one in starts if one.condition == name]
        if not its:
            continue
        runs = len(_of(its, STOCK, name))
        parts += [f"### {words.capital_first(condition.title)}", f"Medians of {runs} runs."]
        parts.append(table(its, name))
        (folder / f"starts-{name}.svg").write_text(plot(its, name), "utf-8")
    (folder / "starts.md").write_text("\n\n".join(parts) + "\n", "utf-8")
    numbers = {"day": day.isoformat(), "versions": versions, "starts": [*map(as_fields, starts)]}
    (folder / "starts.json").write_text(json.dumps(numbers, indent=1) + "\n", "utf-8")
