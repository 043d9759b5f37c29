"""The main job of a reader, for any engine: a date, and the call that is next."""

from collections.abc import Iterator
from pathlib import Path

from engine import Engine
from missing import leave_out

CURRENT = "[data-panel=plan] [data-state=next]"
TAB = "\ue004"


def started(kind: type[Engine], profile: Path) -> Iterator[Engine]:
    """Yield a browser that has been started, and stop it afterwards."""
    if not kind.is_installed():
        leave_out(kind.__name__, *kind.packages)
    engine = kind(profile)
    try:
        engine.start()
        yield engine
    finally:
        engine.stop()


def open_ready(engine: Engine, address: str) -> None:
    """Open a page and wait until it says that Python is up."""
    engine.goto(address)
    engine.wait_until("document.documentElement.dataset.followup === 'ready'")


def shows_the_call(engine: Engine) -> None:
    """Wait until the plan's next step is the telephone call of 1 December."""
    for text in ("Tuesday 1 December 2026", "Telephone them"):
        engine.wait_until(f"document.querySelector('{CURRENT}')?.textContent.includes('{text}')")
