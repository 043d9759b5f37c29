"""How hard the pages are to read, by the measures of the NHS service manual.

A score proves no clarity; it only finds pages that are surely too hard. As that manual asks,
headings and list items count as sentences. Messages and tables are left out.
"""

import pytest
import textstat  # type: ignore[import-untyped] # it has no types
from sources import PAGES, Source, sentences

HIGHEST_SMOG = 11
"""Years of school; three of four adults in the UK can read this."""

HIGHEST_MEAN = 15
"""Words in a sentence, over a whole page."""

named = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def scored(page: Source) -> list[str]:
    """Return the sentences of a page, each with its full stop."""
    texts = [text for text in (*page.headings(), *page.paragraphs()) if text]
    ended = (text if text[-1] in ".?!" else f"{text.rstrip(':')}." for text in texts)
    return [sentence for text in ended for sentence in sentences(text)]


@named
def test_a_page_is_readable_for_most_people(page: Source) -> None:
    """SMOG 11 or less."""
    level = textstat.smog_index("\n".join(scored(page)))

    assert level <= HIGHEST_SMOG, (
        f"docs/{page.name}: the page is too hard to read (SMOG {level:.1f}, and {HIGHEST_SMOG} is "
        "the most). Use shorter words, of one or two syllables."
    )


@named
def test_sentences_are_short_on_the_whole(page: Source) -> None:
    """Fifteen words in the mean or fewer."""
    lengths = [len(sentence.split()) for sentence in scored(page)]

    mean = sum(lengths) / len(lengths)
    assert mean <= HIGHEST_MEAN, (
        f"docs/{page.name}: sentences have {mean:.1f} words in the mean, and {HIGHEST_MEAN} are "
        "the most. Shorten the longest."
    )


def test_a_hard_text_would_be_found() -> None:
    """A sentence as offices write them."""
    hard = "Candidates are recommended to communicate with organisations regularly. "

    assert textstat.smog_index(hard * 10) > HIGHEST_SMOG
