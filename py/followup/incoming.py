"""What a reader brings in, a restore link or a backup, checked; and how it differs from what is
here.

All of it is hostile until checked: nothing is taken but records that this program can read, and
such as another of its format may have written. The rest is counted. Nothing here changes anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from followup import backup, links
from followup.changes import Change, changes
from followup.civil_date import ISO_DAY
from followup.copies import CALENDAR, WAYS_TO_SEE
from followup.errors import CopyError, NewerRecordError, RecordError, TooMuchError
from followup.json_text import StrictError, read_json, write_json
from followup.merging import merge, set_back
from followup.portable import NO_NAMES, Texts, owner_of, portable, state_of
from followup.records import (
    ALL,
    CLOSED,
    CONTACT,
    FIELDS,
    IDENTIFIER,
    LONGEST_RECORD,
    NAME,
    PERSON,
    Answered,
    Chosen,
    Deleted,
    Entered,
    Event,
    Exported,
    Removed,
    SetAside,
    Ticked,
    Wrote,
    read_key,
    read_record,
)
from followup.state import Fact, FactName, State

MOST_INTERVIEWS = 100
MOST_RECORDS = 5_000
MOST_ENTRIES = 500
"""Log entries, people and closed days of one interview, removed ones among them."""

MOST_TOGETHER = 2 * MOST_RECORDS
"""Records after merging."""


BYTE_ORDER_MARK = "\ufeff"
"""Some programs put it at the start of a file."""

Kind = Literal["link", "backup"]

Part = Literal[
    "dates",
    "contacts",
    "steps",
    "outcome",
    "people",
    "notes",
    "closed",
    "settings",
    "exports",
    "other",
]
"""What a fact is about: dates asked for, log entries, ticks and steps set aside, how it ended,
people met, other texts, closed days, settings and choices, what was put into a calendar or copied,
and what fits nowhere else."""

_MESSAGES = {
    "large": "more than a copy can hold: bring in the file or the link alone",
    "deep": "nested deeper than any copy",
    "not-text": "no text: choose the file that was saved here",
    "broke": "it stopped the program that reads it; nothing was taken",
}


@dataclass(frozen=True)
class Brought:
    """What the page says that the reader brought in.

    Attributes:
        kind: "link" (opened), "text" (pasted) or "file" (chosen).
        name: of the file; empty for the others.
        text: what it holds; empty if the page refused to read it.
        problem: why it did: "large", "deep", "not-text" or "broke" (the program went down over it);
            empty if it did not.
    """

    kind: str
    name: str = ""
    text: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Incoming:
    """A copy that can be taken.

    Attributes:
        kind: what the copy is, whichever way it came.
        records: texts by key; the portable state, without interviews that are deleted in there.
        skipped: how many things in it are left out as they cannot be read.
        newer: how many of the records a newer program wrote. They are left out: once they were
            here, this program could only read.
        made: the day of a backup, if it says.
        is_changed: whether a backup was changed since it was made.
    """

    kind: Kind
    records: Mapping[str, str]
    skipped: int = 0
    newer: int = 0
    made: date | None = None
    is_changed: bool = False

    @cached_property
    def state(self) -> State:
        """What the copy says, folded."""
        return state_of(self.records)


def read_brought(brought: Brought) -> Incoming:
    """Return what the page says was brought in.

    Raises:
        CopyError: as `read_incoming`; or the page refused it, with the page's reason.
    """
    if brought.problem:
        reason = brought.problem if brought.problem in _MESSAGES else "not-text"
        raise CopyError(reason, _MESSAGES[reason])
    return read_incoming(brought.kind, brought.text)


def read_incoming(kind: str, text: str) -> Incoming:
    """Return what a link, a pasted text or a file holds, checked.

    Either may be pasted, and a calendar file holds a link; so what it is shows in its first letter.

    Raises:
        LinkError: it is no link that can be read.
        BackupError: it is no backup that can be read.
        TooMuchError: more interviews, records or entries than a copy can hold.
    """
    whole = text.removeprefix(BYTE_ORDER_MARK)
    is_backup = whole.lstrip().startswith("{") or links.MARK not in "".join(whole.split())
    if (kind == "file" and is_backup) or (kind == "text" and whole.lstrip().startswith("{")):
        found = backup.read_backup(whole)
        return _sift("backup", found.records, found)
    return _sift("link", links.read_link(whole), None)


def beside(here: Texts, incoming: Incoming) -> Incoming:
    """Return a copy as it can be taken beside the records that are here: no clock in it is far
    ahead of theirs."""
    records = portable(set_back(here, incoming.records))
    found = replace(incoming, records=records)
    _check_together(here, found)
    return found


def _check_together(here: Texts, incoming: Incoming) -> None:
    """Refuse what would be too much with what is here, unless that alone is more already.

    Raises:
        TooMuchError: it would be.
    """
    ours, theirs = state_of(here), incoming.state
    own = set(ours.interviews())
    every = {*own, *theirs.interviews()}
    _check("interviews-together", len(every), len(own), MOST_INTERVIEWS)
    _check("records-together", len({**here, **incoming.records}), len(here), MOST_TOGETHER)
    for interview in theirs.facts:
        before = _entries(ours, interview)
        after = len(before | _entries(theirs, interview))
        _check("of-one-together", after, len(before), MOST_ENTRIES)


def _entries(state: State, interview: str) -> set[FactName]:
    """Return the names of an interview's entries."""
    return {name for name in state.facts.get(interview, {}) if name[0] == "entry"}


def _check(what: str, count: int, here: int, most: int) -> None:
    """Refuse what is too much.

    Raises:
        TooMuchError: there are more than there may be, and not because of what is here alone.
    """
    if count > most >= here:
        raise TooMuchError(what, count, most)


def _sift(kind: Kind, texts: Texts, found: backup.Backup | None) -> Incoming:
    _check("records", len(texts), 0, MOST_RECORDS)
    taken: dict[str, str] = {}
    newer = 0
    for key, text in texts.items():
        try:
            taken[key] = _checked(key, text)
        except NewerRecordError:
            newer += 1
        except RecordError:
            continue
    owners = {*map(owner_of, taken.values())} - {ALL}
    _check("interviews", len(owners), 0, MOST_INTERVIEWS)
    skipped = len(texts) - len(taken) - newer
    incoming = Incoming(kind, portable(taken), skipped, newer)
    for owner in owners:
        _check("of-one", len(_entries(incoming.state, owner or "")), 0, MOST_ENTRIES)
    if found is None:
        return incoming
    skipped += found.skipped
    return replace(incoming, skipped=skipped, made=found.made, is_changed=found.is_changed)


def _checked(key: str, text: str) -> str:
    """Return a record's text if it can be taken.

    Raises:
        NewerRecordError: a newer program wrote it.
        RecordError: it cannot be taken.
    """
    read_key(key)
    if len(text) > LONGEST_RECORD:
        raise RecordError("longer than any record")
    try:
        fields = read_json(text)
    except StrictError as error:
        raise RecordError("not JSON on which all readers agree") from error
    if not text.isascii():
        text = write_json(fields)  # which escapes what no file can hold
    try:
        read_record(key, text)
    except NewerRecordError:
        _check_shape(fields)
        raise
    except RecordError:
        _check_shape(fields)
        if isinstance(fields, dict) and fields["what"] in FIELDS:
            raise
    return text


def _check_shape(fields: object) -> None:
    """Refuse what no program would write, whatever the kind.

    Raises:
        RecordError: it has another shape than all records share.
    """
    forms = {"interview": IDENTIFIER, "what": NAME, "written": ISO_DAY}
    if not isinstance(fields, dict) or type(fields.get("format")) is not int:
        raise RecordError("not of the shape of a record")
    for name, form in forms.items():
        value = fields.get(name)
        if not isinstance(value, str) or not form.fullmatch(value):
            raise RecordError("not of the shape of a record")


@dataclass(frozen=True)
class Tally:
    """Facts of one part of an interview, counted.

    Attributes:
        held: in the copy.
        gained: merging brings them or changes them here.
        kept: differ here, and merging leaves them, as they are newer.
        missing: here, and not in the copy; merging leaves them, replacing takes them away.
    """

    held: int = 0
    gained: int = 0
    kept: int = 0
    missing: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.held + other.held,
            self.gained + other.gained,
            self.kept + other.kept,
            self.missing + other.missing,
        )

    @property
    def differs(self) -> bool:
        """Whether anything is not the same in both."""
        return bool(self.gained or self.kept or self.missing)


@dataclass(frozen=True)
class Difference:
    """How one interview in the copy, or what belongs to all, differs from here.

    Attributes:
        interview: its id, or `ALL`.
        is_new: whether nothing of it is here.
        deleted_here: whether it was deleted here.
        newest: the last day on which something in the copy was written.
        newest_here: the same of what is here; None if nothing is.
        parts: what it holds, counted; parts of which neither has anything are left out.
        is_refused: whether merging brings nothing of it, as all stands under keys of ours.
    """

    interview: str
    is_new: bool
    deleted_here: bool
    newest: date
    newest_here: date | None
    parts: Mapping[Part, Tally]
    is_refused: bool = False

    @cached_property
    def total(self) -> Tally:
        """All parts together."""
        return sum(self.parts.values(), Tally())


@dataclass(frozen=True)
class Comparison:
    """A copy beside what is here.

    Attributes:
        interviews: one each for those in the copy, the oldest first.
        settings: what belongs to all interviews; None if there is nothing of it in the copy.
        only_here: ids of the interviews that are not in the copy; replacing takes them away.
        unread: records in the copy that merging brings and this program does not understand.
        left_out: records that say something else under a key of ours. They are not taken.
        changes: what is here and would go or say something else after merging.
    """

    interviews: tuple[Difference, ...]
    settings: Difference | None
    only_here: tuple[str, ...]
    unread: int = 0
    left_out: int = 0
    changes: tuple[Change, ...] = ()

    @property
    def deleted(self) -> tuple[str, ...]:
        """Ids of the interviews in the copy that were deleted here."""
        return tuple(one.interview for one in self.interviews if one.deleted_here)

    @cached_property
    def total(self) -> Tally:
        """Everything together."""
        every = (*self.interviews, *([self.settings] if self.settings else ()))
        return sum((one.total for one in every), Tally())

    @property
    def brings_nothing(self) -> bool:
        """Whether merging would change nothing that the reader sees, interviews deleted here
        apart."""
        live = [one for one in self.interviews if not one.deleted_here]
        live += [self.settings] if self.settings else []
        come = [one for one in live if not one.is_refused]
        return not self.unread and not any(one.is_new or one.total.gained for one in come)


def compare(here: Texts, incoming: Incoming) -> Comparison:
    """Return how a copy differs from the records that are here."""
    ours, theirs = state_of(here), incoming.state
    united = merge(here, arriving(incoming))
    merged = state_of(united.texts)
    found = {one: _difference(one, ours, theirs, merged) for one in theirs.facts}
    order = sorted(found.keys() - {ALL}, key=lambda one: theirs.since[one])
    return Comparison(
        interviews=tuple(found[one] for one in order),
        settings=found.get(ALL),
        only_here=tuple(one for one in ours.interviews() if one not in found),
        unread=_unread(here, incoming),
        left_out=len(united.left_out),
        changes=changes(ours, merged),
    )


def arriving(incoming: Incoming) -> dict[str, str]:
    """Return the records of a copy that the page adds: only the reader deletes and brings back."""
    return {key: text for key, text in incoming.records.items() if not _deletes(key, text)}


def _deletes(key: str, text: str) -> bool:
    try:
        return isinstance(read_record(key, text).event, Deleted)
    except RecordError:
        return False


def _difference(interview: str, ours: State, theirs: State, merged: State) -> Difference:
    here, there = _plan_facts(ours, interview), _plan_facts(theirs, interview)
    parts: dict[Part, Tally] = {}
    for name in here.keys() | there.keys():
        part = _part(name, {**here, **there}, interview)
        after = merged.facts.get(interview, {}).get(name)
        tally = _tally(here.get(name), there.get(name), after)
        parts[part] = parts.get(part, Tally()) + tally
    return Difference(
        interview=interview,
        is_new=interview not in ours.facts,
        deleted_here=ours.is_deleted(interview),
        newest=max(fact.written for fact in theirs.facts[interview].values()),
        newest_here=max((fact.written for fact in here.values()), default=None),
        parts={part: parts[part] for part in sorted(parts)},
        is_refused=interview not in merged.facts,
    )


def _plan_facts(state: State, interview: str) -> dict[FactName, Fact]:
    """Return the facts that a reader would miss: not how things are shown, nor when they were
    copied, which making a copy changes by itself."""
    facts = state.facts.get(interview, {})
    return {name: fact for name, fact in facts.items() if _is_missed(fact.event)}


def _is_missed(event: Event) -> bool:
    match event:
        case Chosen(name, _):
            return name not in WAYS_TO_SEE
        case Exported(name, _, _):
            return name.startswith(CALENDAR)
        case _:
            return not isinstance(event, Deleted)


def _tally(here: Fact | None, there: Fact | None, after: Fact | None) -> Tally:
    if there is None:
        return Tally(missing=1)
    if _said(here) != _said(after):
        return Tally(held=1, gained=1)
    is_other = here is not None and here.stamp != there.stamp and _said(here) != _said(there)
    return Tally(held=1, kept=int(is_other))


def _said(fact: Fact | None) -> tuple[Event, date | None] | None:
    """Return what a fact says. The day on which it was written says when an interview ended."""
    if fact is None:
        return None
    return fact.event, fact.written if isinstance(fact.event, Chosen) else None


def _part(name: FactName, facts: Mapping[FactName, Fact], interview: str) -> Part:
    event = facts[name].event
    match event:
        case Ticked() | SetAside() | Answered() | Exported():
            return _PARTS[type(event)]
        case Entered(form, _, _, _, _):
            return _PARTS_OF_FORMS.get(form, "other")
        case Removed(entry, _) if ("entry", entry) in facts:
            return _part(("entry", entry), facts, interview)
        case Chosen("outcome", _):
            return "outcome"
        case Chosen():
            return "settings"
        case Wrote(text, _):
            return "settings" if interview == ALL and text in NO_NAMES else "notes"
        case _:
            return "other"


_PARTS: Mapping[type[Event], Part] = {
    Ticked: "steps",
    SetAside: "steps",
    Answered: "dates",
    Exported: "exports",
}
_PARTS_OF_FORMS: Mapping[str, Part] = {CONTACT: "contacts", PERSON: "people", CLOSED: "closed"}


def _unread(here: Texts, incoming: Incoming) -> int:
    """Return how many records a merge brings that this program does not understand."""
    return sum(
        key not in here and not _is_read(key, text) for key, text in incoming.records.items()
    )


def _is_read(key: str, text: str) -> bool:
    try:
        read_record(key, text)
    except RecordError:
        return False
    return True
