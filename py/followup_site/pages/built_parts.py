"""Parts of pages that are made when the site is built, and that no program changes later.

A page places one as it places a panel, by `<!-- followup: NAME -->`. It comes as lines of Markdown
with links as on a page one folder deep, so that MkDocs checks them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from htpy import Element, a, li, span, strong, ul

from followup import words
from followup.guide.contents import Guide, Page, Step
from followup.guide.numbers import filled
from followup_site.pages.front_matter import PageSource, body_start, read_front_matter
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

GUIDE_FOLDER = "guide/"


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
    """Yield the sources of every guide page, each with the day on which it was checked."""
    for page in _guide_pages(guide):
        sources = read_front_matter(docs / page.path).sources
        yield from (f"## [{page.title}](../{page.path})", "", str(_source_items(sources)), "")


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
                f", {words.source_checked(source.checked)}",
            ]
            for source in sources
        )
    ]
