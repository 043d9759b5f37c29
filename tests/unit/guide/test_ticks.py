"""Ticks that tools give: by what, with which reason, and how the reader takes them back."""

from collections.abc import Callable

import pytest
from asking import Reader
from guide_steps import ALL_STEPS

from followup import words
from followup.records.record import ALL

Deed = Callable[[Reader], object]


@pytest.fixture(name="walker")
def _walker() -> Reader:
    """A reader whose guide has every step, on the day of the interview."""
    walker = Reader(ALL_STEPS)
    walker.answer("interview", "24 11 2026")
    return walker


def ticked(reader: Reader) -> dict[str, str]:
    """Return why each step is ticked; nothing for a tick of the reader."""
    answer = reader.ask(site="https://careers.example.org/")
    names = [name for name in reader.steps if answer["inputs"][f"tick-{name}"]["checked"]]
    return {name: reason(answer["outputs"][f"due.{name}"]) for name in names}


def reason(told: str) -> str:
    """Return what is said of a step, if it is why it has its tick."""
    return next((why for why, text in words.TICKED_BY.items() if text == told), "")


def export(name: str, of: str = "") -> Deed:
    """Return that something was handed out."""
    return lambda reader: reader.write("exported", of=of, name=name, day="", on=True)


def add_the_next_round(reader: Reader) -> None:
    """Add an interview that follows this one."""
    first, reader.interview = reader.interview, "second"
    reader.text("follows", first)
    reader.interview = first


def later_email(reader: Reader) -> None:
    """Make the first contact, and send an email after it."""
    reader.today = "2026-12-14"
    reader.log("called", "1 12 2026")
    reader.log("emailed", "14 12 2026")


def named_a_day(reader: Reader) -> None:
    """They called, and named a new decision date."""
    reader.today = "2026-12-01"
    reader.log("they-called", "1 12 2026", "8 12 2026")


def sent_thanks(reader: Reader) -> None:
    """Log the thank-you note."""
    reader.log("emailed", "24 11 2026", purpose="thanks")


def offered(reader: Reader) -> None:
    """Enter an offer with its deadline."""
    reader.choose("outcome", "offer")
    reader.answer("offer-deadline", "1 12 2026")


SEEN: list[tuple[Deed, str, set[str]]] = [
    (lambda _: None, "date", {"start-dates"}),
    (lambda _: None, "plan", {"plan-first"}),
    (lambda one: one.answer("decision", "8 12 2026"), "date", {"plan-decision", "notes-date", "meet-decision"}),
    (offered, "date", {"offer-deadline"}),
    (later_email, "log", {"first-call", "first-voicemail", "first-log"}),
    (named_a_day, "log", {"plan-update", "first-newdate"}),
    (sent_thanks, "log", {"thanks-write", "thanks-send"}),
    (lambda one: one.choose("outcome", "closed"), "outcome", {"quiet-close"}),
    (lambda one: one.choose("outcome", "withdrawn"), "outcome", {"wait-withdraw"}),
    (lambda one: one.tick("prep-sheet"), "list", {"start-list"}),
    (export("backup", ALL), "copy", {"start-backup"}),
    (export("link"), "copy", {"start-backup"}),
    (export("calendar-first-0"), "calendar", {"plan-calendar"}),
    (add_the_next_round, "round", {"next-list"}),
    (lambda one: one.choose("first-channel", "email"), "choice", {"first-channel"}),
    (lambda one: one.text("promised", "A certificate"), "text", {"notes-promises"}),
    (lambda one: one.text("message-call", "Hello"), "text", {"first-script"}),
    (lambda one: one.text("message-thanks-one", "Dear Dana"), "text", {"thanks-write"}),
]  # fmt: skip
"""What the reader does, by what a tool ticks then, and what."""


@pytest.mark.parametrize(
    ("deed", "why", "names"), SEEN, ids=[str(number) for number in range(len(SEEN))]
)
def test_a_step_that_a_tool_sees_done_is_ticked_and_says_why(
    walker: Reader, deed: Deed, why: str, names: set[str]
) -> None:
    """It, and no other for that reason."""
    before = {name for name, given in ticked(walker).items() if given == why}
    deed(walker)
    after = {name for name, given in ticked(walker).items() if given == why}

    assert after == names | before


def test_the_steps_of_a_later_message_are_those_of_its_round(walker: Reader) -> None:
    """What was sent was written; the next one is open again."""
    walker.steps = ["mail-write", "mail-send", "mail-log", "mail-wait"]
    later_email(walker)
    assert ticked(walker) == {}

    walker.records.pop(walker.last)
    walker.tick("mail-send", number=1)
    assert ticked(walker) == {"mail-send": ""}


ELSE: dict[str, Deed] = {
    "a refused date": lambda one: one.answer("decision", "20 11 2026"),
    "an offer without a deadline": lambda one: one.choose("outcome", "offer"),
    "thanks by telephone": lambda one: one.log("spoke", "24 11 2026", purpose="thanks"),
    "the step itself": lambda one: one.tick("start-list"),
    "no tick": lambda one: one.tick("prep-sheet", on=False),
    "a reminder put off": export("remind-later", ALL),
    "a form alone": export("form-first-0"),
    "no way": lambda one: one.choose("first-channel", "guide"),
    "another way": lambda one: one.choose("first-channel", "other"),
    "a blank": lambda one: one.text("promised", " "),
    "no text": lambda one: one.text("message-call", ""),
    "another message": lambda one: one.text("message-later-email", "Dear Dana"),
}


@pytest.mark.parametrize("deed", ELSE.values(), ids=ELSE)
def test_what_does_not_do_a_step_ticks_none(walker: Reader, deed: Deed) -> None:
    """Beside those of the interview date, which is there."""
    deed(walker)
    given = {name for name, why in ticked(walker).items() if why}

    assert given <= {"start-dates", "plan-first"}


def test_thanks_after_they_were_heard_are_no_thank_you_note(walker: Reader) -> None:
    """Nor are thanks before the interview that was moved; a move alone is no answer to the note."""
    walker.steps = ["thanks-send"]
    walker.today = "2026-12-09"
    walker.log("they-emailed", "2 12 2026")
    walker.log("emailed", "3 12 2026", purpose="thanks")
    assert ticked(walker) == {}

    walker.move("4 12 2026", "8 12 2026")
    walker.log("emailed", "9 12 2026", purpose="thanks")
    assert ticked(walker) == {"thanks-send": "log"}


AGAIN: dict[str, Deed] = {
    "plan-calendar": export("calendar-first-0"),
    "start-backup": export("link"),
    "first-log": lambda one: one.log("emailed", "1 12 2026", entry="e1"),
    "start-dates": lambda one: one.answer("interview", "24 11 2026"),
}


@pytest.mark.parametrize(("step", "deed"), AGAIN.items(), ids=AGAIN)
def test_a_tick_that_was_taken_back_stays_so_until_it_is_done_anew(
    walker: Reader, step: str, deed: Deed
) -> None:
    """What else is done meanwhile gives it back to nobody."""
    walker.today = "2026-12-01"
    deed(walker)
    assert ticked(walker)[step]
    walker.tick(step, on=False)
    walker.tick("prep-sheet")
    walker.choose("show", "all", of=ALL)
    assert step not in ticked(walker)

    deed(walker)
    assert ticked(walker)[step]


def test_the_list_is_started_by_the_first_tick_alone(walker: Reader) -> None:
    """So its own tick, taken back, does not come again with every other one."""
    walker.steps = ["start-list"]
    walker.tick("prep-sheet")
    walker.tick("start-list", on=False)
    walker.tick("prep-examples")
    assert ticked(walker) == {}

    walker.tick("prep-sheet", on=False)
    assert ticked(walker) == {"start-list": "list"}


def test_the_readers_own_tick_stays_theirs(walker: Reader) -> None:
    """Whatever a tool sees later; then the step says by when it was for, as any other."""
    walker.tick("plan-calendar")
    export("calendar-first-0")(walker)

    assert ticked(walker)["plan-calendar"] == ""


def test_what_is_taken_back_takes_its_tick_along(walker: Reader) -> None:
    """An entry out of the log, an entry out of the calendar, a text."""
    walker.steps = ["first-log", "plan-calendar", "first-script"]
    walker.today = "2026-12-01"
    walker.log("emailed", "1 12 2026", entry="e1")
    export("calendar-first-0")(walker)
    walker.text("message-call", "Hello")
    assert ticked(walker) == {"first-log": "log", "plan-calendar": "calendar", "first-script": "text"}  # fmt: skip

    walker.remove("e1")
    walker.write("exported", name="calendar-first-0", day="", on=False)
    walker.text("message-call", "")
    assert ticked(walker) == {}


def test_a_copy_ticks_the_step_of_each_interview_that_was_in_it(walker: Reader) -> None:
    """A file of all of them is none of one that was added later."""
    walker.steps = ["start-backup"]
    export("backup", ALL)(walker)
    assert ticked(walker) == {"start-backup": "copy"}

    walker.interview = "second"
    walker.answer("interview", "25 11 2026")
    assert ticked(walker) == {}

    export("link")(walker)
    assert ticked(walker) == {"start-backup": "copy"}


def test_steps_ticked_by_what_is_done_beside_them_say_so_before(walker: Reader) -> None:
    """In the same words, so that no line comes between a reader and what they press."""
    walker = Reader(ALL_STEPS)
    walker.steps = ["start-list", "first-script", "thanks-write", "start-backup"]

    def told() -> list[str]:
        outputs = walker.ask()["outputs"]
        return [outputs[f"due.{name}"] for name in walker.steps]

    before = told()
    walker.text("message-call", "Hello")
    walker.text("message-thanks-one", "Dear Dana")
    walker.tick("prep-sheet")

    assert before == [words.TICKED_BY["list"], *[words.TICKED_BY["text"]] * 2, ""]
    assert told() == before
    assert len(ticked(walker)) == 3
