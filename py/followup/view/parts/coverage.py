"""What the dates of a plan do not know about public holidays."""

from collections.abc import Iterator
from datetime import date

from followup import words
from followup.view.parts.scene import Scene
from followup.words import Sentence


def coverage_note(scene: Scene) -> Sentence:
    """Return what the plan's dates do not know about public holidays; nothing if they know all."""
    if not scene.settings.country:
        return ()
    if scene.country is None:
        return words.holidays_missing(superseded=scene.superseded)
    note: Sentence = ()
    if not all(scene.country.covers(day) for day in _planned_days(scene)):
        note += words.years_not_known(*scene.country.years)
    if scene.plan and scene.country.lacks_part(scene.settings.part):
        note += (" ",) if note else ()
        note += words.part_not_chosen(scene.country.name)
    return note


def _planned_days(scene: Scene) -> Iterator[date]:
    """Yield every day that a date of the plan is on, or would be on if it were not closed."""
    for step in scene.plan.steps if scene.plan else ():
        if step.state != "done":
            yield step.moved_from or step.day
            yield step.day
