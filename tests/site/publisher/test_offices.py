"""Offices in a publisher's own copy: small files, strictly read, one sentence for each mistake."""

import json
import subprocess
from pathlib import Path

import pytest

from followup.records.office import OfficeProfile, OfficeStep, read_own_profile
from followup_site.publisher.offices import FOLDER, read_offices, write_offices
from followup_site.publisher.values import DOCS, PublisherError

WHOLE = """
name = "Careers Service, Example University"
contact = "careers@example.ac.uk"
web = "https://example.ac.uk/careers"
country = "GB"
part = "ENG"
first = "email"
thanks = "no"
asks-shared = true
first-wait = 5
messages = 2

[[steps]]
id = "visit"
label = "Book a practice interview with us"
days = 3
before = "interview"

[[steps]]
id = "tell"
label = "Tell us how it went"
"""


def docs_with(folder: Path, text: str, name: str = "careers") -> Path:
    """Make a documents' folder with one office."""
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / f"{name}.toml").write_text(text, "utf-8")
    return folder


def test_a_file_says_all_that_a_link_can(tmp_path: Path) -> None:
    """And the page gets it as it was meant."""
    (profile,) = read_offices(docs_with(tmp_path, WHOLE)).values()
    assert profile == OfficeProfile(
        name="Careers Service, Example University",
        contact="careers@example.ac.uk",
        web="https://example.ac.uk/careers",
        country="GB",
        part="ENG",
        numbers=(("first-wait", 5), ("messages", 2)),
        first_channel="email",
        thanks="no",
        steps=(
            OfficeStep("visit", "Book a practice interview with us", "interview", -3),
            OfficeStep("tell", "Tell us how it went"),
        ),
        asks_shared=True,
    )

    write_offices({"careers": profile}, tmp_path / "made")
    written = tmp_path / "made" / "offices" / "careers.json"
    assert read_own_profile(written.read_text("utf-8")) == profile
    write_offices({}, tmp_path / "made")
    assert not written.exists()


def test_the_project_has_none(tmp_path: Path) -> None:
    """So that a newer version never comes in the way of a publisher's; without any, none is made."""
    tracked = subprocess.run(["git", "ls-files", f"docs/{FOLDER}"], cwd=DOCS.parent, check=True, capture_output=True, text=True).stdout  # fmt: skip # noqa: S607

    assert tracked == ""
    assert read_offices(tmp_path) == {}
    write_offices({}, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("gapp = 5", "there is no value “gapp”"),
        ('gap = "5"', "“gap” cannot be what stands there. Write a whole number from 1 to 60."),
        ("gap = 0", "Write a whole number from 1 to 60."),
        ('web = "javascript:alert(1)"', "Write an address that begins with https://"),
        ('country = "England"', "Write the two capital letters of a country"),
        ('first = "letter"', "Write one of phone, email, other."),
        ("thanks = false", "Write “yes” or “no”.".replace("“", '"').replace("”", '"')),
        ('asks-shared = "yes"', "Write true or false."),
        ("steps = 5", "Write at most 10 steps"),
        ('[[steps]]\nid = "A"\nlabel = "x"', "Write at most 10 steps"),
        ('[[steps]]\nid = "a"\nlabel = "x"\ndays = 3', "Write at most 10 steps"),
        ('[[steps]]\nid = "a"\nlabel = "x"\nafter = "christmas"\ndays = 3', "Write at most 10 steps"),
        ("gap", "cannot be read"),
    ],
)  # fmt: skip
def test_a_mistake_has_one_sentence_with_file_and_remedy(
    tmp_path: Path, line: str, sentence: str
) -> None:
    """The build stops with it."""
    with pytest.raises(PublisherError) as raised:
        read_offices(docs_with(tmp_path, f'name = "Careers"\n{line}\n'))

    assert str(raised.value).startswith("docs/offices/careers.toml")
    assert sentence in str(raised.value)


@pytest.mark.parametrize("name", ["Careers", "1st", "a b", "x" * 31])
def test_a_name_that_no_link_can_have_is_told(tmp_path: Path, name: str) -> None:
    """With what it may be."""
    with pytest.raises(PublisherError, match="small letters"):
        read_offices(docs_with(tmp_path, 'name = "Careers"\n', name))


def test_a_profile_that_no_browser_would_keep_is_told(tmp_path: Path) -> None:
    """Ten steps of the longest words that nothing makes shorter."""
    steps = "".join(
        f'[[steps]]\nid = "s{number}"\nlabel = {json.dumps("".join(chr(0x4E00 + 97 * number + at) for at in range(80)))}\n'
        for number in range(10)
    )
    with pytest.raises(PublisherError, match="too much to be kept"):
        read_offices(docs_with(tmp_path, f'name = "Careers"\n{steps}'))
