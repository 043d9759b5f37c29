"""The journey: its shape, how far a reader is with each page, and where that is now."""

import re
from datetime import date

import pytest
from asking import Reader
from guide_steps import step

from followup.dates.plan import OUTCOMES, Contact, Outcome, Situation, plan
from followup.guide.checklist import Count
from followup.guide.contents import Guide, Page
from followup.guide.journey import STAGES, Place, first_page, is_done, page_of, pages_of, place_of
from followup.records.answers import Answers

TUESDAY = date(2026, 11, 24)
PREPARE, MEET = "guide/prepare.md", "guide/at-the-interview.md"
NOTES, REFEREES, THANKS = "guide/same-day-notes.md", "guide/referees.md", "guide/thank-you.md"
OFFER, NO_REPLY = "guide/offer.md", "guide/no-reply.md"
PLACES = Guide(
    (
        Page("guide/x.md", "X", ()),
        Page(PREPARE, "Get ready", (), stage="prepare"),
        Page(MEET, "Get names", (), stage="interview"),
        Page(THANKS, "Thank them", (), stage="same_day", joint="if_it_fits"),
        Page(REFEREES, "Brief them", (), stage="same_day", joint="and"),
        Page(NOTES, "Write", (), stage="same_day"),
        Page("guide/wait.md", "Wait", (), stage="wait", outcome="withdrawn"),
        Page("guide/next.md", "Again", (), stage="outcome", outcome="asked_back"),
        Page(OFFER, "Reply", (), stage="outcome", joint="or", outcome="offer"),
        Page("guide/no.md", "No", (), stage="outcome", joint="or", outcome="turned_down"),
        Page(NO_REPLY, "Stop", (), stage="outcome", joint="or", outcome="closed"),
        Page("guide/moved.md", "Moved", (), outcome="cancelled"),
    )
)
"""A guide with a page for each outcome, and one beside the journey."""
ALL_OF_THE_DAY = {path: Count(2, 2) for path in (NOTES, REFEREES, THANKS)}


def where(
    today: str,
    counts: dict[str, Count] | None = None,
    contacts: tuple[Contact, ...] = (),
    outcome: Outcome | None = None,
) -> Place | None:
    """Return where a reader is who had an interview on Tuesday 24 November 2026."""
    day = date.fromisoformat(today)
    situation = Situation(TUESDAY, day, contacts=contacts, outcome=outcome)
    answers = Answers(TUESDAY, None, outcome=outcome)
    return place_of(PLACES, answers, plan(situation), counts or {}, day)


def called(*days: str) -> tuple[Contact, ...]:
    """Return a follow-up on each of these days."""
    return tuple(Contact(date.fromisoformat(day), "sent", "phone") for day in days)


def test_pages_of_a_stage_stand_by_their_joints_and_then_as_in_the_menu() -> None:
    """What always follows stands before what only fits some readers."""
    assert list(STAGES) == ["prepare", "interview", "same_day", "dates", "wait", "first", "later", "outcome"]  # fmt: skip
    assert [page.path for page in pages_of(PLACES, "same_day")] == [NOTES, REFEREES, THANKS]
    assert [page.joint for page in pages_of(PLACES, "outcome")] == [None, "or", "or", "or"]
    assert pages_of(PLACES, "dates") == []


def test_a_page_is_found_by_its_place() -> None:
    """Where the guide has none, none is found."""
    first, moved = first_page(PLACES), page_of(PLACES, "cancelled")

    assert first
    assert moved
    assert (first.path, moved.path) == (PREPARE, "guide/moved.md")
    assert first_page(Guide(())) is page_of(Guide(()), "offer") is None


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        ("2026-11-01", "prepare"),
        ("2026-11-23", "prepare"),
        ("2026-11-24", "interview"),
        ("2026-11-25", "same_day"),
        ("2026-11-26", "wait"),
        ("2026-11-30", "wait"),
        ("2026-12-01", "first"),
        ("2026-12-09", "first"),
    ],
)
def test_the_calendar_leads_to_the_first_contact(today: str, stage: str) -> None:
    """From getting ready on."""
    assert where(today) == Place(stage)  # type: ignore[arg-type] # one of the names


def test_on_the_day_a_tick_tells_that_the_interview_is_over() -> None:
    """And once the day's steps are done, the wait begins."""
    assert where("2026-11-24", {MEET: Count(0, 2)}) == Place("interview")
    assert where("2026-11-24", {MEET: Count(1, 2)}) == Place("same_day")
    assert where("2026-11-24", {NOTES: Count(1, 2)}) == Place("same_day")
    assert where("2026-11-24", ALL_OF_THE_DAY) == Place("wait")
    assert where("2026-11-25", ALL_OF_THE_DAY | {THANKS: Count(0, 1)}) == Place("same_day")


def test_after_the_first_contact_come_the_emails_and_then_the_end() -> None:
    """Also when it is too late for a contact."""
    assert where("2026-12-02", contacts=called("2026-12-01")) == Place("later")
    assert where("2026-12-11", contacts=called("2026-12-01")) == Place("later")
    three = called("2026-12-01", "2026-12-11", "2026-12-21")
    assert where("2026-12-22", contacts=three) == Place("outcome", "guide/no-reply.md")
    assert where("2027-06-01") == Place("outcome", "guide/no-reply.md")


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_leads_to_its_own_page(outcome: Outcome) -> None:
    """Whatever the day; who withdrew, or whose interview is off, is at no page of the last stage."""
    page = page_of(PLACES, outcome)
    path = "" if not page or outcome in {"withdrawn", "cancelled"} else page.path

    assert where("2026-11-24", outcome=outcome) == Place("outcome", path)
    assert path or outcome in {"withdrawn", "cancelled"}


def test_without_a_day_or_with_a_refused_one_there_is_no_guess() -> None:
    """A refused decision date is to be mended where the dates are set."""
    assert place_of(PLACES, Answers(None, None), None, {}, TUESDAY) is None
    assert place_of(PLACES, Answers(TUESDAY, None), None, {}, date(2026, 12, 1)) == Place("dates")


def test_a_stage_is_done_once_all_that_counts_in_it_is() -> None:
    """What does not count does not hold it up, and nothing at all is not done."""
    same_day = pages_of(PLACES, "same_day")
    assert is_done(same_day, ALL_OF_THE_DAY)
    assert is_done(same_day, ALL_OF_THE_DAY | {THANKS: Count(0, 0)})
    assert not is_done(same_day, ALL_OF_THE_DAY | {REFEREES: Count(1, 2)})
    assert not is_done(same_day, {NOTES: Count(0, 0)})
    assert not is_done(same_day, {})


# As it is shown


@pytest.fixture(name="walker")
def _walker() -> Reader:
    """A reader of a guide with a stage of two pages and the choice at the end."""
    pages = (
        Page(PREPARE, "Get ready", (step("prep-sheet", "Print a sheet"),), stage="prepare"),
        Page(
            NOTES,
            "Write your notes",
            (step("notes-date", "Write it down"), step("notes-review", "Note it")),
            stage="same_day",
        ),
        Page(
            REFEREES,
            "Brief your referees",
            (step("ref-tell", "Tell each referee"),),
            stage="same_day",
            joint="and",
        ),
        Page("guide/wait.md", "Keep looking", (step("wait-learn", "Learn"),), stage="wait"),
        Page(
            OFFER,
            "Reply to an offer",
            (step("offer-thank", "Thank them"),),
            stage="outcome",
            outcome="offer",
        ),
        Page(
            NO_REPLY,
            "Know when to stop",
            (step("quiet-keep", "Keep it"),),
            stage="outcome",
            joint="or",
            outcome="closed",
        ),
    )
    return Reader(Guide(pages))


def journey(reader: Reader) -> str:
    """Return the panel."""
    return str(reader.ask(panels=["journey"])["outputs"]["journey"])


def text_of(html: str) -> str:
    """Return the text without its markup."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html)).strip()


def test_a_newcomer_sees_the_whole_journey_and_no_counts(walker: Reader) -> None:
    """Numbers belong to the names; "and" and "or" are words and no headings."""
    html = journey(walker)
    headings = [text_of(one) for one in re.findall("<h3>.*?</h3>", html)]

    assert headings[:3] == ["Step 1 : Prepare", "Step 2 : At the interview", "Step 3 : The same day"]  # fmt: skip
    assert len(headings) == len(STAGES)
    assert '<li>and <a href="guide/referees/">Brief your referees</a></li>' in html
    assert "<li>or <a" in html
    assert "aria-current" not in html
    assert " done" not in html


def test_a_reader_sees_how_far_and_where(walker: Reader) -> None:
    """One place only, said in words and marked for screen readers."""
    walker.today = "2026-11-26"
    walker.answer("interview", "24 11 2026")
    walker.tick("notes-date")
    walker.tick("prep-sheet")
    html = journey(walker)

    assert html.count('aria-current="step"') == 1
    assert html.count("You are here") == 1
    assert re.search(r'data-stage="wait"[^>]* aria-current="step".*?Wait <span class="here">You are here', html)  # fmt: skip
    assert 'Write your notes</a> <span class="how-far" data-done="some">1 of 2 done' in html
    assert 'Get ready</a> <span class="how-far" data-done="all">1 of 1 done' in html
    assert 'data-stage="same_day" data-state="open"' in html
    assert "Reply to an offer</a></li>" in html
    walker.tick("notes-review")
    walker.tick("ref-tell")
    assert re.search(r'data-state="done".*The same day <span class="stage-state">Done', journey(walker))  # fmt: skip


def test_the_way_that_an_outcome_took_is_marked(walker: Reader) -> None:
    """At its page, not at the name of the choice."""
    walker.answer("interview", "20 11 2026")
    walker.choose("outcome", "offer")
    html = journey(walker)

    assert re.search(r"Reply to an offer</a>.{0,80}<span class=\"here\">You are here", html)
    assert html.count("You are here") == 1
    assert 'data-stage="outcome" data-state="open" aria-current="step"' in html
