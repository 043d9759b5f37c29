"""Sentences: each room's file has names of its own, as they all meet in one place."""

import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

from followup import words


def test_no_two_files_of_sentences_use_one_name() -> None:
    """The later one would take the place of the earlier one without a word."""
    rooms = [room for name, room in sys.modules.items() if name.startswith("followup.words.")]
    assert len(rooms) == len(list(Path(words.__file__).parent.rglob("*.py"))) - 1
    owned = Counter(
        name
        for room in rooms
        for name, thing in vars(room).items()
        if not name.startswith("_")
        and getattr(thing, "__module__", room.__name__) == room.__name__
        and not isinstance(thing, ModuleType)
        and f"\n{name} =" in f"\n{Path(room.__file__ or '').read_text('utf-8')}"
    )

    assert [name for name, times in owned.items() if times > 1] == []
