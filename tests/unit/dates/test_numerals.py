"""Numbers in the digits of any script."""

import pytest

from followup.dates.numerals import bare, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24", "24"),
        (" 24 ", "24"),
        ("٢٤", "24"),
        ("۲۴", "24"),
        ("२४", "24"),
        ("２４", "24"),
        ("๒๔", "24"),
        ("\u200e24\u200f", "24"),
        ("\u200b2\ufeff4", "24"),
        ("\u206624\u2069", "24"),
        ("２４／１１", "24/11"),
        ("24\u00a0Nov", "24\u00a0Nov"),
        ("Ｎｏｖ", "Nov"),
        ("²", "²"),
        ("Zürich", "Zürich"),
        ("", ""),
    ],
)
def test_digits_are_plain_and_unseen_marks_are_gone(text: str, expected: str) -> None:
    """Letters and what is no decimal digit stay."""
    assert plain(text) == expected


@pytest.mark.parametrize("text", ["24.", "24. ", "24", "\u200e24.\u200f", "２４．"])
def test_a_full_stop_after_a_number_does_not_count(text: str) -> None:
    """As many write the day: "24. November"."""
    assert bare(text) == "24"
