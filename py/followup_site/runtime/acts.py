"""What a reader does, as the page writes it into records: one function each."""

import json
from collections.abc import Iterator, Mapping, Sequence

from followup.records.record import FORMAT_OF_MOVES

INTERVIEW = "interview1"


def answer(question: str, typed: Sequence[str]) -> dict[str, object]:
    """Return what answers a date question."""
    return {"what": "answer", "question": question, "typed": boxes(typed)}


def entry(
    name: str, kind: str, purpose: str, day: Sequence[str], decision: Sequence[str]
) -> dict[str, object]:
    """Return what logs a contact."""
    return {
        "what": "entry",
        "form": "contact",
        "entry": name,
        "fields": {"kind": kind, "purpose": purpose},
        "dates": {"contact": boxes(day), "new-decision": boxes(decision)},
        "texts": {},
    }


def move(
    name: str, told: Sequence[str], to: Sequence[str], decision: Sequence[str]
) -> dict[str, object]:
    """Return what logs that they moved the interview."""
    logged = entry(name, "moved", "follow_up", told, decision)
    dates = {"contact": boxes(told), "moved-to": boxes(to), "new-decision": boxes(decision)}
    return {"format": FORMAT_OF_MOVES, **logged, "dates": dates}


def form(
    name: str, form: str, dates: Mapping[str, Sequence[str]], texts: Mapping[str, str]
) -> dict[str, object]:
    """Return what sends a form without choices."""
    answered = {question: boxes(typed) for question, typed in dates.items()}
    head = {"what": "entry", "form": form, "entry": name}
    return {**head, "fields": {}, "dates": answered, "texts": texts}


def text(name: str, text: str) -> dict[str, object]:
    """Return what types a text: of the interview, if it is its own."""
    is_own = name == "promised" or name.startswith("message-")
    of = {} if is_own else {"interview": "all"}
    return {"what": "text", "name": name, "text": text, **of}


def choice(name: str, value: str, of: str = INTERVIEW) -> dict[str, object]:
    """Return what chooses one of several."""
    return {"what": "choice", "name": name, "value": value, "interview": of}


def cancelled() -> dict[str, object]:
    """Return what says that they cancelled the interview."""
    return {"format": FORMAT_OF_MOVES, **choice("outcome", "cancelled")}


def boxes(typed: Sequence[str]) -> dict[str, str]:
    """Return a typed date as its three boxes hold it; perhaps with what comes first in numbers."""
    return dict(zip(("day", "month", "year", "first"), typed, strict=False))


def exports() -> Iterator[dict[str, object]]:
    """Yield what says that something was exported, or no longer is."""
    names = ("calendar-first-0", "form-first-0", "backup", "link", "remind-later", "unknown")
    for name in names:
        of = INTERVIEW if name.endswith("-0") else "all"
        for day, on in (("2026-12-01", True), ("", True), ("", False)):
            yield {"what": "exported", "name": name, "day": day, "on": on, "interview": of}


def asked_twice(question: str, number: int) -> tuple[str, str]:
    """Return a question that has all records in it, and the same over what is held by then, without
    the last of them."""
    fields = json.loads(question)
    over = {"records": {}, "dropped": list(fields["records"])[-1:], "over": number}
    return json.dumps(fields | {"number": number}), json.dumps(fields | over)
