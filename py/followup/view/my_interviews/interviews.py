"""All the reader's interviews: how each stands, and what can be done with it as a whole."""

from collections.abc import Sequence

from htpy import Element, Node, a, button, details, div, h3, li, p, span, summary, ul
from markupsafe import Markup, escape

from followup import words
from followup.guide.contents import Guide
from followup.records.interviews import Interview
from followup.view.my_interviews.due_list import TOOLS
from followup.view.parts.markup import View, prose, unseen
from followup.view.parts.names import interview_name, name_of, plain_name
from followup.view.parts.scene import MOST_INTERVIEWS, Scene
from followup.view.when_to_follow_up.plan import answer
from followup.words import Sentence

ARCHIVE = "archived-interviews"
PLACES = {"checklist/": words.CHECKLIST, "dates/": words.DATES}
"""The pages that show one interview, below the pages of the plan."""


def blank(_guide: Guide) -> Node:
    """Return the places of the lists, and the button for a new interview."""
    return [
        div({"data-output": "interviews.erased"}, class_="erased"),
        div({"data-output": "interviews.open"}),
        div(".actions")[button({"data-add": True}, type="button")[words.ADD_INTERVIEW]],
        details(".archive", id=ARCHIVE, hidden=True)[
            summary[words.ARCHIVED], div({"data-output": "interviews.archived"})
        ],
    ]


def fill(scene: Scene) -> View:
    """Return the interviews, those in the archive, and those that can be brought back."""
    rows = scene.troubles.attempt("interviews", lambda: _rows(scene), None) or _plain_rows(scene)
    archived = [row for interview, row in rows if interview.archived]
    view = View()
    view.show("interviews.open", _list([row for one, row in rows if not one.archived]))
    view.show("interviews.archived", _list(archived))
    view.hide(ARCHIVE, hidden=not archived)
    erased = [one for one in scene.erased if scene.state.is_deleted(one)]
    view.show("interviews.erased", [_undo(one) for one in erased])
    return view


def _undo(interview_id: str) -> Element:
    return p(".notice")[
        prose(words.ONE_DELETED),
        " ",
        button({"data-undelete": interview_id}, type="button", id=f"undelete-{interview_id}")[
            words.UNDELETE
        ],
    ]


def _list(rows: Sequence[Markup]) -> Element:
    return ul(".interviews", role="list")[rows]


def _rows(scene: Scene) -> list[tuple[Interview, Markup]]:
    """Return a row for each interview, also for one that cannot be shown."""
    drawn = scene.each("interviews", lambda one: _one(one, scene), None)
    return [(one, row or _plain(one, _why_plain(one, scene))) for one, row in drawn]


def _why_plain(interview: Interview, scene: Scene) -> Sentence:
    """Return why nothing is worked out for an interview."""
    if interview.id in scene.left_out:
        return words.interview_left_out(MOST_INTERVIEWS)
    return words.INTERVIEW_NOT_SHOWN


def _plain_rows(scene: Scene) -> list[tuple[Interview, Markup]]:
    """Return rows without anything that is worked out: whatever it is, it can be deleted."""
    interviews = [Interview(one, place) for place, one in enumerate(scene.state.interviews(), 1)]
    return [(one, _plain(one, words.INTERVIEW_NOT_SHOWN)) for one in interviews]


def _plain(interview: Interview, why: Sentence) -> Markup:
    """Return the row of an interview for which nothing is worked out. It can be deleted too."""
    name = plain_name(interview)
    called = unseen([": ", name])
    own = {"data-switch": interview.id}
    marks = {"data-interview": interview.id, "data-state": "unknown"}
    return escape(
        li(marks, id=f"interview-{interview.id}")[
            h3[name],
            p(".problem")[prose(why)],
            div(".actions")[
                button(own, type="button", id=f"show-{interview.id}")[words.SHOW, called]
            ],
            div(".actions.more-actions")[_delete(interview.id, called)],
        ]
    )


def _one(scene: Scene, shown: Scene) -> Markup:
    return escape(_interview(scene, is_shown=True)) if scene is shown else scene.once(_other)


def _other(scene: Scene) -> Markup:
    return escape(_interview(scene, is_shown=False))


def _interview(scene: Scene, *, is_shown: bool) -> Element:
    marks = {
        "data-interview": scene.interview_id,
        "data-state": scene.plan.state if scene.plan else "open",
    }
    return li(marks, id=f"interview-{scene.interview_id}", class_={"shown": is_shown})[
        h3[name_of(scene), is_shown and [" ", span(".shown-now")[words.SHOWN_NOW]]],
        p(".state-sentence")[prose(answer(scene))],
        _facts(scene),
        div(".actions")[_ways_in(scene, is_shown=is_shown)],
        div(".actions.more-actions")[
            None if scene.interview.archived else _rename_and_next_round(scene),
            _archive(scene),
            _delete(scene.interview_id, _called(scene)),
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


def _ways_in(scene: Scene, *, is_shown: bool) -> Node:
    own = {"data-switch": scene.interview_id}
    return [
        button(
            own,
            type="button",
            id=f"show-{scene.interview_id}",
            aria_current="true" if is_shown else None,
        )[words.SHOW, _called(scene)],
        (a(own, href=TOOLS + place)[name, _called(scene)] for place, name in PLACES.items()),
    ]


def _rename_and_next_round(scene: Scene) -> Node:
    interview = scene.interview
    rename = {"data-switch": interview.id, "data-goto": "employer"}
    has_next = interview.id in scene.rounds_after
    return [
        button(rename, type="button", id=f"rename-{interview.id}")[words.RENAME, _called(scene)],
        None
        if has_next
        else button(
            {"data-add": True, "data-follows": interview.id},
            type="button",
            id=f"next-{interview.id}",
        )[words.ADD_ROUND, _called(scene)],
    ]


def _archive(scene: Scene) -> Element:
    interview = scene.interview
    marks = {
        "data-of": interview.id,
        "data-choose": "archived",
        "data-value": "no" if interview.archived else "yes",
    }
    text = words.UNARCHIVE if interview.archived else words.ARCHIVE
    return button(marks, type="button", id=f"archive-{interview.id}")[text, _called(scene)]


def _delete(interview_id: str, called: Node) -> Element:
    """Return what asks once before an interview is deleted."""
    return details(".delete", id=f"ask-delete-{interview_id}")[
        summary[words.DELETE, called],
        p[words.DELETE_GOES],
        button({"data-delete": interview_id}, type="button", id=f"delete-{interview_id}")[
            words.DELETE_NOW, called
        ],
    ]


def _called(scene: Scene) -> Element:
    """Return which interview a button belongs to, for those who do not see where it stands."""
    return unseen(f": {words.plain(interview_name(scene))}")
