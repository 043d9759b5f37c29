"""Looks at all that authors write, before anything is built of it: each page's lines above it, its
place in the menu and in the journey, and its tokens.

Run as `python -m followup_site.pages.check`, it says the first mistake in one sentence.
"""

import os
import re
import sys
from pathlib import Path

from followup import words
from followup.errors import GuideError
from followup.guide.contents import Guide
from followup_site.pages.front_matter import read_front_matter
from followup_site.pages.guide_reader import read_guide, read_lines
from followup_site.pages.places.journey_places import check_journey
from followup_site.pages.places.menu import MENU, SETTINGS, line_of, read_names
from followup_site.publisher.offices import read_offices
from followup_site.publisher.tokens import WRITTEN, check_token
from followup_site.publisher.values import AT, DOCS, PublisherError, read_publisher

FENCE = re.compile(r"\s*(?:```|~~~)")
CODE = re.compile(r"`[^`]*`")
NOT_IN_MENU = "about/decisions/0"
"""How the paths of pages begin that are reached from a list of their own."""

NAMES = "MENU_NAMES in py/followup/words/every_page.py"


def check(docs: Path, published_at: str = "") -> Guide:
    """Return the guide, once all that authors and the publisher write was looked at.

    Args:
        docs: the documents' folder.
        published_at: address at which readers will find the site; empty if none will.

    Raises:
        GuideError: an author's mistake, with file, line and remedy.
        PublisherError: a value of the publisher is wrong or missing.
    """
    read_publisher(docs, published_at)
    read_offices(docs)
    _check_menu(docs)
    for path in sorted(docs.rglob("*.md")):
        name = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        lines = read_lines(path, name)
        read_front_matter(path, name)
        _check_tokens(lines, name)
    guide = read_guide(docs)
    check_journey(guide)
    return guide


def _check_menu(docs: Path) -> None:
    """Check that each page has its line in the menu, each line its page, and that the tools call
    pages by their names there."""
    names = read_names(docs)
    for path in names:
        if not (docs / path).exists():
            raise GuideError(
                f"{SETTINGS}:{line_of(docs, path)}: there is no page {docs.name}/{path}. "
                "Correct the line, or take it out."
            )
    for page in sorted(docs.rglob("*.md")):
        path = page.relative_to(docs).as_posix()
        if path not in names and not path.startswith(NOT_IN_MENU):
            raise GuideError(
                f"{docs.name}/{path}: this page stands in no menu. Add a line for it to {MENU} in "
                f"{SETTINGS}, like “- Offer: guide/offer.md”."
            )
    for path, name in words.MENU_NAMES.items():
        if path in names and names[path] != name:
            raise GuideError(
                f"{SETTINGS}:{line_of(docs, path)}: the menu calls this page “{names[path]}”, and "
                f"the tools call it “{name}”. Write the name of the menu into {NAMES} too."
            )


def _check_tokens(lines: list[str], name: str) -> None:
    """Check that there is a value for each token outside code."""
    is_code = False
    for number, line in enumerate(lines, 1):
        if FENCE.match(line):
            is_code = not is_code
        elif not is_code:
            for found in re.finditer(WRITTEN, CODE.sub("", line)):
                check_token(found["token"], f"{name}:{number}")


def main() -> None:
    """Look at everything, or say the first mistake."""
    try:
        check(DOCS, os.environ.get(AT, ""))
    except (GuideError, PublisherError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
