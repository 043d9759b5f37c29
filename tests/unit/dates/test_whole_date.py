"""Whole dates: typed or pasted into one box, in the ways in which people write them."""

from datetime import date

import pytest

from followup import words
from followup.dates import civil_date
from followup.dates.civil_date import DAY_FIRST, MONTH_FIRST, Problem, Typed

TODAY = date(2026, 11, 22)
BOXES = ("day", "month", "year")
TUESDAY = date(2026, 11, 24)
ANY_ORDER = ("", DAY_FIRST, MONTH_FIRST)


def read(text: str, first: str = "", box: str = "day") -> date | Problem | None:
    """Read a text that stands in one box of the interview date."""
    return civil_date.read(Typed(**{box: text}, first=first), "interview date", TODAY)


def refused(typed: Typed) -> str:
    """Return the sentence with which a date is refused."""
    problem = civil_date.read(typed, "interview date", TODAY)
    assert isinstance(problem, Problem)
    return words.plain(problem.sentence)


@pytest.mark.parametrize(
    "text",
    [
        "24 November 2026",
        "24/11/2026",
        "11/24/2026",
        "2026-11-24",
        "2026/11/24",
        "Tue, Nov 24, 2026",
        "Tuesday 24 November 2026",
        "Tuesday, November 24th, 2026",
        "the 24th of November, 2026",
        "24. November 2026",
        "24.11.2026",
        "24-Nov-2026",
        "24Nov2026",
        "2026 Nov 24",
        "2026年11月24日",
        "2026. 11. 24.",
        "٢٤/١١/٢٠٢٦",
        "۲۴ November ۲۰۲۶",
        "２０２６－１１－２４",
        "\u200e24\u200f/\u200e11\u200f/\u200e2026\ufeff",
    ],
)
def test_a_date_that_can_mean_one_day_is_read_in_every_box(text: str) -> None:
    """Whatever the language of the browser was."""
    for first in ANY_ORDER:
        assert {read(text, first, box) for box in BOXES} == {TUESDAY}


def test_in_a_date_of_numbers_what_comes_first_was_settled_as_it_was_written() -> None:
    """The day, or the month where the browser was set to US English; it is told which."""
    for text in ("3/4/2026", "03.04.2026", "3-4-2026", "٣/٤/٢٠٢٦"):
        assert read(text, DAY_FIRST) == date(2026, 4, 3)
        assert read(text, MONTH_FIRST) == date(2026, 3, 4)
        assert civil_date.order_taken(Typed(text, first=DAY_FIRST)) == DAY_FIRST
        assert civil_date.order_taken(Typed(text, first=MONTH_FIRST)) == MONTH_FIRST


def test_where_it_was_not_settled_nothing_is_guessed() -> None:
    """As in what was written before whole dates were read: it was refused, and stays so."""
    assert refused(Typed("3/4/2026")).startswith("Type the month of the interview date as a name")
    assert civil_date.spread(Typed("3/4/2026")) == Typed("3/4/2026")


def test_nothing_is_told_where_nothing_had_to_be_settled() -> None:
    """One of the numbers can be no month, or both are the same, or the weekday tells."""
    for text in ("24/11/2026", "11/24/2026", "4/4/2026", "Tue 3/11/2026", "3 April 2026", "3"):
        for first in ANY_ORDER:
            assert civil_date.order_taken(Typed(text, first=first)) == ""
    assert read("Tue 3/11/2026", MONTH_FIRST) == date(2026, 11, 3)


def test_a_whole_date_is_spread_over_the_boxes() -> None:
    """As plain parts, which mean the same day wherever they are read again."""
    for box in BOXES:
        typed = Typed(**{box: "Tue, Nov 24th, 2026"}, first=MONTH_FIRST)
        assert civil_date.spread(typed) == Typed("24", "Nov", "2026")
    assert civil_date.spread(Typed("3/4/2026", first=MONTH_FIRST)) == Typed("4", "3", "2026")


def test_a_date_may_stand_in_two_boxes() -> None:
    """Day and month together, the year where it belongs."""
    assert civil_date.spread(Typed("24 Nov", "", "2026")) == Typed("24", "nov".title(), "2026")
    assert civil_date.read(Typed("24/11", "", "2026"), "interview date", TODAY) == TUESDAY


def test_a_whole_date_counts_before_what_is_left_of_another() -> None:
    """Pasted over the day of a date that stood there."""
    typed = Typed("Tuesday 24 November 2026", "12", "2027")

    assert civil_date.read(typed, "interview date", TODAY) == TUESDAY
    assert civil_date.spread(typed) == Typed("24", "November", "2026")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (Typed("next Tuesday"), "Type the interview date as in 24 November 2026, or use one box each for day, month and year."),
        (Typed("24 Nov 26"), "Type the interview date as in 24 November 2026, or use one box each for day, month and year."),
        (Typed("24/11/26", first=DAY_FIRST), "Type the interview date as in 24 November 2026, or use one box each for day, month and year."),
        (Typed("24 Novembr 2026"), "Type the interview date as in 24 November 2026, or use one box each for day, month and year."),
        (Typed("1 May 2026", "2 May 2026"), "Type the interview date as in 24 November 2026, or use one box each for day, month and year."),
        (Typed("x" * 4000), "Type the interview date as in 24 November 2026, or use one box each for day, month and year."),
        (Typed("Monday 24 November 2026"), "The interview date says Monday, but that day is Tuesday 24 November 2026. Correct one of them."),
        (Typed("29/2/2027", first=DAY_FIRST), "There is no 29 February 2027. Check the interview date."),
        (Typed("4/31/2026"), "There is no 31 April 2026. Check the interview date."),
        (Typed("31 November 2026"), "There is no 31 November 2026. Check the interview date."),
        (Typed("13/13/2026"), "Type the month of the interview date as a name or a number, like November or 11."),
        (Typed("24 November 2036"), "The year of the interview date must be from 2024 to 2029."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_a_sentence_that_says_what_to_do(
    typed: Typed, sentence: str
) -> None:
    """The sentence fits what was typed."""
    assert sentence == refused(typed)


def test_what_cannot_be_read_stays_in_its_box() -> None:
    """A weekday that is wrong too: whoever reads the sentence sees what it speaks of."""
    for text in ("next Tuesday", "24/11/26", "Monday 24 November 2026"):
        assert civil_date.spread(Typed(text, first=DAY_FIRST)) == Typed(text, first=DAY_FIRST)
