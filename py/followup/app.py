"""The one door: a text from the page in, a text for the page out. No answer hangs on those before.

Each question stands for all records, the reader's day and what the page shows; each answer carries
contents to show, inputs to set and a sentence to announce. Records that are held from the question
before need not be in it. They can be lost at any moment, and then are asked for.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

from followup import words
from followup.copies.incoming import Brought, Incoming
from followup.copies.portable import kept_keys
from followup.dates import civil_date
from followup.errors import AskError
from followup.guide.contents import Guide
from followup.guide.office_steps import with_office
from followup.held import Held
from followup.records.office import OfficeProfile, profile_file
from followup.records.sample import sample_records
from followup.records.settings import read_settings
from followup.view.announcement import announcement
from followup.view.careers_offices.draft import kit_country
from followup.view.every_page import numbers, step_rows, switcher, trouble
from followup.view.every_page.notice import notice
from followup.view.panels import PANELS
from followup.view.parts.markup import View
from followup.view.parts.scene import COUNTRIES_FILE, Scene, Store, country_file
from followup.view.what_to_say import message
from followup.words import Sentence

SAID = {"saved": words.SAVED, "kept": words.KEPT, "held": words.HELD}
"""What is said first of something kept: in both stores, in one, in the tab's memory."""

A_DAY = 24 * 60
"""Minutes."""

COUNTRIES_PANELS = {"closed-days", "office-profile"}
"""The panels that show the list of countries."""


@dataclass(frozen=True)
class Ask:
    """A question from the page, checked. See `open_app` for its fields."""

    held: Held
    interview: str
    today: date
    panels: tuple[str, ...]
    steps: tuple[str, ...]
    messages: tuple[str, ...]
    changed: frozenset[str]
    turned: bool
    files: Mapping[str, str | None]
    editing: str
    erased: tuple[str, ...]
    language: str
    incoming: Brought | None
    dates: Mapping[str, str] | None
    superseded: bool
    site: str
    offsets: tuple[tuple[date, int], ...]
    store: Store | None


@lru_cache(maxsize=1)
def open_app(guide_text: str) -> Callable[[str], str]:
    """Return the function that answers the page's questions.

    The memory image holds the program as it was opened at the build: whoever opens it with the same
    guide has it at once.

    A question is JSON: `records` (texts by key), `interview` (id), `today` (YYYY-MM-DD),
    `panels` and `steps` (names on the page), `changed` (keys just written); and, if there are any,
    `number`, `over` and `dropped` (of records that are held; see `Held.take`),
    `messages` (names on the page), `turned` (whether the reader has just turned to the
    interview), `files` (texts by name, null for one that could not be fetched), `editing` (id of
    the entry loaded into its form), `erased` (ids of deleted interviews that can be brought back),
    `language`, `incoming` (see `Brought`), `dates`, `superseded`, `site` and `offsets` (see
    `Scene`), `store` (see `Store`).

    The answer is JSON: `outputs` (HTML by place), `inputs` (what to set by element id), `announce`
    (a sentence each for what is "saved" twice, "kept" once, "held" in memory), `needs` (names of
    files to fetch before asking again; then there is nothing else in it), `take` (what `incoming`
    brings, if it can be taken: `records`, and `deleted`, the ids of interviews in it that are
    deleted here), `trouble` (a line for each part that could not be made; none, but for a mistake
    in the program).

    The answer to a question that goes over records that are not held is `lost`. It is to be put
    again, with all records.

    A question with `fold` (an interview's id, or "all") needs `records` alone. The answer is
    `kept`: the keys to keep when those of the interview are put into a snapshot.

    A question with `sample` (YYYY-MM-DD) needs nothing else. The answer is `sample`: what somebody
    made up has done, for the demo.

    Raises:
        GuideError: `guide_text` is not what `Guide.to_json` writes.
        AskError: raised by the returned function for a question of another shape.
    """
    guide = Guide.from_json(guide_text)
    held = Held()
    known: dict[str, Scene] = {}
    with_steps = lru_cache(maxsize=2)(partial(with_office, guide))

    def step(text: str) -> str:
        fields = _read_fields(text)
        if "sample" in fields:
            answer = _sample(fields)
        elif not _take_records(fields, held):
            answer = {"lost": True}
        elif "fold" in fields:
            answer = _fold(fields["fold"], held)
        else:
            answer = _answer(_read_ask(fields, held), with_steps, known)
        return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))

    return step


def _fold(interview: object, held: Held) -> dict[str, object]:
    if not isinstance(interview, str):
        raise AskError("the question cannot be read: fold")
    return {"kept": kept_keys(held.texts, interview)}


def _sample(fields: Mapping[str, object]) -> dict[str, object]:
    try:
        return {"sample": sample_records(civil_date.from_clock(str(fields["sample"])))}
    except ValueError as error:
        raise AskError("the question cannot be read: sample") from error


def _answer(
    ask: Ask, with_steps: Callable[[OfficeProfile | None], Guide], known: dict[str, Scene]
) -> dict[str, object]:
    state = ask.held.state()
    scene = Scene(
        guide=with_steps(read_settings(state, ask.files).office),
        state=state,
        interview_id=ask.interview,
        today=ask.today,
        files=ask.files,
        editing=ask.editing,
        erased=ask.erased,
        language=ask.language,
        texts=ask.held.texts,
        incoming=ask.incoming,
        dates=ask.dates,
        superseded=ask.superseded,
        site=ask.site,
        offsets=ask.offsets,
        store=ask.store,
        known=known,
    )
    attempt = scene.troubles.attempt
    needs: list[str] = attempt("needs", lambda: _needs(scene, ask), [])
    announced = {name: "" if needs else _say(scene, ask, its) for name, its in SAID.items()}
    taken = None if needs else attempt("take", lambda: _take(scene), None)
    view = View() if needs else _view(scene, ask)
    return {
        "outputs": view.outputs,
        "inputs": view.inputs,
        "announce": announced,
        "needs": needs,
        "take": taken,
        "trouble": list(scene.troubles),
    }


def _say(scene: Scene, ask: Ask, saved: Sentence) -> str:
    """Return what is said of what this tab has written: that it is saved, if nothing else can."""
    records = ask.held.records
    changed = [records[key] for key in ask.changed if key in records]
    return words.plain(
        scene.troubles.attempt(
            "announce",
            lambda: announcement(scene, changed, saved, turned=ask.turned),
            saved if changed else (),
        )
    )


def _take(scene: Scene) -> dict[str, object] | None:
    """Return what the page takes in if the reader says so; None if there is nothing to take."""
    if not isinstance(scene.copy, Incoming) or not scene.comparison or not scene.copy.records:
        return None
    return {"records": scene.copy.records, "deleted": scene.comparison.deleted}


def _needs(scene: Scene, ask: Ask) -> list[str]:
    """Return the files without which the answer would be wrong."""
    offices = [scene.settings.office_name, scene.offered_name]
    names = [profile_file(name) for name in offices if name]
    if scene.settings.country:
        names.append(country_file(scene.settings.country))
    if not COUNTRIES_PANELS.isdisjoint(ask.panels) or _is_offered(scene, ask):
        names.append(COUNTRIES_FILE)
    if "office-profile" in ask.panels and (code := kit_country(scene)):
        names.append(country_file(code))
    return [name for name in dict.fromkeys(names) if name not in scene.files]


def _is_offered(scene: Scene, ask: Ask) -> bool:
    """Return whether the page shows a careers office's profile that names a country."""
    profiles = [scene.offered, scene.settings.office] if "office-offer" in ask.panels else []
    return any(isinstance(one, OfficeProfile) and one.country for one in profiles)


def _view(scene: Scene, ask: Ask) -> View:
    view = View()
    for name in ask.panels:
        if name in PANELS:
            view.add(trouble.guarded(name, PANELS[name].fill, scene))
    before = len(scene.troubles)
    for part in _parts(scene, ask):
        view.add(part)
    in_trouble = len(scene.troubles) > before
    view.show(
        "notice",
        notice(scene, len(ask.held.unreadable), words.PART_NOT_SHOWN if in_trouble else ()),
    )
    return view


def _parts(scene: Scene, ask: Ask) -> Iterator[View]:
    """Yield what stands outside of panels, each part for itself."""
    attempt = scene.troubles.attempt
    yield attempt(
        "steps",
        lambda: step_rows.fill(scene.items(ask.steps).values()),
        step_rows.without_dates(ask.steps),
    )
    if ask.steps:
        yield attempt("whose", lambda: switcher.whose(scene), View())
    for name in ask.messages:
        made = attempt(f"message {name}", partial(message.fill, scene, [name]), None)
        yield made or message.unfilled(scene, name)
    yield attempt("numbers", lambda: numbers.fill(scene), View())


def _read_fields(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text)
    except ValueError as error:
        raise AskError(f"the question cannot be read: {error!r}") from error
    if not isinstance(fields, dict):
        raise AskError("the question cannot be read: no JSON object")
    return fields


def _take_records(fields: Mapping[str, Any], held: Held) -> bool:
    """Return whether all records of the question are held now."""
    try:
        texts = {key: text for key, text in fields["records"].items() if isinstance(text, str)}
        over, number = (_number(fields.get(name)) for name in ("over", "number"))
        return held.take(texts, [str(key) for key in fields.get("dropped", ())], over, number)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AskError(f"the question cannot be read: {error!r}") from error


def _number(value: object) -> int | None:
    if value is None or type(value) is int:
        return value
    raise ValueError("not a whole number")


def _read_ask(fields: Mapping[str, Any], held: Held) -> Ask:
    try:
        return Ask(
            held=held,
            interview=str(fields["interview"]),
            today=civil_date.from_clock(fields["today"]),
            panels=tuple(map(str, fields["panels"])),
            steps=tuple(map(str, fields["steps"])),
            messages=tuple(map(str, fields.get("messages", ()))),
            changed=frozenset(map(str, fields["changed"])),
            turned=fields.get("turned") is True,
            files=_read_files(fields.get("files", {})),
            editing=str(fields.get("editing", "")),
            erased=tuple(map(str, fields.get("erased", ()))),
            language=str(fields.get("language", "")),
            incoming=_read_brought(fields.get("incoming")),
            dates=_read_dates(fields.get("dates")),
            superseded=fields.get("superseded") is True,
            site=str(fields.get("site", "")),
            offsets=_read_offsets(fields.get("offsets", ())),
            store=_read_store(fields.get("store")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AskError(f"the question cannot be read: {error!r}") from error


def _read_files(texts: Mapping[str, str | None]) -> dict[str, str | None]:
    return {str(name): text for name, text in texts.items() if text is None or str(text) == text}


def _read_brought(fields: Mapping[str, object] | None) -> Brought | None:
    if fields is None:
        return None
    parts = ("kind", "name", "text", "problem")
    return Brought(*(str(fields.get(part) or "") for part in parts))


def _read_dates(fields: Mapping[str, object] | None) -> dict[str, str] | None:
    return None if fields is None else {name: str(text) for name, text in fields.items()}


def _read_offsets(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[date, int], ...]:
    offsets = tuple((civil_date.from_clock(day), int(minutes)) for day, minutes in pairs)
    if any(abs(minutes) > A_DAY for _, minutes in offsets):
        raise ValueError("a clock is never a day off")
    return offsets


def _read_store(fields: Mapping[str, object] | None) -> Store | None:
    if fields is None:
        return None
    quarantined = fields.get("quarantined")
    return Store(
        durable=fields.get("durable") is True,
        memory=fields.get("memory") is True,
        quarantined=quarantined if type(quarantined) is int else 0,
        newer=fields.get("newer") is True,
        undo=str(fields.get("undo") or ""),
        refused=fields.get("refused") is True,
    )
