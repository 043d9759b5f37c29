"""What a publisher's own copy says of an office: asked for by name, read anew at each visit."""

import pytest
from asking import Reader

from followup import words
from followup.errors import LinkError
from followup.json_text import write_json
from followup.records.office import (
    MARK,
    NAME,
    OfficeProfile,
    OfficeStep,
    own_profile,
    profile_file,
    read_own_profile,
    split_kept,
    without_steps,
    write_kept,
    write_profile,
)

FILE = "offices/careers.json"
BEFORE = OfficeProfile(
    "Careers Service",
    numbers=(("first-wait", 5),),
    steps=(OfficeStep("visit", "Come and see us", "interview", 2),),
)
AFTER = OfficeProfile("Careers Service", numbers=(("first-wait", 9),))
OPENED = {"incoming": {"kind": "office", "text": f"{MARK}careers"}}


@pytest.fixture(name="student")
def _student(reader: Reader) -> Reader:
    """Somebody whose interview was on 24 November 2026."""
    reader.answer("interview", "24 11 2026")
    return reader


def use(student: Reader, profile: OfficeProfile = BEFORE) -> None:
    """Press "Use these settings", as the page does then."""
    student.text("office", write_kept("careers", profile), "all")


def test_pages_say_whose_the_numbers_are(student: Reader) -> None:
    """The office's, until the reader types one that differs."""
    use(student)
    offices = student.ask(panels=[], files={FILE: None})["outputs"]["own-numbers"]
    student.text("gap", "6", "all")
    own = student.ask(panels=[], files={FILE: None})["outputs"]["own-numbers"]

    assert words.OFFICE_NUMBERS_FROM.partition("'")[0] in offices
    assert words.OWN_NUMBERS_FROM in own


def first_day(student: Reader, text: str | None) -> str:
    """Return the page's plan, where the copy says this."""
    plan: str = student.ask(files={**student.files, FILE: text})["outputs"]["plan"]
    return plan


def test_the_page_is_asked_for_the_file_and_then_offers_what_stands_in_it(student: Reader) -> None:
    """With the sentence that it may change, and a button that keeps its name."""
    assert student.ask(**OPENED)["needs"] == [FILE]
    offer = student.ask(**OPENED, files={**student.files, FILE: own_profile(BEFORE)})["outputs"][
        "office.offer"
    ]

    assert "Careers Service" in offer
    assert words.plain(words.OFFICE_ANEW) in offer
    assert words.plain(words.OFFICE_FIXED) not in offer
    assert f'data-value="{write_kept("careers", BEFORE)}"' in offer


@pytest.mark.parametrize(
    ("text", "reason"), [(None, "unknown"), ("{", "damaged"), ('{"name":5}', "refused")]
)
def test_what_is_not_there_or_cannot_be_read_has_its_sentence(
    student: Reader, text: str | None, reason: str
) -> None:
    """And nothing is offered."""
    offer = student.ask(**OPENED, files={**student.files, FILE: text})["outputs"]["office.offer"]

    assert f'data-reason="{reason}"' in offer
    assert "office-use" not in offer


def test_what_the_copy_says_now_counts_at_each_visit(student: Reader) -> None:
    """Without it, what was kept when it was taken counts: away from the network, or elsewhere."""
    use(student)
    assert student.ask()["needs"] == [FILE]
    assert "2026-11-30" in first_day(student, own_profile(BEFORE))
    assert "2026-12-03" in first_day(student, own_profile(AFTER))
    for text in (None, "{", '{"name":5}'):
        assert "2026-11-30" in first_day(student, text)


def test_the_steps_of_now_stand_on_the_checklist(student: Reader) -> None:
    """Those that the copy does not have any more are gone with it."""
    use(student)
    here = student.ask(files={**student.files, FILE: own_profile(BEFORE)})["outputs"]
    gone = student.ask(files={**student.files, FILE: own_profile(AFTER)})["outputs"]

    assert "Come and see us" in "".join(here.values())
    assert "Come and see us" not in "".join(gone.values())


def test_once_it_counts_it_is_not_offered_again_but_a_link_of_the_same_is(student: Reader) -> None:
    """The link's would be fixed, which is another thing."""
    use(student)
    files = {**student.files, FILE: own_profile(BEFORE)}
    again = student.ask(**OPENED, files=files)["outputs"]
    fixed = {"kind": "office", "text": MARK + write_profile(BEFORE)}
    other = student.ask(incoming=fixed, files=files)["outputs"]

    assert again["office.offer"] == ""
    assert words.plain(words.OFFICE_COUNTS) in again["office-line"]
    assert "settings are fixed" in other["office.offer"]
    assert words.plain(words.OFFICE_ANEW) in again["office.in-use"]


@pytest.mark.parametrize(
    "name", ["../holidays/GB", "a/b", "A", "1", "-a", "a" * 31, "a.json", "", "a\n"]
)
def test_no_other_file_is_ever_asked_for(student: Reader, name: str) -> None:
    """Neither by a link nor by what another page of the host wrote into the store."""
    student.text("office", f"{name}:{write_profile(BEFORE)}", "all")
    answer = student.ask(incoming={"kind": "office", "text": MARK + name})

    assert all(NAME.fullmatch(one.removeprefix("offices/").removesuffix(".json")) for one in answer["needs"])  # fmt: skip
    with pytest.raises(ValueError, match="no profile"):
        profile_file(name)


def test_a_copy_for_which_there_is_no_room_leaves_the_steps_out_and_keeps_the_name() -> None:
    """As with a link's profile."""
    name, packed = split_kept(without_steps(write_kept("careers", BEFORE)))

    assert name == "careers"
    assert packed == write_profile(OfficeProfile(BEFORE.name, numbers=BEFORE.numbers))


def test_a_file_is_read_as_it_was_written_and_nothing_else_is() -> None:
    """It is fetched, so it is checked as a link is."""
    assert read_own_profile(own_profile(BEFORE)) == BEFORE
    for text in ("", "[]", "[" * 40, "x" * 9_000, write_json({"name": "a", "steps": [[1]]})):
        with pytest.raises(LinkError):
            read_own_profile(text)
