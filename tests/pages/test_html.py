"""Every built page is valid HTML, by html-validate's recommended rules.

Where we part from a whole rule, `html_rules.mjs` says why; single departures stand here.
"""

import json
import re
from contextlib import suppress
from pathlib import Path

from built_site import SITE

from followup_site.tools.node import NodeError, run_node

HTML_VALIDATE = SITE.parent / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).with_name("html_rules.mjs")
MEANT = {
    # Without it, Firefox restores old ticks when a page is loaded again, over what is kept.
    "input-attributes": r'Attribute "autocomplete" is not allowed on <input type="(checkbox|radio)">',
    "valid-autocomplete": r'autocomplete attribute cannot be used on <input type="(checkbox|radio)">',
    # Safari tells of no list where its bullets are taken away, unless this role says so.
    "no-redundant-role": r'Redundant role "list" on <[ou]l>',
    # The theme's search and its choice of colours answer at once, and have nothing to submit.
    "wcag/h32": r"<form> element must have a submit button",
}
"""Messages that are not faults, by rule."""

FAULTLESS = {"new-version.html", "new-version/index.html"}
"""The report leaves out a page without any message; every other has some that are no faults."""

BROKEN = """<!doctype html>
<html lang="en"><head><title>A page</title></head>
<body><main><h1>A page</h1><p id="a">One<div>Two</div></p><p id="a"><b>Three</p>
<input type="checkbox" autocomplete="off" id="b"><label for="b">Four</label>
<img src="five.png"></main></body></html>
"""


def faults(pages: Path, folder: Path) -> list[str]:
    """Return what is wrong with the pages below a folder, one line each.

    Args:
        pages: where the pages are.
        folder: where the report may stand.
    """
    report = folder / "report.json"
    # It fails if it finds anything, also what is meant.
    with suppress(NodeError):
        chosen = ("--config", RULES, "--formatter", f"json={report}")
        run_node(HTML_VALIDATE, *chosen, f"{pages}/**/*.html")
    judged = json.loads(report.read_text("utf-8"))
    without_message = set(pages.rglob("*.html")) - {Path(page["filePath"]) for page in judged}
    assert judged
    assert {page.relative_to(pages).as_posix() for page in without_message} <= FAULTLESS
    return [
        f"{page['filePath']}:{one['line']}: {one['ruleId']}: {one['message']}"
        for page in judged
        for one in page["messages"]
        if not re.fullmatch(MEANT.get(one["ruleId"], "$"), one["message"])
    ]


def test_every_built_page_is_valid(tmp_path: Path) -> None:
    """All in one run."""
    assert faults(SITE, tmp_path) == []


def test_a_broken_page_would_be_found(tmp_path: Path) -> None:
    """A box in a paragraph, an id twice, an element left open, a picture without words."""
    (tmp_path / "page.html").write_text(BROKEN, "utf-8")
    rules = {line.split(": ")[1] for line in faults(tmp_path, tmp_path)}

    assert rules == {"close-order", "no-dup-id", "no-implicit-close", "wcag/h37"}
