"""Messages in a page: what is read as one, authors' mistakes, and how it stands in a built page."""

from dataclasses import replace
from pathlib import Path

import pytest

from followup.errors import GuideError
from followup.guide.contents import Guide, Template
from followup_site.pages import guide_reader
from followup_site.pages.guide_reader import read_guide
from followup_site.pages.message_list import on_one_line
from followup_site.pages.page_source import MessagePlace, Part, Plain, read_source

PAGE = "# A page\n\n- [ ] One { #meet-names .core }\n\n"
CALL = (
    "### On the telephone\n\n```message call\nHello [name].\nI had an interview for [job].\n```\n"
)
EMAIL = CALL.replace("call", "first-email")


def parts(text: str) -> list[Part]:
    """Read a page given as text."""
    return list(read_source(text.splitlines(), "docs/guide/x.md"))


@pytest.fixture(name="docs")
def _docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide of one page, one step and one message, as it should be."""
    messages = replace(guide_reader.MESSAGES, names=["call"], retired={"old-words"})
    monkeypatch.setattr(guide_reader, "STEPS", replace(guide_reader.STEPS, names=["meet-names"]))
    monkeypatch.setattr(guide_reader, "MESSAGES", messages)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("nav: [a.md]", "utf-8")
    (tmp_path / "docs/a.md").write_text(PAGE + CALL, "utf-8")
    return tmp_path / "docs"


def test_a_message_has_the_title_of_its_heading() -> None:
    """The heading stays in the page; numbers are the guide's."""
    text = "### By email { #email }\nWords.\n\n```message first-email\n\nDear [name],\n\nIn {gap} days, [x].\n```\nAfter"

    assert parts(text) == [
        Plain("### By email { #email }"),
        Plain("Words."),
        Plain(""),
        MessagePlace(Template("first-email", "By email", "Dear [name],\n\nIn 10 days, [x]."), 4),
        Plain("After"),
    ]


def test_a_message_shown_as_an_example_is_none() -> None:
    """Inside a longer fence."""
    text = "````\n```message call\n```\n````"

    assert all(isinstance(part, Plain) for part in parts(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x\n```message call\n[a] [b]\n```", "docs/guide/x.md:2: the message “call” has no title. Add a heading of its own above it"),
        ("## Title\n```message call\n[a] [b]\n```", "the message “call” has no title"),
        (f"{CALL}```message voicemail\n[a] [b]\n```", "docs/guide/x.md:7: the message “voicemail” has no title"),
        (f"{CALL}## Next\n```message voicemail\n[a] [b]\n```", "the message “voicemail” has no title"),
        ("### T\n```message\n[a] [b]\n```", "docs/guide/x.md:2: this message has no name. Add one"),
        ("### T\n```message call\n[a] [b]\n", "docs/guide/x.md:2: this message has no end. Add a line “```” below it."),
        ("### T\n```message call\nor: [a] [b]\n```", "in the message “call” the line “or: [a] [b]” follows no line"),
        ("### T\n```message call\n[a]\n\nor: [b]\n```", "follows no line that it could take the place of. Put it right below that line."),
        ("### T\n```message call\nHello, [my name] here. [my telephone number] [a] [a]\n```", "the message “call” could be sent as it stands. Give it at least 2 blanks"),
    ],
)  # fmt: skip
def test_a_mistake_stops_with_file_line_and_remedy(text: str, message: str) -> None:
    """A sentence an author understands."""
    with pytest.raises(GuideError) as caught:
        parts(text)

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PAGE, "py/followup/guide/messages.py: the message “call” stands in no page any more."),
        (PAGE + CALL + CALL, "docs/a.md:13: the name “call” is used already, in docs/a.md:7."),
        (PAGE + CALL + EMAIL, "docs/a.md:13: the message “first-email” has no rule. Correct the name, or add it to MESSAGE_RULES"),
        (PAGE + CALL + CALL.replace("call", "old-words"), "docs/a.md:13: the name “old-words” is retired"),
    ],
)  # fmt: skip
def test_a_mistake_in_names_stops_the_build(docs: Path, text: str, message: str) -> None:
    """With file, line and remedy."""
    (docs / "a.md").write_text(text, "utf-8")

    with pytest.raises(GuideError) as caught:
        read_guide(docs)

    assert message in str(caught.value)


def test_a_message_stands_where_steps_are(docs: Path) -> None:
    """A page without any is not in the guide, and the message would be lost."""
    (docs / "b.md").write_text("# B\n\n" + EMAIL, "utf-8")

    with pytest.raises(GuideError, match=r"docs/b\.md:5: a message can only stand on a page that"):
        read_guide(docs)


def test_messages_come_back_from_the_guides_json(docs: Path) -> None:
    """With their words as written."""
    guide = read_guide(docs)

    assert guide.templates["call"].text == "Hello [name].\nI had an interview for [job]."
    assert Guide.from_json(guide.to_json()) == guide


def test_a_message_is_one_line_of_the_page() -> None:
    """So that Markdown takes nothing in it for its own; the template stands for print and in the
    box."""
    html = on_one_line(Template("call", "On the telephone", "Hello <b>\n\n    *x*\n- [ ] y"))

    assert "\n" not in html
    assert html.count("Hello &lt;b&gt;&#10;&#10;    *x*&#10;- [ ] y") == 2
