"""Finds a Chromium for the tests and the hand-outs: an installed one, else the driver's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
"""As they are called when installed. The first has no window to draw, and tests take two thirds of
the time."""
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def launch_options(playwright: Playwright) -> dict[str, Any]:
    """Return how to start the browser; the variable CHROMIUM names one, if it is set."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        path = playwright.chromium.executable_path
        if not Path(path).exists():
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    # Chromium's own sandbox cannot start as root, which is how most CI machines run.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {"executable_path": path, "args": [*QUIET, *as_root]}
