"""Choosing a region, as a reader does it."""

from datetime import date

from reader import Reader

FRIDAY = date(2026, 12, 18)
"""An interview a week before Christmas Day 2026."""


def choose_england(reader: Reader) -> None:
    """Choose the country and its part."""
    reader.go("plan/settings/")
    reader.page.get_by_label("Country", exact=True).select_option(label="United Kingdom")
    reader.page.get_by_label("Part of the country").select_option(label="England")
    reader.says("Saved.")
