"""Where an interview stands among the reader's others: what it waits for.

Dates and urgency come from the plan and the due list; nothing is reckoned here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from followup.dates.plan import Plan
from followup.guide.due import DueItem
from followup.records.answers import Answers

Standing = Literal["offer", "now", "waiting", "coming", "ended"]

STANDINGS: tuple[Standing, ...] = ("offer", "now", "waiting", "coming", "ended")
"""In the order in which a list shows them."""


def standing_of(
    answers: Answers,
    plan: Plan | None,
    due: Sequence[DueItem],
    today: date,
    *,
    is_answered: bool,
) -> Standing:
    """Return where an interview stands.

    One without a date, or with a date that is refused, is to do now: there may be something due
    behind it. One that is much too late is over, as nobody is reminded of it.

    Args:
        answers: what the reader answered about it.
        plan: its plan; None while a date is missing or refused.
        due: what is to do in it.
        today: the reader's own day.
        is_answered: whether an offer is answered already.
    """
    if answers.outcome == "offer" and not is_answered:
        return "offer"
    has_plan = plan is not None or (answers.outcome is not None and not answers.problems)
    if not has_plan or any(item.is_due for item in due):
        return "now"
    if answers.outcome or (plan and plan.state != "running"):
        return "ended"
    is_ahead = answers.interview is not None and answers.interview >= today
    return "coming" if is_ahead else "waiting"
