"""A whole job search in any order: interviews, contacts, pins, outcomes, settings, time passing.

Every act of a reader is a rule of a state machine; what must always hold is an invariant.
`make stories` tells 2,000, which takes an hour; `make test-all` tells some of those, others each
time, and `make test` a few.
"""

import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from asking import PLAN_PANELS, Reader
from guide_steps import ALL_STEPS, RULES
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from rule_one import rule_one

from followup import words
from followup.app import open_app
from followup.dates.plan import OUTCOMES, DatedStep
from followup.dates.rules import LIMITS
from followup.guide.due import DUE, has_own_row
from followup.records.exchanges import MOVED
from followup.records.fold import fold
from followup.records.record import read_record
from followup.records.settings import WEEKENDS
from followup.records.state import State
from followup.view.parts.reasons import why
from followup.view.parts.scene import Scene

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
STORIES = int(os.environ.get("STORIES") or (80 if IS_LONG else 4))
START = date(2026, 11, 1)
ONE_DAY = timedelta(days=1)
KINDS = (
    "called",
    "spoke",
    "emailed",
    "other",
    "they-called",
    "they-emailed",
    "they-other",
    "unknown",
)
COUNTRY = json.dumps(
    {
        "country": "XX",
        "name": "Nowhere",
        "years": [2025, 2030],
        "weekend": [4, 5],
        "parts": [["P1", "Part 1"]],
        "names": ["Founding Day", "Feast"],
        "common": [["2026-12-01", 0], ["2026-12-25", 1], ["2027-01-01", 0]],
        "own": {"P1": [["2026-12-10", 1], ["2026-12-11", 1]]},
    }
)
DAYS = st.integers(0, 150).map(lambda days: START + timedelta(days=days))
TYPED = st.one_of(DAYS, st.sampled_from(("", "31 11 2026", "x", "24 nov")))


def without_new_answers(answer: str) -> dict[str, Any]:
    """Return an answer without what stands under the setting that was changed last."""
    fields: dict[str, Any] = json.loads(answer)
    for name in [one for one in fields["outputs"] if one.startswith("new-answer.")]:
        del fields["outputs"][name]
    return fields


class Story(RuleBasedStateMachine):
    """One reader, one browser, many interviews."""

    def __init__(self) -> None:
        super().__init__()
        self.reader = Reader(ALL_STEPS, START.isoformat())
        self.reader.files = {"holidays/XX.json": COUNTRY, "holidays/index.json": None}
        self.interviews = [self.reader.interview]
        self.today = START
        self.entries = 0

    # What a reader does

    @initialize(day=DAYS)
    def have_an_interview(self, day: date) -> None:
        """Without one there is nothing to plan."""
        self.reader.answer("interview", day)

    @rule(follows=st.booleans())
    @precondition(lambda self: len(self.interviews) < 5)
    def add_an_interview(self, *, follows: bool) -> None:
        """Alone, or as the next round of the one that is shown."""
        before = self.reader.interview
        self.reader.interview = f"i{len(self.interviews)}x{self.reader.count}"
        self.interviews.append(self.reader.interview)
        self.reader.choose("archived", "no")
        if follows:
            self.reader.text("follows", before)

    @rule(data=st.data())
    def switch(self, data: st.DataObject) -> None:
        """Show another interview."""
        self.reader.interview = data.draw(st.sampled_from(self.interviews))

    @rule(
        question=st.sampled_from(("interview", "decision", "outcome-day", "offer-deadline")),
        day=TYPED,
    )
    def answer(self, question: str, day: date | str) -> None:
        """Any day, also one that is refused."""
        self.reader.answer(question, day)

    @rule(kind=st.sampled_from(KINDS), back=st.integers(-3, 40), named=TYPED, purpose=st.sampled_from(("follow_up", "follow_up", "thanks", "other")))  # fmt: skip
    def log(self, kind: str, back: int, named: date | str, purpose: str) -> None:
        """A contact of the last weeks, or one that is refused."""
        self.entries += 1
        day = self.today - timedelta(days=back)
        self.reader.log(kind, day, named, purpose, entry=f"e{self.entries}", who="Ana", note="<b>")

    @rule(back=st.integers(-1, 20), ahead=st.integers(-1, 40), named=TYPED)
    def they_move_it(self, back: int, ahead: int, named: date | str) -> None:
        """The interview, to any day; or an entry that is refused."""
        self.entries += 1
        told = self.today - timedelta(days=back)
        self.reader.move(told, told + timedelta(days=ahead), named, entry=f"e{self.entries}")

    @rule(days=st.integers(0, 40))
    def they_move_it_and_that_is_taken_out(self, days: int) -> None:
        """The plan is as it was, byte for byte, but for the entry that can be put back."""
        before = self.dates()
        self.entries += 1
        entry = f"e{self.entries}"
        self.reader.move(self.today, self.today + timedelta(days=days), entry=entry)
        self.reader.remove(entry)

        assert self.dates() == before

    @rule(data=st.data(), kind=st.sampled_from(KINDS), back=st.integers(0, 20))
    @precondition(lambda self: self.entries)
    def change_an_entry(self, data: st.DataObject, kind: str, back: int) -> None:
        """The same id replaces."""
        entry = f"e{data.draw(st.integers(1, self.entries))}"
        self.reader.log(kind, self.today - timedelta(days=back), entry=entry)

    @rule(days=st.one_of(st.none(), st.integers(-5, 40)))
    def pin(self, days: int | None) -> None:
        """Choose a day, or take the pin away."""
        question = self.scene().answers.pin_question()
        self.reader.answer(question, "" if days is None else self.today + timedelta(days=days))

    @rule(outcome=st.sampled_from((*OUTCOMES, "none", "nonsense")))
    def end(self, outcome: str) -> None:
        """Any outcome, or its way back."""
        self.reader.choose("outcome", outcome)

    @rule(name=st.sampled_from(sorted(LIMITS)), number=st.one_of(st.integers(0, 65).map(str), st.sampled_from(("", "x", "-1"))))  # fmt: skip
    def set_a_number(self, name: str, number: str) -> None:
        """In and outside its limits."""
        self.reader.text(name.replace("_", "-"), number, of="all")

    @rule(weekend=st.sampled_from(("country", *WEEKENDS)), country=st.sampled_from(("", "XX")), part=st.sampled_from(("", "P1", "P9")))  # fmt: skip
    def set_the_region(self, weekend: str, country: str, part: str) -> None:
        """Weekend, country, part."""
        self.reader.choose("weekend", weekend, of="all")
        self.reader.text("country", country, of="all")
        self.reader.text("part", part, of="all")

    @rule(channel=st.sampled_from(("guide", "phone", "email", "other")))
    def set_the_first_way(self, channel: str) -> None:
        """Of the interview that is shown."""
        self.reader.choose("first-channel", channel)

    @rule(first=TYPED, length=st.integers(-1, 70))
    def close_days(self, first: date | str, length: int) -> None:
        """The employer's own closed days."""
        self.entries += 1
        last = first + timedelta(days=length) if isinstance(first, date) else ""
        dates: dict[str, date | str] = {"closed-first": first, "closed-last": last}
        self.reader.enter("closed", f"e{self.entries}", dates, label="Works holiday")

    @rule(step=st.sampled_from(sorted(RULES)), number=st.integers(0, 2), on=st.booleans())
    def tick(self, step: str, number: int, *, on: bool) -> None:
        """Ticking never moves a date."""
        before = self.dates()
        self.reader.tick(step, on=on, number=number)

        assert self.dates() == before

    @rule(days=st.integers(1, 30))
    def time_passes(self, days: int) -> None:
        """The reader comes back later."""
        self.today += timedelta(days=days)
        self.reader.today = self.today.isoformat()

    # Every act that can be undone, and its undo

    def undone(self, do: Callable[[], object], undo: Callable[[], object]) -> None:
        """Do and undo; every panel must be the same, byte for byte. Only the place of the new answer on
        Settings, which is under what was changed last, is another."""
        before = without_new_answers(self.everything())
        do()
        undo()

        assert without_new_answers(self.everything()) == before

    @rule(data=st.data())
    @precondition(lambda self: self.scene().answers.log)
    def remove_an_entry_and_put_it_back(self, data: st.DataObject) -> None:
        """A log entry."""
        answers = self.scene().answers
        entry = data.draw(st.sampled_from(answers.log))
        if entry.kind == MOVED and answers.refused_entry():
            return  # From then on it stands in the log, as a move may have made it wrong.
        self.undone(
            lambda: self.reader.remove(entry.id, on=not entry.removed),
            lambda: self.reader.remove(entry.id, on=entry.removed),
        )

    @rule(outcome=st.sampled_from(OUTCOMES))
    @precondition(lambda self: not self.scene().answers.outcome)
    def end_and_take_it_back(self, outcome: str) -> None:
        """An outcome."""
        self.undone(
            lambda: self.reader.choose("outcome", outcome),
            lambda: self.reader.choose("outcome", "none"),
        )

    @rule(days=st.integers(0, 30))
    @precondition(lambda self: self.scene().state.typed(self.reader.interview, self.scene().answers.pin_question()).is_blank())  # fmt: skip
    def pin_and_take_the_pin_away(self, days: int) -> None:
        """A pinned day."""
        question = self.scene().answers.pin_question()
        self.undone(
            lambda: self.reader.answer(question, self.today + timedelta(days=days)),
            lambda: self.reader.answer(question, ""),
        )

    @rule()
    def go_back_to_the_guide_and_undo(self) -> None:
        """All settings."""
        if self.scene().state.choice("settings", "own") == "guide":
            return
        self.undone(
            lambda: self.reader.choose("settings", "guide", of="all"),
            lambda: self.reader.choose("settings", "own", of="all"),
        )

    @rule()
    def archive_and_bring_back(self) -> None:
        """The interview that is shown."""
        archived = self.scene().interview.archived
        self.undone(
            lambda: self.reader.choose("archived", "no" if archived else "yes"),
            lambda: self.reader.choose("archived", "yes" if archived else "no"),
        )

    @rule()
    @precondition(lambda self: len(self.interviews) > 1)
    def delete_and_bring_back(self) -> None:
        """The interview that is shown: its records leave, and come back as they were."""
        kept = dict(self.reader.records)
        own = [key for key, text in kept.items() if json.loads(text)["interview"] == self.reader.interview]  # fmt: skip

        def delete() -> None:
            self.reader.write("deleted", on=True)
            for key in own:
                del self.reader.records[key]

        def bring_back() -> None:
            self.reader.records |= {key: kept[key] for key in own}
            self.reader.write("deleted", on=False)

        self.undone(delete, bring_back)

    @rule()
    @precondition(lambda self: len(self.interviews) > 1)
    def delete_for_good(self) -> None:
        """Whatever of it turns up again, nothing of it is shown."""
        deleted = self.reader.interview
        self.reader.write("deleted", on=True)
        self.interviews.remove(deleted)
        self.reader.interview = self.interviews[0]

        assert deleted not in [one.id for one in self.scene().interviews]
        assert deleted not in {item.interview.id for item in self.scene().due}

    # What must always hold

    @invariant()
    def no_date_is_too_early_or_on_a_closed_day(self) -> None:
        """A next date that is not pinned is the first open day that the rule allows."""
        for scene in self.scenes():
            step = scene.plan.current if scene.plan else None
            if not step or not scene.situation or scene.answers.pinned:
                continue
            day = max(rule_one(scene.situation))
            while scene.closed.reason(day):
                day += ONE_DAY
            assert step.day == day

    @invariant()
    def explanation_and_date_agree(self) -> None:
        """Each explanation names the day that the date was made of, and the day before a move."""
        for scene in self.scenes():
            for step in scene.plan.steps if scene.plan else ():
                if step.state != "done":
                    self.check_explanation(step)

    def check_explanation(self, step: DatedStep) -> None:
        """Check one step that is to do."""
        text = words.plain(why(step))
        assert step.governs
        if step.governs.cause == "pinned":
            assert step.governs.day == step.day
            assert bool(step.reasons) == ("closed day" in text)
            assert (step.rule_day is not None and step.day < step.rule_day) == ("earlier" in text)
            return
        assert step.governs.since + timedelta(days=step.governs.days) == step.governs.day
        assert (step.moved_from or step.day) == step.governs.day
        assert words.spell_day(step.governs.since) in text
        assert ("moved from" in text) == (step.moved_from is not None)

    @invariant()
    def the_due_list_is_what_is_due(self) -> None:
        """Nothing due is missing from it, and nothing else is called due."""
        listed = {(item.interview.id, item.what): item for item in self.scene().due}
        expected = {}
        for scene in self.scenes():
            if scene.interview.archived:
                continue
            step = scene.plan.current if scene.plan else None
            if step:
                expected[scene.interview_id, "contact"] = step.day <= self.today
            deadline, items = scene.answers.deadline, scene.checklist
            if deadline and not (items["offer-answer"].done or items["offer-answer"].aside):
                expected[scene.interview_id, "deadline"] = deadline <= self.today
            if any(one.is_for_today for one in items.values() if not has_own_row(one)):
                expected[scene.interview_id, "steps"] = True

        assert {key: item.group in DUE for key, item in listed.items()} == expected
        days = [item.day for item in self.scene().due]
        assert days == sorted(days)

    @invariant()
    def no_answer_hangs_on_those_before(self) -> None:
        """What is at hand from earlier questions is what would be worked out anew."""
        question = json.dumps(self.reader.question())
        assert self.reader.step(question) == open_app(ALL_STEPS.to_json())(question)

    # The same, looked at

    def scene(self) -> Scene:
        """Return the scene of the interview that is shown, as the one door would make it."""
        known: Scene | None = getattr(self, "_scene", None)
        now = (len(self.reader.records), self.reader.count, self.reader.interview, self.today)
        if known and getattr(self, "_scene_of", None) == now:
            return known
        records = [read_record(key, text) for key, text in self.reader.records.items()]
        state = fold(State(), records)
        scene = Scene(ALL_STEPS, state, self.reader.interview, self.today, self.reader.files)
        self._scene, self._scene_of = scene, now
        return scene

    def scenes(self) -> list[Scene]:
        """Return the scene of every interview."""
        return [self.scene().of(interview) for interview in self.scene().interviews]

    def dates(self) -> list[Any]:
        """Return every date of every plan."""
        return [
            [step.day for step in one.plan.steps] if one.plan else None for one in self.scenes()
        ]

    def everything(self) -> str:
        """Return all that a page with every panel and step shows, as text."""
        return json.dumps(self.reader.ask(changed=[], panels=PLAN_PANELS), sort_keys=True)


Story.TestCase.settings = settings(
    max_examples=STORIES, stateful_step_count=30, deadline=None, derandomize=not IS_LONG
)
TestStory = Story.TestCase
