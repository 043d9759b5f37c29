"""A loop that never runs.

Pyodide notes which objects of JavaScript an image holds, and in which order Python came to them.
"""

from pyodide_js._api import scheduleCallback as scheduleCallback  # noqa: PLC0414 # held by it


def _initialize_event_loop() -> None:
    """Do nothing."""
