"""The employer moves the interview: what the log says of it (rule 10 of
docs/about/how-dates-are-worked-out.md).

A move is an entry of the log. A corrected interview date is an answer, and none of this.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup import words
from followup.dates import civil_date
from followup.dates.civil_date import Problem, Typed
from followup.dates.plan import Contact, in_order
from followup.records.record import Stamp
from followup.records.state import Fact


@dataclass(frozen=True)
class Move:
    """An entry of the log that is accepted as a move.

    Attributes:
        since: when it was first entered.
        touched: when it was last written, taken out or put back.
        removed: whether the reader took it out of the log.
    """

    contact: Contact
    since: Stamp
    touched: Stamp
    removed: bool


@dataclass(frozen=True)
class Moves:
    """All moves of one interview. Those taken out count only for `touched`.

    Attributes:
        days: those to which it was moved, the one that counts last.
        told: the first day on which they said that they move it.
        entered: when the one entered last was first entered.
        touched: when any was last written, taken out or put back.
    """

    days: tuple[date, ...] = ()
    told: date | None = None
    entered: Stamp | None = None
    touched: Stamp | None = None

    @property
    def interview(self) -> date | None:
        """The day to which it was moved last; None if it never was."""
        return self.days[-1] if self.days else None

    def is_after(self, fact: Fact) -> bool:
        """Return whether a move was logged after something was entered."""
        return self.entered is not None and self.entered > fact.stamp

    def is_before(self, fact: Fact | None) -> bool:
        """Return whether something was entered after all moves, and there are any."""
        return fact is not None and self.entered is not None and self.entered < fact.stamp

    def asked(self, answered: Fact | None) -> Stamp | None:
        """Return when the day of the interview was last answered or moved."""
        stamps = (answered.stamp if answered else None, self.touched)
        return max(filter(None, stamps), default=None)


NEVER_MOVED = Moves()


def read_moves(moves: Iterable[Move]) -> Moves:
    """Return what an interview's moves come to."""
    every = list(moves)
    counting = [move for move in every if not move.removed]
    contacts = in_order([move.contact for move in counting])
    return Moves(
        days=tuple(contact.new_interview for contact in contacts if contact.new_interview),
        told=contacts[0].day if contacts else None,
        entered=max((move.since for move in counting), default=None),
        touched=max((move.touched for move in every), default=None),
    )


def read_new_interview(
    typed: Typed, told: date | None, written: date, problems: dict[str, Problem]
) -> date | None:
    """Return the day to which they moved it; note the problem, if it is refused.

    Args:
        typed: the boxes of the new interview date.
        told: the day on which they said so; None if that is refused.
        written: the reader's own day when it was entered.
        problems: takes the problem, as that of "moved-to".
    """
    day = civil_date.read(typed, words.QUESTIONS["moved-to"][0].lower(), written)
    if day is None:
        day = Problem(words.NEW_INTERVIEW_MISSING)
    elif isinstance(day, date) and told and day < told:
        day = Problem(words.interview_before_told(told))
    if isinstance(day, Problem):
        problems["moved-to"] = day
        return None
    return day
