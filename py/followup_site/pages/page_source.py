"""Reads the lines of a page: which are steps, which place a panel, which are plain Markdown.

It knows the syntax and the authors' mistakes in it; it renders nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from followup.errors import GuideError
from followup.guide.contents import Step, Template
from followup.guide.messages import LEAST_BLANKS, OR, OWN, own_blanks
from followup.guide.numbers import fill_guides, fill_static, filled
from followup.guide.steps import LONGEST_LABEL, LONGEST_STEP_NAME, STEP_NAME
from followup.view.panels import PANELS
from followup.words import MONTHS, WEEKDAYS
from followup_site.pages.step_rules import read_name, read_rule

STEP = re.compile(r"- \[ \] (?P<label>.+?)\s*(?:\{(?P<braces>[^{}]*)\})?\s*")
NEARLY_STEP = re.compile(r"\s*[-*+]\s*\[[ xX]?\](?:\s|$)")
HINT = re.compile(r"\s{2,}\S")
PANEL = re.compile(r"<!--\s*followup:\s*(?P<name>[a-z-]+)\s*-->\s*")
BUILT_PARTS = (
    "changes",
    "handouts",
    "messages",
    "site-html",
    "site-link",
    "site-picture",
    "sources-list",
    "whole-guide",
)
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
MESSAGE = re.compile(r"```message(?:\s+(?P<name>\S+))?\s*")
MESSAGE_END = "```"
MESSAGE_TITLE = re.compile(r"### (?P<title>.+?)\s*(?:\{[^}]*\})?\s*")
DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?\b(?P<day>\d{{1,2}}) "
    rf"(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b"
)


@dataclass(frozen=True)
class Plain:
    """A line of Markdown. Numbers that a setting changes are filled in only where they stand as
    typed: in a fence."""

    text: str


@dataclass(frozen=True)
class StepList:
    """Steps that stand together, one list, and the lines on which they stand."""

    steps: tuple[Step, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class PanelPlace:
    """The place of a panel."""

    name: str


@dataclass(frozen=True)
class MessagePlace:
    """The place of a message, and the line on which it begins."""

    message: Template
    line: int


@dataclass(frozen=True)
class BuiltPlace:
    """The place of a part that is made when the site is built:
    `followup_site.pages.built_parts`."""

    name: str


Part = BuiltPlace | MessagePlace | Plain | StepList | PanelPlace


def read_source(lines: list[str], path: str = "page", first_line: int = 1) -> Iterator[Part]:
    """Yield the parts of a page in order.

    Args:
        lines: the page's lines.
        path: what to call the page in a message.
        first_line: number of the first of the lines in its file.

    Raises:
        GuideError: an author's mistake, with file, line and remedy.
    """
    fence = ""
    title = ""
    steps: dict[int, Step] = {}
    numbered = enumerate(lines, first_line)
    for number, line in numbered:
        where = f"{path}:{number}"
        fence_mark = FENCE.match(line)
        if not fence and not fence_mark and STEP.fullmatch(line):
            steps[number] = _step(line, where)
            continue
        if steps and not fence and HINT.match(line) and not NEARLY_STEP.match(line):
            steps[max(steps)] = _with_hint(steps[max(steps)], line)
            continue
        if steps:
            yield _step_list(steps)
            steps = {}
        if not fence and (message := MESSAGE.fullmatch(line)):
            text = _message_lines(numbered, where)
            yield MessagePlace(_message(message["name"], title, text, where), number)
            title = ""
            continue
        if not fence and line.startswith("#"):
            heading = MESSAGE_TITLE.fullmatch(line)
            title = heading["title"] if heading else ""
        if fence_mark:
            fence = _fence_after(fence, fence_mark[1])
        yield Plain(fill_guides(line)) if fence or fence_mark else _other(line, where)
    if steps:
        yield _step_list(steps)


def day_of(match: re.Match[str]) -> date:
    """Return the day that a match of `DATE` spells.

    Raises:
        ValueError: there is no such day, or it falls on another weekday.
    """
    day = date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    if match["weekday"] not in {None, WEEKDAYS[day.weekday()]}:
        raise ValueError(f"it is a {WEEKDAYS[day.weekday()]}")
    return day


def _fence_after(fence: str, mark: str) -> str:
    """Return the fence that is open after a line with a fence mark, or nothing."""
    if not fence:
        return mark
    return "" if mark[0] == fence[0] and len(mark) >= len(fence) else fence


def _message_lines(numbered: Iterator[tuple[int, str]], where: str) -> list[str]:
    """Return the lines of a message, up to the end of its fence."""
    found: list[str] = []
    for _, line in numbered:
        if line.rstrip() == MESSAGE_END:
            return found
        found.append(fill_guides(line).rstrip())
    raise GuideError(f"{where}: this message has no end. Add a line “{MESSAGE_END}” below it.")


def _message(name: str | None, title: str, lines: list[str], where: str) -> Template:
    text = "\n".join(lines).strip("\n")
    if not name:
        raise GuideError(
            f"{where}: this message has no name. Add one, like “```message first-email”."
        )
    if not title:
        raise GuideError(
            f"{where}: the message “{name}” has no title. "
            "Add a heading of its own above it, like “### By email”."
        )
    for before, line in zip(["", *lines], lines, strict=False):
        if line.startswith(OR) and not before.strip():
            raise GuideError(
                f"{where}: in the message “{name}” the line “{line}” follows no line that it could "
                "take the place of. Put it right below that line."
            )
    if len(own_blanks(text)) < LEAST_BLANKS:
        raise GuideError(
            f"{where}: the message “{name}” could be sent as it stands. Give it at least "
            f"{LEAST_BLANKS} blanks in square brackets other than {', '.join(OWN)}."
        )
    return Template(name, title, text)


def _step_list(steps: dict[int, Step]) -> StepList:
    return StepList(tuple(steps.values()), tuple(steps))


def _step(line: str, where: str) -> Step:
    match = STEP.fullmatch(line)
    name = read_name(match["braces"] or "") if match else ""
    if not match or not name:
        raise GuideError(
            f"{where}: this step has no name. "
            "Add one at the end of the line, like { #meet-names }."
        )
    label = fill_static(match["label"])
    if not STEP_NAME.fullmatch(name) or len(name) > LONGEST_STEP_NAME:
        raise GuideError(
            f"{where}: “{name}” cannot be a step's name. Use lower-case words joined by hyphens, "
            f"like meet-names, with at most {LONGEST_STEP_NAME} characters."
        )
    if len(filled(label)) > LONGEST_LABEL:
        raise GuideError(
            f"{where}: the step “{name}” has {len(filled(label))} characters. "
            f"Shorten it to {LONGEST_LABEL}, or put the rest on an indented line below it."
        )
    core, rule = read_rule(match["braces"], where)
    return Step(name, label, core, rule=rule)


def _with_hint(step: Step, line: str) -> Step:
    hint = f"{step.hint} {fill_static(line.strip())}".strip()
    return replace(step, hint=hint)


def _other(line: str, where: str) -> Part:
    if NEARLY_STEP.match(line):
        raise GuideError(
            f"{where}: this looks like a step but is not written as one. "
            "Start the line with “- [ ] ”, with nothing before it and nothing in the box."
        )
    panel = PANEL.fullmatch(line)
    if not panel:
        _check_dates(line, where)
        return Plain(fill_static(line))
    if panel["name"] in BUILT_PARTS:
        return BuiltPlace(panel["name"])
    if panel["name"] not in PANELS:
        known = ", ".join([*PANELS, *BUILT_PARTS])
        raise GuideError(f"{where}: there is no panel “{panel['name']}”. Use one of {known}.")
    return PanelPlace(panel["name"])


def _check_dates(line: str, where: str) -> None:
    for match in DATE.finditer(line):
        try:
            day_of(match)
        except ValueError as error:
            raise GuideError(f"{where}: “{match[0]}” is wrong: {error}. Correct it.") from error
