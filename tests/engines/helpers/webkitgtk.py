"""WebKitGTK over the older WebDriver, which is plain HTTP. Akin to Safari; it is not Safari."""

import json
import os
import socket
import subprocess
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

from engine import PATIENCE, EngineWithFrames, until

DIRECTLY = build_opener(ProxyHandler({}))


class WebKitGTK(EngineWithFrames):
    """WebKitGTK's small browser, on a screen that nobody sees."""

    packages = ("webkit2gtk-driver", "xvfb")
    programs = ("WebKitWebDriver", "Xvfb")

    def start(self) -> None:
        """Start a screen and the driver, which then starts the browser."""
        screen = self.run("Xvfb", "-displayfd", "1", "-nolisten", "tcp", stdout=subprocess.PIPE)
        assert screen.stdout
        with screen.stdout as numbers:
            display = f":{numbers.readline().strip()}"
        port = free_port()
        environment = os.environ | {"DISPLAY": display, "GDK_BACKEND": "x11"}
        self.run("WebKitWebDriver", f"--port={port}", environment=environment)
        self._address = f"http://127.0.0.1:{port}"
        until(self._listens, "WebKitWebDriver listens")
        session = self._ask("POST", "/session", capabilities={})
        self._address += f"/session/{session['sessionId']}"
        self.version: str = session["capabilities"]["browserVersion"]
        self._running.callback(self._ask, "DELETE", "")

    def come_back(self) -> None:
        """Close the tab and open another: under a driver, a restart begins with nothing kept."""
        tab = self._ask("POST", "/window/new", type="tab")["handle"]
        self._ask("DELETE", "/window")
        self._ask("POST", "/window", handle=tab)

    def goto(self, address: str) -> None:
        """Load a page in full."""
        self._ask("POST", "/url", url=address)

    def enter_frame(self) -> None:
        """Go on in the first frame of the page."""
        self._ask("POST", "/frame", id=0)

    def leave_frame(self) -> None:
        """Go on in the page itself."""
        self._ask("POST", "/frame", id=None)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 # whatever JSON can say
        """Return the value of a JavaScript expression in the page."""
        return self._ask("POST", "/execute/sync", script=f"return {expression}", args=[])

    def perform(self, *sources: dict[str, Any]) -> None:
        """Do what mouse or keyboard do."""
        self._ask("POST", "/actions", actions=sources)

    def _listens(self) -> bool:
        try:
            self._ask("GET", "/status")
        except URLError:
            return False
        return True

    def _ask(self, method: str, path: str, **parameters: Any) -> Any:  # noqa: ANN401 # WebDriver's
        body = json.dumps(parameters).encode() if method == "POST" else None
        request = Request(self._address + path, body, method=method)  # noqa: S310 # always http:
        try:
            with DIRECTLY.open(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as refused:
            with refused:
                raise AssertionError(f"{method} {path}: {refused.read().decode()}") from None


def free_port() -> int:
    """Return the number of a port that nobody uses."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port
