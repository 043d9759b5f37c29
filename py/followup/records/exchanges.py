"""What each kind of log entry stands for: the contacts that it is made into."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from followup import words
from followup.dates.plan import Contact, Direction, Purpose
from followup.dates.rules import Channel
from followup.records.record import Entered

MOVED = "moved"
"""The kind of an entry that says that they moved the interview."""

EXCHANGES: Mapping[str, tuple[tuple[Direction, Channel], ...]] = {
    "called": (("sent", "phone"),),
    "spoke": (("sent", "phone"), ("received", "phone")),
    "emailed": (("sent", "email"),),
    "other": (("sent", "other"),),
    "they-called": (("received", "phone"),),
    "they-emailed": (("received", "email"),),
    "they-other": (("received", "other"),),
    MOVED: (("received", "other"),),
}
"""The contacts that each kind of log entry stands for. An answered call is two (rule 7)."""


def names_new_decision(kind: str) -> bool:
    """Return whether an entry of this kind may name a new decision day: they were heard."""
    return any(direction == "received" for direction, _ in EXCHANGES.get(kind, ()))


def asks_purpose(kind: str) -> bool:
    """Return whether an entry of this kind has a purpose: the reader got in touch."""
    return any(direction == "sent" for direction, _ in EXCHANGES.get(kind, ()))


def contacts_of(
    entered: Entered, day: date, named: date | None, new_interview: date | None
) -> tuple[Contact, ...]:
    """Return the contacts of an entry whose days are accepted.

    Args:
        entered: the entry.
        day: on which it happened.
        named: the new decision day, if they named one.
        new_interview: the day to which they moved the interview, if they did.
    """
    fields, entry = dict(entered.fields), entered.entry
    kind = fields.get("kind", "")
    if kind == MOVED:
        return (Contact(day, "received", "other", "moved", named, entry, new_interview),)
    given = fields.get("purpose", "") if asks_purpose(kind) else ""
    purpose = cast("Purpose", given if given in words.PURPOSES else "follow_up")
    # Whatever the reader wrote for, what they answer is about the decision.
    return tuple(
        Contact(day, direction, channel, purpose, None, entry)
        if direction == "sent"
        else Contact(day, direction, channel, "follow_up", named, entry)
        for direction, channel in EXCHANGES.get(kind, ())
    )
