"""When to follow up: each date of the plan with its reason, and the labels of that page."""

from collections.abc import Sequence
from datetime import date

from followup.directions import isolated
from followup.words.sentence import Sentence, counted, listed, spell_month

WEEKEND = "weekend"
CLOSED_DAYS = "closed"
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
OUTCOME_ANSWERS = {
    "asked_back": "They asked you back.",
    "offer": "You have an offer.",
    "turned_down": "They turned you down.",
    "withdrawn": "You withdrew.",
    "closed": "You closed this application without a reply.",
    "cancelled": "They cancelled the interview.",
}


def outcome_answer(outcome: str, deadline: date | None) -> Sentence:
    by: Sentence = (" Answer it by ", deadline, ".") if deadline else ()
    return (OUTCOME_ANSWERS[outcome], *by)


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
    return (", moved from ", start, f" ({listed([*map(isolated, reasons)])})")


def pinned_on_closed(reasons: Sequence[str]) -> Sentence:
    return (f" This is a closed day ({listed([*map(isolated, reasons)])}).",)


def pinned_early(rule_day: date) -> Sentence:
    return (" This is earlier than the guide's date, ", rule_day, ".")


def because(reason: Sentence) -> Sentence:
    """Return the reason as a sentence: a capital first, a full stop last."""
    first, *rest = reason
    start = first[:1].upper() + first[1:] if isinstance(first, str) else first
    return (start, *rest, ".")


ASKED = {
    "interview": "When was your interview?",
    "decision": "Did they say by when they decide?",
}
"""What each of the two questions asks, beside its legend."""

NO_DECISION = "No"
STILL_TO_COME = "It is still to come"
TYPE_ITS_DAY = "Type its day in the boxes. Until then you can "
READY_FIRST = "get ready"
AND_NOTE = " and note names and dates on the "

QUESTIONS = {
    "interview": ("Interview date", "Or type the day. No year is needed."),
    "decision": ("Decision date", "If so, type the last day. No year is needed."),
    "contact": ("Contact date", "The day it happened, if it was not today."),
    "moved-to": ("New interview date", "The day to which they moved the interview."),
    "new-decision": ("New decision date", "Did they name a new day? If not, leave it empty."),
    "pin": ("Your own day", "The day on which you will do the next step."),
    "outcome-day": ("Day you heard", "The day on which you heard, or decided, how it ended."),
    "offer-deadline": ("Answer by", "The day by which they need your answer to the offer."),
    "closed-first": ("First closed day", "For example 24 December 2026."),
    "closed-last": ("Last closed day", "Leave it empty if it is only one day."),
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
    "moved": "They moved the interview",
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
    "moved": "They moved the interview.",
}
PURPOSE_NOTES = {
    "thanks": "A thank-you. It does not move your dates.",
    "referee": "About a referee. It does not move your dates.",
    "other": "Something else. It does not move your dates.",
}
MARKS = {
    "interview": ("I", "Interview"),
    "decision": ("D", "Decision date"),
    "sent": ("✓", "You got in touch"),
    "received": ("R", "Reply"),
    "thanks": ("Y", "Thank-you"),
    "referee": ("F", "About a referee"),
    "other": ("+", "Other contact"),
    "moved": ("M", "They moved the interview"),
    "outcome": ("O", "Outcome"),
    "deadline": ("!", "Last day to answer the offer"),
    "first": ("1", "First contact"),
    "close": ("C", "Close this application"),
    "today": ("●", "Today"),
    "holiday": ("H", "Public holiday"),
    "range": ("×", "Closed"),
    "weekend": ("", "Weekend"),
}
"""Letter and name of each mark in the pictures; later contacts go by their number."""


def contact_number(number: int) -> str:
    return f"Contact {number}"


def in_state(name: str, state: str) -> str:
    """Return the name of a mark with its state, as in "Contact 2, tentative"."""
    return f"{name}, {STATE_NAMES[state].lower()}"


def replaced(name: str) -> str:
    return f"{name}, replaced by a newer one"


def no_longer_counts(name: str) -> str:
    return f"{name}, no longer counts"


def moved_to(day: date) -> Sentence:
    return ("They moved the interview to ", day)


def interview_moved(day: date) -> Sentence:
    return ("They moved the interview to ", day, ", so your plan starts again.")


def decision_dropped(day: date) -> Sentence:
    return ("The decision date ", day, " no longer counts, as it is before the new interview.")


ENTER_DECISION = "Enter the new one if they named one"
TYPE_DECISION: Sentence = (" If they named a new one, type it here.",)
DID_THEY_MOVE_IT = "Did the employer move it? "
LOG_THE_MOVE = "Log that instead, so your plan starts again"
MOVED_IT = "They moved it to "
CHANGE_IN_LOG = "Change that in your log"
NEW_DAY_NAMED = "Have they named a new day? "
LOG_NEW_DAY = "Log that they moved the interview, and your plan starts again"
BEFORE_MOVE: Sentence = (" It was before the new interview date. It does not move your dates.",)


def closed_day(kind: str, reason: str) -> str:
    """Return why a day is closed, with its own reason if it has one."""
    name = MARKS[kind][1]
    return name if reason in {WEEKEND, CLOSED_DAYS} else f"{name}: {isolated(reason)}"


WEEKEND_PASSED: Sentence = ("Weekend, so the date after it moved",)
TO = " to "


THEY_ANSWERED = "They answered"


def contact_for(made: str, purpose: str) -> str:
    """Return a contact made with what it was for, if it was not about the decision."""
    if purpose == "follow_up":
        return made
    reason = PURPOSES[purpose]
    return f"{made}: {reason[0].lower()}{reason[1:]}"


def step_to_do(name: str, kind: str, channel: str) -> str:
    """Return a step with its name, as in "Contact 2: email them"; a close is its own name."""
    return name if kind == "close" else f"{name}: {action(kind, channel)}"


def do_it(act_on: date, today: date) -> Sentence:
    return (". Do it today.",) if act_on == today else (". Do it on ", act_on, ".")


def days_later(days: int) -> Sentence:
    return (f"{counted(days, 'day')} later",)


def months_left_out(first: date, last: date) -> Sentence:
    return (f"Not shown, as nothing happens: {spell_month(first)} to {spell_month(last)}.",)


def months_cut(first: date, last: date, most: int) -> Sentence:
    months = spell_month(first) if first == last else f"{spell_month(first)} to {spell_month(last)}"
    return (f"Not shown, as {most} months at most are: {months}.",)


def left_out_of_list(count: int, most: int) -> Sentence:
    return (f"Not shown, as {most} at most are: {count} more.",)


SHOW_AS_CALENDAR = "Show as a calendar"
YOUR_CALENDAR = "Your calendar"
YOUR_TIMELINE = "Your timeline"
TIMELINE_SHOWS = "The line shows what has happened, what is next and what may come later."
OUTCOME_LEGEND = "How did it end?"
OUTCOMES = {
    "none": "It is not decided yet",
    "asked_back": "They asked me back",
    "offer": "They made me an offer",
    "turned_down": "They turned me down",
    "withdrawn": "I withdrew",
    "closed": "I closed it: no reply",
    "cancelled": "They cancelled the interview",
}
REMINDERS_STOPPED = "The plan for this interview has stopped. These steps are left:"
READ_MORE = "Read more:"
ADD_NEXT_ROUND = "Add the next interview"
SHOW_NEXT_ROUND = "Show the next interview"
TAKE_OUTCOME_BACK = "That was a mistake: go on with the plan"
CLOSE_APPLICATION = "Close this application"
PIN_TITLE = "Put the next step off, or choose your own day"
PIN_HINT = "Your own day stands until you log the next contact."
UNPIN = "Go back to the guide's date"


def put_off(days: int) -> str:
    return f"{counted(days, 'day')} later"


CONTACT_SAVE = "Save"
MORE_OF_CONTACT = "Another day, name, note"
THEN = "Then:"
DONE_UNANSWERED = {
    "phone": "Nobody answered",
    "email": "I emailed them",
    "other": "I got in touch",
}
"""What to press once it is done, by the way of it, as long as they have not answered."""

ANOTHER_DAY = "Another day"
ASK_FOR = "Ask for "
WRITE_TO = "Write to "
CHANGE_WORDS = "Change these words"
LOGGED_TODAY = "Logged today: "
UNDO = "Undo"
WHY = "Why"
YOUR_DAY = "Your day: "
IF_NOBODY_REPLIES = ", if nobody replies before"


def contacts_made(count: int) -> str:
    return f"{counted(count, 'contact')} so far"


WHO = "With whom (optional)"
NOTE = "Note (optional)"
CHANGE = "Change"
CHANGING_ENTRY = "You are changing an entry of the log."
STOP_CHANGING = "Stop changing"
NO_DAY = "No day"
LOG_TEXT_UNKNOWN = "Not said what happened."


def with_whom(name: str) -> str:
    return f"With {isolated(name)}"
