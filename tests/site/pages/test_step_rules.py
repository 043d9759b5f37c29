"""Rules of steps, as they stand in the pages: what they mean, and the sentence for each mistake."""

import re
from pathlib import Path

import pytest
from guide_steps import RULES

from followup.errors import GuideError
from followup.guide.contents import Guide
from followup.guide.steps import Offset, StepRule
from followup_site.pages.guide_reader import read_guide
from followup_site.pages.step_rules import ANCHORS, EVERY, NEEDS, READERS, UNTIL, read_rule

ROOT = Path(__file__).parents[3]


@pytest.fixture(name="guide", scope="module")
def _guide() -> Guide:
    """The guide as it is."""
    return read_guide(ROOT / "docs")


def test_every_step_keeps_the_rule_that_it_was_published_with(guide: Guide) -> None:
    """A rule that is changed by mistake would date readers' steps wrongly and break nothing else."""
    assert {name: guide.rules[name] for name in RULES} == RULES


def test_steps_keep_their_order(guide: Guide) -> None:
    """New ones may stand between them."""
    assert [name for name in guide.rules if name in RULES] == list(RULES)


def test_rules_come_back_from_the_guides_json(guide: Guide) -> None:
    """The browser reads what the build read."""
    assert Guide.from_json(guide.to_json()).rules == guide.rules


@pytest.mark.parametrize(
    ("braces", "rule"),
    [
        ("", StepRule()),
        ('due="on the first contact"', StepRule(by=Offset("first"))),
        ('due="1 day before the interview"', StepRule(by=Offset("interview", -1))),
        ('due="10 days after the decision date"', StepRule(by=Offset("decision", 10))),
        ('due="1 working day after the deadline"', StepRule(by=Offset("deadline", 1, "working days"))),
        ('due="2 working days before the next interview"', StepRule(by=Offset("next_round", -2, "working days"))),
        ('every="working day" until="outcome"', StepRule(every="working day", until_outcome=True)),
        ('.logged until="first contact"', StepRule(logged=True, until_contact=True)),
        ('.each-message due="on the later contact"', StepRule(by=Offset("later"), rounds=True)),
        ('only-if="asked back"', StepRule(needs=("asked_back",))),
        ('only-if="at close or thank you note"', StepRule(needs=("at_close", "thank_you_note"))),
        ('due="4 days after the close"   .logged', StepRule(by=Offset("close", 4), logged=True)),
    ],
)  # fmt: skip
def test_a_rule_is_read_as_it_is_written(braces: str, rule: StepRule) -> None:
    """In any order, and with or without the mark of core steps."""
    assert read_rule(f"#a-step {braces}", "x") == (False, rule)
    assert read_rule(f"{braces} .core #a-step", "x") == (True, rule)


@pytest.mark.parametrize(
    ("braces", "message"),
    [
        ("#other-step", "x.md:7: # stands there twice. Leave one of them out."),
        (".core .core", ".core stands there twice."),
        ("core", 'x.md:7: “core” says nothing of a step. Use one of: .core, .logged, .each-message, due="...", every="...", only-if="...", until="...".'),
        (".cor", "“.cor” says nothing of a step."),
        ('Due="on the interview"', '“Due="on” says nothing of a step.'),
        ("due=“on the interview”", "“due=“on” says nothing of a step."),
        ("due='on the interview'", "says nothing of a step."),
        ('due="on the interview', '“due="on” says nothing of a step.'),
        ('due = "on the interview"', "“due” says nothing of a step."),
        ('due="3 days after the interveiw"', "x.md:7: due= cannot be “3 days after the interveiw”. Write “on ...”, or like “3 working days after ...” or “1 day before ...”, and then one of: the interview, the decision date, the first contact,"),
        ('due=""', "due= cannot be “”"),
        ('due="0 days after the interview"', "due= cannot be"),
        ('due="100 days after the interview"', "due= cannot be"),
        ('due="2 weeks after the interview"', "due= cannot be"),
        ('due="3 days since the interview"', "due= cannot be"),
        ('due="3 days after the interview" due="on the close"', "due= stands there twice."),
        ('due="on the close" every="week"', "x.md:7: a step has due= or every=, not both. Leave one of them out."),
        ('every="month"', "every= cannot be “month”. Use one of: week, working day."),
        ('only-if="hired"', "only-if= cannot be “hired”. Use one of: outcome, asked back, offer,"),
        ('only-if="offer, closed"', "only-if= cannot be “offer, closed”."),
        ('only-if=""', "only-if= cannot be “”."),
        ('until="friday"', "until= cannot be “friday”. Use one of: outcome, first contact."),
    ],
)  # fmt: skip
def test_a_mistake_stops_with_file_line_and_remedy(braces: str, message: str) -> None:
    """The author is told where it is and what to write."""
    with pytest.raises(GuideError) as caught:
        read_rule(f"#a-step {braces}", "x.md:7")

    assert str(caught.value).startswith("x.md:7: ")
    assert message in str(caught.value)


def test_authors_are_told_of_all_that_they_can_write() -> None:
    """The page for editors names every word, so that nobody has to read the program."""
    page = (ROOT / "docs/about/editing.md").read_text("utf-8")
    part = page.split("## Steps with a date")[1].split("\n## ")[0]
    said = set(re.findall(r"`([^`]+)`", part))

    keys = {key for key in READERS if key not in {"#", ".core"}}
    assert {*ANCHORS, *NEEDS, *EVERY, *UNTIL} <= said
    assert {key for key in keys if not any(one.startswith(key) for one in said)} == set()
