"""Every sentence that the program can say. Pages hold the rest of the wording.

A sentence is a tuple of texts and days, so that the same sentence can be plain text (spoken,
copied) or marked up, where every day becomes a `<time>` element. Nothing is worked out here.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from followup.directions import isolated

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
KIND_MISSING: Sentence = ("Choose what happened.",)
INTERVIEW_FIRST: Sentence = ("Enter the interview date first, in the part “Your interview”.",)


# The plan

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
SAVED: Sentence = ("Saved.",)
HELD: Sentence = ("Held in this tab only.",)
IN_CALENDAR: Sentence = ("Noted that you put it in your calendar.",)
NOT_IN_CALENDAR: Sentence = ("Noted that it is not in your calendar.",)
EXPORTED: Mapping[str, Sentence] = {
    "backup": ("Noted that you took a copy as a file.",),
    "link": ("Noted that you took a copy as a link.",),
    "remind-later": ("You are reminded of a copy later.",),
}
NOT_KEPT: Sentence = (
    "Not kept: this browser does not let the page save. Print the page before you leave.",
)
NEWER: Sentence = (
    "Not kept: a newer version of this page has saved something here. Load the page again.",
)
PUT_ASIDE: Sentence = (
    "Your last change stopped the date calculator, so it is kept apart. Nothing was deleted.",
)
BROUGHT_BROKE: Sentence = (
    "What you brought stopped the date calculator, so nothing of it was taken.",
)
SAID_TAKEN: Sentence = ("Added to what is here.",)
SAID_REPLACED: Sentence = ("Everything here was replaced.",)
SAID_TAKEN_BACK: Sentence = ("Taken back.",)
SAID_ERASED: Sentence = ("Everything was deleted from this browser.",)
SAID_NOT_ERASED: Sentence = (
    "This browser did not confirm that everything is gone. Clear this site in its settings.",
)
SAID_MEMORY_ON: Sentence = ("From now on nothing is saved on this computer.",)
SAID_MEMORY_OFF: Sentence = ("Your plan is saved in this browser again.",)
SAID_PUT_BACK: Sentence = ("What this tab still had is kept in this browser again.",)
STANDING_NEWER: Sentence = (
    "A newer version of this page has saved your plan. Here you can see it, but not change it.",
)
STANDING_MEMORY: Sentence = (
    "Nothing is saved on this computer. Your plan is held in this tab only.",
)
STANDING_REFUSED: Sentence = (
    "This browser does not let the page save. What you enter goes when you close this tab.",
)
STANDING_DAMAGED: Sentence = (
    "Something that was saved here is damaged and kept apart. The rest is as it was.",
)
STANDING_EMPTIED: Sentence = (
    "What this browser kept of your plan was erased, but not on this page.",
    " This tab still has it until you leave or reload this page.",
)
STANDING_FRAMED: Sentence = (
    "This page is shown inside another one, so nothing can be saved, deleted or brought in here.",
)
FRAMED: Sentence = (
    "Nothing was changed: this page is shown inside another one. Open it in its own tab.",
)
OWN_TAB = "Open it in its own tab"
PUT_ALL_BACK = "Put it back"
HOW_IT_IS_KEPT = "See how your plan is kept"
SAVE_AS_IS = "Save what is kept here as a file"
LOADING = "Getting the date calculator: {done} of {total} MB"
FAILED: Sentence = (
    "The date calculator could not start.",
    " Your ticks are still kept, and the rule in words works without it.",
)
NAMELESS: Sentence = ("Interview {number}",)
RESCUE = "Take something back, or delete an interview, without the calculator"
RESCUE_UNDO = "Take back what was brought in last"
RESCUE_HINT = "This works while the calculator is away. Try it again afterwards."
SCRIPTS_OFF: Sentence = (
    "Scripts are off, so nothing can be saved. You can read and print every page.",
)
SCRIPTS_MISSING: Sentence = (
    "A part of this page did not arrive, so nothing that you enter now is kept.",
)
LOAD_AGAIN = "Load the page again"
WAITING: Sentence = ("This appears when the date calculator is ready.",)
TOO_LONG: Sentence = ("Not kept: this text is too long. Make it shorter.",)
COPIED: Sentence = ("Copied.",)
NOT_COPIED: Sentence = (
    "This browser does not let the page copy. Select the text and copy it yourself.",
)


def unreadable(count: int) -> Sentence:
    thing = "saved entry" if count == 1 else "saved entries"
    return (f"{count} {thing} could not be read. Nothing was deleted.",)


def clock_behind(newest: date, today: date) -> Sentence:
    return (
        "Your newest entry here is of ",
        newest,
        ", but this device says that today is ",
        today,
        ". If its clock is wrong, so are the dates on this page.",
    )


def question_answered(name: str, day: date) -> Sentence:
    return (f"{name}: ", day, ".")


def interview_name(
    role: str, employer: str, day: date | None, number: int, round_number: int
) -> Sentence:
    """Return what an interview is called: by role and employer, else by its day or number."""
    which = f", round {round_number}" if round_number > 1 else ""
    if role and employer:
        return (f"{isolated(role)} at {isolated(employer)}{which}",)
    if role or employer:
        return (f"{isolated(role or employer)}{which}",)
    if day:
        return ("Interview on ", day, which)
    return (f"Interview {number}",)


def archived(name: Sentence) -> Sentence:
    return ("Archived: ", *name, ".")


def shown_now(name: Sentence) -> Sentence:
    return ("You now see the plan for ", *name, ".")


NOT_SHOWN: Sentence = ("This part cannot be shown. What you entered stays as it is.",)
PART_NOT_SHOWN: Sentence = (
    "A part of this page cannot be shown. What you entered stays as it is.",
)


def clock_not_believed(today: date) -> Sentence:
    """Return that the clock of the device is wrong, and which day is taken for today."""
    return (
        "The clock of this device cannot be right. Set the right day on it. ",
        "Until then the dates here take ",
        today,
        " for today.",
    )


DELETED: Mapping[Sentence, Sentence] = {
    SAVED: ("Deleted. What you entered for it is erased from this browser.",),
    KEPT: (
        "Deleted from this page, but one place of this browser has not answered yet.",
        " It is erased there too, once that place answers.",
        " Until then it may come back, if the browser crashes.",
    ),
    HELD: ("Deleted from this tab, which alone held it.",),
}
"""By how the deletion itself is kept."""

BROUGHT_BACK: Sentence = ("The interview is back, just as it was.",)
DISCARDED: Sentence = ("Discarded. It was not logged.",)
REMOVED: Sentence = ("Removed.",)
PUT_BACK_DONE: Sentence = ("Put back.",)
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
    "sent": ("✓", "You got in touch"),
    "received": ("R", "Reply"),
    "thanks": ("Y", "Thank-you"),
    "referee": ("F", "About a referee"),
    "other": ("+", "Other contact"),
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


OUTCOME_LEGEND = "How did it end?"
OUTCOMES = {
    "none": "It is not decided yet",
    "asked_back": "They asked me back",
    "offer": "They made me an offer",
    "turned_down": "They turned me down",
    "withdrawn": "I withdrew",
    "closed": "I closed it: no reply",
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


WHO = "With whom (optional)"
NOTE = "Note (optional)"
CHANGE = "Change"
CHANGING_ENTRY = "You are changing an entry of the log."
STOP_CHANGING = "Stop changing"
NO_DAY = "No day"
LOG_TEXT_UNKNOWN = "Not said what happened."


def with_whom(name: str) -> str:
    return f"With {isolated(name)}"


# The interview-day card

FIRST_WAY_LEGEND = "How they want to be contacted first"
FIRST_WAY_HINT = "This is how you make your first contact, so it can change your plan."
FIRST_WAYS = {
    "guide": "They did not say",
    "phone": "By telephone",
    "email": "By email",
    "other": "In another way",
}
PROMISED_HINT = "For example a certificate, and by when. Leave it empty if there is nothing."
PERSON_LABELS = {
    "name": "Name, spelled as they spell it",
    "title": "Job title",
    "reach": "Email or telephone",
    "said": "One thing they said",
}
SAVE_PERSON = "Save this person"
CHANGING_PERSON = "You are changing a person on this card."
PERSON_EMPTY: Sentence = ("Type a name, or something else about this person.",)
PERSON_REMOVED = "Removed from this card."
PERSON_UNNAMED = "Somebody without a name"
NOBODY_YET = "Nobody is on this card yet."
PRINT_CARD = "Print this card"
PRINT_BLANK_CARD = "Print a blank card"
BLANK_CARD = "Interview card"
BLANK_CARD_FOLD = "Cut along the edge and fold in the middle."
ON_PAPER = {
    "interview": "Interview date",
    "decision": "They decide by",
    "first-way": "Contact them",
    "promised": "I promised to send",
    "name": "Name",
    "title": "Job title",
    "reach": "Email or phone",
    "said": "They said",
    "notes": "Notes",
}
"""Short labels for the blank card, which is small."""
WAYS_ON_PAPER = ("by phone", "by email", "other")


FIRST_WAY_REASONS = {
    "asked": "as they asked",
    "settings": "as in your settings",
    "guide": "as the guide says",
}


def first_way_now(channel: str, reason: str) -> Sentence:
    return (f"Your first contact is {CHANNEL_NAMES[channel]}, {FIRST_WAY_REASONS[reason]}.",)


def said(text: str) -> str:
    return f"“{isolated(text)}”"


# Settings

NUMBER_QUESTIONS = {
    "first_wait": "Days to wait after the interview",
    "grace": "Days to wait after the decision date",
    "gap": "Days between two contacts",
    "messages": "Messages without a reply before you stop",
}
CHANNEL_QUESTIONS = {"first-channel": "First contact", "later-channel": "Later contacts"}
CHANNEL_CHOICES = {"phone": "By telephone", "email": "By email", "other": "In another way"}
THANKS_QUESTION = "Thank-you note after the interview"
THANKS_CHOICES = {"yes": "I send one", "no": "I do not send one"}


def guide_number(number: int, least: int, most: int) -> str:
    return f"The guide says {number}. You can type a number from {least} to {most}."


def guide_choice(choice: str) -> str:
    return f"The guide says: {choice[0].lower()}{choice[1:]}."


GUIDE_SENDS_THANKS = "The guide says: send one."
SETTINGS = "Settings"
OWN_NUMBERS_FROM = "The numbers on this page are your own, from "
OWN_NUMBERS_EXAMPLES = ". Worked examples keep the guide's."
BACK_TO_GUIDE = "Back to the guide's plan"
BACK_TO_GUIDE_HINT = "This takes away all you set on this page, your country and weekend too."
GUIDE_AGAIN: Sentence = ("The guide's plan counts again.",)
UNDO_SETTINGS = "Undo: bring my settings back"

# Closed days

COUNTRY = "Country"
NO_COUNTRY = "No country: weekends only"
PART = "Part of the country"
NO_PART = "Not chosen"
PART_HINT = "Until you choose one, only the days that all parts share count."
WEEKEND_QUESTION = "Weekend"
WEEKEND_CHOICES = {
    "country": "As in the country",
    "sat-sun": "Saturday and Sunday",
    "fri-sat": "Friday and Saturday",
    "fri": "Friday only",
    "sun": "Sunday only",
    "none": "No weekend",
}
COUNTRIES_MISSING: Sentence = (
    "The list of countries could not be fetched.",
    " Open this page again when you are online.",
)
HOLIDAYS_MISSING: Sentence = (
    "The public holidays could not be fetched, so only weekends count.",
    " Open this page again when you are online.",
)
NEXT_HOLIDAYS = "The next public holidays"
NO_NEXT_HOLIDAYS: Sentence = ("No public holiday is known after today.",)

COUNTRIES_WITH_ARTICLE = {
    "Bahamas",
    "Comoros",
    "Gambia",
    "Isle of Man",
    "Maldives",
    "Netherlands",
    "Philippines",
    "Seychelles",
}


def country_in_sentence(name: str) -> str:
    """Return the name with its article: "the United Kingdom", but "France"."""
    with_article = (
        name in COUNTRIES_WITH_ARTICLE
        or name.startswith(("United ", "U.S. ", "British Virgin "))
        or name.endswith((" Islands", " Republic", " Territories"))
    )
    return f"the {name}" if with_article else name


def use_country(name: str) -> str:
    return f"Use the public holidays of {country_in_sentence(name)}"


def years_known(first: int, last: int) -> Sentence:
    return (f"Public holidays are known from {first} to {last}.",)


def years_not_known(first: int, last: int) -> Sentence:
    return (
        f"Some dates of this plan are not in the years from {first} to {last}.",
        " No public holidays are known for them, so only weekends count there.",
    )


def weekend_now(days: Sequence[int]) -> Sentence:
    names = listed([WEEKDAYS[day] for day in days]) if days else "no day"
    return (f"Your weekend is now {names}.",)


CLOSED_LABEL = "Why they are closed"
CLOSED_LABEL_HINT = "For example “Christmas break”. You can leave it empty."
SAVE_CLOSED = "Save these days"
CHANGING_CLOSED = "You are changing closed days."
NONE_CLOSED = "No closed days are added yet."
CLOSED_REMOVED = "Removed: these days count again."


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


# Several interviews

OTHER_INTERVIEWS = "Other interviews"
SWITCH = "Show another interview"
ADD_INTERVIEW = "Add an interview"
YOUR_INTERVIEWS = "Your interviews"
SHOWN_NOW = "shown now"
SHOW = "Show"
DATES = "Dates"
CHECKLIST = "Checklist"
RENAME = "Rename"
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


YOU_SEE = "You see the plan for "
TICKS_OF = "The ticks on this page are for "
NAMES_OF = "These names are for "
ROUND_AFTER = "The round after "
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


# The due list

DUE = "Due"
COMING_UP = {"week": "In the next 7 days", "later": "Later"}
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
NO_DATES_YET: Sentence = ("Enter an interview date, and what to do next will stand here.",)


def in_days(days: int) -> str:
    return TOMORROW if days == 1 else f"In {counted(days, 'day')}"


def capital_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def steps_due(count: int) -> str:
    return f"{counted(count, 'step')} of the checklist {'is' if count == 1 else 'are'} due"


def all_due(count: int) -> str:
    """Return the words of the link to the whole list, with how many of it are not shown."""
    return f"{YOUR_INTERVIEWS}{f' ({count} more)' if count else ''}"


def calls_clash(day: date, count: int) -> Sentence:
    return (f"You have {count} calls to make on ", day, ": ")


AND = " and "
COMMA = ", "
KEEP_APART = ". Leave time between them, and keep the right notes beside you."


# The start page

NEXT_STEP = "Your next step"
FIRST_THING = "Enter your interview date"
FIRST_THING_WHY: Sentence = (
    "The Dates page then tells you when to get in touch, in which way and why.",
)
NO_DATE_YET = "If your interview is still to come, you can start here too: "
SHOWN_HERE = "This is for "
NEXT_ON_LIST = "Next on your checklist"
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


def you_have_done(done: int, total: int, *, core_only: bool) -> Sentence:
    steps = counted(total, "core step" if core_only else "step")
    return (f"You have done {done} of {steps}.",)


# Put it in your calendar

CALENDAR_TIME = "When it stands in your calendar"
CALENDAR_TIMES = {"ten": "At 10 in the morning, for half an hour", "day": "The whole day"}
CALENDAR_TIME_HINT = (
    "It reminds you 15 minutes before. If it takes the whole day, it reminds you at 9 o'clock on "
    "the day before."
)
CALENDAR_NAMES_HINT = (
    "Other people may see your calendar, and its provider can read it. With names, the title names "
    "the employer, and the link brings back your notes too."
)
CALENDAR_ADD = "Add to your calendar"
COPY_AS_TEXT = "Copy as text"
CALENDAR_ALL = "Put all dates into your calendar"
CALENDAR_ADD_ALL = "Add all dates"
CALENDAR_ALL_CAVEAT: Sentence = (
    "Every date after the next one is tentative, so it may change and you must delete it then.",
    " Some programs take only one entry from a file.",
)
CALENDAR_TROUBLE: Sentence = (
    "Trouble? Some browsers on telephones cannot open the file.",
    " Copy this text instead, or open this page in your usual browser:",
)
CALENDAR_TODAY: Sentence = (
    "This is to do today, so a reminder may come too late. Put the step off first if you must.",
)
CALENDAR_LINK_BEFORE = "Open this link to see your plan, in any browser:"
CALENDAR_LINK_TOO_LONG: Sentence = (
    "The link to your plan is too long to stand here. ",
    "Use the file that you saved on the page “Keep a copy of your plan”.",
)
TENTATIVE_DATE: Sentence = ("This date is tentative: it assumes that nobody replies.",)
GO_TO_DATES = "Go to your dates"
GOOGLE_NO_ALARM: Sentence = (
    "Google Calendar ignores the reminder in the file. Set one there yourself.",
)
GOOGLE_FORM = "Fill in Google Calendar's own form (new tab)"
GOOGLE_GETS: Sentence = ("If you follow this link, the title and the day go to Google.",)
ENTRY_DELETED = "I have deleted it"
CALENDAR_THINGS = {
    "first": "your first contact",
    "later": "a later contact",
    "close": "the day to close this application",
}


def calendar_title(kind: str, channel: str, employer: str) -> str:
    """Return what an entry is called, as in "Email them about the interview at Acme"."""
    at = f" at {isolated(employer)}" if employer else ""
    if kind == "close":
        return f"Close the application{at}"
    return f"{capital_first(action(kind, channel))} about the interview{at}"


def was_due(day: date) -> Sentence:
    return ("It was due on ", day, ".")


def in_your_calendar(day: date) -> Sentence:
    return ("You put ", day, " into your calendar.")


def entry_to_delete(kind: str, day: date, *, moved: bool) -> Sentence:
    why = " That date has changed" if moved else " That step is done, or not needed any more"
    return (
        f"You put {CALENDAR_THINGS[kind]} on ",
        day,
        f" into your calendar.{why}: delete that entry.",
    )


# Messages

MY_NAME = "Your name"
MY_PHONE = "Your telephone number"
MESSAGE_FOR = "Who your messages go to"
CHOOSE_PERSON = "Choose a person"
CHOOSE_ADDRESSEE = "Choose who it goes to"
NOBODY_TO_WRITE_TO: Sentence = ("Nobody with a name is on your ",)
INTERVIEW_CARD = "Interview-day card"
THEN_NAMES_STAND = " yet. Add who you met, and their names stand in the messages."
MESSAGE_LABEL = "You can change these words"
COPY = "Copy"
OPEN_MAIL = "Open in your mail program"
MAIL_TOO_LONG: Sentence = ("This is too long to open in a mail program. Copy it instead.",)
READ_LARGE = "Read it large"
CLOSE = "Close"
OWN_WORDS = "These are your own words. What you enter elsewhere only fills the blanks left in them."
START_AGAIN = "Start again from the guide's words"
LOG_SENT = {
    "spoke": "They answered: log it",
    "called": "Nobody answered, or voicemail: log it",
    "emailed": "I sent it: log it",
}
LOG_LEFT = "I left it: log it"
LOG_BY_YOU = "Nothing is logged by itself."
SEE_LOG = "See your log"
LOG_NEEDS_INTERVIEW = "To log it, first enter the interview date on the page "
MESSAGES_NEED_INTERVIEW = "To see which message fits next, enter the interview date on the page "
FULL_STOP = "."
YOU = "you"
NO_MESSAGE_NEXT: Sentence = ("No message is needed now.",)
COPIED_BLANK: Sentence = ("Copied. 1 blank is left.",)
COPIED_BLANKS: Sentence = ("Copied. {count} blanks are left.",)
TEMPLATES_TITLE = "Follow Up: words to say and to send after a job interview"
TEMPLATES_LICENCE = (
    "CC0 1.0: you may use, change and share these words without asking and without credit.",
    "https://creativecommons.org/publicdomain/zero/1.0/",
)
TEMPLATES_USE = (
    "Replace what stands in square brackets. A line that begins with “or:” can take the place "
    "of the line above it."
)


def goes_to(name: str) -> str:
    return f"It goes to {isolated(name)}."


def messages_go_to(name: str) -> str:
    return f"Your messages go to {isolated(name)}."


def blanks_left(count: int) -> str:
    return f"{counted(count, 'blank')} left: "


def logged_today(kind: str, today: date) -> Sentence:
    return ("Logged for ", today, f": {LOG_TEXTS[kind]} ")


def can_log_from(interview: date) -> Sentence:
    return ("You can log it from the day of the interview on, ", interview, ".")


# For an adviser

ADVISER_SCOPE = "Which interviews"
ADVISER_SCOPES = {"one": "The one you see now", "all": "All of them"}
ADVISER_NAMES = "Names and notes"
ADVISER_NAMES_CHOICES = {"no": "Leave them out", "yes": "Put them in"}
COPY_TEXT = "Copy the text"
DOWNLOAD_CSV = "Download as CSV"
TO_DO = "To do"
HAPPENED = "What has happened"
PERSON = "Person"
PROMISED = "What you promised to send"
OWN_SETTINGS: Sentence = ("These dates use your own settings, not the guide's.",)
CSV_COLUMNS = {
    "number": "Interview",
    "employer": "Employer",
    "role": "Job",
    "round": "Round",
    "day": "Date",
    "state": "State",
    "what": "What",
    "moved_from": "Moved from",
    "why": "Why",
    "who": "With whom",
    "note": "Note",
}
"""Title of each column of the table, in order."""


def plan_of_day(today: date) -> Sentence:
    return ("Follow-up plan on ", today)


def in_brackets(state: str) -> str:
    return f" ({state.lower()})"


def with_note(note: str) -> str:
    return f"Note: {isolated(note)}"


# Keep a copy, and bring it back

LINK_SCOPE = "Which interviews"
LINK_SCOPES = {"one": "The one you see now", "all": "All of them"}
LINK_NAMES = "Names and notes"
LINK_NAMES_CHOICES = {"no": "Leave them out", "yes": "Put them in"}
LINK_NAMES_HINT = (
    "A link stays in the browser's history and bookmarks. In a message, the chat server or a mail "
    "scanner can read it. So put names in only if you must."
)
YOUR_LINK = "Your link"
COPY_LINK = "Copy the link"
SHORT_TEXT = "Short text"
LINK_AS_TEXT = "If the link breaks on its way: a short text"
LINK_AS_TEXT_HINT = "Paste this text on the page “Bring your plan back”. It holds the same."
COPY_SHORT_TEXT = "Copy the short text"
SHOW_PICTURE = "Show it as a QR code"
HIDE_PICTURE = "Hide the QR code"
PICTURE_NAME = "QR code of your link"
PICTURE_HINT = "Point the camera of your telephone at it, and open the link there."
NOTHING_TO_KEEP: Sentence = ("There is nothing to keep yet. Enter a date or tick a step first.",)


def link_length(length: int, most: int) -> Sentence:
    return (f"The link has {length:,} characters. Up to {most:,} arrive whole in most programs.",)


def link_too_long(most: int) -> Sentence:
    return (
        f"This is too much for a link of {most:,} characters, which may be cut on its way.",
        " Save a file instead, or choose less.",
    )


def picture_too_large(length: int, most: int) -> Sentence:
    return (
        f"A QR code holds a link of up to {most:,} characters well, and this one has {length:,}.",
        " Send the link itself, or choose less.",
    )


SAVE_FILE = "Save a file"
SAVE_FILE_HINT = (
    "The file holds everything: all interviews, names and notes too. Any text program can show it."
)
FILE_OF_ONE: Sentence = (
    "Your plan is too large for one file, so this one holds the interview that you see now.",
    " Save a file for each interview.",
)
FILE_TOO_LARGE: Sentence = (
    "This interview is too large for a file that can be read back.",
    " Save all that this page holds instead.",
)
NO_FILE_YET: Sentence = ("You have not saved a file in this browser yet.",)
GO_TO_FILE = "Go to “Save a file”"


def last_file(day: date) -> Sentence:
    return ("You last saved a file on ", day, ".")


KEEP_A_COPY = "Keep a copy"
NOT_NOW = "Not now"


def only_here_since(day: date) -> Sentence:
    return (
        "Some of your plan has been only in this browser since ",
        day,
        ". A browser can clear what it keeps, so take a copy.",
    )


def changed_since_copy(day: date) -> Sentence:
    return (
        "Your plan has changed since your last copy, on ",
        day,
        ". A browser can clear what it keeps, so take a new one.",
    )


# Where the plan is kept

KEPT_TWICE: Sentence = (
    "Your plan is saved in this browser, on this computer, in two places.",
    " It is still there if the browser crashes.",
)
KEPT_ONCE: Sentence = (
    "Your plan is kept in this browser, on this computer, in one place.",
    " If the browser crashes, the last minute may be lost.",
)
KEPT_IN_DATABASE: Sentence = (
    "Your plan is saved in this browser, on this computer, in one place.",
    " It is still there if the browser crashes. The other place is full or closed to this page.",
)
KEPT_HERE: Sentence = ("Your plan is kept in this browser, on this computer.",)
HELD_IN_TAB: Sentence = (
    "Your plan is held in this tab only, as you chose.",
    " It goes when you close the tab or load the page again.",
)
SAVING_REFUSED: Sentence = (
    "This browser does not let the page save. What you enter goes when you close this tab.",
)
SAVED_BY_NEWER: Sentence = (
    "A newer version of this page has saved something here. It is shown, and nothing is written.",
)
ELSEWHERE: Sentence = (
    "Another browser, telephone or computer does not have it. A private window forgets it.",
)
SAFARI_CLEARS: Sentence = (
    "Safari may clear it after 7 days without a visit, and you may wait longer than that.",
)
CALENDAR_LINK = "A calendar entry can bring your plan back"
RAW_EXPORT = "Save all of it as a file"
RAW_EXPORT_HINT = "The file holds everything that this page has saved here, names and notes too."


def quarantined(count: int) -> Sentence:
    verb = "is" if count == 1 else "are"
    pieces = counted(count, "saved piece")
    return (f"{pieces} {verb} damaged and {verb} kept apart.", " Nothing was deleted.")


OFFLINE_ABSENT = "This browser has not kept this site for use without a network."
OFFLINE_PART = (
    "Pages, search and ticks work without a network. For the rest, {missing} MB must still be "
    "fetched and kept."
)
OFFLINE_KEEP_REST = "Fetch and keep the rest"
OFFLINE_KEEPING = "Being kept for use without a network: {done} of {total} MB"
OFFLINE_WHOLE = "Kept for use without a network: all pages, tools and public holidays."
OFFLINE_INSTALLED = "Installed."
NEW_VERSION = "A new version of this site is ready. It comes when all its tabs are closed."
NEW_VERSION_NOW = "Load the new version"
NEW_VERSION_OTHERS = "This site is open in another tab. Close it there, and then press the button."

MEMORY_ON = "Do not save on this computer"
MEMORY_ON_HINT = (
    "Choose this on a computer that you share. What is saved here is removed, and nothing more is "
    "saved. Your plan stays in this tab until you close it or load the page again."
)
MEMORY_ON_NOW = "Yes, stop saving here"
MEMORY_OFF = "Save on this computer again"
MEMORY_OFF_HINT = "Choose this only on a computer that is yours."
MEMORY_OFF_NOW = "Yes, save here again"
ERASE_ALL = "Delete everything here"
ERASE_ALL_GOES = (
    "This removes every interview, setting and note from this browser, in all its tabs. "
    "Nobody can undo it."
)
ERASE_ALL_STAYS = (
    "Files, links, calendar entries and prints that you made stay. Delete them yourself."
)
ERASE_ALL_NOW = "Yes, delete everything here"


# Bring a plan back

RESTORE_TEXT = "Your link or text"
RESTORE_TEXT_HINT = "Paste the whole of it here."
RESTORE_FILE = "Or a file that you saved"
LOOK_AT_IT = "Look at it"
NOTHING_TAKEN_YET = "Nothing is changed until you say so."
WHAT_YOU_BROUGHT = "What you brought"
TAKE_MERGE = "Add it to what is here"
TAKE_MERGE_HINT: Sentence = (
    "What is here stays. If both say something about the same thing, the newer one counts.",
)
TAKE_REPLACE = "Replace everything here"
TAKE_REPLACE_HINT = (
    "This takes away all that is in this browser now, and puts in only what you brought. "
    "You can undo it until you close this tab."
)
TAKE_REPLACE_NOW = "Yes, replace everything here"
TAKE_CANCEL = "Cancel"
TAKE_UNDO = "Undo"
ALL_HERE_ALREADY: Sentence = ("Everything in it is here already, so there is nothing to add.",)
TAKEN = {
    "merge": "What you brought was added to what was here.",
    "replace": "What you brought has replaced everything that was here.",
}
SOURCES = {
    "link": "From a link",
    "text": "From the text that you pasted",
    "file": "From a file",
}
NEW_HERE = "New here"
SAME_HERE = "The same as here"
DELETED_HERE = "You deleted it here"
NOTHING_OF_IT = "Nothing of it can be taken"
SETTINGS_BROUGHT = "Settings for all interviews"
SEE_YOUR_INTERVIEWS = "See your interviews"
CHANGED_BY_HAND: Sentence = ("This file was changed after it was saved. Check what it holds.",)


def made_on(source: str, day: date) -> Sentence:
    return (f"{source}, made on ", day, ".")


def newest_entry(day: date) -> Sentence:
    return ("The newest entry in it is from ", day, ".")


PARTS = {
    "dates": ("date", "dates"),
    "contacts": ("contact", "contacts"),
    "steps": ("step", "steps"),
    "outcome": ("outcome", "outcomes"),
    "people": ("person", "people"),
    "notes": ("name or note", "names and notes"),
    "closed": ("time when they are closed", "times when they are closed"),
    "settings": ("choice", "choices"),
    "exports": ("calendar entry or copy", "calendar entries and copies"),
    "other": ("other entry", "other entries"),
}
"""What a copy holds: the word for one, and for more."""


def parts_listed(counts: Mapping[str, int]) -> str:
    """Return what there is of each part, as in "2 dates and 1 contact"."""
    found = [
        f"{count} {PARTS[part][0 if count == 1 else 1]}" for part, count in counts.items() if count
    ]
    return listed(found) if found else ""


def brings(counts: Mapping[str, int]) -> str:
    return f"Brings {parts_listed(counts)}"


def newer_here(counts: Mapping[str, int]) -> str:
    return f"Newer here: {parts_listed(counts)}"


def only_here(counts: Mapping[str, int]) -> str:
    return f"Only here: {parts_listed(counts)}"


WOULD_CHANGE = "What would change here"
OTHER_DATE = "Another date"
TAKE_MERGE_CHANGES: Sentence = (
    "If both say something about the same thing, the newer one counts.",
    " So adding it changes what is listed above.",
)
GUIDE_WOULD_COUNT: Sentence = ("The guide's plan would count again, without your own settings.",)
ARCHIVED_CHOICES = {"yes": "In the archive", "no": "Not in the archive"}
FIRST_WAY_CHOICES = {"guide": "As in your settings", **CHANNEL_CHOICES}


def would_become(name: str, before: date | str, after: date | str) -> Sentence:
    """Return what would become of one thing: texts in quotation marks, days as days."""
    here = said(before) if isinstance(before, str) else before
    there = said(after) if isinstance(after, str) else after
    if not after:
        return (f"{name}: ", here, " would go.")
    if not before:
        return (f"{name}: nothing yet, would become ", there, ".")
    return (f"{name}: ", here, " would become ", there, ".")


def parts_would_go(part: str, labels: Sequence[date | str]) -> Sentence:
    return _parts_would("go", part, labels)


def parts_would_change(part: str, labels: Sequence[date | str]) -> Sentence:
    return _parts_would("change", part, labels)


MOST_LABELS = 3
"""Entries that are named one by one; of more only the number is said."""


def _parts_would(verb: str, part: str, labels: Sequence[date | str]) -> Sentence:
    what = parts_listed({part: len(labels)})
    named = [label for label in labels if label]
    if not named or len(named) > MOST_LABELS:
        return (f"{what} would {verb}.",)
    rest = [piece for label in named[1:] for piece in (", ", label)]
    return (f"{what} would {verb}: ", named[0], *rest, ".")


def stays_ours(count: int) -> Sentence:
    pieces = counted(count, "piece")
    says, thing = ("says", "an entry") if count == 1 else ("say", "entries")
    return (f"{pieces} of it {says} something else about {thing} of yours. Yours stays.",)


def too_much(what: str, count: int, most: int) -> Sentence:
    """Return why a copy is refused: how many of something there are, and how many there may be."""
    before, thing, after = TOO_MUCH[what]
    return (f"{before} {count:,} {thing}. {after} {most:,}.", " Nothing of it was taken.")


TOO_MUCH = {
    "interviews": ("It holds", "interviews", "A copy may hold"),
    "records": ("It holds", "entries", "A copy may hold"),
    "of-one": ("One interview in it has", "entries", "It may have"),
    "interviews-together": ("With what is here there would be", "interviews", "There may be"),
    "records-together": ("With what is here there would be", "entries", "There may be"),
    "of-one-together": ("With what is here one interview would have", "entries", "It may have"),
}


def goes_away(count: int) -> Sentence:
    verb = "is" if count == 1 else "are"
    return (f"{counted(count, 'interview')} that {verb} not in your copy would go.",)


def left_out(count: int) -> Sentence:
    verb = "is" if count == 1 else "are"
    return (f"{counted(count, 'piece')} of it cannot be read and {verb} left out.",)


def deleted_before(count: int) -> Sentence:
    what = "One interview in it was" if count == 1 else f"{count} interviews in it were"
    return (f"{what} deleted in this browser, and {'stays' if count == 1 else 'stay'} deleted.",)


def newer_left_out(count: int) -> Sentence:
    what = "1 piece of it comes" if count == 1 else f"{count} pieces of it come"
    how = "is" if count == 1 else "are"
    return (
        f"{what} from a newer version of this site and {how} left out.",
        " Load the page again, and then bring it in again.",
    )


def bring_back_too(count: int) -> str:
    what = "the deleted interview" if count == 1 else f"the {count} deleted interviews"
    return f"Add it, and bring back {what}"


LINK_PROBLEMS: dict[str, Sentence] = {
    "incomplete": (
        "This link is incomplete.",
        " Its end was cut off on the way. Copy it again, the whole of it.",
    ),
    "damaged": ("This link is damaged.", " Something in it was changed. Copy it again."),
    "newer": (
        "This link was made by a newer version of this site.",
        " Load the page again, and then open the link again.",
    ),
    "large": ("This link holds too much.", " It was not made by this site."),
}
FILE_PROBLEMS: dict[str, Sentence] = {
    "damaged": ("This file is damaged.", " It was cut off or changed. Choose another copy of it."),
    "newer": (
        "This file was made by a newer version of this site.",
        " Load the page again, and then choose the file again.",
    ),
    "large": ("This file is too large.", " It was not saved by this site."),
    "deep": ("This file cannot be read.", " It was not saved by this site."),
    "not-text": ("This file is not text.", " Choose the file that you saved here."),
    "empty": ("There is nothing in it that can be read.", " Choose another copy of it."),
    "broke": ("This cannot be read, and nothing of it was taken.", " Choose another copy of it."),
    "other": ("This file is not a copy of a plan.", " Choose the file that you saved here."),
}


HANDOUTS = {
    "core-checklist": "Core checklist",
    "interview-day-card": "Interview-day card",
    "telephone-script": "Telephone script",
}
"""The hand-outs, by the names of their files."""


PAGE_ONLINE = "This page on the web:"
PAGE_PICTURE = "QR code of this page"


def handout_file(title: str, paper: str, kilobytes: int) -> str:
    return f"{title}, {paper} (PDF, {kilobytes} kB)"


def source_checked(day: date | None) -> str:
    if day is None:
        return "not yet checked on the live page"
    return f"checked on {day.day} {MONTHS[day.month - 1]} {day.year}"
