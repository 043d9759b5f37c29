"""Choosing a region, as a reader does it."""

from reader import Reader


def choose_england(reader: Reader) -> None:
    """Choose the country and its part."""
    reader.go("plan/settings/")
    reader.page.get_by_label("Country", exact=True).select_option(label="United Kingdom")
    reader.page.get_by_label("Part of the country").select_option(label="England")
    reader.says("Saved.")
