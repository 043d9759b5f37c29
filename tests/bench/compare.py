"""Measures starts against the rivals and writes the report into `build/bench-report/`.

Run by `make bench`, with the runs of each condition as in `plain=7 quarter=7 slow=7`.
"""

import json
import sys
import time
from datetime import UTC, datetime

import report
import rivals
from host import Host
from playwright.sync_api import sync_playwright
from rivals import NEWEST, PYSCRIPT, SAME
from starts import CONDITIONS, measure

from followup_site import chromium
from followup_site.pack import BUILD, ROOT

RUNS = dict.fromkeys(CONDITIONS, 7)


def main() -> None:
    """Measure, say how far it is, and write what was found."""
    runs = RUNS | {name: int(count) for name, count in (one.split("=") for one in sys.argv[1:])}
    folder = BUILD / "bench"
    rivals.build(ROOT / "site", folder)
    host = Host(folder)
    starts = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options(playwright))
        versions = {"Chromium": browser.version, **_versions()}
        browser.close()
        for start in measure(playwright, host, runs):
            starts.append(start)
            print(f"{time.strftime('%H:%M:%S')} {len(starts)} {start.condition} {start.rival}")
    report.write(starts, BUILD / "bench-report", versions, datetime.now(UTC).date())
    host.shutdown()


def _versions() -> dict[str, str]:
    packages = {
        "Pyodide": SAME,
        "newest Pyodide": NEWEST,
        "PyScript": PYSCRIPT.parent,
    }
    return {
        name: str(json.loads((folder / "package.json").read_text())["version"])
        for name, folder in packages.items()
    }


if __name__ == "__main__":
    main()
