"""Dates: why one that was typed is refused, and when a step of the checklist is due."""

from collections.abc import Sequence
from datetime import date

from followup.words.sentence import MONTHS, WEEKDAYS, Sentence, listed


def date_incomplete(name: str, missing: Sequence[str]) -> Sentence:
    return (f"The {name} also needs a {listed(missing)}.",)


def date_unreadable(name: str) -> Sentence:
    return (
        f"Type the {name} as in 24 November 2026, or use one box each for day, month and year.",
    )


def date_in_two_ways(name: str) -> Sentence:
    return (f"Type the month of the {name} as a name: these numbers can be read in two ways.",)


def other_weekday(name: str, day: date, weekday: int) -> Sentence:
    return (f"The {name} says {WEEKDAYS[weekday]}, but that day is ", day, ". Correct one of them.")


ORDER_TAKEN = {
    "day": "The first number was read as the day.",
    "month": "The first number was read as the month, as your browser is set to US English.",
}
"""Beside a date of numbers that could be read in two ways, by what came first."""


def day_unreadable(name: str) -> Sentence:
    return (f"Type the day of the {name} as a number, like 24.",)


def month_unreadable(name: str) -> Sentence:
    return (f"Type the month of the {name} as a name or a number, like November or 11.",)


def year_unreadable(name: str) -> Sentence:
    return (f"Type the year of the {name} with 4 digits, like 2026.",)


def year_out_of_range(name: str, first: int, last: int) -> Sentence:
    return (f"The year of the {name} must be from {first} to {last}.",)


def no_such_day(name: str, day: int, month: int, year: int) -> Sentence:
    return (f"There is no {day} {MONTHS[month - 1]} {year}. Check the {name}.",)


def decision_before_interview(interview: date) -> Sentence:
    return ("The decision date must not be before the interview on ", interview, ".")


def decision_before_announced(announced: date) -> Sentence:
    return ("The new decision date must not be before they named it on ", announced, ".")


def contact_before_interview(interview: date) -> Sentence:
    return ("The contact date must not be before the interview on ", interview, ".")


def contact_before_move(told: date) -> Sentence:
    return ("The contact date must not be before they moved the interview, on ", told, ".")


def contact_after_today(today: date) -> Sentence:
    return ("The contact date must not be after today, ", today, ".")


def interview_before_told(told: date) -> Sentence:
    return ("The new interview date must not be before they named it on ", told, ".")


def outcome_before_interview(interview: date) -> Sentence:
    return ("The day you heard must not be before the interview on ", interview, ".")


def outcome_after_today(today: date) -> Sentence:
    return ("The day you heard must not be after today, ", today, ".")


def deadline_before_outcome(heard: date) -> Sentence:
    return ("The day to answer by must not be before you heard, on ", heard, ".")


def pin_before_interview(interview: date) -> Sentence:
    return ("Your own day must not be before the interview on ", interview, ".")


def closed_reversed(first: date) -> Sentence:
    return ("The last closed day must not be before the first, ", first, ".")


def closed_too_long(most: int) -> Sentence:
    return (f"Closed days can be at most {most} days in a row.",)


def too_many_closed(most: int) -> Sentence:
    return (f"You can add at most {most} lots of closed days.",)


CLOSED_DATE_MISSING: Sentence = ("Type the first closed day.",)

NUMBER_LABELS = {
    "first_wait": "The wait after the interview, in days,",
    "grace": "The wait after the decision date, in days,",
    "gap": "The days between two contacts",
    "messages": "The number of messages",
}


def number_refused(name: str, least: int, most: int) -> Sentence:
    return (f"{NUMBER_LABELS[name]} must be a number from {least} to {most}.",)


CONTACT_DATE_MISSING: Sentence = ("Type the day of the contact.",)
NEW_INTERVIEW_MISSING: Sentence = (
    "Type the new day of the interview.",
    " If they named none yet, say under “How it ended” that they cancelled it.",
)
KIND_MISSING: Sentence = ("Choose what happened.",)
INTERVIEW_FIRST: Sentence = ("Enter the interview date first, in the part “Your interview”.",)


def step_due(state: str, day: date) -> Sentence:
    texts = {"upcoming": "By ", "today": "Due today, ", "earlier": "Was for ", "done": "By "}
    return (texts[state], day)


STEP_PASSED: Sentence = ("The time for this had passed already",)
STEP_ASIDE: Sentence = ("Does not apply",)
TICKED_BY = {
    "date": "Ticked by the date you entered",
    "plan": "Ticked by your plan",
    "log": "Ticked by your log",
    "outcome": "Ticked by the outcome you entered",
    "list": "Your first tick ticks this too",
    "copy": "Ticked by the copy you took",
    "calendar": "Ticked by your calendar entry",
    "round": "Ticked by the interview you added",
    "choice": "Ticked by your choice",
    "text": "What you write ticks this",
}
"""Why a step has a tick that the reader did not give. Those of a tick and of a text stand there
before it too: a line that came with it would move what the reader is about to press."""

EVERY = {"week": "Every week", "working day": "Every working day"}


def progress(done: int, total: int, *, core_only: bool) -> Sentence:
    return (f"{done} of {total} done{' (core steps)' if core_only else ''}",)
