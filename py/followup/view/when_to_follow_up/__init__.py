"""When to follow up: the dates asked for, the plan, the log and the ways to see them."""

from collections.abc import Mapping

from followup.view.parts.panel import Panel
from followup.view.when_to_follow_up import (
    calendar,
    contact_form,
    log,
    outcome,
    pin,
    plan,
    questions,
    show_as_calendar,
    timeline,
)
from followup.view.when_to_follow_up.own_day import OWN_DAYS

PANELS: Mapping[str, Panel] = {
    "questions": questions,
    "plan": plan,
    "pictures": show_as_calendar,
    "calendar": calendar,
    "timeline": timeline,
    "contact-form": contact_form,
    "log": log,
    "pin": pin,
    "outcome": outcome,
    **OWN_DAYS,
}
"""What this page offers, by the name by which a page places it."""
