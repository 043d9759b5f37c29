"""Entries for the reader's own calendar."""

from datetime import date

from followup.directions import isolated
from followup.words.my_interviews import capital_first
from followup.words.sentence import Sentence
from followup.words.when_to_follow_up import action

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
CALENDAR_LINK_BEFORE = "Open this link to see the plan for this interview, in any browser:"
CALENDAR_LINK_TOO_LONG: Sentence = (
    "The link to the plan is too long to stand here. ",
    "Use the file that you saved on the page “Save a copy”.",
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
