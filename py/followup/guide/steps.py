"""The names of the guide's steps and what dates them. Their wording stands in the pages.

A name is a reader's saved tick and a careers office's link: it is never reused, never derived
from the text, and never removed from here without going into `RETIRED_STEPS`.
The windows are from the page map in the research on content, section 5.
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
]
"""That without which a step does not count: any outcome, one of the six, that they moved the
interview, the wish to send a thank-you note, a plan whose last message is next, or one that has
come to its close."""


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
        hangs_on_plan = self.by is not None and self.by.anchor in PLAN_ANCHORS
        return self.until_outcome or (hangs_on_plan and not self.needs) or self.rounds


def _after(anchor: Anchor, count: int = 0, unit: Unit = "days") -> StepRule:
    return StepRule(by=Offset(anchor, count, unit))


def _if(need: Need, anchor: Anchor, count: int = 0, unit: Unit = "days") -> StepRule:
    return StepRule(by=Offset(anchor, count, unit), needs=(need,))


_INTERVIEW_DAY = _after("interview")
_DAY_AFTER = _after("interview", 1)
_DAY_BEFORE = _after("interview", -1)
_TWO_DAYS_AFTER = _after("interview", 2)
_FIRST_CONTACT = StepRule(by=Offset("first"), until_contact=True)
_WITH_FIRST = StepRule(by=Offset("first", 3, "working days"), logged=True, until_contact=True)
_QUIET = StepRule(by=Offset("close", 4), needs=("at_close", "closed", "withdrawn"))
_MAIL = StepRule(by=Offset("later", 4), rounds=True)
_THANKS = _if("thank_you_note", "interview", 1)

STEP_RULES = {
    # index.md
    "start-list": _DAY_AFTER,
    "start-dates": _DAY_AFTER,
    "start-backup": _after("interview", 6),
    # guide/prepare.md
    "prep-examples": _DAY_BEFORE,
    "prep-referees": _DAY_BEFORE,
    "prep-questions": _DAY_BEFORE,
    "prep-sheet": _DAY_BEFORE,
    "prep-voicemail": _DAY_BEFORE,
    "prep-adjust": _after("interview", -2, "working days"),
    # guide/at-the-interview.md
    "meet-names": _INTERVIEW_DAY,
    "meet-cards": _INTERVIEW_DAY,
    "meet-decision": _INTERVIEW_DAY,
    "meet-next": _INTERVIEW_DAY,
    "meet-contact": _INTERVIEW_DAY,
    "meet-thank": _INTERVIEW_DAY,
    # guide/same-day-notes.md
    "notes-date": _INTERVIEW_DAY,
    "notes-questions": _DAY_AFTER,
    "notes-review": _DAY_AFTER,
    "notes-missed": _DAY_AFTER,
    "notes-detail": _DAY_AFTER,
    "notes-promises": _INTERVIEW_DAY,
    "notes-agency": _INTERVIEW_DAY,
    # guide/thank-you.md
    "thanks-decide": _THANKS,
    "thanks-write": _THANKS,
    "thanks-detail": _THANKS,
    "thanks-each": _THANKS,
    "thanks-check": _THANKS,
    "thanks-send": _if("thank_you_note", "interview", 2, "working days"),
    "thanks-promises": _after("interview", 2, "working days"),
    # guide/referees.md
    "ref-tell": _TWO_DAYS_AFTER,
    "ref-who": _TWO_DAYS_AFTER,
    "ref-job": _TWO_DAYS_AFTER,
    "ref-points": _TWO_DAYS_AFTER,
    "ref-reach": _TWO_DAYS_AFTER,
    "ref-thank": _if("outcome", "outcome", 3),
    # guide/when-to-get-in-touch.md
    "plan-decision": _DAY_AFTER,
    "plan-first": _DAY_AFTER,
    "plan-calendar": _DAY_AFTER,
    "plan-update": StepRule(until_outcome=True),
    # guide/first-contact.md
    "first-channel": _FIRST_CONTACT,
    "first-script": _FIRST_CONTACT,
    "first-practise": _FIRST_CONTACT,
    "first-call": _WITH_FIRST,
    "first-voicemail": _WITH_FIRST,
    "first-newdate": StepRule(by=Offset("first", 3, "working days"), until_contact=True),
    "first-log": _WITH_FIRST,
    "first-email": StepRule(by=Offset("first", 5, "working days"), logged=True, until_contact=True),
    # guide/later-emails.md
    "mail-wait": StepRule(by=Offset("later"), rounds=True),
    "mail-write": _MAIL,
    "mail-new": _MAIL,
    "mail-send": StepRule(by=Offset("later", 4), rounds=True, logged=True),
    "mail-log": StepRule(by=Offset("later", 5), rounds=True, logged=True),
    "mail-count": StepRule(by=Offset("later"), rounds=True),
    # guide/while-you-wait.md
    "wait-apply": StepRule(every="week"),
    "wait-check": StepRule(every="working day", until_outcome=True),
    "wait-reply": StepRule(until_outcome=True),
    "wait-learn": _after("first"),
    "wait-offer": StepRule(until_outcome=True),
    "wait-withdraw": StepRule(until_outcome=True),
    # guide/next-interview.md
    "next-reply": _if("asked_back", "outcome", 1),
    "next-who": _if("asked_back", "next_round", -2, "working days"),
    "next-notes": _if("asked_back", "next_round", -1),
    "next-answers": _if("asked_back", "next_round", -1),
    "next-online": _if("asked_back", "next_round", -1),
    "next-list": _if("asked_back", "next_round", 1),
    # guide/offer.md
    "offer-thank": _if("offer", "outcome", 1),
    "offer-deadline": _if("offer", "outcome", 1),
    "offer-others": _if("offer", "outcome", 1, "working days"),
    "offer-time": _if("offer", "deadline", -2, "working days"),
    "offer-check": _if("offer", "deadline", -1),
    "offer-answer": _if("offer", "deadline"),
    "offer-withdraw": _if("offer", "deadline", 1, "working days"),
    # guide/turned-down.md
    "no-thank": _if("turned_down", "outcome", 3),
    "no-feedback": _if("turned_down", "outcome", 7),
    "no-future": _if("turned_down", "outcome", 3),
    "no-contacts": _if("turned_down", "outcome", 3),
    "no-learn": _if("turned_down", "outcome", 7),
    "no-rights": _if("turned_down", "outcome", 14),
    # guide/no-reply.md
    "quiet-last": StepRule(by=Offset("later", 4), needs=("last_message",)),
    "quiet-close": _QUIET,
    "quiet-keep": _QUIET,
    "quiet-referees": _QUIET,
}
"""Every step of the guide, in the order of its pages."""


def steps_of(outcome: str) -> tuple[str, ...]:
    """Return the names of the steps that an outcome brings, in reading order."""
    return tuple(
        name
        for name, rule in STEP_RULES.items()
        if any(need in {"outcome", outcome} for need in rule.needs)
    )


RETIRED_STEPS: frozenset[str] = frozenset()
"""Names that once stood in the guide. Saved ticks of theirs are kept; no step may take the name."""

STEP_NAME = re.compile(r"[a-z]+(?:-[a-z]+)+", re.ASCII)
LONGEST_STEP_NAME = 16
LONGEST_LABEL = 45
"""Characters."""
