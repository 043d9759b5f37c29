"""Measures what those wait for who change the pages: `make serve` in a new clone until the first page
is there, and then a change of text until it is on the page. Packages come from what pip and npm keep.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from track import Sample

from followup_site.runtime.pack import ROOT

PAGE = "guide/first-contact"
GIT, MAKE = (shutil.which(name) or name for name in ("git", "make"))
CHANGES = 3
"""Of text, in each clone."""

PATIENCE = 600
"""Seconds in which a page must be there."""

BETWEEN_LOOKS = 0.05
QUIET = 3
"""Seconds after a page came, for the server to begin to watch for changes."""

OF_THIS_RUN = ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")
"""What a clone must not know of the make that measures it."""


def measure(runs: int) -> Iterator[Sample]:
    """Yield milliseconds from `make serve` to the first page, and from each change to its page."""
    for _ in range(runs):
        with tempfile.TemporaryDirectory(prefix="clone-") as place:
            yield from _measure(Path(place))


def _measure(clone: Path) -> Iterator[Sample]:
    subprocess.run([GIT, "clone", "--quiet", ROOT, clone], check=True)
    port = _free_port()
    env = {name: text for name, text in os.environ.items() if name not in OF_THIS_RUN}
    begun = time.monotonic()
    with subprocess.Popen(
        [MAKE, "serve", f"PORT={port}"],
        cwd=clone,
        env=env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}/{PAGE}/"
            _wait_for("", address)
            yield "building/serve", 1000 * (time.monotonic() - begun)
            for number in range(CHANGES):
                time.sleep(QUIET)
                yield "building/change", _change(clone, address, f"Changed for the {number} time.")
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def _change(clone: Path, address: str, text: str) -> float:
    page = clone / "docs" / f"{PAGE}.md"
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")
    begun = time.monotonic()
    _wait_for(text, address)
    return 1000 * (time.monotonic() - begun)


def _wait_for(text: str, address: str) -> None:
    """Wait until a page is there and has a text."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 (our own)
                if text in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(BETWEEN_LOOKS)
    raise TimeoutError(f"{address} did not come.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
