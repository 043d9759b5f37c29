"""Writes the service worker of a finished site: its script, with the list of the site's files.

Each page is marked with a hash of itself, by which the service worker knows it again, whatever a
host adds to it on its way. Any other file is known by the hash of its bytes.

The script is `service_worker.js`. With SERVICE_WORKER=off it is `service_worker_off.js`, which
takes back what a service worker has kept in the browsers of readers.
"""

import base64
import gzip
import hashlib
import json
import os
import re
from fnmatch import fnmatch
from pathlib import Path

NAME = "service_worker.js"
"""Where the browser finds it, below the site's start: it serves what is in its own folder."""

SCRIPT = Path(__file__).with_name("service_worker.js")
OFF_SCRIPT = Path(__file__).with_name("service_worker_off.js")
OFF_MARK = '<meta name="followup-service-worker" content="off">'
"""In the head of every page, if pages are not to ask for a service worker."""

GROUPS = {
    "holidays": ("followup-*/made/holidays/*", "followup-*/made/offices/*"),
    "tools": (
        "followup-*/made/runtime/*",
        "followup-*/python/worker.js",
        "followup-*/python/python.js",
    ),
    "extras": (
        "about/*",
        "assets/images/*",
        "assets/messages.txt",
        "assets/pictures/*",
        "careers-offices/*",
        "sitemap.xml",
    ),
    "pages": ("*",),
}
"""Each file belongs to the first group that has it. Pages are what reading and ticking needs: they
are kept all or not at all. Extras are kept if they can be had, and nothing waits for them."""

LEFT_OUT = (
    NAME,
    "404.html",
    "new-version.html",
    "offline.html",
    "checksums.txt",
    "sbom.cdx.json",
    "version.txt",
    "manifest.json",
    "about/decisions/*",
    "assets/handouts/*",
    "assets/hosts/*",
    "assets/icons/*",
    "assets/javascripts/lunr/*",
    "assets/performance.json",
    "assets/pictures/performance.svg",
    "assets/pictures/social.*",
    "assets/statements.json",
)
"""What no reader needs without a network: files to print, to install and for web servers, and why
things are as they are. The search needs no other language than English. Pages for errors stand in
folders too."""

INDEX = "index.html"
PAGE_MARK = '<meta name="followup-page" content="{}">'
MARKED = re.compile(PAGE_MARK.format("([0-9a-f]+)"))
PACKED = b"\x1f\x8b"
"""How what is packed by gzip begins."""

VERSION_LENGTH = 12
"""Hexadecimal digits of what tells the caches of two versions apart."""


def is_on() -> bool:
    """Return whether the site is published with a service worker."""
    return os.environ.get("SERVICE_WORKER", "on") != "off"


def write(site: Path) -> None:
    """Write the service worker of a finished site into it."""
    if not is_on():
        (site / NAME).write_bytes(OFF_SCRIPT.read_bytes())
        return
    for page in site.rglob("*.html"):
        page.write_text(marked(page.read_text("utf-8")), "utf-8")
    lists = lists_of(site)
    version = hashlib.sha256(_as_text(lists).encode()).hexdigest()[:VERSION_LENGTH]
    told = _as_text({"version": version, **lists})
    (site / NAME).write_text(f"self.lists = {told};\n{SCRIPT.read_text('utf-8')}", "utf-8")


def lists_of(site: Path) -> dict[str, dict[str, dict[str, str | int]]]:
    """Return the files to keep, in their groups: each by its address below the site's start, with
    what it is known by (see `known_by`), and its size in bytes as hosts pack it."""
    lists: dict[str, dict[str, dict[str, str | int]]] = {group: {} for group in GROUPS}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not _is_in(name, LEFT_OUT):
            group = next(group for group, patterns in GROUPS.items() if _is_in(name, patterns))
            lists[group][_address(name)] = {**known_by(path), "size": _size(path.read_bytes())}
    return lists


def marked(page: str) -> str:
    """Return a page that says in its head what it is: a hash of itself without that mark."""
    bare = MARKED.sub("", page)
    mark = PAGE_MARK.format(hashlib.sha256(bare.encode()).hexdigest()[:VERSION_LENGTH])
    return bare.replace("<head>", f"<head>{mark}", 1)


def known_by(path: Path) -> dict[str, str]:
    """Return by what the service worker knows a file again: the `mark` of a marked page; else the
    `hash` of its bytes, as in the attribute `integrity`: of each form in which browsers may get
    them."""
    mark = MARKED.search(path.read_text("utf-8")) if path.suffix == ".html" else None
    if mark:
        return {"mark": mark[1]}
    return {"hash": " ".join(map(hash_of, _as_served(path.read_bytes())))}


def hash_of(content: bytes) -> str:
    """Return the hash of a file as in the attribute `integrity`."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def _as_text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _is_in(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def _address(name: str) -> str:
    """Return the address of a file; that of a page is its folder's."""
    folder, _, last = name.rpartition("/")
    if last != INDEX:
        return name
    return f"{folder}/" if folder else ""


def _size(content: bytes) -> int:
    return min(len(content), len(gzip.compress(content, compresslevel=6)))


def _as_served(content: bytes) -> tuple[bytes, ...]:
    """Return what browsers get of a file: unpacked where its host says that it is packed."""
    is_packed = content.startswith(PACKED)
    return (content, gzip.decompress(content)) if is_packed else (content,)
