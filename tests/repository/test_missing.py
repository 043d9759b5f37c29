"""What a machine lacks is told, or fails where nothing may be missing."""

import pytest
from missing import leave_out


def test_it_is_left_out_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.delenv("ENGINES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt install firefox-esr"):
        leave_out("Firefox", "firefox-esr")


def test_in_the_weekly_run_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workflow sets the variable."""
    monkeypatch.setenv("ENGINES", "required")
    with pytest.raises(pytest.fail.Exception, match="apt install firefox-esr"):
        leave_out("Firefox", "firefox-esr")
