"""Numbers in the words of pages and steps: the reader's own, in words that fit them."""

import pytest
from asking import Reader
from guide_steps import step
from htpy import fragment

from followup.dates.rules import GUIDE, Rules
from followup.guide.contents import Guide, Page, Step
from followup.guide.numbers import fill_guides, filled, has_live
from followup.view.every_page.numbers import spans

ALL = "all"


def test_pages_show_the_guides_numbers_until_one_is_set(reader: Reader) -> None:
    """And say nothing of whose they are."""
    outputs = reader.ask(panels=[], steps=[])["outputs"]

    for name, number, counted in (
        ("first_wait", "7", "7 days"),
        ("grace", "2", "2 days"),
        ("gap", "10", "10 days"),
        ("messages", "3", "3 messages"),
    ):
        assert outputs[f"number.{name}"] == number
        assert outputs[f"number.{name}.counted"] == counted
    assert outputs["own-numbers"] == ""


def test_a_number_of_ones_own_stands_in_every_page_which_says_so(reader: Reader) -> None:
    """With the way to Settings, from wherever the site stands."""
    reader.text("gap", "7", ALL)
    reader.text("messages", "1", ALL)
    outputs = reader.ask(panels=[], site="https://example.org/careers/follow-up/")["outputs"]

    assert outputs["number.gap.counted"] == "7 days"
    assert outputs["number.messages.counted"] == "1 message"
    assert outputs["number.messages"] == "1"
    assert outputs["number.first_wait.counted"] == "7 days"
    assert '<a href="/careers/follow-up/plan/settings/">Settings</a>' in outputs["own-numbers"]


@pytest.mark.parametrize("typed", ["10", "", "x", "61"])
def test_the_guides_number_is_nobodys_own(reader: Reader, typed: str) -> None:
    """Also if it was typed, or another one was refused."""
    reader.text("gap", typed, ALL)
    outputs = reader.ask(panels=[])["outputs"]

    assert outputs["number.gap"] == "10"
    assert outputs["own-numbers"] == ""


def test_a_setting_of_another_kind_is_no_number(reader: Reader) -> None:
    """A way of contact stands in no sentence of a page."""
    reader.choose("later-channel", "phone", ALL)

    assert reader.ask(panels=[])["outputs"]["own-numbers"] == ""


def test_what_is_counted_goes_with_its_number() -> None:
    """One is not several, none is."""
    rules = Rules(first_wait=0, grace=1, gap=1, messages=1)

    assert filled("Wait {gap} days, {grace} days, {first_wait} days.", rules) == "Wait 1 day, 1 day, 0 days."  # fmt: skip
    assert filled("Message {messages} of {messages} messages", rules) == "Message 1 of 1 message"
    assert filled("A {gap}-day wait, {gap} daystar", rules) == "A 1-day wait, 1 daystar"
    assert filled("Wait {gap} days") == "Wait 10 days"


def test_other_braces_are_left_alone() -> None:
    """They may be an author's, or a list of attributes."""
    text = "{gaps} { gap } {too_late} {guide gap} {{x}}"

    assert filled(text, GUIDE) == text
    assert not has_live(text)
    assert fill_guides("{guide gap} {gap} {too_late} {gaps}") == "10 10 60 {gaps}"


def test_markup_between_numbers_stays_text() -> None:
    """Labels are words."""
    step = Step("mail-wait", "<b>{gap} days")
    guide = Guide((Page("guide/x.md", "X", (step,)),))
    [page] = Guide.from_json(guide.to_json()).pages

    assert page.steps == (step,)
    assert str(fragment[spans("a {gap} b")]) == 'a <span data-output="number.gap">10</span> b'  # fmt: skip


def test_a_step_of_an_outcome_has_the_readers_number() -> None:
    """Where labels go into a sentence, as text."""
    page = Page("guide/no.md", "No", (step("no-thank", "Thank them within {gap} days"),))
    own = Reader(Guide((page,)))
    own.answer("interview", "20 11 2026")
    own.text("gap", "1", ALL)
    own.choose("outcome", "turned_down")

    assert "Thank them within 1 day<" in own.ask()["outputs"]["outcome-next"]
