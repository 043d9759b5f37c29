"""Finds a Chromium for the tests and the hand-outs: an installed one, else the driver's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WINDOWLESS = "chromium-headless-shell"
"""The same browser without all that draws a window: quicker to start, but it puts no page away."""
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DOWNLOAD = (sys.executable, "-m", "playwright", "install", "chromium")

LIGHT = ("--disable-gpu", "--in-process-gpu", "--js-flags=--liftoff-only")
"""For tests, which start a page hundreds of times: no process of its own draws, and WebAssembly is
compiled once, as making it faster in the background takes longer than a test lasts."""


class MissingChromiumError(Exception):
    """No Chromium is on this machine, and none can be fetched."""


def launch_options(playwright: Playwright, *, windowless: bool = False) -> dict[str, Any]:
    """Return how to start the browser; the variable CHROMIUM names one, if it is set.

    Args:
        playwright: the driver, which may have a browser of its own.
        windowless: whether one without a window will do, where it is installed; what is shown
            counts then, not how fast.

    Raises:
        MissingChromiumError: there is none, and none can be fetched.
    """
    names = (WINDOWLESS, *NAMES) if windowless else NAMES
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        path = playwright.chromium.executable_path
        if not Path(path).exists():
            _fetch()
    # Chromium's own sandbox cannot start as root, which is how most CI machines run.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    light = LIGHT if windowless else ()
    return {"executable_path": path, "args": [*QUIET, *as_root, *light]}


def _fetch() -> None:
    """Let the driver fetch its own browser, in sight, as it takes a while."""
    if subprocess.run(DOWNLOAD, check=False).returncode:
        raise MissingChromiumError(
            "No Chromium was found, and none could be fetched. Install one, such as Debian's "
            "package chromium, or name yours in the variable CHROMIUM."
        )
