"""Every step of the page map is there, in order, with the rule that dates it."""

from pathlib import Path

from followup.guide.steps import STEP_RULES, StepRule

CASES = Path(__file__).parents[2] / "cases/due-rules.txt"
"""A line for each step: what its last day counts from, and how many days before or after."""


def due_rule(rule: StepRule) -> str:
    """Return a rule as the case file writes it."""
    if rule.by:
        return f"{rule.by.anchor} {rule.by.count:+d} {rule.by.unit}"
    return f"every {rule.every}" if rule.every else "no date"


def test_every_step_is_due_as_the_page_map_says() -> None:
    """A rule that is changed by mistake would date readers' steps wrongly and break nothing else."""
    lines = CASES.read_text("utf-8").splitlines()

    assert lines == [f"{name}: {due_rule(rule)}" for name, rule in STEP_RULES.items()]
