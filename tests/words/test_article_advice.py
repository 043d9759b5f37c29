"""No advice of the article with which the guide began is lost when its pages are rewritten."""

import tomllib
from pathlib import Path

import pytest
from sources import page_named, plain

LIST = Path(__file__).parents[1] / "cases" / "article-advice.toml"
ADVICE = tomllib.loads(LIST.read_text("utf-8"))["advice"]


@pytest.mark.parametrize("one", ADVICE, ids=lambda one: one["gist"])
def test_a_page_still_gives_it(one: dict[str, str]) -> None:
    """In the words of the list, with the guide's numbers filled in."""
    assert one["words"] in plain(page_named(one["page"]).prose)


def test_the_page_that_tells_of_the_article_says_what_is_not_its_advice() -> None:
    """It names no end to writing: to stop after so many messages is our own rule."""
    for name in ("about/about.md", "about/where-advice-differs.md", "guide/no-reply.md"):
        text = plain(page_named(name).prose)
        assert "names no end" in text
        assert "is our own rule" in text
