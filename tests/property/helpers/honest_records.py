"""Records as our own pages write them, and what they say."""

import json
from typing import Any, TypeVar

from hypothesis import strategies as st

from followup.records.record import ALL
from followup.records.state import FactName, State

NAME = "Ms Lee"

T = TypeVar("T")

PLACES = ("one", "two", ALL)

DAYS = st.sampled_from(("2026-11-24", "2026-11-20", "2026-12-01"))

BOXES = st.fixed_dictionaries(
    {"day": st.sampled_from(("1", "24", "", "x")), "month": st.just("11"), "year": st.just("2026")}
)

STEPS = st.sampled_from(("meet-names", "mail-send", "gone-step"))


def kind(what: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for the fields of one kind of record."""
    return st.fixed_dictionaries({"what": st.just(what), **fields})


EVENTS = st.one_of(
    kind("tick", step=STEPS, round=st.integers(0, 1), on=st.booleans()),
    kind("aside", step=STEPS, on=st.booleans()),
    kind("answer", question=st.sampled_from(("interview", "interview", "pin-0")), typed=BOXES),
    kind("text", name=st.sampled_from(("employer", "promised", "unheard-of")), text=st.just(NAME)),
    kind(
        "text",
        name=st.sampled_from(("gap", "country", "follows")),
        text=st.sampled_from(("", "9", "two")),
    ),
    kind(
        "entry",
        form=st.sampled_from(("contact", "contact", "person", "closed", "unheard-of")),
        fields=st.fixed_dictionaries({}, optional={"kind": st.sampled_from(("called", "moved"))}),
        dates=st.fixed_dictionaries({}, optional={"contact": BOXES, "moved-to": BOXES}),
        texts=st.fixed_dictionaries({}, optional={"note": st.just(NAME), "who": st.just(NAME)}),
        entry=st.sampled_from(("e1", "e2")),
    ),
    kind("removed", entry=st.sampled_from(("e1", "e2")), on=st.booleans()),
    kind(
        "choice",
        name=st.sampled_from(("show", "outcome")),
        value=st.sampled_from(("core", "offer", "cancelled")),
    ),
    kind(
        "exported",
        name=st.sampled_from(("backup", "calendar-first-0")),
        day=st.sampled_from(("", "2026-12-01")),
        on=st.booleans(),
    ),
)

DELETED = kind("deleted", on=st.booleans())

COUNTED = st.builds("{}.{}.{}".format, st.integers(1, 40), st.sampled_from("ab"), st.integers(1, 3))


def records(
    events: st.SearchStrategy[dict[str, Any]], keys: st.SearchStrategy[str] = COUNTED
) -> st.SearchStrategy[dict[str, str]]:
    """Return a strategy for texts of records by key."""
    head = st.fixed_dictionaries(
        {
            "format": st.sampled_from((1, 2, 2, 3)),
            "interview": st.sampled_from(PLACES),
            "written": DAYS,
        }
    )
    texts = st.builds(lambda first, rest: json.dumps(first | rest), head, events)
    return st.dictionaries(keys, texts, max_size=25)


HONEST = records(EVENTS)


def said(state: State) -> dict[str, dict[FactName, str]]:
    """Return what the facts of a state say, but for "it is not deleted", which nobody sees."""
    return {
        of: {name: repr(fact.event) for name, fact in facts.items() if name != ("deleted",)}
        for of, facts in state.facts.items()
    }
