"""Ticks that tools give: the steps that they see done, when that was, and by what.

A tick is the reader's own as long as nothing that was done later says otherwise. So one that was
taken back by hand stays so until the thing is done anew. What no tool can see is left alone, such
as a step that speaks of each person, of something said or of a print.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.dates.closed_days import ClosedDays
from followup.dates.plan import Contact, Plan
from followup.records.answers import Answers, LogEntry
from followup.records.record import ALL, CALENDAR, FILE, LINK, MESSAGE_TEXT, Exported, Stamp, Ticked
from followup.records.state import Fact, State

Why = Literal[
    "date", "plan", "log", "outcome", "list", "copy", "calendar", "round", "choice", "text"
]
"""What the reader did: entered a date, or one that the plan needs; logged a contact; entered an
outcome; ticked another step; took a copy; put a date into a calendar; added the next round; chose
one of several; wrote a text."""

OF_DATES: Mapping[str, tuple[str, ...]] = {
    "interview": ("start-dates",),
    "decision": ("plan-decision", "notes-date", "meet-decision"),
    "offer-deadline": ("offer-deadline",),
}
"""The steps that are done once the answer to a date question stands there."""

OF_PLAN = "plan-first"
"""The step that is done once there is a plan."""

OF_OUTCOMES = {"closed": "quiet-close", "withdrawn": "wait-withdraw"}
"""The step that is done by entering an outcome."""

OF_TEXTS = {
    "promised": "notes-promises",
    f"{MESSAGE_TEXT}call": "first-script",
    f"{MESSAGE_TEXT}thanks-one": "thanks-write",
    f"{MESSAGE_TEXT}thanks-panel": "thanks-write",
    f"{MESSAGE_TEXT}thanks-arranger": "thanks-write",
}
"""The step that is done by writing a text."""

OF_NEW_DAY = ("plan-update", "first-newdate")
"""The steps that are done by logging that they named a new decision date."""

OF_FIRST_CONTACT: Mapping[str, tuple[str, ...]] = {
    "phone": ("first-call",),
    "email": ("first-email",),
    "other": (),
}
OF_NO_ANSWER, OF_ANY_CONTACT = "first-voicemail", "first-log"
"""The steps that are done by logging the first contact: by its way, if nobody answered, and any."""

OF_LAST_MESSAGE = "quiet-last"
OF_THANKS = ("thanks-write", "thanks-send")
OF_LATER_MESSAGE = ("mail-write", "mail-send", "mail-log")
OF_LIST, OF_COPY, OF_CALENDAR, OF_ROUND = "start-list", "start-backup", "plan-calendar", "next-list"
OF_WAY, WAYS = "first-channel", ("phone", "email")
"""The step that is done by choosing how to get in touch first, and the choices that do it."""


@dataclass(frozen=True)
class Facts:
    """What a checklist is read from.

    Attributes:
        thank_you_note: whether the reader wants to send one.
        next_round: interview date of the round after this one.
        round_added: when the round after this one was added; None if there is none.
    """

    state: State
    interview_id: str
    answers: Answers
    plan: Plan | None
    closed: ClosedDays
    today: date
    thank_you_note: bool = True
    next_round: date | None = None
    round_added: Stamp | None = None


@dataclass(frozen=True, order=True)
class Given:
    """A tick that a tool gives: when what it sees was done, and what that was."""

    stamp: Stamp
    why: Why


Named = tuple[str, int, Given]
"""A step by its name, the round that its tick belongs to, and the tick."""


def given_ticks(facts: Facts) -> dict[tuple[str, int], Given]:
    """Return the ticks that tools give, by step and round: of several for one, the latest."""
    found: dict[tuple[str, int], Given] = {}
    for see in (_dates, _log, _thanks, _texts, _choices, _copies, _list, _round):
        for name, number, given in see(facts):
            known = found.get((name, number), given)
            found[name, number] = max(known, given)
    return found


def is_at_close(plan: Plan | None) -> bool:
    """Return whether the plan says to close the application."""
    return plan is not None and plan.current is not None and plan.current.kind == "close"


def _dates(facts: Facts) -> Iterator[Named]:
    """See the date questions that have an accepted answer, and that there is a plan."""
    answers = facts.answers
    days = {
        "interview": answers.answered_interview,
        "decision": answers.decision,
        "offer-deadline": answers.deadline,
    }
    for question, names in OF_DATES.items():
        fact = _fact(facts, "answer", question)
        if fact and days[question]:
            for name in names:
                yield name, 0, Given(fact.stamp, "date")
    interview = _fact(facts, "answer", "interview")
    if interview and facts.plan:
        yield OF_PLAN, 0, Given(interview.stamp, "plan")


def _log(facts: Facts) -> Iterator[Named]:
    """See the steps of the contacts in the log."""
    entries = {entry.id: entry for entry in facts.answers.log}
    to_come = sorted(facts.answers.moves.days, reverse=True)
    is_first = True
    for number, contact in enumerate(facts.answers.follow_ups_sent):
        entry = entries[contact.entry]
        given = Given(entry.stamp, "log")
        while to_come and to_come[-1] <= contact.day:
            # After each day to which they moved the interview there is a first contact again.
            to_come.pop()
            is_first = True
        names = _first_steps(contact, entry) if is_first else OF_LATER_MESSAGE
        if is_at_close(facts.plan):
            # The last one logged before the close was the last message.
            yield OF_LAST_MESSAGE, 0, given
        for name in names:
            yield name, 0 if is_first else number, given
        is_first = False
    for contact in facts.answers.contacts:
        if contact.new_decision:
            for name in OF_NEW_DAY:
                yield name, 0, Given(entries[contact.entry].stamp, "log")


def _first_steps(contact: Contact, entry: LogEntry) -> tuple[str, ...]:
    unanswered = (OF_NO_ANSWER,) if entry.kind == "called" else ()
    return (*OF_FIRST_CONTACT[contact.channel], *unanswered, OF_ANY_CONTACT)


def _thanks(facts: Facts) -> Iterator[Named]:
    """See the thank-you note. Thanks after they were heard are for what they said then."""
    entries = {entry.id: entry for entry in facts.answers.log}
    for contact in facts.answers.contacts:
        if contact.purpose == "moved" or not facts.answers.is_current(contact.day):
            continue
        if contact.direction == "received":
            return
        if contact.purpose == "thanks" and contact.channel != "phone":
            for name in OF_THANKS:
                yield name, 0, Given(entries[contact.entry].stamp, "log")


def _texts(facts: Facts) -> Iterator[Named]:
    for text, name in OF_TEXTS.items():
        fact = _fact(facts, "text", text)
        if fact and facts.state.text(facts.interview_id, text).strip():
            yield name, 0, Given(fact.stamp, "text")


def _choices(facts: Facts) -> Iterator[Named]:
    outcome = _fact(facts, "choice", "outcome")
    if outcome and facts.answers.outcome in OF_OUTCOMES:
        yield OF_OUTCOMES[facts.answers.outcome], 0, Given(outcome.stamp, "outcome")
    way = _fact(facts, "choice", OF_WAY)
    if way and facts.state.choice(OF_WAY, "", facts.interview_id) in WAYS:
        yield OF_WAY, 0, Given(way.stamp, "choice")


def _copies(facts: Facts) -> Iterator[Named]:
    """See what was handed out: of all interviews only what had this one in it."""
    since = facts.state.since.get(facts.interview_id)
    for fact in (*_own(facts), *facts.state.facts.get(ALL, {}).values()):
        event = fact.event
        if not isinstance(event, Exported) or not event.on or since is None or fact.stamp < since:
            continue
        if event.name in (FILE, LINK):
            yield OF_COPY, 0, Given(fact.stamp, "copy")
        elif event.name.startswith(CALENDAR):
            yield OF_CALENDAR, 0, Given(fact.stamp, "calendar")


def _list(facts: Facts) -> Iterator[Named]:
    """See that the list was started: by the first of the reader's own ticks that stand."""
    own = (fact for fact in _own(facts) if _is_tick(fact))
    first = min(own, key=lambda fact: fact.stamp, default=None)
    if first:
        yield OF_LIST, 0, Given(first.stamp, "list")


def _is_tick(fact: Fact) -> bool:
    event = fact.event
    return isinstance(event, Ticked) and event.on and event.step != OF_LIST


def _round(facts: Facts) -> Iterator[Named]:
    if facts.round_added:
        yield OF_ROUND, 0, Given(facts.round_added, "round")


def _own(facts: Facts) -> tuple[Fact, ...]:
    return tuple(facts.state.facts.get(facts.interview_id, {}).values())


def _fact(facts: Facts, *name: str) -> Fact | None:
    return facts.state.fact(facts.interview_id, *name)
