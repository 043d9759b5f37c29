"""Hosts with ways of their own, each as a handler for `site_server.serve`."""

from pathlib import Path
from typing import BinaryIO

from site_server import Handler

PACKED = b"\x1f\x8b"


class WithoutSlash(Handler):
    """Answers for a page without the last slash of its address, and without the end of its file."""

    def translate_path(self, path: str) -> str:
        """Return the file below the site for an address below the sub-path, or for that itself."""
        prefix: str = self.server.sub_path  # type: ignore[attr-defined] # set in `serve`
        if path == prefix.rstrip("/"):
            path = prefix
        file = Path(super().translate_path(path))
        if file.name == "index":
            return str(file.with_suffix(".html"))
        return str(file / "index.html" if file.is_dir() else file)


class SaysPacked(Handler):
    """Says of every packed file that it is packed, so that browsers unpack it."""

    def send_head(self) -> BinaryIO | None:
        """Look at the file's first bytes before its headers are sent."""
        file = Path(self.translate_path(self.path))
        self.is_packed = file.is_file() and file.read_bytes().startswith(PACKED)
        return super().send_head()

    def end_headers(self) -> None:
        """Add the header."""
        if self.is_packed:
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()


def sends_policy(policy: str, *, with_pages_only: bool = False) -> type[Handler]:
    """Return a host that sends a content policy, with all that it sends or with pages alone."""

    class SendsPolicy(Handler):
        """Sends it."""

        def end_headers(self) -> None:
            """Add the header."""
            if self.path.endswith("/") or not with_pages_only:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    return SendsPolicy
