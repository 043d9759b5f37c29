"""All the reader's interviews by what they wait for, a row each, and the way to add one."""

from collections.abc import Sequence

from htpy import Element, Node, button, details, div, h3, p, section, summary, ul

from followup import words
from followup.guide.contents import Guide
from followup.guide.standing import STANDINGS, Standing
from followup.records.interviews import Interview
from followup.view.my_interviews.interview_row import Row, plain_row, row_of
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import MOST_INTERVIEWS, Scene
from followup.words import Sentence

ARCHIVE = "archived-interviews"


def blank(_guide: Guide) -> Node:
    """Return the button for a new interview, and the places of the lists."""
    return [
        div({"data-output": "interviews.erased"}, class_="erased"),
        div(".actions")[button({"data-add": True}, type="button")[words.ADD_INTERVIEW]],
        div({"data-output": "interviews.open"}),
        details(".archive", id=ARCHIVE, hidden=True)[
            summary[words.ARCHIVED], div({"data-output": "interviews.archived"})
        ],
    ]


def fill(scene: Scene) -> View:
    """Return the interviews, those in the archive, and those that can be brought back."""
    rows = scene.troubles.attempt("interviews", lambda: _rows(scene), None) or _plain_rows(scene)
    archived = [row for row in rows if row.interview.archived]
    view = View()
    view.show("interviews.open", _groups([row for row in rows if not row.interview.archived]))
    view.show("interviews.archived", _list(archived))
    view.hide(ARCHIVE, hidden=not archived)
    erased = [one for one in scene.erased if scene.state.is_deleted(one)]
    view.show("interviews.erased", [_undo(one) for one in erased])
    return view


def _rows(scene: Scene) -> list[Row]:
    """Return a row for each interview that has a record, also for one that cannot be shown."""
    begun = frozenset(scene.state.interviews())
    drawn = scene.each("interviews", lambda one: row_of(one, scene), None)
    return [row or _plain(one, scene) for one, row in drawn if one.id in begun]


def _plain(interview: Interview, scene: Scene) -> Row:
    return plain_row(interview, _why_plain(interview, scene), scene)


def _why_plain(interview: Interview, scene: Scene) -> Sentence:
    """Return why nothing is worked out for an interview."""
    if interview.id in scene.left_out:
        return words.interview_left_out(MOST_INTERVIEWS)
    return words.INTERVIEW_NOT_SHOWN


def _plain_rows(scene: Scene) -> list[Row]:
    """Return rows without anything that is worked out: whatever it is, it can be deleted."""
    interviews = [Interview(one, place) for place, one in enumerate(scene.state.interviews(), 1)]
    return [plain_row(one, words.INTERVIEW_NOT_SHOWN, scene) for one in interviews]


def _groups(rows: Sequence[Row]) -> list[Element]:
    """Return the rows by where they stand, and in each group the soonest first."""
    groups: dict[Standing | None, list[Row]] = {one: [] for one in (*STANDINGS, None)}
    for row in sorted(rows, key=lambda row: (row.day, row.interview.number)):
        groups[row.standing].append(row)
    return [_group(standing, found) for standing, found in groups.items() if found]


def _group(standing: Standing | None, rows: Sequence[Row]) -> Element:
    name = f"interviews-{standing or 'unknown'}"
    return section(".interview-group", aria_labelledby=name)[
        h3(id=name)[words.STANDINGS[standing] if standing else words.NOT_WORKED_OUT], _list(rows)
    ]


def _list(rows: Sequence[Row]) -> Element:
    return ul(".interviews", role="list")[(row.html for row in rows)]


def _undo(interview_id: str) -> Element:
    return p(".notice")[
        prose(words.ONE_DELETED),
        " ",
        button({"data-undelete": interview_id}, type="button", id=f"undelete-{interview_id}")[
            words.UNDELETE
        ],
    ]
