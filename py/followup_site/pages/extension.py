"""The Python-Markdown extension that puts steps and panels into the pages.

It works wherever Python-Markdown does (MkDocs, Zensical), and knows neither. Steps and panels
become HTML lines before Markdown reads the page, so that anchors of steps are seen as anchors.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import htpy
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

import followup
from followup.dates.rules import GUIDE
from followup.guide.contents import Guide
from followup.guide.numbers import LIVE, has_live, number_of
from followup.view.every_page import numbers, runtime, step_rows, switcher, trouble
from followup.view.panels import PANELS
from followup_site.pages import structured_data
from followup_site.pages.built_parts import BUILT
from followup_site.pages.guide_reader import GUIDE_FOLDER, read_guide
from followup_site.pages.message_list import on_one_line
from followup_site.pages.page_source import (
    DATE,
    BuiltPlace,
    MessagePlace,
    PanelPlace,
    Part,
    Plain,
    StepList,
    day_of,
    read_source,
)
from followup_site.pages.search_marks import marked
from followup_site.publisher.kit import KIT, Copy
from followup_site.publisher.tokens import Values
from followup_site.publisher.values import read_publisher

AFTER_CODE = 70
"""Priority of dates and numbers in running text: below code (190), links and raw HTML (90)."""

AFTER_INLINE = 10
"""Priority of what looks at links: below all that makes them (20)."""

BEFORE_RAW_HTML = 28
"""Priority: after white space is normalised (30), before fences (25), anchors and raw HTML."""

INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")

CHECKLIST = "checklist"
"""The panel that shows every step of the guide."""


class FollowUpExtension(Extension):
    """Options: the documents' folder, from which the guide is read, and the site's address; and
    that address once more if the site is to be published there."""

    def __init__(self, **settings: object) -> None:
        self.config = {
            "docs": ["docs", "the documents' folder"],
            "site_url": ["", "where the site starts, with a slash at its end"],
            "published_at": ["", "the same, if readers will find the site there"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Read the guide and register the preprocessor."""
        docs = Path(self.getConfig("docs"))
        guide = read_guide(docs)
        publisher = read_publisher(docs, self.getConfig("published_at"))
        copy = Copy(publisher, self.getConfig("site_url"))
        steps_and_panels = StepsAndPanels(md, guide, docs, copy)
        md.preprocessors.register(steps_and_panels, "followup", BEFORE_RAW_HTML)
        md.treeprocessors.register(OutwardLinks(md), "followup-outward-links", AFTER_INLINE)
        md.inlinePatterns.register(Dates(DATE.pattern, md), "followup-dates", AFTER_CODE)
        md.inlinePatterns.register(Numbers(LIVE, md), "followup-numbers", AFTER_CODE)
        md.inlinePatterns.register(
            Values(md, publisher, copy.address), "followup-publisher", AFTER_CODE
        )


class Dates(InlineProcessor):
    """Marks up every day that an author spells in full, as the tools do with theirs."""

    def handleMatch(  # type: ignore[override] # noqa: N802 (the library's name)
        self, match: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        """Return the day as a `<time>` element."""
        element = Element("time", datetime=day_of(match).isoformat())
        element.text = AtomicString(match[0])
        return element, match.start(0), match.end(0)


class Numbers(InlineProcessor):
    """Marks up every number that a setting changes, the guide's to begin with."""

    def handleMatch(  # type: ignore[override] # noqa: N802 (the library's name)
        self, match: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        """Return the number as a place that the tools can fill."""
        number = number_of(match[0])
        element = Element("span", {"data-output": number.output})
        element.text = AtomicString(number.under(GUIDE))
        return element, match.start(0), match.end(0)


class OutwardLinks(Treeprocessor):
    """Marks links to other sites, in the word of HTML for it: on paper they show their address."""

    def run(self, root: Element) -> None:
        """Mark them."""
        for link in root.iter("a"):
            if link.get("href", "").startswith(("http://", "https://")):
                link.set("rel", "external")


class StepsAndPanels(Preprocessor):
    """Replaces steps and panels by their HTML."""

    def __init__(self, md: Markdown, guide: Guide, docs: Path, copy: Copy) -> None:
        super().__init__(md)
        self.guide = guide
        self.docs = docs
        self.copy = copy

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines with steps and panels as HTML."""
        parts = list(read_source(lines))
        whose = _place_of_whose(parts)
        own = _place_of_own_numbers(parts)
        rendered = []
        for part in parts:
            if part is whose:
                rendered += ["", str(switcher.whose_blank())]
            rendered += self._lines(part)
            if part is own:
                rendered += ["", str(numbers.blank()), ""]
        rendered += self._how_to(parts)
        if own or any(not isinstance(part, Plain | BuiltPlace) for part in parts):
            standing = marked(str(runtime.standing()))
            block = marked(str(runtime.blank(site_version(self.guide))))
            # The template puts the first of them before the title. The search takes what stands
            # before a title for a page without one.
            return [*rendered, "", standing, "", block]
        if any(isinstance(part, BuiltPlace) and part.name in KIT for part in parts):
            return [*rendered, "", marked(str(runtime.copying()))]
        return rendered

    def _how_to(self, parts: list[Part]) -> Iterator[str]:
        """Yield the data block of a guide page, which is known by its steps."""
        steps = {step for part in parts if isinstance(part, StepList) for step in part.steps}
        for page in self.guide.pages:
            if page.path.startswith(GUIDE_FOLDER) and steps.issuperset(page.steps):
                yield from ("", str(structured_data.how_to(page, self.copy.address)))

    def _lines(self, part: Part) -> list[str]:
        match part:
            case Plain(text):
                return [text]
            case BuiltPlace(name) if name in KIT:
                return ["", marked(str(KIT[name](self.copy))), ""]
            case BuiltPlace(name):
                return ["", *BUILT[name](self.docs, self.guide), ""]
            case StepList(steps):
                return ["", marked(str(step_rows.blank(steps))), ""]
            case MessagePlace(template):
                return ["", str(on_one_line(template)), ""]
            case PanelPlace(name):
                marks = {"data-panel": name}
                panel = htpy.div(marks, id=trouble.panel_id(name), class_=f"panel {name}")
                view = marked(str(panel[PANELS[name].blank(self.guide)]))
                return ["", f"{view}{trouble.blank(name)}", ""]


def _place_of_whose(parts: list[Part]) -> StepList | None:
    """Return the steps before which the page says whose ticks they are; none if it says so
    already."""
    if PanelPlace("switcher") in parts:
        return None
    return next((part for part in parts if isinstance(part, StepList)), None)


def _place_of_own_numbers(parts: list[Part]) -> Part | None:
    """Return the title, below which the page says whose its numbers are; none if a setting changes
    none of them."""
    if not any(_has_live_numbers(part) for part in parts):
        return None
    titles = (part for part in parts if isinstance(part, Plain) and part.text.startswith("# "))
    return next(titles, parts[0])


def _has_live_numbers(part: Part) -> bool:
    match part:
        case Plain(text):
            return has_live(INLINE_CODE.sub("", text))
        case StepList(steps):
            return any(has_live(step.label + step.hint) for step in steps)
        case PanelPlace(name):
            return name == CHECKLIST
        case BuiltPlace() | MessagePlace():
            return False


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
