"""Dates as people type them, and the sentence that each wrong one gets."""

from datetime import date

import pytest

from followup import words
from followup.dates import civil_date
from followup.dates.civil_date import Problem, Typed

TODAY = date(2026, 11, 22)


def read(day: str, month: str, year: str) -> date | Problem | None:
    """Read three boxes as the interview date."""
    return civil_date.read(Typed(day, month, year), "interview date", TODAY)


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        (("24", "11", "2026"), date(2026, 11, 24)),
        (("24", "November", "2026"), date(2026, 11, 24)),
        ((" 24 ", " nov ", " 2026 "), date(2026, 11, 24)),
        (("24", "NOV.", "2026"), date(2026, 11, 24)),
        (("1st", "Sept", "2026"), date(2026, 9, 1)),
        (("3", "jul", "2026"), date(2026, 7, 3)),
        (("03", "07", "2026"), date(2026, 7, 3)),
        (("29", "Feb", "2028"), date(2028, 2, 29)),
        (("22", "11", "2024"), date(2024, 11, 22)),
        (("31", "12", "2029"), date(2029, 12, 31)),
        (("24.", "11.", "2026."), date(2026, 11, 24)),
        (("٢٤", "١١", "٢٠٢٦"), date(2026, 11, 24)),
        (("۲۴", "۱۱", "۲۰۲۶"), date(2026, 11, 24)),
        (("२४", "११", "२०२६"), date(2026, 11, 24)),
        (("２４", "Ｎｏｖ", "２０２６"), date(2026, 11, 24)),
        (("\u200e24\u200f", "\u200bnov\ufeff", "\ufeff2026\u200b"), date(2026, 11, 24)),
        (("๒๔", "\u206611\u2069", "\u00a02026"), date(2026, 11, 24)),
    ],
)
def test_a_date_is_read_as_people_type_it(boxes: tuple[str, str, str], expected: date) -> None:
    """Numbers, names, short names, ordinals and spaces around them are read."""
    assert expected == read(*boxes)


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        (("24", "11", ""), date(2026, 11, 24)),
        (("8", "Dec", " "), date(2026, 12, 8)),
        (("5", "1", ""), date(2027, 1, 5)),
        (("22", "5", ""), date(2027, 5, 22)),
        (("24", "5", ""), date(2026, 5, 24)),
        (("23", "5", ""), date(2027, 5, 23)),
    ],
)
def test_a_year_that_is_left_out_is_the_nearest(
    boxes: tuple[str, str, str], expected: date
) -> None:
    """Counted from the day on which it was typed, so that it stays the same date for ever."""
    assert expected == read(*boxes)


def test_a_leap_day_without_a_year_is_in_the_nearest_year_that_has_one() -> None:
    """As far as a year before or after today."""
    leap = Typed("29", "2", "")

    assert civil_date.read(leap, "interview date", date(2027, 6, 1)) == date(2028, 2, 29)
    assert civil_date.read(leap, "interview date", date(2028, 12, 1)) == date(2028, 2, 29)


def test_three_empty_boxes_are_no_answer() -> None:
    """Nothing typed is not a mistake."""
    assert read("", " ", "") is None


@pytest.mark.parametrize(
    ("boxes", "wrong", "sentence"),
    [
        (("24", "", ""), ("month",), "The interview date also needs a month."),
        (("", "", "2026"), ("day", "month"), "The interview date also needs a day and month."),
        (("31", "11", ""), ("day", "month"), "There is no 31 November 2026. Check the interview date."),
        (("29", "2", ""), ("day", "month"), "There is no 29 February 2026. Check the interview date."),
        (("", "11", "2026"), ("day",), "The interview date also needs a day."),
        (("31", "11", "2026"), ("day", "month"), "There is no 31 November 2026. Check the interview date."),
        (("29", "2", "2027"), ("day", "month"), "There is no 29 February 2027. Check the interview date."),
        (("31", "02", "2026"), ("day", "month"), "There is no 31 February 2026. Check the interview date."),
        (("0", "11", "2026"), ("day", "month"), "There is no 0 November 2026. Check the interview date."),
        (("x", "11", "2026"), ("day",), "Type the day of the interview date as a number, like 24."),
        (("24", "13", "2026"), ("month",), "Type the month of the interview date as a name or a number, like November or 11."),
        (("24", "ma", "2026"), ("month",), "Type the month of the interview date as a name or a number, like November or 11."),
        (("24", "11", "26"), ("year",), "Type the year of the interview date with 4 digits, like 2026."),
        (("24", "11", "0026"), ("year",), "The year of the interview date must be from 2024 to 2029."),
        (("24", "11", "2023"), ("year",), "The year of the interview date must be from 2024 to 2029."),
        (("24", "11", "2030"), ("year",), "The year of the interview date must be from 2024 to 2029."),
    ],
)  # fmt: skip
def test_a_wrong_date_is_refused_with_its_sentence(
    boxes: tuple[str, str, str], wrong: tuple[str, ...], sentence: str
) -> None:
    """The sentence names the field, and the boxes to look at are marked."""
    problem = read(*boxes)

    assert isinstance(problem, Problem)
    assert wrong == problem.boxes
    assert sentence == words.plain(problem.sentence)


@pytest.mark.parametrize("text", ["2026-W48-7", "20261122", "2026-11-31", "2026-1-1", "", "x"])
def test_iso_texts_of_other_forms_are_refused(text: str) -> None:
    """Python's own reader would take the first two."""
    with pytest.raises(ValueError, match=r"."):
        civil_date.from_iso(text)


def test_a_day_is_spelled_in_full() -> None:
    """With weekday, day, month and year."""
    assert words.spell_day(date(2026, 12, 1)) == "Tuesday 1 December 2026"
