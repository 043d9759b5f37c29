"""The main job in engines other than Chromium: the shortest visit that uses every part of the site.

An engine is used if the machine has it, and the test is skipped if not. Only Debian's own packages
are known to hold one that a test can drive without more, and they cannot be fetched everywhere.
"""

import pytest
from engine import Engine
from main_job import TAB, open_ready, shows_the_call


@pytest.mark.slow
def test_type_a_date_tick_a_step_and_come_back(engine: Engine, address: str) -> None:
    """The call is due a week after the interview; date and tick are there on coming back."""
    open_ready(engine, address + "plan/dates/")
    for part, text in (("day", "24"), ("month", "November"), ("year", "2026")):
        engine.click(f"#interview-{part}")
        engine.type(text)
    engine.type(TAB)
    shows_the_call(engine)

    open_ready(engine, address + "guide/at-the-interview/")
    assert not engine.evaluate("document.querySelector('#tick-meet-names').checked")
    engine.click("#tick-meet-names")
    engine.wait_until("document.querySelector('#tick-meet-names').checked")

    engine.come_back()
    open_ready(engine, address + "guide/at-the-interview/")
    engine.wait_until("document.querySelector('#tick-meet-names').checked")
    open_ready(engine, address + "plan/dates/")
    engine.wait_until("document.querySelector('#interview-month').value === 'November'")
    shows_the_call(engine)
    assert engine.evaluate("localStorage.problems") == ""
