"""Entries for the reader's own calendar."""

from datetime import date

from followup.directions import isolated
from followup.words.every_page import KEEP_A_COPY
from followup.words.my_interviews import capital_first
from followup.words.sentence import Sentence
from followup.words.when_to_follow_up import action

CALENDAR_WHICH = "Which calendar do you use?"
CALENDAR_PROGRAMS = {
    "apple": "iPhone, iPad or Mac",
    "google": "Google Calendar",
    "outlook": "Outlook.com",
    "office": "Outlook at work or school",
    "file": "Another program",
}
IN_NEW_TAB = " (new tab)"
CALENDAR_OPTIONS = "Choose the time of day, or put names in"
CALENDAR_TIME = "When it stands in your calendar"
CALENDAR_TIMES = {"ten": "At 10 in the morning, for half an hour", "day": "The whole day"}
CALENDAR_TIME_HINT = (
    "The file reminds you 15 minutes before. If it takes the whole day, it reminds you at 9 "
    "o'clock on the day before. Google and Outlook remind you as you have set it there."
)
CALENDAR_NAMES_HINT = (
    "Other people may see your calendar, and its provider can read it. With names, the title names "
    "the employer. In a file, the link then brings back your notes too."
)
CALENDAR_ALL = "Put all dates into your calendar"
CALENDAR_ADD_ALL = "Add all dates"
CALENDAR_ALL_CAVEAT: Sentence = (
    "Every date after the next one is tentative, so it may change and you must delete it then.",
    " Some programs take only one entry from a file.",
)
CALENDAR_AS_TEXT = "If nothing opens: copy the text"
CALENDAR_TROUBLE: Sentence = (
    "Some browsers on telephones cannot open the file.",
    " Paste this text into a new entry instead, or open this page in your usual browser.",
)
COPY_AS_TEXT = "Copy as text"
CALENDAR_TODAY: Sentence = (
    "This is to do today, so a reminder may come too late. Put the step off first if you must.",
)
CALENDAR_LINK_BEFORE = "Open this link to see the plan for this interview, in any browser:"
CALENDAR_LINK_TOO_LONG: Sentence = (
    "The link to the plan is too long to stand here. ",
    f"Use the file that you saved on the page “{KEEP_A_COPY}”.",
)
TENTATIVE_DATE: Sentence = ("This date is tentative: it assumes that nobody replies.",)
CALENDAR_NEEDS_DATE: Sentence = ("Then your next step stands here, to put in your calendar.",)
GO_TO_DATES = "Go to your dates"
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


def forms_get(*, whole_day: bool, names: bool) -> Sentence:
    """Return what goes to the server of a form, and where the link to the plan is instead."""
    when = "the day" if whole_day else "the day, the time"
    title = "the title, which names the employer," if names else "the title"
    return (
        "Google and Outlook open a form in a new tab.",
        f" Then {when} and {title} go to Google or Microsoft.",
        " The link to your plan does not: it is in the file that the other two save.",
    )


def calendar_chosen(*, whole_day: bool, names: bool) -> Sentence:
    """Return the options as they are chosen, in one line."""
    when = (
        "The whole day, with a reminder at 9 o'clock on the day before"
        if whole_day
        else "At 10 in the morning, with a reminder 15 minutes before"
    )
    return (f"{when}. Names are {'put in' if names else 'left out'}.",)


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
