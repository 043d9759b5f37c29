"""Every sentence that the program can say. Pages hold the rest of the wording.

A sentence is a tuple of texts and days, so that the same sentence can be plain text (spoken,
copied) or marked up, where every day becomes a `<time>` element. Nothing is worked out here.
"""

from collections.abc import Sequence
from datetime import date

Sentence = tuple[str | date, ...]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spell_day(day: date) -> str:
    """Return the day in full, as in "Tuesday 1 December 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def spell_month(day: date) -> str:
    """Return the month of the day, as in "December 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def plain(sentence: Sentence) -> str:
    """Return the sentence as plain text."""
    return "".join(part if isinstance(part, str) else spell_day(part) for part in sentence)


def listed(items: Sequence[str]) -> str:
    """Return the items as a list in a sentence: "a", "a and b", "a, b and c"."""
    *head, last = items
    return f"{', '.join(head)} and {last}" if head else last


def counted(number: int, thing: str) -> str:
    """Return "1 day", "7 days" and so on."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


# Refused dates


def date_incomplete(name: str, missing: Sequence[str]) -> Sentence:
    return (f"The {name} also needs a {listed(missing)}.",)


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


def contact_after_today(today: date) -> Sentence:
    return ("The contact date must not be after today, ", today, ".")


CONTACT_DATE_MISSING: Sentence = ("Type the day of the contact.",)
KIND_MISSING: Sentence = ("Choose what happened.",)
INTERVIEW_FIRST: Sentence = ("Enter the interview date first, in the part “Your interview”.",)


# The plan

CHANNEL_VERBS = {"phone": "telephone them", "email": "email them", "other": "get in touch"}
CHANNEL_NAMES = {"phone": "by telephone", "email": "by email", "other": "in another way"}


def action(kind: str, channel: str) -> str:
    """Return what to do in a few words, without a capital."""
    if kind == "close":
        return "close this application"
    return CHANNEL_VERBS[channel]


def contact_made(direction: str, channel: str) -> str:
    """Return what was done, for a contact in the log."""
    sent = {"phone": "You called", "email": "You emailed", "other": "You got in touch"}
    received = {"phone": "They called", "email": "They emailed", "other": "They got in touch"}
    return (sent if direction == "sent" else received)[channel]


def answer_next(doing: str, day: date) -> Sentence:
    return (f"Next: {doing} on ", day, ".")


def answer_today(doing: str, day: date) -> Sentence:
    return ("Today, ", day, f": {doing}.")


def answer_overdue(doing: str, day: date, act_on: date, today: date) -> Sentence:
    when: Sentence = (" today.",) if act_on == today else (" on ", act_on, ".")
    return ("Due since ", day, f": {doing}", *when)


def answer_too_late(last: date) -> Sentence:
    return ("It is probably too late: the last date of this plan was ", last, ".")


STILL_MAKES_SENSE: Sentence = (
    "You can still send one short message, thank your referees and close this application.",
)
NO_INTERVIEW: Sentence = ("Enter the interview date to see your dates.",)
INTERVIEW_REFUSED: Sentence = ("Correct the interview date to see your dates.",)
DECISION_REFUSED: Sentence = ("Correct the decision date to see your dates.",)
PLAN_ENDED: Sentence = ("This plan has ended.",)

STATE_NAMES = {"done": "Done", "next": "Next", "tentative": "Tentative", "due": "Due"}
TENTATIVE: Sentence = ("Later dates are tentative: they assume that nobody replies.",)


def because_first_wait(days: int, interview: date) -> Sentence:
    return (f"{counted(days, 'day')} after the interview on ", interview)


def because_grace(days: int, decision: date) -> Sentence:
    return (f"{counted(days, 'day')} after their decision date, ", decision)


def because_gap(days: int, last: date) -> Sentence:
    return (f"{counted(days, 'day')} after the contact on ", last)


def because_pinned() -> Sentence:
    return ("the day you chose",)


def later_than(sentence: Sentence) -> Sentence:
    return (", which is later than ", *sentence)


def moved_from(start: date, reasons: Sequence[str]) -> Sentence:
    return (", moved from ", start, f" ({listed(reasons)})")


def pinned_on_closed(reasons: Sequence[str]) -> Sentence:
    return (f" This is a closed day ({listed(reasons)}).",)


def pinned_early(rule_day: date) -> Sentence:
    return (" This is earlier than the guide's date, ", rule_day, ".")


def because(reason: Sentence) -> Sentence:
    """Return the reason as a sentence: a capital first, a full stop last."""
    first, *rest = reason
    start = first[:1].upper() + first[1:] if isinstance(first, str) else first
    return (start, *rest, ".")


# Steps of the checklist


def step_due(state: str, day: date) -> Sentence:
    texts = {"upcoming": "By ", "today": "Due today, ", "overdue": "Was due by ", "done": "By "}
    return (texts[state], day)


STEP_PASSED: Sentence = ("The time for this had passed already",)
STEP_ASIDE: Sentence = ("Does not apply",)
EVERY = {"week": "Every week", "working day": "Every working day"}


def progress(done: int, total: int, *, core_only: bool) -> Sentence:
    return (f"{done} of {total} done{' (core steps)' if core_only else ''}",)


# Status

KEPT: Sentence = ("Kept in this browser.",)
NOT_KEPT: Sentence = (
    "Not kept: this browser does not let the page save. Print the page before you leave.",
)
LOADING = "Getting the date calculator: {done} of {total} MB"
FAILED: Sentence = (
    "The date calculator could not start.",
    " Your ticks are still kept, and the rule in words works without it.",
)
SCRIPTS_OFF: Sentence = (
    "Scripts are off, so nothing can be saved. You can read and print every page.",
)


def unreadable(count: int) -> Sentence:
    thing = "saved entry" if count == 1 else "saved entries"
    return (f"{count} {thing} could not be read. Nothing was deleted.",)


def question_answered(name: str, day: date) -> Sentence:
    return (f"{name}: ", day, ".")


LOGGED: Sentence = ("Logged.",)
NOT_LOGGED: Sentence = ("Not logged yet: ",)
ENTRY_REMOVED: Sentence = ("Removed from the log.",)
ENTRY_BACK: Sentence = ("Put back in the log.",)

# Labels of the tools

QUESTIONS = {
    "interview": ("Interview date", "The day of the interview, for example 24 November 2026."),
    "decision": (
        "Decision date",
        "If they told you: the latest day by which they would decide. Else leave it empty.",
    ),
    "contact": ("Contact date", "The day it happened."),
    "new-decision": ("New decision date", "Only if they named a new day. Else leave it empty."),
}
"""Legend and hint of each date question."""

BOXES = {"day": "Day", "month": "Month", "year": "Year"}
PICK = "Or use a calendar"
FILLS = {-1: "Yesterday", 0: "Today", 1: "Tomorrow", 7: "In a week", 14: "In 2 weeks"}

KINDS = {
    "called": "I called, nobody answered",
    "spoke": "I called and we spoke",
    "emailed": "I emailed",
    "other": "I got in touch in another way",
    "they-called": "They called",
    "they-emailed": "They emailed",
    "they-other": "They got in touch in another way",
}
PURPOSES = {
    "follow_up": "To ask about the decision",
    "thanks": "To say thank you",
    "referee": "About a referee",
    "other": "Something else",
}
LOG_TEXTS = {
    "called": "You called and nobody answered.",
    "spoke": "You called and spoke to them.",
    "emailed": "You emailed.",
    "other": "You got in touch in another way.",
    "they-called": "They called.",
    "they-emailed": "They emailed.",
    "they-other": "They got in touch in another way.",
}
PURPOSE_NOTES = {
    "thanks": "A thank-you. It does not move your dates.",
    "referee": "About a referee. It does not move your dates.",
    "other": "Something else. It does not move your dates.",
}
MARKS = {
    "interview": ("I", "Interview"),
    "decision": ("D", "Decision date"),
    "done": ("✓", "Contact made"),
    "first": ("1", "First contact"),
    "close": ("C", "Close"),
    "today": ("T", "Today"),
    "closed": ("–", "Closed day"),
}
"""Letter and name of each mark in the calendar picture; later contacts go by their number."""


def contact_number(number: int) -> str:
    return f"Contact {number}"


LOG_IT = "Log it"
LOG_EMPTY: Sentence = ("Nothing is logged yet.",)
REMOVE = "Remove"
PUT_BACK = "Put back"
DISCARD = "Discard this entry"
KIND_LEGEND = "What happened"
PURPOSE_LEGEND = "Purpose"
SHOW_LEGEND = "Show"
SHOW_ALL = "All steps"
SHOW_CORE = "Core steps"
PRINT = "Print"
RETRY = "Try again"
PROGRESS_LABEL = "Steps done"
NONE_COUNT_YET: Sentence = ("not needed so far",)


def named_decision(day: date) -> Sentence:
    return (" They named a new decision date: ", day, ".")
