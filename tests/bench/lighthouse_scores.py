"""Has Lighthouse judge pages: its settings as they come, which are those of a telephone.

It drives the same browser, from the files of its npm package. It sends nothing anywhere.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rivals import NODE_MODULES, PLAIN_MATERIAL
from track import Sample, Track, in_turns

from followup_site.tools import chromium
from followup_site.tools.node import run_node

LIGHTHOUSE = NODE_MODULES / "lighthouse"
PAGES = {
    "guide": "ours/guide/first-contact/",
    "start": "ours/",
    "material": f"{PLAIN_MATERIAL}/guide/first-contact/",
}
AUDITS = {
    "paint": "first-contentful-paint",
    "largest": "largest-contentful-paint",
    "blocked": "total-blocking-time",
}


def measure(track: Track, runs: int) -> Iterator[Sample]:
    """Yield the score of each page, of 1, and milliseconds of some of its audits."""
    for name in in_turns(runs, list(PAGES)):
        found = _judge(track, f"{track.host.address}{PAGES[name]}")
        yield f"lighthouse/{name}/score", found["categories"]["performance"]["score"]
        for what, audit in AUDITS.items():
            yield f"lighthouse/{name}/{what}", found["audits"][audit]["numericValue"]


def _judge(track: Track, address: str) -> dict[str, dict[str, dict[str, float]]]:
    options = chromium.launch_options(track.playwright)
    # Lighthouse finds the browser by this variable alone.
    os.environ["CHROME_PATH"] = options["executable_path"]
    flags = " ".join(("--headless=new", *options["args"]))
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        report = Path(folder) / "report.json"
        run_node(
            LIGHTHOUSE / "cli" / "index.js",
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            "--only-categories=performance",
            "--no-enable-error-reporting",
            f"--chrome-flags={flags}",
        )
        found: dict[str, dict[str, dict[str, float]]] = json.loads(report.read_text("utf-8"))
    return found
