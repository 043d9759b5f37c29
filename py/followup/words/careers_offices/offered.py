"""What a careers office has set up, as its students read it."""

from followup.words.sentence import Sentence, counted

SET_UP_BY = "Set up by "
SET_UP_FOR_YOU = "Settings from your careers office"
OFFICE_SETTINGS = "Set up by a careers office"
NO_OFFICE = "None"
OFFICE_WHAT_IT_SETS = "What it changes"
OFFICE_BACK_HINT = "This takes away what you set on this page too. You can undo it below."


def from_office(name: str) -> str:
    """Return the heading of the steps that an office has added."""
    return f"From {name}"


OFFICE_SETS: Sentence = ("It changes the guide's plan like this:",)
OFFICE_SETS_NOTHING: Sentence = ("It changes nothing in the guide's plan.",)
OFFICE_STEPS = "It adds these steps to your checklist:"
OFFICE_USE = "Use these settings"
OFFICE_USE_INSTEAD = "Use these instead"
OFFICE_KEEP_GUIDE = "Use the guide's plan instead"
OFFICE_LEAVE = "Leave everything as it is"
OFFICE_NOT_YET: Sentence = ("Nothing changes until you press a button.",)
OFFICE_SEES_NOTHING: Sentence = ("The office sees nothing of what you enter.",)
OFFICE_OWN_WIN: Sentence = ("What you have set yourself on Settings still wins.",)
OFFICE_COUNTS: Sentence = ("These settings count now.",)
OFFICE_FIXED: Sentence = (
    "A link's settings are fixed: if the office changes them, it sends you a new link.",
)
OFFICE_ANEW: Sentence = (
    "If the office changes these settings, the new ones count here from your next visit on.",
)
OFFICE_ASKS_SHARED: Sentence = ("Is this a shared computer?",)
OFFICE_SHARED_YES = "Yes: save nothing on this computer"
OFFICE_SHARED_NO: Sentence = ("If it is your own, you need do nothing.",)
OFFICE_STEPS_LEFT_OUT: Sentence = (
    "There is no room in it for the steps that your careers office added.",
    " Open the office's link again to have them back, or save a file.",
)

OFFICE_PROBLEMS: dict[str, Sentence] = {
    "incomplete": (
        "This careers office's link is incomplete: its end is missing.",
        " Copy the whole link and open it again.",
    ),
    "damaged": (
        "This careers office's link was changed on its way, so nothing was taken from it.",
        " Copy it once more, or ask the office for it.",
    ),
    "newer": (
        "A newer version of this site made this careers office's link.",
        " Load this page again, and open the link once more.",
    ),
    "large": ("This link is too long to be a careers office's link. Nothing was taken from it.",),
    "unknown": (
        "This site has no settings of a careers office under that name, or they did not come.",
        " Check the link, and open it again when you are online.",
    ),
    "refused": (
        "This careers office's link says something that cannot be. Nothing was taken from it.",
        " Ask the office for a new link.",
    ),
}


def office_in_use(name: str) -> Sentence:
    return (f"The settings of {name} count now.",)


def office_number(question: str, number: int, guide: int) -> str:
    """Return how one number differs, as in "Days between two contacts: 7 (the guide says 10)"."""
    return f"{question}: {number} (the guide says {guide})"


def office_channel(question: str, choice: str, guide: str) -> str:
    return f"{question}: {choice[0].lower()}{choice[1:]} (the guide says: {guide.lower()})"


OFFICE_NO_THANKS = "No thank-you note (the guide says: send one)"


def office_holidays(country: str) -> str:
    return f"Public holidays of {country} are closed days"


def office_step_when(anchor: str, count: int) -> str:
    """Return when a step of an office's own is due; empty if it has no day."""
    if anchor == "":
        return ""
    thing = OFFICE_ANCHORS[anchor]
    if count == 0:
        return f"on the day of {thing}"
    return f"{counted(abs(count), 'day')} {'after' if count > 0 else 'before'} {thing}"


OFFICE_ANCHORS = {
    "interview": "the interview",
    "decision": "the decision date",
    "outcome": "the outcome",
}
