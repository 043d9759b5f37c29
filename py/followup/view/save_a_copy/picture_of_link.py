"""A link as a QR code, to be read by a telephone's camera."""

from itertools import groupby

from htpy import Element, path, rect, svg

from followup import words

LONGEST = 1_200
"""Characters. A larger code has modules too small for the cameras of older telephones."""

QUIET = 4
"""Modules of white around the code, as its standard (ISO/IEC 18004) asks for."""


def picture_of(link: str, name: str = words.PICTURE_NAME, element_id: str = "qr") -> Element:
    """Return the picture of a link of at most `LONGEST` characters, black on white.

    Args:
        link: the address.
        name: what the picture is, for those who do not see it.
        element_id: no two pictures of a page share one.
    """
    # Only who wants a picture pays for the library. Its other modules are not in the browser.
    from segno import encoder  # noqa: PLC0415

    code = encoder.encode(link, error="l", micro=False, boost_error=False)  # type: ignore[no-untyped-call] # the library has types at its front only
    rows = [list(row) for row in code.matrix]
    size = len(rows) + 2 * QUIET
    return svg(".qr", role="img", aria_label=name, viewBox=f"0 0 {size} {size}", id=element_id)[
        rect(width=str(size), height=str(size)), path(d=_outline(rows))
    ]


def _outline(rows: list[list[int]]) -> str:
    """Return the dark modules as a path, a bar for each run of them in a row."""
    bars = []
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                bars.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(bars)
