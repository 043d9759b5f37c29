"""The one door: every worked case through it, hostile questions, and that it remembers nothing."""

import json

import pytest
from asking import Reader
from plan_cases import CASES, Case

from followup.app import open_app
from followup.errors import AskError, GuideError
from followup.guide import Guide


@pytest.mark.parametrize(
    "case", [one for one in CASES if not one.holidays], ids=lambda one: one.name
)
def test_worked_case_through_the_door(reader: Reader, case: Case) -> None:
    """What was typed and logged gives the dates of the contract, marked as promised."""
    reader.today = case.interview.isoformat()
    reader.answer("interview", case.interview)
    if case.decision:
        reader.answer("decision", case.decision)
    reader.today = case.today.isoformat()
    for entry in case.log:
        purpose = entry.get("purpose", "follow_up")
        reader.log(entry["kind"], entry["day"], entry.get("new_decision", ""), purpose)
    kind, channel, day, *_ = case.next or case.steps[0]
    panel = str(reader.ask()["outputs"]["plan"])

    assert f'data-step="{kind}" data-state="{case.state}" data-channel="{channel}"' in panel
    marked = panel.partition(f'data-state="{case.state}"')[2]
    assert marked.partition("<time ")[2].startswith(f'datetime="{day.isoformat()}"')


def test_it_remembers_nothing(reader: Reader) -> None:
    """The same question gets the same answer, whatever was asked between."""
    reader.answer("interview", "24 11 2026")
    first = reader.ask()
    reader.ask(records={}, today="2027-01-01")

    assert reader.ask() == first


def test_records_that_cannot_be_read_are_counted_and_harm_nothing(reader: Reader) -> None:
    """The reader is told, and everything else works."""
    reader.tick("meet-names")
    reader.records |= {"7.x.0": "[" * 3000, "8.x.0": '{"format":9}', "nonsense": "{}"}
    answer = reader.ask(changed=[])

    assert answer["outputs"]["notice"] == "3 saved entries could not be read. Nothing was deleted."
    assert answer["inputs"]["tick-meet-names"]["checked"] is True


def test_the_announcement_tells_what_the_last_record_did(reader: Reader) -> None:
    """It says that it is kept and what follows, and nothing where this tab wrote nothing."""
    reader.tick("meet-names")
    assert reader.ask()["announce"] == "Kept in this browser. 1 of 5 done."

    reader.answer("interview", "24 11 2026")
    assert reader.ask()["announce"] == "Kept in this browser. Next: telephone them on Tuesday 1 December 2026."  # fmt: skip

    assert reader.ask(changed=[])["announce"] == ""


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '" onfocus="x', "{{7*7}}"])
def test_what_was_typed_comes_back_as_text(reader: Reader, hostile: str) -> None:
    """As a value to set, never as markup."""
    reader.answer("interview", f"{hostile.replace(' ', '')} 11 2026")
    answer = reader.ask()

    assert answer["inputs"]["interview-day"]["value"] == hostile.replace(" ", "")
    assert not any(hostile in str(html) for html in answer["outputs"].values())


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"records":[]}', '{"records":{},"today":"x"}'])  # fmt: skip
def test_a_question_of_another_shape_is_refused(guide: Guide, text: str) -> None:
    """With the package's own error."""
    with pytest.raises(AskError):
        open_app(guide.to_json())(text)


def test_someone_who_comes_very_late_is_told_what_still_makes_sense(reader: Reader) -> None:
    """No step is due, and nobody is shouted at (rule 9)."""
    reader.today = "2027-06-30"
    reader.answer("interview", "24 11 2026")
    panel = reader.ask()["outputs"]["plan"]

    assert "It is probably too late: the last date of this plan was" in panel
    assert "You can still send one short message" in panel
    assert "data-step" not in panel
    assert reader.ask()["outputs"]["due.meet-names"] == "The time for this had passed already"


def test_unknown_panels_and_steps_are_left_out(reader: Reader) -> None:
    """A page of another version may name some."""
    answer = reader.ask(panels=["plan", "nonsense"], steps=["gone-step", "meet-names"])

    assert "nonsense" not in answer["outputs"]
    assert "tick-gone-step" not in answer["inputs"]


def test_a_guide_that_cannot_be_read_is_refused() -> None:
    """With the package's own error, naming the remedy."""
    with pytest.raises(GuideError, match="make runtime"):
        open_app(json.dumps({"pages": [{"path": 1}]}))
