"""Answers every request at once, from the last site that could be built."""

import json
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from followup_site.serve.standing import Board

STATE = "/_serving/state.json"
SCRIPT = "/_serving/serving.js"
SCRIPT_FILE = Path(__file__).with_name("serving.js")
FIRST_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Follow Up</title></head>
<body><main><h1>The pages are being made</h1>
<p>They come here by themselves in a moment.</p></main></body></html>
"""
"""What stands there until the first site has been built."""

NOT_FOUND = "404.html"


class Server(ThreadingHTTPServer):
    """Serves the site that a board shows."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], board: Board) -> None:
        self.board = board
        super().__init__(address, Answer)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 (theirs)
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Answer(SimpleHTTPRequestHandler):
    """Answers one request."""

    server: Server
    extensions_map = {  # noqa: RUF012 (the library changes it for no one either)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }

    def __init__(self, request: Any, client: Any, server: Server) -> None:  # noqa: ANN401 (theirs)
        # All of a page comes from one site, even if the next is shown meanwhile.
        self.standing = server.board.now
        super().__init__(request, client, server, directory=str(self.standing.site or ""))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head of an answer, and return its body."""
        path = urlsplit(self.path).path
        if path == STATE:
            return self._send(json.dumps(self.standing.for_page()), "application/json")
        if path == SCRIPT:
            return self._send(SCRIPT_FILE.read_text("utf-8"), "text/javascript")
        if self.standing.site is None:
            return self._send_page(FIRST_PAGE)
        file = Path(self.translate_path(self.path))
        if "\0" in str(file):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if path.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            return self._send_page(file.read_text("utf-8"))
        return super().send_head()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        page = self.standing.site and self.standing.site / NOT_FOUND
        if code == HTTPStatus.NOT_FOUND and page and page.is_file():
            body = self._send_page(page.read_text("utf-8"), HTTPStatus.NOT_FOUND)
            if self.command != "HEAD":
                self.wfile.write(body.getvalue())
            return
        super().send_error(code, message, explain)

    def list_directory(self, path: Any) -> None:  # noqa: ANN401, ARG002 (theirs)
        """Show no list of files."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Let nothing be kept: the next answer may be another."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (theirs)
        """Say nothing of each request: the terminal is for mistakes and progress."""

    def _send_page(self, html: str, status: HTTPStatus = HTTPStatus.OK) -> BytesIO:
        head, end, rest = html.rpartition("</body>")
        return self._send(f'{head}<script src="{SCRIPT}"></script>{end}{rest}', "text/html", status)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> BytesIO:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)
