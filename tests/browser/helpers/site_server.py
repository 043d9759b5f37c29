"""Serves the built site as a static host does, under a sub-path, on a free port of this machine."""

import functools
import http.server
import io
import re
import threading
from pathlib import Path
from typing import BinaryIO

SITE = Path(__file__).parents[3] / "site"
SUB_PATH = "/careers/follow-up/"
SITEMAP = "sitemap.xml"
FILES = next((path.name for path in SITE.glob("followup-*")), "")
"""The folder with our scripts, styles and runtime, below the site's start."""


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
        prefix = self.server.sub_path  # type: ignore[attr-defined] # set in `serve`
        return super().translate_path("/" + path.removeprefix(prefix))

    def send_head(self) -> BinaryIO | None:
        """Serve the site map as if the site had been built for this address.

        Pages are fetched without a full load only if the site map lists them, port and all.
        """
        if not self.path.endswith(SITEMAP):
            return super().send_head()
        text = Path(self.translate_path(self.path)).read_text("utf-8")
        listed = min(re.findall("<loc>(.*?)</loc>", text), key=len)
        body = text.replace(listed, address_of(self.server)).encode()  # type: ignore[arg-type]
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(
    folder: Path, sub_path: str, handler: type[Handler] = Handler
) -> http.server.ThreadingHTTPServer:
    """Serve the folder on a free port of this machine, as a host with its own ways if told so."""
    ready = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), ready)
    server.sub_path = sub_path  # type: ignore[attr-defined] # read in `Handler`
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address_of(server: http.server.ThreadingHTTPServer) -> str:
    """Return where the site starts."""
    return f"http://127.0.0.1:{server.server_port}{server.sub_path}"  # type: ignore[attr-defined]
