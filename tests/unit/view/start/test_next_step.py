"""The start page's answer to "what do I do next?": with no plan, half a plan, and after the end."""

import re
from datetime import date

import pytest
from asking import INTERVIEW, Reader
from guide_steps import RULES, step

from followup.guide.checklist import Due, DueState, Item
from followup.guide.contents import Guide, Page
from followup.view.panels import PANELS
from followup.view.start.next_step import earlier_steps, next_steps

DAYS = {number: date(2026, 11, number) for number in range(20, 30)}


@pytest.fixture(name="walker")
def _walker() -> Reader:
    """A reader of a guide with steps before, at and after the interview."""
    pages = (
        Page(
            "guide/prepare.md",
            "Get ready",
            (step("prep-sheet", "Print a sheet", core=True),),
            stage="prepare",
        ),
        Page("guide/same-day-notes.md", "Write your notes", (step("notes-review", "Note it"),)),
        Page("guide/later-emails.md", "Later emails", (step("mail-wait", "Wait {gap} days"),)),
        Page(
            "guide/offer.md",
            "Reply to an offer",
            (step("offer-thank", "Thank them"),),
            stage="outcome",
            outcome="offer",
        ),
    )
    return Reader(Guide(pages))


def panel(reader: Reader) -> str:
    """Return the panel as HTML."""
    return str(reader.ask(panels=["next-step"])["outputs"]["next-step"])


def text_of(html: str) -> str:
    """Return the text without its markup."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html)).strip()


def item(name: str, state: DueState, day: int, *, done: bool = False, counts: bool = True) -> Item:
    """Return a step of the checklist with a date."""
    return Item(name, RULES[name], done, why=None, aside=False, counts=counts, number=0, due=Due(DAYS[day], state), every=None)  # fmt: skip


def test_a_newcomer_is_told_the_first_thing(walker: Reader) -> None:
    """The questions stand beside it, with where to begin before the interview."""
    html = panel(walker)

    assert "Answer the first question." in html
    assert "Your next step" in html
    assert (
        walker.ask(panels=["next-step"])["inputs"]["answer-first"]["attributes"]["data-known"]
        is None
    )
    asked = PANELS["ask"].blank(
        Guide((Page("guide/prepare.md", "Get ready", (), stage="prepare"),))
    )
    assert '<a href="guide/prepare/">get ready</a>' in str(asked)
    assert "You have done" not in html


def test_a_tick_alone_does_not_hide_the_first_thing(walker: Reader) -> None:
    """Without a day nothing can be worked out."""
    walker.tick("prep-sheet")

    assert "Answer the first question." in panel(walker)


def test_half_a_plan_shows_what_is_next_with_its_day_and_why(walker: Reader) -> None:
    """What, when, how soon, why; the steps by name with their anchors; and how far."""
    walker.answer("interview", "24 11 2026")
    walker.tick("prep-sheet")
    walker.today = "2026-11-27"
    html = panel(walker)
    text = text_of(html)

    assert "In 4 days Tuesday 1 December 2026 Telephone them" in text
    assert "Add to your calendar Another day" in text
    assert f'data-switch="{INTERVIEW}" href="plan/calendar/"' in html
    assert "They answered" not in text
    assert "7 days after the interview on" in text
    assert '<a href="guide/same-day-notes/#notes-review">Note it</a>' in html
    assert "1 earlier step Note it Was for Wednesday 25 November 2026" in text
    assert '<a href="guide/later-emails/#mail-wait">Wait 10 days</a>' in html
    assert "You have done 1 of 1 core step." in text
    assert '<progress max="1" value="1"' in html
    assert "This is for" not in text


def test_with_nothing_due_it_says_until_when(walker: Reader) -> None:
    """The next day that something is, a step of the list among it."""
    walker.today = "2026-11-20"
    walker.answer("interview", "24 11 2026")

    assert "Nothing is due until Monday 23 November 2026 ." in text_of(panel(walker))
    walker.tick("prep-sheet")
    walker.tick("notes-review")
    walker.today = "2026-11-27"

    assert "Nothing is due until Tuesday 1 December 2026 ." in text_of(panel(walker))
    walker.today = "2026-12-01"
    assert "Nothing is due" not in text_of(panel(walker))
    assert "Another day Then: They answered Nobody answered" in text_of(panel(walker))


def test_labels_have_the_readers_own_numbers(walker: Reader) -> None:
    """And the core steps count alone if those are chosen."""
    walker.answer("interview", "24 11 2026")
    walker.text("gap", "1", "all")
    walker.choose("show", "core", "all")
    text = text_of(panel(walker))

    assert "Wait 1 day " in text
    assert "You have done 0 of 1 core step." in text


def test_an_outcome_has_its_own_next_steps(walker: Reader) -> None:
    """With its page, and no contact any more."""
    walker.answer("interview", "20 11 2026")
    walker.choose("outcome", "offer")
    html = panel(walker)

    assert "You have an offer." in html
    assert '<a href="guide/offer/">Reply to an offer</a>' in html
    assert '<a href="guide/offer/#offer-thank">Thank them</a>' in html
    assert "Telephone them" not in html


def test_too_late_and_a_refused_day_are_not_passed_over(walker: Reader) -> None:
    """Each has its own sentence, and a refused day the way to mend it."""
    walker.answer("interview", "24 11 2025")
    assert "It is probably too late" in panel(walker)
    assert "You can still send one short message" in panel(walker)

    walker.answer("interview", "40 11 2026")
    assert "Correct the interview date" in panel(walker)
    assert '<a href="plan/dates/#your-interview">Go to your dates</a>' in panel(walker)


def test_of_several_interviews_it_says_whose_steps_these_are(walker: Reader) -> None:
    """The rows are of all of them, each with its name."""
    walker.answer("interview", "24 11 2026")
    walker.text("employer", "Acme")
    walker.interview = "other1"
    walker.answer("interview", "25 11 2026")
    walker.text("employer", "Beta")
    html = panel(walker)

    assert "This is for Beta ." in text_of(html)
    assert f'data-switch="{INTERVIEW}"' in html


def test_an_empty_interview_beside_others_asks_for_its_day(walker: Reader) -> None:
    """And still shows what is due elsewhere."""
    walker.answer("interview", "24 11 2026")
    walker.interview = "other1"
    walker.text("employer", "Beta")
    text = text_of(panel(walker))

    assert "Telephone them" in text
    assert "Enter the interview date to see your dates." in text


def test_what_runs_out_first_comes_first_and_what_is_past_stands_apart() -> None:
    """Done, passed and uncounted steps never; three at the most; of the past the latest first."""
    items = [
        item("prep-sheet", "earlier", 22),
        item("prep-examples", "earlier", 23),
        item("meet-names", "today", 24),
        item("meet-next", "today", 24),
        item("notes-date", "upcoming", 26),
        item("notes-review", "upcoming", 25),
        item("notes-missed", "done", 24, done=True),
        item("notes-detail", "passed", 24),
        item("offer-thank", "upcoming", 24, counts=False),
    ]

    assert [one.name for one in next_steps(items)] == ["meet-names", "meet-next", "notes-review"]
    assert [one.name for one in next_steps(items[4:])] == ["notes-review", "notes-date"]
    assert [one.name for one in earlier_steps(items)] == ["prep-examples", "prep-sheet"]
    assert next_steps(items[6:]) == earlier_steps(items[2:]) == []
