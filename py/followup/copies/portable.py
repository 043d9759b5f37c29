"""The portable state: the records that still matter, as texts by key.

Folding them gives the same state as folding all. So a snapshot, a backup and a restore link carry
nothing else, and taking one in is a union of records: per fact, in any order, as often as one
likes. What this program cannot read matters too: a newer one may.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from followup.errors import RecordError
from followup.guide.messages import ADDRESSEE
from followup.json_text import write_json
from followup.records.fold import about, fold, rank
from followup.records.office import PROFILE, without_steps
from followup.records.record import (
    ALL,
    COMMON_FIELDS,
    FIELDS,
    PERSON,
    Answered,
    Chosen,
    Deleted,
    Entered,
    Record,
    Wrote,
    load_fields,
    read_key,
    read_record,
)
from followup.records.settings import NUMBER_NAMES, REGION_NAMES
from followup.records.state import State

Texts: TypeAlias = Mapping[str, str]
"""Texts of records by key ("clock.tab.count")."""

NO_NAMES = frozenset({"follows", PROFILE, *NUMBER_NAMES, *REGION_NAMES})
"""Texts that hold no name and no note of the reader's. All others do, those of a newer program
among them."""


def portable(
    texts: Texts, *, interviews: Collection[str] | None = None, names: bool = True
) -> dict[str, str]:
    """Return the records that still matter, in the order in which they were written.

    Deleted interviews are left out, with the records that say so.

    Args:
        texts: all records.
        interviews: ids of those to carry, beside what belongs to all; None for every one.
        names: whether names, people, notes and labels are carried. Without them what this
            program cannot read stays out as well, as it may hold some.
    """
    records, others = _read(texts)
    deleted = _deleted(records)

    def is_carried(interview: object) -> bool:
        is_wanted = interviews is None or interview == ALL or interview in interviews
        return is_wanted and interview not in deleted

    carried = {
        key: texts[key] if names else _without_names(records[key], texts[key])
        for key in _that_matter(records)
        if is_carried(records[key].interview)
    }
    if names:
        carried |= {key: text for key, text in others.items() if is_carried(owner_of(text))}
    found = {key: text for key, text in carried.items() if text is not None}
    return dict(sorted(found.items(), key=lambda item: _order(item[0])))


def kept_keys(texts: Texts, interview: str) -> list[str]:
    """Return the keys to keep when the records of an interview are put into a snapshot.

    They are those that matter, the record that deletes it among them, and all that cannot be read.
    """
    records, others = _read(texts)
    own = {key: record for key, record in records.items() if record.interview == interview}
    unread = [key for key, text in others.items() if owner_of(text) in {interview, None}]
    return sorted([*_that_matter(own), *unread], key=_order)


def unite(one: Texts, other: Texts) -> dict[str, str]:
    """Return the records of both. Of two texts for one key the longer wins: it has names where
    the other has none. Of two equally long ones it is the greater. The page does the same, so both
    are measured as JavaScript does, in UTF-16."""
    shared = {key: max(one[key], other[key], key=_length_first) for key in one.keys() & other}
    return {**one, **other, **shared}


def nameless(key: str, text: str) -> str | None:
    """Return a record as a copy without names has it; None if that leaves it out."""
    try:
        return _without_names(read_record(key, text), text)
    except RecordError:
        return None


def without_office_steps(texts: Texts) -> dict[str, str]:
    """Return the records with the office's settings alone, and without the steps it has added: in
    a link there may be no room for all."""
    return {key: _without_office_steps(key, text) for key, text in texts.items()}


def _without_office_steps(key: str, text: str) -> str:
    try:
        event = read_record(key, text).event
    except RecordError:
        return text
    if not isinstance(event, Wrote) or event.name != PROFILE:
        return text
    less = without_steps(event.text)
    return text if less == event.text else write_json(load_fields(text) | {"text": less})


def canonical(texts: Texts) -> str:
    """Return records as text that is equal exactly where they are: one line a record."""
    return "".join(f"{key} {_canonical(text)}\n" for key, text in sorted(texts.items()))


def state_of(texts: Texts) -> State:
    """Return the state that records give; what cannot be read adds nothing."""
    return fold(State(), _read(texts)[0].values())


def owner_of(text: str) -> str | None:
    """Return the interview that a record says it belongs to, whatever its format and kind."""
    try:
        owner = load_fields(text).get("interview")
    except RecordError:
        return None
    return owner if isinstance(owner, str) else None


def _read(texts: Texts) -> tuple[dict[str, Record], dict[str, str]]:
    """Return what can be read, and the texts of what cannot."""
    records, others = {}, {}
    for key, text in texts.items():
        try:
            records[key] = read_record(key, text)
        except RecordError:
            others[key] = text
    return records, others


def _that_matter(records: Mapping[str, Record]) -> set[str]:
    """Return the keys of the latest record of each fact, and of those that came first where the
    state says when that was."""
    last: dict[object, Any] = {}
    first: dict[object, Any] = {}
    for key, record in records.items():
        place = (*rank(record), key)
        fact = (record.interview, about(record.event))
        last[fact] = max(last.get(fact, place), place)
        for thing, its_place in _firsts(record, place):
            first[thing] = min(first.get(thing, its_place), its_place)
    return {place[-1] for place in (*last.values(), *first.values())}


def _firsts(record: Record, place: tuple[object, ...]) -> Iterator[tuple[object, object]]:
    """Yield what the first record is kept of, with what orders this one: each interview, its
    interview date, which counts from the earliest day, and each entry."""
    yield record.interview, place
    match record.event:
        case Answered("interview", _):
            yield (record.interview, "asked"), (record.written, *place)
        case Entered(_, entry, _, _, _):
            yield (record.interview, "entry", entry), place


def _deleted(records: Mapping[str, Record]) -> set[str]:
    last: dict[str, Record] = {}
    for record in records.values():
        if isinstance(record.event, Deleted) and record.interview != ALL:
            known = last.get(record.interview, record)
            last[record.interview] = max(known, record, key=rank)
    return {of for of, record in last.items() if record.event == Deleted(on=True)}


def _without_names(record: Record, text: str) -> str | None:
    """Return a record without what may hold a name; None if nothing is left."""
    match record.event:
        case Wrote(name, _) if name not in NO_NAMES:
            return None
        case Chosen(name, _) if name == ADDRESSEE:
            return None
        case Entered(form, _, _, _, _) if form == PERSON:
            return None
    fields = load_fields(text)
    known = {*COMMON_FIELDS, *FIELDS[str(fields["what"])]}
    plain = {name: value for name, value in fields.items() if name in known}
    if plain.get("texts"):
        plain["texts"] = {}
    return text if plain == fields else write_json(plain)


def _length_first(text: str) -> tuple[int, bytes]:
    units = text.encode("utf-16-be", "surrogatepass")
    return len(units), units


def _order(key: str) -> tuple[bool, object, str]:
    try:
        return False, read_key(key), key
    except RecordError:
        return True, None, key


def _canonical(text: str) -> str:
    try:
        value: object = load_fields(text)
    except RecordError:
        value = text
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
