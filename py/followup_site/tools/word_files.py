"""Looks whether the files that hold the sentences of the tools can be read, as authors change them.

Run as `python -m followup_site.tools.word_files`, it says the first mistake in one sentence. It
imports none of them, so that it can.
"""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
WORDS = ROOT / "py" / "followup" / "words"


def mistake_in(folder: Path, root: Path = ROOT) -> str:
    """Return the first mistake in the files of a folder, with file, line and remedy; empty if
    there is none.

    Args:
        folder: with the files, in folders of their own too.
        root: what the files' names begin below.
    """
    for path in sorted(folder.rglob("*.py")):
        try:
            ast.parse(path.read_bytes())
        except SyntaxError as error:
            return (
                f"{path.relative_to(root).as_posix()}:{error.lineno or 1}: this line cannot be "
                f"read ({error.msg}). Look there, and in the line above, for a straight quotation "
                "mark, a bracket or a comma that is missing."
            )
    return ""


def main() -> None:
    """Look at all of them."""
    sys.exit(mistake_in(WORDS) or 0)


if __name__ == "__main__":
    main()
