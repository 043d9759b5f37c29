"""The guide as the tools see it: pages with their steps, in order. Read from the pages at build."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Literal

from followup.dates.plan import Outcome
from followup.errors import GuideError
from followup.guide.steps import ALWAYS, Offset, StepRule

StageName = Literal[
    "prepare", "interview", "same_day", "dates", "wait", "first", "later", "outcome"
]
"""A stage of the journey from getting ready to the outcome, in order."""

Joint = Literal["and", "if_it_fits", "or"]
"""How a page of a stage goes with the ones before it, in the order in which they stand."""


@dataclass(frozen=True)
class Step:
    """A step of the guide: its name, its words, whether it is on the short list, and what dates it.

    Numbers that a setting changes stand in label and hint as their authors wrote them, as in
    "{gap} days"; `followup.guide.numbers` fills them in.
    """

    name: str
    label: str
    core: bool = False
    hint: str = ""
    rule: StepRule = ALWAYS


@dataclass(frozen=True)
class Template:
    """A message of the guide: its name, its title, and its words with blanks in square brackets.

    Its rule, and how it is filled: `followup.guide.messages`.
    """

    name: str
    title: str
    text: str


@dataclass(frozen=True)
class Page:
    """A guide page that holds steps.

    Attributes:
        path: where it stands below the documents' folder, as in "guide/prepare.md".
        messages: those that stand on it, in order.
        stage: where it stands in the journey; None if beside it.
        joint: how it goes with the pages of its stage before it; None for the first.
        outcome: the outcome that its steps follow; None if they follow no outcome.
    """

    path: str
    title: str
    steps: tuple[Step, ...]
    messages: tuple[Template, ...] = ()
    stage: StageName | None = None
    joint: Joint | None = None
    outcome: Outcome | None = None

    @property
    def address(self) -> str:
        """The page's address below the site's, as in "guide/prepare/"."""
        return "" if self.path == "index.md" else self.path.removesuffix(".md") + "/"


@dataclass(frozen=True)
class Guide:
    """All pages that hold steps, in reading order."""

    pages: tuple[Page, ...]

    def steps(self) -> Iterator[Step]:
        """Yield every step in reading order."""
        for page in self.pages:
            yield from page.steps

    @cached_property
    def rules(self) -> Mapping[str, StepRule]:
        """The rule of every step by its name, in reading order."""
        return {step.name: step.rule for step in self.steps()}

    @cached_property
    def templates(self) -> Mapping[str, Template]:
        """Every message by its name, in reading order."""
        return {message.name: message for page in self.pages for message in page.messages}

    def to_json(self) -> str:
        """Return the guide as JSON text, always the same for the same guide.

        What is false or empty is left out: most of every rule is.
        """
        return self._json

    @cached_property
    def _json(self) -> str:
        fields = {"pages": [asdict(page, dict_factory=_only_said) for page in self.pages]}
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Guide":
        """Return the guide written by `to_json`.

        Raises:
            GuideError: the text was not written by `to_json`.
        """
        try:
            return cls(tuple(_page(page) for page in json.loads(text)["pages"]))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GuideError(f"guide.json cannot be read: {error!r}. Run make runtime.") from error


def _only_said(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in fields if value}


def _page(fields: dict[str, Any]) -> Page:
    return Page(
        path=fields["path"],
        title=fields["title"],
        steps=tuple(_step(step) for step in fields.get("steps", ())),
        messages=tuple(Template(**message) for message in fields.get("messages", ())),
        stage=fields.get("stage"),
        joint=fields.get("joint"),
        outcome=fields.get("outcome"),
    )


def _step(fields: dict[str, Any]) -> Step:
    return Step(**{**fields, "rule": _rule(fields.get("rule", {}))})


def _rule(fields: dict[str, Any]) -> StepRule:
    by = Offset(**fields["by"]) if fields.get("by") else None
    return StepRule(**{**fields, "by": by, "needs": tuple(fields.get("needs", ()))})
