"""Every page of tools: the status line, and what stands there while it is so."""

from collections.abc import Mapping
from datetime import date

from followup.directions import isolated
from followup.words.sentence import Sentence

MENU_NAMES: Mapping[str, str] = {
    "plan/interviews.md": "My interviews",
    "plan/checklist.md": "Checklist",
    "plan/dates.md": "When to follow up",
    "plan/messages.md": "What to say",
    "plan/card.md": "Interview card",
    "plan/keep.md": "Save a copy",
    "plan/restore.md": "Bring it back",
    "plan/settings.md": "Settings",
}
"""What the tools call pages: their names in the menu, to which the build holds them."""

YOUR_INTERVIEWS = MENU_NAMES["plan/interviews.md"]
CHECKLIST = MENU_NAMES["plan/checklist.md"]
DATES = MENU_NAMES["plan/dates.md"]
WHAT_TO_SAY = MENU_NAMES["plan/messages.md"]
INTERVIEW_CARD = MENU_NAMES["plan/card.md"]
KEEP_A_COPY = MENU_NAMES["plan/keep.md"]
RESTORE_PAGE = MENU_NAMES["plan/restore.md"]
SETTINGS = MENU_NAMES["plan/settings.md"]

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
SAID_BACK: Sentence = ("Your plan is back.",)
SAID_REPLACED: Sentence = ("Everything here was replaced.",)
SAID_TAKEN_BACK: Sentence = ("Taken back.",)
SAID_LEFT_OUT: Sentence = ("Left out. Nothing was saved.",)
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
STANDING_DEMO: Sentence = (
    "This is a demo: the plan is that of somebody made up, and nothing you do here is kept.",
)
LEAVE_DEMO = "Leave the demo"
NOT_IN_DEMO: Sentence = ("Not in the demo: leave it first, and begin a plan of your own.",)
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
STANDING_SUPERSEDED: Sentence = (
    "A newer version of this site is there, so this page could not fetch all that it needs.",
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
FORBIDDEN: Sentence = (
    "The rules that this site's host sends to browsers keep the date calculator from starting.",
)
DOOR: Mapping[str, Sentence] = {
    "file": ("This page was opened as a file, but its tools work only on a web server.",),
    "scripts": (
        "This browser is too old to keep what you enter.",
        " That needs Chrome or Edge 93, Firefox 92 or Safari 15.4.",
    ),
    "tools": (
        "This browser is too old for the date calculator.",
        " That needs Chrome or Edge 96, Firefox 114 or Safari 16.4.",
    ),
}
"""What keeps the tools from working here, by how the page's first script calls it."""

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
DONE_COPIED: Sentence = ("Copied",)
SHARE = "Share"
SHARED: Sentence = ("Shared.",)
NOT_SHARED: Sentence = ("Nothing was shared. Copy it instead.",)
NOT_COPIED: Sentence = (
    "This browser does not let the page copy. Select the text and copy it yourself.",
)

EXAMPLE_ADDRESS = "This is an example copy, so this address leads nowhere."
KIT_LINK = "The address of this site"
KIT_COPY_LINK = "Copy link"
KIT_HTML = "A line of HTML"
KIT_COPY_HTML = "Copy HTML"
KIT_PICTURE = "QR code of the address of this site"


def kit_link_text(name: str) -> str:
    return f"{name}: what to do after a job interview (opens in a new tab)"


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


def told_apart(day: date | None, place: int) -> Sentence:
    """Return what follows a name that another interview has too: its day and its number, if any."""
    which: Sentence = (", ", day) if day else ()
    return (*which, f", number {place}") if place else which


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
