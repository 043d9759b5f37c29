"""What can be done with the dates that a link brings: they fill questions that nobody has answered,
or they make a new interview. An answer that stands is never written over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup.view.parts.scene import Scene


@dataclass(frozen=True)
class Offer:
    """What can be done with the days of a link.

    Attributes:
        days: those that can be used, by question.
        here: those that would fill a question of this interview; none if another date stands here.
        others: what stands here in the place of one of them; None for no day.
        twin: id of another interview that has just these days; empty for none.
    """

    days: Mapping[str, date]
    here: Mapping[str, date]
    others: Mapping[str, date | None]
    twin: str


NOTHING = Offer({}, {}, {}, "")


def offer_of(scene: Scene) -> Offer:
    """Return what can be done with the dates of the link; nothing if there is none."""
    return scene.once(_offer)


def _offer(scene: Scene) -> Offer:
    days = scene.link_dates.days if scene.link_dates else {}
    if not days:
        return NOTHING
    empty = {name: day for name, day in days.items() if _is_open(scene, name)}
    others = {
        name: _held(scene)[name]
        for name, day in days.items()
        if name not in empty and not _stands(scene, name, day)
    }
    return Offer(days, {} if others else empty, others, _twin(scene, days) if others else "")


def _is_open(scene: Scene, name: str) -> bool:
    """Return whether nobody has answered a question. That they named no day is an answer."""
    if name == "decision":
        return scene.state.answered(scene.interview_id, name) is None
    return scene.state.typed(scene.interview_id, name).is_blank()


def _held(scene: Scene) -> Mapping[str, date | None]:
    return {"interview": scene.answers.interview, "decision": scene.answers.decision}


def _stands(scene: Scene, name: str, day: date) -> bool:
    """Return whether an interview has that day, or had it before they moved it."""
    moved_from = scene.answers.answered_interview if name == "interview" else None
    return day in (_held(scene)[name], moved_from)


def _twin(scene: Scene, days: Mapping[str, date]) -> str:
    def has_all(its: Scene) -> bool:
        return all(_stands(its, name, day) for name, day in days.items())

    found = scene.each("dates of a link", has_all, otherwise=False)
    return next((one.id for one, is_same in found if is_same), "")
