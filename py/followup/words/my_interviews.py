"""My interviews: names, states, deletion, and what is due in all of them."""

from datetime import date

from followup.directions import isolated
from followup.words.every_page import YOUR_INTERVIEWS
from followup.words.sentence import Sentence, counted

OTHER_INTERVIEWS = "Other interviews"
SWITCH = "Show another interview"
ADD_INTERVIEW = "Add an interview"
SHOWN_NOW = "shown now"
SHOW = "Show"
MORE = "More"
OPEN = "Open"
GET_READY = "Get ready"
ENTER_DATES = "Enter the dates"
CORRECT_DATE = "Correct the date"
INTERVIEW_DAY = "Interview"
RENAME = "Change names or dates"
ADD_ROUND = "Add the next round"
ARCHIVE = "Archive"
ARCHIVED = "Archive"
UNARCHIVE = "Bring back from the archive"
DELETE = "Delete"
DELETE_NOW = "Yes, delete it"
UNDELETE = "Undo"
EMPLOYER = "Employer"
ROLE = "Job"
NAMES_LEGEND = "Which interview is this?"
STANDINGS = {
    "offer": "Offer",
    "now": "To do now",
    "waiting": "Waiting",
    "coming": "Coming up",
    "ended": "Ended",
}
NOT_WORKED_OUT = "Not worked out"

YOU_SEE = "You see the plan for "
TICKS_OF = "The ticks on this page are for "
NAMES_OF = "This is for "
ROUND_AFTER = "The round after "
INTERVIEW_BEFORE = "Moved from"
INTERVIEW_NOT_SHOWN: Sentence = ("This interview cannot be shown. You can still delete it.",)


def interview_left_out(most: int) -> Sentence:
    return (f"Not worked out in this list, as {most} interviews at most are.",)


def as_before(text: str) -> Sentence:
    return (f"From the round before: {isolated(text)}. Type here only if it has changed.",)


def day_known(name: str, day: date) -> Sentence:
    """Return a day with what it is, as in "Interview date: Tuesday 24 November 2026"."""
    return (f"{name}: ", day)


DELETE_GOES = (
    "This removes its dates, ticks, contacts, names and notes from this browser. "
    "You can undo it until you leave this page."
)
ONE_DELETED: Sentence = ("You deleted an interview.",)


DUE_TODAY = "Today"
DUE_SINCE = "Due since"
TOMORROW = "Tomorrow"
ANSWER_OFFER = "Answer the offer"
DUE_UNKNOWN = "This list is not complete, as this interview cannot be shown: "


def interviews_left_out(count: int, most: int) -> Sentence:
    return (f"Not in this list, as {most} interviews at most are: {count} more.",)


DEADLINE_WHY: Sentence = ("The last day that they gave you for an answer.",)
NOTHING_DUE: Sentence = ("Nothing is due today.",)
NOTHING_AT_ALL: Sentence = ("Nothing is due, and nothing is coming up.",)


def how_soon(days: int) -> str:
    """Return how many days ahead a day is, or that it has come."""
    if days > 0:
        return in_days(days)
    return DUE_SINCE if days < 0 else DUE_TODAY


def in_days(days: int) -> str:
    return TOMORROW if days == 1 else f"In {counted(days, 'day')}"


def capital_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def steps_for_today(count: int) -> str:
    return f"{counted(count, 'small step')} of the checklist"


def all_due(count: int) -> str:
    """Return the words of the link to the whole list, with how many of it are not shown."""
    return f"{YOUR_INTERVIEWS}{f' ({count} more)' if count else ''}"


def calls_clash(day: date, count: int) -> Sentence:
    return (f"You have {count} calls to make on ", day, ": ")


AND = " and "
COMMA = ", "
KEEP_APART = ". Leave time between them, and keep the right notes beside you."
