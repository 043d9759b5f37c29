"""When to follow up: the dates asked for, the plan, the log and the ways to see them."""

from followup.view.when_to_follow_up import (
    calendar,
    contact_form,
    log,
    outcome,
    pin,
    plan,
    questions,
    timeline,
)

PANELS = {
    "questions": questions,
    "plan": plan,
    "calendar": calendar,
    "timeline": timeline,
    "contact-form": contact_form,
    "log": log,
    "pin": pin,
    "outcome": outcome,
}
"""What this page offers, by the name by which a page places it."""
