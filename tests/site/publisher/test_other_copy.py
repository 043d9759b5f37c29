"""A copy of somebody else's: built for another address, with a name and an owner full of signs."""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from followup_site.publisher.values import DOCS, FILE

ROOT = DOCS.parent
AT = "https://hilldale.example.org/jobs/after/"
NAME = """Hill & Dale's "Jobs" <b>"""
VALUES = {
    "name": NAME,
    "owner": """<script>alert('1')</script> & "Sons" """.strip(),
    "contact": "careers@hilldale.example",
    "paid_by": "Hill & Dale <College>",
    "source": "https://code.example/hilldale?a=b&c=d",
}


@pytest.fixture(scope="module", name="copy")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That copy, as MkDocs builds it."""
    place = tmp_path_factory.mktemp("fork")
    shutil.copytree(DOCS, place / "docs", ignore=shutil.ignore_patterns("made"))
    for name in ("py", "CHANGELOG.md", "docs/assets/made"):
        (place / name).symlink_to(ROOT / name)
    (place / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    lines = (f"{key} = {json.dumps(text)}\n" for key, text in VALUES.items())
    (place / "docs" / FILE).write_text("".join(lines), "utf-8")
    env = {**os.environ, "PYTHONPATH": str(place / "py"), "SITE_URL": AT, "NO_MKDOCS_2_WARNING": "1"}  # fmt: skip
    build = [sys.executable, "-m", "followup_site.build", "site"]
    subprocess.run(build, cwd=place, env=env, check=True)
    return place / "site"


@pytest.mark.slow
def test_no_value_is_markup_anywhere(copy: Path) -> None:
    """On no page, in no head, in no data."""
    pages = [path.read_text("utf-8") for path in copy.rglob("*.html")]

    assert len(pages) > 40
    for page in pages:
        assert "alert('1')</script>" not in page
        assert 'Jobs" <b>' not in page
    for path in copy.rglob("index.html"):
        page = path.read_text("utf-8")
        for block in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL
        ):
            json.loads(block)


@pytest.mark.slow
def test_the_name_is_that_of_the_copy_wherever_the_site_is_named(copy: Path) -> None:
    """In the title, the bar, what is shared, what search engines are told and the installed app."""
    page = (copy / "index.html").read_text("utf-8")
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    [title] = re.findall("<title>(.*?)</title>", page)
    [shared] = re.findall('property="og:site_name" content="([^"]*)"', page)
    [brand] = re.findall(r'class="site-brand".*?<span>(.*?)</span>', page, re.DOTALL)
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    told = [one["name"] for one in json.loads(blocks[0])["@graph"] if one["@type"] == "WebSite"]

    assert html.unescape(title).endswith(NAME)
    assert html.unescape(shared) == html.unescape(brand) == NAME
    assert told == [NAME]
    assert manifest["short_name"] == NAME
    assert manifest["name"].startswith(NAME)


@pytest.mark.slow
def test_the_owner_stands_in_the_foot_and_the_example_nowhere(copy: Path) -> None:
    """Also on the pages for errors."""
    for path in (copy / "index.html", copy / "404.html", copy / "about" / "about" / "index.html"):
        foot = html.unescape(path.read_text("utf-8").rpartition("<footer")[2])
        assert f"Published by {VALUES['owner']}." in foot
    assert not any("example copy. Nobody" in path.read_text("utf-8") for path in copy.rglob("*.html"))  # fmt: skip


@pytest.mark.slow
def test_the_kit_hands_on_the_address_of_the_copy(copy: Path) -> None:
    """And the lines about the publisher are theirs."""
    page = html.unescape((copy / "careers-offices" / "index.html").read_text("utf-8"))

    assert f">{AT}</textarea>" in page
    assert f'<a href="mailto:{VALUES["contact"]}"' in page
    assert not (copy / FILE).exists()
