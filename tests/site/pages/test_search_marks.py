"""What the search leaves out of a page, read by the very parser that builds its index."""

import re

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped] # without types

from followup.view import panels
from followup_site.pages.search_marks import PANELS, marked


def found(html: str) -> str:
    """Return the text that the search has of a page with these words, without its markup."""
    parser = Parser()
    parser.feed(f'<h1 id="page">Page</h1>{marked(html)}<p>The end.</p>')
    parser.close()
    text = "".join(piece for section in parser.data for piece in section.text)
    return re.sub(r"<[^>]*>", "", text)


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>Not seen</p>",
        '<div id="a" hidden><p>Not seen</p></div>',
        '<template data-words="saved">Not seen</template>',
        '<button type="button">Not seen</button>',
        '<p class="standing problem">Not seen</p>',
        '<div data-output="x">Not seen</div>',
        '<div data-panel="plan" class="panel plan"><p>Not seen</p></div>',
    ],
)
def test_what_is_out_of_sight_or_empty_is_left_out(html: str) -> None:
    """And what stands behind it is not."""
    assert found(html) == "The end."


@pytest.mark.parametrize(
    "html",
    [
        "<p>Seen. </p>",
        '<div data-panel="card" class="panel card"><p>Seen. </p></div>',
        '<p>Seen<span data-output="number.gap">. </span></p>',
        '<pre data-output="message-paper.call">Seen. </pre>',
        '<p>S<input type="text" hidden>een. </p>',
    ],
)
def test_what_is_seen_is_found(html: str) -> None:
    """Numbers in a sentence and messages among it, though Python fills them anew."""
    assert found(html) == "Seen. The end."


def test_an_element_within_a_hidden_one_of_its_kind_does_not_end_it() -> None:
    """For the plugin it would."""
    html = "<div hidden><div>Not</div><p>seen</p><div><div>at</div><p>all</p></div></div>"

    assert found(html) == "The end."


def test_the_words_stay_as_they_are() -> None:
    """Nothing but the mark is added."""
    html = '<div hidden><p class="a">One &lt; <b>two</b><br>&amp;</p></div><p title="x">Three</p>'

    assert re.sub(' data-search-exclude="true"', "", marked(html)) == html


def test_every_panel_that_is_left_out_is_there() -> None:
    """Under another name it would be found again."""
    assert set(panels.PANELS) >= PANELS
