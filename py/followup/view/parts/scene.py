"""The scene: everything a view may look at, worked out once for each question from the page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeVar

from followup.copies.comparison import Comparison, compare
from followup.copies.incoming import Brought, Incoming, beside, read_brought
from followup.copies.portable import state_of
from followup.dates.closed_days import ClosedDays
from followup.dates.link_dates import LinkDates, read_link_dates
from followup.dates.plan import Plan, Situation, plan
from followup.dates.regions import Country, read_country
from followup.errors import CopyError, LinkError, RegionError
from followup.guide.checklist import Item, read_checklist
from followup.guide.contents import Guide
from followup.guide.due import DueItem, due_in, offer_is_answered, soonest_first
from followup.guide.standing import Standing, standing_of
from followup.guide.ticks import Facts
from followup.records.answers import Answers, read_answers
from followup.records.interviews import Interview, own_name, read_interviews, tell_apart
from followup.records.office import (
    MARK,
    NAME,
    OfficeProfile,
    profile_file,
    read_own_profile,
    read_profile,
)
from followup.records.record import ALL, Stamp
from followup.records.settings import WEEKENDS, Settings, read_settings, rules_for
from followup.records.state import State
from followup.view.parts.troubles import Troubles
from followup.words import Sentence

T = TypeVar("T")

MOST_INTERVIEWS = 200
"""Interviews that lists work out. Nobody has so many, but copies can bring thousands, and each
costs milliseconds at every change."""

OFFICE = "office"
"""The kind of what is brought in that is a careers office's profile."""

DEFAULT_WEEKEND = WEEKENDS["sat-sun"]


@dataclass(frozen=True)
class Store:
    """How the page keeps what the reader enters.

    Attributes:
        durable: whether a second store is there, which survives a crash of the browser.
        memory: whether nothing is saved on this computer, as the reader wished.
        quarantined: how many stored texts were put aside as damaged.
        newer: whether a newer program has written here; then nothing is written.
        undo: what can be undone: "merge", "back" (a merge into an empty store), "replace", or empty
            for nothing.
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
        dates: what the address brings, by question, as the page read it; None for nothing.
        superseded: whether a file could not be fetched as a newer version of the site is published.
        site: absolute address of the site's root; ends with "/", or is empty if it is not known.
        offsets: days from which on the reader's clock is so many minutes east of UTC, ascending.
        store: how the page keeps what is entered; None if it did not say.
        known: scenes of other interviews, by id, from questions before; those that still hold
            are used again.
        troubles: what could not be made for this answer; views note it, see `each`.
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
    dates: Mapping[str, str] | None = None
    superseded: bool = False
    site: str = ""
    offsets: tuple[tuple[date, int], ...] = ()
    store: Store | None = None
    known: dict[str, "Scene"] = field(default_factory=dict)
    troubles: Troubles = field(default_factory=Troubles)

    @cached_property
    def interviews(self) -> tuple[Interview, ...]:
        """All the reader's interviews, the oldest first."""
        return _same(read_interviews(self.state, self.interview_id))

    @cached_property
    def interview(self) -> Interview:
        """The interview of this scene."""
        found = (one for one in self.interviews if one.id == self.interview_id)
        return next(found, Interview(self.interview_id, len(self.interviews) + 1))

    def of(self, interview: Interview) -> "Scene":
        """Return the scene of another of the reader's interviews.

        It knows that interview, the rounds before and after it, and what holds for all of them;
        nothing that the page said of itself.
        """
        if interview.id == self.interview_id:
            return self
        scene = self._at_hand(interview)
        vars(scene).update(troubles=self.troubles, told_apart=self.told_apart)
        called = [self.told_apart.get(one) for one in self._seen(interview)]
        # What was drawn before may name it, or the round before it, otherwise.
        if vars(scene).get("_called") != called:
            vars(scene).update(_called=called, _made={})
        return scene

    def _at_hand(self, interview: Interview) -> "Scene":
        """Return the scene of another interview, from a question before if that still holds. What
        the others are called is no part of that."""
        seen = self._seen(interview)
        scene = self.known.get(interview.id)
        if scene is None or not self._agrees_with(scene, seen):
            scene = self.known[interview.id] = self._of(interview, seen)
        return scene

    def _seen(self, interview: Interview) -> Sequence[str]:
        """Return the ids under which stands all that the scene of another interview knows."""
        return (ALL, interview.id, interview.follows, *self.rounds_after.get(interview.id, ()))

    def each(
        self, name: str, make: Callable[["Scene"], T], otherwise: T
    ) -> list[tuple[Interview, T]]:
        """Return every interview with what a function makes of its scene.

        An error costs that interview alone: it has `otherwise`, and the trouble is noted. So have
        those that are left out as there are too many; see `left_out`.
        """

        def attempt(interview: Interview) -> T:
            if interview.id in self.left_out:
                return otherwise
            return self.troubles.attempt(
                f"{name} of {interview.id}", lambda: make(self.of(interview)), otherwise
            )

        return [(interview, attempt(interview)) for interview in self.interviews]

    def _of(self, interview: Interview, seen: Sequence[str]) -> "Scene":
        scene = Scene(self.guide, self.state.only(seen), interview.id, self.today, self.files)
        # What is the same for all interviews is worked out once.
        vars(scene).update(
            interviews=self.interviews,
            interview=interview,
            settings=self.settings,
            country=self.country,
            rounds_after=self.rounds_after,
        )
        return scene

    def _agrees_with(self, earlier: "Scene", seen: Sequence[str]) -> bool:
        """Return whether all that an earlier scene was worked out from is still so."""
        now, then = self.state.facts, earlier.state.facts
        return (
            self.guide is earlier.guide
            and self.today == earlier.today
            and self.country is earlier.country
            and self.interviews == earlier.interviews
            and all(now.get(one) is then.get(one) for one in seen)
        )

    @cached_property
    def told_apart(self) -> Mapping[str, Sentence]:
        """What is added to the names of interviews that are called the same, by id."""
        by_id = {one.id: one for one in self.interviews}
        called = {one.id: own_name(one, self._day_as_name(one)) for one in self.interviews}
        return tell_apart(called, lambda one: self._day(by_id[one]))

    def _day_as_name(self, interview: Interview) -> date | None:
        return None if interview.role or interview.employer else self._day(interview)

    def _day(self, interview: Interview) -> date | None:
        """Return the day of an interview; None if it is not known or not worked out."""
        if interview.id in self.left_out:
            return None
        is_shown = interview.id == self.interview_id
        return self.troubles.attempt(
            "name",
            lambda: (self if is_shown else self._at_hand(interview)).answers.interview,
            None,
        )

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The ids of the interviews that lists do not work out, as there are too many: those in
        the archive first, then the oldest; never the one that is shown."""
        order = sorted(self.interviews, key=lambda one: not one.archived)
        return frozenset(one.id for one in order[:-MOST_INTERVIEWS]) - {self.interview_id}

    def once(self, make: Callable[["Scene"], T]) -> T:
        """Return what a function makes of this scene; the next time it is at hand."""
        made: dict[Callable[[Scene], T], T] = vars(self).setdefault("_made", {})
        if make not in made:
            made[make] = make(self)
        return made[make]

    def with_records(self, texts: Mapping[str, str]) -> "Scene":
        """Return the same scene, had the reader these records."""
        return replace(self, state=state_of(texts), texts=texts)

    @cached_property
    def settings(self) -> Settings:
        """The reader's settings, checked."""
        return read_settings(self.state, self.files)

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
        return read_checklist(self.guide.rules, self._facts)

    def items(self, names: Iterable[str]) -> dict[str, Item]:
        """Return the named steps as they stand. Names that the guide does not know are left out."""
        rules = self.guide.rules
        return read_checklist({name: rules[name] for name in names if name in rules}, self._facts)

    @cached_property
    def due(self) -> tuple[DueItem, ...]:
        """What is to do in all interviews, soonest first. See `due_unknown`."""
        return soonest_first(item for _, items in self._due_of_each for item in items or ())

    @cached_property
    def due_unknown(self) -> tuple[Interview, ...]:
        """The interviews of which it cannot be told what is to do."""
        return tuple(
            interview
            for interview, items in self._due_of_each
            if items is None and interview.id not in self.left_out
        )

    @cached_property
    def _due_of_each(self) -> list[tuple[Interview, tuple[DueItem, ...] | None]]:
        return self.each("due", lambda scene: scene.own_due, None)

    @cached_property
    def own_due(self) -> tuple[DueItem, ...]:
        """What is to do in this interview, soonest first."""
        interview, answers, plan = self.interview, self.answers, self.plan
        return soonest_first(due_in(interview, answers, plan, self.checklist, self.today))

    @cached_property
    def standing(self) -> Standing:
        """Where this interview stands among the others."""
        is_answered = offer_is_answered(self.checklist)
        return standing_of(
            self.answers, self.plan, self.own_due, self.today, is_answered=is_answered
        )

    @cached_property
    def copy(self) -> Incoming | CopyError | None:
        """What the reader brought in, checked, or why it cannot be taken; None for nothing."""
        if self.incoming is None or self.incoming.kind == OFFICE:
            return None
        try:
            return beside(self.texts, read_brought(self.incoming))
        except CopyError as error:
            return error

    @cached_property
    def offered(self) -> OfficeProfile | LinkError | None:
        """What a careers office's link offers, checked, or why it cannot be taken; None for
        nothing."""
        if self.incoming is None or self.incoming.kind != OFFICE:
            return None
        if self.incoming.problem:
            return LinkError("large", "longer than any profile")
        try:
            if self.offered_name:
                return self._of_this_copy(self.offered_name)
            return read_profile(self._office_text)
        except LinkError as error:
            return error

    @cached_property
    def offered_name(self) -> str:
        """The name by which a link calls a profile of the publisher's own copy; empty if it holds
        one itself."""
        return self._office_text if NAME.fullmatch(self._office_text) else ""

    @cached_property
    def _office_text(self) -> str:
        if self.incoming is None or self.incoming.kind != OFFICE:
            return ""
        return "".join(self.incoming.text.split()).partition(MARK)[2]

    def _of_this_copy(self, name: str) -> OfficeProfile | None:
        """Return what the copy says; None as long as the page has not asked for it."""
        file = profile_file(name)
        if file not in self.files:
            return None
        text = self.files[file]
        if text is None:
            raise LinkError("unknown", f"there is no {file}, or it cannot be fetched")
        return read_own_profile(text)

    @cached_property
    def comparison(self) -> Comparison | None:
        """How what was brought in differs from what is here; None if it cannot be taken."""
        return compare(self.texts, self.copy) if isinstance(self.copy, Incoming) else None

    @cached_property
    def link_dates(self) -> LinkDates | None:
        """The dates that a link brings, checked, and not yet taken; None for no such link."""
        if self.dates is None:
            return None
        return read_link_dates(self.dates, self.today, self.answers.interview)

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
            round_added=self._round_added,
        )

    @cached_property
    def _next_round(self) -> date | None:
        """The interview date of the round after this one, if there is one."""
        after = self.rounds_after.get(self.interview_id, ())
        return next((read_answers(self.state, one, self.today).interview for one in after), None)

    @cached_property
    def _round_added(self) -> Stamp | None:
        """When the round after this one was added, if one was."""
        after = self.rounds_after.get(self.interview_id, ())
        facts = (self.state.fact(one, "text", "follows") for one in after)
        return next((fact.stamp for fact in facts if fact), None)

    @cached_property
    def rounds_after(self) -> Mapping[str, list[str]]:
        """The ids of the rounds after each interview that has any."""
        found: dict[str, list[str]] = {}
        for one in self.interviews:
            if one.follows:
                found.setdefault(one.follows, []).append(one.id)
        return found


@lru_cache(maxsize=4)
def _same(interviews: tuple[Interview, ...]) -> tuple[Interview, ...]:
    """Return equal interviews as the very same, so that scenes need not compare them one by one."""
    return interviews


def country_file(code: str) -> str:
    """Return the name of the file with a country's public holidays."""
    return f"holidays/{code}.json"


COUNTRIES_FILE = "holidays/index.json"
"""Name of the file that lists the countries."""
