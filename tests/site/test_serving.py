"""While the site is worked on: every request is answered at once, from the last whole site."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import copied_docs
import pytest
import small_sites

from followup_site.serve.server import SCRIPT, STATE, Server
from followup_site.serve.standing import Board

HOST = "127.0.0.1"
AT_ONCE = 5
"""Seconds within which any request is answered, on a machine that builds and packs meanwhile."""

BUILT = 240
"""Seconds within which pages are built on a slow machine."""

OLD, NEW = "# Reply if you get an offer", "# Answer if you get an offer"


@dataclass(frozen=True)
class Got:
    """An answer."""

    status: int
    kind: str
    text: str
    location: str


def get(port: int, path: str, method: str = "GET") -> Got:
    """Ask once; raise if no answer comes at once."""
    connection = http.client.HTTPConnection(HOST, port, timeout=AT_ONCE)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        head = answer.headers
        assert head["Cache-Control"] == "no-store"
        text = answer.read().decode()
        return Got(answer.status, head["Content-Type"] or "", text, head["Location"] or "")
    finally:
        connection.close()


@pytest.fixture(name="board")
def _board() -> Board:
    """How things stand."""
    return Board()


@pytest.fixture(name="port")
def _port(board: Board) -> Iterator[int]:
    """Where a server of that board listens."""
    with Server((HOST, 0), board) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.fixture(name="site")
def _site(tmp_path: Path) -> Path:
    """A small site."""
    files = {
        "index.html": "<html><body>Start</body></html>",
        "guide/index.html": "<html><body>Guide</body></html>",
        "404.html": "<html><body>No such page</body></html>",
        "assets/a.mjs": "export const a = 1;",
        "assets/b.json": "{}",
    }
    return small_sites.write(tmp_path / "site", files)


def test_before_the_first_site_there_is_a_page_that_waits(port: int) -> None:
    """It comes at once, and asks how things stand."""
    page = get(port, "/guide/offer/")

    assert page.status == 200
    assert "The pages are being made" in page.text
    assert f'<script src="{SCRIPT}"></script></body>' in page.text
    assert json.loads(get(port, STATE).text) == {"number": 0, "mistake": "", "packing": ""}
    assert get(port, SCRIPT).kind.startswith("text/javascript")


def test_a_site_is_shown_as_it_was_built(port: int, board: Board, site: Path) -> None:
    """Pages with the script at their foot; other files as they are, with their types."""
    board.show(site)

    assert get(port, "/").text == f'<html><body>Start<script src="{SCRIPT}"></script></body></html>'
    assert get(port, "/guide/?a=b").text.startswith("<html><body>Guide<script")
    assert get(port, "/guide").location == "/guide/"
    assert get(port, "/assets/a.mjs") == Got(200, "text/javascript", "export const a = 1;", "")
    assert get(port, "/assets/b.json").kind == "application/json"
    assert get(port, "/guide/", "HEAD").text == ""


@pytest.mark.parametrize("path", ["/none/", "/none.css", "/assets/", "/../../etc/passwd", "/%00"])
def test_what_is_not_there_has_the_page_for_that(
    port: int, board: Board, site: Path, path: str
) -> None:
    """No list of files, and nothing from outside the site."""
    board.show(site)
    page = get(port, path)

    assert page.status == 404
    assert "No such page" in page.text


def test_a_mistake_leaves_the_last_site_and_is_told(port: int, board: Board, site: Path) -> None:
    """Until there is a newer site."""
    board.show(site)
    board.pack("part 1")
    board.tell("docs/x.md:1: wrong.")
    assert json.loads(get(port, STATE).text) == {
        "number": 1, "mistake": "docs/x.md:1: wrong.", "packing": "part 1",
    }  # fmt: skip
    assert "Start" in get(port, "/").text
    board.show(site)
    board.pack("")

    assert json.loads(get(port, STATE).text) == {"number": 2, "mistake": "", "packing": ""}


def serve(place: Path, port: str) -> subprocess.Popen[str]:
    """Start what `make serve` starts, in a copy."""
    env = {**os.environ, "PYTHONPATH": str(place / "py"), "PORT": port, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "followup_site.serve"],
        cwd=place,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.parametrize(
    ("port", "sentence"),
    [
        ("taken", r"Port (\d+) is taken. Try another: make serve PORT=\d+\n"),
        ("eighty", "“eighty” is no port. Write a number: make serve PORT=8001\n"),
        ("0", "“0” is no port. Write a number: make serve PORT=8001\n"),
        ("99999", "“99999” is no port. Write a number: make serve PORT=8001\n"),
    ],
)
def test_a_port_that_cannot_be_used_is_told(port: str, sentence: str) -> None:
    """At once, in one sentence."""
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        taken = str(other.getsockname()[1])
        with serve(copied_docs.ROOT, taken if port == "taken" else port) as process:
            said, _ = process.communicate(timeout=60)

    assert re.fullmatch(sentence, said)
    assert process.returncode == 1


def until(is_so: Callable[[], bool], seconds: float = BUILT) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.2)


@pytest.mark.slow
def test_words_never_wait_for_python_and_no_request_hangs(tmp_path: Path) -> None:
    """The real server, in a copy in which nothing was packed: pages are read, changed and mended
    while Python is packed, and each request on the way is answered at once."""
    docs = copied_docs.copy(tmp_path, linked=("node_modules",))
    for name in ("py", *(path.name for path in copied_docs.ROOT.glob("*.t*"))):
        if not (tmp_path / name).exists():
            (tmp_path / name).symlink_to(copied_docs.ROOT / name)
    for name in ("LICENSE", "package-lock.json"):
        (tmp_path / name).symlink_to(copied_docs.ROOT / name)
    (tmp_path / "build").mkdir()
    (tmp_path / "build/pack-wheels").symlink_to(copied_docs.ROOT / "build/pack-wheels")
    page = docs / "guide/offer.md"
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    with serve(tmp_path, str(port)) as process:
        try:
            assert "The site is at" in (process.stdout or sys.stdin).readline()

            def state() -> dict[str, object]:
                found: dict[str, object] = json.loads(get(port, STATE).text)
                return found

            def title() -> str:
                return get(port, "/guide/offer/").text

            assert "The pages are being made" in title()
            until(lambda: OLD[2:] in title())
            until(lambda: "Packing Python for the browser, part" in str(state()["packing"]))
            copied_docs.change(page, OLD, NEW)
            until(lambda: NEW[2:] in title())
            copied_docs.change(page, "- [ ] ", "- [] ")
            until(lambda: state()["mistake"] != "")
            assert re.match(r"docs/guide/offer\.md:\d+: this looks like a step", str(state()["mistake"]))  # fmt: skip
            assert NEW[2:] in title()
            copied_docs.change(page, "- [] ", "- [ ] ")
            until(lambda: state()["mistake"] == "")
        finally:
            process.send_signal(signal.SIGINT)
            said, _ = process.communicate(timeout=60)

    assert "this looks like a step but is not written as one." in said
    assert "The pages are up to date, after" in said
    assert "Packing Python for the browser, part 1 of 5: " in said
    assert "Traceback" not in said
