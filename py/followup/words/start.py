"""The start page."""

from datetime import date

from followup.words.sentence import Sentence, counted

NEXT_STEP = "Your next step"
FIRST_THING = "Enter your interview date"
ANSWER_STANDS_HERE: Sentence = (
    "Answer the first question. When to get in touch, in which way and why will stand here.",
)
WHAT_HAPPENED = "What happened?"
YOUR_INTERVIEW = "Your interview"
SHOWN_HERE = "This is for "
SMALL_STEPS = "Small steps"
TO_CALENDAR = "Add to your calendar"
STAGE_NAMES = {
    "prepare": "Prepare",
    "interview": "At the interview",
    "same_day": "The same day",
    "dates": "Set your dates",
    "wait": "Wait",
    "first": "First contact",
    "later": "Later emails",
    "outcome": "The outcome",
}
STEP_NUMBER = "Step "
JOINTS = {"and": "and", "if_it_fits": "and, if it fits,", "or": "or"}
YOU_ARE_HERE = "You are here"


def nothing_until(day: date) -> Sentence:
    return ("Nothing is due until ", day, ".")


def earlier_steps(count: int) -> str:
    return counted(count, "earlier step")


def you_have_done(done: int, total: int, *, core_only: bool) -> Sentence:
    steps = counted(total, "core step" if core_only else "step")
    return (f"You have done {done} of {steps}.",)
