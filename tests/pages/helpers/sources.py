"""Reads the pages as their authors wrote them: front matter, sentences, lists and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from followup.guide.numbers import fill_guides
from followup_site.pages.front_matter import FrontMatter, read_front_matter

DOCS = Path(__file__).parents[3] / "docs"
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
MARKUP = re.compile(r"<[^>]*>|\*\*|`|\{[^}]*\}")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
BOX = re.compile(r'^!!! \w+ "(.*)"$', re.MULTILINE)
IN_BOX = re.compile(r"^ {4}", re.MULTILINE)
HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)
REVIEWED = "Last reviewed "
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
    def front_matter(self) -> FrontMatter:
        """What the page says about itself."""
        return read_front_matter(self.path)

    @cached_property
    def prose(self) -> str:
        """The page without its messages, numbers filled in, boxes as parts with a heading."""
        return prose_of(self.raw)

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text below each heading of the second level, up to the next of them, by heading."""
        _, *parts = re.split(r"^## (.*)\n", self.prose, flags=re.MULTILINE)
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def told(self, text: str, remedy: str) -> str:
        """Return what is wrong as `make words` says it: file, line, the words and the remedy.

        Args:
            text: as plain text, of which the first few words are looked for.
            remedy: a sentence.
        """
        start = " ".join(text.split()[:4])
        lines = self.path.read_text("utf-8").splitlines()
        number = next(
            (at for at, line in enumerate(lines, 1) if start in plain(fill_guides(line))), None
        )
        return f"docs/{self.name}{f':{number}' if number else ''}: “{text}” {remedy}"

    def headings(self) -> Iterator[str]:
        """Yield the text of every heading."""
        yield from (plain(heading) for _, heading in HEADING.findall(self.prose))

    def paragraphs(self) -> Iterator[str]:
        """Yield each paragraph, list item and hint as plain text."""
        for block in self._blocks():
            if any(LIST_ITEM.match(line) for line in block):
                yield from (plain(LIST_ITEM.sub("", line)) for line in block)
            elif not block[0].startswith("|"):
                yield plain(" ".join(block))

    def running_sentences(self) -> Iterator[str]:
        """Yield each sentence of the running text, hints of steps among it.

        Left out is what is no sentence, as it ends in none of . ? ! (labels of steps, points of a
        list, words that lead to a list), and the line that says when the page was reviewed.
        """
        for one in self.paragraphs():
            if not one.startswith(REVIEWED):
                yield from (each for each in sentences(one) if each[-1] in ".?!")

    def cells(self) -> Iterator[str]:
        """Yield each cell of each table as plain text."""
        for block in self._blocks():
            if block[0].startswith("|"):
                yield from (cell for line in block for cell in plain(line).split("|"))

    def _blocks(self) -> Iterator[list[str]]:
        """Yield the lines of each block of text, without headings and places of tools."""
        for block in re.split(r"\n\s*\n", self.prose):
            lines = [line for line in block.splitlines() if not line.startswith(("#", "<!--"))]
            if any(line.strip() for line in lines):
                yield lines

    def table(self, heading: str) -> list[list[str]]:
        """Return the body rows of the table below a heading."""
        below = self.prose.split(heading, 1)[1]
        lines = [line for line in below.splitlines() if line.startswith("|")]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        length = len(rows[0])
        return [row for row in rows[2:] if len(row) == length]


def prose_of(text: str) -> str:
    """Return text without its messages, numbers filled in, boxes as parts with a heading."""
    return IN_BOX.sub("", BOX.sub(r"### \1", FENCE.sub("", fill_guides(text))))


def plain(text: str) -> str:
    """Return text without its markup."""
    return MARKUP.sub("", LINK.sub(r"\1", text)).strip()


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [part for part in SENTENCE_END.split(paragraph) if part.strip()]


PAGES = [Source(path) for path in sorted(DOCS.rglob("*.md")) if "decisions" not in path.parts]
MADE_OF_OTHERS = {"guide/whole-guide.md"}
"""Shows the text of other pages, and has next to none of its own."""

GUIDE_PAGES = [
    page for page in PAGES if page.name.startswith("guide/") and page.name not in MADE_OF_OTHERS
]


def page_named(name: str) -> Source:
    """Return the page with this path below the documents' folder."""
    return next(page for page in PAGES if page.name == name)
