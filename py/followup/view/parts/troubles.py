"""Trouble: an error in one part of an answer costs that part, and is told.

What a reader has saved may have been written by anybody. Should anything in it be beyond a part of
the program, the other parts must still answer: above all those with which it can be deleted.
"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Troubles(list[str]):
    """What could not be made for one answer, and why: a line each, without a reader's words."""

    def attempt(self, name: str, make: Callable[[], T], otherwise: T) -> T:
        """Return what a function makes; `otherwise` if it fails, and note that under the name."""
        try:
            return make()
        except Exception as error:  # noqa: BLE001
            # Which error it is cannot be known: it is one that nobody thought of.
            line = f"{name}: {type(error).__name__}{_place(error)}"
            if line not in self:
                self.append(line)
            return otherwise


def _place(error: Exception) -> str:
    """Return the function in which the error arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f" in {trace.tb_frame.f_code.co_name}" if trace else ""
