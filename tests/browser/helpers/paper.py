"""What a page looks like on paper."""

import io

from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page) -> str:
    """Return the text of the page as it prints on A4, in one line."""
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join(" ".join(one.extract_text().split()) for one in pages)
