"""The parts that are made at build: the whole guide, the hand-outs that there are, the sources."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import markdown
import pytest

from followup import words
from followup.guide.contents import Guide
from followup_site.pages.built_parts import BUILT, handouts, sources_list, whole_guide
from followup_site.pages.guide_reader import read_guide
from followup_site.pages.handout_list import HANDOUTS, PAPERS
from followup_site.pages.page_source import BUILT_PARTS

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture(scope="module", name="guide")
def _guide() -> Guide:
    """The guide of the site."""
    return read_guide(DOCS)


@pytest.fixture(name="convert")
def _convert() -> markdown.Markdown:
    """Python-Markdown with the extension."""
    return markdown.Markdown(
        extensions=["followup_site.pages.extension"],
        extension_configs={"followup_site.pages.extension": {"docs": str(DOCS)}},
    )


def test_a_part_comes_as_markdown_and_needs_no_program(convert: markdown.Markdown) -> None:
    """Nothing of it changes in the browser."""
    html = convert.convert("# Title\n\n<!-- followup: handouts -->\n\nMore")

    assert '<li><a href="../plan/card.md">Interview card</a>' in html.replace("\n", "")
    assert "<p>More</p>" in html
    assert "data-" not in html


def test_links_to_other_sites_are_marked_as_such(convert: markdown.Markdown) -> None:
    """On paper they show their address, and links within the site do not."""
    html = convert.convert("[a](https://a.example/) [b](b.md) [c](#c)")

    assert '<a href="https://a.example/" rel="external">a</a>' in html
    assert html.count("rel=") == 1


def test_every_part_that_a_page_may_place_is_made() -> None:
    """No name without its part."""
    assert set(BUILT) == set(BUILT_PARTS)


def test_the_page_of_changes_is_the_changelog_without_its_title(guide: Guide) -> None:
    """Nothing is written twice."""
    lines = list(BUILT["changes"](DOCS, guide))

    assert "## Unreleased" in lines
    assert [line for line in lines if line.startswith("# ")] == []
    assert ["# Changelog", *lines] == (DOCS.parent / "CHANGELOG.md").read_text("utf-8").splitlines()


def test_the_whole_guide_has_every_page_and_step_once(guide: Guide) -> None:
    """In order, a heading for each page, a box for each step, and no anchor of a step."""
    text = "\n".join(whole_guide(DOCS, guide))
    pages = [page for page in guide.pages if page.path.startswith("guide/")]

    titles = re.findall(r"^## (.*?) \{ #", text, re.MULTILINE)
    assert titles == [page.title for page in pages]
    assert text.count("<li>") == sum(len(page.steps) for page in pages)
    assert "id=" not in text
    assert "checkbox" not in text
    assert "followup:" not in text
    assert "Last reviewed" not in text
    assert not re.search(r"\{\w+\}|^# |```message", text, re.MULTILINE)


def test_headings_of_the_whole_guide_go_down_one_level_at_a_time(guide: Guide) -> None:
    """Below the title of the page that holds it."""
    prose = re.sub(
        r"^```.*?^```", "", "\n".join(whole_guide(DOCS, guide)), flags=re.DOTALL | re.MULTILINE
    )
    levels = [1, *(len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE))]

    assert min(levels[1:]) == 2
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_within_a_page_lead_to_that_page(tmp_path: Path, guide: Guide) -> None:
    """Words to send stay as they are, hashes too; steps stand as text."""
    page = next(page for page in guide.pages if page.path.startswith("guide/"))
    only = Guide((page,))
    (tmp_path / "guide").mkdir()
    (tmp_path / page.path).write_text(
        "---\nx: y\n---\n# A & B\n\n[here](#there) [off](offer.md#offer-thank)\n\n"
        "### By email\n\n```message first-email\n# [a](#b) [c]\n```\n\n"
        "- [ ] Wait {gap} days <b> { #email-gap }\n\nLast reviewed 1 May 2026.\n",
        "utf-8",
    )
    text = "\n".join(whole_guide(tmp_path, only))

    assert f"[here]({Path(page.path).name}#there) [off](offer.md#offer-thank)" in text
    assert "\n```text\n# [a](#b) [c]\n```\n" in text
    assert "<strong>Wait 10 days &lt;b&gt;</strong>" in text


def test_only_handouts_that_there_are_are_linked(tmp_path: Path, guide: Guide) -> None:
    """With kind and size in the words of the link; the page itself always."""
    assert "pdf" not in "\n".join(handouts(tmp_path, guide))
    file = HANDOUTS[0].file(tmp_path, PAPERS[0])
    file.parent.mkdir(parents=True)
    file.write_bytes(bytes(84_321))
    first, *others = handouts(tmp_path, guide)

    assert first == (
        "- [Core checklist](../plan/checklist.md): "
        "[Core checklist, A4 (PDF, 84 kB)](../assets/made/handouts/core-checklist-a4.pdf)"
    )
    assert len(others) == len(HANDOUTS) - 1
    assert "pdf" not in "".join(others)


def test_the_list_of_sources_has_those_of_every_page(guide: Guide) -> None:
    """Each a link, and each says whether someone has read it."""
    text = "\n".join(sources_list(DOCS, guide))
    written = "".join((DOCS / page.path).read_text("utf-8") for page in guide.pages)

    assert (
        text.count("<li>") == len(re.findall("^  - name:|^    name:", written, re.MULTILINE)) > 20
    )
    assert text.count(' rel="external"') == text.count("<li>")
    assert text.count("checked on") == text.count("<li>")


def test_a_checked_source_says_when() -> None:
    """And one that is not says so."""
    assert words.source_checked(date(2026, 12, 1)) == "checked on 1 December 2026"
    assert words.source_checked(None) == "not yet checked on the live page"
