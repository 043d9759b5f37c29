"""Which messages fit what comes next in the plan."""

from collections.abc import Mapping

from followup.dates.plan import DatedStep, Outcome, Plan

OF_OUTCOME: Mapping[Outcome, tuple[str, ...]] = {
    "asked_back": ("next-yes", "next-time"),
    "offer": ("offer-thanks", "offer-time", "offer-accept", "offer-decline", "referee-result"),
    "turned_down": ("turned-down", "feedback-thanks", "referee-result"),
    "withdrawn": ("withdraw", "referee-closed"),
    "closed": ("referee-closed",),
    "cancelled": ("moved-cancelled", "referee-closed"),
}
"""The messages that each outcome may need."""

SPOKEN = ("call", "voicemail")


def fitting(outcome: Outcome | None, plan: Plan | None) -> tuple[str, ...]:
    """Return the names of the messages that fit what comes next, the likeliest first."""
    if outcome:
        return OF_OUTCOME[outcome]
    if plan is None:
        return ()
    if plan.state == "too_late":
        return ("last-email", "referee-closed")
    return _of_step(plan, plan.current) if plan.current else ()


def _of_step(plan: Plan, step: DatedStep) -> tuple[str, ...]:
    if step.kind == "close":
        return ("referee-closed",)
    if step.kind == "first":
        return {"phone": SPOKEN, "email": ("first-email",)}.get(
            step.channel, (*SPOKEN, "first-email")
        )
    email = "last-email" if plan.last_message_due else "later-email"
    return (*SPOKEN, email) if step.channel == "phone" else (email,)
