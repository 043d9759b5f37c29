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
from followup.dates.plan import OUTCOMES, Contact, Outcome, Situation, in_order
from followup.dates.rules import Rules
from followup.records.exchanges import EXCHANGES, MOVED, contacts_of, names_new_decision
from followup.records.moves import NEVER_MOVED, Move, Moves, read_moves, read_new_interview
from followup.records.people import Person, read_people
from followup.records.record import CLOSED, CONTACT, Entered, Stamp
from followup.records.state import Fact, State

BLOCKING = ("interview", "decision")
"""Questions without whose answer no plan is shown: one from half of them would look right."""


@dataclass(frozen=True, eq=False)
class LogEntry:
    """A log entry: what was typed, what it stands for, and why it is refused, if it is.

    Attributes:
        contacts: what it stands for; empty if it is refused.
        problems: by field ("kind", "contact", "moved-to", "new-decision").
        removed: whether the reader took it out of the log.
        written: the reader's own day when it was entered or last changed.
    """

    entered: Entered
    stamp: Stamp
    contacts: tuple[Contact, ...]
    problems: Mapping[str, Problem]
    removed: bool
    written: date

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
        interview: the day of the interview, if it is known and accepted: the day as answered, or
            the one to which they moved it last.
        decision: the decision date as answered, likewise.
        log: every log entry in the order of entry, removed ones among them.
        problems: by question ("interview", "decision", "pin", "outcome-day", "offer-deadline").
        asked: when the interview date was last answered, or a move of it logged or taken out.
        outcome: how it ended, if it has.
        heard: the day of the outcome: as answered, else the day on which it was entered.
        deadline: the day by which an offer must be answered.
        pinned: the day that the reader chose for the next step, while it holds.
        people: everybody met, in the order of entry, removed ones among them.
        closed: the closed days added, likewise.
        answered_interview: the interview date as answered, before they moved it.
        moves: what is logged of their moving it.
        decided_anew: whether the decision date was answered after the last move was logged.
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
    answered_interview: date | None = None
    moves: Moves = NEVER_MOVED
    decided_anew: bool = False

    def situation(self, today: date, closed: ClosedDays, rules: Rules) -> Situation | None:
        """Return what the plan is worked out from; None while a date is missing or refused."""
        if self.answered_interview is None or any(name in self.problems for name in BLOCKING):
            return None
        return Situation(
            interview=self.answered_interview,
            today=today,
            decision=self.decision,
            contacts=self.contacts,
            closed=closed,
            rules=rules,
            pinned=self.pinned,
            outcome=self.outcome,
            decided_anew=self.decided_anew,
        )

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Return the contacts of all entries that count, in order."""
        return in_order(
            [contact for entry in self.log if not entry.removed for contact in entry.contacts]
        )

    @cached_property
    def exchanges(self) -> tuple[Contact, ...]:
        """Return the exchanges, in order, those before they moved the interview among them."""
        return tuple(contact for contact in self.contacts if contact.purpose == "follow_up")

    @cached_property
    def follow_ups_sent(self) -> tuple[Contact, ...]:
        """Return the follow-ups sent, in order, those before they moved the interview too."""
        return tuple(contact for contact in self.exchanges if contact.direction == "sent")

    @cached_property
    def counted_follow_ups(self) -> tuple[Contact, ...]:
        """Return the follow-ups sent that count as messages: those since the interview."""
        return tuple(one for one in self.follow_ups_sent if self.is_current(one.day))

    @property
    def current_decision(self) -> date | None:
        """The decision date as answered, unless they then moved the interview to a later day."""
        return self.decision if self.decision and self.is_current(self.decision) else None

    def is_current(self, day: date) -> bool:
        """Return whether a day is not before the one to which they moved the interview."""
        return self.interview is not None and day >= self.interview

    @property
    def log_from(self) -> date | None:
        """The first day of which a contact can be logged."""
        return min(filter(None, (self.answered_interview, self.moves.told)), default=None)

    def pin_question(self) -> str:
        """Return the question that pins the next step.

        It carries the number of exchanges and of moves, so that a pin holds until a later one is
        logged (rule 6), and again if that one is taken out of the log.
        """
        question = f"pin-{len(self.exchanges)}"
        moves = len(self.moves.days)
        return f"{question}-{moves}" if moves else question

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


def read_answers(state: State, interview_id: str, today: date) -> Answers:
    """Return the answers about one interview, each read and checked."""
    problems: dict[str, Problem] = {}
    answered = _accepted(state, interview_id, "interview", today, problems)
    decision = _accepted(state, interview_id, "decision", today, problems)
    log, moves = _log(state, interview_id, answered, today)
    interview = moves.interview or answered
    anew = moves.is_before(state.fact(interview_id, "answer", "decision"))
    if interview and decision and decision < interview and (anew or not moves.days):
        problems["decision"] = Problem(words.decision_before_interview(interview))
        decision = None
    outcome, heard, deadline = _outcome(state, interview_id, interview, moves, today, problems)
    known = Answers(interview, decision, log, moves=moves)
    return Answers(
        interview=interview,
        decision=decision,
        log=log,
        problems=problems,
        asked=moves.asked(state.fact(interview_id, "answer", "interview")),
        outcome=outcome,
        heard=heard,
        deadline=deadline,
        pinned=_pinned(state, interview_id, known, today, problems),
        people=read_people(state, interview_id),
        closed=_closed_entries(state, interview_id),
        answered_interview=answered,
        moves=moves,
        decided_anew=anew,
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
    moves: Moves,
    today: date,
    problems: dict[str, Problem],
) -> tuple[Outcome | None, date | None, date | None]:
    """Return the outcome, the day of it, and the day by which an offer must be answered."""
    chosen = state.choice("outcome", "none", interview_id)
    fact = state.fact(interview_id, "choice", "outcome")
    if fact is None or chosen not in OUTCOMES:
        return None, None, None
    outcome = cast("Outcome", chosen)
    if outcome == "cancelled" and moves.is_after(fact):
        return None, None, None  # They have named a new day since, so it is on again.
    heard = _accepted(state, interview_id, "outcome-day", today, problems)
    if heard and interview and heard < interview and outcome != "cancelled":
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


def _log(
    state: State, interview_id: str, interview: date | None, today: date
) -> tuple[tuple[LogEntry, ...], Moves]:
    """Return the log, and the moves in it: from the first of them on, contacts are accepted."""
    entries = state.entries(interview_id, CONTACT)
    moves = read_moves(
        Move(contact, fact.since, _touched(state, interview_id, entered, fact), removed)
        for fact, entered, removed in entries
        if ("kind", MOVED) in entered.fields
        for contact in _log_entry(entered, fact, interview, None, today, removed=removed).contacts
    )
    log = (
        _log_entry(entered, fact, interview, moves.told, today, removed=removed)
        for fact, entered, removed in entries
    )
    return tuple(log), moves


def _touched(state: State, interview_id: str, entered: Entered, fact: Fact) -> Stamp:
    """Return when an entry was last written, taken out or put back."""
    removed = state.fact(interview_id, "removed", entered.entry)
    return max(fact.stamp, removed.stamp) if removed else fact.stamp


@lru_cache(maxsize=20_000)
def _log_entry(
    entered: Entered,
    fact: Fact,
    interview: date | None,
    told: date | None,
    today: date,
    *,
    removed: bool,
) -> LogEntry:
    fields, dates = dict(entered.fields), dict(entered.dates)
    problems: dict[str, Problem] = {}
    kind = fields.get("kind", "")
    exchanges = EXCHANGES.get(kind, ())
    if not exchanges:
        problems["kind"] = Problem(words.KIND_MISSING, ())
    typed = dates.get("contact", Typed())
    # They can say on any day, also before the interview, that they move it.
    first = date.min if kind == MOVED else told
    day = _contact_day(typed, interview, first, fact.written, today, problems)
    new = named = None
    if kind == MOVED:
        new = read_new_interview(dates.get("moved-to", Typed()), day, fact.written, problems)
    if names_new_decision(kind):
        typed = dates.get("new-decision", Typed())
        named = _new_decision(typed, day, new, fact.written, problems)
    contacts = contacts_of(entered, day, named, new) if day and not problems else ()
    return LogEntry(entered, fact.stamp, contacts, problems, removed, fact.written)


def _contact_day(
    typed: Typed,
    interview: date | None,
    told: date | None,
    written: date,
    today: date,
    problems: dict[str, Problem],
) -> date | None:
    """Return the day of a contact, if it is accepted; `told` is the day on which they first moved
    the interview, from which on contacts are."""
    name = words.QUESTIONS["contact"][0].lower()
    day = civil_date.read(typed, name, written)
    if interview is None:
        day = Problem(words.INTERVIEW_FIRST, ())
    elif day is None:
        day = Problem(words.CONTACT_DATE_MISSING)
    elif isinstance(day, date) and day < min(interview, told or interview):
        is_moved = told is not None and told < interview
        too_early = words.contact_before_move if is_moved else words.contact_before_interview
        day = Problem(too_early(min(interview, told or interview)))
    elif isinstance(day, date) and day > max(today, written):
        day = Problem(words.contact_after_today(today))
    if isinstance(day, Problem):
        problems["contact"] = day
        return None
    return day


def _new_decision(
    typed: Typed,
    announced: date | None,
    interview: date | None,
    written: date,
    problems: dict[str, Problem],
) -> date | None:
    """Return the new decision day, if it is accepted; `interview` is the day to which they moved
    the interview when they named it."""
    day = civil_date.read(typed, words.QUESTIONS["new-decision"][0].lower(), written)
    if isinstance(day, date) and interview and day < interview:
        day = Problem(words.decision_before_interview(interview))
    elif isinstance(day, date) and announced and day < announced:
        day = Problem(words.decision_before_announced(announced))
    if isinstance(day, Problem):
        problems["new-decision"] = day
        return None
    return day
