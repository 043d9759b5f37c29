"""What dates a step of the guide, and when it counts. Words, names and rules stand in the pages,
and `followup_site.pages.step_rules` reads the rules there.

A name is a reader's saved tick and a careers office's link: it is never reused, and never derived
from the text.
"""

import re
from dataclasses import dataclass
from typing import Literal

Anchor = Literal[
    "interview", "decision", "first", "later", "close", "last", "outcome", "deadline", "next_round"
]
"""What a step's days count from: the interview, the decision day, the plan's first contact, its
next later one, its close, the last exchange, the day of the outcome, the day by which an offer
must be answered, or the interview of the next round."""

PLAN_ANCHORS = frozenset({"first", "later", "close", "last"})
"""Anchors that are dates of the plan; an outcome ends the plan and the steps that hang on them."""

Unit = Literal["days", "working days"]

Need = Literal[
    "outcome",
    "asked_back",
    "offer",
    "turned_down",
    "withdrawn",
    "closed",
    "cancelled",
    "moved",
    "thank_you_note",
    "last_message",
    "at_close",
    "it_happens",
]
"""That without which a step does not count: any outcome, one of the six, that they moved the
interview, the wish to send a thank-you note, a plan whose last message is next, one that has
come to its close, or something that only the reader knows of: then a step counts once it is ticked.
Pages write them with spaces."""


@dataclass(frozen=True)
class Offset:
    """So many days, or working days, after an anchor (before it, if negative)."""

    anchor: Anchor
    count: int = 0
    unit: Unit = "days"


@dataclass(frozen=True)
class StepRule:
    """What dates a step and when it counts.

    Attributes:
        by: the last day to do it; None if it has no date.
        every: how often it comes round, where it is a habit with no date.
        needs: that without which it does not count, any one of it; nothing if it always counts.
        until_outcome: whether it stops to make sense once there is an outcome.
        until_contact: whether it stops to make sense once the first follow-up was sent.
        rounds: whether it is ticked again for each later message.
        logged: whether it belongs to a contact that can be logged.
    """

    by: Offset | None = None
    every: Literal["week", "working day"] | None = None
    needs: tuple[Need, ...] = ()
    until_outcome: bool = False
    until_contact: bool = False
    rounds: bool = False
    logged: bool = False

    @property
    def ends_with_plan(self) -> bool:
        """Whether an outcome stops it: it hangs on the plan, or says so."""
        return self.until_outcome or (self.is_of_plan and not self.needs) or self.rounds

    @property
    def is_of_plan(self) -> bool:
        """Whether it hangs on a contact of the plan, or on the plan's close."""
        return self.by is not None and self.by.anchor in PLAN_ANCHORS

    def is_brought_by(self, outcome: str) -> bool:
        """Return whether an outcome brings the step."""
        return any(need in {"outcome", outcome} for need in self.needs)


ALWAYS = StepRule()
"""The rule of a step that always counts and has no date."""

STEP_NAME = re.compile(r"[a-z]+(?:-[a-z]+)+", re.ASCII)
LONGEST_STEP_NAME = 16
LONGEST_LABEL = 45
"""Characters."""
