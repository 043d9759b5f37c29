"""Whatever the records say that can be read, the program answers, with every part of the answer.

This is the fuzzer of records: `make test-all` tries 5,000 sets of them, `make test` a few. A record
here is of a kind and a shape that a reader's browser would keep or a copy could bring; what is in
it, and what stands beside it, is whatever an attacker likes.
"""

import json
import os
from datetime import date
from typing import Any

from any_records import GUIDE, state_of
from asking import Reader
from guide_steps import RULES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from followup import words
from followup.copies.backup import write_backup
from followup.copies.portable import portable
from followup.dates.plan import OUTCOMES
from followup.dates.rules import LIMITS
from followup.guide.messages import ADDRESSEE, MESSAGE_RULES
from followup.records.exchanges import EXCHANGES
from followup.records.record import ALL, CLOSED, CONTACT, PERSON, USUAL_FORMAT
from followup.records.settings import WEEKENDS
from followup.view.panels import PANELS

SETS = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 60
COUNTRY = {
    "country": "XX",
    "name": "Nowhere",
    "years": [1999, 2210],
    "weekend": [0, 1, 2, 3, 4, 5],
    "parts": [["P1", "Part 1"]],
    "names": ["Feast"],
    "format": 2,
    "whole": [["2027-01-04", 0]],
    "common": [[f"2026-{month:02}-{day:02}", 0] for month in range(1, 13) for day in range(1, 29)],
    "own": {},
}
FILES = {
    "holidays/XX.json": json.dumps(COUNTRY),
    "holidays/YY.json": None,
    "holidays/ZZ.json": "{",
    "holidays/index.json": None,
}

INTERVIEWS = ("a1", "b2", "c3", "d4")
DAYS = (
    *("0001-01-01", "1970-01-01", "1999-12-31", "2000-01-01", "2000-02-29", "2026-11-24"),
    *("2026-12-31", "2027-01-01", "2199-12-30", "2199-12-31", "2200-01-01", "9999-12-31"),
)
DAY = st.one_of(st.sampled_from(DAYS), st.dates().map(str))
TYPED = st.one_of(
    st.builds(
        lambda day, month, year: {"day": day, "month": month, "year": year},
        st.sampled_from(("1", "24", "28", "29", "30", "31", "", "0", "x", "1st", "٣")),
        st.sampled_from(("1", "2", "11", "12", "", "dec", "0", "13", "ma", "x" * 40)),
        st.sampled_from(
            (*("1997", "1998", "2000", "2026", "2027", "2199", "2202"), *("9999", "0000", "", "26"))
        ),
    ),
    st.dates().map(lambda day: {"day": str(day.day), "month": str(day.month), "year": f"{day:%Y}"}),
    st.builds(
        lambda text, first: {"day": text, "month": "", "year": "", "first": first},
        st.one_of(
            st.text(max_size=100),
            st.dates().map(str),
            st.dates().map("{0:%A} {0.day}/{0.month}/{0:%Y}".format),
        ),
        st.sampled_from(("", "day", "month", "x")),
    ),
)
TEXT = st.one_of(
    st.sampled_from(
        ("", " ", "0", "1", "60", "999", "-1", "XX", "YY", "P1", "<b>&\"'", *INTERVIEWS)
    ),
    st.text(max_size=20),
)
NAME = st.from_regex(r"[a-z][a-z0-9_-]{0,39}", fullmatch=True)
QUESTIONS = (*words.QUESTIONS, *(f"pin-{number}" for number in range(4)), "pin-0-1", "unknown")
TEXT_NAMES = (
    *(name.replace("_", "-") for name in LIMITS),
    *("employer", "role", "follows", "promised", "my-name", "my-phone", "country", "part"),
    *(f"message-{name}" for name in MESSAGE_RULES),
)
CHOICES: dict[str, tuple[str, ...]] = {
    "outcome": (*OUTCOMES, "none", "unknown"),
    "archived": ("yes", "no"),
    "first-channel": ("phone", "email", "other", "guide"),
    "later-channel": ("phone", "email", "other"),
    "weekend": (*WEEKENDS, "country"),
    "thanks": ("yes", "no"),
    "settings": ("guide", "own"),
    "show": ("core", "all"),
    "adviser-scope": ("one", "all"),
    "adviser-names": ("yes", "no"),
    "link-scope": ("one", "all"),
    "link-names": ("yes", "no"),
    "calendar-time": ("ten", "day"),
    "calendar-names": ("yes", "no"),
    ADDRESSEE: ("nobody", "to-e1", "to-e2"),
}
ENTRY = st.sampled_from(("e1", "e2", "e3", *(f"f{number}" for number in range(30))))
EXPORTS = ("backup", "link", "remind-later", "calendar-first-0", "calendar-later-1", "unknown")


def kinds() -> dict[str, st.SearchStrategy[dict[str, Any]]]:
    """Return, for each kind of record, what can be in it beside the common fields."""
    on = st.booleans()
    chosen = st.sampled_from([(name, value) for name in CHOICES for value in CHOICES[name]])
    return {
        "tick": st.fixed_dictionaries(
            {
                "step": st.one_of(st.sampled_from(sorted(RULES)), NAME),
                "round": st.sampled_from((0, 1, 2, 999)),
                "on": on,
            }
        ),
        "aside": st.fixed_dictionaries({"step": st.sampled_from(sorted(RULES)), "on": on}),
        "answer": st.fixed_dictionaries({"question": st.sampled_from(QUESTIONS), "typed": TYPED}),
        "text": st.fixed_dictionaries(
            {"name": st.one_of(st.sampled_from(TEXT_NAMES), NAME), "text": TEXT}
        ),
        "entry": st.fixed_dictionaries(
            {
                "form": st.sampled_from((CONTACT, PERSON, CLOSED, CONTACT, CLOSED, "unknown")),
                "entry": ENTRY,
                "fields": st.fixed_dictionaries(
                    {
                        "kind": st.sampled_from((*EXCHANGES, "moved", "unknown")),
                        "purpose": st.sampled_from((*words.PURPOSES, "follow_up", "unknown")),
                    }
                ),
                "dates": st.dictionaries(
                    st.sampled_from(
                        ("contact", "moved-to", "new-decision", "closed-first", "closed-last")
                    ),
                    TYPED,
                ),
                "texts": st.dictionaries(
                    st.sampled_from(("who", "note", "label", "name", "reach", "title")), TEXT
                ),
            }
        ),
        "removed": st.fixed_dictionaries({"entry": ENTRY, "on": on}),
        "choice": st.one_of(chosen, st.tuples(NAME, NAME)).map(
            lambda pair: {"name": pair[0], "value": pair[1]}
        ),
        "deleted": st.fixed_dictionaries({"on": on}),
        "exported": st.fixed_dictionaries(
            {
                "name": st.sampled_from(EXPORTS),
                "day": st.one_of(DAY, st.just("")),
                "on": on,
            }
        ),
    }


BACKED_UP = date(2026, 11, 24)
KEY = st.builds(
    "{}.{}.{}".format,
    st.one_of(st.integers(0, 99), st.sampled_from((9_999_999, 999_999_999))),
    st.sampled_from(("a", "b", "tab1")),
    st.sampled_from((0, 1, 999_999_999)),
)
WHOSE = st.sampled_from((*INTERVIEWS, *INTERVIEWS[:1] * 4, ALL, ALL))


def record(what: str, fields: dict[str, Any], of: str, written: str) -> str:
    """Return the text of a record."""
    common = {"format": USUAL_FORMAT, "interview": of, "written": written, "what": what}
    return json.dumps({**common, **fields})


RECORD = st.one_of(
    [st.builds(record, st.just(what), fields, WHOSE, DAY) for what, fields in kinds().items()]
)


@st.composite
def crowds(draw: st.DrawFn) -> dict[str, str]:
    """Give many records of one kind: a log, closed days without a gap, rounds in a circle."""
    kind = draw(st.sampled_from(("contacts", "closed", "circle", "people")))
    count = draw(st.integers(1, 30))
    written, year = draw(DAY), draw(st.sampled_from(("2000", "2026", "2199", "9999")))
    texts = {}
    for number in range(count):
        typed = {"day": "1", "month": str(number % 12 + 1), "year": year}
        last = {**typed, "day": "29"}
        form: dict[str, Any] = {"entry": f"f{number}", "fields": {}, "texts": {"name": "x"}}
        made: dict[str, tuple[str, dict[str, Any], str]] = {
            "contacts": (
                "entry",
                {
                    **form,
                    "form": CONTACT,
                    "fields": {"kind": "spoke", "purpose": "follow_up"},
                    "dates": {"contact": typed, "new-decision": last},
                },
                "a1",
            ),
            "closed": (
                "entry",
                {**form, "form": CLOSED, "dates": {"closed-first": typed, "closed-last": last}},
                "a1",
            ),
            "people": ("entry", {**form, "form": PERSON, "dates": {}}, "a1"),
            "circle": (
                "text",
                {"name": "follows", "text": f"r{(number + 1) % count}"},
                f"r{number}",
            ),
        }
        what, fields, of = made[kind]
        texts[f"{number}.crowd.{number}"] = record(what, fields, of, written)
    return texts


SET = st.builds(
    lambda *parts: {key: text for part in parts for key, text in part.items()},
    st.dictionaries(KEY, RECORD, max_size=25),
    st.one_of(st.just({}), crowds()),
    st.one_of(st.just({}), crowds()),
)
LAST_DAY = {
    "1.a.1": record(
        "answer",
        {"question": "interview", "typed": {"day": "31", "month": "12", "year": "9999"}},
        "a1",
        "9999-12-31",
    )
}
FIRST_DAY = {
    "1.a.1": record(
        "answer",
        {"question": "interview", "typed": {"day": "1", "month": "1", "year": "0001"}},
        "a1",
        "0001-01-01",
    )
}


@settings(
    max_examples=SETS,
    deadline=None,
    derandomize=SETS < 2_000,
    suppress_health_check=list(HealthCheck),
)
@given(
    SET, st.sampled_from(("a1", "b2", "r0", "new1", ALL)), DAY, ENTRY, st.one_of(st.just({}), SET)
)
@example(LAST_DAY, "a1", "2026-11-24", "e1", LAST_DAY)
@example(LAST_DAY, "a1", "9999-12-31", "e1", FIRST_DAY)
@example(FIRST_DAY, "a1", "2026-11-24", "e1", {})
@example(FIRST_DAY, "a1", "1970-01-01", "e1", {})
def test_every_part_of_the_answer_is_made_whatever_the_records_say(
    records: dict[str, str], shown: str, today: str, editing: str, copied: dict[str, str]
) -> None:
    """Every panel is drawn on any day, every interview that is there can be deleted, and a copy of
    other such records is looked at; what it brings can be taken."""
    reader = Reader(GUIDE, today)
    reader.records, reader.interview, reader.files = records, shown, dict(FILES)
    answer = reader.ask(
        changed=sorted(records)[:1],
        incoming={"kind": "file", "text": write_backup(portable(copied), BACKED_UP)},
        editing=editing,
        erased=[*INTERVIEWS],
        site="https://careers.example/",
        offsets=[[today, 60]],
    )

    if answer["take"]:
        reader.records = {**records, **answer["take"]["records"]}
        reader.ask(changed=[])
    outputs = answer["outputs"]
    assert {outputs[f"trouble.{name}"] for name in PANELS} == {""}
    rows = outputs["interviews.open"] + outputs["interviews.archived"]
    for interview in state_of(records).interviews():
        assert f'data-delete="{interview}"' in rows
    if today in {"2026-11-24", "2026-12-31"}:
        assert "clock of this device" not in outputs["notice"]
