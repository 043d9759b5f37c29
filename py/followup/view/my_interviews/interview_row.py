"""The row of an interview: its name, the next thing, one action, and the rest behind one button."""

from dataclasses import dataclass
from datetime import date

from htpy import Element, Node, a, button, details, div, h3, h4, li, p, span, summary, ul
from markupsafe import Markup, escape

from followup import words
from followup.guide.due import DueItem
from followup.guide.standing import Standing
from followup.records.interviews import Interview
from followup.view.my_interviews.due_list import PLACES, TOOLS, what_to_do, why_of
from followup.view.parts.markup import prose, time_of, unseen
from followup.view.parts.names import interview_name, name_of, plain_name
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer
from followup.words import Sentence

WORDS_FOR_IT = "messages/#which-fits-next"
GET_READY = "checklist/#steps-prepare"
PAGES = {"checklist/": words.CHECKLIST, "dates/": words.DATES}
"""The pages that show one interview, below the pages of the plan."""


@dataclass(frozen=True)
class Row:
    """A row, and where it stands in the list.

    Attributes:
        standing: None for an interview for which nothing is worked out.
        day: of the next thing.
    """

    interview: Interview
    html: Markup
    standing: Standing | None = None
    day: date = date.max


def row_of(scene: Scene, shown: Scene) -> Row:
    """Return the row of an interview; of another than the shown one it may be at hand."""
    return _row(scene, is_shown=True) if scene is shown else scene.once(_other)


def _other(scene: Scene) -> Row:
    return _row(scene, is_shown=False)


def plain_row(interview: Interview, why: Sentence, scene: Scene) -> Row:
    """Return the row of an interview for which nothing is worked out. It can be deleted too.

    Args:
        interview: one of the reader's.
        why: why that is so.
        scene: any of the reader's interviews.
    """
    name = plain_name(interview, scene)
    called = escape(unseen([": ", name]))
    marks = {"data-interview": interview.id, "data-state": "unknown"}
    html = li(marks, id=f"interview-{interview.id}")[
        _heading(interview)[name],
        p(".problem")[prose(why)],
        _more(
            interview.id,
            called,
            div(".actions")[_show(interview.id, called, is_shown=False)],
            div(".actions.more-actions")[_delete(interview.id, called)],
        ),
    ]
    return Row(interview, escape(html))


def _row(scene: Scene, *, is_shown: bool) -> Row:
    interview = scene.interview
    marks = {
        "data-interview": interview.id,
        "data-state": scene.plan.state if scene.plan else "open",
        "data-standing": None if interview.archived else scene.standing,
    }
    called = escape(unseen(f": {words.plain(interview_name(scene))}"))
    html = li(marks, id=f"interview-{interview.id}", class_={"shown": is_shown})[
        _heading(interview)[
            name_of(scene), is_shown and [" ", span(".shown-now")[words.SHOWN_NOW]]
        ],
        _next(scene),
        None if interview.archived else p(".row-action")[_action(scene, called)],
        _more(interview.id, called, *_rest(scene, called, is_shown=is_shown)),
    ]
    return Row(interview, escape(html), scene.standing, _day(scene))


def _heading(interview: Interview) -> Element:
    """Return the heading, which stands below that of a group, but for the archive."""
    return h3 if interview.archived else h4


def _day(scene: Scene) -> date:
    """Return the day by which the row stands in its group."""
    if scene.standing == "coming" and scene.answers.interview:
        return scene.answers.interview
    return next((item.day for item in scene.own_due), date.max)


def _next(scene: Scene) -> Node:
    """Return what is to do, the next thing first; what comes after a day still ahead waits."""
    if _lacks_date(scene):
        refused = bool(scene.answers.problems)
        said = p(class_={"state-sentence": True, "problem": refused})[prose(answer(scene))]
        return [said, (_line(item, scene.today) for item in scene.own_due)]
    is_ahead = _is_ahead(scene)
    # What an offer waits for leads, as on the start page: never a small step.
    items = sorted(scene.own_due, key=lambda item: item.what != "deadline")
    lines = [_line(item, scene.today) for item in items if item.is_due or not is_ahead]
    if is_ahead:
        lines.append(_interview_day(scene))
    return lines or p(".state-sentence")[prose(answer(scene))]


def _is_ahead(scene: Scene) -> bool:
    """Return whether the day of the interview is still to come, or is today."""
    day = scene.answers.interview
    return not scene.answers.outcome and day is not None and day >= scene.today


def _lacks_date(scene: Scene) -> bool:
    """Return whether the plan waits for a date to be entered or corrected."""
    answers = scene.answers
    return scene.plan is None and (answers.outcome is None or bool(answers.problems))


def _line(item: DueItem, today: date) -> Element:
    marks = {"data-group": item.group, "data-what": item.what}
    return p(".next", marks)[
        span(".what")[prose(what_to_do(item, today))],
        " ",
        span(".state")[words.how_soon((item.day - today).days)],
        # Small steps stand here on their last day alone.
        None if item.what == "steps" else [" ", time_of(item.day)],
    ]


def _interview_day(scene: Scene) -> Element:
    day = scene.answers.interview or scene.today
    days = (day - scene.today).days
    return p(".next", {"data-what": "interview"})[
        span(".what")[words.INTERVIEW_DAY],
        " ",
        span(".state")[words.in_days(days) if days else words.DUE_TODAY],
        " ",
        time_of(day),
    ]


def _action(scene: Scene, called: Node) -> Element:
    """Return the one thing to press."""
    if _lacks_date(scene):
        return _to_dates(scene, called)
    if scene.standing == "offer":
        return _to(scene, WORDS_FOR_IT, words.ANSWER_OFFER, called)
    item = next(iter(scene.own_due), None)
    if item and item.is_due:
        return _to_do(item, scene, called)
    if scene.standing == "coming":
        return _to(scene, GET_READY, words.GET_READY, called)
    if _asks_for_next_round(scene):
        return _next_round(scene, called)
    place = PLACES["deadline"] if scene.standing == "ended" else PLACES["contact"]
    return _to(scene, place, words.OPEN, called)


def _asks_for_next_round(scene: Scene) -> bool:
    """Return whether the next round is the next thing: they asked the reader back, and no more."""
    is_over = scene.standing == "ended" and not scene.interview.archived
    asked_back = scene.answers.outcome == "asked_back"
    return is_over and asked_back and scene.interview_id not in scene.rounds_after


def _to_dates(scene: Scene, called: Node) -> Element:
    """Return the way to the boxes on this page in which a date is missing or wrong."""
    problems = scene.answers.problems
    wrong = "decision" if problems and "interview" not in problems else "interview"
    marks = {"data-switch": scene.interview_id, "data-goto": f"{wrong}-day"}
    text = words.CORRECT_DATE if problems else words.ENTER_DATES
    return button(marks, type="button", id=f"dates-{scene.interview_id}")[text, called]


def _to_do(item: DueItem, scene: Scene, called: Node) -> Element:
    if item.what == "steps":
        return _to(scene, PLACES["steps"], words.CHECKLIST, called)
    if item.step and item.step.kind == "close":
        return _to(scene, PLACES["contact"], words.OPEN, called)
    return _to(scene, WORDS_FOR_IT, words.WHAT_TO_SAY, called)


def _to(scene: Scene, place: str, text: str, called: Node) -> Element:
    return a({"data-switch": scene.interview_id}, href=TOOLS + place)[text, called]


def _more(interview_id: str, called: Node, *rest: Node) -> Element:
    return details(".more.row-more", id=f"more-{interview_id}")[summary[words.MORE, called], rest]


def _rest(scene: Scene, called: Node, *, is_shown: bool) -> list[Node]:
    """Return how the interview stands, why, and all else that can be done with it."""
    item = next((one for one in scene.own_due if why_of(one)), None)
    return [
        p(".state-sentence")[prose(answer(scene))] if scene.own_due else None,
        p(".why")[prose(why_of(item))] if item else None,
        _facts(scene),
        div(".actions")[
            _show(scene.interview_id, called, is_shown=is_shown),
            (_to(scene, place, name, called) for place, name in PAGES.items()),
        ],
        div(".actions.more-actions")[
            None if scene.interview.archived else _rename_and_next_round(scene, called),
            _archive(scene, called),
            _delete(scene.interview_id, called),
        ],
    ]


def _facts(scene: Scene) -> Node:
    """Return the dates of the interview, and which round it follows."""
    answers = scene.answers
    days = {"interview": answers.interview, "decision": answers.current_decision}
    known = [words.day_known(words.QUESTIONS[name][0], day) for name, day in days.items() if day]
    if answers.moves.days and answers.answered_interview:
        known.insert(1, words.day_known(words.INTERVIEW_BEFORE, answers.answered_interview))
    follows = scene.interview.follows
    before = next((one for one in scene.interviews if one.id == follows), None) if follows else None
    if not known and not before:
        return None
    return ul(".facts", role="list")[
        (li[prose(sentence)] for sentence in known),
        li[words.ROUND_AFTER, name_of(scene.of(before))] if before else None,
    ]


def _show(interview_id: str, called: Node, *, is_shown: bool) -> Element:
    return button(
        {"data-switch": interview_id},
        type="button",
        id=f"show-{interview_id}",
        aria_current="true" if is_shown else None,
    )[words.SHOW, called]


def _rename_and_next_round(scene: Scene, called: Node) -> Node:
    rename = {"data-switch": scene.interview_id, "data-goto": "employer"}
    is_offered = scene.interview_id in scene.rounds_after or _asks_for_next_round(scene)
    return [
        button(rename, type="button", id=f"rename-{scene.interview_id}")[words.RENAME, called],
        None if is_offered else _next_round(scene, called),
    ]


def _next_round(scene: Scene, called: Node) -> Element:
    marks: dict[str, str | bool] = {"data-add": True, "data-follows": scene.interview_id}
    return button(marks, type="button", id=f"next-{scene.interview_id}")[words.ADD_ROUND, called]


def _archive(scene: Scene, called: Node) -> Element:
    interview = scene.interview
    marks = {
        "data-of": interview.id,
        "data-choose": "archived",
        "data-value": "no" if interview.archived else "yes",
    }
    text = words.UNARCHIVE if interview.archived else words.ARCHIVE
    return button(marks, type="button", id=f"archive-{interview.id}")[text, called]


def _delete(interview_id: str, called: Node) -> Element:
    """Return what asks once before an interview is deleted."""
    return details(".delete", id=f"ask-delete-{interview_id}")[
        summary[words.DELETE, called],
        p[words.DELETE_GOES],
        button({"data-delete": interview_id}, type="button", id=f"delete-{interview_id}")[
            words.DELETE_NOW, called
        ],
    ]
