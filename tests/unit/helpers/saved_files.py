"""Saved files of every version ever published, from tests/cases/saved, where they stay for ever."""

import json
from pathlib import Path
from typing import Any

SAVED = Path(__file__).parents[2] / "cases" / "saved"
STORAGES = ("format-1-first.json", "format-1-last.json", "format-2.json")
"""The same acts, done on the first and last sites of each format."""

MOVED = "format-3.json"
"""Other acts: only a moved or cancelled interview is written in that format."""


def saved(name: str) -> dict[str, Any]:
    """Return what a saved file says."""
    file: dict[str, Any] = json.loads(text_of(name))
    return file


def text_of(name: str) -> str:
    """Return a saved file as it is."""
    return (SAVED / name).read_text("utf-8")


def raw_export(name: str) -> str:
    """Return a saved storage as the page hands it out without Python."""
    file = saved(name)
    stored = {key.removeprefix(file["prefix"]): text for key, text in file["storage"].items()}
    records = {key: text for key, text in stored.items() if key.startswith("r.")}
    return json.dumps({"followup-records": 1, "records": records})
