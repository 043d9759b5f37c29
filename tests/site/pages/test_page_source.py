"""Authors' mistakes, one by one, with the sentence that each gets; and what is read as what."""

import pytest

from followup.errors import GuideError
from followup.guide.contents import Step
from followup.guide.steps import Offset, StepRule
from followup_site.pages.page_source import PanelPlace, Part, Plain, StepList, read_source


def parts(text: str) -> list[Part]:
    """Read a page given as text."""
    return list(read_source(text.splitlines(), "docs/guide/x.md"))


def test_steps_that_stand_together_are_one_list() -> None:
    """With names, the mark of core steps, hints, and numbers filled in."""
    text = (
        "Before\n- [ ] Ask when { #meet-decision .core }\n  At the end.\n  Politely.\n"
        "- [ ] Wait {guide gap} days { #mail-wait }\nAfter {too_late} days"
    )

    assert parts(text) == [
        Plain("Before"),
        StepList(
            (
                Step("meet-decision", "Ask when", core=True, hint="At the end. Politely."),
                Step("mail-wait", "Wait 10 days"),
            ),
            (2, 5),
        ),
        Plain("After 60 days"),
    ]


def test_a_step_has_its_rule_from_its_line() -> None:
    """With its hint; the rest of the line is the label."""
    text = '- [ ] Call {messages} times { #first-call .core .logged due="on the first contact" }\n  Early.'
    rule = StepRule(by=Offset("first"), logged=True)

    assert parts(text) == [
        StepList(
            (Step("first-call", "Call {messages} times", core=True, hint="Early.", rule=rule),),
            (1,),
        )
    ]


def test_numbers_that_a_setting_changes_wait_for_the_reader() -> None:
    """In words and steps; an example in a fence shows the guide's."""
    text = "Wait {gap} days\n- [ ] Wait {gap} days { #mail-wait }\n```\nWait {gap} days\n```"

    assert parts(text) == [
        Plain("Wait {gap} days"),
        StepList((Step("mail-wait", "Wait {gap} days"),), (2,)),
        Plain("```"),
        Plain("Wait 10 days"),
        Plain("```"),
    ]


def test_a_label_is_as_long_as_it_reads() -> None:
    """Not as long as its tokens."""
    label = "Stop after {messages} messages with no reply"

    assert parts(f"- [ ] {label} {{ #mail-count }}")
    with pytest.raises(GuideError, match="has 46 characters"):
        parts(f"- [ ] {'x' * 43} {{gap}} {{ #mail-count }}")


def test_a_panel_is_placed_by_its_name() -> None:
    """On a line of its own."""
    assert parts("<!-- followup: plan -->") == [PanelPlace("plan")]


@pytest.mark.parametrize("fence", ["```", "~~~~", "```text"])
def test_examples_in_fences_are_left_alone(fence: str) -> None:
    """A page may show how a step is written."""
    closing = fence[:3] if fence.startswith("`") else fence
    text = f"{fence}\n- [ ] Not a step\n<!-- followup: nonsense -->\n{closing}\n- [ ] One {{ #a-step }}"

    assert parts(text)[-1] == StepList((Step("a-step", "One"),), (5,))
    assert all(isinstance(part, Plain) for part in parts(text)[:-1])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x\n- [ ] Ask when", "docs/guide/x.md:2: this step has no name. Add one at the end of the line, like { #meet-names }."),
        ("- [ ] Ask {messages}", "docs/guide/x.md:1: this step has no name."),
        ("- [ ] Ask { .core }", "docs/guide/x.md:1: this step has no name."),
        ("- [ ] Ask { #ask-when", "docs/guide/x.md:1: this step has no name."),
        ("x\n- [ ] Ask { #ask-when due=3 }", "docs/guide/x.md:2: “due=3” says nothing of a step."),
        ("- [ ] Ask { #Ask }", "docs/guide/x.md:1: “Ask” cannot be a step's name."),
        ("- [ ] Ask { #ask }", "docs/guide/x.md:1: “ask” cannot be a step's name."),
        ("- [ ] Ask { #ask-2 }", "cannot be a step's name."),
        ("- [ ] Ask { #a-very-long-name-indeed }", "with at most 16 characters."),
        ("- [ ] " + "x" * 46 + " { #a-step }", "has 46 characters. Shorten it to 45"),
        ("- [x] Ask { #ask-when }", "docs/guide/x.md:1: this looks like a step but is not written as one."),
        ("* [ ] Ask { #ask-when }", "looks like a step"),
        ("  - [ ] Ask { #ask-when }", "looks like a step"),
        ("- [] Ask { #ask-when }", "looks like a step"),
        ("- [ ] One { #a-step }\n  - [ ] Two { #b-step }", "docs/guide/x.md:2: this looks like a step"),
        ("On Tuesday 2 December 2026.", "docs/guide/x.md:1: “Tuesday 2 December 2026” is wrong: it is a Wednesday. Correct it."),
        ("By 31 November 2026.", "docs/guide/x.md:1: “31 November 2026” is wrong"),
        ("<!-- followup: plans -->", "docs/guide/x.md:1: there is no panel “plans”. Use one of next-step, journey,"),
    ],
)  # fmt: skip
def test_a_mistake_stops_with_file_line_and_remedy(text: str, message: str) -> None:
    """The author is told where it is and what to do."""
    with pytest.raises(GuideError) as caught:
        parts(text)

    assert message in str(caught.value)
