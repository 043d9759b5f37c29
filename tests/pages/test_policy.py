"""Every page carries one content policy, first of all, and has nothing that it would not run."""

import re
from html import unescape
from pathlib import Path

import pytest
from built_site import HTML_PAGES, SITE

from followup_site.publish.policy import PLACE, RULES, policy_for

FIRST = re.compile(
    r'<head>(?:<meta name="followup-page" content="\w+">)?<meta charset="utf-8">'
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
    r'<meta name="referrer" content="no-referrer">'
)


@pytest.fixture(name="texts", scope="module")
def _texts() -> dict[Path, str]:
    """All pages."""
    return {page: page.read_text("utf-8") for page in HTML_PAGES}


def test_all_pages_have_the_same_first_of_all(texts: dict[Path, str]) -> None:
    """With the scripts of all, as the theme brings in one page in the place of another."""
    found = {page: FIRST.search(text) for page, text in texts.items()}

    assert [page for page, its in found.items() if its is None] == []
    policies = {unescape(its[1]) for its in found.values() if its}
    assert policies == {policy_for(texts.values())}
    assert [page for page, text in texts.items() if text.count('charset="utf-8"') > 1] == []


def test_it_lets_nothing_in_but_what_is_named() -> None:
    """No text as a script, no other host, no frame, no form."""
    policy = "; ".join(RULES)

    for never in ("unsafe-inline", "unsafe-eval'", "http", "*"):
        assert never not in policy.replace("wasm-unsafe-eval", "")
    for kind in ("frame-src", "form-action", "object-src", "base-uri"):
        assert f"{kind} 'none'" in policy


def test_the_page_on_web_servers_shows_it(texts: dict[Path, str]) -> None:
    """So that a publisher can send the same."""
    page = texts[SITE / "about/hosts/index.html"]

    assert PLACE not in page
    assert policy_for(texts.values()) in unescape(re.sub("<.*?>", "", page))
