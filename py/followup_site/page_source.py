"""Reads the lines of a page: which are steps, which place a panel, which are plain Markdown.

It knows the syntax and the authors' mistakes in it; it renders nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followup.app import PANELS
from followup.errors import GuideError
from followup.guide import Step
from followup.rules import NUMBERS
from followup.steps import LONGEST_LABEL, LONGEST_STEP_NAME, STEP_NAME
from followup.words import MONTHS, WEEKDAYS

STEP = re.compile(
    r"- \[ \] (?P<label>.+?)\s*(?:\{\s*#(?P<name>[^\s}]+)(?P<core>\s+\.core)?\s*\})?\s*"
)
NEARLY_STEP = re.compile(r"\s*[-*+]\s*\[[ xX]?\](?:\s|$)")
HINT = re.compile(r"\s{2,}\S")
PANEL = re.compile(r"<!--\s*followup:\s*(?P<name>[a-z-]+)\s*-->\s*")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?\b(?P<day>\d{{1,2}}) "
    rf"(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b"
)
NUMBER = re.compile(r"\{(" + "|".join(NUMBERS) + r")\}")


@dataclass(frozen=True)
class Plain:
    """A line of Markdown, its numbers filled in."""

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


Part = Plain | StepList | PanelPlace


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
    steps: dict[int, Step] = {}
    for number, line in enumerate(lines, first_line):
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
        if fence_mark:
            fence = _fence_after(fence, fence_mark[1])
        yield Plain(fill_numbers(line)) if fence or fence_mark else _other(line, where)
    if steps:
        yield _step_list(steps)


def fill_numbers(text: str) -> str:
    """Return the text with {first_wait} and its like replaced by the guide's numbers."""
    return NUMBER.sub(lambda match: str(NUMBERS[match[1]]), text)


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


def _step_list(steps: dict[int, Step]) -> StepList:
    return StepList(tuple(steps.values()), tuple(steps))


def _step(line: str, where: str) -> Step:
    match = STEP.fullmatch(line)
    if not match or not match["name"]:
        raise GuideError(
            f"{where}: this step has no name. "
            "Add one at the end of the line, like { #meet-names }."
        )
    name, label = match["name"], fill_numbers(match["label"])
    if not STEP_NAME.fullmatch(name) or len(name) > LONGEST_STEP_NAME:
        raise GuideError(
            f"{where}: “{name}” cannot be a step's name. Use lower-case words joined by hyphens, "
            f"like meet-names, with at most {LONGEST_STEP_NAME} characters."
        )
    if len(label) > LONGEST_LABEL:
        raise GuideError(
            f"{where}: the step “{name}” has {len(label)} characters. "
            f"Shorten it to {LONGEST_LABEL}, or put the rest on an indented line below it."
        )
    return Step(name, label, bool(match["core"]))


def _with_hint(step: Step, line: str) -> Step:
    hint = f"{step.hint} {fill_numbers(line.strip())}".strip()
    return Step(step.name, step.label, step.core, hint)


def _other(line: str, where: str) -> Part:
    if NEARLY_STEP.match(line):
        raise GuideError(
            f"{where}: this looks like a step but is not written as one. "
            "Start the line with “- [ ] ”, with nothing before it and nothing in the box."
        )
    panel = PANEL.fullmatch(line)
    if not panel:
        _check_dates(line, where)
        return Plain(fill_numbers(line))
    if panel["name"] not in PANELS:
        raise GuideError(
            f"{where}: there is no panel “{panel['name']}”. Use one of {', '.join(PANELS)}."
        )
    return PanelPlace(panel["name"])


def _check_dates(line: str, where: str) -> None:
    for match in DATE.finditer(line):
        try:
            day_of(match)
        except ValueError as error:
            raise GuideError(f"{where}: “{match[0]}” is wrong: {error}. Correct it.") from error
