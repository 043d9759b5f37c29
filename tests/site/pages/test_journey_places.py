"""A guide page says itself where it stands in the journey; what makes no journey stops the build."""

from pathlib import Path

import pytest

from followup.errors import GuideError
from followup.guide.contents import Guide, Page
from followup.guide.journey import STAGES, page_of, pages_of
from followup_site.pages.front_matter import read_head
from followup_site.pages.guide_reader import read_guide
from followup_site.pages.places.journey_places import (
    Place,
    check_journey,
    check_places,
    read_place,
)

DOCS = Path(__file__).parents[3] / "docs"
NAME = "docs/guide/x.md"


def read(*lines: str) -> Place:
    """Return the place of a page with these lines above it."""
    return read_place(read_head(["---", *lines, "---"], NAME))


def test_a_place_is_read_from_words() -> None:
    """Those of the page for editors."""
    assert read("stage: wait") == Place("wait")
    assert read("stage: same day", "joint: if it fits") == Place("same_day", "if_it_fits")
    assert read("stage: outcome", "joint: or", "outcome: turned down") == Place(
        "outcome", "or", "turned_down"
    )
    assert read("stage: none", "outcome: cancelled") == Place(outcome="cancelled")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["description: x"], f"{NAME}: this page does not say where it stands in the journey. Between its two --- add a line like “stage: wait”, or “stage: none” if it stands beside the journey. Use one of: prepare, interview, same day,"),
        (["a: b", "stage: waiting"], f"{NAME}:3: “stage” cannot be “waiting”. Use one of: prepare, interview, same day, dates, wait, first, later, outcome, none."),
        (["stage: wait", "joint: maybe"], f"{NAME}:3: “joint” cannot be “maybe”. Use one of: and, if it fits, or."),
        (["stage: none", "joint: and"], f"{NAME}:3: a page beside the journey follows no other. Take the line “joint” out."),
        (["stage: wait", "outcome: lost"], f"{NAME}:3: “outcome” cannot be “lost”. Use one of: asked back, offer,"),
        (["stage: [wait]"], f"{NAME}:2: “stage” cannot be “['wait']”."),
    ],
)  # fmt: skip
def test_a_mistake_is_told(lines: list[str], message: str) -> None:
    """With file, line and what to write."""
    with pytest.raises(GuideError) as caught:
        read(*lines)

    assert message in str(caught.value)


def test_two_pages_cannot_begin_one_stage_or_follow_one_outcome() -> None:
    """The second is told of, with the first."""
    first = Page("guide/a.md", "A", (), stage="wait", outcome="withdrawn")
    both = {"docs/guide/a.md": first}
    check_places(both)
    check_places(both | {NAME: Page("guide/x.md", "X", (), stage="wait", joint="and")})

    with pytest.raises(GuideError, match=r"x\.md: the stage “wait” begins with docs/guide/a\.md a.*add a line like “joint: and”"):  # fmt: skip
        check_places(both | {NAME: Page("guide/x.md", "X", (), stage="wait")})
    with pytest.raises(GuideError, match=r"x\.md: the outcome “withdrawn” has a page already, docs/guide/a\.md\. Take"):  # fmt: skip
        check_places(both | {NAME: Page("guide/x.md", "X", (), outcome="withdrawn")})


def test_a_journey_with_a_gap_is_told() -> None:
    """A stage without its first page, and an outcome without a page."""
    guide = read_guide(DOCS)
    check_journey(guide)
    for path, message in (
        ("guide/while-you-wait.md", "no page begins the stage “wait” of the journey. Give one a line “stage: wait”"),
        ("guide/interview-moved.md", "no page follows the outcome “cancelled”. Give one a line “outcome: cancelled”"),
    ):  # fmt: skip
        rest = Guide(tuple(page for page in guide.pages if page.path != path))
        with pytest.raises(GuideError, match=message):
            check_journey(rest)


def test_the_journey_of_the_guide_is_the_one_that_readers_know() -> None:
    """Each stage with its pages, in order, and each outcome with its page."""
    guide = read_guide(DOCS)
    journey = {
        stage: [(Path(page.path).stem, page.joint) for page in pages_of(guide, stage)]
        for stage in STAGES
    }
    of_outcomes = [
        Path(page.path).stem for one in ("withdrawn", "cancelled") if (page := page_of(guide, one))
    ]

    assert journey == {
        "prepare": [("prepare", None)],
        "interview": [("at-the-interview", None)],
        "same_day": [("same-day-notes", None), ("referees", "and"), ("thank-you", "if_it_fits")],
        "dates": [("when-to-get-in-touch", None)],
        "wait": [("while-you-wait", None)],
        "first": [("first-contact", None)],
        "later": [("later-emails", None)],
        "outcome": [
            ("next-interview", None),
            ("offer", "or"),
            ("turned-down", "or"),
            ("no-reply", "or"),
        ],
    }
    assert of_outcomes == ["while-you-wait", "interview-moved"]
