"""The interview-day card: how they want to be contacted, what was promised, who was there."""

from typing import Any

import pytest
from asking import Reader
from htpy import fragment

from followup import words
from followup.guide.contents import Guide
from followup.records.record import LONGEST_RECORD
from followup.view.interview_card import card_print, people

ANNA = {
    "name": "Anna Müller-Ó Briain",
    "title": "Head of Sales",
    "reach": "anna@example.org",
    "said": "“Bring the certificate”",
}


def add(reader: Reader, entry: str = "p1", **texts: str) -> dict[str, Any]:
    """Send the form for a person and return the answer."""
    reader.enter("person", entry, {}, **{"name": "", "title": "", "reach": "", "said": "", **texts})
    return reader.ask()


def test_the_way_they_want_changes_the_plan_of_this_interview(reader: Reader) -> None:
    """And the card says so at once."""
    reader.answer("interview", "24 11 2026")
    reader.choose("first-channel", "email")
    answer = reader.ask()

    assert 'data-step="first" data-state="next" data-channel="email"' in answer["outputs"]["plan"]
    assert "by email, as they asked" in answer["outputs"]["first-way"]
    assert "Tuesday 1 December 2026" in answer["outputs"]["first-way"]
    assert answer["inputs"]["first-channel-email"]["checked"] is True
    assert answer["inputs"]["set-first-channel-phone"]["checked"] is True


def test_without_a_wish_the_settings_count(reader: Reader) -> None:
    """Which are the guide's until the reader sets others."""
    assert "by telephone, as the guide says" in reader.ask()["outputs"]["first-way"]
    reader.choose("first-channel", "other", "all")
    assert "in another way, as in your settings" in reader.ask()["outputs"]["first-way"]
    reader.choose("first-channel", "unknown")
    assert reader.ask()["inputs"]["first-channel-guide"]["checked"] is True


def test_the_dates_on_the_card_are_those_of_the_dates_page(reader: Reader) -> None:
    """One question, one answer: nobody is asked twice."""
    reader.answer("decision", "8 12 2026")
    card, dates = (reader.ask(panels=["questions", panel]) for panel in ("card", "plan"))

    assert card["inputs"]["decision-day"] == dates["inputs"]["decision-day"]


def test_what_was_promised_is_kept_as_typed(reader: Reader) -> None:
    """In its box, and on paper as text."""
    reader.text("promised", "My <certificate>\nby Friday")
    answer = reader.ask()

    assert answer["inputs"]["promised"]["value"] == "My <certificate>\nby Friday"
    assert answer["outputs"]["promised-on-paper"] == "My &lt;certificate&gt;\nby Friday"


def test_a_person_is_added_as_spelled(reader: Reader) -> None:
    """The form is empty for the next one."""
    answer = add(reader, **ANNA)

    for text in ANNA.values():
        assert text in answer["outputs"]["people-list"]
    assert answer["inputs"]["person-name"] == {"value": "", "attributes": {"aria-invalid": None}}
    assert answer["inputs"]["person-form"]["attributes"]["data-entry"] == ""
    assert answer["announce"]["kept"] == "Kept in this browser."


@pytest.mark.parametrize("name", list(ANNA))
def test_one_of_the_four_is_enough(reader: Reader, name: str) -> None:
    """Somebody may have said their title only."""
    answer = add(reader, **{name: ANNA[name]})

    assert ANNA[name] in answer["outputs"]["people-list"]
    assert answer["outputs"]["problem.person"] == ""


def test_nobody_at_all_is_refused(reader: Reader) -> None:
    """With a sentence, and nothing in the list."""
    answer = add(reader, name="  ")

    sentence = words.plain(words.PERSON_EMPTY)
    assert answer["outputs"]["problem.person"] == sentence
    assert answer["announce"]["kept"] == sentence
    assert answer["inputs"]["person-name"]["attributes"]["aria-invalid"] == "true"
    assert answer["inputs"]["person-form"]["attributes"]["data-entry"] == "p1"
    assert answer["outputs"]["people-list"] == ""
    assert 'data-remove="p1"' in answer["outputs"]["person-actions"]


def test_a_person_can_be_changed(reader: Reader) -> None:
    """The entry is loaded into the form; sent again, it takes its place."""
    add(reader, **ANNA)
    editing = reader.ask(editing="p1")

    assert editing["inputs"]["person-title"]["value"] == "Head of Sales"
    assert editing["inputs"]["person-form"]["attributes"]["data-entry"] == "p1"
    assert editing["outputs"]["person-editing"] == words.CHANGING_PERSON
    assert 'data-edit=""' in editing["outputs"]["person-actions"]
    changed = add(reader, **{**ANNA, "title": "Director"})
    assert "Director" in changed["outputs"]["people-list"]
    assert changed["outputs"]["people-list"].count("<li") == 1


def test_a_person_can_be_removed_and_put_back(reader: Reader) -> None:
    """The same person, as typed."""
    before = add(reader, **ANNA)["outputs"]["people-list"]
    reader.remove("p1")
    removed = reader.ask()["outputs"]["people-list"]

    assert words.PERSON_REMOVED in removed
    assert words.PUT_BACK in removed
    assert "data-edit" not in removed
    reader.remove("p1", on=False)
    assert reader.ask()["outputs"]["people-list"] == before


def test_people_belong_to_one_interview(reader: Reader) -> None:
    """Another one has its own."""
    add(reader, **ANNA)
    reader.interview = "other1"

    assert reader.ask()["outputs"]["people-list"] == ""


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '" onfocus="x', "</body>"])
def test_names_are_text_never_markup(reader: Reader, hostile: str) -> None:
    """In the list and in the names of its buttons."""
    answer = add(reader, name=hostile, title=hostile, reach=hostile, said=hostile)

    assert not any(hostile in str(html) for html in answer["outputs"].values())


def test_the_boxes_of_a_person_fit_into_one_record() -> None:
    """Even if every character must be escaped."""
    assert 2 * sum(people.LONGEST.values()) + 300 < LONGEST_RECORD


def test_the_blank_card_asks_for_everything(guide: Guide) -> None:
    """The same things as the page, with room for several people."""
    blank = str(fragment[card_print.blank(guide)])

    for label in words.ON_PAPER.values():
        assert label in blank
    assert blank.count(words.ON_PAPER["said"]) == card_print.PEOPLE


def test_a_person_emptied_by_a_change_is_in_the_form_whoever_came_later(reader: Reader) -> None:
    """What was refused last is to be corrected; nobody vanishes without a word."""
    reader.enter("person", "p1", {}, name="Ana")
    reader.enter("person", "p2", {}, name="Ben")
    reader.enter("person", "p1", {}, name="")

    assert reader.ask()["inputs"]["person-form"] == {"attributes": {"data-entry": "p1"}}
