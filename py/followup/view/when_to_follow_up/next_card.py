"""The card: the one next contact, how, when and why, its words, and what to press; by time.

Before the day it is looked forward to; from the day on it says whom to reach, and asks what
happened. It stands on the start page and on the page of dates.
"""

from htpy import Element, Node, a, button, details, div, p, pre, span, summary

from followup import words
from followup.dates.plan import DatedStep
from followup.guide.fitting_messages import fitting
from followup.guide.reach import address_to_press
from followup.records.people import Person
from followup.view.parts.markup import prose, time_of, unseen
from followup.view.parts.message_text import facts_of, message_of
from followup.view.parts.reasons import why
from followup.view.parts.scene import Scene

CARD = "next-card"
"""Id of the card, which gets the focus once something is logged."""

SENT_BY = {"phone": "called", "email": "emailed", "other": "other"}
HEARD_BY = {"phone": "spoke", "email": "they-emailed", "other": "they-other"}
"""Kind of entry that each way of contact makes, without an answer and with one."""


def marks_of(step: DatedStep) -> dict[str, str]:
    """Return the marks of a dated step, which the page promises."""
    return {"data-step": step.kind, "data-state": step.state, "data-channel": step.channel}


def contents(step: DatedStep, scene: Scene, tools: str, how_soon: str) -> Node:
    """Return what stands in the card of a step that is due or next.

    Args:
        step: the current one of the plan.
        scene: of the interview.
        tools: where the pages of the plan stand, seen from the page.
        how_soon: its state in a few words.
    """
    return [
        span(".state")[how_soon],
        div(".step-answer")[
            p(".when")[time_of(step.day)],
            p(".what")[_what(step, scene)],
            p(".why")[prose(why(step))],
        ],
        _close(scene) if step.kind == "close" else _ways_on(step, scene, tools),
    ]


def logged_today(scene: Scene) -> Node:
    """Return what was last logged today, with the way to undo it beside it; nothing if it was not
    today or no longer counts."""
    counting = [one for one in scene.answers.log if one.contacts and not one.removed]
    last = max(counting, key=lambda one: one.stamp, default=None)
    if last is None or last.written != scene.today:
        return None
    return p(".logged-today")[
        span[words.LOGGED_TODAY, words.LOG_TEXTS[last.kind]],
        " ",
        button({"data-remove": last.id, "data-on": "true"}, type="button", id="undo-logged")[
            words.UNDO, unseen(f": {words.LOG_TEXTS[last.kind]}")
        ],
    ]


def _what(step: DatedStep, scene: Scene) -> Node:
    doing = words.capital_first(words.action(step.kind, step.channel))
    late = words.do_it(step.act_on, scene.today) if step.act_on != step.day else ()
    return prose((doing, *late))


def _close(scene: Scene) -> Element:
    marks = {"data-choose": "outcome", "data-value": "closed"}
    return div(".card-ways", {"data-of": scene.interview_id})[
        button(marks, type="button", class_="primary")[words.CLOSE_APPLICATION]
    ]


def _ways_on(step: DatedStep, scene: Scene, tools: str) -> Node:
    is_due = step.state == "due"
    turn = {"data-switch": scene.interview_id}
    return [
        _whom(step, scene) if is_due else None,
        div(".card-ways")[
            _script(scene, tools),
            None if is_due else a(turn, href=f"{tools}calendar/")[words.TO_CALENDAR],
            a(turn, href=f"{tools}dates/#pin-box")[words.ANOTHER_DAY],
        ],
        _happened(step, scene) if is_due else None,
    ]


def _whom(step: DatedStep, scene: Scene) -> Node:
    """Return whom to reach, and a link that does it if it is certain how."""
    person = scene.once(facts_of).addressee
    if person is None:
        return None
    doing = words.ASK_FOR if step.channel == "phone" else words.WRITE_TO
    return p(".whom")[doing, span(dir="auto")[person.name], _how_to_reach(person)]


def _how_to_reach(person: Person) -> Node:
    if not person.reach:
        return None
    address = address_to_press(person.reach)
    reach = span(dir="auto")[person.reach]
    return [": ", a(href=address)[reach] if address else reach]


def _script(scene: Scene, tools: str) -> Node:
    """Return the words for it, to open and to copy."""
    names = fitting(scene.answers.outcome, scene.plan)
    name = next((one for one in names if one in scene.guide.templates), None)
    if name is None:
        return None
    box = f"card-words-{name}"
    title = scene.guide.templates[name].title
    return details(".more.card-words", id="card-words")[
        summary[words.WHAT_TO_SAY],
        pre({"data-message-text": True}, id=box, dir="auto")[message_of(scene, name).text],
        div(".actions")[
            button({"data-copy": box}, type="button")[words.COPY, unseen(f": {title}")],
            a({"data-switch": scene.interview_id}, href=f"{tools}messages/#message-{name}")[
                words.CHANGE_WORDS
            ],
        ],
    ]


def _happened(step: DatedStep, scene: Scene) -> Node:
    """Return what to press once it is done: with an answer, or without one."""
    person = scene.once(facts_of).addressee
    sent, heard = SENT_BY[step.channel], HEARD_BY[step.channel]
    log = {
        "data-log": sent,
        "data-purpose": "follow_up",
        "data-who": person.name if person else "",
        "data-goto": CARD,
    }
    return div(".happened", {"data-of": scene.interview_id}, role="group", aria_label=words.THEN)[
        span(".then", aria_hidden="true")[words.THEN],
        button(
            {"data-tell": heard, "data-switch": scene.interview_id, "data-who": log["data-who"]},
            type="button",
            id="tell-answered",
        )[words.THEY_ANSWERED],
        button(log, type="button", id="log-unanswered")[words.DONE_UNANSWERED[step.channel]],
    ]
