"""No script of ours makes a program or a page out of text."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE = ROOT / "docs" / "assets" / "made"
SCRIPTS = sorted(
    path
    for folder in ("docs/assets", "py")
    for pattern in ("*.mjs", "*.js", "*.html")
    for path in (ROOT / folder).rglob(pattern)
    if MADE not in path.parents
)
FROM_TEXT = re.compile(
    r"\.(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|\beval\(|\bFunction\("
    r"|createContextualFragment|setHTMLUnsafe|srcdoc|javascript:|set(?:Timeout|Interval)\(\s*[\"'`]"
)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_made_of_text_that_could_run(script: Path) -> None:
    """HTML comes from Python, is parsed into a document without scripts, and then morphed in."""
    assert FROM_TEXT.findall(script.read_text("utf-8")) == []


def test_it_would_be_found() -> None:
    """Each way that there is."""
    for text in ("a.innerHTML = b", "a.outerHTML += b", "document.write(a)", "new Function(a)"):
        assert FROM_TEXT.search(text)
    assert not FROM_TEXT.search("return paragraph.outerHTML; a.innerHTML === b; function (a) {}")
