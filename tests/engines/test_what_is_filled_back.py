"""What Firefox and WebKitGTK fill back into a page that is loaded again: it is not saved.

Firefox keeps no page at hand here, as on a small telephone: each way back loads the page anew.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine import Engine
from firefox import Firefox
from main_job import TAB, open_ready, started
from webkitgtk import WebKitGTK

RECORDS = "Object.keys(localStorage).filter((it) => it.includes('.r.')).length"
ENTER = "\ue007"
MESSAGES, CARD, KEEP = "plan/messages/", "plan/card/", "plan/keep/"


class ForgetfulFirefox(Firefox):
    """Firefox that keeps no page at hand."""

    def start(self) -> None:
        """Start it with this setting."""
        self.profile.mkdir(exist_ok=True)
        setting = 'user_pref("browser.sessionhistory.max_total_viewers", 0);\n'
        (self.profile / "user.js").write_text(setting)
        super().start()


@pytest.fixture(name="engine", params=[ForgetfulFirefox, WebKitGTK], ids=["Firefox", "WebKitGTK"])
def _engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A browser with nothing kept."""
    yield from started(request.param, tmp_path / "profile")


def type_into(engine: Engine, field: str, text: str) -> None:
    """Type a text into an empty field, and leave it."""
    before = engine.evaluate(RECORDS)
    type_at(engine, f"#{field}", text + TAB)
    engine.wait_until(f"{RECORDS} === {before + 1}")


def type_at(engine: Engine, selector: str, keys: str) -> None:
    """Press keys on an element. Not by mouse: a click could miss while an answer above makes room for
    itself, and the first answer comes after the page has said that it is ready."""
    engine.evaluate(f"document.querySelector('{selector}').focus()")
    engine.type(keys)


def go_back(engine: Engine, path: str) -> None:
    """Go back to a page."""
    leave_by(engine, "history.back()")
    engine.wait_until(f"location.pathname.endsWith('{path}')")


def leave_by(engine: Engine, way: str) -> None:
    """Leave the page, and wait until the next one, or it again, is at work and has come to rest."""
    engine.evaluate(f"void (window.isLeft = true, setTimeout(() => {way}, 50))")
    engine.wait_until("!window.isLeft && document.documentElement.dataset.followup === 'ready'")
    rest(engine)


def rest(engine: Engine) -> None:
    """Let the page come to rest; one that loads itself again while it rests begins anew."""
    engine.wait_until(
        "(window.rest ??= setTimeout(() => { window.isRested = true; }, 700)) && window.isRested"
    )


@pytest.mark.slow
def test_nothing_comes_back_that_the_browser_filled_in(engine: Engine, address: str) -> None:
    """After a reload, after a newer name was typed elsewhere, and after everything was deleted."""
    open_ready(engine, address + MESSAGES)
    type_into(engine, "my-name", "Ana")
    type_into(engine, "my-phone", "020")
    leave_by(engine, "location.reload()")
    assert engine.evaluate(RECORDS) == 2
    engine.wait_until("document.querySelector('#my-name').value === 'Ana'")

    open_ready(engine, address + CARD)
    type_into(engine, "employer", "Acme")
    open_ready(engine, address + "plan/interviews/")
    engine.wait_until("document.querySelector('#employer').value === 'Acme'")
    type_into(engine, "employer", " Ltd")
    newest = engine.evaluate("document.querySelector('#employer').value")
    go_back(engine, CARD)
    engine.wait_until(f"document.querySelector('#employer').value === '{newest}'")
    assert engine.evaluate(RECORDS) == 4

    open_ready(engine, address + MESSAGES)
    open_ready(engine, address + KEEP)
    type_at(engine, "#ask-erase-all summary", ENTER)
    engine.evaluate("void (window.isLeft = true)")
    type_at(engine, "#ask-erase-all-now", ENTER)
    engine.wait_until("!window.isLeft && document.documentElement.dataset.followup === 'ready'")
    rest(engine)
    assert engine.evaluate(RECORDS) == 0
    go_back(engine, MESSAGES)
    assert engine.evaluate("document.querySelector('#my-name').value") == ""
    assert engine.evaluate(RECORDS) == 0
