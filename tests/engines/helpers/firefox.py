"""Firefox over WebDriver BiDi, which it speaks by itself: no driver program is needed."""

import itertools
import json
import shutil
from contextlib import suppress
from typing import Any

from engine import PATIENCE, EngineWithFrames, until
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect


class Firefox(EngineWithFrames):
    """Firefox without a window, with a profile of its own."""

    packages = ("firefox-esr",)
    programs = ("firefox-esr", "firefox")
    """Either of them."""

    @classmethod
    def is_installed(cls) -> bool:
        """Whether this machine has one of them."""
        return any(map(shutil.which, cls.programs))

    def start(self) -> None:
        """Start Firefox and open a tab; it writes into its profile where it listens."""
        self.profile.mkdir(exist_ok=True)
        listens = self.profile / "WebDriverBiDiServer.json"
        listens.unlink(missing_ok=True)
        options = ("--headless", "--no-remote", "--remote-debugging-port=0")
        program = next(filter(None, map(shutil.which, self.programs)))
        self._process = self.run(program, *options, "--profile", str(self.profile))
        until(lambda: listens.exists() and listens.read_text().endswith("}"), "Firefox listens")
        server = json.loads(listens.read_text())
        address = f"ws://{server['ws_host']}:{server['ws_port']}/session"
        self._socket = self._running.enter_context(connect(address, max_size=None, proxy=None))
        self._numbers = itertools.count()
        self._send("session.new", capabilities={})
        self._tab = self._send("browsingContext.create", type="tab")["context"]
        self._place = self._tab

    def come_back(self) -> None:
        """Close Firefox properly, so that it writes all to disk, and start it again."""
        with suppress(ConnectionClosed):
            self._send("browser.close")
        self._process.wait(PATIENCE)
        self.stop()
        self.start()

    def goto(self, address: str) -> None:
        """Load a page in full."""
        self._send("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def enter_frame(self) -> None:
        """Go on in the first frame of the page."""
        (page,) = self._send("browsingContext.getTree", root=self._tab)["contexts"]
        self._place = page["children"][0]["context"]

    def leave_frame(self) -> None:
        """Go on in the page itself."""
        self._place = self._tab

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 # whatever JSON can say
        """Return the value of a JavaScript expression in the page."""
        answer = self._send(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value))",
            target={"context": self._place},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"].get("value", "null"))

    def perform(self, *sources: dict[str, Any]) -> None:
        """Do what mouse or keyboard do."""
        self._send("input.performActions", context=self._place, actions=sources)

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 # BiDi's
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(PATIENCE))
            if message.get("id") == number:
                assert message["type"] == "success", f"{method}: {message}"
                result: dict[str, Any] = message["result"]
                return result
