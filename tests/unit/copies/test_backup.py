"""Backups: readable, whole again when read, and hostile files refused with their reason."""

import json
import zlib
from datetime import date

import pytest
from asking import Reader
from saved_files import STORAGES, raw_export, saved, text_of

from followup.copies.backup import read_backup, write_backup
from followup.copies.portable import canonical, portable
from followup.errors import BackupError, BackupTooLargeError
from followup.json_text import LARGEST

MADE = date(2026, 12, 2)
RECORD = '{"format":2,"interview":"one","written":"2026-11-24","what":"deleted","on":true}'
OWN = '{"followup-backup":1,"interviews":'


def named(text: str) -> str:
    """Return a short name for a case."""
    return f"{text[:30]!a} of {len(text)}"


def reason(text: str) -> str:
    """Return why a file is refused."""
    with pytest.raises(BackupError) as error:
        read_backup(text)
    return error.value.reason


def test_a_backup_can_be_read_by_people(reader: Reader) -> None:
    """Grouped by interview, a record a line, with the day; and it is what it was when read back."""
    reader.text("employer", "Acme & S\u00f6hne")
    reader.text("gap", "12", "all")
    reader.records["9.x.1"] = "["
    file = write_backup(portable(reader.records), MADE)
    lines = file.splitlines()

    assert '"made": "2026-12-02",' in lines
    assert lines[lines.index('"abc123": {') + 1] == '"1.tab1.1": {"written":"2026-11-24","what":"text","name":"employer","text":"Acme & S\u00f6hne"}'  # fmt: skip
    assert lines[lines.index('"unreadable": {') + 1] == '"9.x.1": "["'
    assert json.loads(file)["interviews"].keys() == {"abc123", "all"}
    assert canonical(read_backup(file).records) == canonical(reader.records)
    assert read_backup(file).made == MADE


@pytest.mark.parametrize("name", STORAGES)
def test_what_the_page_saves_by_itself_is_read_too(name: str) -> None:
    """With seals and without; a broken seal is skipped and counted."""
    export = json.loads(raw_export(name))
    found = read_backup(json.dumps(export))

    assert len(found.records) == len(export["records"])
    assert (found.skipped, found.made, found.is_changed) == (0, None, False)
    key = next(iter(export["records"]))
    export["records"][key] = export["records"][key].partition("#")[0].replace("true", "false") + "#00000000"  # fmt: skip
    assert read_backup(json.dumps(export)).skipped == 1


def test_snapshots_are_read_as_the_records_in_them() -> None:
    """Together with single ones; of two texts for one key the better."""
    inside = json.dumps({"snapshot": 1, "records": {"1.a.1": RECORD, "2.a.2": "x"}})
    sealed = f"{inside}#{zlib.crc32(f's.one.1{chr(10)}{inside}'.encode()):08x}"
    stored = {"s.one.1": sealed, "s.one.2": inside, "r.2.a.2": "longer", "r.3.a.3": RECORD}
    found = read_backup(json.dumps({"followup-records": 1, "records": stored}))

    assert found.records == {"1.a.1": RECORD, "2.a.2": "longer", "3.a.3": RECORD}
    assert found.skipped == 0


def test_what_is_no_record_in_a_raw_export_is_counted() -> None:
    """Notes of the page, broken snapshots, other types."""
    stored = {"life": "{}", "s.one.1": "{", "s.one.2": "[]", "s.one.3": '{"records":[]}', "r.1.a.1": 5, "r.2.a.1": None, "x": []}  # fmt: skip
    found = read_backup(json.dumps({"followup-records": 1, "records": stored}))

    assert (found.records, found.skipped) == ({}, 7)


def test_a_backup_changed_by_hand_says_so() -> None:
    """It can be taken all the same."""
    file = write_backup({"1.a.1": RECORD}, MADE)

    assert not read_backup(file.replace("\n", "\n\n  ")).is_changed
    assert read_backup(file.replace("true", "false")).is_changed
    assert read_backup('{"followup-backup":1,"interviews":{}}').is_changed


def test_a_backup_too_large_to_be_read_back_is_not_made() -> None:
    """The caller offers one interview at a time."""
    with pytest.raises(BackupTooLargeError):
        write_backup({f"{number}.a.{number}": RECORD for number in range(5_000)}, MADE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "other"), ("x", "other"), ("\0", "other"), ("null", "other"), ("[]", "other"),
        ("5", "other"), ('"{}"', "other"), ("{}", "other"), ('{"records":{}}', "other"), ("NaN", "other"),
        ("{", "damaged"), ("{}{}", "damaged"), ('{"a":NaN}', "damaged"), ('{"a":-Infinity}', "damaged"),
        ('{"a":1,"a":1}', "damaged"), ('{"a":{"b":1,"b":2}}', "damaged"), ("{'a':1}", "damaged"),
        ('{"a":"\n"}', "damaged"), (f'{{"a":{"9" * 5_000}}}', "damaged"), ('{"\\ud800', "damaged"),
        (OWN + "[]}", "damaged"), (OWN + "null}", "damaged"), (OWN + '{"a":{"1.a.1":{"b":-1e999}}}}', "damaged"), (OWN + '{},"unreadable":[]}', "damaged"),
        ('{"followup-backup":1}', "damaged"), ('{"followup-backup":"1"}', "damaged"),
        ('{"followup-backup":true}', "damaged"), ('{"followup-backup":0}', "damaged"),
        ('{"followup-backup":1.0}', "damaged"), ('{"followup-backup":2}', "newer"),
        ('{"followup-backup":1e999}', "damaged"), (f'{{"followup-backup":{10**400}}}', "newer"),
        ('{"followup-records":1}', "damaged"), ('{"followup-records":1,"records":5}', "damaged"),
        ('{"followup-records":9,"records":{}}', "newer"),
        ("[" * 33, "deep"), ("[" * 100_000, "deep"), ('{"a":' * 50_000, "deep"), ('"' + "[" * 40, "other"),
        ("[" * (LARGEST + 1), "large"), (" " * 5_000_000, "large"), ("\u00e9" * 200_000, "large"),
    ],
    ids=named,
)  # fmt: skip
def test_a_hostile_file_is_refused_with_its_reason(text: str, expected: str) -> None:
    """Nothing is parsed that is too large or too deep, and nothing but the one error is raised."""
    assert reason(text) == expected


@pytest.mark.parametrize(
    ("text", "kept", "skipped"),
    [
        (OWN + '{"one":5}}', 0, 1),
        (OWN + '{"one":{"1.a.1":5,"2.a.1":null,"3.a.1":[],"4.a.1":{}}}}', 1, 3),
        (OWN + '{"one":{"1.a.1":{}},"two":{"1.a.1":{}}}}', 1, 1),
        (OWN + '{"__proto__":{"__proto__":{}},"constructor":{"x":"y"}}}', 2, 0),
        (OWN + '{},"unreadable":{"1.a.1":{},"2.a.1":"x"}}', 1, 1),
        (OWN + '{},"made":5,"checksum":{}}', 0, 0),
        (OWN + '{},"made":"2026-02-30"}', 0, 0),
        (OWN + '{"one":{"1.a.1":{"a":"\\ud800\\u0000\\u202e"}}}}', 1, 0),
        (OWN + '{"one":{"1.a.1":{"format":1e99}}}}', 1, 0),
    ],
)
def test_what_is_no_record_is_skipped_and_counted(text: str, kept: int, skipped: int) -> None:
    """Wrong types in any place; what may be a record is handed on for the next check."""
    found = read_backup(text)

    assert (len(found.records), found.skipped) == (kept, skipped)
    assert found.made is None
    assert all(isinstance(one, str) for one in found.records.values())
    assert canonical(found.records).isascii()


@pytest.mark.parametrize(
    "text",
    [
        RECORD, RECORD.replace("2", "3", 1), RECORD.replace(":2", ":true", 1), '{"interview":"one"}',
        '{"interview":"all","format":2,"a":' + "[" * 40 + "]" * 40 + "}", "[" * 4_000,
        '{"interview":"one","a":NaN}', '{"interview":"one","a":1,"a":2}', '{"interview":"__proto__"}',
        '{"interview":5}', "\ud800", '{"interview":"one","a":"\ud800"}', "", "null", RECORD + " ",
    ],
    ids=named,
)  # fmt: skip
def test_whatever_is_in_storage_comes_back(text: str) -> None:
    """As a record where it is one, else as text."""
    file = write_backup({"1.a.1": text, "odd\ud800": text}, MADE)

    assert canonical(read_backup(file).records) == canonical({"1.a.1": text, "odd\ud800": text})


def test_backups_of_every_version_can_be_read_for_ever() -> None:
    """One that the first site wrote."""
    found = read_backup(text_of("backup-1.json"))

    assert canonical(found.records).splitlines() == saved("format-2.json")["portable"]
    assert (found.skipped, found.made, found.is_changed) == (0, MADE, False)
