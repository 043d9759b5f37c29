"""What is said in the status line about the last thing that this tab has written."""

from collections.abc import Sequence

from followup import words
from followup.dates.civil_date import Problem
from followup.guide.messages import ADDRESSEE
from followup.records.exchanges import MOVED
from followup.records.office import PROFILE
from followup.records.record import (
    BY_FORM,
    CALENDAR,
    CLOSED,
    PERSON,
    Answered,
    Chosen,
    Deleted,
    Entered,
    Exported,
    Record,
    Removed,
    SetAside,
    Ticked,
    Wrote,
)
from followup.records.settings import NUMBER_NAMES, REGION_NAMES
from followup.view.careers_offices.draft import FORM as OFFICE_STEP
from followup.view.careers_offices.draft import KIT, draft_of
from followup.view.every_page import progress
from followup.view.parts.names import interview_name
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up import plan
from followup.words import Sentence


def announcement(
    scene: Scene, changed: Sequence[Record], saved: Sentence, *, turned: bool
) -> Sentence:
    """Return what to say about the latest of the records.

    Without any it is whose plan is seen now, if the reader has turned to another interview.

    Args:
        scene: what the reader sees now.
        changed: what this tab has just written.
        saved: what to say of something that is kept: `words.SAVED`, `KEPT` or `HELD`. That a thing
            was taken out or put away is to be kept as well, so it is said of that too.
        turned: whether the reader has just turned to the interview.
    """
    if not changed:
        return words.shown_now(interview_name(scene)) if turned else ()
    return _result_of(scene, max(changed, key=lambda one: one.stamp), saved)


def _result_of(scene: Scene, record: Record, saved: Sentence) -> Sentence:
    match record.event:
        case Ticked() | SetAside() | Chosen("show"):
            return (*saved, " ", *progress.sentence(scene), ".")
        case Answered(question, _):
            problem = scene.answers.problems.get(question.partition("-")[0], None)
            return _result(scene, saved, scene.answers.problems.get(question, problem))
        case Wrote(name, _):
            return _text_result(scene, saved, name)
        case Entered(form, entry, _, _, _):
            return _entry_result(scene, saved, form, entry)
        case Removed(entry, on):
            return _removed_result(scene, saved, entry, on=on)
        case Chosen(name, value):
            return _choice_result(scene, saved, record.interview, name, value)
        case Deleted(on):
            return words.DELETED[saved] if on else (*saved, " ", *words.BROUGHT_BACK)
        case Exported(name, _, on):
            return _exported_result(saved, name, on=on)


def _result(scene: Scene, saved: Sentence, problem: Problem | None) -> Sentence:
    return problem.sentence if problem else (*saved, " ", *plan.answer(scene))


def _text_result(scene: Scene, saved: Sentence, name: str) -> Sentence:
    if name == "follows":
        return words.shown_now(interview_name(scene))
    if name == PROFILE and scene.settings.office:
        return (*saved, " ", *words.office_in_use(scene.settings.office.name))
    if name in NUMBER_NAMES or name in REGION_NAMES:
        return _result(scene, saved, scene.settings.problems.get(name))
    return saved


def _entry_result(scene: Scene, saved: Sentence, form: str, entry_id: str) -> Sentence:
    if form == PERSON:
        person = next((one for one in scene.answers.people if one.id == entry_id), None)
        return person.problems["name"].sentence if person and person.problems else saved
    if form == CLOSED:
        closed = next((one for one in scene.answers.closed if one.id == entry_id), None)
        return _result(scene, saved, next(iter(closed.problems.values()), None) if closed else None)
    if form == OFFICE_STEP:
        step = next((one for one in draft_of(scene).steps if one.id == entry_id), None)
        return next(iter(step.problems.values())).sentence if step and step.problems else saved
    entry = next((one for one in scene.answers.log if one.id == entry_id), None)
    if entry and entry.problems:
        return (*words.NOT_LOGGED, *next(iter(entry.problems.values())).sentence)
    said = (*saved, " ", *words.LOGGED, " ", *plan.answer(scene))
    dropped = scene.plan.dropped if scene.plan and entry and entry.kind == MOVED else None
    return (*said, " ", *words.decision_dropped(dropped)) if dropped else said


def _removed_result(scene: Scene, saved: Sentence, entry_id: str, *, on: bool) -> Sentence:
    if any(one.id == entry_id and not one.contacts for one in scene.answers.log):
        return (*saved, " ", *words.DISCARDED) if on else saved
    if any(one.id == entry_id for one in scene.answers.log):
        done = words.ENTRY_REMOVED if on else words.ENTRY_BACK
        return (*saved, " ", *done, " ", *plan.answer(scene))
    return (*saved, " ", *(words.REMOVED if on else words.PUT_BACK_DONE))


def _choice_result(
    scene: Scene, saved: Sentence, interview: str, name: str, value: str
) -> Sentence:
    if name == ADDRESSEE or name.startswith(KIT):
        return saved
    if name != "archived":
        return (*saved, " ", *plan.answer(scene))
    whose = next((one for one in scene.interviews if one.id == interview), scene.interview)
    called = interview_name(scene.of(whose))
    done = words.archived(called) if value == "yes" else words.shown_now(called)
    return (*saved, " ", *done)


def _exported_result(saved: Sentence, name: str, *, on: bool) -> Sentence:
    if name.startswith((CALENDAR, BY_FORM)):
        return (*saved, " ", *(words.IN_CALENDAR if on else words.NOT_IN_CALENDAR))
    if name in words.EXPORTED and on:
        return (*saved, " ", *words.EXPORTED[name])
    return saved
