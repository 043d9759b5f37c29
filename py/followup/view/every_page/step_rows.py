"""The rows of steps, in a guide page and on the Checklist page: box, label, date, "log it"."""

from collections.abc import Iterable, Mapping

from htpy import Element, Node, a, button, div, input, label, li, p, span, ul

from followup import words
from followup.guide.checklist import Item
from followup.guide.contents import Step
from followup.view.every_page.numbers import spans
from followup.view.parts.markup import View, place, prose

FORETOLD = {"start-list": "list", "first-script": "text", "thanks-write": "text"}
"""The steps that can be ticked by what is done beside them, with what that is."""

LOG_ADDRESS = "../../plan/dates/#log-a-contact"
"""From a guide page or a tool page, both of which lie two folders deep."""


def blank(steps: Iterable[Step], *, can_be_set_aside: bool = False) -> Element:
    """Return the list of steps, nothing ticked."""
    return ul(".steps")[(_row(step, None, can_be_set_aside=can_be_set_aside) for step in steps)]


def drawn(steps: Iterable[Step], items: Mapping[str, Item]) -> Element:
    """Return a list of steps that no page has as it is built, with their dates. The ticks are set
    by `fill`, as everywhere."""
    return ul(".steps")[(_row(step, items.get(step.name), can_be_set_aside=True) for step in steps)]


def _row(step: Step, item: Item | None, *, can_be_set_aside: bool) -> Element:
    return li(
        {"data-core": "true" if step.core else "false", "data-state": _state(item)},
        id=step.name,
        class_="step",
    )[
        input(
            {"data-tick": step.name, "data-round": "0"},
            type="checkbox",
            id=f"tick-{step.name}",
            autocomplete="off",
        ),
        div(".step-text")[
            label(id=f"label-{step.name}", for_=f"tick-{step.name}")[spans(step.label)],
            step.hint and p(".hint")[spans(step.hint)],
            span(".step-notes")[
                place(f"due.{step.name}")[_due(item) if item else _foretold(step.name)],
                step.rule.logged and _log_link(step),
            ],
        ],
        can_be_set_aside and _aside_button(step, is_aside=item is not None and item.aside),
    ]


def _log_link(step: Step) -> Element:
    # Named by the label as it stands, whose numbers may be the reader's own.
    name = f"log-{step.name}"
    named_by = f"{name} label-{step.name}"
    return a(".log-it", id=name, href=LOG_ADDRESS, aria_labelledby=named_by)[words.LOG_IT]


def _aside_button(step: Step, *, is_aside: bool) -> Element:
    return button(
        {"data-aside": step.name},
        type="button",
        class_="aside",
        id=f"aside-{step.name}",
        aria_pressed="true" if is_aside else "false",
        aria_describedby=step.name,
    )[words.plain(words.STEP_ASIDE)]


def fill(items: Iterable[Item]) -> View:
    """Return the ticks, states and dates of the steps."""
    view = View()
    for item in items:
        view.inputs[f"tick-{item.name}"] = {
            "checked": item.done,
            "attributes": {"data-round": str(item.number)},
        }
        marks: dict[str, str | None] = {"data-state": _state(item)}
        if item.rule.needs:
            marks["data-brought"] = "true" if item.is_brought else None
        view.inputs[item.name] = {"attributes": marks}
        view.inputs[f"aside-{item.name}"] = {
            "attributes": {"aria-pressed": "true" if item.aside else "false"}
        }
        view.show(f"due.{item.name}", _due(item))
    return view


def without_dates(names: Iterable[str]) -> View:
    """Return the steps without their dates, which cannot be told. Ticks the page knows itself."""
    view = View()
    for name in names:
        view.show(f"due.{name}", None)
    return view


def _state(item: Item | None) -> str:
    if item is None:
        return "open"
    if item.aside:
        return "aside"
    if item.done:
        return "done"
    return item.due.state if item.due and item.due.state in ("earlier", "passed") else "open"


def _foretold(name: str) -> str | None:
    return words.TICKED_BY[FORETOLD[name]] if name in FORETOLD else None


def _due(item: Item) -> Node:
    if item.aside:
        return prose(words.STEP_ASIDE)
    if item.why:
        return words.TICKED_BY[item.why]
    if item.every:
        return words.EVERY[item.every]
    if item.due is None:
        return _foretold(item.name) if item.counts else None
    if item.due.state == "passed":
        return prose(words.STEP_PASSED)
    return prose(words.step_due(item.due.state, item.due.day))
