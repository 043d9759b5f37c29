"""The privacy page tells of everything that can be kept, kind by kind and name by name.

Whoever lets the tools keep something new finds here that the page does not tell of it yet. What a
real visit leaves in a browser is looked at in the browser tests.
"""

import re

import pytest
from built_site import HTML_PAGES, elements
from privacy_page import (
    COMMON,
    KINDS,
    MESSAGE,
    PAGE,
    RENDERED,
    words_for,
)
from sources import plain

from followup.records.record import FIELDS


def test_every_kind_of_record_is_told_of() -> None:
    """And what every record has."""
    assert KINDS.keys() == FIELDS.keys()
    assert [words for words in (KINDS | COMMON).values() if words not in PAGE.prose] == []


@pytest.mark.parametrize("attribute", RENDERED)
def test_every_name_under_which_a_page_keeps_something_is_told_of(attribute: str) -> None:
    """All that stands in the built pages."""
    names = {
        attributes[attribute]
        for page in HTML_PAGES
        for _, attributes in elements(page).found
        if attribute in attributes
    }

    assert [name for name in sorted(names) if words_for(attribute, name) is None] == []


@pytest.mark.parametrize("attribute", RENDERED)
def test_the_page_has_those_words(attribute: str) -> None:
    """As they stand in the tables above."""
    told = {*RENDERED[attribute].values(), MESSAGE}

    assert [words for words in told if words not in PAGE.prose] == []


def test_the_foot_of_every_page_promises_what_the_page_says() -> None:
    """No more, no less: with the same exception."""
    promise = "What you enter stays in this browser"
    exception = "one exception: the country that you choose"
    assert promise in PAGE.prose
    assert exception in plain(PAGE.prose)
    texts = [page.read_text("utf-8") for page in HTML_PAGES]
    feet = [text.rpartition("<footer")[2] for text in texts if "<footer" in text]

    assert len(feet) > len(texts) / 2
    assert all(f"{promise}, with {exception}" in " ".join(foot.split()) for foot in feet)


def test_every_source_line_that_keeps_something_has_a_known_name() -> None:
    """Views also render what stands in no built page, for which the browser tests look."""
    assert {*re.findall(r"`([a-z_]+)`", PAGE.sections["Where it is kept"])} >= {"life", "memory", "interview", "shown", "said"}  # fmt: skip


def test_what_goes_to_other_companies_is_told_of() -> None:
    """The forms of calendars are all: what their addresses hold, and what they never do."""
    told = PAGE.sections["What you hand out"]

    assert "the title, the day and the time of day go to Google or Microsoft" in told
    assert "The title names the employer only if you chose to put names in" in told
    assert "The link to your plan does not go with it" in told
