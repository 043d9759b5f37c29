"""Builds, packs and serves until it is stopped."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from followup_site.publisher import offices, server_files
from followup_site.runtime.pack import BUILD, DOCS, ROOT
from followup_site.serve.server import Server
from followup_site.serve.standing import Board
from followup_site.tools.word_files import WORDS, mistake_in

HOST = "127.0.0.1"
PORTS = range(1, 65536)
MADE = DOCS / "assets" / "made"
MAKERS = ("followup_site.runtime.pack", "followup_site.publish.holiday_files")
"""What makes the files that the browser fetches; both do nothing when nothing has changed."""

WRITTEN_BY_PAGES = {"guide.json", "messages.txt", offices.FOLDER, server_files.FOLDER}
"""Made files, and folders of such, that come with every build of the pages."""

BETWEEN_LOOKS = 0.5
"""Seconds."""

KEPT = 2
"""Sites that stay: the one that is shown, and the one before, of which a page may still load."""

Seen = dict[Path, tuple[int, int]]
"""When each file was changed last, and its size."""


def main() -> int:
    """Serve until stopped; return the exit code."""
    port = os.environ.get("PORT", "8000")
    if not re.fullmatch(r"\d{1,5}", port) or int(port) not in PORTS:
        return _fail(f"“{port}” is no port. Write a number: make serve PORT=8001")
    board = Board()
    try:
        server = Server((HOST, int(port)), board)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return _fail(f"Port {port} is taken. Try another: make serve PORT={int(port) + 1}")
        return _fail(f"Port {port} cannot be used. Try another: make serve PORT=8001 ({error})")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    address = f"http://{HOST}:{port}/"
    _say(f"The site is at {address} and follows every change. Control-C ends it.")
    BUILD.mkdir(exist_ok=True)
    with server, tempfile.TemporaryDirectory(dir=BUILD, prefix="serving-") as folder:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            _follow(board, Path(folder), {**os.environ, "SITE_URL": address})
        except KeyboardInterrupt:
            server.shutdown()
    return 0


def _follow(board: Board, folder: Path, environment: dict[str, str]) -> None:
    """Build the pages at every change, and let Python be packed beside that when it has changed."""
    packer = Packer(board, environment)
    try:
        _look(Builder(board, folder, environment), packer)
    finally:
        packer.stop()


def _look(builder: "Builder", packer: "Packer") -> None:
    """Look for changes until stopped."""
    seen: Seen = {}
    made: Seen = {}
    while True:
        changed = _differing(seen, seen := dict(_files()))
        if any(path.suffix == ".py" or packer.has_failed for path in changed):
            packer.want()
        # What was packed is shown once it is whole.
        if changed or (not packer.is_busy and made != _made()):
            made = _made()
            builder.build()
        time.sleep(BETWEEN_LOOKS)


class Builder:
    """Builds the pages into one folder after the other."""

    def __init__(self, board: Board, folder: Path, environment: dict[str, str]) -> None:
        self.board = board
        self.folder = folder
        self.environment = environment
        self.sites: list[Path] = []

    def build(self) -> None:
        """Build the pages and show them, or tell what is wrong; what was shown then stays."""
        began = time.monotonic()
        site = Path(tempfile.mkdtemp(dir=self.folder))
        mistake = mistake_in(WORDS) or self._mistake(site)
        if mistake:
            shutil.rmtree(site)
            self.board.tell(mistake)
            _say(mistake)
            return
        self.board.show(site)
        self.sites.append(site)
        while len(self.sites) > KEPT:
            shutil.rmtree(self.sites.pop(0))
        _say(f"The pages are up to date, after {time.monotonic() - began:.0f} seconds.")

    def _mistake(self, site: Path) -> str:
        """Build into a folder; return what is wrong, or nothing."""
        command = [sys.executable, "-m", "followup_site.build", str(site)]
        result = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        return result.stderr.strip() or "Nothing was built." if result.returncode else ""


class Packer:
    """Makes what the browser fetches, in a thread of its own, and says how far it is."""

    def __init__(self, board: Board, environment: dict[str, str]) -> None:
        self.board = board
        self.environment = environment
        self._wanted = threading.Event()
        self._is_packing = False
        self._there = {*BUILD.glob("pack-*"), BUILD / "pack-wheels"}
        self._process: subprocess.Popen[str] | None = None
        self.has_failed = False
        threading.Thread(target=self._go_on, daemon=True).start()

    @property
    def is_busy(self) -> bool:
        """Whether what the browser fetches is being made, or soon will be."""
        return self._is_packing or self._wanted.is_set()

    def want(self) -> None:
        """Make it anew as soon as what is being made is done."""
        self._wanted.set()

    def stop(self) -> None:
        """Leave what is being made, and take away what was begun of it."""
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait()
            for folder in set(BUILD.glob("pack-*")) - self._there:
                shutil.rmtree(folder, ignore_errors=True)

    def _go_on(self) -> None:
        while self._wanted.wait():
            self._is_packing = True
            self._wanted.clear()
            # A mistake in the words is told with the pages, and would stop the packer too.
            is_right = not mistake_in(WORDS)
            self.has_failed = not (is_right and all(self._make(maker) for maker in MAKERS))
            self.board.pack("")
            self._is_packing = False

    def _make(self, maker: str) -> bool:
        """Let one maker run; return whether it could."""
        command = [sys.executable, "-m", maker]
        with subprocess.Popen(
            command,
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            # Control-C is for the server alone, which then ends this and all that it has started.
            start_new_session=True,
        ) as process:
            self._process = process
            for line in process.stdout or ():
                _say(line.rstrip())
                self.board.pack(line.rstrip())
        return process.returncode == 0


def _files() -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield each file that the site is made of, but those that are made themselves."""
    yield from _of(ROOT / name for name in ("mkdocs.yml", "CHANGELOG.md"))
    for folder in (DOCS, ROOT / "py"):
        for place, folders, names in os.walk(folder):
            folders[:] = [one for one in folders if one not in {"made", "__pycache__"}]
            yield from _of(Path(place, name) for name in names)


def _made() -> Seen:
    """Return the files that packing has made."""
    made = (path for path in MADE.rglob("*.*") if path.is_file())
    return dict(_of(path for path in made if not WRITTEN_BY_PAGES & {path.name, path.parent.name}))


def _of(paths: Iterator[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    for path in paths:
        try:
            status = path.stat()
        except FileNotFoundError:  # an editor's file that is gone already
            continue
        yield path, (status.st_mtime_ns, status.st_size)


def _differing(before: Seen, after: Seen) -> set[Path]:
    """Return the files that came, went or changed."""
    return {path for path, _ in before.items() ^ after.items()}


def _say(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {line}", flush=True)


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
