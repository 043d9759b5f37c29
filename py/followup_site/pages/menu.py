"""Reads which pages stand in the menu, and in which order: it is the order of the guide too."""

from collections.abc import Iterator
from pathlib import Path

import yaml  # type: ignore[import-untyped] # without types

from followup.errors import GuideError

SETTINGS = "mkdocs.yml"
"""Where the menu stands, beside the documents' folder."""

MENU = "nav"


class _Loader(yaml.SafeLoader):  # type: ignore[misc] # without types
    """Reads settings, and leaves out what only the site's generator can work out (`!ENV`)."""


_Loader.add_constructor(None, lambda _loader, _node: None)


def read_menu(docs: Path) -> list[str]:
    """Return the paths of the pages in the menu, below the documents' folder, in order.

    Raises:
        GuideError: there is no menu.
    """
    try:
        settings = _Loader((docs.parent / SETTINGS).read_text("utf-8")).get_single_data()
        return list(_pages(settings[MENU]))
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise GuideError(f"{SETTINGS}: the menu cannot be read ({error!r}).") from error


def _pages(entry: object) -> Iterator[str]:
    """Yield the pages of a part of the menu: a page, one with its title, or a list of parts."""
    match entry:
        case str(path):
            yield path
        case dict():
            for part in entry.values():
                yield from _pages(part)
        case list():
            for part in entry:
                yield from _pages(part)
