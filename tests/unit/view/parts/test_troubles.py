"""An error in one part costs that part: it says so, the others are there, and all can be deleted."""

import json
from collections.abc import Callable
from datetime import date
from types import ModuleType, SimpleNamespace
from typing import NoReturn

import pytest
from asking import INTERVIEW, Reader

from followup import words
from followup.dates.plan import Plan, Situation
from followup.dates.plan import plan as whole_plan
from followup.view.every_page import numbers, step_rows, switcher
from followup.view.panels import PANELS
from followup.view.parts import scene
from followup.view.what_to_say import message

OTHER = "other1"
NOT_SHOWN = words.plain(words.NOT_SHOWN)


def fail(*_: object, **__: object) -> NoReturn:
    """Fail as nobody thought of."""
    raise OverflowError("date value out of range, and <b>what the reader entered</b>")


@pytest.fixture(name="seeker")
def _seeker(reader: Reader) -> Reader:
    """A reader with two interviews, one of them without names, who sees the first."""
    reader.interview = OTHER
    reader.answer("interview", "20 11 2026")
    reader.interview = INTERVIEW
    reader.answer("interview", "24 11 2026")
    reader.text("employer", "Acme")
    return reader


@pytest.fixture(name="broken")
def _broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the plan of the interview on a day fail, and of no other."""

    def break_plan(day: str) -> None:
        def plan(situation: Situation) -> Plan:
            is_broken = situation.interview == date.fromisoformat(day)
            return fail() if is_broken else whole_plan(situation)

        monkeypatch.setattr(scene, "plan", plan)

    return break_plan


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_that_cannot_be_drawn_says_so_and_the_others_are_drawn(
    seeker: Reader, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It is out of sight, as what stands in it may be of another interview; later it comes back."""
    whole = seeker.ask()
    with monkeypatch.context() as patch:
        patch.setitem(PANELS, name, SimpleNamespace(fill=fail))
        answer = seeker.ask_whatever()

    assert answer["trouble"] == [f"{name}: OverflowError in fail"]
    assert answer["outputs"][f"trouble.{name}"] == NOT_SHOWN
    assert answer["inputs"][f"panel-{name}"] == {"attributes": {"hidden": ""}}
    for other in PANELS:
        assert (answer["outputs"][f"trouble.{other}"] == "") == (other != name)
    same = {output: html for output, html in whole["outputs"].items() if "trouble" not in output}
    kept = {output: same.get(output) for output in answer["outputs"] if output in same}
    assert {output: answer["outputs"][output] for output in kept} == kept
    again = seeker.ask()
    assert again == whole
    assert again["inputs"][f"panel-{name}"] == {"attributes": {"hidden": None}}


def test_an_interview_that_cannot_be_worked_out_costs_itself(
    seeker: Reader, broken: Callable[[str], None]
) -> None:
    """The other one has its row, its dates and its place in every list; both can be deleted."""
    broken("2026-11-20")
    seeker.choose("adviser-scope", "all", of="all")
    answer = seeker.ask_whatever()
    outputs = answer["outputs"]

    assert {outputs[f"trouble.{name}"] for name in PANELS} == {""}
    assert "Telephone them" in outputs["plan"]
    rows = outputs["interviews.open"]
    assert f'data-interview="{OTHER}" data-state="unknown"' in rows
    assert words.plain(words.INTERVIEW_NOT_SHOWN) in rows
    for interview in (INTERVIEW, OTHER):
        assert f'data-delete="{interview}"' in rows
        assert f'data-switch="{interview}"' in outputs["switcher.others"]
    assert f'data-interview="{INTERVIEW}" data-state="running"' in rows
    assert words.DUE_UNKNOWN in outputs["next-step"]
    assert f'data-interview="{INTERVIEW}"' in outputs["next-step"]
    assert outputs["due"] == ""
    assert words.plain(words.INTERVIEW_NOT_SHOWN) in outputs["adviser-text"]
    assert "Telephone them" in outputs["adviser-text"]
    assert answer["announce"]["saved"].startswith("Saved.")


def test_the_shown_interview_that_cannot_be_worked_out_leaves_the_lists(
    seeker: Reader, broken: Callable[[str], None]
) -> None:
    """What hangs on its plan says so; what was entered is there to correct, and it can be deleted."""
    broken("2026-11-24")
    answer = seeker.ask_whatever(changed=[seeker.last])
    outputs = answer["outputs"]

    for panel in ("plan", "calendar", "timeline", "checklist", "calendar-file"):
        assert outputs[f"trouble.{panel}"] == NOT_SHOWN
    for panel in ("questions", "interviews", "due", "switcher", "link", "backup", "restore", "log"):
        assert outputs[f"trouble.{panel}"] == ""
    assert f'data-delete="{INTERVIEW}"' in outputs["interviews.open"]
    assert f'data-interview="{OTHER}" data-state="running"' in outputs["interviews.open"]
    assert answer["inputs"]["interview-day"]["value"] == "24"
    assert outputs["due.meet-names"] == ""
    assert outputs["notice"] == words.plain(words.PART_NOT_SHOWN)
    assert answer["announce"]["saved"] == words.plain(words.SAVED)


def test_the_list_offers_deletion_even_if_nothing_of_it_can_be_told(
    seeker: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither which round follows which, nor the settings, nor a name."""
    monkeypatch.setattr(scene, "read_interviews", fail)
    monkeypatch.setattr(scene, "read_settings", fail)
    rows = seeker.ask_whatever()["outputs"]["interviews.open"]

    for interview in (INTERVIEW, OTHER):
        assert f'data-delete="{interview}"' in rows


@pytest.mark.parametrize(
    ("module", "name"),
    [(step_rows, "steps"), (switcher, "whose"), (numbers, "numbers"), (message, "message call")],
)
def test_what_stands_outside_of_panels_costs_itself_too(
    seeker: Reader, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> None:
    """The page says that a part of it is missing; the plan is there."""
    attribute = "whose" if name == "whose" else "_fill" if module is message else "fill"
    monkeypatch.setattr(module, attribute, fail)
    answer = seeker.ask_whatever()

    assert f"{name}: OverflowError in fail" in answer["trouble"]
    assert answer["outputs"]["notice"] == words.plain(words.PART_NOT_SHOWN)
    assert "Telephone them" in answer["outputs"]["plan"]
    assert answer["outputs"]["message-paper.call"]


def test_nothing_that_was_entered_is_told_to_the_console(
    seeker: Reader, broken: Callable[[str], None]
) -> None:
    """A trouble names the part and the error, and none of the reader's words."""
    broken("2026-11-24")
    told = json.dumps(seeker.ask_whatever()["trouble"])

    assert "OverflowError in fail" in told
    assert "entered" not in told
    assert "Acme" not in told


def test_a_trouble_is_not_remembered(seeker: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be made is made anew once it can be."""
    whole = seeker.ask(changed=[])
    with monkeypatch.context() as patch:
        patch.setattr(scene, "plan", fail)
        seeker.text("role", "Cook", of=OTHER)
        seeker.ask_whatever(changed=[])
    del seeker.records[seeker.last]

    assert seeker.ask(changed=[]) == whole
