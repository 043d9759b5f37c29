"""Names of steps are data: used twice, unknown, retired or vanished, they stop the build."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from followup.errors import GuideError
from followup.guide.contents import Guide
from followup.guide.steps import RETIRED_STEPS, STEP_RULES
from followup_site.pages import guide_reader
from followup_site.pages.guide_reader import read_guide, write_guide

DOCS = Path(__file__).parents[3] / "docs"
PAGE = "---\ndescription: x\n---\n\n# A page\n\n"


@pytest.fixture(name="docs")
def _docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide of two pages and two steps, as it should be."""
    rules = {name: STEP_RULES[name] for name in ("meet-names", "meet-next")}
    steps = replace(guide_reader.STEPS, rules=rules, retired={"old-step"})
    monkeypatch.setattr(guide_reader, "STEPS", steps)
    monkeypatch.setattr(guide_reader, "MESSAGES", replace(guide_reader.MESSAGES, rules=()))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/b.md").write_text(PAGE + "- [ ] One { #meet-names .core }\n", "utf-8")
    (tmp_path / "docs/a.md").write_text(PAGE + "- [ ] Two { #meet-next }\n", "utf-8")
    return tmp_path / "docs"


def test_pages_stand_in_the_order_of_the_rules(docs: Path) -> None:
    """Not in that of their file names."""
    assert [page.path for page in read_guide(docs).pages] == ["b.md", "a.md"]


def test_the_guide_comes_back_from_its_json(docs: Path) -> None:
    """What the browser reads is what the build read; the same bytes each time."""
    guide = read_guide(docs)
    write_guide(guide, docs / "out/guide.json")

    assert Guide.from_json((docs / "out/guide.json").read_text("utf-8")) == guide
    assert guide.to_json() == read_guide(docs).to_json()


@pytest.mark.parametrize(
    ("page", "text", "message"),
    [
        ("a.md", PAGE + "- [ ] Two { #meet-names }", "docs/b.md:7: the name “meet-names” is used already, in docs/a.md:7."),
        ("a.md", PAGE + "- [ ] Two { #meet-next }\n- [ ] Three { #new-step }", "docs/a.md:8: the step “new-step” has no rule. Correct the name, or add it to STEP_RULES in py/followup/guide/steps.py."),
        ("a.md", PAGE + "- [ ] Two { #old-step }", "docs/a.md:7: the name “old-step” is retired"),
        ("a.md", PAGE, "py/followup/guide/steps.py: the step “meet-next” stands in no page any more."),
        ("a.md", "- [ ] Two { #meet-next }", "docs/a.md: a page with steps needs a title."),
        ("a.md", PAGE + "- [ ] Two", "docs/a.md:7: this step has no name."),
    ],
)  # fmt: skip
def test_a_mistake_in_names_stops_the_build(docs: Path, page: str, text: str, message: str) -> None:
    """With file, line and remedy."""
    (docs / page).write_text(text, "utf-8")

    with pytest.raises(GuideError) as caught:
        read_guide(docs)

    assert message in str(caught.value)


def test_the_guide_itself_holds_every_step_once() -> None:
    """Every name in one page, and with its rule, in the same order."""
    names = [step.name for step in read_guide(DOCS).steps()]

    assert sorted(names) == sorted(STEP_RULES)
    assert list(STEP_RULES) == names


def test_every_name_published_so_far_is_known() -> None:
    """Readers have ticked these and offices link to them: none may vanish or be reused."""
    published = (DOCS.parent / "tests/cases/published-steps.txt").read_text("utf-8").split()
    known = set(STEP_RULES) | RETIRED_STEPS

    assert set(published) <= known
    assert all(re.fullmatch(r"[a-z-]+", name) for name in published)
