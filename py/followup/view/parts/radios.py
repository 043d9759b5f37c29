"""Radio buttons: one of several, by name; where they save themselves, each press is a record."""

from collections.abc import Callable, Iterator, Mapping

import htpy
from htpy import Element, label

from followup.view.parts.markup import View

Marks = dict[str, str | None]


def blank(
    name: str,
    options: Mapping[str, str],
    default: str,
    *,
    prefix: str = "",
    form_marks: Callable[[str], Marks] | None = None,
    marks: Callable[[str], Marks] = lambda _value: {},
) -> Iterator[Element]:
    """Yield a labelled button for each option.

    Args:
        name: of the choice, as it is kept in records.
        options: text of each value.
        default: the value that is chosen as long as nothing is known.
        prefix: what the element ids begin with, if that is not the name.
        form_marks: gives the marks of each value in a form, where nothing saves itself.
        marks: gives further marks of each value where it does.
    """
    for value, text in options.items():
        own = form_marks(value) if form_marks else {"data-choice": name, **marks(value)}
        yield label[
            htpy.input(
                own,
                type="radio",
                name=name,
                value=value,
                id=_id(prefix or name, value),
                checked=value == default,
                autocomplete="off",
            ),
            " ",
            text,
        ]


def fill(prefix: str, options: Mapping[str, str], chosen: str) -> View:
    """Return the buttons with one of them chosen; `prefix` is what their ids begin with."""
    view = View()
    for value in options:
        view.inputs[_id(prefix, value)] = {"checked": value == chosen}
    return view


def _id(prefix: str, value: str) -> str:
    return f"{prefix}-{value}"
