"""All messages of the guide: as the Messages page shows them, and as one plain-text file."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from followup import words
from followup.guide.contents import Guide, Template
from followup.view.what_to_say import message
from followup_site.pages.places.menu import read_names
from followup_site.pages.search_marks import marked
from followup_site.tools.made_files import write_if_new

TEXT_FILE = Path("assets/made/messages.txt")
"""Where the plain text stands, below the documents' folder."""

RULE_LENGTH = 72


def on_one_line(template: Template) -> Markup:
    """Return the HTML of a message on one line, so that Markdown takes no part of it for its own.

    A browser reads the line ends in it as it reads plain ones.
    """
    html = Markup(marked(str(message.blank(template))))  # noqa: S704 (htpy has escaped it)
    return html.replace("\n", Markup("&#10;"))


def message_list(docs: Path, guide: Guide) -> Iterator[str]:
    """Yield every message below the title of the page that explains it."""
    names = read_names(docs)
    for page in guide.pages:
        if not page.messages:
            continue
        yield from ("", f"## [{page.title}](../{page.path})", "")
        for template in page.messages:
            yield from (_heading(names.get(page.path) or page.title, template), "")
            yield from (str(on_one_line(template)), "")


def _heading(place: str, template: Template) -> str:
    """Return the heading of a message. With its page's name in the menu it says enough where it
    stands alone, as in a search."""
    title = template.title
    return (
        f"### {place}: {title[0].lower()}{title[1:]} "
        f'{{ #message-{template.name} data-toc-label="{title}" }}'
    )


def plain_text(guide: Guide) -> str:
    """Return every message as one plain text, with its licence at the head."""
    head = [words.TEMPLATES_TITLE, "", *words.TEMPLATES_LICENCE, "", words.TEMPLATES_USE]
    parts = ["\n".join(head)]
    for page in guide.pages:
        if page.messages:
            parts.append(f"{'=' * RULE_LENGTH}\n{page.title}\n{'=' * RULE_LENGTH}")
            parts += [f"{one.title}\n{'-' * RULE_LENGTH}\n{one.text}" for one in page.messages]
    return "\n\n\n".join(parts) + "\n"


def write_messages(guide: Guide, output: Path) -> None:
    """Write the plain text, unless the very same stands there already."""
    write_if_new(output, plain_text(guide))
