"""Numbers as people type them: in the digits of any script, with marks that nobody sees."""

_WIDE = {0xFF01 + place: 0x21 + place for place in range(94)}
"""The full-width letters, digits and signs of East Asian keyboards, and the plain ones."""


def plain(text: str) -> str:
    """Return the text with the digits 0 to 9 for those of any script, without unseen marks.

    Copied numbers carry marks of direction or of no width (U+200B, U+200E, U+200F, U+FEFF and
    more). A space of any kind is kept inside, as it parts words.
    """
    if text.isascii():
        return text.strip()
    seen = (sign for sign in text.translate(_WIDE) if sign.isprintable() or sign.isspace())
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in seen).strip()


def bare(text: str) -> str:
    """Return the text as `plain` does, without the full stop that many put after a number."""
    return plain(text).removesuffix(".").rstrip()
