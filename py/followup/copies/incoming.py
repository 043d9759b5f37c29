"""What a reader brings in, a restore link or a backup: read and checked.

All of it is hostile until checked: nothing is taken but records that this program can read, and
such as another of its format may have written. The rest is counted. Nothing here changes anything,
and how a copy differs from what is here is told elsewhere: see `followup.copies.comparison`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from followup.copies import backup, links
from followup.copies.merging import set_back
from followup.copies.portable import Texts, owner_of, portable, state_of
from followup.dates.civil_date import ISO_DAY
from followup.errors import CopyError, NewerRecordError, RecordError, TooMuchError
from followup.json_text import StrictError, read_json, write_json
from followup.records.record import (
    ALL,
    FIELDS,
    IDENTIFIER,
    LONGEST_RECORD,
    NAME,
    read_key,
    read_record,
)
from followup.records.state import FactName, State

MOST_INTERVIEWS = 100
MOST_RECORDS = 5_000
MOST_ENTRIES = 500
"""Log entries, people and closed days of one interview, removed ones among them."""

MOST_TOGETHER = 2 * MOST_RECORDS
"""Records after merging."""


BYTE_ORDER_MARK = "\ufeff"
"""Some programs put it at the start of a file."""

Kind = Literal["link", "backup"]

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
