"""The pages of the site in the folder `site`, and the elements in them."""

from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

SITE = Path(__file__).parents[3] / "site"

HTML_PAGES = sorted(SITE.rglob("*.html"))

DATA = {"application/json", "application/ld+json"}
"""Types of script elements that hold data, which no browser runs and no content policy forbids."""


class Elements(HTMLParser):
    """Collects every start tag with its attributes, and the text of inline scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        attributes = {name: value or "" for name, value in attrs}
        self.found.append((tag, attributes))

    def handle_data(self, data: str) -> None:
        """Note the text of an inline script."""
        tag, attributes = self.found[-1] if self.found else ("", {})
        is_script = tag == "script" == self.cdata_elem and "src" not in attributes
        if is_script and attributes.get("type") not in DATA:
            self.scripts.append(data)


@lru_cache
def elements(page: Path) -> Elements:
    """Read a page."""
    reader = Elements()
    reader.feed(page.read_text("utf-8"))
    return reader
