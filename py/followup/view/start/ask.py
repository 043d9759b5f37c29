"""The two date questions on the start page, and the way on while the interview is still to come."""

from htpy import Element, Node, a, details, div, p, summary

from followup import words
from followup.guide.contents import Guide
from followup.guide.journey import first_page
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.questions import answered, question

ANSWER_FIRST = "answer-first"
"""Id of the questions on the start page. Once a day is known the page puts the answer before them,
at the next visit; never under the reader's finger."""

CARD_ADDRESS = "plan/card/"


def blank(guide: Guide) -> Node:
    """Return both questions, empty."""
    return div(".two-questions", id=ANSWER_FIRST)[
        question("interview", beside=_still_to_come(guide)), question("decision")
    ]


def fill(scene: Scene) -> View:
    """Return both questions as answered."""
    return answered(scene)


def _still_to_come(guide: Guide) -> Element:
    """Return what to do before the interview, to open."""
    page = first_page(guide)
    return details(".still-to-come")[
        summary[words.STILL_TO_COME],
        p[
            words.TYPE_ITS_DAY,
            a(href=page.address)[words.READY_FIRST] if page else words.READY_FIRST,
            words.AND_NOTE,
            a(href=CARD_ADDRESS)[words.INTERVIEW_CARD],
            words.FULL_STOP,
        ],
    ]
