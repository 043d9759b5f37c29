"""Lists the pages whose review is overdue, and the sources whose live page is to be read.

Ends with exit code 1 if a review is overdue. A scheduled check, never part of `make test`: what
was right yesterday may not fail today for its age alone. Run as `python -m
followup_site.publish.reviews`.
"""

import sys
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from followup_site.pages.front_matter import (
    REVIEW_MONTHS,
    FrontMatter,
    PageSource,
    Reading,
    read_front_matter,
)
from followup_site.runtime.pack import ROOT

DOCS = ROOT / "docs"
DECISIONS = "decisions"
"""The folder of pages that are records of a day, and are not reviewed."""


def main() -> int:
    """Print what is to be done; return 1 if a review is overdue."""
    pages = {
        path.relative_to(DOCS).as_posix(): read_front_matter(path)
        for path in sorted(DOCS.rglob("*.md"))
        if DECISIONS not in path.parts
    }
    today = datetime.now(UTC).date()
    late = list(overdue(pages, today))
    unread = list(to_read(pages, today))
    print("\n".join([*late, *unread]))
    print(f"{len(late)} reviews are overdue, and {len(unread)} live pages are to be read.")
    return 1 if late else 0


def overdue(pages: Mapping[str, FrontMatter], today: date) -> Iterator[str]:
    """Yield a line for each page that should have been reviewed before today."""
    for name, page in pages.items():
        due = months_later(page.reviewed, page.review_months)
        if due < today:
            yield f"docs/{name}: review it; it was due on {due}"


def to_read(pages: Mapping[str, FrontMatter], today: date) -> Iterator[str]:
    """Yield a line for each source, once, whose live page nobody has read for a year."""
    sources = {
        source.address: (name, source) for name, page in pages.items() for source in page.sources
    }
    for address, (name, source) in sources.items():
        said = _why_to_read(source, today)
        if said:
            yield f"docs/{name}: read https://{address} ({source.name}); {said}"


def _why_to_read(source: PageSource, today: date) -> str:
    """Return why the live page of a source is to be read; empty if it is not."""
    match source.checked:
        case None:
            return "nobody has yet"
        case Reading("stored", day):
            return f"only a stored copy was seen, on {day}"
        case Reading(_, day) if months_later(day, REVIEW_MONTHS) < today:
            return f"it was last read on {day}"
    return ""


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


if __name__ == "__main__":
    sys.exit(main())
