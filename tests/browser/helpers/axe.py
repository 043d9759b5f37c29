"""What axe finds on a page."""

from pathlib import Path

from playwright.sync_api import Frame, Page

AXE = Path(__file__).parents[3] / "node_modules/axe-core/axe.min.js"


def violations(page: Page | Frame) -> list[str]:
    """Return what axe finds on the page, a line each."""
    if not page.evaluate("'axe' in window"):
        # Not as a script of the page, whose policy would not run it.
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then((result) => result.violations)")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]
