"""The extension: steps and panels in a page as Markdown makes it, in Python-Markdown alone."""

import re
from pathlib import Path

import markdown
import pytest

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture(name="convert")
def _convert() -> markdown.Markdown:
    """Python-Markdown with the extensions of the site that matter here."""
    return markdown.Markdown(
        extensions=["attr_list", "md_in_html", "tables", "followup_site.pages.extension"],
        extension_configs={"followup_site.pages.extension": {"docs": str(DOCS)}},
    )


def test_a_step_is_a_row_with_one_labelled_checkbox(convert: markdown.Markdown) -> None:
    """Its id is the step's name, and its label is the author's line."""
    html = convert.convert("Text\n\n- [ ] Ask when they decide { #meet-decision .core }\n\nMore")

    assert len(re.findall(r'<li[^>]* id="meet-decision"', html)) == 1
    assert len(re.findall("<input", html)) == 1
    assert re.search(r'<label [^>]*for="tick-meet-decision">Ask when they decide</label>', html)
    assert "<p>More</p>" in html


def test_markup_in_a_label_is_text(convert: markdown.Markdown) -> None:
    """Labels are words; nothing an author types there becomes markup."""
    html = convert.convert("- [ ] Ask <b>when</b> & why { #meet-decision }")

    assert "Ask &lt;b&gt;when&lt;/b&gt; &amp; why" in html


def test_the_block_for_python_stands_once_and_only_where_it_is_needed(
    convert: markdown.Markdown,
) -> None:
    """A page without steps or panels does not even speak of it."""
    with_tools = convert.convert("<!-- followup: plan -->\n\n- [ ] One { #meet-next }")
    convert.reset()

    assert with_tools.count('role="status"') == 1
    assert "data-status" not in convert.convert("# Only words")


def test_a_page_says_whose_its_ticks_are_once_above_its_first_steps(
    convert: markdown.Markdown,
) -> None:
    """Not where the switcher says it already, and not where there are no ticks."""
    steps = "- [ ] One { #meet-next }\n\nText\n\n- [ ] Two { #meet-names }"
    html = convert.convert(f"Text\n\n{steps}")
    convert.reset()

    assert html.count('data-output="whose"') == 1
    assert html.index("whose") < html.index("meet-next")
    assert "whose-ticks" not in convert.convert(f"<!-- followup: switcher -->\n\n{steps}")
    convert.reset()
    assert "whose-ticks" not in convert.convert("<!-- followup: plan -->")


def test_a_day_that_is_spelled_is_marked_up(convert: markdown.Markdown) -> None:
    """In running text and in tables, with or without its weekday, and not in code."""
    html = convert.convert(
        "By **Tuesday 1 December 2026**.\n\n| On |\n|---|\n| 24 November 2026 |\n\n`1 May 2026`"
    )

    assert '<time datetime="2026-12-01">Tuesday 1 December 2026</time>' in html
    assert '<time datetime="2026-11-24">24 November 2026</time>' in html
    assert "<code>1 May 2026</code>" in html


def test_a_number_that_a_setting_changes_has_a_place(convert: markdown.Markdown) -> None:
    """With the word that it counts; in text, links, tables and steps, and not in code."""
    html = convert.convert(
        "Wait {gap} days, **{grace} days**, [{gap} days](x), {messages} of {messages}.\n\n"
        "| {guide gap} days | {gap} |\n|---|---|\n| {gap} days | {too_late} days |\n\n"
        "`{gap}` and <!-- {gap} -->\n\n- [ ] Wait {gap} days { #mail-log .logged }\n  Or {first_wait} days."
    )
    days = '<span data-output="number.gap.counted">10 days</span>'

    for found in (f"Wait {days},", f">{days}</a>", f"<td>{days}</td>", f">Wait {days}</label>"):
        assert found in html
    assert '<span data-output="number.messages">3</span> of <span' in html
    assert '<strong><span data-output="number.grace.counted">2 days</span></strong>' in html
    assert 'Or <span data-output="number.first_wait.counted">7 days</span>.' in html
    for found in ("<th>10 days</th>", "<td>60 days</td>", "<code>{gap}</code>"):
        assert found in html
    assert 'aria-labelledby="log-mail-log label-mail-log"' in html


def test_a_page_says_whose_its_numbers_are_below_its_title(convert: markdown.Markdown) -> None:
    """Only if a setting changes one of them, and then the page has Python too."""
    html = convert.convert("# Title\n\nWait {gap} days")
    convert.reset()

    assert re.search(r'</h1>\s*<div data-output="own-numbers"', html)
    assert 'role="status"' in html
    for text in ("# Title\n\nWait {guide gap} days", "# Title\n\n`{gap}`", "```\n{gap}\n```"):
        assert "data-output" not in convert.convert(text)
        convert.reset()
    assert "own-numbers" in convert.convert("<!-- followup: checklist -->")


def test_no_script_style_or_handler_is_written(convert: markdown.Markdown) -> None:
    """Everything the page does is in its module scripts."""
    panels = ("questions", "plan", "calendar", "contact-form", "log", "checklist")
    html = convert.convert("\n\n".join(f"<!-- followup: {name} -->" for name in panels))

    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", html)
