"""Reads which pages stand in the menu, and in which order: it is the order of the guide too."""

import re
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
    return list(read_names(docs))


def read_names(docs: Path) -> dict[str, str]:
    """Return the name in the menu of each page by its path, in order; empty where the page's title
    is its name.

    Raises:
        GuideError: there is no menu.
    """
    try:
        settings = _Loader((docs.parent / SETTINGS).read_text("utf-8")).get_single_data()
        return dict(_pages("", settings[MENU]))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise GuideError(
            f"{SETTINGS}:{mark.line + 1 if mark else 1}: the menu cannot be read "
            f"({error.problem}). Write the line like those around it, indented by spaces alone."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
        raise GuideError(
            f"{SETTINGS}: the menu cannot be read ({error!r}). Put “{MENU}” with its pages there."
        ) from error


def _pages(name: str, entry: object) -> Iterator[tuple[str, str]]:
    """Yield the pages of a part of the menu, each with its name: a page, one with its name, or a
    list of parts."""
    match entry:
        case str(path):
            yield path, name
        case dict():
            for title, part in entry.items():
                yield from _pages(title, part)
        case list():
            for part in entry:
                yield from _pages("", part)


def line_of(docs: Path, path: str) -> int:
    """Return the number of the line of the settings on which a page stands."""
    lines = (docs.parent / SETTINGS).read_text("utf-8").splitlines()
    ending = re.compile(rf"(?:^|\s){re.escape(path)}\s*(?:#.*)?$")
    return next((number for number, line in enumerate(lines, 1) if ending.search(line)), 1)
