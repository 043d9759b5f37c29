"""The scripts that stand in pages, as a content policy names them: by a hash of their text.

The page on web servers shows publishers the policy that their copy needs, so it is filled in when
the site is finished.
"""

import re
from pathlib import Path

from followup_site.publish.service_worker import hash_of

PAGE = Path("about/hosts/index.html")
"""The page that shows the policy, below the site's start."""

PLACE = "INLINE-SCRIPTS"
"""What stands there for the scripts until the site is finished."""

INLINE = re.compile(r"<script(?![^>]*\s(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
"""A script in a page. Those with a type or an address are data, or files."""


def write(site: Path) -> None:
    """Fill in the policy on the page that shows it, if the site has that page."""
    page = site / PAGE
    if page.exists():
        page.write_text(page.read_text("utf-8").replace(PLACE, inline_scripts(site)), "utf-8")


def inline_scripts(site: Path) -> str:
    """Return all scripts that stand in pages of a site, as `script-src` names them."""
    texts = {
        text for page in site.rglob("*.html") for text in INLINE.findall(page.read_text("utf-8"))
    }
    return " ".join(sorted(f"'{hash_of(text.encode())}'" for text in texts))
