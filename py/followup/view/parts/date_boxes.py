"""A date question: a fieldset with three labelled boxes, quick buttons, a native picker, the day
echoed with its weekday, and the place for the sentence when the answer is refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from htpy import Element, Node, button, div, fieldset, input, label, legend, p, span

from followup import words
from followup.dates.civil_date import Problem, Typed, order_taken, spread
from followup.view.parts.markup import View, place, prose, time_of

PARTS = ("day", "month", "year")


TODAY = {"today": words.FILLS[0]}
"""The quick button of a question for which no other is named."""


def blank(
    name: str,
    *,
    saves_itself: bool,
    fills: Mapping[str, str] = TODAY,
    beside: Node = None,
    else_today: bool = False,
) -> Element:
    """Return the question with empty boxes.

    Args:
        name: of the question.
        saves_itself: whether it is an answer by itself, and no part of a form.
        fills: texts of the quick buttons that are there before Python is, by what they fill in:
            "today", "yesterday", or "" for nothing.
        beside: what stands beside the quick buttons.
        else_today: whether a form that is sent with empty boxes means today.
    """
    question, hint = words.QUESTIONS[name]
    marks: dict[str, str | bool] = {"data-date": name, "data-else-today": else_today}
    if saves_itself:
        marks["data-question"] = name
    described = f"{name}-hint {name}-problem"
    return fieldset(marks, class_="date", id=field_id(name), aria_describedby=described)[
        legend[question],
        p(".hint", id=f"{name}-hint")[hint],
        p(".problem", {"data-output": f"problem.{name}"}, id=f"{name}-problem"),
        div(".fills")[
            [
                button({"data-fill": day}, type="button", id=f"fill-{name}-{day or 'none'}")[text]
                for day, text in fills.items()
            ],
            div(".more-fills", {"data-output": f"fills.{name}"}),
            beside,
        ],
        div(".boxes")[(_box(name, part) for part in PARTS)],
        label(".pick")[
            words.PICK,
            " ",
            input({"data-pick": True}, type="date", aria_label=f"{words.PICK}: {question}"),
        ],
        p(".echo")[place(f"echo.{name}")],
    ]


def field_id(name: str) -> str:
    """Return the element id of a question's fieldset."""
    return f"{name}-date"


def _box(name: str, part: str) -> Element:
    return div(".box", {"data-width": part})[
        label(for_=f"{name}-{part}")[words.BOXES[part]],
        input(
            {"data-part": part},
            type="text",
            inputmode="text" if part == "month" else "numeric",
            id=f"{name}-{part}",
            # No `maxlength`: it would cut a whole date that is pasted, without a word.
            autocomplete="off",
        ),
    ]


def fill(
    name: str,
    typed: Typed,
    day: date | None,
    problem: Problem | None,
    today: date,
    offsets: Sequence[int],
) -> View:
    """Return the boxes as typed, the echo or the problem, and the quick buttons with their days.

    A whole date that was typed into one box stands in the three boxes from then on. A year that
    was left out stands in its box as a hint: it is no text of the reader's, and may change with
    the day.
    """
    view = View()
    wrong = problem.boxes if problem else ()
    boxes = spread(typed)
    for part, text in zip(PARTS, (boxes.day, boxes.month, boxes.year), strict=True):
        view.inputs[f"{name}-{part}"] = {
            "value": text,
            "attributes": {"aria-invalid": "true" if part in wrong else None},
        }
    year = str(day.year) if day and typed.lacks_year() else None
    view.inputs[f"{name}-year"]["attributes"] = {
        "aria-invalid": "true" if "year" in wrong else None,
        "placeholder": year,
    }
    view.show(f"echo.{name}", [time_of(day), *order_notes([typed])] if day else None)
    view.show(f"problem.{name}", prose(problem.sentence) if problem else None)
    view.show(f"fills.{name}", [_quick_button(offset, today) for offset in offsets])
    return view


def order_notes(dates: Iterable[Typed]) -> list[Element]:
    """Return how dates of numbers were read that could be read in two ways."""
    taken = dict.fromkeys(filter(None, map(order_taken, dates)))
    return [span(".hint")[" ", words.ORDER_TAKEN[first]] for first in taken]


def named_button(day: date) -> Element:
    """Return a quick button that names its day, as in "Friday 4 December"."""
    return button({"data-fill": day.isoformat()}, type="button", title=words.spell_day(day))[
        words.spell_day_of_year(day)
    ]


def _quick_button(offset: int, today: date) -> Element:
    day = today + timedelta(days=offset)
    return button({"data-fill": day.isoformat()}, type="button", title=words.spell_day(day))[
        words.FILLS[offset]
    ]
