"""A host that behaves like GitHub Pages: gzip, ten minutes of caching, ETags; over a line as slow
as is wished. It counts what goes over the line.

Measured at github.io in November 2026: `Cache-Control: max-age=600`, an ETag for each file, gzip for
texts and WebAssembly, nothing for other files.
"""

import gzip
import hashlib
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".toml": "application/toml",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
}
"""Types that are sent with gzip; all others are sent as they are."""

OTHER_TYPE = "application/octet-stream"
MAX_AGE = 600
"""Seconds for which a browser may use a file without asking again."""

PACKET = 1_460
"""Bytes that go over the line in one piece."""


@dataclass
class Line:
    """The line between host and browser, shared by all connections.

    Attributes:
        bits_per_second: how fast it is; 0 for as fast as this machine can.
        latency: seconds from a request to the first byte of its answer.
        sent: bytes of bodies that went over it.
        requests: how many were answered, those with "not modified" among them.
    """

    bits_per_second: float = 0
    latency: float = 0
    sent: int = 0
    requests: int = 0
    free_at: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def reset(self) -> None:
        """Count from nothing."""
        self.sent = self.requests = 0

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Make it as fast as can be for a while."""
        its = self.bits_per_second, self.latency
        self.bits_per_second = self.latency = 0
        try:
            yield
        finally:
            self.bits_per_second, self.latency = its
            self.free_at = 0

    def wait_for(self, size: int) -> None:
        """Wait until so many bytes have gone over the line, in turn with all others."""
        if not self.bits_per_second:
            return
        with self.lock:
            self.free_at = max(self.free_at, time.monotonic()) + size * 8 / self.bits_per_second
            wait = self.free_at - time.monotonic()
        time.sleep(max(wait, 0))


@dataclass(frozen=True)
class Answer:
    """A file as it is sent."""

    body: bytes
    kind: str
    is_packed: bool
    tag: str


@cache
def answer_for(path: Path) -> Answer:
    """Return a file as the host sends it."""
    plain = path.read_bytes()
    kind = TYPES.get(path.suffix)
    tag = f'"{hashlib.sha256(plain).hexdigest()[:16]}"'
    body = gzip.compress(plain, 9, mtime=0) if kind else plain
    return Answer(body, kind or OTHER_TYPE, bool(kind), tag)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with files of the server's folder."""

    protocol_version = "HTTP/1.1"
    server: "Host"

    def do_GET(self) -> None:
        """Send a file, say that it has not changed, or that there is none."""
        line = self.server.line
        time.sleep(line.latency)
        path = self.server.folder / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        line.requests += 1
        if not path.is_file():
            self._send(404, Answer(b"", OTHER_TYPE, is_packed=False, tag='""'))
            return
        answer = answer_for(path)
        is_known = self.headers.get("If-None-Match") == answer.tag
        self._send(304 if is_known else 200, answer)

    def _send(self, status: int, answer: Answer) -> None:
        body = answer.body if status == 200 else b""
        self.send_response(status)
        self.send_header("Content-Type", answer.kind)
        if answer.is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", f"max-age={MAX_AGE}")
        self.send_header("ETag", answer.tag)
        self.send_header("Last-Modified", formatdate(0, usegmt=True))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        for start in range(0, len(body), PACKET):
            packet = body[start : start + PACKET]
            self.server.line.wait_for(len(packet))
            self.server.line.sent += len(packet)
            self.wfile.write(packet)

    def handle(self) -> None:
        """Answer until the browser goes away, which it may do at any time."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Host(http.server.ThreadingHTTPServer):
    """Serves a folder over a line."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.line = Line()
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the folder stands."""
        return f"http://127.0.0.1:{self.server_port}/"
