"""How much work an answer is: it grows with what there is, and no faster. Turns of loops are counted,
as they do not depend on the machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from any_records import GUIDE, state_of
from asking import INTERVIEW, Reader, with_contacts

from followup.dates.civil_date import from_iso
from followup.records.answers import read_answers
from followup.view.parts.scene import Scene

MANY = 300


def turns(work: Callable[[], object]) -> int:
    """Return how many lines of Python it runs; a loop within a line counts at each turn."""
    count = 0

    def watch(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def scene_of(reader: Reader) -> Scene:
    """Return what the reader's interview is, with nothing worked out yet."""
    state = state_of(reader.records)
    return Scene(GUIDE, state, reader.interview, from_iso(reader.today))


def scenes_of_others(count: int) -> Callable[[], object]:
    """Interviews that follow each other in a circle: every scene, with the rounds after it."""
    reader = Reader(GUIDE)
    for number in range(count):
        reader.interview = f"i{number}"
        reader.choose("archived", "no")
        reader.text("follows", f"i{(number + 1) % count}")
    scene = scene_of(reader)
    return lambda: [
        (scene.of(one).interview, scene.of(one).rounds_after) for one in scene.interviews
    ]


def steps_of_the_list(count: int) -> Callable[[], object]:
    """A log that ticks steps."""
    scene = scene_of(with_contacts(Reader(GUIDE), count))
    return lambda: scene.checklist


def closed_days(count: int) -> Callable[[], object]:
    """Days on which the employer is closed."""
    reader = Reader(GUIDE)
    reader.answer("interview", "20 11 2026")
    for number in range(count):
        reader.enter("closed", f"c{number}", {"closed-first": f"{number % 28 + 1} 12 2026"})
    scene = scene_of(reader)
    return lambda: read_answers(scene.state, INTERVIEW, scene.today)


@pytest.mark.parametrize("work", [scenes_of_others, steps_of_the_list, closed_days])
def test_twice_as_much_is_twice_the_work_at_most(
    work: Callable[[int], Callable[[], object]],
) -> None:
    """Whatever a copy can bring by the thousand."""
    once, twice = turns(work(MANY)), turns(work(2 * MANY))

    assert twice < 2.4 * once
