"""Reads the guide from its pages and checks the names of all steps; writes it for the browser.

Run as `python -m followup_site.pages.guide_reader DOCS OUTPUT`.
"""

import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from followup.errors import GuideError
from followup.guide.contents import Guide, Page
from followup.guide.messages import MESSAGE_RULES, RETIRED_MESSAGES
from followup.guide.numbers import fill_guides
from followup_site.pages import step_names
from followup_site.pages.front_matter import body_start, read_head
from followup_site.pages.page_source import MessagePlace, StepList, read_source
from followup_site.pages.places.journey_places import Place, check_places, read_place
from followup_site.pages.places.menu import MENU, SETTINGS, read_menu
from followup_site.tools.made_files import write_if_new

GUIDE_FILE = Path("assets/made/runtime/guide.json")
"""Where the browser finds the guide, below the documents' folder."""

GUIDE_FOLDER = "guide/"
"""Where the pages stand that have a place in the journey."""


@dataclass(frozen=True)
class _Locked:
    """A kind of names that readers' browsers remember, so that they are locked.

    Attributes:
        thing: what bears such a name.
        file: where the names are locked, below the project's folder.
        names: those that must stand in the pages.
        retired: those that no page may have again.
        used: why a name may not go missing.
        kept: what belongs to a name that is retired.
        take_out: how a name is retired.
        add: how a name is added; empty if any new one may stand in a page.
    """

    thing: str
    file: str
    names: Collection[str]
    retired: Collection[str]
    used: str
    kept: str
    take_out: str
    add: str = ""


STEPS = _Locked(
    thing="step",
    file="py/followup_site/pages/step_names.txt",
    names=step_names.published(),
    retired=step_names.retired(),
    used="Readers have ticked it",
    kept="old ticks",
    take_out="write “retired” behind its name there",
)
MESSAGES = _Locked(
    thing="message",
    file="py/followup/guide/messages.py",
    names=MESSAGE_RULES,
    retired=RETIRED_MESSAGES,
    used="Readers may have words of their own in it",
    kept="old words",
    take_out="move its name from MESSAGE_RULES to RETIRED_MESSAGES",
    add="add it to MESSAGE_RULES",
)


@dataclass(frozen=True)
class _Source:
    """A page and where each of its steps and messages stands, as in "docs/guide/prepare.md:12"."""

    page: Page
    places: tuple[str, ...]
    message_places: tuple[str, ...]

    def step_names(self) -> Iterator[tuple[str, str]]:
        """Return the name and the place of each step."""
        return zip((step.name for step in self.page.steps), self.places, strict=True)

    def message_names(self) -> Iterator[tuple[str, str]]:
        """Return the name and the place of each message."""
        return zip((one.name for one in self.page.messages), self.message_places, strict=True)


def read_guide(docs: Path) -> Guide:
    """Return the guide: every page below `docs` that has steps, in the order of the menu.

    Raises:
        GuideError: an author's mistake, with file, line and remedy.
    """
    return _read(docs, tuple(_stamps(docs)))


def _stamps(docs: Path) -> Iterator[tuple[str, int, int]]:
    """Yield name, time and size of each file that the guide is read from."""
    for path in (docs.parent / SETTINGS, *sorted(docs.rglob("*.md"))):
        if path.exists():
            status = path.stat()
            yield str(path), status.st_mtime_ns, status.st_size


# Each page that Markdown makes asks for the guide, and none of them may wait for all others.
@lru_cache(maxsize=1)
def _read(docs: Path, _stamps: tuple[tuple[str, int, int], ...]) -> Guide:
    """Read the guide, unless no file has changed since."""
    sources = [_read_page(path, docs) for path in sorted(docs.rglob("*.md"))]
    _check_locked(STEPS, (found for source in sources for found in source.step_names()))
    _check_locked(MESSAGES, (found for source in sources for found in source.message_names()))
    pages = {source.page.path: source.page for source in sources if source.page.steps}
    menu = read_menu(docs)
    for path in pages.keys() - menu:
        raise GuideError(
            f"{docs.name}/{path}: this page has steps and stands in no menu. "
            f"Add it to {MENU} in {SETTINGS}."
        )
    check_places({f"{docs.name}/{path}": pages[path] for path in menu if path in pages})
    return Guide(tuple(pages[path] for path in menu if path in pages))


def read_lines(path: Path, name: str) -> list[str]:
    """Return the lines of a page.

    Raises:
        GuideError: they are no text in UTF-8.
    """
    try:
        return path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise GuideError(
            f"{name}:{line}: this is no text in UTF-8. Save the file as UTF-8."
        ) from error


def write_guide(guide: Guide, output: Path) -> None:
    """Write the guide as JSON, unless the very same stands there already."""
    write_if_new(output, guide.to_json())


def _read_page(path: Path, docs: Path) -> _Source:
    below = path.relative_to(docs).as_posix()
    name = f"{docs.name}/{below}"
    lines = read_lines(path, name)
    start = body_start(lines, name)
    parts = list(read_source(lines[start:], name, start + 1))
    lists = [part for part in parts if isinstance(part, StepList)]
    steps = tuple(step for part in lists for step in part.steps)
    places = tuple(f"{name}:{line}" for part in lists for line in part.lines)
    title = next(
        (fill_guides(line[2:].strip()) for line in lines[start:] if line.startswith("# ")), ""
    )
    if steps and not title:
        raise GuideError(f"{name}: a page with steps needs a title. Add a line like “# Get ready”.")
    messages = [part for part in parts if isinstance(part, MessagePlace)]
    if messages and not steps:
        raise GuideError(
            f"{name}:{messages[0].line}: a message can only stand on a page that has steps. "
            "Move it to one."
        )
    templates = tuple(part.message for part in messages)
    is_guide = steps and below.startswith(GUIDE_FOLDER)
    place = read_place(read_head(lines, name)) if is_guide else Place()
    page = Page(below, title, steps, templates, place.stage, place.joint, place.outcome)
    return _Source(page, places, tuple(f"{name}:{part.line}" for part in messages))


def _check_locked(kind: _Locked, found: Iterator[tuple[str, str]]) -> None:
    """Check that the names found, each with its place, are those that are locked, each once."""
    seen: dict[str, str] = {}
    for name, where in found:
        _check_name(kind, name, where, seen)
        seen[name] = where
    for name in kind.names:
        if name not in seen:
            raise GuideError(
                f"{kind.file}: the {kind.thing} “{name}” stands in no page any more. {kind.used}: "
                f"put it back, or {kind.take_out}."
            )


def _check_name(kind: _Locked, name: str, where: str, seen: Mapping[str, str]) -> None:
    if name in seen:
        raise GuideError(
            f"{where}: the name “{name}” is used already, in {seen[name]}. "
            f"Give this {kind.thing} another."
        )
    if name in kind.retired:
        raise GuideError(
            f"{where}: the name “{name}” is retired, as {kind.kept} belong to it. Use another name."
        )
    if kind.add and name not in kind.names:
        raise GuideError(
            f"{where}: the {kind.thing} “{name}” has no rule. "
            f"Correct the name, or {kind.add} in {kind.file}."
        )


def main() -> None:
    """Write the guide of the folder given first to the file given second."""
    docs, output = map(Path, sys.argv[1:3])
    try:
        write_guide(read_guide(docs), output)
    except GuideError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
