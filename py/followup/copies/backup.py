"""Backups: the portable state as one readable JSON file, grouped by interview, a record a line.

Besides its own files this reads what the page saves by itself when Python cannot run: everything
in its stores, as it stands there.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup.copies.portable import Texts, canonical, owner_of, unite
from followup.dates import civil_date
from followup.errors import BackupError, BackupTooLargeError
from followup.json_text import (
    DEEPEST,
    StrictError,
    is_shallow,
    is_small,
    read_json,
    write_json,
)
from followup.records.record import IDENTIFIER, USUAL_FORMAT, load_fields

VERSION = 1
"""Number of the file's shape. A file with a higher one was made by a newer program."""

MARK = "followup-backup"
EXPORT_MARK = "followup-records"

_LEVELS_AROUND = 3
"""Objects around a record in the file."""

_LONGEST_OWNER = 64
"""Characters of the name that stands once for all records of a group, and becomes part of each."""

_SEALED = re.compile(r"(.*)#([0-9a-f]{8})", re.ASCII | re.DOTALL)
_MESSAGES = {
    "large": "the file is larger than any backup",
    "deep": "the file is nested deeper than any backup",
    "damaged": "the file is no JSON: it was cut or changed; take another copy",
    "other": "the file is no backup of this site: choose another one",
    "newer": "a newer program made the file: load the page anew",
}


@dataclass(frozen=True)
class Backup:
    """What a file holds, unchecked.

    Attributes:
        records: texts by key.
        skipped: how many things were in it that are no records.
        made: the day of the copy; None if the file does not say.
        is_changed: whether somebody or something changed the file since.
    """

    records: dict[str, str]
    skipped: int
    made: date | None
    is_changed: bool


def write_backup(texts: Texts, made: date) -> str:
    """Return the file that holds the records, as `portable` gives them.

    Args:
        texts: the records to keep.
        made: the reader's own day.

    Raises:
        BackupTooLargeError: it could not be read back; take fewer interviews at a time.
    """
    groups: dict[str, list[str]] = {}
    for key, text in texts.items():
        owner, line = _line(key, text)
        groups.setdefault(owner, []).append(line)
    owned = [_group(owner, groups[owner]) for owner in sorted(groups) if owner]
    head = {
        MARK: VERSION,
        "made": made.isoformat(),
        "checksum": _checksum(canonical(texts)),
        "format": USUAL_FORMAT,
    }
    rows = [f"{write_json(name)}: {write_json(value)}" for name, value in head.items()]
    rows.append(_object('"interviews": ', owned))
    if "" in groups:
        rows.append(_group("unreadable", groups[""]))
    content = _object("", rows) + "\n"
    if not is_small(content):
        raise BackupTooLargeError(f"a backup of {len(content)} characters could not be read back")
    return content


def _line(key: str, text: str) -> tuple[str, str]:
    """Return the interview that a record belongs to, empty for none, and its line.

    What would come back otherwise is kept as text.
    """
    owner, value = owner_of(text), text
    if owner is None or not IDENTIFIER.fullmatch(owner):
        return "", f"{write_json(key)}: {write_json(text)}"
    if is_shallow(text, DEEPEST - _LEVELS_AROUND):
        fields = {name: its for name, its in load_fields(text).items() if name != "interview"}
        if fields.get("format") == USUAL_FORMAT and type(fields["format"]) is int:
            del fields["format"]
        value = write_json(fields)
        if _is_kept(owner, value, text):
            return owner, f"{write_json(key)}: {value}"
    return owner, f"{write_json(key)}: {write_json(text)}"


def _is_kept(owner: str, value: str, text: str) -> bool:
    try:
        again = _text(owner, read_json(value))
    except StrictError:
        return False
    return again is not None and canonical({"": again}) == canonical({"": text})


def _group(name: str, lines: list[str]) -> str:
    return _object(f"{write_json(name)}: ", lines)


def _object(name: str, lines: list[str]) -> str:
    return f"{name}{{\n" + ",\n".join(lines) + "\n}"


def read_backup(text: str) -> Backup:
    """Return what a file holds.

    Raises:
        BackupError: "large", "deep", "damaged", "other" or "newer".
    """
    try:
        content = read_json(text)
    except StrictError as error:
        is_object = text.lstrip().startswith("{")
        raise _refusal(str(error) if is_object or str(error) != "damaged" else "other") from error
    if not isinstance(content, dict):
        raise _refusal("other")
    for mark, read in ((MARK, _read_own), (EXPORT_MARK, _read_export)):
        if mark in content:
            version = content[mark]
            if type(version) is not int or version < 1:
                raise _refusal("damaged")
            if version > VERSION:
                raise _refusal("newer")
            return read(content)
    raise _refusal("other")


def _read_own(content: Mapping[str, object]) -> Backup:
    groups, loose = content.get("interviews"), content.get("unreadable", {})
    if not isinstance(groups, dict) or not isinstance(loose, dict):
        raise _refusal("damaged")
    records: dict[str, str] = {}
    skipped = 0
    for owner, group in [*groups.items(), ("", loose)]:
        items = group if isinstance(group, dict) else {"": None}
        for key, value in items.items():
            one = _text(owner, value)
            skipped += one is None or key in records
            _add(records, {} if one is None else {key: one})
    return Backup(
        records=records,
        skipped=skipped,
        made=_day(content.get("made")),
        is_changed=content.get("checksum") != _checksum(canonical(records)),
    )


def _text(owner: str, value: object) -> str | None:
    """Return the text of a record from its place in the file; None if it cannot be one."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict) or not 0 < len(owner) <= _LONGEST_OWNER:
        return None
    return write_json({"format": USUAL_FORMAT, "interview": owner} | value)


def _day(value: object) -> date | None:
    try:
        return civil_date.from_iso(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _read_export(content: Mapping[str, object]) -> Backup:
    """Return what the page's stores held: single records ("r.<key>") and snapshots of many
    ("s.<interview>.<number>")."""
    stored = content.get("records")
    if not isinstance(stored, dict):
        raise _refusal("damaged")
    records: dict[str, str] = {}
    skipped = 0
    for name, value in stored.items():
        text = _unsealed(name, value) if isinstance(value, str) else None
        found = None if text is None else _stored(name, text)
        skipped += found is None
        _add(records, found or {})
    return Backup(records, skipped, None, is_changed=False)


def _add(records: dict[str, str], found: Texts) -> None:
    """Add what was found, in place: a union for each of thousands would take the square of it."""
    for key, text in found.items():
        records |= unite({key: records.get(key, text)}, {key: text})


def _unsealed(name: str, stored: str) -> str | None:
    """Return a stored text without its seal; None if the seal is broken.

    The seal is "#" and the CRC-32 of name, line end and text. Older texts have none.
    """
    match = _SEALED.fullmatch(stored)
    if not match:
        return stored
    return match[1] if _checksum(f"{name}\n{match[1]}") == match[2] else None


def _stored(name: str, text: str) -> dict[str, str] | None:
    if name.startswith("r."):
        return {name.removeprefix("r."): text}
    if not name.startswith("s."):
        return None
    try:
        content = read_json(text)
    except StrictError:
        return None
    records = content.get("records") if isinstance(content, dict) else None
    if not isinstance(records, dict):
        return None
    return {key: one for key, one in records.items() if isinstance(one, str)}


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'replace')):08x}"


def _refusal(reason: str) -> BackupError:
    return BackupError(reason, _MESSAGES[reason])
