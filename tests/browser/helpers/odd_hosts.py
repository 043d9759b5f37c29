"""Hosts with ways of their own, for `site_server.serve`."""

import mimetypes
from pathlib import Path

from site_server import Answer, Behaviour

STRICT = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self'"
)
"""What a careful host sends; but it does not know of workers that begin as a blob."""

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


def with_policy_too(behave: Behaviour, policy: str) -> Behaviour:
    """Return a host that does what another one does, and sends a content policy with its pages."""

    def send(name: str, file: Path) -> Answer | None:
        answer = behave(name, file)
        if answer and file.suffix == ".html":
            return Answer(200, answer.body, {**answer.headers, "Content-Security-Policy": policy})
        return answer

    return send
