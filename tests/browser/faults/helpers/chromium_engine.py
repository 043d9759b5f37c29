"""Chromium as a program of its own, so that a test can kill it with all its processes.

Watched over its debugging protocol, as the driver of the other tests owns the browsers it starts.
"""

import itertools
import json
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

from engine import PATIENCE, Engine, until
from playwright.sync_api import Playwright
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from followup_site.tools import chromium


class Chromium(Engine):
    """Chromium without a window, with a profile of its own."""

    packages = ("chromium",)
    programs = ("chromium",)

    def __init__(self, profile: Path, playwright: Playwright) -> None:
        super().__init__(profile)
        self._options = chromium.launch_options(playwright)
        self._numbers = itertools.count()

    def start(self) -> None:
        """Start Chromium and open a tab; it writes into its profile where it listens."""
        listens = self.profile / "DevToolsActivePort"
        listens.unlink(missing_ok=True)
        self._process = self.run(
            self._options["executable_path"],
            "--headless",
            "--remote-debugging-port=0",
            f"--user-data-dir={self.profile}",
            *self._options["args"],
        )
        until(lambda: listens.exists() and "\n" in listens.read_text(), "Chromium listens")
        self._port, path = listens.read_text().split("\n")
        self._browser = self._connect(path)
        self.open_tab()

    def open_tab(self) -> None:
        """Open one more tab, which is the one in use from now on."""
        tab = self._ask(self._browser, "Target.createTarget", url="about:blank")["targetId"]
        self.tab = self._connect(f"/devtools/page/{tab}")

    def turn_to(self, tab: ClientConnection) -> None:
        """Use a tab that was used before, and show it."""
        self.tab = tab
        self.send("Page.bringToFront")

    def come_back(self) -> None:
        """Close Chromium properly, so that it writes all to disk, and start it again."""
        with suppress(ConnectionClosed):
            self._ask(self._browser, "Browser.close")
        self._process.wait(PATIENCE)
        self.stop()
        self.start()

    def goto(self, address: str) -> None:
        """Load a page in full."""
        self.send("Page.navigate", url=address)
        self.wait_until(f"location.href === {address!r} && document.readyState === 'complete'")

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 # whatever JSON can say
        """Return the value of a JavaScript expression in the page."""
        answer = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def perform(self, *sources: dict[str, Any]) -> None:
        """Do what the mouse does."""
        place: dict[str, int] = {"x": 0, "y": 0}
        kinds = {"pointerDown": "mousePressed", "pointerUp": "mouseReleased"}
        for action in (action for source in sources for action in source["actions"]):
            if action["type"] == "pointerMove":
                place = {"x": action["x"], "y": action["y"]}
            else:
                kind = kinds[action["type"]]
                self.send(
                    "Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place
                )

    def kill_tabs(self) -> int:
        """Kill the processes that show pages, and return how many there were; the browser lives."""
        killed = self._renderers()
        for process in killed:
            os.kill(process, signal.SIGKILL)
        until(lambda: not killed & self._renderers(), "the browser notices")
        return len(killed)

    def _renderers(self) -> set[int]:
        asked = self._ask(self._browser, "SystemInfo.getProcessInfo")
        return {one["id"] for one in asked["processInfo"] if one["type"] == "renderer"}

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 # the protocol's
        """Tell the tab what to do, and return what it answers."""
        return self._ask(self.tab, method, **parameters)

    def _connect(self, path: str) -> ClientConnection:
        address = f"ws://127.0.0.1:{self._port}{path}"
        return self._running.enter_context(connect(address, max_size=None, proxy=None))

    def _ask(self, socket: ClientConnection, method: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 # the protocol's
        number = next(self._numbers)
        socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message: dict[str, Any] = json.loads(socket.recv(PATIENCE))
            if message.get("id") == number:
                assert "result" in message, f"{method}: {message}"
                result: dict[str, Any] = message["result"]
                return result
