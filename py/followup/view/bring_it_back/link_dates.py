"""Dates that a link brings: which, what they would change, and what to do with them. Nothing is
saved before the reader says so, and nothing that is here is written over.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from htpy import Element, Node, button, div, h2, li, p, ul

from followup import words
from followup.guide.contents import Guide
from followup.json_text import write_json
from followup.records.record import USUAL_FORMAT
from followup.view.every_page.switcher import is_worth_saying
from followup.view.parts.link_offer import Offer, offer_of
from followup.view.parts.markup import View, prose
from followup.view.parts.names import name_of
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer
from followup.words import Sentence

NOTICE, TITLE = "dates-of-link", "dates-of-link-title"

TRIED = "link"
"""Id of the interview, in thought alone, that has just the days of the link."""

LAST = 999_999_999
"""A clock that is later than all records."""

TOGETHER = "together"
"""How the page calls an undo of what was written as one act."""


def blank(_guide: Guide) -> Node:
    """Return the place, in which nothing stands unless a link brings dates."""
    return div({"data-output": "restore.dates"})


def fill(scene: Scene) -> View:
    """Return what the link brings; without one that dates were taken, if that was the last act."""
    view = View()
    undo = scene.store.undo if scene.store else ""
    taken = _taken() if undo == TOGETHER else None
    view.show("restore.dates", _notice(scene) if scene.link_dates else taken)
    return view


def _taken() -> Element:
    return div(".taken", {"data-taken": TOGETHER})[
        p[words.LINK_DATES_TAKEN],
        div(".actions")[
            button({"data-take": "undo"}, type="button", id="undo-link-dates")[words.TAKE_UNDO]
        ],
    ]


def _notice(scene: Scene) -> Element:
    offer = offer_of(scene)
    refused = scene.link_dates.refused if scene.link_dates else {}
    return div(".brought", id=NOTICE, tabindex="-1", role="group", aria_labelledby=TITLE)[
        h2(id=TITLE)[words.LINK_DATES],
        p[prose(words.link_brings(offer.days)), " ", prose(_is_saved(offer))]
        if offer.days
        else None,
        (p(".problem", {"data-refused": name})[prose(why)] for name, why in refused.items()),
        _changes(scene, offer),
        _preview(scene, offer),
        div(".actions")[_ways(scene, offer)],
    ]


def _is_saved(offer: Offer) -> Sentence:
    return words.LINK_NOT_SAVED if offer.here or offer.others else words.LINK_SAME


def _changes(scene: Scene, offer: Offer) -> Node:
    """Return which dates stand here already, and where those of the link would go."""
    if not offer.days:
        return None
    if offer.others:
        return [
            p[prose(words.LINK_DIFFERS)],
            ul[
                (
                    li[prose(words.link_beside(_legend(name), held, offer.days[name]))]
                    for name, held in offer.others.items()
                )
            ],
            _twin(scene, offer.twin),
        ]
    if not offer.here:
        return None
    if not is_worth_saying(scene):
        return None
    return p[words.LINK_GOES_TO, name_of(scene), words.FULL_STOP]


def _twin(scene: Scene, interview_id: str) -> Node:
    found = next((one for one in scene.interviews if one.id == interview_id), None)
    if found is None:
        return None
    name = name_of(scene.of(found))
    return [
        p[words.LINK_HAS_TWIN, name, words.FULL_STOP],
        div(".actions")[
            button({"data-switch": interview_id}, type="button", id="show-twin")[
                words.SHOW, " ", name
            ]
        ],
    ]


def _legend(name: str) -> str:
    return words.QUESTIONS[name][0]


def _preview(scene: Scene, offer: Offer) -> Node:
    """Return what comes next with these dates."""
    if offer.here:
        says = answer(_tried(scene, offer.here, scene.interview_id))
    elif offer.others:
        says = answer(_tried(scene, offer.days, TRIED))
    else:
        return None
    return [p[words.LINK_WOULD_SAY], p(".answer")[prose(says)]]


def _tried(scene: Scene, days: Mapping[str, date], interview_id: str) -> Scene:
    """Return the scene of an interview, had the reader answered with these days."""
    answered = {
        f"{LAST}.{TRIED}.{number}": _record(interview_id, scene.today, name, day)
        for number, (name, day) in enumerate(days.items(), 1)
    }
    there = scene.with_records({**scene.texts, **answered})
    return replace(there, interview_id=interview_id)


def _record(interview_id: str, today: date, question: str, day: date) -> str:
    return write_json(
        {
            "format": USUAL_FORMAT,
            "interview": interview_id,
            "what": "answer",
            "written": today.isoformat(),
            "question": question,
            "typed": {"day": str(day.day), "month": str(day.month), "year": str(day.year)},
        }
    )


def _ways(scene: Scene, offer: Offer) -> Node:
    count = len(offer.days)
    leave = words.leave_dates(count) if offer.here or offer.others else words.LINK_CLOSE
    may_be_new = offer.others or (offer.here and is_worth_saying(scene))
    return [
        _way("use", words.use_dates(len(offer.here)), offer.here, primary=True)
        if offer.here
        else None,
        _way("new", words.add_dates(count), offer.days, primary=not offer.here)
        if may_be_new
        else None,
        _way("leave", leave, {}, primary=False),
    ]


def _way(how: str, text: str, days: Mapping[str, date], *, primary: bool) -> Element:
    marks = {"data-link-dates": how}
    marks |= {f"data-{name}-day": day.isoformat() for name, day in days.items()}
    class_ = "primary" if primary else None
    return button(marks, type="button", id=f"link-dates-{how}", class_=class_)[text]
