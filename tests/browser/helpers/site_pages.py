"""The pages of the built site, by their addresses."""

from pathlib import Path


def pages_of(site: Path) -> list[str]:
    """Return the address of every page below the site's, the one for errors too."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return [page.removesuffix("index.html") for page in pages]
