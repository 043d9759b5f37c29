"""Facts of the guide that were once wrong or missing stay right."""

import tomllib
from pathlib import Path

import pytest
from sources import PAGES, page_named, plain

LIST = tomllib.loads((Path(__file__).parents[1] / "cases/guide-facts.toml").read_text("utf-8"))
FACTS = LIST["fact"]
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


def test_no_page_rests_on_a_source_that_was_retired() -> None:
    """Neither in its list nor in its text."""
    retired = set(LIST["retired_sources"])

    for page in PAGES:
        assert retired.isdisjoint(source.address for source in page.front_matter.sources)
        assert [address for address in retired if address in page.raw] == []
