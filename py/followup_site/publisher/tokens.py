"""What authors write in a page for a publisher's value: "{publisher owner}", "{site address}".

In the page it is text, or a link if it is an address. No value becomes markup.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from followup.errors import GuideError
from followup_site.publisher.values import ADDRESS, EMAIL, Publisher

WRITTEN = r"\{(?P<token>(?:publisher|site) [a-z_ ]*)\}"
TOKENS = (
    *(f"publisher {key}" for key in ("owner", "contact", "paid_by", "source")),
    "site name",
    "site address",
)
"""Each without its braces."""


class Values(InlineProcessor):
    """Writes a publisher's values where their tokens stand."""

    def __init__(self, md: Markdown, publisher: Publisher, site_url: str) -> None:
        super().__init__(WRITTEN, md)
        self.values = values_of(publisher, site_url)
        self.is_example = publisher.is_example

    def handleMatch(  # type: ignore[override] # noqa: N802 (the library's name)
        self, match: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        """Return the value as text, or as a link."""
        check_token(match["token"])
        value = self.values[match["token"]]
        # Nothing stands at the address of an example.
        address = "" if self.is_example else address_of(value)
        return _element(value, address), match.start(0), match.end(0)


def check_token(token: str, where: str = "page") -> None:
    """Check that there is a value for a token, without its braces.

    Raises:
        GuideError: there is none, with the place and the remedy.
    """
    if token not in TOKENS:
        known = ", ".join(f"{{{one}}}" for one in TOKENS)
        raise GuideError(f"{where}: there is no value “{{{token}}}”. Use one of {known}.")


def values_of(publisher: Publisher, site_url: str) -> dict[str, str]:
    """Return each value by its token, without the braces."""
    own = (publisher.owner, publisher.contact, publisher.paid_by, publisher.source)
    return dict(zip(TOKENS, (*own, publisher.name, site_url), strict=True))


def _element(value: str, address: str) -> Element:
    element = Element("a", href=address) if address else Element("span")
    element.text = AtomicString(value)
    return element


def address_of(value: str) -> str:
    """Return where a value leads to as a link; empty if it is only to be read."""
    if ADDRESS.fullmatch(value):
        return value
    return f"mailto:{value}" if EMAIL.fullmatch(value) else ""
