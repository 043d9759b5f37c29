"""What the test asks of a browser, whatever its engine: one tab, one page, a mouse and a keyboard."""

import os
import shutil
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds that a slow machine may take for anything, Python's start included."""
PLACE = """(() => {
    const element = document.querySelector(%r);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
})()"""


class Engine(ABC):
    """A browser that is started, used by hand, and stopped."""

    packages: tuple[str, ...]
    """Debian's packages that hold it."""
    programs: tuple[str, ...]
    """What these packages put on the path."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self._running = ExitStack()
        self._groups: list[int] = []

    @classmethod
    def is_installed(cls) -> bool:
        """Whether this machine has it."""
        return all(map(shutil.which, cls.programs))

    @abstractmethod
    def start(self) -> None:
        """Start the browser, with one tab."""

    @abstractmethod
    def come_back(self) -> None:
        """Leave and come back as a reader does: to what the browser kept."""

    @abstractmethod
    def goto(self, address: str) -> None:
        """Load a page in full."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 # whatever JSON can say
        """Return the value of a JavaScript expression in the page."""

    @abstractmethod
    def perform(self, *sources: dict[str, Any]) -> None:
        """Do what mouse or keyboard do, in the form that both kinds of WebDriver share."""

    def stop(self) -> None:
        """Stop the browser, however far it got."""
        self._running.close()
        self._groups.clear()

    def kill(self) -> None:
        """End all its processes at once; none is asked, and none can write anything any more."""
        for group in self._groups:
            os.killpg(group, signal.SIGKILL)
        self.stop()

    def run(
        self,
        *command: str,
        stdout: int = subprocess.DEVNULL,
        environment: dict[str, str] | None = None,
    ) -> subprocess.Popen[str]:
        """Start a program that ends with the browser."""
        process = subprocess.Popen(
            command,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
            env=environment,
            text=True,
            start_new_session=True,
        )
        self._running.callback(end, process)
        self._groups.append(process.pid)
        return process

    def wait_until(self, condition: str) -> None:
        """Wait until a JavaScript expression is true."""
        until(lambda: self.evaluate(f"Boolean({condition})"), condition)

    def click(self, selector: str) -> None:
        """Click in the middle of an element."""
        place = self.evaluate(PLACE % selector)
        move = {"type": "pointerMove", "duration": 0, **place}
        press, release = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        self.perform({"type": "pointer", "id": "mouse", "actions": [move, press, release]})

    def type(self, keys: str) -> None:
        """Press one key after the other."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.perform({"type": "key", "id": "keyboard", "actions": strokes})


class EngineWithFrames(Engine):
    """A browser in which a test can go on inside a frame."""

    @abstractmethod
    def enter_frame(self) -> None:
        """Go on in the first frame of the page, whichever site that is of."""

    @abstractmethod
    def leave_frame(self) -> None:
        """Go on in the page itself."""


def end(process: subprocess.Popen[str]) -> None:
    """Ask a program to stop, unless it already has, and see that it does."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def until(is_so: Callable[[], bool], what: str) -> None:
    """Ask again and again until the answer is yes."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, f"Not within {PATIENCE} seconds: {what}"
        time.sleep(0.05)
