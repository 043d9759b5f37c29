"""Date questions, all of them: whole dates, digits of any script, and how they are shown again."""

from datetime import date
from typing import Any

import pytest
from asking import PLAN_PANELS, Reader

from followup.view.parts import date_boxes

INTERVIEW = {"day": "24", "month": "11", "year": "2026"}
ECHOED = ("interview", "decision", "outcome-day", "offer-deadline", "pin")
MONTH_READ = "The first number was read as the month, as your browser is set to US English."


def whole(text: str, first: str = "day") -> dict[str, str]:
    """Return a date as the page writes it when it stands whole in the box for the day."""
    return {"day": text, "month": "", "year": "", "first": first}


def boxes(answer: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return what a question's boxes shall hold."""
    return tuple(answer["inputs"][f"{name}-{part}"]["value"] for part in ("day", "month", "year"))


def answered(reader: Reader, name: str, typed: dict[str, str]) -> dict[str, Any]:
    """Answer a question that saves itself, where all that it waits for is known."""
    reader.today = "2026-12-01"
    reader.write("answer", question="interview", typed=INTERVIEW)
    if name in ("outcome-day", "offer-deadline"):
        reader.choose("outcome", "offer")
    question = {"pin": "pin-0"}.get(name, name)
    reader.write("answer", question=question, typed=typed)
    return reader.ask()


@pytest.mark.parametrize("name", ECHOED)
def test_a_whole_date_is_spread_over_the_boxes_and_echoed(reader: Reader, name: str) -> None:
    """Of every question that saves itself; nothing is refused."""
    answer = answered(reader, name, whole("Tuesday 1 December 2026"))

    assert boxes(answer, name) == ("1", "December", "2026")
    assert "Tuesday 1 December 2026" in answer["outputs"][f"echo.{name}"]
    assert answer["outputs"][f"problem.{name}"] == ""


@pytest.mark.parametrize("name", ECHOED)
def test_digits_of_any_script_are_read_and_stay_as_typed(reader: Reader, name: str) -> None:
    """With marks that nobody sees around them."""
    typed = {"day": "\u200f١\u200f", "month": "１２.", "year": "\u200b२०२६"}
    answer = answered(reader, name, typed)

    assert "Tuesday 1 December 2026" in answer["outputs"][f"echo.{name}"]
    assert boxes(answer, name) == tuple(typed.values())


@pytest.mark.parametrize(
    ("first", "day", "note"),
    [
        ("day", date(2027, 4, 3), "The first number was read as the day."),
        ("month", date(2027, 3, 4), MONTH_READ),
    ],
)
def test_how_numbers_were_read_is_said_beside_the_day(
    reader: Reader, first: str, day: date, note: str
) -> None:
    """And it is the same day in a browser of any language."""
    answered(reader, "decision", whole("3/4/2027", first))
    for language in ("en-US", "en-GB", "ar", ""):
        answer = reader.ask(language=language)
        assert day.isoformat() in answer["outputs"]["echo.decision"]
        assert note in answer["outputs"]["echo.decision"]
        assert boxes(answer, "decision") == (str(day.day), str(day.month), "2027")


def test_what_was_written_before_whole_dates_were_read_means_what_it_meant(reader: Reader) -> None:
    """Which number came first was never settled, so it is refused as it was, and stays as typed."""
    answer = answered(reader, "decision", {"day": "3/4/2027", "month": "", "year": ""})

    assert "Type the month" in answer["outputs"]["problem.decision"]
    assert boxes(answer, "decision") == ("3/4/2027", "", "")


def test_a_whole_date_in_the_contact_form_is_logged(reader: Reader) -> None:
    """Both dates; loaded again to be changed, they stand in their boxes."""
    reader.today = "2027-03-20"
    reader.write("answer", question="interview", typed=INTERVIEW)
    dates = {"contact": whole("Mar 4, 2027"), "new-decision": whole("3/4/2027", "day")}
    reader.write(
        "entry",
        form="contact",
        fields={"kind": "they-called"},
        dates=dates,
        texts={"who": "", "note": ""},
        entry="e1",
    )
    log = reader.ask()["outputs"]["log"]

    assert "Thursday 4 March 2027" in log
    assert "Saturday 3 April 2027" in log
    assert "The first number was read as the day." in log
    loaded = reader.ask(editing="e1")
    assert boxes(loaded, "contact") == ("4", "Mar", "2027")
    assert boxes(loaded, "new-decision") == ("3", "4", "2027")


def test_whole_closed_days_are_read(reader: Reader) -> None:
    """First and last; what decided on the order stands beside them."""
    dates = {"closed-first": whole("12/1/2026", "month"), "closed-last": whole("2026-12-05")}
    reader.write(
        "entry", form="closed", fields={}, dates=dates, texts={"label": "Move"}, entry="c1"
    )
    shown = reader.ask()["outputs"]["closed-list"]

    assert "Tuesday 1 December 2026" in shown
    assert "Saturday 5 December 2026" in shown
    assert MONTH_READ in shown


def test_a_whole_date_gives_the_same_plan_as_its_parts(reader: Reader) -> None:
    """To the letter, but for the boxes themselves."""
    reader.write("answer", question="interview", typed=INTERVIEW)
    parts = reader.ask(panels=PLAN_PANELS)["outputs"]
    reader.write("answer", question="interview", typed=whole("24/11/2026"))

    assert reader.ask(panels=PLAN_PANELS)["outputs"] == parts


def test_no_box_of_a_date_cuts_what_is_pasted() -> None:
    """The form as built has no longest text, and asks for no pattern."""
    built = str(date_boxes.blank("interview", saves_itself=True))
    assert "maxlength" not in built
    assert "pattern" not in built
