"""An office's profile: what links of old say for ever, what is refused, and whose settings win."""

import json
from typing import Any

import pytest
from asking import Reader
from saved_files import saved

from followup.errors import LinkError
from followup.json_text import write_json
from followup.packed import pack
from followup.records.fold import fold
from followup.records.office import (
    _WORDS,
    LONGEST_NAME,
    MOST_STEPS,
    VERSION,
    OfficeProfile,
    OfficeStep,
    check_profile,
    read_profile,
    without_steps,
    write_profile,
)
from followup.records.record import LONGEST_TEXT, read_record
from followup.records.settings import Settings, read_settings
from followup.records.state import State

OLD = saved("offices-1.json")["links"]
STEP = ["ab12", "Come and see us", "interview", -3]


def settings_of(reader: Reader) -> Settings:
    """Return the settings that the reader's records give."""
    records = [read_record(key, text) for key, text in reader.records.items()]
    return read_settings(fold(State(), records))


@pytest.mark.parametrize("old", OLD)
def test_links_that_were_handed_out_are_read_for_ever(old: dict[str, Any]) -> None:
    """And written alike, so that a link made again from the same settings is the same."""
    profile = read_profile(old["text"])

    assert profile == check_profile(old["profile"])
    assert write_profile(profile) == old["text"]


@pytest.mark.parametrize("length", [0, 1, 20, 60, 100])
def test_a_link_that_was_cut_says_so(length: int) -> None:
    """Wherever it was cut."""
    with pytest.raises(LinkError) as raised:
        read_profile(OLD[0]["text"][:length])
    assert raised.value.reason == "incomplete"


def test_a_link_of_a_newer_program_says_so() -> None:
    """It is not guessed at."""
    with pytest.raises(LinkError) as raised:
        read_profile("2" + OLD[0]["text"][1:])
    assert raised.value.reason == "newer"


@pytest.mark.parametrize(
    "changed",
    [
        {"name": ""},
        {"name": "x" * (LONGEST_NAME + 1)},
        {"name": 7},
        {"name": "\u202e\u0000"},
        {"contact": ["a"]},
        {"web": "javascript:alert(1)"},
        {"web": "https:/example.org"},
        {"web": "https://user:password@example.org/"},
        {"web": "https://example.org/a b"},
        {"web": "ftp://example.org/"},
        {"country": "gb"},
        {"country": "GB", "part": '"><script>'},
        {"numbers": {"first-wait": 61}},
        {"numbers": {"first-wait": True}},
        {"numbers": {"first-wait": 5.0}},
        {"numbers": {"other": 5}},
        {"numbers": [5]},
        {"first": "letter"},
        {"first": []},
        {"thanks": "maybe"},
        {"steps": [STEP, STEP]},
        {"steps": [[f"a{n}", "Come", "", 0] for n in range(MOST_STEPS + 1)]},
        {"steps": [["AB", "Come", "", 0]]},
        {"steps": [["ab", "", "", 0]]},
        {"steps": [["ab", "Come", "first", 0]]},
        {"steps": [["ab", "Come", "interview", 61]]},
        {"steps": [["ab", "Come", "interview", True]]},
        {"steps": [["ab", "Come", "interview"]]},
        {"steps": {"ab": "Come"}},
    ],
)
def test_what_no_office_can_say_is_refused_as_a_whole(changed: dict[str, object]) -> None:
    """Nothing of such a link is taken."""
    text = pack(write_json({"name": "Careers"} | changed), VERSION, _WORDS)
    with pytest.raises(LinkError) as raised:
        read_profile(text)
    assert raised.value.reason == "refused"


def test_signs_that_turn_or_hide_text_go() -> None:
    """A name cannot pretend to be another."""
    assert check_profile({"name": " Ca\u202ere\u0007ers\n Office "}).name == "Ca re ers Office"


def test_a_profile_with_all_in_it_fits_a_record() -> None:
    """Ten steps that nobody else has."""
    steps = tuple(
        OfficeStep(f"k{n}x{n * 7919}", f"Step {n}: " + "abcdefghij"[n:] * 3) for n in range(10)
    )
    assert len(write_profile(OfficeProfile("Careers", steps=steps))) < LONGEST_TEXT


def test_without_its_steps_a_profile_keeps_its_settings() -> None:
    """As in a link in which there is no room for all."""
    whole = read_profile(OLD[0]["text"])
    less = read_profile(without_steps(OLD[0]["text"]))

    assert less.steps == ()
    assert (less.name, less.numbers, less.country) == (whole.name, whole.numbers, whole.country)
    assert without_steps("nothing") == "nothing"


def test_the_office_wins_over_the_guide_and_the_reader_over_the_office(reader: Reader) -> None:
    """In whichever order they were set; and an emptied box leaves the office's number."""
    reader.text("first-wait", "9", "all")
    reader.text("office", OLD[0]["text"], "all")
    settings = settings_of(reader)

    assert settings.rules.first_wait == 9
    assert settings.rules.messages == 2
    assert settings.rules.gap == 10
    assert settings.rules.first_channel == "email"
    assert (settings.country, settings.part, settings.thank_you_note) == ("GB", "ENG", False)

    reader.text("first-wait", "", "all")
    reader.text("country", "", "all")
    reader.choose("first-channel", "phone", "all")
    reader.choose("thanks", "yes", "all")
    settings = settings_of(reader)
    assert settings.rules.first_wait == 5
    assert (settings.country, settings.part, settings.thank_you_note) == ("", "", True)
    assert settings.rules.first_channel == "phone"


def test_a_refused_number_leaves_the_offices(reader: Reader) -> None:
    """It stays as typed, with its problem."""
    reader.text("office", OLD[0]["text"], "all")
    reader.text("first-wait", "900", "all")

    assert settings_of(reader).rules.first_wait == 5
    assert "first-wait" in settings_of(reader).problems


def test_back_to_the_guides_plan_takes_the_office_away_and_one_undo_brings_it_back(
    reader: Reader,
) -> None:
    """It is the act that Settings has for the reader's own settings too."""
    reader.text("office", OLD[0]["text"], "all")
    reader.choose("settings", "guide", "all")
    assert settings_of(reader).office is None
    assert not settings_of(reader).own

    reader.choose("settings", "own", "all")
    assert settings_of(reader).rules.first_wait == 5
    reader.choose("settings", "guide", "all")
    reader.text("office", OLD[1]["text"], "all")
    office = settings_of(reader).office
    assert office is not None
    assert office.name == "Careers, Café Müller 大学"


def test_a_damaged_profile_in_the_store_changes_nothing(reader: Reader) -> None:
    """Another page of the host may have written it."""
    for text in ("office", OLD[0]["text"][:-3], json.dumps({"name": "x"}), "1" * LONGEST_TEXT):
        reader.text("office", text, "all")
        assert settings_of(reader).office is None
        assert settings_of(reader).rules.first_wait == 7
