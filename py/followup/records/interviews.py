"""The reader's interviews: which there are, what they are called, which round follows which.

Nothing here knows a date of a plan. An interview exists once any record belongs to it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from followup.records.record import IDENTIFIER
from followup.records.state import State

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
