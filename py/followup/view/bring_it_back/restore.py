"""Bring a plan back: what the reader brought in, how it differs from what is here, and what to do
with it. Nothing is taken before the reader says so.
"""

from collections.abc import Mapping
from dataclasses import replace

import htpy
from htpy import Element, Node, a, button, details, div, h2, h3, label, li, p, summary, textarea, ul
from markupsafe import Markup

from followup import words
from followup.copies.comparison import Comparison, Difference
from followup.copies.incoming import Incoming
from followup.errors import CopyError, LinkError, TooMuchError
from followup.guide.contents import Guide
from followup.view.bring_it_back import restore_changes
from followup.view.parts.markup import View, prose
from followup.view.parts.names import name_of
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer
from followup.words import Sentence

TEXT, FILE = "restore-text", "restore-file"
INTERVIEWS_PAGE, DATES_PAGE = "../interviews/", "../dates/"
"""From the other pages of the plan."""

MOST_DATES = 10
"""Interviews of which the next step is said once they are here; the others are a page away."""


def blank(_guide: Guide) -> Node:
    """Return the places of preview and result, a box to paste into and a file to choose."""
    return [
        div({"data-preview": True}, tabindex="-1")[
            div({"data-output": "restore.done"}), div({"data-output": "restore.preview"})
        ],
        div(".text-box.paste-box")[
            label(for_=TEXT)[words.RESTORE_TEXT],
            p(".hint", id=f"{TEXT}-hint")[words.RESTORE_TEXT_HINT],
            textarea(
                id=TEXT,
                rows="4",
                autocomplete="off",
                spellcheck="false",
                dir="ltr",
                aria_describedby=f"{TEXT}-hint",
            ),
            div(".actions")[
                button({"data-incoming": "paste", "data-from": TEXT}, type="button", id="look")[
                    words.LOOK_AT_IT
                ]
            ],
        ],
        div(".text-box")[
            label(for_=FILE)[words.RESTORE_FILE],
            p(".hint", id=f"{FILE}-hint")[words.NOTHING_TAKEN_YET],
            htpy.input(
                {"data-incoming": "file"},
                type="file",
                accept=".json",
                id=FILE,
                aria_describedby=f"{FILE}-hint",
            ),
        ],
    ]


def fill(scene: Scene) -> View:
    """Return what was done last, and the preview of what was brought in, or why there is none."""
    view = View()
    undo = scene.store.undo if scene.store else ""
    view.show("restore.done", _done(scene, undo) if undo in words.TAKEN else None)
    view.show("restore.preview", _what_was_brought(scene))
    return view


def _done(scene: Scene, undo: str) -> Element:
    return div(".taken", {"data-taken": undo})[
        p[words.TAKEN[undo]],
        _dates(scene),
        div(".actions")[
            a(href=DATES_PAGE)[words.SEE_YOUR_DATES],
            a(href=INTERVIEWS_PAGE)[words.SEE_YOUR_INTERVIEWS],
            button({"data-take": "undo"}, type="button", id="take-undo")[words.TAKE_UNDO],
        ],
    ]


def _dates(scene: Scene) -> Node:
    """Return what comes next in each interview that is not put away."""
    made = scene.each("restore", answer, None)
    is_here = scene.state.facts.keys()
    known = [(one, says) for one, says in made if says and one.id in is_here and not one.archived]
    if len(known) < 2:
        return [p(".answer")[prose(says)] for _, says in known]
    return ul(".dates-back")[
        (
            li[a({"data-switch": one.id}, href=DATES_PAGE)[_name(scene, one.id)], ": ", prose(says)]
            for one, says in known[-MOST_DATES:]
        )
    ]


def _what_was_brought(scene: Scene) -> Node:
    copy, comparison = scene.copy, scene.comparison
    if isinstance(copy, TooMuchError):
        return _problem("much", words.too_much(copy.what, copy.count, copy.most))
    if isinstance(copy, CopyError):
        reason = scene.incoming.problem if scene.incoming else ""
        is_link = isinstance(copy, LinkError)
        return _refusal(reason or copy.reason, words.LINK_PROBLEMS if is_link else {})
    if not copy or not comparison:
        return None
    # Replacing everything by nothing would be deleting without the question.
    return _preview(scene, copy, comparison) if copy.records else _refusal("empty", {})


def _refusal(reason: str, sentences: Mapping[str, Sentence]) -> Element:
    known = {**words.FILE_PROBLEMS, **sentences}
    return _problem(reason, known.get(reason, known["other"]))


def _problem(reason: str, sentence: Sentence) -> Element:
    return p(".problem", {"data-reason": reason})[prose(sentence)]


def _preview(scene: Scene, copy: Incoming, comparison: Comparison) -> Element:
    return div(".brought")[
        h2[words.WHAT_YOU_BROUGHT],
        p[prose(_source(scene, copy))],
        _warnings(copy, comparison),
        _contents(scene, copy, comparison),
        restore_changes.listed(scene, comparison),
        _ways(scene, comparison),
    ]


def _source(scene: Scene, copy: Incoming) -> Sentence:
    kind = scene.incoming.kind if scene.incoming else ""
    source = words.SOURCES.get(kind, words.SOURCES["text"])
    return words.made_on(source, copy.made) if copy.made else (f"{source}.",)


def _warnings(copy: Incoming, comparison: Comparison) -> Node:
    says = []
    if copy.is_changed:
        says.append(words.CHANGED_BY_HAND)
    if copy.skipped:
        says.append(words.left_out(copy.skipped))
    if copy.newer:
        says.append(words.newer_left_out(copy.newer))
    if comparison.left_out:
        says.append(words.stays_ours(comparison.left_out))
    return [p(".notice")[prose(sentence)] for sentence in says]


# What is in it


def _contents(scene: Scene, copy: Incoming, comparison: Comparison) -> Element:
    there = replace(scene, state=copy.state)
    rows = [
        _row(one, _name(there if one.is_new or one.deleted_here else scene, one.interview))
        for one in comparison.interviews
    ]
    if comparison.settings:
        rows.append(_row(comparison.settings, words.SETTINGS_BROUGHT))
    return ul(".brought-list", role="list")[rows]


def _name(scene: Scene, interview_id: str) -> Markup:
    found = (one for one in scene.interviews if one.id == interview_id)
    return name_of(scene.of(next(found, scene.interview)))


def _row(one: Difference, name: Node) -> Element:
    says = list(_says(one))
    return li({"data-brought": one.interview, "data-state": _state(one)})[
        h3[name],
        ul[(li[text] for text in says), li[prose(words.newest_entry(one.newest))]],
    ]


def _state(one: Difference) -> str:
    if one.deleted_here:
        return "deleted"
    if one.is_refused:
        return "refused"
    if one.is_new:
        return "new"
    return "differs" if one.total.differs else "same"


def _says(one: Difference) -> list[str]:
    state = _state(one)
    if state in {"same", "refused"}:
        return [words.SAME_HERE if state == "same" else words.NOTHING_OF_IT]
    says = {"deleted": [words.DELETED_HERE], "new": [words.NEW_HERE]}.get(state, [])
    lines = {
        words.brings: _counts(one, "gained"),
        words.newer_here: _counts(one, "kept"),
        words.only_here: _counts(one, "missing"),
    }
    return [*says, *(line(counts) for line, counts in lines.items() if any(counts.values()))]


def _counts(one: Difference, which: str) -> Mapping[str, int]:
    return {part: getattr(tally, which) for part, tally in one.parts.items()}


# What to do with it


def _ways(scene: Scene, comparison: Comparison) -> Node:
    brings = not comparison.brings_nothing
    merge = words.TAKE_MERGE if scene.state.facts else words.TAKE_BACK
    return [
        p(".hint")[prose(_hint(scene, comparison))],
        _deleted(len(comparison.deleted)) if comparison.deleted else None,
        div(".actions")[
            _take("merge", merge, "take-merge", "primary") if brings else None,
            _bring_back(len(comparison.deleted)) if comparison.deleted else None,
            _take("cancel", words.TAKE_CANCEL, "take-cancel"),
        ],
        _replace(len(comparison.only_here)) if scene.state.facts else None,
    ]


def _hint(scene: Scene, comparison: Comparison) -> Sentence:
    if comparison.brings_nothing:
        return words.ALL_HERE_ALREADY
    if not scene.state.facts:
        return words.TAKE_BACK_HINT
    return words.TAKE_MERGE_CHANGES if comparison.changes else words.TAKE_MERGE_HINT


def _deleted(count: int) -> Element:
    return p(".notice")[prose(words.deleted_before(count))]


def _bring_back(count: int) -> Element:
    marks = {"data-take": "merge", "data-back": "yes"}
    return button(marks, type="button", id="take-merge-back")[words.bring_back_too(count)]


def _take(how: str, text: str, element_id: str, class_: str | None = None) -> Element:
    return button({"data-take": how}, type="button", id=element_id, class_=class_)[text]


def _replace(going: int) -> Element:
    """Return what explains first, and then replaces; `going` interviews are not in the copy."""
    return details(".delete", id="ask-replace")[
        summary[words.TAKE_REPLACE],
        p[words.TAKE_REPLACE_HINT],
        p[prose(words.goes_away(going))] if going else None,
        _take("replace", words.TAKE_REPLACE_NOW, "take-replace", "danger"),
    ]
