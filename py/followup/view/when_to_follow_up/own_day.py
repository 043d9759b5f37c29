"""The reader's own day for what a guide page is about: "Your day: Thursday 10 December 2026"."""

from dataclasses import dataclass

from htpy import Node, a, p

from followup import words
from followup.dates.plan import Kind
from followup.guide.contents import Guide
from followup.view.parts.markup import View, time_of
from followup.view.parts.scene import Scene

# From a guide page, which lies two folders deep.
DATES_ADDRESS = "../../plan/dates/"


@dataclass(frozen=True)
class OwnDay:
    """The panel of one kind of step: "day-first", "day-later" or "day-close"."""

    kind: Kind

    @property
    def name(self) -> str:
        """The name by which a page places it."""
        return f"day-{self.kind}"

    def blank(self, _guide: Guide) -> Node:
        """Return nothing: without a plan there is no day."""
        return None

    def fill(self, scene: Scene) -> View:
        """Return the day of the first such step that is still to do."""
        view = View()
        plan = scene.plan
        step = plan.find(self.kind) if plan and plan.state == "running" else None
        is_to_do = step is not None and step.state != "done"
        view.show(
            self.name,
            p(".own-day")[
                words.YOUR_DAY,
                time_of(step.day),
                step.state == "tentative" and words.IF_NOBODY_REPLIES,
                ". ",
                a(href=DATES_ADDRESS)[words.SEE_YOUR_DATES],
            ]
            if step and is_to_do
            else None,
        )
        return view


OWN_DAYS = {day.name: day for day in (OwnDay("first"), OwnDay("later"), OwnDay("close"))}
"""The panels, by name."""
