"""The browser's own log of what went over the network."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit


def requests_in(log: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and the initiator of every request in a network log."""
    entries = json.loads(log.read_text("utf-8"))
    types = {number: name for name, number in entries["constants"]["logEventTypes"].items()}
    for event in entries["events"]:
        parameters = event.get("params", {})
        if types[event["type"]] == "URL_REQUEST_START_JOB" and "url" in parameters:
            yield parameters["url"], parameters.get("initiator", "")


def by_pages(log: Path) -> list[str]:
    """Return the requests that pages and their workers made, not the browser for itself."""
    return [
        url
        for url, initiator in requests_in(log)
        if initiator.startswith("http") or urlsplit(url).hostname == "127.0.0.1"
    ]
