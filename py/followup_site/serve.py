"""Shows the site while it is worked on.

MkDocs itself follows the pages, styles and scripts. It keeps the Python that it started with, so
when that changes what the browser fetches is made again and MkDocs started again.

Run as `python -m followup_site.serve`; control-C ends it. PORT names another port than 8000.
"""

import os
import signal
import socket
import subprocess
import sys
import time

from followup_site.runtime.pack import ROOT

HOST = "127.0.0.1"
PORT = int(os.environ.get("PORT", "8000"))
ADDRESS = f"{HOST}:{PORT}"
MAKERS = [
    [sys.executable, "-m", "followup_site.runtime.pack"],
    [sys.executable, "-m", "followup_site.publish.holiday_files"],
]
"""What makes the files that the browser fetches; both do nothing when nothing has changed."""

SERVE = [sys.executable, "-m", "followup_site.publisher.mkdocs", "serve", "--dev-addr", ADDRESS]
ENVIRONMENT = {**os.environ, "SITE_URL": f"http://{ADDRESS}/", "PYTHONDONTWRITEBYTECODE": "1"}
"""Without bytecode files, which MkDocs would take for changes."""

BETWEEN_LOOKS = 0.5
"""Seconds."""


def main() -> int:
    """Make the files and serve until stopped; return the exit code."""
    if _is_taken():
        return _fail(f"Port {PORT} is taken. Try another: make serve PORT={PORT + 1}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = _make()
        while code == 0:
            code = _serve_until_change()
    except KeyboardInterrupt:
        return 0
    return code


def _serve_until_change() -> int:
    """Serve until the program has changed and its files are made, or the server gives up."""
    seen = _changed()
    with subprocess.Popen(SERVE, env=ENVIRONMENT) as server:
        try:
            while server.poll() is None:
                time.sleep(BETWEEN_LOOKS)
                if _changed() != seen:
                    seen = _changed()
                    # A mistake is printed, and what was served before stays.
                    if _make() == 0:
                        return 0
            return server.returncode
        finally:
            server.terminate()


def _make() -> int:
    """Bring the files that the browser fetches up to date; return the first exit code not 0."""
    return next(filter(None, (subprocess.call(one, env=ENVIRONMENT) for one in MAKERS)), 0)


def _is_taken() -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, PORT)) == 0


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _changed() -> dict[str, float]:
    """Return when each Python file of the site was last changed."""
    return {str(path): path.stat().st_mtime for path in (ROOT / "py").rglob("*.py")}


if __name__ == "__main__":
    sys.exit(main())
