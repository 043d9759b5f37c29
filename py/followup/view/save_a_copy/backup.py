"""Save a copy as a file: everything there is, as text that any program can show."""

from htpy import Node, button, div, p, pre

from followup import words
from followup.copies import reminders
from followup.copies.backup import write_backup
from followup.copies.portable import portable
from followup.errors import BackupTooLargeError
from followup.guide.contents import Guide
from followup.records.record import ALL, FILE
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.save_a_copy.link import nothing

TEXT = "backup-text"


def blank(_guide: Guide) -> Node:
    """Return what the file holds, and the places of button and text."""
    return [
        p(".hint", id="backup-hint")[words.SAVE_FILE_HINT],
        div({"data-output": "keep.file"}),
        pre({"data-output": "keep.file-text"}, id=TEXT, hidden=True),
    ]


def fill(scene: Scene) -> View:
    """Return the file's text, the button that saves it, and when that was last done.

    What is too large for a file is saved one interview at a time.
    """
    texts = portable(scene.texts)
    view = View()
    if not texts:
        return _show(view, nothing(), None)
    try:
        return _show(view, _button(scene, ALL), write_backup(texts, scene.today))
    except BackupTooLargeError:
        pass
    own = portable(scene.texts, interviews={scene.interview_id})
    note = p(".notice")[prose(words.FILE_OF_ONE)]
    try:
        return _show(
            view, [note, _button(scene, scene.interview_id)], write_backup(own, scene.today)
        )
    except BackupTooLargeError:
        return _show(view, _raw_export(), None)


def _show(view: View, shown: Node, text: str | None) -> View:
    view.show("keep.file", shown)
    view.show("keep.file-text", text)
    return view


def _button(scene: Scene, owner: str) -> Node:
    marks = {
        "data-download": TEXT,
        "data-name": f"follow-up-{scene.today.isoformat()}.json",
        "data-type": "application/json",
        "data-exports": FILE,
        "data-of": owner,
    }
    day = reminders.last_file(scene.state)
    return [
        div(".actions")[
            button(marks, type="button", id="save-file", aria_describedby="backup-hint")[
                words.SAVE_FILE
            ]
        ],
        p(".last-copy")[prose(words.last_file(day) if day else words.NO_FILE_YET)],
    ]


def _raw_export() -> Node:
    return [
        p(".notice")[prose(words.FILE_TOO_LARGE)],
        div(".actions")[
            button({"data-raw-export": True}, type="button", id="save-file")[words.RAW_EXPORT]
        ],
    ]
