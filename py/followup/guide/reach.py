"""How somebody can be reached: what was typed on the interview card, as an address to press."""

import re

from followup.guide.messages import ONE_ADDRESS

NUMBER = re.compile(r"\+?[0-9(][0-9 ()./-]{3,28}[0-9]", re.ASCII)
"""A telephone number as people type it, with nothing beside it."""

FEWEST_DIGITS, MOST_DIGITS = 5, 15
"""Of a telephone number. Source of the upper bound: ITU-T recommendation E.164."""

NATIONAL_ZERO = re.compile(r"^(\+[0-9]{1,3}) ?\(0\)")
"""The zero that is dialled at home only, as in "+44 (0)20 7946 0000"."""


def address_to_press(reach: str) -> str | None:
    """Return the `tel:` or `mailto:` address of a text that is exactly one number or address;
    None for any other, as a guess could reach somebody else."""
    text = reach.strip()
    if ONE_ADDRESS.fullmatch(text):
        return f"mailto:{text}"
    if not NUMBER.fullmatch(text):
        return None
    dialled = re.sub(r"[^0-9+]", "", NATIONAL_ZERO.sub(r"\1", text))
    digits = len(dialled.removeprefix("+"))
    return f"tel:{dialled}" if FEWEST_DIGITS <= digits <= MOST_DIGITS else None
