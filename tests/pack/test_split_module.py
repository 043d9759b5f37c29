"""Pyodide's module in two: the second part is for what is hardly ever called, and anything may be."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from followup.guide.contents import Guide
from followup_site.runtime.exercise import asks, comparable
from followup_site.runtime.pack import (
    ASK_RUNTIME,
    GUIDE,
    HOT_FUNCTIONS,
    IMAGE,
    PARTS,
    PYODIDE,
    PYODIDE_FILES,
    RUNTIME,
    SLIM,
    STARTS,
    answer_all,
)
from followup_site.tools.node import NodeError, run_node

MODULE, COLD = "pyodide.asm.wasm", "pyodide.cold.wasm"
HEAD = HOT_FUNCTIONS.read_text().partition("\n")[0] + "\n"


def answers(runtime: Path, start: str, folder: Path, questions: list[str]) -> list[str]:
    """Return a runtime's answers."""
    (folder / "asks.json").write_text(json.dumps(questions))
    run_node(ASK_RUNTIME, runtime, start, GUIDE, folder / "asks.json", folder / "answers.json")
    given: list[str] = json.loads((folder / "answers.json").read_text("utf-8"))
    return given


def some_questions() -> list[str]:
    """Return one in twenty of the packer's own questions."""
    return asks(Guide.from_json(GUIDE.read_text("utf-8")))[::20]


def with_list(text: str, runtime: Path) -> Path:
    """Return a copy of the runtime whose module was split by another list."""
    shutil.copytree(RUNTIME, runtime)
    for name in PYODIDE_FILES:
        shutil.copyfile(PYODIDE / name, runtime / name)
    called = runtime.with_suffix(".txt")
    called.write_text(text)
    run_node(SLIM, runtime, called)
    run_node(IMAGE, runtime, PARTS)
    return runtime


@pytest.mark.parametrize("start", STARTS)
def test_what_readers_do_needs_the_first_part_alone(tmp_path: Path, start: str) -> None:
    """The packer's questions are answered though the second part is not even there."""
    runtime = tmp_path / "runtime"
    shutil.copytree(RUNTIME, runtime, ignore=shutil.ignore_patterns(COLD))
    questions = some_questions()

    assert len(answers(runtime, start, tmp_path, questions)) == len(questions)


@pytest.mark.slow
@pytest.mark.parametrize("start", STARTS)
def test_any_function_may_be_in_the_second_part(tmp_path: Path, start: str) -> None:
    """With all functions there that can be, Python starts and answers as CPython does."""
    runtime = with_list(HEAD, tmp_path / "runtime")
    questions = some_questions()
    expected = answer_all(GUIDE.read_text("utf-8"), questions)

    assert (runtime / COLD).stat().st_size > 1.3 * (RUNTIME / COLD).stat().st_size
    for one, other in zip(answers(runtime, start, tmp_path, questions), expected, strict=True):
        assert comparable(one) == comparable(other)
    (runtime / COLD).unlink()
    with pytest.raises(NodeError, match=COLD):
        answers(runtime, start, tmp_path, questions)


def test_a_list_for_another_pyodide_is_refused(tmp_path: Path) -> None:
    """Numbers of functions mean something in one module only."""
    module = (PYODIDE / MODULE).read_bytes()

    assert f"module {hashlib.sha256(module).hexdigest()}\n" == HEAD
    with pytest.raises(NodeError, match="another Pyodide"):
        with_list(HOT_FUNCTIONS.read_text().replace("module ", "module 0"), tmp_path / "runtime")
