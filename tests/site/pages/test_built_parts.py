"""The parts that are made at build: the whole guide, the hand-outs that there are, the sources."""

import re
from itertools import pairwise
from pathlib import Path

import markdown
import pytest

from followup import words
from followup.guide.contents import Guide, Page
from followup_site.pages.built_parts import BUILT, TABLES, handouts, sources_list, whole_guide
from followup_site.pages.guide_reader import read_guide
from followup_site.pages.handout_list import HANDOUTS, PAPERS
from followup_site.pages.page_source import BUILT_PARTS
from followup_site.publisher.kit import KIT

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
    assert sorted([*BUILT, *KIT]) == sorted(BUILT_PARTS)


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
    """Of the guide and of the tables; each a link that says what was read of it."""
    text = "\n".join(sources_list(DOCS, guide))
    pages = [page.path for page in guide.pages if page.path.startswith("guide/")]
    written = [(DOCS / path).read_text("utf-8") for path in (*pages, TABLES)]
    addresses = re.findall("^    address: (.+)$", "\n".join(written), re.MULTILINE)

    assert len(addresses) > 20
    assert re.findall('href="https://([^"]+)" rel="external"', text) == addresses
    assert len(re.findall(r"</a>, (?:live page|stored copy|not yet read)\b", text)) == len(
        addresses
    )


def test_what_was_read_is_counted_once_for_each_source(tmp_path: Path) -> None:
    """However many pages name it: on the live page, in a stored copy, and not at all."""
    states = {"a": "live 2026-12-01", "b": "stored 2026-11-29", "c": "stored 2026-11-30", "d": "no"}
    for path, names in {"guide/x.md": "ab", TABLES: "abcd"}.items():
        sources = (
            f"  - name: {name}\n    address: {name}.example/\n    checked: {states[name]}\n"
            for name in names
        )
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(
            "---\ndescription: A.\nlast_reviewed: 2026-11-23\nsources:\n"
            f"{''.join(sources)}---\n\n# Title of {path}\n",
            "utf-8",
        )
    count, *lines = sources_list(tmp_path, Guide((Page("guide/x.md", "X", ()),)))
    text = "\n".join(lines)

    assert count == words.sources_counted(1, 2, 1)
    assert text.count("a</a>, live page, 1 December 2026") == 2
    assert text.count("b</a>, stored copy, 29 November 2026") == 2
    assert text.count("d</a>, not yet read") == 1
    assert f"## [Title of {TABLES}](../{TABLES})" in text


def test_the_count_is_said_in_words() -> None:
    """All of them, and each state."""
    assert words.sources_counted(1, 2, 3) == (
        "Read on the live page: 1 of 6 sources. Seen in a stored copy: 2. Not yet read: 3."
    )
