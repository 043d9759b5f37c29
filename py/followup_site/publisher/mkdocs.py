"""MkDocs, told of the publisher's values that stand in its settings and not in a page.

Run as `python -m followup_site.publisher.mkdocs`, with all that MkDocs itself understands. Its
templates write the site's name and the owner as they are, so they are given them as HTML.
"""

import os
import sys

from markupsafe import escape

from followup_site.publisher.values import AT, DOCS, Publisher, PublisherError, read_publisher


def settings_of(publisher: Publisher) -> dict[str, str]:
    """Return what `mkdocs.yml` reads from the environment: texts as HTML."""
    owner = "" if publisher.is_example else publisher.owner
    return {"SITE_NAME": str(escape(publisher.name)), "SITE_OWNER": str(escape(owner))}


def main() -> None:
    """Become MkDocs, or say what is wrong with a value."""
    try:
        publisher = read_publisher(DOCS, os.environ.get(AT, ""))
    except PublisherError as error:
        sys.exit(str(error))
    program = [sys.executable, "-m", "mkdocs", *sys.argv[1:]]
    os.execve(program[0], program, os.environ | settings_of(publisher))  # noqa: S606 (no shell)


if __name__ == "__main__":
    main()
