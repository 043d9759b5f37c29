"""The scene: everything a view may look at, worked out once for each question from the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from followup.answers import Answers, read_answers
from followup.checklist import Facts, Item, read_checklist
from followup.closed_days import ClosedDays
from followup.due import DueItem, Prospect, due_list
from followup.errors import CopyError, RegionError
from followup.guide import Guide
from followup.incoming import Brought, Comparison, Incoming, compare, read_brought
from followup.interviews import Interview, read_interviews
from followup.plan import Plan, Situation, plan
from followup.portable import state_of
from followup.regions import Country, read_country
from followup.settings import WEEKENDS, Settings, read_settings, rules_for
from followup.state import State

DEFAULT_WEEKEND = WEEKENDS["sat-sun"]


@dataclass(frozen=True)
class Store:
    """How the page keeps what the reader enters.

    Attributes:
        durable: whether a second store is there, which survives a crash of the browser.
        memory: whether nothing is saved on this computer, as the reader wished.
        quarantined: how many stored texts were put aside as damaged.
        newer: whether a newer program has written here; then nothing is written.
        undo: what can be undone: "merge", "replace", or empty for nothing.
        refused: whether the browser refused to save something.
    """

    durable: bool = False
    memory: bool = False
    quarantined: int = 0
    newer: bool = False
    undo: str = ""
    refused: bool = False


@dataclass(frozen=True)
class Scene:
    """One interview of one reader on one day, among all the reader's interviews.

    Attributes:
        files: text of each file that the page fetched, by name; None if it could not.
        editing: id of the entry that is loaded into its form; empty for none.
        erased: ids of deleted interviews that the page can still bring back.
        language: the browser's language, as in "en-GB".
        texts: all records as they are kept, by key, those that cannot be read among them.
        incoming: what the reader has brought in and not yet taken; None for nothing.
        site: absolute address of the site's root; ends with "/", or is empty if it is not known.
        offsets: days from which on the reader's clock is so many minutes east of UTC, ascending.
        store: how the page keeps what is entered; None if it did not say.
    """

    guide: Guide
    state: State
    interview_id: str
    today: date
    files: Mapping[str, str | None] = field(default_factory=dict)
    editing: str = ""
    erased: tuple[str, ...] = ()
    language: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    incoming: Brought | None = None
    site: str = ""
    offsets: tuple[tuple[date, int], ...] = ()
    store: Store | None = None

    @cached_property
    def interviews(self) -> tuple[Interview, ...]:
        """All the reader's interviews, the oldest first."""
        return read_interviews(self.state, self.interview_id)

    @cached_property
    def interview(self) -> Interview:
        """The interview of this scene."""
        found = (one for one in self.interviews if one.id == self.interview_id)
        return next(found, Interview(self.interview_id, len(self.interviews) + 1))

    def of(self, interview: Interview) -> "Scene":
        """Return the scene of another of the reader's interviews."""
        # Each is made once, and what is the same for all of them is worked out once.
        known = vars(self).setdefault("_known", {self.interview_id: self})
        if interview.id not in known:
            scene = replace(self, interview_id=interview.id)
            vars(scene).update(
                interviews=self.interviews,
                settings=self.settings,
                country=self.country,
                _known=known,
            )
            known[interview.id] = scene
        found: Scene = known[interview.id]
        return found

    def with_records(self, texts: Mapping[str, str]) -> "Scene":
        """Return the same scene, had the reader these records."""
        return replace(self, state=state_of(texts), texts=texts)

    @cached_property
    def settings(self) -> Settings:
        """The reader's settings, checked."""
        return read_settings(self.state)

    @cached_property
    def country(self) -> Country | None:
        """The chosen country's public holidays; None if none is chosen or they are not here."""
        text = self.files.get(country_file(self.settings.country))
        if not self.settings.country or text is None:
            return None
        try:
            return read_country(text)
        except RegionError:
            return None

    @cached_property
    def closed(self) -> ClosedDays:
        """The closed days of this interview: weekend, public holidays, and what was added."""
        weekend = WEEKENDS.get(self.settings.weekend)
        if weekend is None:
            part = self.settings.part
            weekend = self.country.weekend_of(part) if self.country else DEFAULT_WEEKEND
        holidays = self.country.holidays_of(self.settings.part) if self.country else {}
        return ClosedDays(weekend, holidays, self.answers.ranges())

    @cached_property
    def answers(self) -> Answers:
        """The reader's answers, checked."""
        return read_answers(self.state, self.interview_id, self.today)

    @cached_property
    def situation(self) -> Situation | None:
        """What the plan is worked out from; None while a date is missing or refused."""
        rules = rules_for(self.state, self.interview_id, self.settings)
        return self.answers.situation(self.today, self.closed, rules)

    @cached_property
    def plan(self) -> Plan | None:
        """The plan, once the interview date is known and nothing is refused."""
        return plan(self.situation) if self.situation else None

    @cached_property
    def checklist(self) -> dict[str, Item]:
        """Every step of the guide as it stands, in reading order."""
        return self.items(step.name for step in self.guide.steps())

    def items(self, names: Iterable[str]) -> dict[str, Item]:
        """Return the named steps as they stand."""
        return read_checklist(names, self._facts)

    @cached_property
    def due(self) -> tuple[DueItem, ...]:
        """What is to do in all interviews, soonest first."""
        scenes = [self.of(interview) for interview in self.interviews]
        prospects = [
            Prospect(one.interview, one.answers, one.plan, one.checklist) for one in scenes
        ]
        return due_list(prospects, self.today)

    @cached_property
    def copy(self) -> Incoming | CopyError | None:
        """What the reader brought in, checked, or why it cannot be taken; None for nothing."""
        if self.incoming is None:
            return None
        try:
            return read_brought(self.incoming)
        except CopyError as error:
            return error

    @cached_property
    def comparison(self) -> Comparison | None:
        """How what was brought in differs from what is here; None if it cannot be taken."""
        return compare(self.texts, self.copy) if isinstance(self.copy, Incoming) else None

    @cached_property
    def _facts(self) -> Facts:
        return Facts(
            state=self.state,
            interview_id=self.interview_id,
            answers=self.answers,
            plan=self.plan,
            closed=self.closed,
            today=self.today,
            thank_you_note=self.settings.thank_you_note,
            next_round=self._next_round,
        )

    @cached_property
    def _next_round(self) -> date | None:
        """The interview date of the round after this one, if there is one."""
        after = (one for one in self.interviews if one.follows == self.interview_id)
        return next((self.of(one).answers.interview for one in after), None)


def country_file(code: str) -> str:
    """Return the name of the file with a country's public holidays."""
    return f"holidays/{code}.json"


COUNTRIES_FILE = "holidays/index.json"
"""Name of the file that lists the countries."""
