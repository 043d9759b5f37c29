"""Hosts with ways of their own, for `site_server.serve`."""

import mimetypes
from pathlib import Path

from site_server import Answer, Behaviour

PACKED = b"\x1f\x8b"
TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8"}


def type_of(file: Path) -> str:
    """Return the type of a file as hosts that know it say it."""
    known = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    return known or "application/octet-stream"


def without_slash(name: str, file: Path) -> Answer | None:
    """Answer for a page without the last slash of its address, and without the end of its file."""
    if file.name == "index" and not file.exists():
        file = file.with_suffix(".html")
    if name.endswith("/") or file.name != "index.html" or not file.is_file():
        return None
    return Answer(200, file.read_bytes(), {"Content-Type": type_of(file)})


def says_packed(_name: str, file: Path) -> Answer | None:
    """Say of every packed file that it is packed, so that browsers unpack it."""
    if not file.is_file() or not (content := file.read_bytes()).startswith(PACKED):
        return None
    return Answer(200, content, {"Content-Type": type_of(file), "Content-Encoding": "gzip"})


def sends_policy(policy: str, *, with_pages_only: bool = False) -> Behaviour:
    """Return a host that sends a content policy, with all that it sends or with pages alone."""

    def behave(name: str, file: Path) -> Answer | None:
        is_page = name.endswith("/") or not name
        if not file.is_file() or (with_pages_only and not is_page):
            return None
        headers = {"Content-Type": type_of(file), "Content-Security-Policy": policy}
        return Answer(200, file.read_bytes(), headers)

    return behave
