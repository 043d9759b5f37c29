"""The guide changes, what the reader ticked stays: a tick belongs to a step's name alone."""

from dataclasses import replace

from asking import Reader
from guide_steps import step

from followup.guide.contents import Guide, Page

KEPT = {"meet-names": True, "meet-next": False, "first-call": True, "first-log": False}


def ticks_in(guide: Guide, reader: Reader) -> dict[str, object]:
    """Return the ticks that the reader's records give with this guide, by step."""
    there = Reader(guide)
    there.records = dict(reader.records)
    inputs = there.ask()["inputs"]
    return {name: inputs[f"tick-{name}"]["checked"] for name in there.steps}


def test_a_step_that_is_reworded_is_still_ticked(guide: Guide, reader: Reader) -> None:
    """And one that was not ticked is still not, whatever its label says now."""
    for name, on in KEPT.items():
        reader.tick(name, on=on)
    labels = [step.label for step in guide.steps()]
    pages = [
        replace(page, title=f"New {page.title}", steps=tuple(replace(step, label=labels.pop()) for step in page.steps))
        for page in guide.pages
    ]  # fmt: skip
    new = Guide(tuple(pages))

    assert [step.label for step in new.steps()] != [step.label for step in guide.steps()]
    assert ticks_in(new, reader).items() >= KEPT.items()


def test_steps_that_are_moved_or_added_shift_no_tick(guide: Guide, reader: Reader) -> None:
    """Another order, another page, a new step before all others."""
    for name, on in KEPT.items():
        reader.tick(name, on=on)
    moved = tuple(reversed(list(guide.steps())))
    new = Guide((Page("guide/other.md", "Other", (step("prep-sheet", "New"), *moved)),))

    assert ticks_in(new, reader).items() >= {"prep-sheet": False, **KEPT}.items()


def test_the_tick_of_a_step_that_is_taken_out_is_kept(guide: Guide, reader: Reader) -> None:
    """It is in nobody's way, and there again should the step come back."""
    for name, on in KEPT.items():
        reader.tick(name, on=on)
    reader.tick("gone-step")
    without = Guide(guide.pages[1:])
    answer = Reader(without)
    answer.records = dict(reader.records)

    assert "meet-names" not in ticks_in(without, reader)
    assert answer.ask()["outputs"]["notice"] == ""
    assert ticks_in(without, reader)["first-call"] is True
    assert ticks_in(guide, reader).items() >= KEPT.items()
