"""Facts of the guide that were once wrong or missing stay right."""

import tomllib
from pathlib import Path

import pytest
from sources import PAGES, page_named, plain

FACTS = tomllib.loads((Path(__file__).parents[1] / "cases/guide-facts.toml").read_text("utf-8"))[
    "fact"
]
ONCE_WRONG = [fact for fact in FACTS if "never" in fact]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["gist"])
def test_a_page_says_it(fact: dict[str, str]) -> None:
    """In the words of the list."""
    page = page_named(fact["page"])

    assert fact["says"] in plain(page.prose) or fact["says"] in page.raw


@pytest.mark.parametrize("fact", ONCE_WRONG, ids=lambda fact: fact["gist"])
def test_no_page_says_it_as_before(fact: dict[str, str]) -> None:
    """In its text or in its messages."""
    assert [page.name for page in PAGES if fact["never"] in page.raw] == []
