"""The content policy: from where a page may load, and to where it may call. Every page carries it.

Nothing but the site's own files, no text as a script, no frame, no form that is sent. The worker
that runs Python begins as a blob, so the policy of its page binds it as well. Scripts that stand
in a page are named by a hash of their text: all pages name those of all, as the theme brings in one
page in the place of another without a load.
"""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from followup_site.publish.service_worker import hash_of

PLACE = "POLICY-OF-THE-PAGES"
"""What stands for it, until the site is finished, on the page that shows it to publishers."""

INLINE = re.compile(r"<script(?![^>]*\s(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
"""A script in a page. Those with a type or an address are data, or files."""

CHARSET = '<meta charset="utf-8">'
"""Before everything else: browsers look for it in the first 1,024 bytes of a page alone. Source:
https://html.spec.whatwg.org/multipage/semantics.html#charset"""

REFERRER = '<meta name="referrer" content="no-referrer">'
"""No site that a page leads to learns which page that was."""

META = '<meta http-equiv="Content-Security-Policy" content="{}">'

RULES = (
    # Firefox fetches the next page ahead by this one.
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval' {scripts}",
    "style-src 'self'",
    # Drawings that stand in the theme's styles, and a QR code on its way to a file.
    "img-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
)


def write(site: Path) -> None:
    """Put the policy into every page of a site, and onto the page that shows it."""
    pages = {page: page.read_text("utf-8") for page in site.rglob("*.html")}
    policy = policy_for(pages.values())
    head = f"<head>{CHARSET}{META.format(escape(policy, quote=False))}{REFERRER}"
    for page, text in pages.items():
        once = text.replace(CHARSET, "", 1).replace("<head>", head, 1)
        page.write_text(once.replace(PLACE, policy), "utf-8")


def policy_for(pages: Iterable[str]) -> str:
    """Return the policy for pages, as a server would send it."""
    scripts = {text for page in pages for text in INLINE.findall(page)}
    named = " ".join(sorted(f"'{hash_of(text.encode())}'" for text in scripts))
    return "; ".join(RULES).format(scripts=named)
