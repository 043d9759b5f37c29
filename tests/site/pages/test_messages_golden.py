"""Every message of the guide, filled for three worked people, as it is kept in a file."""

import re

import pytest
from message_people import GOLDEN, PEOPLE, ROOT, golden, messages_of

from followup.guide.contents import Guide
from followup.guide.messages import BLANK, KNOWN, MESSAGE_RULES, OR, OWN, RETIRED_MESSAGES
from followup_site.pages.guide_reader import read_guide
from followup_site.pages.message_list import plain_text

OWN_BLANKS = (ROOT / "tests/cases/messages/own-blanks.txt").read_text("utf-8").splitlines()
"""Blanks that only the reader can fill. One that is misspelt stands in neither list."""


@pytest.fixture(scope="module", name="guide")
def _guide() -> Guide:
    """The guide as its pages have it now."""
    return read_guide(ROOT / "docs")


@pytest.mark.parametrize("name", PEOPLE)
def test_every_message_is_filled_as_it_was_read_last(guide: Guide, name: str) -> None:
    """Read what has changed; `message_people` says how to keep it."""
    assert messages_of(name, guide) == golden(name).read_text("utf-8")


def test_there_is_no_other_golden_file() -> None:
    """Of somebody who is no longer there."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*PEOPLE, "own-blanks"}


def test_every_blank_is_known_or_the_readers_own(guide: Guide) -> None:
    """So that a known one that is misspelt is noticed: it would never be filled."""
    used = {blank for one in guide.templates.values() for blank in BLANK.findall(one.text)}

    assert sorted(used - set(KNOWN)) == OWN_BLANKS


def test_a_reader_who_entered_everything_has_only_own_blanks_left(guide: Guide) -> None:
    """Nothing that is known is asked for again."""
    text = messages_of("student", guide)
    alone = {"names of the others", "who said it"}

    assert set(BLANK.findall(text)) & set(KNOWN) <= alone | {"one thing they said"}
    assert f"\n{OR}" not in text


def test_the_names_of_all_messages_published_so_far_are_known() -> None:
    """Readers keep words of their own under them: none may vanish or be reused."""
    published = (ROOT / "tests/cases/published-messages.txt").read_text("utf-8").split()

    assert set(published) <= {*MESSAGE_RULES, *RETIRED_MESSAGES}
    assert not RETIRED_MESSAGES & set(MESSAGE_RULES)
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name) for name in published)


def test_messages_stand_in_the_order_of_their_rules(guide: Guide) -> None:
    """On the pages, in the file and on the Messages page."""
    assert sorted(guide.templates) == sorted(MESSAGE_RULES)
    pages = [[list(MESSAGE_RULES).index(one.name) for one in page.messages] for page in guide.pages]

    assert pages == [sorted(page) for page in pages]


def test_nothing_but_who_writes_is_asked_of_a_message_without_its_interview(guide: Guide) -> None:
    """At least 2 blanks of each can only be filled by this one interview."""
    for one in guide.templates.values():
        assert len(set(BLANK.findall(one.text)) - set(OWN)) >= 2, one.name


def test_the_plain_text_has_every_message_and_its_licence(guide: Guide) -> None:
    """In the words of the pages."""
    text = plain_text(guide)

    assert "CC0 1.0" in text.split("=" * 72)[0]
    assert all(f"{one.title}\n" in text and one.text in text for one in guide.templates.values())
