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
        token = match["token"]
        if token not in self.values:
            known = ", ".join(f"{{{one}}}" for one in self.values)
            raise GuideError(f"There is no value “{match[0]}”. Use one of {known}.")
        value = self.values[token]
        # Nothing stands at the address of an example.
        address = "" if self.is_example else address_of(value)
        return _element(value, address), match.start(0), match.end(0)


def values_of(publisher: Publisher, site_url: str) -> dict[str, str]:
    """Return each value by its token, without the braces."""
    return {
        "publisher owner": publisher.owner,
        "publisher contact": publisher.contact,
        "publisher paid_by": publisher.paid_by,
        "publisher source": publisher.source,
        "site name": publisher.name,
        "site address": site_url,
    }


def _element(value: str, address: str) -> Element:
    element = Element("a", href=address) if address else Element("span")
    element.text = AtomicString(value)
    return element


def address_of(value: str) -> str:
    """Return where a value leads to as a link; empty if it is only to be read."""
    if ADDRESS.fullmatch(value):
        return value
    return f"mailto:{value}" if EMAIL.fullmatch(value) else ""
