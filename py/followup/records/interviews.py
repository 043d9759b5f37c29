"""The reader's interviews: which there are, what they are called, which round follows which.

Nothing here knows a date of a plan. An interview exists once any record belongs to it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from followup import words
from followup.records.record import IDENTIFIER
from followup.records.state import State
from followup.words import Sentence

T = TypeVar("T")

MOST_ROUNDS = 20
"""Rounds that are followed back; more can only be a forged circle."""


@dataclass(frozen=True)
class Interview:
    """One interview.

    Attributes:
        number: which of the reader's interviews it is, from 1, in the order of entry.
        employer: as typed for it, or for the round before it.
        role: likewise.
        archived: whether the reader put it away.
        follows: id of the round before it, if there is one.
        round: 1, or one more than the round before it.
    """

    id: str
    number: int
    employer: str = ""
    role: str = ""
    archived: bool = False
    follows: str = ""
    round: int = 1


def read_interviews(state: State, shown: str) -> tuple[Interview, ...]:
    """Return all interviews that are not deleted, the oldest first.

    Args:
        state: everything the reader did.
        shown: id of the interview that the page shows; it exists even without a record.
    """
    ids = state.interviews()
    if shown not in ids and not state.is_deleted(shown):
        ids.append(shown)
    known = frozenset(ids)
    before = {one: _follows(state, one, known) for one in ids}
    return tuple(_interview(state, one, number, before) for number, one in enumerate(ids, 1))


def _follows(state: State, interview: str, ids: Collection[str]) -> str:
    before = state.text(interview, "follows")
    return before if before in ids and IDENTIFIER.fullmatch(before) else ""


def _interview(state: State, interview: str, number: int, before: Mapping[str, str]) -> Interview:
    rounds = _rounds_back(interview, before)
    return Interview(
        id=interview,
        number=number,
        employer=_latest(state, rounds, "employer"),
        role=_latest(state, rounds, "role"),
        archived=state.choice("archived", "no", interview) == "yes",
        follows=before[interview],
        round=len(rounds),
    )


def _rounds_back(interview: str, before: Mapping[str, str]) -> list[str]:
    """Return the interview and the rounds before it, the latest first."""
    rounds = [interview]
    while (earlier := before[rounds[-1]]) and earlier not in rounds and len(rounds) < MOST_ROUNDS:
        rounds.append(earlier)
    return rounds


def _latest(state: State, rounds: Sequence[str], name: str) -> str:
    """Return the text typed for the latest round that has one, on one line."""
    texts = (" ".join(state.text(one, name).split()) for one in rounds)
    return next((text for text in texts if text), "")


def own_name(interview: Interview, day: date | None) -> Sentence:
    """Return what an interview is called by itself.

    Args:
        interview: any of the reader's.
        day: its own, which stands in for names if it has none; None if it is not known.
    """
    return words.interview_name(
        interview.role, interview.employer, day, interview.number, interview.round
    )


def tell_apart(
    called: Mapping[str, Sentence], day_of: Callable[[str], date | None]
) -> dict[str, Sentence]:
    """Return what is added to each name that another interview has too, by the interview's id.

    It is the interview's day, and if that is equal as well, its number among those.

    Args:
        called: what each interview is called by itself, in the order of entry.
        day_of: gives the day of an interview; asked only for those whose name is not the only one.
    """
    added: dict[str, Sentence] = {}
    for namesakes in _groups(called, lambda one: words.plain(called[one]).casefold()):
        days = {one: day_of(one) for one in namesakes} if len(namesakes) > 1 else {}
        for same_day in _groups(days, days.__getitem__):
            for place, one in enumerate(same_day, 1):
                day = None if days[one] in called[one] else days[one]
                added[one] = words.told_apart(day, place if len(same_day) > 1 else 0)
    return added


def _groups(ids: Iterable[str], key: Callable[[str], T]) -> Iterable[list[str]]:
    found: dict[T, list[str]] = {}
    for one in ids:
        found.setdefault(key(one), []).append(one)
    return found.values()
