"""Every address that was ever published answers for ever: pages, their headings and steps.

They stand in published_addresses.txt, one a line, as "page/" or "page/#part". A saved tick, an
office's link and a calendar entry of months ago lean on them. `make site` stops if one no longer
answers. Run as `python -m followup_site.publish.addresses SITE` to add the new ones of a finished
site, and the names of its new steps; none is ever taken out.
"""

import re
import sys
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path

from followup_site.pages import step_names
from followup_site.pages.guide_reader import read_guide
from followup_site.runtime.pack import DOCS

LIST = Path(__file__).with_name("published_addresses.txt")
INDEX = "index.html"
ERROR_PAGES = (
    "404.html",
    "new-version.html",
    "new-version/index.html",
    "offline.html",
    "offline/index.html",
)
"""They stand in for another page, and nobody links to them."""

LOST = "these addresses were published and do not answer any more:"
REMEDY = (
    "Give the heading its old name back, as in `## New words { #old-name }`, or bring the page"
    " back. Readers' calendars and offices' pages link there."
)

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
PART = re.compile(r'<(?:h[1-6]|li)\b[^>]*?\sid="([^"]+)"|<span id="([^"]+)"></span>')
"""Headings, rows of steps, and the names that headings once had."""


class LostAddressError(Exception):
    """An address that was published does not answer any more; the message names each."""


def addresses_of(site: Path) -> set[str]:
    """Return every address that a finished site answers at: its pages, and the parts of each."""
    return set(_addresses_of(site))


def published() -> list[str]:
    """Return every address that was ever published, in order."""
    return LIST.read_text("utf-8").splitlines()


def check(site: Path, known: Collection[str]) -> None:
    """Hold a finished site to the addresses that are known.

    Raises:
        LostAddressError: the site does not answer at one of them.
    """
    lost = sorted(set(known) - addresses_of(site))
    if lost:
        named = "\n".join(f"  {one}" for one in lost)
        raise LostAddressError(f"{LIST.name}: {LOST}\n{named}\n{REMEDY}")


def main() -> None:
    """Add the addresses of the site that is named on the command line, and the guide's steps."""
    step_names.add(read_guide(DOCS).rules)
    known = published()
    new = sorted(addresses_of(Path(sys.argv[1])) - set(known))
    LIST.write_text("\n".join(sorted([*known, *new])) + "\n", "utf-8")
    print(f"{len(new)} new addresses, {len(known) + len(new)} in all.")


def _addresses_of(site: Path) -> Iterator[str]:
    for page in site.rglob("*.html"):
        name = page.relative_to(site).as_posix()
        if name in ERROR_PAGES:
            continue
        address = name.removesuffix(INDEX)
        yield address
        article = ARTICLE.search(page.read_text("utf-8"))
        for part in PART.findall(article[0] if article else ""):
            yield f"{address}#{unescape(''.join(part))}"


if __name__ == "__main__":
    main()
