"""The one door: a text from the page in, a text for the page out. It remembers nothing.

Each question carries all records, the reader's day and what the page shows; each answer carries
contents to show, inputs to set and a sentence to announce.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from followup import civil_date, words
from followup.errors import AskError, RecordError
from followup.fold import fold
from followup.guide import Guide
from followup.records import Record, read_record
from followup.state import State
from followup.view import (
    adviser,
    calendar,
    card,
    card_print,
    checklist,
    closed_days,
    closed_ranges,
    contact_form,
    due_list,
    due_short,
    interview_names,
    interviews,
    log,
    outcome,
    people,
    pin,
    plan,
    progress,
    questions,
    settings,
    step_rows,
    switcher,
    timeline,
)
from followup.view.announcement import announcement
from followup.view.markup import View, prose
from followup.view.scene import COUNTRIES_FILE, Scene, country_file

PANELS = {
    "questions": questions,
    "plan": plan,
    "calendar": calendar,
    "timeline": timeline,
    "contact-form": contact_form,
    "log": log,
    "pin": pin,
    "outcome": outcome,
    "card": card,
    "people": people,
    "card-print": card_print,
    "settings": settings,
    "closed-days": closed_days,
    "closed-ranges": closed_ranges,
    "checklist": checklist,
    "progress": progress,
    "switcher": switcher,
    "due": due_list,
    "due-short": due_short,
    "interviews": interviews,
    "names": interview_names,
    "adviser": adviser,
}
"""Every panel that a page can hold, by the name it is placed with."""

COUNTRIES_PANEL = "closed-days"
"""The panel that shows the list of countries."""

_read_record = lru_cache(maxsize=20_000)(read_record)
"""Records never change, so each is read once; with thousands of them that is most of the work."""


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
    turned: bool
    files: Mapping[str, str | None]
    editing: str
    erased: tuple[str, ...]
    language: str


def open_app(guide_text: str) -> Callable[[str], str]:
    """Return the function that answers the page's questions.

    A question is JSON: `records` (texts by key), `interview` (id), `today` (YYYY-MM-DD),
    `panels` and `steps` (names on the page), `changed` (keys just written); and, if there are any,
    `turned` (whether the reader has just turned to the interview), `files` (texts by name, null
    for one that could not be fetched), `editing` (id of the entry loaded into its form), `erased`
    (ids of deleted interviews that can be brought back) and `language`. The answer is JSON:
    `outputs` (HTML by place), `inputs` (what to set by element id), `announce` (a sentence),
    `needs` (names of files to fetch before asking again; then there is nothing else in it).

    Raises:
        GuideError: `guide_text` is not what `Guide.to_json` writes.
        AskError: raised by the returned function for a question of another shape.
    """
    guide = Guide.from_json(guide_text)

    def step(text: str) -> str:
        ask = _read_ask(text)
        scene = Scene(
            guide=guide,
            state=fold(State(), ask.records),
            interview_id=ask.interview,
            today=ask.today,
            files=ask.files,
            editing=ask.editing,
            erased=ask.erased,
            language=ask.language,
        )
        needs = _needs(scene, ask)
        view = View() if needs else _view(scene, ask)
        changed = [one for one in ask.records if _key(one) in ask.changed]
        return json.dumps(
            {
                "outputs": view.outputs,
                "inputs": view.inputs,
                "announce": ""
                if needs
                else words.plain(announcement(scene, changed, turned=ask.turned)),
                "needs": needs,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    return step


def _needs(scene: Scene, ask: Ask) -> list[str]:
    """Return the files without which the answer would be wrong."""
    names = []
    if scene.settings.country:
        names.append(country_file(scene.settings.country))
    if COUNTRIES_PANEL in ask.panels:
        names.append(COUNTRIES_FILE)
    return [name for name in names if name not in scene.files]


def _view(scene: Scene, ask: Ask) -> View:
    view = View()
    for name in ask.panels:
        if name in PANELS:
            view.add(PANELS[name].fill(scene))
    view.add(step_rows.fill(scene.items(ask.steps).values()))
    if ask.steps:
        view.add(switcher.whose(scene))
    view.show("notice", prose(words.unreadable(ask.unreadable)) if ask.unreadable else None)
    return view


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
            turned=fields.get("turned") is True,
            files=_read_files(fields.get("files", {})),
            editing=str(fields.get("editing", "")),
            erased=tuple(map(str, fields.get("erased", ()))),
            language=str(fields.get("language", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AskError(f"the question cannot be read: {error!r}") from error


def _read_files(texts: Mapping[str, str | None]) -> dict[str, str | None]:
    return {str(name): text for name, text in texts.items() if text is None or str(text) == text}


def _key(record: Record) -> str:
    return f"{record.stamp.clock}.{record.stamp.tab}.{record.stamp.count}"


def _read_records(texts: Mapping[str, str]) -> tuple[tuple[Record, ...], int]:
    """Return the records that can be read, and how many cannot. None is thrown away for good:
    all stay in the reader's browser."""
    records, unreadable = [], 0
    for key, text in texts.items():
        try:
            records.append(_read_record(key, text))
        except RecordError:
            unreadable += 1
    return tuple(records), unreadable
