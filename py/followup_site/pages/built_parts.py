"""Parts of pages that are made when the site is built, and that no program changes later.

A page places one as it places a panel, by `<!-- followup: NAME -->`. It comes as lines of Markdown
with links as on a page one folder deep, so that MkDocs checks them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from htpy import Element, a, li, span, strong, ul

from followup import words
from followup.guide.contents import Guide, Page, Step
from followup.guide.numbers import filled
from followup_site.pages.front_matter import PageSource, body_start, read_front_matter
from followup_site.pages.guide_reader import GUIDE_FOLDER
from followup_site.pages.handout_list import HANDOUTS, PAPERS, Handout
from followup_site.pages.message_list import message_list
from followup_site.pages.page_source import Plain, StepList, read_source

HEADING = re.compile(r"#+ ")
REVIEWED = re.compile(r"Last reviewed .*\.")
MESSAGE = re.compile(r"(?P<fence>`{3,})message\b.*")
LINK_HERE = "](#"
"""How a link to another place of the same page begins."""

CHANGELOG = "CHANGELOG.md"
"""Beside the documents' folder."""

TABLES = "about/where-advice-differs.md"
"""The page outside the guide that names its sources too."""


def whole_guide(docs: Path, guide: Guide) -> Iterator[str]:
    """Yield the text of all guide pages, in order, below a list of them.

    Steps are boxes to tick on paper, without the names that make them anchors: those stand once,
    on the pages themselves. Panels are left out.
    """
    pages = _guide_pages(guide)
    yield from (f"- [{page.title}](#{_stem(page)})" for page in pages)
    for page in pages:
        yield ""
        yield from _page_lines(docs / page.path, _stem(page))


def handouts(docs: Path, _guide: Guide) -> Iterator[str]:
    """Yield a list of the hand-outs: the page of each, and the files made of it, if any."""
    for handout in HANDOUTS:
        page = f"[{words.HANDOUTS[handout.name]}](../{handout.page})"
        files = ", ".join(_file_links(docs, handout))
        yield f"- {page}: {files}" if files else f"- {page}"


def sources_list(docs: Path, guide: Guide) -> Iterator[str]:
    """Yield how many sources were read and where, then those of every page with its own, each with
    what was read of it."""
    titles = {page.path: page.title for page in _guide_pages(guide)}
    titles[TABLES] = _title(docs / TABLES)
    listed = [
        (path, title, read_front_matter(docs / path).sources) for path, title in titles.items()
    ]
    yield from (_count(frozenset(chain.from_iterable(sources for _, _, sources in listed))), "")
    for path, title, sources in listed:
        yield from (f"## [{title}](../{path})", "", str(_source_items(sources)), "")


def changes(docs: Path, _guide: Guide) -> Iterator[str]:
    """Yield what has changed, without the title of that list."""
    lines = (docs.parent / CHANGELOG).read_text("utf-8").splitlines()
    yield from (line for line in lines if not line.startswith("# "))


BUILT: dict[str, Callable[[Path, Guide], Iterator[str]]] = {
    "changes": changes,
    "handouts": handouts,
    "messages": message_list,
    "sources-list": sources_list,
    "whole-guide": whole_guide,
}
"""Each part by its name, made from the documents' folder and the guide."""


def _guide_pages(guide: Guide) -> list[Page]:
    return [page for page in guide.pages if page.path.startswith(GUIDE_FOLDER)]


def _stem(page: Page) -> str:
    """Return the anchor of a page in the whole guide."""
    return Path(page.path).stem


def _page_lines(path: Path, stem: str) -> Iterator[str]:
    """Yield the lines of a page as they stand in the whole guide."""
    lines = path.read_text("utf-8").splitlines()
    body = [MESSAGE.sub(r"\g<fence>text", line) for line in lines[body_start(lines) :]]
    fence = ""
    for part in read_source(body):
        match part:
            case StepList(steps):
                yield from ("", str(_boxes(steps)), "")
            case Plain(text):
                if text.startswith("```"):
                    fence = "" if fence else text
                yield text if fence else _line(filled(text), stem)


def _line(text: str, stem: str) -> str:
    """Return a line outside fences: headings go one level down, links lead to the page."""
    if REVIEWED.fullmatch(text):
        return ""
    if text.startswith("# "):
        return f"#{text} {{ #{stem} }}"
    if HEADING.match(text):
        return f"#{text}"
    return text.replace(LINK_HERE, f"]({stem}.md#")


def _boxes(steps: Sequence[Step]) -> Element:
    """Return steps as boxes to tick on paper."""
    return ul(".paper-steps")[
        (
            li[strong[filled(step.label)], step.hint and span(".hint")[filled(step.hint)]]
            for step in steps
        )
    ]


def _file_links(docs: Path, handout: Handout) -> Iterator[str]:
    """Yield a link to each file of a hand-out that has been made."""
    for paper in PAPERS:
        path = handout.file(docs, paper)
        if path.exists():
            kilobytes = max(1, round(path.stat().st_size / 1000))
            label = words.handout_file(words.HANDOUTS[handout.name], paper, kilobytes)
            yield f"[{label}](../{path.relative_to(docs).as_posix()})"


def _source_items(sources: Sequence[PageSource]) -> Element:
    return ul[
        (
            li[
                a(href=f"https://{source.address}", rel="external")[source.name],
                f", {_read(source)}",
            ]
            for source in sources
        )
    ]


def _title(page: Path) -> str:
    """Return the title of a page that has no steps."""
    lines = page.read_text("utf-8").splitlines()
    return next(line.removeprefix("# ") for line in lines if line.startswith("# "))


def _read(source: PageSource) -> str:
    """Return what was read of a source, and when."""
    reading = source.checked
    return words.source_read(reading.where, reading.day) if reading else words.SOURCE_NOT_READ


def _count(sources: frozenset[PageSource]) -> str:
    """Return how many sources were read on the live page, in a stored copy, and not yet."""
    where = Counter(source.checked.where if source.checked else "" for source in sources)
    return words.sources_counted(where["live"], where["stored"], where[""])
