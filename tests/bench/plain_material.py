"""Builds the pages as text alone, under the theme as it comes: what a plain Material site would be."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from followup.guide.numbers import fill_guides
from followup_site.runtime.pack import ROOT

DOCS = ROOT / "docs"
LOGO = "assets/pictures/logo.svg"
STEP = re.compile(r"^(- \[ \] .*?) \{[^}]*\}$", re.MULTILINE)
MESSAGE = re.compile(r"^```message .*$", re.MULTILINE)
SETTINGS = """
INHERIT: {root}/mkdocs.yml
docs_dir: {docs}
site_dir: {site}
theme:
  custom_dir: {overrides}
watch: []
extra_css: []
extra_javascript: []
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: true
      toc_depth: 3
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tasklist
"""


def build(site: Path) -> None:
    """Build them into a folder, with the same navigation and the same features of the theme."""
    with tempfile.TemporaryDirectory(prefix="plain-material-") as place:
        folder = Path(place)
        docs = folder / "docs"
        for page in DOCS.rglob("*.md"):
            target = docs / page.relative_to(DOCS)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_plain(page.read_text("utf-8")), "utf-8")
        (docs / LOGO).parent.mkdir(parents=True)
        shutil.copyfile(DOCS / LOGO, docs / LOGO)
        overrides = folder / "none"
        overrides.mkdir()
        places = {"root": ROOT, "docs": docs, "site": site, "overrides": overrides}
        settings = folder / "mkdocs.yml"
        settings.write_text(SETTINGS.format(**places), "utf-8")
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            str(settings),
        ]
        subprocess.run(command, check=True)


def _plain(page: str) -> str:
    """Return a page with steps, messages and numbers as any Markdown has them."""
    return MESSAGE.sub("```text", STEP.sub(r"\1", fill_guides(page)))
