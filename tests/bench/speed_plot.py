"""Draws times as bars, in a picture that stands on a ground of its own: it reads the same on a light
page, on a dark one and on paper. Each bar has its number beside it, so colour tells nothing alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import htpy

WIDTH, MARGIN, TOP, ROW = 480, 14, 58, 56
"""Pixels of the picture."""

ROOM = 120
"""Pixels for the number beside the longest bar."""

NAME = "Milliseconds until the date is shown"
GROUND, INK, EDGE = "#ffffff", "#1f1f28", "#8a8a98"
BARS = (("first visit", 21, 12, "#3f3fae"), ("return", 37, 9, "#7c7cd0"))
"""What each bar of a row is, how far below its top it stands, how thick it is, and its colour."""

TEXT, TITLE, DESCRIPTION = (htpy.Element(name) for name in ("text", "title", "desc"))
RECT = htpy.Element("rect")


@dataclass(frozen=True)
class Plot:
    """A picture, and its size in pixels."""

    text: str
    width: int
    height: int


def plot(condition: str, rows: Sequence[tuple[str, float, float]]) -> Plot:
    """Draw the milliseconds of first visits and returns.

    Args:
        condition: under which they were measured, in words.
        rows: a title, a first visit and a return each.
    """
    height = TOP + ROW * len(rows) + MARGIN
    longest = max((time for _, *times in rows for time in times), default=1)
    scale = (WIDTH - 2 * MARGIN - ROOM) / longest
    told = [f"{name}: first visit {first:,.0f}, return {back:,.0f}" for name, first, back in rows]
    picture = htpy.svg(
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {height}"},
        role="img",
        font_family="sans-serif",
        fill=INK,
    )[
        TITLE[NAME],
        DESCRIPTION[f"{'; '.join(told)}."],
        RECT(
            {"x": "0.5", "y": "0.5", "width": str(WIDTH - 1), "height": str(height - 1)},
            rx="6",
            fill=GROUND,
            stroke=EDGE,
        ),
        TEXT(x=str(MARGIN), y="24", font_size="15", font_weight="bold")[NAME],
        TEXT(x=str(MARGIN), y="43", font_size="13")[
            f"{condition}. Thick: first visit. Thin: return, until Python has answered."
        ],
        [
            _row(TOP + ROW * place, title, times, scale)
            for place, (title, *times) in enumerate(rows)
        ],
    ]
    return Plot(f"{picture}\n", WIDTH, height)


def _row(top: int, title: str, times: Sequence[float], scale: float) -> htpy.Node:
    return [
        TEXT(x=str(MARGIN), y=str(top + 15), font_size="13")[title],
        [
            [
                RECT(
                    x=str(MARGIN),
                    y=str(top + down),
                    width=f"{max(time * scale, 1):.0f}",
                    height=str(thickness),
                    fill=colour,
                ),
                TEXT(
                    x=f"{MARGIN + time * scale + 6:.0f}",
                    y=str(top + down + thickness),
                    font_size="12",
                )[f"{time:,.0f} {name}"],
            ]
            for (name, down, thickness, colour), time in zip(BARS, times, strict=True)
        ],
    ]
