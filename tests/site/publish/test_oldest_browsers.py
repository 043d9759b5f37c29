"""The oldest browsers are the same for the build, for the words at the door and for the record of them."""

import re

from followup import words
from followup_site.publish.finish import OLDEST
from followup_site.runtime.pack import ROOT

RECORD = ROOT / "docs/about/decisions/0037-browsers.md"
NAMED = re.compile(r"Chrome or Edge (\d+), Firefox (\d+) or Safari ([\d.]+)\.")
ROW = r"\| \*\*{}\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \| \*\*([\d.]+)\*\* \|"


def test_the_build_writes_for_the_oldest_browsers_that_keep_ticks() -> None:
    """Chrome and Edge have the same numbers."""
    chrome, firefox, safari = named("scripts")

    assert f"chrome{chrome} edge{chrome} firefox{firefox} safari{safari}".split() == list(OLDEST)


def test_the_record_has_the_same_numbers() -> None:
    """As the heads of its two groups, each the highest of its column."""
    record = RECORD.read_text("utf-8")
    for group, door in (("For ticks", "scripts"), ("For Python", "tools")):
        [head] = re.findall(ROW.format(group), record)
        assert head == named(door)
        assert head == highest(record.partition(f"**{group}**")[2].partition("| **For")[0])


def named(door: str) -> tuple[str, str, str]:
    """Return the versions that a sentence at the door names."""
    [found] = NAMED.findall(words.plain(words.DOOR[door]))
    chrome, firefox, safari = found
    return chrome, firefox, safari


def highest(rows: str) -> tuple[str, ...]:
    """Return the highest number of each column."""
    numbers = re.findall(r"^\| [^*\n]+ \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", rows, re.MULTILINE)
    return tuple(max(column, key=float) for column in zip(*numbers, strict=True))
