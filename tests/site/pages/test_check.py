"""All that authors write is looked at first, and a mistake is one sentence with file, line, remedy."""

import re
import subprocess
import sys
from pathlib import Path

import copied_docs
import pytest

from followup import words
from followup.errors import GuideError
from followup_site.pages.check import check
from followup_site.tools.word_files import mistake_in

PAGE = "docs/guide/prepare.md"
NEW = "---\ndescription: What to do.\nstage: wait\njoint: and\nlast_reviewed: 2026-11-30\n---\n\n# A\n"


@pytest.fixture(name="docs")
def _docs(tmp_path: Path) -> Path:
    """The pages as they are, to change."""
    return copied_docs.copy(tmp_path, linked=())


def line_with(file: Path, text: str) -> int:
    """Return the number of the line on which a text stands first."""
    lines = file.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def told(docs: Path) -> str:
    """Return what is told of a mistake."""
    with pytest.raises(GuideError) as caught:
        check(docs)
    return str(caught.value)


def test_the_pages_are_right(docs: Path) -> None:
    """As they are."""
    assert len(check(docs).pages) > 15


def test_a_page_without_its_line_in_the_menu_is_told(docs: Path) -> None:
    """With the line to write."""
    (docs / "guide/work-trial.md").write_text(NEW, "utf-8")

    assert told(docs) == (
        "docs/guide/work-trial.md: this page stands in no menu. Add a line for it to nav in "
        "mkdocs.yml, like “- Offer: guide/offer.md”."
    )


def test_a_new_guide_page_needs_its_place_in_the_journey(docs: Path) -> None:
    """Once it has that and its line, it is taken."""
    page = docs / "guide/work-trial.md"
    page.write_text(NEW.replace("stage: wait\njoint: and\n", "") + "\n- [ ] A { #trial-ask }\n")
    copied_docs.change(
        docs.parent / "mkdocs.yml",
        "      - Offer:",
        "      - Trial: guide/work-trial.md\n      - Offer:",
    )
    assert told(docs).startswith("docs/guide/work-trial.md: this page does not say where it stands")
    page.write_text(NEW + "\n- [ ] A { #trial-ask }\n")

    assert check(docs).rules.keys() >= {"trial-ask"}


def test_a_line_of_the_menu_without_its_page_is_told(docs: Path) -> None:
    """With its number."""
    (docs / "about/licence.md").unlink()
    number = line_with(docs.parent / "mkdocs.yml", "about/licence.md")

    assert told(docs) == (
        f"mkdocs.yml:{number}: there is no page docs/about/licence.md. Correct the line, or take it "
        "out."
    )


def test_a_name_of_the_menu_that_the_tools_do_not_use_is_told(docs: Path) -> None:
    """Readers would look for a page that they do not find."""
    settings = docs.parent / "mkdocs.yml"
    copied_docs.change(settings, "- Interview card:", "- Your card:")

    assert told(docs) == (
        f"mkdocs.yml:{line_with(settings, 'plan/card.md')}: the menu calls this page “Your card”, "
        "and the tools call it “Interview card”. Write the name of the menu into MENU_NAMES in "
        "py/followup/words/every_page.py too."
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (PAGE, "## Do this", "{publisher ower}\n\n## Do this", "docs/guide/prepare.md:{line}: there is no value “{{publisher ower}}”. Use one of {{publisher owner}},"),
        (PAGE, "- [ ] ", "- [] ", "docs/guide/prepare.md:{line}: this looks like a step but is not written as one."),
        (PAGE, "last_reviewed: 2026-11-30", "last_reviewed: 30 November", "docs/guide/prepare.md:{line}: “30 November” is no day."),
        ("mkdocs.yml", "  - My plan:", "\t- My plan:", "mkdocs.yml:{line}: the menu cannot be read (found character '\\t' that cannot start any token). Write the line like those around it, indented by spaces alone."),
        ("mkdocs.yml", "nav:", "nvm:", "mkdocs.yml: the menu cannot be read (KeyError('nav')). Put “nav” with its pages there."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    docs: Path, file: str, old: str, new: str, message: str
) -> None:
    """The first one."""
    changed = docs.parent / file
    copied_docs.change(changed, old, new)
    line = line_with(changed, new.splitlines()[0])

    assert message.format(line=line) in told(docs)


def test_a_file_of_another_encoding_is_told(docs: Path) -> None:
    """With the line of the first sign that is none."""
    page = docs / "guide/prepare.md"
    page.write_bytes(page.read_bytes() + "Café\n".encode("cp1252"))
    lines = page.read_bytes().count(b"\n")

    assert told(docs) == (
        f"docs/guide/prepare.md:{lines}: this is no text in UTF-8. Save the file as UTF-8."
    )


def test_a_sentence_of_the_tools_without_its_quotation_mark_is_told(tmp_path: Path) -> None:
    """Before anything imports it."""
    file = tmp_path / "words" / "start.py"
    file.parent.mkdir()
    file.write_text('"""Start."""\n\nHERE = "You are here\n', "utf-8")

    assert mistake_in(tmp_path, tmp_path) == (
        "words/start.py:3: this line cannot be read (unterminated string literal (detected at line "
        "3)). Look there, and in the line above, for a straight quotation mark, a bracket or a "
        "comma that is missing."
    )
    file.write_text('HERE = "You are here"\n', "utf-8")
    assert not mistake_in(tmp_path, tmp_path)


@pytest.mark.parametrize("module", ["followup_site.tools.word_files", "followup_site.pages.check"])
def test_make_says_nothing_where_nothing_is_wrong(module: str) -> None:
    """These run before all that takes long."""
    result = subprocess.run(
        [sys.executable, "-m", module], capture_output=True, text=True, check=True
    )

    assert result.stdout + result.stderr == ""


def test_pages_for_errors_call_others_by_their_names_in_the_menu() -> None:
    """Their template has them typed, as it knows no menu under Zensical."""
    template = copied_docs.ROOT / "py/followup_site/overrides/partials/ways-on.html"
    named = re.findall(r"\{\{ '(plan/\w+)/' \| url \}\}\">([^:]+):", template.read_text("utf-8"))

    assert named
    assert {f"{path}.md": name for path, name in named}.items() <= words.MENU_NAMES.items()
