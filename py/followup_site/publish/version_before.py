"""Adds to a finished site the folder of the version before, from where the last site stands.

For some minutes after a site is published, browsers and hosts still give pages of the version
before. Their scripts and styles are in that version's folder, so it stays for one version more. So
do files of the theme, if it is another version of that too.

Nothing that comes from there is trusted. The folder's name is a hash of its files, so it is either
exactly the one that was published or left out. Only `make publish` does this: `make site` gives the
same files for the same commit, wherever the last site stands.

Run as `python -m followup_site.publish.version_before SITE ADDRESS`.
"""

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

import requests

from followup_site.publish import checksums, finish, service_worker
from followup_site.tools.made_files import digest

PATIENCE = 30
"""Seconds for which a host may be silent."""

MOST_FILES = 1_000
MOST_BYTES = 40_000_000
"""Of all files together: five times what a version has."""

TAKEN = (finish.ENDINGS - {".html"}) | {".image", ".library", ".mjs"}
"""Endings of files that are taken. The last three were published until November 2026."""

PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""One part of a file's path. It begins with no dot, so it leads nowhere else."""

THEME = re.compile(r"assets/(?:[a-z]+/){1,2}[a-z]+\.[0-9a-f]{8}\.min\.(?:js|css)")
"""A file of the theme that has a part of its hash in its name."""

LOCAL = ("localhost", "127.0.0.1")
FIRST_TIME = "No site is there yet, so there is no version before."
SAME = "The last site has the same scripts and styles, so nothing is added."


WITHOUT_IT = (
    "The site is whole without it. Pages that browsers still have from the last one may look bare"
    " for some minutes after you publish it."
)


class NotTakenError(Exception):
    """The version before was left out; the message says why."""


def main() -> None:
    """Add the folder to the site that is named on the command line, and say what was done.

    What stands there may be broken, and that may be why a new one is published: so this never
    fails.
    """
    site, address = Path(sys.argv[1]), sys.argv[2]
    try:
        print(add(site, address))
        checksums.write(site)
    except NotTakenError as error:
        print(f"The version before was left out. {error}\n{WITHOUT_IT}", file=sys.stderr)


def add(site: Path, address: str) -> str:
    """Add the folder of the version that stands at an address; return a sentence about it.

    Args:
        site: a finished site.
        address: where the last site stands.

    Raises:
        NotTakenError: it cannot be had, or is not what was published.
    """
    address = f"{address.rstrip('/')}/"
    if urlsplit(address).scheme != "https" and urlsplit(address).hostname not in LOCAL:
        raise NotTakenError("The address must begin with https.")
    with requests.Session() as session:
        script = _get(session, f"{address}{service_worker.NAME}")
        if script is None:
            return FIRST_TIME
        listed = _listed_in(script)
        names = [name for name in _named(listed) if not (site / name).exists()]
        if not names:
            return SAME
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            _fetch(session, address, names, place)
            _check(place, listed)
            shutil.copytree(place, site, dirs_exist_ok=True)
    return f"Added {len(names)} files of the version before."


def _listed_in(script: bytes) -> dict[str, object]:
    """Return the hash of each file that a service worker lists, by name."""
    try:
        lists = json.loads(script.decode("utf-8").partition(";\n")[0].removeprefix("self.lists = "))
        groups = [group for group in lists.values() if isinstance(group, Mapping)]
        return {name: its.get("hash") for group in groups for name, its in group.items()}
    except (ValueError, AttributeError) as error:
        raise NotTakenError("Its service worker has no list of files.") from error


def _named(listed: Iterable[str]) -> list[str]:
    """Return those of a version's folder, and those of the theme whose address never changes."""
    ours = sorted(name for name in listed if name.startswith("followup-"))
    if not 0 < len(ours) <= MOST_FILES:
        raise NotTakenError(f"Its list of files names {len(ours)} of a version.")
    folders = {name.partition("/")[0] for name in ours}
    if len(folders) > 1 or not all(map(_is_good, ours)):
        raise NotTakenError("Its list of files names some that no version has.")
    return ours + sorted(filter(THEME.fullmatch, listed))


def _is_good(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        len(path.parts) > 1
        and "/".join(path.parts) == name
        and all(map(PART.fullmatch, path.parts))
        and path.suffix in TAKEN
    )


def _fetch(session: requests.Session, address: str, names: Iterable[str], place: Path) -> None:
    left = MOST_BYTES
    for name in names:
        content = _get(session, address + quote(name), left)
        if content is None:
            raise NotTakenError(f"{name} is not there any more.")
        left -= len(content)
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)


def _check(place: Path, listed: Mapping[str, object]) -> None:
    for folder in place.glob("followup-*"):
        files = (path for path in folder.rglob("*") if path.is_file())
        version = digest(files, folder)[: finish.VERSION_LENGTH]
        if finish.folder_of(version) != folder.name:
            raise NotTakenError(f"The files of {folder.name} are not those that were published.")
    for path in (place / finish.ASSETS).rglob("*.*"):
        name = path.relative_to(place).as_posix()
        if service_worker.hash_of(path.read_bytes()) != listed[name]:
            raise NotTakenError(f"{name} is not what was published.")


def _get(session: requests.Session, address: str, most: int = MOST_BYTES) -> bytes | None:
    """Return what is at an address; None if nothing is there.

    Raises:
        NotTakenError: it does not come, comes from elsewhere or is too large.
    """
    try:
        with session.get(address, timeout=PATIENCE, stream=True, allow_redirects=False) as answer:
            if answer.status_code in (404, 410):
                return None
            if answer.status_code != 200:
                raise NotTakenError(f"{address} answered with {answer.status_code}.")
            content = bytearray()
            for piece in answer.iter_content(65_536):
                content += piece
                if len(content) > most:
                    raise NotTakenError(f"{address} is too large.")
            return bytes(content)
    except requests.RequestException as error:
        raise NotTakenError(f"{address} did not come: {error}") from error


if __name__ == "__main__":
    main()
