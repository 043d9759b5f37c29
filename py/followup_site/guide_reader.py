"""Reads the guide from its pages and checks the names of all steps; writes it for the browser.

Run as `python -m followup_site.guide_reader DOCS OUTPUT`.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from followup.errors import GuideError
from followup.guide import Guide, Page
from followup.messages import MESSAGE_RULES, RETIRED_MESSAGES
from followup.numbers import fill_guides
from followup.steps import RETIRED_STEPS, STEP_RULES
from followup_site.page_source import MessagePlace, StepList, read_source

STEPS_FILE = "py/followup/steps.py"
MESSAGES_FILE = "py/followup/messages.py"
FRONT_MATTER = "---"


@dataclass(frozen=True)
class _Source:
    """A page and where each of its steps and messages stands, as in "docs/guide/prepare.md:12"."""

    page: Page
    places: tuple[str, ...]
    message_places: tuple[str, ...]


def read_guide(docs: Path) -> Guide:
    """Return the guide: every page below `docs` that has steps, in the order of `STEP_RULES`.

    Raises:
        GuideError: an author's mistake, with file, line and remedy.
    """
    sources = [_read_page(path, docs) for path in sorted(docs.rglob("*.md"))]
    _check_names(sources)
    _check_messages(sources)
    order = list(STEP_RULES)
    pages = [source.page for source in sources if source.page.steps]
    return Guide(tuple(sorted(pages, key=lambda page: order.index(page.steps[0].name))))


def write_guide(guide: Guide, output: Path) -> None:
    """Write the guide as JSON, unless the very same stands there already."""
    text = guide.to_json()
    if not output.exists() or output.read_text("utf-8") != text:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, "utf-8")


def _read_page(path: Path, docs: Path) -> _Source:
    lines = path.read_text("utf-8").splitlines()
    start = _body_start(lines)
    name = f"{docs.name}/{path.relative_to(docs).as_posix()}"
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
    page = Page(path.relative_to(docs).as_posix(), title, steps, templates)
    return _Source(page, places, tuple(f"{name}:{part.line}" for part in messages))


def _body_start(lines: list[str]) -> int:
    """Return the index of the first line after the front matter."""
    if lines[:1] != [FRONT_MATTER]:
        return 0
    return lines.index(FRONT_MATTER, 1) + 1


def _check_names(sources: list[_Source]) -> None:
    seen: dict[str, str] = {}
    for source in sources:
        for step, where in zip(source.page.steps, source.places, strict=True):
            _check_name(step.name, where, seen)
            seen[step.name] = where
    for name in STEP_RULES:
        if name not in seen:
            raise GuideError(
                f"{STEPS_FILE}: the step “{name}” stands in no page any more. Readers have ticked "
                "it: put it back, or move its name from STEP_RULES to RETIRED_STEPS."
            )


def _check_name(name: str, where: str, seen: dict[str, str]) -> None:
    if name in seen:
        raise GuideError(
            f"{where}: the name “{name}” is used already, in {seen[name]}. Give this step another."
        )
    if name in RETIRED_STEPS:
        raise GuideError(
            f"{where}: the name “{name}” is retired, as old ticks belong to it. Use another name."
        )
    if name not in STEP_RULES:
        raise GuideError(
            f"{where}: the step “{name}” has no rule. Add its name to STEP_RULES in {STEPS_FILE}."
        )


def _check_messages(sources: list[_Source]) -> None:
    seen: dict[str, str] = {}
    for source in sources:
        for message, where in zip(source.page.messages, source.message_places, strict=True):
            _check_message(message.name, where, seen)
            seen[message.name] = where
    for name in MESSAGE_RULES:
        if name not in seen:
            raise GuideError(
                f"{MESSAGES_FILE}: the message “{name}” stands in no page any more. Readers may "
                "have words of their own in it: put it back, or move its name from MESSAGE_RULES "
                "to RETIRED_MESSAGES."
            )


def _check_message(name: str, where: str, seen: dict[str, str]) -> None:
    if name in seen:
        raise GuideError(
            f"{where}: the message “{name}” stands already in {seen[name]}. Give this one another "
            "name."
        )
    if name in RETIRED_MESSAGES:
        raise GuideError(
            f"{where}: the name “{name}” is retired, as old words belong to it. Use another name."
        )
    if name not in MESSAGE_RULES:
        raise GuideError(
            f"{where}: the message “{name}” has no rule. Correct the name, or add it to "
            f"MESSAGE_RULES in {MESSAGES_FILE}."
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
