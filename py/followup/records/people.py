"""People met at the interview, read from what the reader typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup import words
from followup.dates.civil_date import Problem
from followup.records.record import PERSON, Stamp
from followup.records.state import State


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


def read_people(state: State, interview_id: str) -> tuple[Person, ...]:
    """Return everybody met, in the order of entry, removed ones among them."""
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
