"""The packed runtime answers as CPython does, byte for byte."""

import json
from pathlib import Path

import pytest
from asking import Reader
from plan_cases import CASES, Case

from followup.guide.contents import Guide
from followup_site.runtime.exercise import asks, comparable
from followup_site.runtime.pack import ASK_RUNTIME, GUIDE, RUNTIME, answer_all
from followup_site.tools.node import run_node


def question(guide: Guide, case: Case) -> str:
    """Return a golden case as the page would put it, with something in every panel."""
    reader = Reader(guide, case.today.isoformat())
    reader.answer("interview", case.interview)
    if case.decision:
        reader.answer("decision", case.decision)
    for entry in case.log:
        reader.log_as_in_case(entry)
    return json.dumps(reader.question())


@pytest.mark.parametrize(
    ("start", "whole"),
    [
        ("image", False),
        pytest.param("image", True, marks=pytest.mark.slow),
        pytest.param("plain", True, marks=pytest.mark.slow),
    ],
)
def test_every_question_is_answered_alike(tmp_path: Path, start: str, *, whole: bool) -> None:
    """All golden cases, whichever way Python was started. The packer's own questions, refused ones
    among them, were put to it when it was packed; the long form puts them once more."""
    text = GUIDE.read_text("utf-8")
    guide = Guide.from_json(text)
    questions = [question(guide, case) for case in CASES] + (asks(guide) if whole else [])
    (tmp_path / "asks.json").write_text(json.dumps(questions))
    files = (tmp_path / "asks.json", tmp_path / "answers.json")
    run_node(ASK_RUNTIME, RUNTIME, start, GUIDE, *files)
    answers = json.loads((tmp_path / "answers.json").read_text("utf-8"))

    for asked, here, there in zip(questions, answer_all(text, questions), answers, strict=True):
        assert comparable(there) == comparable(here), asked
