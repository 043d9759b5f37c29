"""The checklist: progress, dates of steps, rounds, and logging that ticks."""

import pytest
from asking import PLAN_PANELS, Reader
from guide_steps import ALL_STEPS


@pytest.fixture(name="walker")
def _walker() -> Reader:
    """A reader whose guide has every step."""
    return Reader(ALL_STEPS)


def checked(reader: Reader, step: str) -> object:
    """Return whether a step's box is ticked."""
    return reader.ask()["inputs"][f"tick-{step}"]["checked"]


def due(reader: Reader, step: str) -> object:
    """Return what is said about a step's date."""
    return reader.ask()["outputs"][f"due.{step}"]


def progress(reader: Reader) -> object:
    """Return the progress in words."""
    return reader.ask()["outputs"]["progress"]


def test_progress_counts_the_steps_that_apply(reader: Reader) -> None:
    """The core steps, or all six: one of them needs an outcome; setting one aside leaves four."""
    reader.tick("meet-names")

    assert progress(reader) == "1 of 3 done (core steps)"
    assert reader.ask()["inputs"]["show-core"] == {"checked": True}

    reader.choose("show", "all", of="all")

    assert progress(reader) == "1 of 5 done"

    reader.write("aside", step="meet-next", on=True)

    assert progress(reader) == "1 of 4 done"
    assert due(reader, "meet-next") == "Does not apply"

    reader.write("aside", step="meet-next", on=False)

    assert progress(reader) == "1 of 5 done"


def test_a_step_that_is_ticked_is_not_set_aside(reader: Reader) -> None:
    """Whichever came first; without the tick it is set aside as it was."""
    reader.write("aside", step="meet-names", on=True)
    assert reader.ask()["inputs"]["meet-names"]["attributes"]["data-state"] == "aside"
    assert progress(reader) == "0 of 2 done (core steps)"

    reader.tick("meet-names")
    answer = reader.ask()
    assert answer["inputs"]["meet-names"]["attributes"]["data-state"] == "done"
    assert answer["inputs"]["aside-meet-names"]["attributes"]["aria-pressed"] == "false"
    assert due(reader, "meet-names") == ""
    assert progress(reader) == "1 of 3 done (core steps)"

    reader.tick("meet-names", on=False)
    assert reader.ask()["inputs"]["meet-names"]["attributes"]["data-state"] == "aside"


def test_what_has_happened_is_shown_beside_the_core_steps(reader: Reader) -> None:
    """The steps of an outcome are not core steps; once there is that outcome, they count."""
    reader.choose("outcome", "turned_down")

    assert reader.ask()["inputs"]["no-thank"]["attributes"]["data-brought"] == "true"
    with_outcome = progress(reader)
    reader.write("aside", step="no-thank", on=True)

    assert reader.ask()["inputs"]["no-thank"]["attributes"]["data-brought"] == "true"
    reader.write("aside", step="no-thank", on=False)
    reader.choose("outcome", "none")

    assert reader.ask()["inputs"]["no-thank"]["attributes"]["data-brought"] is None
    assert with_outcome != progress(reader)


def test_each_step_says_by_when_once_the_interview_date_is_known(reader: Reader) -> None:
    """Dates of contacts come from the plan, working days from its dates."""
    assert due(reader, "meet-names") == ""

    reader.answer("interview", "24 11 2026")

    assert "Due today" in str(due(reader, "meet-names"))
    assert '<time datetime="2026-12-04">' in str(due(reader, "first-call"))
    assert '<time datetime="2026-12-15">' in str(due(reader, "mail-send"))


def test_steps_that_were_over_before_the_interview_was_entered_are_not_due(reader: Reader) -> None:
    """Who starts late is not shouted at (rule 9)."""
    reader.today = "2026-12-02"
    reader.answer("interview", "24 11 2026")

    assert due(reader, "meet-names") == "The time for this had passed already"
    assert reader.ask()["inputs"]["meet-names"] == {"attributes": {"data-state": "passed"}}


def test_a_step_whose_day_went_by_says_so(reader: Reader) -> None:
    """Entered in time and not done."""
    reader.answer("interview", "24 11 2026")
    reader.today = "2026-11-26"

    assert str(due(reader, "meet-names")).startswith("Was for ")


def test_logging_ticks_the_step_and_ticking_logs_nothing(reader: Reader) -> None:
    """Rule 8, both halves; the reader's own later untick wins over the log."""
    reader.today = "2026-12-04"
    reader.answer("interview", "24 11 2026")
    reader.tick("first-call")

    assert "Nothing is logged yet" in str(reader.ask()["outputs"]["log"])

    reader.log("called", "3 12 2026", entry="e1")

    assert (checked(reader, "first-call"), checked(reader, "first-log")) == (True, True)

    reader.tick("first-log", on=False)

    assert checked(reader, "first-log") is False

    reader.write("removed", entry="e1", on=True)

    assert checked(reader, "first-call") is True


def test_after_the_last_message_no_other_is_asked_for(reader: Reader) -> None:
    """The plan says close; the steps of another message neither count nor have a date."""
    reader.today = "2026-12-21"
    reader.answer("interview", "24 11 2026")
    reader.choose("show", "all", of="all")
    before = progress(reader)
    for day, kind in (("1", "called"), ("11", "emailed"), ("21", "emailed")):
        reader.log(kind, f"{day} 12 2026")

    assert due(reader, "mail-send") == ""
    assert before == "0 of 5 done"
    assert progress(reader) == "2 of 4 done"


def test_steps_that_come_round_again_are_ticked_per_round(reader: Reader) -> None:
    """After another follow-up the step of the next round is open again."""
    reader.today = "2026-12-22"
    reader.answer("interview", "24 11 2026")
    reader.log("called", "1 12 2026")
    reader.tick("mail-send", number=1)

    assert checked(reader, "mail-send") is True

    reader.log("emailed", "11 12 2026")

    assert checked(reader, "mail-send") is False
    assert reader.ask()["inputs"]["tick-mail-send"]["attributes"] == {"data-round": "2"}


def test_after_the_first_contact_its_other_steps_are_over(walker: Reader) -> None:
    """Who emailed is not told that a voicemail was due; who reached nobody has left one."""
    walker.steps = ["first-call", "first-voicemail", "first-email", "first-log"]
    walker.answer("interview", "24 11 2026")
    walker.today = "2026-12-20"
    walker.log("emailed", "1 12 2026", entry="e1")

    assert [due(walker, name) for name in ("first-call", "first-voicemail")] == ["", ""]
    assert checked(walker, "first-email") is True

    walker.log("called", "1 12 2026", entry="e1")

    assert [checked(walker, name) for name in walker.steps] == [True, True, False, True]
    assert due(walker, "first-email") == ""


def test_logging_the_last_message_ticks_its_step(walker: Reader) -> None:
    """It is message 3 of 3; a reply starts the count again."""
    walker.steps = ["quiet-last"]
    walker.today = "2026-12-22"
    walker.answer("interview", "24 11 2026")
    for day in ("1", "11"):
        walker.log("emailed", f"{day} 12 2026")

    assert checked(walker, "quiet-last") is False

    walker.log("emailed", "21 12 2026")

    assert checked(walker, "quiet-last") is True

    walker.log("they-emailed", "22 12 2026")

    assert checked(walker, "quiet-last") is False


def test_an_outcome_stops_the_steps_of_the_plan_and_brings_its_own(walker: Reader) -> None:
    """Turned down: no call is asked for any more, and thanks are due; taken back, all is as before."""
    walker.steps = ["first-call", "wait-check", "mail-send", "no-thank", "ref-thank"]
    walker.answer("interview", "24 11 2026")
    walker.today = "2026-11-30"
    before = walker.ask(changed=[], panels=PLAN_PANELS)
    walker.choose("outcome", "turned_down")

    assert [due(walker, name) for name in walker.steps[:3]] == ["", "", ""]
    assert '<time datetime="2026-12-03">' in str(due(walker, "no-thank"))
    assert '<time datetime="2026-12-03">' in str(due(walker, "ref-thank"))

    walker.answer("outcome-day", "27 11 2026")

    assert str(due(walker, "no-thank")).startswith("Due today")

    walker.answer("outcome-day", "")
    walker.choose("outcome", "none")

    assert walker.ask(changed=[], panels=PLAN_PANELS) == before


def test_steps_of_an_offer_hang_on_its_deadline(walker: Reader) -> None:
    """Working days before it, the day itself; without a deadline they have no date."""
    walker.steps = ["offer-time", "offer-answer"]
    walker.answer("interview", "24 11 2026")
    walker.today = "2026-12-01"
    walker.choose("outcome", "offer")

    assert [due(walker, name) for name in walker.steps] == ["", ""]

    walker.answer("offer-deadline", "7 12 2026")

    assert '<time datetime="2026-12-03">' in str(due(walker, "offer-time"))
    assert '<time datetime="2026-12-07">' in str(due(walker, "offer-answer"))


def test_no_thank_you_note_no_steps_of_it(walker: Reader) -> None:
    """A setting for all interviews; what was promised is sent all the same."""
    walker.steps = ["thanks-write", "thanks-promises"]
    walker.answer("interview", "24 11 2026")
    walker.choose("thanks", "no", of="all")

    assert due(walker, "thanks-write") == ""
    assert '<time datetime="2026-11-26">' in str(due(walker, "thanks-promises"))


def test_a_move_dates_the_steps_anew_and_unticks_none(reader: Reader) -> None:
    """Those of the interview hang on its new day, also before it; a later email comes round anew."""
    reader.today = "2026-12-04"
    reader.answer("interview", "24 11 2026")
    reader.tick("meet-names")
    reader.log("called", "3 12 2026", entry="e1")
    reader.tick("first-call")
    reader.tick("mail-send", number=1)
    reader.move("4 12 2026", "9 12 2026", entry="m1")

    assert '<time datetime="2026-12-09">' in str(due(reader, "meet-next"))
    assert '<time datetime="2026-12-21">' in str(due(reader, "first-call"))
    ticked = ("meet-names", "first-call", "first-log", "mail-send")
    assert [checked(reader, step) for step in ticked] == [True] * 4

    reader.today = "2026-12-16"
    reader.log("emailed", "16 12 2026", entry="e2")

    assert [checked(reader, step) for step in ticked] == [True, True, True, False]

    reader.today = "2026-12-28"
    reader.log("emailed", "28 12 2026", entry="e3")
    reader.remove("e3")
    reader.remove("e2")
    reader.remove("m1")

    assert due(reader, "first-call") == ""
    assert [checked(reader, step) for step in ticked] == [True] * 4


def test_a_cancelled_interview_dates_no_step(reader: Reader) -> None:
    """Nothing can be done by the day of an interview that is off; ticks stay."""
    reader.today = "2026-11-20"
    reader.answer("interview", "24 11 2026")
    reader.tick("meet-names")

    assert '<time datetime="2026-11-24">' in str(due(reader, "meet-next"))

    reader.choose("outcome", "cancelled")

    assert due(reader, "meet-next") == ""
    assert checked(reader, "meet-names") is True


def test_steps_of_a_rare_case_count_once_one_is_ticked(walker: Reader) -> None:
    """Only the reader knows that a call did not come: nobody is shown steps left open for it."""
    walker.steps = ["missed-check", "missed-email"]
    walker.choose("show", "all", of="all")
    walker.answer("interview", "24 11 2026")
    assert progress(walker) == "2 of 58 done"
    walker.tick("missed-email")

    assert progress(walker) == "4 of 59 done"
    assert checked(walker, "missed-email") is True
    assert due(walker, "missed-email") == ""


def test_steps_of_a_moved_interview_count_once_the_move_is_logged(walker: Reader) -> None:
    """Those of a cancelled one do not; getting ready again hangs on the new day."""
    walker.steps = ["moved-confirm", "moved-ready", "moved-open"]
    walker.answer("interview", "24 11 2026")
    walker.today = "2026-11-23"

    assert [due(walker, name) for name in walker.steps] == ["", "", ""]

    walker.move("23 11 2026", "9 12 2026")

    assert '<time datetime="2026-12-08">' in str(due(walker, "moved-ready"))
    assert due(walker, "moved-open") == ""


def test_steps_of_a_cancelled_interview_hang_on_the_day_it_was_heard(walker: Reader) -> None:
    """And those of a moved one are not asked for."""
    walker.steps = ["moved-reply", "moved-open", "moved-ready"]
    walker.answer("interview", "24 11 2026")
    walker.today = "2026-11-23"
    walker.choose("outcome", "cancelled")

    assert ['<time datetime="2026-11-24">' in str(due(walker, name)) for name in walker.steps] == [
        True, True, False,
    ]  # fmt: skip
