"""Says what is wrong with the words in plain sentences: `make words` shows nothing else."""

import pytest


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print each mistake on a line, where `--tb=no` keeps the code of the tests out of sight."""
    if config.option.tbstyle != "no":
        return
    for report in terminalreporter.getreports("failed"):
        terminalreporter.write_line(said(report))


def said(report: pytest.TestReport) -> str:
    """Return what a test says is wrong; its name where it says so only in code."""
    crash = getattr(report.longrepr, "reprcrash", None)
    message = str(getattr(crash, "message", report.longrepr)).removeprefix("AssertionError: ")
    sentence = message.removeprefix("Failed: ").partition("\nassert ")[0]
    return sentence if sentence.startswith(("docs/", "py/")) else f"{report.nodeid}: {sentence}"
