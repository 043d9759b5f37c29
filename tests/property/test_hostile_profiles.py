"""Whatever a careers office's link holds, it is read or refused, and the program answers.

`make test-all` tries 2,000 of each kind, `make test` some.
"""

import os
from functools import cache
from typing import Any

from any_records import GUIDE
from asking import Reader
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saved_files import saved

from followup.errors import LinkError
from followup.json_text import write_json
from followup.packed import pack
from followup.records.office import _WORDS, MARK, NUMBERS, VERSION, read_profile, write_profile
from followup.records.record import ALL, LONGEST_TEXT

TIMES = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 15
often = settings(
    max_examples=TIMES,
    deadline=None,
    derandomize=TIMES < 1_000,
    suppress_health_check=list(HealthCheck),
)
REASONS = {"incomplete", "damaged", "newer", "large", "refused"}
OLD = [one["text"] for one in saved("offices-1.json")["links"]]

ANY = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
TEXT = st.one_of(
    st.text(max_size=90),
    st.sampled_from(
        ("", "Careers", "<script>alert(1)</script>", "{gap}", "{nothing}", "\u202e", "x" * 81, "javascript:1", "https://a.b/c", "http://[", "\x00")
    ),
)  # fmt: skip
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(("a", "b1", "list", "start-list", "")),
            TEXT,
            st.sampled_from(("", "interview", "decision", "outcome", "first")),
            st.integers(-70, 70),
        ),
        ANY,
    ),
    max_size=12,
)
PROFILES = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXT,
        "contact": TEXT,
        "web": TEXT,
        "country": st.one_of(st.sampled_from(("GB", "XX", "ZZ", "", "gb")), ANY),
        "part": st.one_of(st.sampled_from(("ENG", "P1", "")), ANY),
        "numbers": st.one_of(
            st.dictionaries(st.sampled_from(list(NUMBERS)), st.integers(-1, 70), max_size=4), ANY
        ),
        "first": st.one_of(st.sampled_from(("phone", "email", "other", "")), ANY),
        "thanks": st.one_of(st.sampled_from(("yes", "no", "")), ANY),
        "steps": st.one_of(STEPS, ANY),
        "asks-shared": ANY,
        "later": ANY,
    },
)  # fmt: skip


SEEN = {
    "panels": [
        "office-offer",
        "office-in-use",
        "office-steps",
        "plan",
        "checklist",
        "settings",
        "calendar-file",
    ],
    "messages": [],
}
"""Where a profile is shown, or changes what is shown."""


def interviewed() -> Reader:
    """Return somebody whose interview was on 24 November 2026."""
    reader = Reader(GUIDE)
    reader.answer("interview", "24 11 2026")
    return reader


@cache
def plan_of_nobody() -> str:
    """Return the plan without any office."""
    plan: str = interviewed().ask(**SEEN)["outputs"]["plan"]
    return plan


def answers_to(text: str) -> dict[str, Any]:
    """Return how the program answers where a link is open and the same stands in the store."""
    reader = interviewed()
    opened = {"incoming": {"kind": "office", "text": MARK + text}, **SEEN}
    alone = reader.ask(**opened)
    if len(text) <= LONGEST_TEXT:
        reader.text("office", text, ALL)
        reader.ask(**opened)
    return alone


def check(text: str) -> None:
    """It is refused with a reason, or read, and then written so that it reads the same; and nothing
    of the plan changes before it is taken."""
    try:
        profile = read_profile(text)
    except LinkError as error:
        assert error.reason in REASONS  # noqa: PT017
    else:
        assert read_profile(write_profile(profile)) == profile
    answer = answers_to(text)
    assert answer["outputs"]["plan"] == plan_of_nobody()
    assert "<script" not in "".join(answer["outputs"].values())


@often
@given(PROFILES)
def test_a_profile_that_says_anything(fields: dict[str, object]) -> None:
    """Packed as by somebody who knows how."""
    check(pack(write_json(fields), VERSION, _WORDS))


@often
@given(ANY)
def test_a_link_that_holds_anything(value: object) -> None:
    """Also what is no profile at all."""
    check(pack(write_json(value), VERSION, _WORDS))


@often
@given(st.sampled_from(OLD), st.integers(0, 260), st.integers(0, 6), st.text(max_size=8))
def test_a_link_that_was_changed_anywhere(old: str, place: int, length: int, other: str) -> None:
    """Cut, doubled, damaged, with something in it."""
    check(old[:place] + other + old[place + length :])
