"""The pages of the built site, by their addresses."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_server import SUB_PATH


def pages_of(site: Path) -> list[str]:
    """Return the address of every page below the site's, the one for errors too."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return [page.removesuffix("index.html") for page in pages]


def file_of(site: Path, address: str) -> Path:
    """Return the file of the site that stands at an address."""
    path = site / unquote(urlsplit(address).path).removeprefix(SUB_PATH)
    return path / "index.html" if path.is_dir() else path
