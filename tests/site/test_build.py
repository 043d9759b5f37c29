"""What only MkDocs sees is told in a sentence of ours, and nothing with a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import copied_docs
import pytest
import small_sites

from followup_site.build import Heard, sentence_of


@pytest.fixture(name="docs")
def _docs(tmp_path: Path) -> Path:
    """A page with links that lead nowhere."""
    text = "# X\n\nSee [one](offr.md), [two](offer.md#nope).\n\n[three](../a)\n"
    return small_sites.write(tmp_path / "docs", {"guide/x.md": text})


@pytest.mark.parametrize(
    ("warning", "sentence"),
    [
        ("Doc file 'guide/x.md' contains a link 'offr.md', but the target 'guide/offr.md' is not found among documentation files.", "docs/guide/x.md:3: the link “offr.md” leads nowhere. Write the path from this file to another."),
        ("Doc file 'guide/x.md' contains a link 'offer.md#nope', but the doc 'guide/offer.md' does not contain an anchor '#nope'.", "docs/guide/x.md:3: the link “offer.md#nope” leads to no page, or to no part of one. Correct it. The name of a part is its heading in lower case, with hyphens."),
        ("Doc file 'guide/x.md' contains an unrecognized relative link '../a', it was left as is. Did you mean '../a.md'?", "docs/guide/x.md:5: the link “../a” leads nowhere. Write “../a.md”."),
        ("Doc file 'guide/x.md' contains an absolute link '/a', it was left as is.", "docs/guide/x.md: the link “/a” leads nowhere."),
        ("Something else.", "Something else."),
    ],
)  # fmt: skip
def test_a_warning_of_mkdocs_is_put_into_our_words(docs: Path, warning: str, sentence: str) -> None:
    """With the line on which the link stands."""
    assert sentence_of(warning, docs).startswith(sentence)


def test_what_is_told_with_its_line_is_not_told_without() -> None:
    """As pages that show the text of others have their mistakes too."""
    heard = Heard()
    heard.said = ["docs/a.md:1: x", "docs/whole.md: x", "docs/a.md:1: x"]
    assert heard.sentences() == ["docs/a.md:1: x"]
    heard.said = ["A theme is missing."]
    assert heard.sentences() == ["A theme is missing."]


@pytest.mark.slow
def test_a_dead_link_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    """And nothing else is printed."""
    page = copied_docs.copy(tmp_path) / "guide/offer.md"
    copied_docs.change(page, "\n## Do this", "\nSee [this](nowhere.md).\n\n## Do this")
    lines = page.read_text("utf-8").splitlines()
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "py"), "NO_MKDOCS_2_WARNING": "1"}
    env.pop("SITE_URL", None)
    build = [sys.executable, "-m", "followup_site.build", "site"]
    result = subprocess.run(
        build, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )

    assert result.returncode == 1
    assert result.stdout + result.stderr == (
        f"docs/guide/offer.md:{lines.index('See [this](nowhere.md).') + 1}: the link “nowhere.md” "
        "leads nowhere. Write the path from this file to another.\n"
    )
