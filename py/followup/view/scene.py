"""The scene: everything a view may look at, worked out once for each question from the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from followup.answers import Answers, read_answers
from followup.checklist import Item, read_checklist
from followup.guide import Guide
from followup.plan import Plan, plan
from followup.state import State


@dataclass(frozen=True)
class Scene:
    """One interview of one reader on one day."""

    guide: Guide
    state: State
    interview_id: str
    today: date

    @cached_property
    def answers(self) -> Answers:
        """The reader's answers, checked."""
        return read_answers(self.state, self.interview_id, self.today)

    @cached_property
    def plan(self) -> Plan | None:
        """The plan, once the interview date is known and nothing is refused."""
        situation = self.answers.situation(self.today)
        return plan(situation) if situation else None

    @cached_property
    def checklist(self) -> dict[str, Item]:
        """Every step of the guide as it stands, in reading order."""
        return self.items(step.name for step in self.guide.steps())

    def items(self, names: Iterable[str]) -> dict[str, Item]:
        """Return the named steps as they stand."""
        return read_checklist(
            names, self.state, self.interview_id, self.answers, self.plan, self.today
        )
