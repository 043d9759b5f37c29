"""Dates that a link brings: which are taken, and the one sentence for each that is not."""

from datetime import date

import pytest

from followup import words
from followup.dates.link_dates import NAMES, read_link_dates

TODAY = date(2026, 11, 24)
INTERVIEW, DECISION = date(2026, 11, 24), date(2026, 12, 8)


def refused(**given: str) -> dict[str, str]:
    """Return the sentence for each date that is refused."""
    found = read_link_dates(given, TODAY, None)
    return {name: words.plain(why) for name, why in found.refused.items()}


def test_both_dates_are_taken_and_each_alone() -> None:
    """Whatever else stands in the link."""
    both = {"interview": "2026-11-24", "decision": "2026-12-08", "utm_source": "2026-12-08"}
    assert read_link_dates(both, TODAY, None).days == {"interview": INTERVIEW, "decision": DECISION}
    for name, day in zip(NAMES, (INTERVIEW, DECISION), strict=True):
        found = read_link_dates({name: day.isoformat()}, TODAY, None)
        assert (found.days, found.refused) == ({name: day}, {})
    assert read_link_dates({}, TODAY, None).days == {}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "2026-02-31",
            "There is no 31 February 2026, so the interview date of this link is left out.",
        ),
        (
            "2026-01-00",
            "There is no 0 January 2026, so the interview date of this link is left out.",
        ),
        ("2026-13-01", "The interview date of this link cannot be read, so it is left out."),
        ("", "The interview date of this link cannot be read, so it is left out."),
        ("24-11-2026", "The interview date of this link cannot be read, so it is left out."),
        ("2026-11-2\u0664", "The interview date of this link cannot be read, so it is left out."),
        ("<b>" * 90, "The interview date of this link cannot be read, so it is left out."),
        (
            "2023-12-31",
            "The interview date of this link is left out, as its year must be from 2024 to 2029.",
        ),
        (
            "0000-00-00",
            "The interview date of this link is left out, as its year must be from 2024 to 2029.",
        ),
    ],
)
def test_a_date_that_is_none_has_its_sentence_and_the_other_is_taken(text: str, why: str) -> None:
    """One sentence, and nothing of the other date is lost."""
    given = {"interview": text, "decision": "2026-12-08"}

    assert refused(**given) == {"interview": why}
    assert read_link_dates(given, TODAY, None).days == {"decision": DECISION}


def test_a_decision_before_the_interview_is_refused() -> None:
    """Before the one in the link, or the one that is known if the link has none."""
    why = "The decision date of this link is left out, as it is before the interview on Tuesday 8 December 2026."
    turned = {"interview": "2026-12-08", "decision": "2026-11-24"}

    assert refused(**turned) == {"decision": why}
    alone = read_link_dates({"decision": "2026-11-24"}, TODAY, DECISION)
    assert [words.plain(one) for one in alone.refused.values()] == [why]
    assert read_link_dates({"decision": "2026-12-08"}, TODAY, DECISION).days


def test_a_link_that_the_page_did_not_read_brings_nothing() -> None:
    """It was too long, and is told so."""
    given = {"problem": "large", "interview": "2026-11-24"}

    assert refused(**given) == {
        "link": "This link is too long to be read, so nothing of it is used."
    }
    assert read_link_dates(given, TODAY, None).days == {}
