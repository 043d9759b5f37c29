"""Texts that are written from right to left, or turn others: kept apart, also where they are plain
text, by the signs that Unicode has for it (UAX 9, isolates).
"""

import re

TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that are written from right to left, and signs that turn what follows."""

ISOLATE, END_ISOLATE = "\u2068", "\u2069"
OPENING = frozenset("\u2066\u2067\u2068")


def isolated(text: str) -> str:
    """Return what the reader typed so that no sentence around it is turned. Most texts stay as
    they are; one in another direction, or with signs that turn it, is put between two signs."""
    if not TURNING.search(text):
        return text
    kept, depth = [ISOLATE], 0
    for sign in text:
        # One that closes nothing would close ours.
        if sign == END_ISOLATE and not depth:
            continue
        depth += (sign in OPENING) - (sign == END_ISOLATE)
        kept.append(sign)
    return "".join(kept) + END_ISOLATE * (depth + 1)
