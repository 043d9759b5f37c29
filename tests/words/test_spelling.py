"""Pages and sentences of the tools are spelled as in Britain, by a dictionary and our own short list.

The list of words, and the American ones that the dictionary lets pass, stand in `spelling.json`.
"""

import re
from pathlib import Path

import pytest
from sources import DOCS

from followup_site.tools.node import NodeError, run_node

ROOT = DOCS.parent
CSPELL = ROOT / "node_modules" / "cspell" / "bin.mjs"
SETTINGS = Path(__file__).with_name("spelling.json")
UNKNOWN = re.compile(r"(\S+):(\d+):\d+ - [^(\n]*\(([^)]+)\)")
"""A word that is not known, as the checker reports it."""

WRONG = ("color", "organize", "favorite", "behavior", "license", "canceled", "intervew")


def spell(folder: Path, *files: str) -> None:
    """Look at the spelling of files below a folder, given as patterns.

    Raises:
        NodeError: a word is not known, with file and line.
    """
    chosen = ("--no-progress", "--no-summary", "--root", folder, "--config", SETTINGS)
    run_node(CSPELL, "lint", *chosen, "--exclude", "**/decisions/**", *files)


def test_pages_and_sentences_are_spelled_as_in_britain() -> None:
    """Messages too; what stands in front of the pages and addresses are not."""
    try:
        spell(ROOT, f"{DOCS}/**/*.md", f"{ROOT}/py/followup/words/**/*.py")
    except NodeError as error:
        pytest.fail("\n".join(told(str(error))))


def told(report: str) -> list[str]:
    """Return the words that are not known, each with file, line and remedy."""
    return [
        f"{path}:{line}: “{word}” is not in the British dictionary. Correct it, or add it to "
        "tests/words/spelling.json."
        for path, line, word in UNKNOWN.findall(report.replace(f"{ROOT}/", ""))
    ]


def test_an_unknown_word_is_told_with_its_line() -> None:
    """As the checker reports it."""
    report = (
        f"spell.mjs failed:\n{ROOT}/docs/index.md:12:5 - Unknown word (intervew) fix: (interview)"
    )

    [sentence] = told(report)

    assert sentence == (
        "docs/index.md:12: “intervew” is not in the British dictionary. Correct it, or add it to "
        "tests/words/spelling.json."
    )


@pytest.mark.parametrize("name", ["page.md", "words.py"])
def test_american_words_and_slips_would_be_found(name: str, tmp_path: Path) -> None:
    """In a page, and in a sentence of the tools."""
    (tmp_path / name).write_text("\n".join(f'"This is {word}."' for word in WRONG), "utf-8")

    with pytest.raises(NodeError) as found:
        spell(tmp_path, f"{tmp_path}/{name}")
    assert [word for word in WRONG if f"({word})" not in str(found.value)] == []
