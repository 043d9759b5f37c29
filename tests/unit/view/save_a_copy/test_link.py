"""The page "Save a copy": the link, what is in it, and its picture."""

import json
import re
from hashlib import sha256
from html import unescape
from typing import Any

import pytest
from asking import INTERVIEW, Reader
from segno import encoder

from followup import words
from followup.copies.links import LONGEST_LINK, read_link
from followup.copies.portable import canonical, portable
from followup.records.record import ALL
from followup.view.save_a_copy import picture_of_link

SITE = "https://careers.example/follow-up/"
FIELD = re.compile(r'<textarea id="restore-link"[^>]* readonly[^>]*>(.*?)</textarea>', re.DOTALL)


def ask(reader: Reader, **changes: object) -> dict[str, Any]:
    """Ask about the panel alone."""
    return reader.ask(**{"panels": ["link"], "site": SITE} | changes)


def link_of(reader: Reader) -> str:
    """Return the link as it stands in its field."""
    found = FIELD.search(ask(reader)["outputs"]["keep.link"])
    assert found
    return unescape(found[1])


@pytest.fixture(name="seeker")
def _seeker(reader: Reader) -> Reader:
    """A reader with two interviews, names in both."""
    reader.answer("interview", "24 11 2026")
    reader.text("employer", "Acme")
    reader.log("called", "24 11 2026", who="Jane")
    reader.interview = "second"
    reader.answer("interview", "25 11 2026")
    reader.text("employer", "Zenith")
    reader.interview = INTERVIEW
    return reader


def test_a_link_holds_every_interview_and_no_name_unless_one_says_otherwise(
    seeker: Reader,
) -> None:
    """All without names; then names; then this one alone."""
    link = link_of(seeker)
    assert link.startswith(f"{SITE}plan/restore/#restore=")
    assert interviews_in(link) == {INTERVIEW, "second"}
    assert "Acme" not in "".join(read_link(link).values())

    seeker.choose("link-names", "yes", ALL)
    assert canonical(read_link(link_of(seeker))) == canonical(portable(seeker.records))
    seeker.choose("link-scope", "one", ALL)
    assert "Acme" in "".join(read_link(link_of(seeker)).values())
    assert interviews_in(link_of(seeker)) == {INTERVIEW}


def interviews_in(link: str) -> set[str]:
    """Return the ids of the interviews of which something is in a link."""
    return {json.loads(text)["interview"] for text in read_link(link).values()} - {ALL}


def test_the_page_says_what_the_link_holds(seeker: Reader) -> None:
    """How many interviews, or which; and which are left out, by name."""
    assert "The link holds your 2 interviews, without names and notes." in says(seeker)
    assert words.LINK_LEAVES_OUT not in says(seeker)
    seeker.choose("link-names", "yes", ALL)
    seeker.choose("link-scope", "one", ALL)

    assert "The link holds Acme , with names and notes." in says(seeker)
    assert "It leaves out: Zenith" in says(seeker)


def says(reader: Reader) -> str:
    """Return what stands above the link, as plain text."""
    html = ask(reader)["outputs"]["keep.link"].partition("text-box")[0]
    return " ".join(re.sub("<[^>]+>", " ", unescape(html)).split())


def test_an_interview_of_which_nothing_but_its_name_is_known_is_left_out(seeker: Reader) -> None:
    """As the link has no names; with them it is in it."""
    seeker.interview = "third"
    seeker.text("employer", "Only & Name")

    assert "The link holds 2 of your interviews, without names and notes." in says(seeker)
    assert "It leaves out: Only & Name" in says(seeker)
    seeker.choose("link-names", "yes", ALL)
    assert "The link holds your 3 interviews, with names and notes." in says(seeker)


def test_a_link_of_settings_alone_says_so(reader: Reader) -> None:
    """There is no interview in it."""
    reader.text("gap", "12", ALL)
    assert "The link holds your settings, without names and notes." in says(reader)


def fill_up(reader: Reader, interview: str, employer: str = "") -> None:
    """Write more into an interview than a link can hold."""
    reader.interview = interview
    reader.text("employer", employer)
    reader.answer("interview", "24 11 2026")
    for number in range(200):
        reader.tick(f"step-{sha256(bytes([number])).hexdigest()[:20]}")
    reader.interview = INTERVIEW


def test_what_is_too_much_with_all_becomes_a_link_of_this_interview(seeker: Reader) -> None:
    """It says so, names what is left out, and leads to the file, which holds everything."""
    fill_up(seeker, "large", "Megacorp")
    answer = ask(seeker)
    html = answer["outputs"]["keep.link"]

    assert interviews_in(link_of(seeker)) == {INTERVIEW}
    assert words.plain(words.LINK_OF_ONE) in html
    assert "#save-a-file" in html
    assert "It leaves out: Zenith Megacorp" in says(seeker)
    assert f'data-exports="link" data-of="{INTERVIEW}"' in html
    assert f'data-exports="link" data-of="{INTERVIEW}"' in answer["outputs"]["keep.short"]
    assert answer["inputs"]["link-scope-all"]["checked"]


def test_of_many_that_are_left_out_five_are_named(seeker: Reader) -> None:
    """And the rest are counted."""
    fill_up(seeker, "large")
    for number in range(7):
        seeker.interview = f"more{number}"
        seeker.text("employer", f"Firm {number}")
    seeker.interview = INTERVIEW

    assert "Firm 2 and 4 more" in says(seeker)
    assert "Firm 3" not in says(seeker)
    assert "large" not in interviews_in(link_of(seeker))


def test_if_this_interview_alone_is_too_much_there_is_only_the_file(seeker: Reader) -> None:
    """Also if all that can be left out is another."""
    fill_up(seeker, "large")
    seeker.interview = "large"
    answer = ask(seeker)

    assert words.plain(words.link_too_long(LONGEST_LINK)) in answer["outputs"]["keep.link"]
    assert answer["outputs"]["keep.short"] == ""


def test_the_choices_are_records_for_all_interviews(seeker: Reader) -> None:
    """As made, with a sentence on where links end up beside the names."""
    inputs = ask(seeker)["inputs"]
    assert inputs["link-scope-all"]["checked"]
    assert inputs["link-names-no"]["checked"]
    seeker.choose("link-names", "yes", ALL)
    assert ask(seeker)["inputs"]["link-names-yes"]["checked"]


def test_a_copied_link_is_a_copy_of_what_is_in_it(seeker: Reader) -> None:
    """Of the interview, or of all."""
    seeker.choose("link-scope", "one", ALL)
    assert f'data-exports="link" data-of="{INTERVIEW}"' in ask(seeker)["outputs"]["keep.link"]
    seeker.choose("link-scope", "all", ALL)
    outputs = ask(seeker)["outputs"]
    assert 'data-copy="restore-link" data-exports="link" data-of="all"' in outputs["keep.link"]
    assert 'data-copy="restore-short" data-exports="link" data-of="all"' in outputs["keep.short"]


def test_the_link_stands_in_no_output_that_is_kept(seeker: Reader) -> None:
    """What begins with "keep." is not kept for the next page; inputs are."""
    panels = ["link", "backup", "storage", "copy-reminder", "restore"]
    answer = ask(seeker, panels=panels, steps=[], messages=[])

    passing = {name for name in answer["outputs"] if name.startswith(("keep.", "restore"))}
    lasting = {name: html for name, html in answer["outputs"].items() if name not in passing}
    assert any("restore=" in answer["outputs"][name] for name in passing)
    assert "restore=" not in str(lasting)
    assert "restore=" not in str(answer["inputs"])


def test_above_the_limit_the_file_is_offered(seeker: Reader) -> None:
    """With names and long notes."""
    seeker.choose("link-names", "yes", ALL)
    for number in range(60):
        seeker.log("emailed", "24 11 2026", note="".join(chr(0x4E00 + number * 97 + n) for n in range(90)))  # fmt: skip
    answer = ask(seeker)

    assert f"{LONGEST_LINK:,} characters" in answer["outputs"]["keep.link"]
    assert "#save-a-file" in answer["outputs"]["keep.link"]
    assert answer["outputs"]["keep.short"] == ""
    assert answer["inputs"]["link-as-text"]["attributes"] == {"hidden": ""}


def test_without_records_or_a_site_there_is_no_link(reader: Reader) -> None:
    """The panel says so, and works."""
    assert "nothing to keep yet" in ask(reader)["outputs"]["keep.link"]
    reader.answer("interview", "24 11 2026")
    assert "nothing to keep yet" in reader.ask(panels=["link"])["outputs"]["keep.link"]


# The picture


def test_the_picture_is_drawn_when_it_is_asked_for(seeker: Reader) -> None:
    """With a name, and black squares that are those of the library."""
    assert "<svg" not in ask(seeker)["outputs"]["keep.link"]
    seeker.choose("link-picture", "yes", ALL)
    html = ask(seeker)["outputs"]["keep.link"]
    code = encoder.encode(link_of(seeker), error="l", micro=False, boost_error=False)  # type: ignore[no-untyped-call] # the library has types at its front only

    assert 'role="img" aria-label="QR code of your link"' in html
    assert drawn(html) == {
        (x + 4, y + 4) for y, row in enumerate(code.matrix) for x, dark in enumerate(row) if dark
    }
    side = len(code.matrix) + 8
    assert f'viewBox="0 0 {side} {side}"' in html


def drawn(html: str) -> set[tuple[int, int]]:
    """Return the black squares of a picture."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", html)
    assert all(length == back for _, _, length, back in runs)
    return {(int(x) + step, int(y)) for x, y, length, _ in runs for step in range(int(length))}


def test_a_link_too_long_for_a_picture_is_told(
    seeker: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The link itself stays."""
    monkeypatch.setattr("followup.view.save_a_copy.link.LONGEST", 100)
    seeker.choose("link-picture", "yes", ALL)
    html = ask(seeker)["outputs"]["keep.link"]

    assert "<svg" not in html
    assert "A QR code holds a link of up to 100 characters" in html
    assert link_of(seeker)
    assert picture_of_link.LONGEST == 1_200
