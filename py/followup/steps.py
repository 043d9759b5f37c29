"""The names of the guide's steps and what dates them. Their wording stands in the pages.

A name is a reader's saved tick and a careers office's link: it is never reused, never derived
from the text, and never removed from here without going into `RETIRED_STEPS`.
The windows are from the page map in the research on content, section 5.
"""

import re
from dataclasses import dataclass
from typing import Literal

Anchor = Literal["interview", "decision", "first", "later", "close", "last"]
"""What a step's days count from: the interview, the decision day, the plan's first contact, its
next later one, its close, or the last exchange."""

Unit = Literal["days", "working days"]


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
        needs: that without which it does not count: any outcome, being turned down, a plan whose
            last message is next, or one that has come to its close.
        rounds: whether it is ticked again for each later message.
        logged: whether it belongs to a contact that can be logged.
    """

    by: Offset | None = None
    every: Literal["week", "working day"] | None = None
    needs: Literal["outcome", "turned_down", "last_message", "close"] | None = None
    rounds: bool = False
    logged: bool = False


def _after(anchor: Anchor, count: int = 0, unit: Unit = "days") -> StepRule:
    return StepRule(by=Offset(anchor, count, unit))


_INTERVIEW_DAY = _after("interview")
_DAY_AFTER = _after("interview", 1)
_DAY_BEFORE = _after("interview", -1)
_TWO_DAYS_AFTER = _after("interview", 2)
_FIRST_CONTACT = _after("first")
_WITH_FIRST = StepRule(by=Offset("first", 3, "working days"), logged=True)
_TURNED_DOWN = StepRule(needs="turned_down")
_QUIET = StepRule(by=Offset("close", 4), needs="close")
_MAIL = StepRule(by=Offset("later", 4), rounds=True)

STEP_RULES = {
    # index.md
    "start-list": _DAY_AFTER,
    "start-dates": _DAY_AFTER,
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
    # guide/referees.md
    "ref-tell": _TWO_DAYS_AFTER,
    "ref-who": _TWO_DAYS_AFTER,
    "ref-job": _TWO_DAYS_AFTER,
    "ref-points": _TWO_DAYS_AFTER,
    "ref-reach": _TWO_DAYS_AFTER,
    "ref-thank": StepRule(needs="outcome"),
    # guide/when-to-get-in-touch.md
    "plan-decision": _DAY_AFTER,
    "plan-first": _DAY_AFTER,
    "plan-update": StepRule(),
    # guide/first-contact.md
    "first-channel": _FIRST_CONTACT,
    "first-script": _FIRST_CONTACT,
    "first-practise": _FIRST_CONTACT,
    "first-call": _WITH_FIRST,
    "first-voicemail": _WITH_FIRST,
    "first-newdate": _after("first", 3, "working days"),
    "first-log": _WITH_FIRST,
    "first-email": StepRule(by=Offset("first", 5, "working days"), logged=True),
    # guide/later-emails.md
    "mail-wait": StepRule(by=Offset("later"), rounds=True),
    "mail-write": _MAIL,
    "mail-new": _MAIL,
    "mail-send": StepRule(by=Offset("later", 4), rounds=True, logged=True),
    "mail-log": StepRule(by=Offset("later", 5), rounds=True, logged=True),
    "mail-count": StepRule(by=Offset("later"), rounds=True),
    # guide/while-you-wait.md
    "wait-apply": StepRule(every="week"),
    "wait-check": StepRule(every="working day"),
    "wait-reply": StepRule(),
    "wait-learn": _FIRST_CONTACT,
    "wait-offer": StepRule(),
    "wait-withdraw": StepRule(),
    # guide/turned-down.md
    "no-thank": _TURNED_DOWN,
    "no-feedback": _TURNED_DOWN,
    "no-future": _TURNED_DOWN,
    "no-contacts": _TURNED_DOWN,
    "no-learn": _TURNED_DOWN,
    "no-rights": _TURNED_DOWN,
    # guide/no-reply.md
    "quiet-last": StepRule(by=Offset("later", 4), needs="last_message"),
    "quiet-close": _QUIET,
    "quiet-keep": _QUIET,
    "quiet-referees": _QUIET,
}
"""Every step of the guide, in the order of its pages."""

RETIRED_STEPS: frozenset[str] = frozenset()
"""Names that once stood in the guide. Saved ticks of theirs are kept; no step may take the name."""

STEP_NAME = re.compile(r"[a-z]+(?:-[a-z]+)+", re.ASCII)
LONGEST_STEP_NAME = 16
LONGEST_LABEL = 45
"""Characters."""
