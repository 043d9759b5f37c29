"""The publisher's values: strictly read, one sentence for each mistake, and an example in their place."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from followup_site.publisher.values import (
    DOCS,
    EXAMPLE_FILE,
    FILE,
    KEYS,
    Publisher,
    PublisherError,
    is_for_readers,
    read_publisher,
)

EXAMPLE = (DOCS / EXAMPLE_FILE).read_text("utf-8")
AT = "https://example.org/careers/follow-up/"
WHOLE = {
    "name": "After the interview",
    "owner": "Careers Office, Hill & Dale College",
    "contact": "careers@hilldale.example",
    "paid_by": "Hill & Dale College",
    "source": "https://code.example/hilldale/follow-up",
}


def docs_with(folder: Path, values: dict[str, str] | str | None) -> Path:
    """Make a documents' folder with the example, and with these values if any."""
    (folder / EXAMPLE_FILE).write_text(EXAMPLE, "utf-8")
    if values is not None:
        text = values if isinstance(values, str) else toml(values)
        (folder / FILE).write_text(text, "utf-8")
    return folder


def toml(values: dict[str, str]) -> str:
    """Return values as lines of TOML."""
    return "".join(f"{key} = '''{value}'''\n" for key, value in values.items())


def test_the_values_are_those_of_the_file(tmp_path: Path) -> None:
    """Published or not."""
    docs = docs_with(tmp_path, WHOLE)

    assert read_publisher(docs) == read_publisher(docs, AT) == Publisher(*WHOLE.values())


def test_the_project_has_an_example_that_says_so_and_no_values_of_its_own() -> None:
    """So that a fork's file is never in the way of a newer version. Each key is there, with a hint."""
    example = tomllib.loads(EXAMPLE)
    tracked = subprocess.run(["git", "ls-files", "docs"], cwd=DOCS.parent, check=True, capture_output=True, text=True).stdout  # fmt: skip # noqa: S607

    assert tuple(example) == KEYS
    assert "This is an example copy. Nobody publishes it." in example["owner"]
    assert f"docs/{EXAMPLE_FILE}" in tracked
    assert not set("[]{}") & set("".join(example.values()))


@pytest.mark.parametrize("values", [None, {}, {**WHOLE, "owner": " "}])
def test_without_all_values_a_local_site_is_the_example(
    tmp_path: Path, values: dict[str, str] | None
) -> None:
    """As a whole: no value of the one beside a sentence of the other."""
    publisher = read_publisher(docs_with(tmp_path, values))

    assert publisher == Publisher(*tomllib.loads(EXAMPLE).values(), is_example=True)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("how", ["absent", "empty", "still the example's"])
def test_a_published_site_stops_at_a_value_that_is_missing(
    tmp_path: Path, key: str, how: str
) -> None:
    """Saying file, value and remedy. A name may be that of the project."""
    instead = {"absent": {}, "empty": {key: "  "}, "still the example's": {key: tomllib.loads(EXAMPLE)[key]}}  # fmt: skip
    docs = docs_with(tmp_path, {name: text for name, text in WHOLE.items() if name != key} | instead[how])  # fmt: skip

    if key == "name" and how == "still the example's":
        assert read_publisher(docs, AT).name == "Follow Up"
        return
    with pytest.raises(
        PublisherError,
        match=rf"^docs/publisher\.toml: “{key}” is missing, or still as in .*\. Write ",
    ):
        read_publisher(docs, AT)


def test_a_published_site_without_the_file_says_how_to_begin(tmp_path: Path) -> None:
    """With the name of what to copy, and all that it must hold."""
    with pytest.raises(PublisherError) as found:
        read_publisher(docs_with(tmp_path, None), AT)

    told = str(found.value)
    assert told.startswith("docs/publisher.toml is not there")
    assert f"Copy docs/{EXAMPLE_FILE}" in told
    assert [key for key in KEYS if f"“{key}”" not in told] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"owmer": "x"}, "there is no value “owmer”. Its values are “name”, "),
        ({"name": "A" * 41}, "“name” has 41 characters. Shorten it to 40."),
        ({"owner": "A" * 201}, "“owner” has 201 characters. Shorten it to 200."),
        ({"owner": "One\nTwo"}, "“owner” has a line break"),
        ({"owner": "O\u202eno"}, "“owner” has a line break or a sign that nobody can see"),
        ({"paid_by": "[who pays]"}, "“paid_by” still has brackets"),
        ({"owner": "{site name}"}, "“owner” still has brackets"),
        ({"contact": "Ask your office"}, "“contact” does not say how to reach you"),
        ({"source": "on the shelf"}, "“source” is not an address. Write one that begins with"),
        ({"source": "javascript:alert(1)"}, "“source” is not an address"),
        ({"source": 'https://a.example/"onclick="x'}, "“source” is not an address"),
        ({"name": "2026"}, "“name” would be read as a number"),
        ({"owner": "Yes"}, "“owner” would be read as a number"),
    ],
)
@pytest.mark.parametrize("at", ["", AT])
def test_a_wrong_value_stops_every_build(
    tmp_path: Path, change: dict[str, str], told: str, at: str
) -> None:
    """Published or not, with file, value and remedy."""
    with pytest.raises(PublisherError) as found:
        read_publisher(docs_with(tmp_path, WHOLE | change), at)

    assert str(found.value).startswith(f"docs/publisher.toml: {told}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("owner = Careers Office", "docs/publisher.toml cannot be read: "),
        ("owner = 5", "docs/publisher.toml: “owner” is not a text. "),
        ('[owner]\nname = "x"', "docs/publisher.toml: “owner” is not a text. "),
    ],
)
def test_a_file_of_another_form_is_told(tmp_path: Path, text: str, told: str) -> None:
    """With what to write instead."""
    with pytest.raises(PublisherError) as found:
        read_publisher(docs_with(tmp_path, text))

    assert str(found.value).startswith(told)
    assert "straight quotation marks" in str(found.value)


@pytest.mark.parametrize(
    "contact",
    [
        "careers@hilldale.example",
        "0117 496 0000",
        "+1 212 555 0100",
        "https://hilldale.example/ask",
        "Ms Hill, 0117 496 0000",
    ],
)
def test_people_can_be_reached_in_many_ways(tmp_path: Path, contact: str) -> None:
    """By email, telephone or a page."""
    assert read_publisher(docs_with(tmp_path, WHOLE | {"contact": contact}), AT).contact == contact


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("", False),
        ("http://127.0.0.1:8000/", False),
        ("http://localhost/x/", False),
        (AT, True),
        ("https://localhost.example.org/", True),
    ],
)
def test_what_stands_on_this_machine_alone_is_not_published(at: str, expected: bool) -> None:  # noqa: FBT001
    """`make serve` builds for its own address."""
    assert is_for_readers(at) == expected


@pytest.mark.parametrize("module", ["publisher.values", "build"])
def test_the_build_stops_with_one_sentence(module: str) -> None:
    """Before it begins, and without a traceback: `make site` asks first, and so does MkDocs."""
    if (DOCS / FILE).exists():
        # Only in somebody's own copy, as the project itself does not contain the file: here it never
        # skips. The sentences themselves are tested above in every copy, on values of the test's own.
        pytest.skip("This copy has a publisher.")
    program = [sys.executable, "-m", f"followup_site.{module}", "--version"]
    told = subprocess.run(program, env={**os.environ, "SITE_URL": AT}, capture_output=True, text=True, check=False)  # fmt: skip

    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert told.stderr.startswith("docs/publisher.toml is not there")


def test_who_frames_the_tools_may_be_said(tmp_path: Path) -> None:
    """It is no value that has to be there."""
    framed = "https://learn.example.edu https://*.example.ac.uk:8443"
    publisher = read_publisher(docs_with(tmp_path, {**WHOLE, "framed_by": framed}), AT)

    assert publisher.framed_by == framed
    assert read_publisher(docs_with(tmp_path, WHOLE), AT).framed_by == ""


@pytest.mark.parametrize(
    "value", ["*", "'none'", "http://example.edu", "https://example.edu; script-src *", "https://a"]
)
def test_who_frames_the_tools_is_a_list_of_sites(tmp_path: Path, value: str) -> None:
    """No other part of a policy can be written so."""
    with pytest.raises(PublisherError, match="“framed_by” is not a list of sites"):
        read_publisher(docs_with(tmp_path, {**WHOLE, "framed_by": value}), AT)
