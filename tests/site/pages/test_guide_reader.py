"""Names of steps are data: used twice, unknown, retired or vanished, they stop the build."""

from dataclasses import replace
from pathlib import Path

import pytest

from followup.errors import GuideError
from followup.guide.contents import Guide
from followup_site.pages import guide_reader, step_names
from followup_site.pages.guide_reader import read_guide, write_guide

DOCS = Path(__file__).parents[3] / "docs"
MENU = "site_url: !ENV [SITE_URL, x]\nnav:\n  - Start: b.md\n  - Guide:\n      - empty.md\n      - a.md\n"
PAGE = "---\ndescription: x\n---\n\n# A page\n\n"


@pytest.fixture(name="docs")
def _docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide of two pages and two steps, as it should be."""
    names = ("meet-names", "meet-next")
    steps = replace(guide_reader.STEPS, names=names, retired={"old-step"})
    monkeypatch.setattr(guide_reader, "STEPS", steps)
    monkeypatch.setattr(guide_reader, "MESSAGES", replace(guide_reader.MESSAGES, names=()))
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MENU, "utf-8")
    (tmp_path / "docs/b.md").write_text(PAGE + "- [ ] One { #meet-names .core }\n", "utf-8")
    (tmp_path / "docs/a.md").write_text(PAGE + "- [ ] Two { #meet-next }\n", "utf-8")
    return tmp_path / "docs"


def test_pages_stand_in_the_order_of_the_menu(docs: Path) -> None:
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
        ("a.md", PAGE + "- [ ] Two { #meet-nexxt }", "py/followup_site/pages/step_names.txt: the step “meet-next” stands in no page any more."),
        ("a.md", PAGE + "- [ ] Two { #old-step }", "docs/a.md:7: the name “old-step” is retired"),
        ("a.md", PAGE, "py/followup_site/pages/step_names.txt: the step “meet-next” stands in no page any more. Readers have ticked it: put it back, or write “retired” behind its name there."),
        ("a.md", "- [ ] Two { #meet-next }", "docs/a.md: a page with steps needs a title."),
        ("a.md", PAGE + "- [ ] Two", "docs/a.md:7: this step has no name."),
        ("a.md", PAGE + '- [ ] Two { #meet-next due="soon" }', "docs/a.md:7: due= cannot be “soon”."),
        ("c.md", PAGE + "- [ ] Three { #new-step }", "docs/c.md: this page has steps and stands in no menu. Add it to nav in mkdocs.yml."),
    ],
)  # fmt: skip
def test_a_mistake_in_names_stops_the_build(docs: Path, page: str, text: str, message: str) -> None:
    """With file, line and remedy."""
    (docs / page).write_text(text, "utf-8")

    with pytest.raises(GuideError) as caught:
        read_guide(docs)

    assert message in str(caught.value)


def test_a_new_step_needs_a_line_in_its_page_alone(docs: Path) -> None:
    """No Python: its name is locked by `make addresses`."""
    (docs / "a.md").write_text(
        PAGE + "- [ ] Two { #meet-next }\n- [ ] Three { #new-step }", "utf-8"
    )

    assert [step.name for step in read_guide(docs).steps()] == [
        "meet-names",
        "meet-next",
        "new-step",
    ]


def test_without_a_menu_there_is_no_order(docs: Path) -> None:
    """It is said where it should stand."""
    (docs.parent / "mkdocs.yml").write_text("site_name: x", "utf-8")

    with pytest.raises(GuideError, match=r"mkdocs\.yml: the menu cannot be read"):
        read_guide(docs)


def test_every_name_of_the_guide_is_locked() -> None:
    """Readers tick it from now on: run `make addresses` after adding a step."""
    assert {step.name for step in read_guide(DOCS).steps()} == set(step_names.published())


def test_names_are_locked_in_the_order_in_which_they_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were taken out stay, marked, and nothing is written twice."""
    monkeypatch.setattr(step_names, "LIST", tmp_path / "names.txt")
    step_names.LIST.write_text("meet-names\nold-step retired\n", "utf-8")

    step_names.add(["new-step", "meet-names"])

    assert step_names.LIST.read_text("utf-8") == "meet-names\nold-step retired\nnew-step\n"
    assert step_names.published() == ["meet-names", "new-step"]
    assert step_names.retired() == {"old-step"}
