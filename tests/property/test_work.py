"""How much work an answer is: it grows with what there is, and no faster. Calls are counted, as they
do not depend on the machine."""

import sys
from collections.abc import Callable

import pytest
from asking import Reader, with_contacts
from test_hostile_records import GUIDE


def calls(ask: Callable[[], object]) -> int:
    """Return how many calls of functions it takes: the work, whatever the machine."""
    count = 0

    def watch(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        ask()
    finally:
        sys.setprofile(before)
    return count


def in_a_circle(reader: Reader, count: int) -> Reader:
    """Return the reader with as many interviews, each the round after the next."""
    for number in range(count):
        reader.interview = f"i{number}"
        reader.answer("interview", "20 11 2026")
        reader.text("follows", f"i{(number + 1) % count}")
    return reader


def with_closed_days(reader: Reader, count: int) -> Reader:
    """Return the reader with as many closed days."""
    reader.answer("interview", "20 11 2026")
    for number in range(count):
        reader.enter("closed", f"c{number}", {"closed-first": f"{number % 28 + 1} 12 2026"})
    return reader


@pytest.mark.parametrize("many", [in_a_circle, with_contacts, with_closed_days])
def test_twice_as_much_is_twice_the_work_at_most(
    many: Callable[[Reader, int], Reader],
) -> None:
    """Interviews that follow each other, contacts in the log, closed days."""
    once = many(Reader(GUIDE), 150)
    twice = many(Reader(GUIDE), 300)

    assert calls(twice.ask) < 2.5 * calls(once.ask)
