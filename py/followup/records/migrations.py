"""Migrations: what older programs wrote, made into what this one reads. One function a format.

A stored record is never rewritten: it is migrated each time it is read. Each function returns new
fields and leaves its argument alone. A name or a word in here is what was written then, so it
stands as it is even if the program comes to call the thing otherwise.
"""

from collections.abc import Callable, Mapping

Fields = dict[str, object]


def migrate(fields: Mapping[str, object]) -> Fields:
    """Return a record's fields as the newest format has them.

    A format that no program ever wrote is left as it is; whoever reads the record refuses it.
    """
    migrated = dict(fields)
    # A text or a list as format must not be looked up: not all of them can be.
    while type(migrated.get("format")) is int and migrated["format"] in MIGRATIONS:
        migrated = MIGRATIONS[migrated["format"]](migrated)
    return migrated


def _entries_name_their_form(fields: Fields) -> Fields:
    """Format 1: at first there was one form only, that for contacts, and it held no texts."""
    added: Fields = {"form": "contact", "texts": {}} if fields.get("what") == "entry" else {}
    return added | fields | {"format": 2}


def _nothing_was_moved(fields: Fields) -> Fields:
    """Format 2: no entry could say that the interview was moved, and no outcome that it was
    cancelled. All else is the same, and is still written in that format."""
    return fields | {"format": 3}


MIGRATIONS: dict[int, Callable[[Fields], Fields]] = {
    1: _entries_name_their_form,
    2: _nothing_was_moved,
}
"""By the number of the format that it takes; what it gives is of the next one."""
