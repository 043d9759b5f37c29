"""The publisher's values in pages: text and links, never markup, whatever they say."""

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import markdown
import pytest

from followup.errors import GuideError
from followup_site.build import settings_of
from followup_site.publisher.kit import KIT, Copy
from followup_site.publisher.tokens import Values, values_of
from followup_site.publisher.values import Publisher

HOSTILE = """<script>alert("1")</script> & 'x' **b** `c` [d](e) &lt;i&gt;"""
PUBLISHER = Publisher(
    name=HOSTILE,
    owner=HOSTILE,
    contact="careers@hilldale.example",
    paid_by=HOSTILE,
    source="https://code.example/hilldale/follow-up?a=b&c=d",
)
AT = "https://hilldale.example/careers/?a=b&c=d"
TOKENS = tuple(values_of(PUBLISHER, AT))


class Read(HTMLParser):
    """Collects elements, the addresses of links, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def shown(text: str, publisher: Publisher = PUBLISHER) -> str:
    """Return a text as Markdown makes it, with that publisher's values."""
    converter = markdown.Markdown(extensions=["attr_list"])
    converter.inlinePatterns.register(Values(converter, publisher, AT), "values", 70)
    return converter.convert(text)


@pytest.mark.parametrize("token", TOKENS)
def test_a_value_is_text_and_no_markup(token: str) -> None:
    """HTML, Markdown and entities in it are read as they were typed."""
    read = Read(shown(f"Say: **{{{token}}}**"))
    value = values_of(PUBLISHER, AT)[token]

    assert set(read.tags) <= {"p", "strong", "a", "span"}
    # An entity that the publisher typed is one sign to a browser, and still no markup.
    assert read.text in {f"Say: {value}", f"Say: {html.unescape(value)}"}


def test_an_address_is_a_link_and_a_sentence_is_not() -> None:
    """The web's and that of email; no other kind."""
    assert Read(shown("{publisher source}")).links == [PUBLISHER.source]
    assert Read(shown("{publisher contact}")).links == ["mailto:careers@hilldale.example"]
    assert Read(shown("{site address}")).links == [AT]
    assert Read(shown("{publisher owner}")).links == []
    assert Read(shown("{site address}", replace(PUBLISHER, is_example=True))).links == []


def test_code_keeps_the_token_and_a_wrong_one_is_told() -> None:
    """The page on editing shows tokens."""
    assert "{publisher owner}" in shown("`{publisher owner}`")
    with pytest.raises(GuideError, match=r"there is no value “\{publisher ower\}”\. Use one of \{"):
        shown("{publisher ower}")


@pytest.mark.parametrize("name", KIT)
def test_a_part_to_hand_on_has_no_markup_of_the_publisher(name: str) -> None:
    """Only its own: a label, a field, a button, a picture."""
    read = Read(str(KIT[name](Copy(PUBLISHER, AT))))

    assert set(read.tags) <= {"div", "label", "textarea", "button", "svg", "rect", "path"}


def test_the_line_of_html_is_safe_where_it_is_pasted() -> None:
    """One link with the name as text, to the address as it is."""
    part = str(KIT["site-html"](Copy(PUBLISHER, AT)))
    [text] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", part, re.DOTALL)
    pasted = Read(html.unescape(text))

    assert pasted.tags == ["a"]
    assert pasted.links == [AT]
    assert pasted.text.startswith(f"{HOSTILE}: what to do after a job interview")


def test_only_an_example_says_that_its_address_leads_nowhere() -> None:
    """A published copy has an address."""
    example = Publisher("Follow Up", "a", "b", "c", "d", is_example=True)

    assert "leads nowhere" in str(KIT["site-link"](Copy(example, AT)))
    assert "leads nowhere" not in str(KIT["site-link"](Copy(PUBLISHER, AT)))


def test_settings_of_the_site_get_html() -> None:
    """The theme writes them into pages as they are. An example has no owner."""
    given = settings_of(PUBLISHER)

    assert not set("<>\"'") & set(given["SITE_NAME"] + given["SITE_OWNER"])
    assert html.unescape(given["SITE_NAME"]) == HOSTILE
    assert settings_of(Publisher("N", "a", "b", "c", "d", is_example=True))["SITE_OWNER"] == ""
