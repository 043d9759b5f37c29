"""What the reader answered, checked: dates read from their boxes, log entries made into contacts.

An answer that is refused becomes a `Problem` beside its field; it stays as typed, and what was
saved before stays saved. What is refused: docs/about/how-dates-are-worked-out.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import cast

from followup import words
from followup.dates import civil_date
from followup.dates.civil_date import Problem, Typed
from followup.dates.closed_days import LONGEST_RANGE, MOST_RANGES, ClosedDays, ClosedRange
from followup.dates.plan import OUTCOMES, Contact, Direction, Outcome, Purpose, Situation, in_order
from followup.dates.rules import Channel, Rules
from followup.records.record import CLOSED, CONTACT, PERSON, Entered, Stamp
from followup.records.state import Fact, State

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

BLOCKING = ("interview", "decision")
"""Questions without whose answer no plan is shown: one from half of them would look right."""


@dataclass(frozen=True, eq=False)
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

    @property
    def who(self) -> str:
        """With whom, as typed."""
        return dict(self.entered.texts).get("who", "").strip()

    @property
    def note(self) -> str:
        """The reader's note, as typed."""
        return dict(self.entered.texts).get("note", "").strip()


@dataclass(frozen=True)
class Person:
    """Somebody met at the interview, as typed. `removed` ones can be put back."""

    id: str
    stamp: Stamp
    name: str
    title: str
    reach: str
    said: str
    removed: bool

    @property
    def problems(self) -> Mapping[str, Problem]:
        """Why the entry is refused, by field ("name"): nothing was typed at all."""
        if self.name or self.title or self.reach or self.said:
            return {}
        return {"name": Problem(words.PERSON_EMPTY)}


@dataclass(frozen=True)
class ClosedEntry:
    """Closed days that the reader added: the range, or why it is refused.

    Attributes:
        problems: by field ("closed-first", "closed-last").
    """

    entered: Entered
    stamp: Stamp
    closed: ClosedRange | None
    problems: Mapping[str, Problem]
    removed: bool

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entered.entry


@dataclass(frozen=True)
class Answers:
    """All answers about one interview.

    Attributes:
        interview: the interview date, if it is known and accepted.
        decision: the decision date announced at the interview, likewise.
        log: every log entry in the order of entry, removed ones among them.
        problems: by question ("interview", "decision", "pin", "outcome-day", "offer-deadline").
        asked: when the interview date was last answered.
        outcome: how it ended, if it has.
        heard: the day of the outcome: as answered, else the day on which it was entered.
        deadline: the day by which an offer must be answered.
        pinned: the day that the reader chose for the next step, while it holds.
        people: everybody met, in the order of entry, removed ones among them.
        closed: the closed days added, likewise.
    """

    interview: date | None
    decision: date | None
    log: tuple[LogEntry, ...] = ()
    problems: Mapping[str, Problem] = field(default_factory=dict)
    asked: Stamp | None = None
    outcome: Outcome | None = None
    heard: date | None = None
    deadline: date | None = None
    pinned: date | None = None
    people: tuple[Person, ...] = ()
    closed: tuple[ClosedEntry, ...] = ()

    def situation(self, today: date, closed: ClosedDays, rules: Rules) -> Situation | None:
        """Return what the plan is worked out from; None while a date is missing or refused."""
        if self.interview is None or any(name in self.problems for name in BLOCKING):
            return None
        return Situation(
            interview=self.interview,
            today=today,
            decision=self.decision,
            contacts=self.contacts,
            closed=closed,
            rules=rules,
            pinned=self.pinned,
            outcome=self.outcome,
        )

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Return the contacts of all entries that count, in order."""
        return in_order(
            [contact for entry in self.log if not entry.removed for contact in entry.contacts]
        )

    @cached_property
    def exchanges(self) -> tuple[Contact, ...]:
        """Return the contacts that move the plan, in order."""
        return tuple(contact for contact in self.contacts if contact.purpose == "follow_up")

    @cached_property
    def follow_ups_sent(self) -> tuple[Contact, ...]:
        """Return the follow-ups sent, in order; those that count as messages."""
        return tuple(contact for contact in self.exchanges if contact.direction == "sent")

    def pin_question(self) -> str:
        """Return the question that pins the next step.

        It carries the number of exchanges, so that a pin holds until a later contact is logged
        (rule 6), and again if that contact is taken out of the log.
        """
        return pin_question(len(self.exchanges))

    def ranges(self) -> tuple[ClosedRange, ...]:
        """Return the closed days that count."""
        return tuple(one.closed for one in self.closed if one.closed and not one.removed)

    def refused_entry(self) -> LogEntry | None:
        """Return the log entry to correct in the form: the last one, if it is refused.

        One that a later interview date made wrong stays in the log: it was accepted once, and
        what is logged next must not take its place.
        """
        last = max(self.log, key=lambda entry: entry.stamp, default=None)
        if last is None or last.removed or not last.problems:
            return None
        return last if self.asked is None or last.stamp > self.asked else None


def pin_question(exchanges: int) -> str:
    """Return the question that pins the step after so many exchanges."""
    return f"pin-{exchanges}"


def read_answers(state: State, interview_id: str, today: date) -> Answers:
    """Return the answers about one interview, each read and checked."""
    problems: dict[str, Problem] = {}
    interview = _accepted(state, interview_id, "interview", today, problems)
    decision = _accepted(state, interview_id, "decision", today, problems)
    if interview and decision and decision < interview:
        problems["decision"] = Problem(words.decision_before_interview(interview))
        decision = None
    log = tuple(
        _log_entry(entered, fact, interview, today, removed=removed)
        for fact, entered, removed in state.entries(interview_id, CONTACT)
    )
    answered = state.fact(interview_id, "answer", "interview")
    outcome, heard, deadline = _outcome(state, interview_id, interview, today, problems)
    known = Answers(interview, decision, log)
    return Answers(
        interview=interview,
        decision=decision,
        log=log,
        problems=problems,
        asked=answered.stamp if answered else None,
        outcome=outcome,
        heard=heard,
        deadline=deadline,
        pinned=_pinned(state, interview_id, known, today, problems),
        people=_people(state, interview_id),
        closed=_closed_entries(state, interview_id),
    )


def _accepted(
    state: State,
    interview_id: str,
    question: str,
    today: date,
    problems: dict[str, Problem],
    kept_as: str = "",
) -> date | None:
    """Return the day answered, if there is one; note the problem, if it is refused.

    Args:
        state: everything the reader did.
        interview_id: whose answer.
        question: the question as the page names it.
        today: the reader's own day.
        problems: takes the problem, by the question's name.
        kept_as: the name under which the answer is kept, if that is another.
    """
    name = words.QUESTIONS[question][0].lower()
    typed = state.typed(interview_id, kept_as or question)
    # Judged by the day of the answer, so that time passing makes no year of it wrong.
    answered = state.answered(interview_id, kept_as or question) or today
    answer = civil_date.read(typed, name, answered)
    if isinstance(answer, Problem):
        problems[question] = answer
        return None
    return answer


def _outcome(
    state: State,
    interview_id: str,
    interview: date | None,
    today: date,
    problems: dict[str, Problem],
) -> tuple[Outcome | None, date | None, date | None]:
    """Return the outcome, the day of it, and the day by which an offer must be answered."""
    chosen = state.choice("outcome", "none", interview_id)
    fact = state.fact(interview_id, "choice", "outcome")
    if fact is None or chosen not in OUTCOMES:
        return None, None, None
    outcome = cast("Outcome", chosen)
    heard = _accepted(state, interview_id, "outcome-day", today, problems)
    if heard and interview and heard < interview:
        problems["outcome-day"] = Problem(words.outcome_before_interview(interview))
    elif heard and heard > max(today, state.answered(interview_id, "outcome-day") or today):
        problems["outcome-day"] = Problem(words.outcome_after_today(today))
    if heard is None or "outcome-day" in problems:
        heard = fact.written
    if outcome != "offer":
        return outcome, heard, None
    deadline = _accepted(state, interview_id, "offer-deadline", today, problems)
    if deadline and deadline < heard:
        problems["offer-deadline"] = Problem(words.deadline_before_outcome(heard))
        deadline = None
    return outcome, heard, deadline


def _pinned(
    state: State, interview_id: str, known: Answers, today: date, problems: dict[str, Problem]
) -> date | None:
    pinned = _accepted(state, interview_id, "pin", today, problems, known.pin_question())
    if pinned and known.interview and pinned < known.interview:
        problems["pin"] = Problem(words.pin_before_interview(known.interview))
        return None
    return pinned


def _people(state: State, interview_id: str) -> tuple[Person, ...]:
    people = []
    for fact, entered, removed in state.entries(interview_id, PERSON):
        texts = {name: text.strip() for name, text in entered.texts}
        people.append(
            Person(
                id=entered.entry,
                stamp=fact.stamp,
                name=texts.get("name", ""),
                title=texts.get("title", ""),
                reach=texts.get("reach", ""),
                said=texts.get("said", ""),
                removed=removed,
            )
        )
    return tuple(people)


def _closed_entries(state: State, interview_id: str) -> tuple[ClosedEntry, ...]:
    entries: list[ClosedEntry] = []
    counted = 0
    for fact, entered, removed in state.entries(interview_id, CLOSED):
        problems: dict[str, Problem] = {}
        closed = _closed_range(entered, fact.written, problems)
        if closed and not removed and counted >= MOST_RANGES:
            problems["closed-first"] = Problem(words.too_many_closed(MOST_RANGES), ())
            closed = None
        counted += bool(closed and not removed)
        entries.append(ClosedEntry(entered, fact.stamp, closed, problems, removed))
    return tuple(entries)


def _closed_range(
    entered: Entered, today: date, problems: dict[str, Problem]
) -> ClosedRange | None:
    dates, label = dict(entered.dates), dict(entered.texts).get("label", "").strip()
    days: dict[str, date | None] = {}
    for name in ("closed-first", "closed-last"):
        day = civil_date.read(dates.get(name, Typed()), words.QUESTIONS[name][0].lower(), today)
        if isinstance(day, Problem):
            problems[name] = day
        else:
            days[name] = day
    first = days.get("closed-first")
    last = days.get("closed-last") or first
    if problems:
        return None
    if first is None or last is None:
        problems["closed-first"] = Problem(words.CLOSED_DATE_MISSING)
        return None
    if last < first:
        problems["closed-last"] = Problem(words.closed_reversed(first))
    elif (last - first).days >= LONGEST_RANGE:
        problems["closed-last"] = Problem(words.closed_too_long(LONGEST_RANGE))
    return None if problems else ClosedRange(first, last, label or words.CLOSED_DAYS)


@lru_cache(maxsize=20_000)
def _log_entry(
    entered: Entered, fact: Fact, interview: date | None, today: date, *, removed: bool
) -> LogEntry:
    fields, dates = dict(entered.fields), dict(entered.dates)
    problems: dict[str, Problem] = {}
    kind = fields.get("kind", "")
    exchanges = EXCHANGES.get(kind, ())
    if not exchanges:
        problems["kind"] = Problem(words.KIND_MISSING, ())
    typed = dates.get("contact", Typed())
    day = _contact_day(typed, interview, fact.written, today, problems)
    named = None
    if names_new_decision(kind):
        named = _new_decision(dates.get("new-decision", Typed()), day, fact.written, problems)
    contacts: tuple[Contact, ...] = ()
    if day and not problems:
        contacts = tuple(
            _contact(direction, channel, day, named, fields, entered.entry)
            for direction, channel in exchanges
        )
    return LogEntry(entered, fact.stamp, contacts, problems, removed)


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
    typed: Typed,
    interview: date | None,
    written: date,
    today: date,
    problems: dict[str, Problem],
) -> date | None:
    name = words.QUESTIONS["contact"][0].lower()
    day = civil_date.read(typed, name, written)
    if interview is None:
        day = Problem(words.INTERVIEW_FIRST, ())
    elif day is None:
        day = Problem(words.CONTACT_DATE_MISSING)
    elif isinstance(day, date) and day < interview:
        day = Problem(words.contact_before_interview(interview))
    elif isinstance(day, date) and day > max(today, written):
        day = Problem(words.contact_after_today(today))
    if isinstance(day, Problem):
        problems["contact"] = day
        return None
    return day


def _new_decision(
    typed: Typed, announced: date | None, written: date, problems: dict[str, Problem]
) -> date | None:
    day = civil_date.read(typed, words.QUESTIONS["new-decision"][0].lower(), written)
    if isinstance(day, date) and announced and day < announced:
        day = Problem(words.decision_before_announced(announced))
    if isinstance(day, Problem):
        problems["new-decision"] = day
        return None
    return day
