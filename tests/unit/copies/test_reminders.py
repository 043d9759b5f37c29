"""When a reminder to take a copy is due: with a reason, at most one, and never a nag."""

import pytest
from asking import INTERVIEW
from diary import OTHER, START, Diary, day

from followup.copies.reminders import WEEK, Reminder, last_file
from followup.records.record import ALL


@pytest.fixture(name="diary")
def _diary() -> Diary:
    """A reader with an interview date, entered on the first day."""
    diary = Diary()
    diary.answer("interview", START)
    return diary


def test_nothing_is_due_for_a_newcomer() -> None:
    """There is nothing to lose."""
    assert Diary().due(100) is None


def test_the_first_copy_is_due_when_something_is_older_than_a_week(diary: Diary) -> None:
    """With the day since which it has been here only."""
    assert diary.due(WEEK) is None
    assert diary.due(WEEK + 1) == Reminder(copied=False, day=START)


@pytest.mark.parametrize(
    ("name", "of"),
    [("backup", ALL), ("link", ALL), ("link", INTERVIEW), ("calendar-first-0", INTERVIEW)],
)
def test_after_a_copy_it_is_due_a_week_later_if_something_has_changed(
    diary: Diary, name: str, of: str
) -> None:
    """Whichever way the copy was taken."""
    diary.on(8).export(name, of)
    assert diary.due(100) is None
    diary.on(9).tick("meet-names")

    assert diary.due(8 + WEEK) is None
    assert diary.due(8 + WEEK + 1) == Reminder(copied=True, day=day(8))


def test_a_copy_of_one_interview_is_none_of_another(diary: Diary) -> None:
    """The other one, and it alone, is still at risk."""
    diary.interview = OTHER
    diary.on(2).answer("interview", day(2))
    diary.on(3).export("link", INTERVIEW)

    assert diary.due(2 + WEEK + 1) == Reminder(copied=False, day=day(2))
    diary.on(4).export("backup")
    assert diary.due(100) is None


def test_a_copy_that_was_taken_back_is_none(diary: Diary) -> None:
    """As when the calendar entry was deleted."""
    diary.on(1).export("calendar-first-0", INTERVIEW)
    diary.on(2).export("calendar-first-0", INTERVIEW, on=False)

    assert diary.due(WEEK + 1) == Reminder(copied=False, day=START)


def test_an_entry_that_went_in_by_a_form_is_none(diary: Diary) -> None:
    """Its form had no link to the plan; a file that is taken after it has one."""
    diary.on(1).export("calendar-first-0", INTERVIEW)
    diary.on(1).export("form-first-0", INTERVIEW)
    assert diary.due(WEEK + 1) == Reminder(copied=False, day=START)

    diary.on(2).export("calendar-first-0", INTERVIEW)
    assert diary.due(100) is None


def test_settings_are_at_risk_and_ways_to_see_are_not() -> None:
    """A copy of any interview carries the settings too."""
    diary = Diary()
    diary.choose("show", "core", ALL)
    diary.choose("link-names", "yes", ALL)
    assert diary.due(100) is None
    diary.on(1).text("gap", "12", ALL)
    assert diary.due(1 + WEEK + 1) == Reminder(copied=False, day=day(1))
    diary.on(2).answer("interview", START)
    diary.on(3).export("calendar-first-0", INTERVIEW)
    assert diary.due(100) is None


def test_a_deleted_interview_is_not_at_risk(diary: Diary) -> None:
    """Nor is that it was deleted."""
    diary.on(1).write("deleted", on=True)

    assert diary.due(100) is None


def test_not_now_means_not_for_a_week(diary: Diary) -> None:
    """Then it may come once more."""
    diary.on(8).export("remind-later")

    assert [diary.due(number) is None for number in (8, 8 + WEEK - 1, 8 + WEEK)] == [True, True, False]  # fmt: skip


@pytest.mark.parametrize("name", ["backup", "remind-later"])
def test_a_clock_that_was_wrong_once_does_not_silence_it_for_years(diary: Diary, name: str) -> None:
    """A copy of a day to come is of an unknown age."""
    diary.on(4000).export(name)
    diary.on(1).tick("meet-names")

    assert diary.due(20)


def test_the_last_file_is_the_one_that_is_told(diary: Diary) -> None:
    """A link is none."""
    diary.on(2).export("link")
    assert last_file(diary.state()) is None
    diary.on(3).export("backup")
    diary.on(5).export("backup")
    assert last_file(diary.state()) == day(5)
