"""Serves the built site as a static host does, under a sub-path, on a free port of this machine."""

import functools
import http.server
import io
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

SITE = Path(__file__).parents[3] / "site"
SUB_PATH = "/careers/follow-up/"
SITEMAP = "sitemap.xml"
FILES = next((path.name for path in SITE.glob("followup-*")), "")
"""The folder with our scripts, styles and runtime, below the site's start."""


@dataclass(frozen=True)
class Answer:
    """What a host says in place of a file as it is."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


Behaviour = Callable[[str, Path], Answer | None]
"""What a host does with a file: given its name below the site's start, as it was asked for, and where
it is (also for a folder). None for what any host does."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host does, each with the type that browsers insist on."""

    protocol_version = "HTTP/1.1"  # one connection for many files
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        """Return the file below the site for an address below the sub-path."""
        return super().translate_path("/" + self._below(path))

    def send_head(self) -> BinaryIO | None:
        """Serve the site map as if the site had been built for this address.

        Pages are fetched without a full load only if the site map lists them, port and all.
        """
        behave = self.server.behave  # type: ignore[attr-defined] # set in `serve`
        answer = behave(self._name(), self._file()) if behave else None
        if answer:
            return self._send(answer)
        if not self.path.endswith(SITEMAP):
            return super().send_head()
        text = Path(self.translate_path(self.path)).read_text("utf-8")
        listed = min(re.findall("<loc>(.*?)</loc>", text), key=len)
        body = text.replace(listed, address_of(self.server)).encode()  # type: ignore[arg-type]
        return self._send(Answer(200, body, {"Content-Type": "application/xml"}))

    def _name(self) -> str:
        return self._below(urlsplit(self.path).path)

    def _below(self, path: str) -> str:
        """Return what follows the sub-path, which may come without its last slash."""
        prefix: str = self.server.sub_path  # type: ignore[attr-defined] # set in `serve`
        return path.removeprefix(prefix) if path != prefix.rstrip("/") else ""

    def _file(self) -> Path:
        path = Path(self.translate_path(self.path))
        return path / "index.html" if path.is_dir() else path

    def _send(self, answer: Answer) -> BinaryIO:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        return io.BytesIO(answer.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(
    folder: Path, sub_path: str, behave: Behaviour | None = None
) -> http.server.ThreadingHTTPServer:
    """Serve the folder on a free port of this machine."""
    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.sub_path = sub_path  # type: ignore[attr-defined] # read in `Handler`
    server.behave = behave  # type: ignore[attr-defined] # as above
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@contextmanager
def served(folder: Path, behave: Behaviour) -> Iterator[str]:
    """Serve the site as a host with ways of its own; yield where it starts."""
    server = serve(folder, SUB_PATH, behave)
    yield address_of(server)
    server.shutdown()
    server.server_close()


def address_of(server: http.server.ThreadingHTTPServer) -> str:
    """Return where the site starts."""
    return f"http://127.0.0.1:{server.server_port}{server.sub_path}"  # type: ignore[attr-defined]
