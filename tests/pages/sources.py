"""Reads the pages as their authors wrote them: front matter, sentences, lists and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from followup_site.page_source import fill_numbers

DOCS = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
MARKUP = re.compile(r"<[^>]*>|\*\*|`|\{[^}]*\}")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SENTENCE_END = re.compile(r"(?<=[.?!:])\s+")
LIST_ITEM = re.compile(r"\s*(?:- (?:\[ \] )?|\d+\. )")


@dataclass(frozen=True)
class Source:
    """A page as written, with the guide's numbers filled in."""

    path: Path

    @property
    def name(self) -> str:
        """The page's path below the documents' folder."""
        return self.path.relative_to(DOCS).as_posix()

    @cached_property
    def raw(self) -> str:
        """Everything below the front matter, as typed."""
        return self.path.read_text("utf-8").split("---\n", 2)[2]

    @cached_property
    def front_matter(self) -> str:
        """The lines between the first two rules."""
        return self.path.read_text("utf-8").split("---\n", 2)[1]

    @cached_property
    def prose(self) -> str:
        """The page without its scripts, numbers filled in."""
        return FENCE.sub("", fill_numbers(self.raw))

    def paragraphs(self) -> Iterator[str]:
        """Yield each paragraph, list item, hint and table cell as plain text."""
        for block in re.split(r"\n\s*\n", self.prose):
            lines = [line for line in block.splitlines() if not line.startswith(("#", "<!--"))]
            if any(line.startswith("|") for line in lines):
                yield from (cell for line in lines for cell in plain(line).split("|"))
            elif any(LIST_ITEM.match(line) for line in lines):
                yield from (plain(LIST_ITEM.sub("", line)) for line in lines)
            else:
                yield plain(" ".join(lines))

    def sentences(self) -> Iterator[str]:
        """Yield every sentence."""
        for paragraph in self.paragraphs():
            yield from (part for part in SENTENCE_END.split(paragraph) if part.strip())

    def table(self, heading: str) -> list[list[str]]:
        """Return the body rows of the table below a heading."""
        below = self.prose.split(heading, 1)[1]
        lines = [line for line in below.splitlines() if line.startswith("|")]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        length = len(rows[0])
        return [row for row in rows[2:] if len(row) == length]


def plain(text: str) -> str:
    """Return text without its markup."""
    return MARKUP.sub("", LINK.sub(r"\1", text)).strip()


PAGES = [Source(path) for path in sorted(DOCS.rglob("*.md")) if "decisions" not in path.parts]
GUIDE_PAGES = [page for page in PAGES if page.name.startswith("guide/")]
