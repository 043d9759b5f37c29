"""Slows a whole browser down, workers and all, by stopping and continuing its processes in turns.

The browser's own setting for a slow processor slows the main thread only, which would flatter
everything that runs in a worker.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RUNNING = 0.005
"""Seconds for which the browser runs in each turn."""


@contextmanager
def slowed(marker: str, times: int) -> Iterator[None]:
    """Let the processes whose command line holds a text run for one part in so many of the time."""
    if times == 1:
        yield
        return
    is_over = threading.Event()
    turns = threading.Thread(target=_take_turns, args=(marker, times, is_over), daemon=True)
    turns.start()
    try:
        yield
    finally:
        is_over.set()
        turns.join()


def _take_turns(marker: str, times: int, is_over: threading.Event) -> None:
    while not is_over.is_set():
        groups = _groups(marker)
        for _ in range(50):
            _signal(groups, signal.SIGSTOP)
            time.sleep(RUNNING * (times - 1))
            _signal(groups, signal.SIGCONT)
            time.sleep(RUNNING)
            if is_over.is_set():
                break


def _groups(marker: str) -> set[int]:
    """Return the process groups of the processes with a text in their command line."""
    found = set()
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and marker in (folder / "cmdline").read_text():
                found.add(os.getpgid(int(folder.name)))
        except (OSError, UnicodeDecodeError):
            continue
    return found - {os.getpgid(0)}


def _signal(groups: set[int], number: int) -> None:
    for group in groups:
        try:
            os.killpg(group, number)
        except ProcessLookupError:
            continue
