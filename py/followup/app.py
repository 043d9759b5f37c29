"""The one door: a text from the page in, a text for the page out. It remembers nothing.

Each question carries all records, the reader's day and what the page shows; each answer carries
contents to show, inputs to set and a sentence to announce.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from followup import civil_date, words
from followup.answers import LogEntry
from followup.errors import AskError, RecordError
from followup.fold import fold
from followup.guide import Guide
from followup.records import (
    Answered,
    Chosen,
    Entered,
    Record,
    Removed,
    SetAside,
    Ticked,
    read_record,
)
from followup.state import State
from followup.view import (
    calendar,
    checklist,
    contact_form,
    log,
    plan,
    progress,
    questions,
    step_rows,
)
from followup.view.markup import View, prose
from followup.view.scene import Scene
from followup.words import Sentence

PANELS = {
    "questions": questions,
    "plan": plan,
    "calendar": calendar,
    "contact-form": contact_form,
    "log": log,
    "checklist": checklist,
    "progress": progress,
}
"""Every panel that a page can hold, by the name it is placed with."""


@dataclass(frozen=True)
class Ask:
    """A question from the page, checked. See `open_app` for its fields."""

    records: tuple[Record, ...]
    unreadable: int
    interview: str
    today: date
    panels: tuple[str, ...]
    steps: tuple[str, ...]
    changed: frozenset[str]


def open_app(guide_text: str) -> Callable[[str], str]:
    """Return the function that answers the page's questions.

    A question is JSON: `records` (texts by key), `interview` (id), `today` (YYYY-MM-DD),
    `panels` and `steps` (names on the page), `changed` (keys just written). The answer is JSON:
    `outputs` (HTML by place), `inputs` (what to set by element id), `announce` (a sentence).

    Raises:
        GuideError: `guide_text` is not what `Guide.to_json` writes.
        AskError: raised by the returned function for a question of another shape.
    """
    guide = Guide.from_json(guide_text)

    def step(text: str) -> str:
        ask = _read_ask(text)
        state = fold(State(), ask.records)
        scene = Scene(guide, state, ask.interview, ask.today)
        view = _view(scene, ask)
        return json.dumps(
            {
                "outputs": view.outputs,
                "inputs": view.inputs,
                "announce": words.plain(_announcement(scene, ask)),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    return step


def _view(scene: Scene, ask: Ask) -> View:
    view = View()
    for name in ask.panels:
        if name in PANELS:
            view.add(PANELS[name].fill(scene))
    view.add(step_rows.fill(scene.items(ask.steps).values()))
    view.show("notice", prose(words.unreadable(ask.unreadable)) if ask.unreadable else None)
    return view


def _announcement(scene: Scene, ask: Ask) -> Sentence:
    """Return what to say about the last thing that this tab has written."""
    changed = [one for one in ask.records if _key(one) in ask.changed]
    if not changed:
        return ()
    record = max(changed, key=lambda one: one.stamp)
    match record.event:
        case Ticked() | SetAside() | Chosen():
            done, total = progress.count(scene.checklist.values())
            return (*words.KEPT, " ", *words.progress(done, total, core_only=False), ".")
        case Answered(question, _):
            return (*words.KEPT, " ", *_question_result(scene, question))
        case Entered(entry, _, _):
            return _entry_result(scene, entry)
        case Removed(_, on):
            return (*(words.ENTRY_REMOVED if on else words.ENTRY_BACK), " ", *plan.answer(scene))


def _question_result(scene: Scene, question: str) -> Sentence:
    problem = scene.answers.problems.get(question)
    return problem.sentence if problem else plan.answer(scene)


def _entry_result(scene: Scene, entry_id: str) -> Sentence:
    entry: LogEntry | None = next((e for e in scene.answers.log if e.id == entry_id), None)
    if entry and entry.problems:
        return (*words.NOT_LOGGED, *next(iter(entry.problems.values())).sentence)
    return (*words.KEPT, " ", *words.LOGGED, " ", *plan.answer(scene))


def _key(record: Record) -> str:
    return f"{record.stamp.clock}.{record.stamp.tab}.{record.stamp.count}"


def _read_ask(text: str) -> Ask:
    try:
        fields = json.loads(text)
        records, unreadable = _read_records(fields["records"])
        return Ask(
            records=records,
            unreadable=unreadable,
            interview=str(fields["interview"]),
            today=civil_date.from_iso(fields["today"]),
            panels=tuple(map(str, fields["panels"])),
            steps=tuple(map(str, fields["steps"])),
            changed=frozenset(map(str, fields["changed"])),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AskError(f"the question cannot be read: {error!r}") from error


def _read_records(texts: Mapping[str, str]) -> tuple[tuple[Record, ...], int]:
    """Return the records that can be read, and how many cannot. None is thrown away for good:
    all stay in the reader's browser."""
    records, unreadable = [], 0
    for key, text in texts.items():
        try:
            records.append(read_record(key, text))
        except RecordError:
            unreadable += 1
    return tuple(records), unreadable
