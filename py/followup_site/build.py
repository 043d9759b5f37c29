"""Makes the site by MkDocs, or says what its authors must mend. No other file knows MkDocs.

Run as `python -m followup_site.build SITE`. MkDocs is told of the publisher's values that stand in
its settings and not in a page: its templates write the site's name and the owner as they are, so
they are given them as HTML.
"""

import logging
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import escape
from mkdocs.commands.build import build as build_by_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from followup.errors import GuideError
from followup.guide.contents import Guide
from followup_site.pages.check import check
from followup_site.pages.guide_reader import GUIDE_FILE, write_guide
from followup_site.pages.message_list import TEXT_FILE, write_messages
from followup_site.publisher.offices import read_offices, write_offices
from followup_site.publisher.server_files import write_server_files
from followup_site.publisher.values import AT, DOCS, Publisher, PublisherError, read_publisher

SETTINGS = DOCS.parent / "mkdocs.yml"
LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? [a-z ]*link '(?P<link>[^']*)'")
"""How MkDocs begins to tell of a link that leads nowhere."""

MEANT = re.compile(r"Did you mean '(?P<link>[^']+)'\?")


class SiteError(Exception):
    """The site cannot be made; each line of the message is one mistake, with its remedy."""


def build(site: Path, published_at: str = "") -> None:
    """Make the site in a folder of its own.

    Args:
        site: where it goes; what stands there is taken away.
        published_at: address at which readers will find it; empty if none will.

    Raises:
        GuideError: an author's mistake, with file, line and remedy.
        PublisherError: a value of the publisher is wrong or missing.
        SiteError: a mistake that only MkDocs sees, such as a link that leads nowhere.
    """
    _write_made(check(DOCS, published_at))
    publisher = read_publisher(DOCS, published_at)
    os.environ.update(settings_of(publisher))
    logger, heard = logging.getLogger("mkdocs"), Heard()
    logger.addHandler(heard)
    logger.propagate = False
    try:
        config = load_config(str(SETTINGS), site_dir=str(site))
        write_server_files(publisher, config.site_url or "/", DOCS / "assets" / "made")
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_by_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise SiteError("\n".join(heard.sentences()) or f"{SETTINGS.name}: {error}") from error
    finally:
        logger.removeHandler(heard)
    if heard.said:
        raise SiteError("\n".join(heard.sentences()))


def _write_made(guide: Guide) -> None:
    """Write what browsers fetch of what authors and the publisher write, before MkDocs looks for
    files. The guide goes to where Python was packed; that brings it along the first time."""
    write_messages(guide, DOCS / TEXT_FILE)
    write_offices(read_offices(DOCS), DOCS / "assets" / "made")
    if (DOCS / GUIDE_FILE).parent.is_dir():
        write_guide(guide, DOCS / GUIDE_FILE)


def settings_of(publisher: Publisher) -> dict[str, str]:
    """Return what `mkdocs.yml` reads from the environment: texts as HTML."""
    owner = "" if publisher.is_example else publisher.owner
    return {"SITE_NAME": str(escape(publisher.name)), "SITE_OWNER": str(escape(owner))}


class Heard(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.said.append(record.getMessage())

    def sentences(self) -> list[str]:
        """Return what an author must mend, each mistake once.

        A page that shows the text of others has their mistakes too, and no line of its own.
        """
        found = list(dict.fromkeys(sentence_of(one, DOCS) for one in self.said))
        with_line = [one for one in found if re.match(r"\S+:\d+: ", one)]
        return with_line or found


def sentence_of(warning: str, docs: Path) -> str:
    """Return a warning of MkDocs as a sentence with file, line and remedy, as far as it is known.

    Args:
        warning: as MkDocs words it.
        docs: the documents' folder.
    """
    found = LINK.match(warning)
    if not found:
        return warning.strip()
    link, page = found["link"], docs / found["page"]
    number = next(_lines_with(link, page.read_text("utf-8").splitlines()), None)
    where = f"{docs.name}/{found['page']}" + (f":{number}" if number else "")
    meant = MEANT.search(warning)
    if meant:
        return f"{where}: the link “{link}” leads nowhere. Write “{meant['link']}”."
    if "#" in link:
        return (
            f"{where}: the link “{link}” leads to no page, or to no part of one. Correct it. The "
            "name of a part is its heading in lower case, with hyphens."
        )
    return f"{where}: the link “{link}” leads nowhere. Write the path from this file to another."


def _lines_with(link: str, lines: Sequence[str]) -> Iterator[int]:
    yield from (number for number, line in enumerate(lines, 1) if f"]({link}" in line)


def main() -> None:
    """Make the site, or say what to mend."""
    try:
        build(Path(sys.argv[1]), os.environ.get(AT, ""))
    except (GuideError, PublisherError, SiteError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
