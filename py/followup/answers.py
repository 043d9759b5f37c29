"""What the reader answered, checked: dates read from their boxes, log entries made into contacts.

An answer that is refused becomes a `Problem` beside its field; it stays as typed, and what was
saved before stays saved. What is refused: docs/about/how-dates-are-worked-out.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from followup import civil_date, words
from followup.civil_date import Problem, Typed
from followup.plan import Contact, Direction, Purpose, Situation, in_order
from followup.records import Entered, Stamp
from followup.rules import Channel
from followup.state import State

EXCHANGES: Mapping[str, tuple[tuple[Direction, Channel], ...]] = {
    "called": (("sent", "phone"),),
    "spoke": (("sent", "phone"), ("received", "phone")),
    "emailed": (("sent", "email"),),
    "other": (("sent", "other"),),
    "they-called": (("received", "phone"),),
    "they-emailed": (("received", "email"),),
    "they-other": (("received", "other"),),
}
"""The contacts that each kind of log entry stands for. An answered call is two (rule 7)."""


@dataclass(frozen=True)
class LogEntry:
    """A log entry: what was typed, what it stands for, and why it is refused, if it is.

    Attributes:
        contacts: what it stands for; empty if it is refused.
        problems: by field ("kind", "contact", "new-decision").
        removed: whether the reader took it out of the log.
    """

    entered: Entered
    stamp: Stamp
    contacts: tuple[Contact, ...]
    problems: Mapping[str, Problem]
    removed: bool

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entered.entry

    @property
    def kind(self) -> str:
        """What happened, one of `EXCHANGES` unless it is refused."""
        return dict(self.entered.fields).get("kind", "")


@dataclass(frozen=True)
class Answers:
    """All answers about one interview.

    Attributes:
        interview: the interview date, if it is known and accepted.
        decision: the decision date announced at the interview, likewise.
        log: every log entry in the order of entry, removed ones among them.
        problems: by question ("interview", "decision").
        asked: when the interview date was last answered.
    """

    interview: date | None
    decision: date | None
    log: tuple[LogEntry, ...] = ()
    problems: Mapping[str, Problem] = field(default_factory=dict)
    asked: Stamp | None = None

    def situation(self, today: date) -> Situation | None:
        """Return what the plan is worked out from; None while a date is missing or refused."""
        if self.interview is None or self.problems:
            return None
        return Situation(self.interview, today, self.decision, self.contacts())

    def contacts(self) -> tuple[Contact, ...]:
        """Return the contacts of all entries that count, in order."""
        return in_order(
            [contact for entry in self.log if not entry.removed for contact in entry.contacts]
        )

    def follow_ups_sent(self) -> tuple[Contact, ...]:
        """Return the follow-ups sent, in order; those that count as messages."""
        return tuple(
            contact
            for contact in self.contacts()
            if contact.direction == "sent" and contact.purpose == "follow_up"
        )

    def refused_entry(self) -> LogEntry | None:
        """Return the log entry to correct in the form: the last one, if it is refused.

        One that a later interview date made wrong stays in the log: it was accepted once, and
        what is logged next must not take its place.
        """
        last = max(self.log, key=lambda entry: entry.stamp, default=None)
        if last is None or last.removed or not last.problems:
            return None
        return last if self.asked is None or last.stamp > self.asked else None


def read_answers(state: State, interview_id: str, today: date) -> Answers:
    """Return the answers about one interview, each read and checked."""
    problems: dict[str, Problem] = {}
    interview = _accepted(state, interview_id, "interview", today, problems)
    decision = _accepted(state, interview_id, "decision", today, problems)
    if interview and decision and decision < interview:
        problems["decision"] = Problem(words.decision_before_interview(interview))
        decision = None
    log = tuple(
        _log_entry(entered, fact.stamp, interview, today, removed=removed)
        for fact, entered, removed in state.entries(interview_id)
    )
    answered = state.facts.get((interview_id, "answer", "interview"))
    return Answers(interview, decision, log, problems, answered.stamp if answered else None)


def _accepted(
    state: State, interview_id: str, question: str, today: date, problems: dict[str, Problem]
) -> date | None:
    """Return the day answered, if there is one; note the problem, if it is refused."""
    name = words.QUESTIONS[question][0].lower()
    answer = civil_date.read(state.typed(interview_id, question), name, today)
    if isinstance(answer, Problem):
        problems[question] = answer
        return None
    return answer


def _log_entry(
    entered: Entered, stamp: Stamp, interview: date | None, today: date, *, removed: bool
) -> LogEntry:
    fields, dates = dict(entered.fields), dict(entered.dates)
    problems: dict[str, Problem] = {}
    kind = fields.get("kind", "")
    exchanges = EXCHANGES.get(kind, ())
    if not exchanges:
        problems["kind"] = Problem(words.KIND_MISSING, ())
    day = _contact_day(dates.get("contact", Typed()), interview, today, problems)
    named = None
    if names_new_decision(kind):
        named = _new_decision(dates.get("new-decision", Typed()), day, today, problems)
    contacts: tuple[Contact, ...] = ()
    if day and not problems:
        contacts = tuple(
            _contact(direction, channel, day, named, fields, entered.entry)
            for direction, channel in exchanges
        )
    return LogEntry(entered, stamp, contacts, problems, removed)


def names_new_decision(kind: str) -> bool:
    """Return whether an entry of this kind may name a new decision day: they were heard."""
    return any(direction == "received" for direction, _ in EXCHANGES.get(kind, ()))


def asks_purpose(kind: str) -> bool:
    """Return whether an entry of this kind has a purpose: the reader got in touch."""
    return any(direction == "sent" for direction, _ in EXCHANGES.get(kind, ()))


def _contact(
    direction: Direction,
    channel: Channel,
    day: date,
    named: date | None,
    fields: Mapping[str, str],
    entry: str,
) -> Contact:
    kind = fields["kind"]
    purpose = fields.get("purpose", "") if asks_purpose(kind) else ""
    purpose = purpose if purpose in words.PURPOSES else "follow_up"
    if direction == "sent":
        return Contact(day, direction, channel, cast("Purpose", purpose), None, entry)
    # Whatever the reader wrote for, what they answer is about the decision.
    return Contact(day, direction, channel, "follow_up", named, entry)


def _contact_day(
    typed: Typed, interview: date | None, today: date, problems: dict[str, Problem]
) -> date | None:
    name = words.QUESTIONS["contact"][0].lower()
    day = civil_date.read(typed, name, today)
    if interview is None:
        day = Problem(words.INTERVIEW_FIRST, ())
    elif day is None:
        day = Problem(words.CONTACT_DATE_MISSING)
    elif isinstance(day, date) and day < interview:
        day = Problem(words.contact_before_interview(interview))
    elif isinstance(day, date) and day > today:
        day = Problem(words.contact_after_today(today))
    if isinstance(day, Problem):
        problems["contact"] = day
        return None
    return day


def _new_decision(
    typed: Typed, announced: date | None, today: date, problems: dict[str, Problem]
) -> date | None:
    day = civil_date.read(typed, words.QUESTIONS["new-decision"][0].lower(), today)
    if isinstance(day, date) and announced and day < announced:
        day = Problem(words.decision_before_announced(announced))
    if isinstance(day, Problem):
        problems["new-decision"] = day
        return None
    return day
