"""The Python-Markdown extension that puts steps and panels into the pages.

It works wherever Python-Markdown does (MkDocs, Zensical), and knows neither. Steps and panels
become HTML lines before Markdown reads the page, so that anchors of steps are seen as anchors.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import htpy
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

import followup
from followup.app import PANELS
from followup.guide import Guide
from followup.view import runtime, step_rows, switcher
from followup_site.guide_reader import read_guide, write_guide
from followup_site.page_source import (
    DATE,
    PanelPlace,
    Part,
    Plain,
    StepList,
    day_of,
    read_source,
)

AFTER_CODE = 70
"""Priority of dates in running text: below code (190), links and raw HTML (90)."""

BEFORE_RAW_HTML = 28
"""Priority: after white space is normalised (30), before fences (25), anchors and raw HTML."""

GUIDE_FILE = Path("assets/runtime/guide.json")
"""Where the browser finds the guide, below the documents' folder."""


class FollowUpExtension(Extension):
    """Option `docs`: the documents' folder, from which the whole guide is read."""

    def __init__(self, **settings: object) -> None:
        self.config = {"docs": ["docs", "the documents' folder"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Read the guide and register the preprocessor."""
        docs = Path(self.getConfig("docs"))
        guide = read_guide(docs)
        if (docs / GUIDE_FILE).parent.is_dir():
            # While serving, the browser's copy must follow a change of the pages.
            write_guide(guide, docs / GUIDE_FILE)
        md.preprocessors.register(StepsAndPanels(md, guide), "followup", BEFORE_RAW_HTML)
        md.inlinePatterns.register(Dates(DATE.pattern, md), "followup-dates", AFTER_CODE)


class Dates(InlineProcessor):
    """Marks up every day that an author spells in full, as the tools do with theirs."""

    def handleMatch(  # type: ignore[override] # noqa: N802 (the library's name)
        self, match: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        """Return the day as a `<time>` element."""
        element = Element("time", datetime=day_of(match).isoformat())
        element.text = AtomicString(match[0])
        return element, match.start(0), match.end(0)


class StepsAndPanels(Preprocessor):
    """Replaces steps and panels by their HTML."""

    def __init__(self, md: Markdown, guide: Guide) -> None:
        super().__init__(md)
        self.guide = guide

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines with steps and panels as HTML."""
        parts = list(read_source(lines))
        whose = _place_of_whose(parts)
        rendered = []
        for part in parts:
            if part is whose:
                rendered += ["", str(switcher.whose_blank())]
            rendered += self._lines(part)
        if any(not isinstance(part, Plain) for part in parts):
            block = runtime.blank(site_version(self.guide))
            return [str(runtime.standing()), "", *rendered, "", str(block)]
        return rendered

    def _lines(self, part: Part) -> list[str]:
        match part:
            case Plain(text):
                return [text]
            case StepList(steps):
                return ["", str(step_rows.blank(steps)), ""]
            case PanelPlace(name):
                panel = htpy.div({"data-panel": name}, class_=f"panel {name}")
                return ["", str(panel[PANELS[name].blank(self.guide)]), ""]


def _place_of_whose(parts: list[Part]) -> StepList | None:
    """Return the steps before which the page says whose ticks they are; none if it says so
    already."""
    if PanelPlace("switcher") in parts:
        return None
    return next((part for part in parts if isinstance(part, StepList)), None)


def site_version(guide: Guide) -> str:
    """Return a short text that changes whenever the program or the guide does."""
    return hashlib.sha256((_program_version() + guide.to_json()).encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def _program_version() -> str:
    folder = Path(followup.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def makeExtension(**settings: object) -> FollowUpExtension:  # noqa: N802 (the library's name)
    """Return the extension; Python-Markdown looks for this function."""
    return FollowUpExtension(**settings)
