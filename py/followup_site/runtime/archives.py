"""Zip files and wheels that come out the same, byte for byte, every time.

Sorted names, one fixed date, fixed rights. What goes into which file is decided elsewhere. Runs in
CPython and inside Pyodide, so it needs the standard library only.
"""

import base64
import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name."""

UNIX = 3
READABLE_FILE = 0o644 << 16


def read_archive(path: Path) -> dict[str, bytes]:
    """Return the files of a zip file or wheel by name. Folders have no entry."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name: archive.read(name) for name in names}


def archive_dates(path: Path) -> set[tuple[int, int, int, int, int, int]]:
    """Return the dates that a zip file or wheel gives its files."""
    with zipfile.ZipFile(path) as archive:
        return {entry.date_time for entry in archive.infolist()}


def write_archive(
    path: Path, files: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED
) -> None:
    """Write a zip file that depends on nothing but the names and bytes given.

    Args:
        path: the file to write.
        files: contents by name.
        packing: `ZIP_STORED` for one that will be packed as a whole, which packs it better.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.create_system = UNIX
            entry.external_attr = READABLE_FILE
            entry.compress_type = packing
            archive.writestr(entry, files[name], compresslevel=9)


def write_wheel(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a pure wheel. WHEEL and RECORD are made here: they say what it really holds."""
    (info,) = {name.split("/")[0] for name in files if name.endswith(".dist-info/METADATA")}
    record = f"{info}/RECORD"
    held = {name: data for name, data in files.items() if name != record}
    held[f"{info}/WHEEL"] = _wheel_file(path.stem)
    rows = [f"{name},{_record_hash(held[name])},{len(held[name])}" for name in sorted(held)]
    held[record] = "\n".join([*rows, f"{record},,", ""]).encode()
    write_archive(path, held)


def _wheel_file(stem: str) -> bytes:
    """Return the WHEEL file of a wheel called `stem`; its tag is the end of its name."""
    tag = "-".join(stem.split("-")[-3:])
    lines = ["Wheel-Version: 1.0", "Generator: followup_site", "Root-Is-Purelib: true"]
    return "\n".join([*lines, f"Tag: {tag}", ""]).encode()


def _record_hash(data: bytes) -> str:
    value = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")
    return f"sha256={value.decode()}"
