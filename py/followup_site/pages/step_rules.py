"""Reads what stands in braces at the end of a step's line: its name, its marks and its rule, as in
`{ #first-call .core .logged due="3 working days after the first contact" until="first contact" }`.

The same words are explained to authors in docs/about/editing.md.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeVar, get_args

from followup.errors import GuideError
from followup.guide.steps import Anchor, Need, Offset, StepRule

ANCHORS: dict[str, Anchor] = {
    "the interview": "interview",
    "the decision date": "decision",
    "the first contact": "first",
    "the later contact": "later",
    "the close": "close",
    "the last contact": "last",
    "the outcome": "outcome",
    "the deadline": "deadline",
    "the next interview": "next_round",
}
"""What days count from, as authors write it."""

NEEDS: dict[str, Need] = {need.replace("_", " "): need for need in get_args(Need)}
"""That without which a step does not count, as authors write it."""

EVERY: tuple[Literal["week", "working day"], ...] = ("week", "working day")
UNTIL = {"outcome": "until_outcome", "first contact": "until_contact"}
CORE = ".core"
OR = " or "
NAME = "#"
TOKEN = re.compile(r'(?P<key>[a-z-]+=)"(?P<value>[^"]*)"|(?P<name>#)\S*|\S+')
DAY_OF = re.compile(rf"on (?P<anchor>{'|'.join(ANCHORS)})")
DAYS_FROM = re.compile(
    r"(?P<count>[1-9]\d?) (?P<unit>working days?|days?) (?P<side>before|after) "
    rf"(?P<anchor>{'|'.join(ANCHORS)})"
)

Fields = dict[str, Any]
"""Some of the attributes of `StepRule`."""

T = TypeVar("T")


def read_name(braces: str) -> str:
    """Return the name that stands between the braces, without its `#`; empty if none does."""
    found = re.search(r"(?:^|\s)#(\S+)", braces)
    return found[1] if found else ""


def read_rule(braces: str, where: str) -> tuple[bool, StepRule]:
    """Return whether a step is on the short list, and its rule.

    Args:
        braces: what stands between them.
        where: the place of the step, as in "docs/guide/prepare.md:12".

    Raises:
        GuideError: an author's mistake, with file, line and remedy.
    """
    fields: Fields = {}
    seen: set[str] = set()
    for token in TOKEN.finditer(braces):
        key = token["key"] or token["name"] or token[0]
        if key not in READERS:
            raise GuideError(f"{where}: “{token[0]}” says nothing of a step. {_one_of(WRITTEN)}")
        if key in seen:
            raise GuideError(f"{where}: {key} stands there twice. Leave one of them out.")
        seen.add(key)
        fields |= READERS[key](token["value"] or "", where)
    if "by" in fields and "every" in fields:
        raise GuideError(f"{where}: a step has due= or every=, not both. Leave one of them out.")
    return CORE in seen, StepRule(**fields)


def _due(text: str, where: str) -> Fields:
    if found := DAY_OF.fullmatch(text):
        return {"by": Offset(ANCHORS[found["anchor"]])}
    found = DAYS_FROM.fullmatch(text)
    if not found:
        raise GuideError(
            f"{where}: due= cannot be “{text}”. Write “on ...”, or like “3 working days after ...” "
            f"or “1 day before ...”, and then one of: {', '.join(ANCHORS)}."
        )
    count = int(found["count"]) if found["side"] == "after" else -int(found["count"])
    is_working = found["unit"].startswith("working")
    return {"by": Offset(ANCHORS[found["anchor"]], count, "working days" if is_working else "days")}


def _every(text: str, where: str) -> Fields:
    return {"every": _chosen("every", text, {one: one for one in EVERY}, where)}


def _only_if(text: str, where: str) -> Fields:
    return {"needs": tuple(_chosen("only-if", one, NEEDS, where) for one in text.split(OR))}


def _until(text: str, where: str) -> Fields:
    return {_chosen("until", text, UNTIL, where): True}


def _chosen(key: str, text: str, choices: Mapping[str, T], where: str) -> T:
    if text not in choices:
        raise GuideError(f"{where}: {key}= cannot be “{text}”. {_one_of(choices)}")
    return choices[text]


def _one_of(choices: Iterable[str]) -> str:
    return f"Use one of: {', '.join(choices)}."


READERS: dict[str, Callable[[str, str], Fields]] = {
    NAME: lambda _text, _where: {},
    CORE: lambda _text, _where: {},
    ".logged": lambda _text, _where: {"logged": True},
    ".each-message": lambda _text, _where: {"rounds": True},
    "due=": _due,
    "every=": _every,
    "only-if=": _only_if,
    "until=": _until,
}
"""How each thing that may stand between the braces is read."""

WRITTEN = [f'{key}"..."' if key.endswith("=") else key for key in READERS if key != NAME]
"""The same, but the name, as an author is told of it."""
