"""Rule 1 of the dates once more, said as plainly as it can be, to hold the plan to."""

from collections.abc import Sequence
from datetime import date, timedelta

from followup.dates.plan import Situation


def rule_one(situation: Situation) -> Sequence[date]:
    """Return the parts of rule 1 that exist, straight from the contract."""
    rules = situation.rules
    log = sorted(situation.contacts, key=lambda one: (one.day, one.direction == "received"))
    interview, decision = situation.interview, situation.decision
    moved = [place for place, one in enumerate(log) if one.purpose == "moved"]
    for place, one in enumerate(log):
        interview = one.new_interview or interview
        if one.purpose in {"follow_up", "moved"} and one.new_decision:
            is_older = situation.decided_anew and situation.decision and place <= max(moved)
            decision = decision if is_older else one.new_decision
    if decision and decision < interview:
        decision = None
    exchanges = [one for one in log if one.purpose == "follow_up" and one.day >= interview]
    parts = [interview + timedelta(days=rules.first_wait)]
    if decision:
        parts.append(decision + timedelta(days=rules.grace))
    if exchanges and not exchanges[-1].new_decision:
        parts.append(exchanges[-1].day + timedelta(days=rules.gap))
    return parts
