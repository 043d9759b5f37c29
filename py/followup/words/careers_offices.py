"""Careers offices: what an office sets up for its students, how it is offered and made."""

from datetime import date

from followup.words.sentence import Sentence, counted

SET_UP_BY = "Set up by "
SET_UP_FOR_YOU = "Settings from your careers office"
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
OFFICE_ASKS_SHARED: Sentence = ("Is this a shared computer?",)
OFFICE_SHARED_YES = "Yes: save nothing on this computer"
OFFICE_SHARED_NO: Sentence = ("If it is your own, you need do nothing.",)
OFFICE_TO_SETTINGS = "Settings"
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

# The page on which an office makes its profile.

KIT_NAME, KIT_CONTACT, KIT_WEB = "Name of your office", "How to reach you", "Your web address"
KIT_HINTS = {
    "name": "For example “Careers Service, Example University”.",
    "contact": "One line, such as an email address or opening hours. You can leave it empty.",
    "web": "It begins with https:// or http://. You can leave it empty.",
}
KIT_NO_NAME: Sentence = ("Type the name of your office, and your link appears here.",)
KIT_COUNTRY = "Country whose public holidays count"
KIT_NO_COUNTRY = "None: students choose it themselves"
KIT_PART = "Part of the country"
KIT_NO_PART = "The whole country"
KIT_FIRST = "First contact"
KIT_CHANNELS = {
    "guide": "As the guide says: by telephone",
    "phone": "By telephone",
    "email": "By email",
    "other": "In another way",
}
KIT_THANKS = "Thank-you note after the interview"
KIT_THANKS_CHOICES = {"guide": "As the guide says: send one", "no": "Our students send none"}
KIT_SHARED = "Ask if the computer is shared"
KIT_SHARED_HINT = (
    "Only a browser that holds nothing yet is asked. Your link never changes whether anything is "
    "saved."
)
KIT_SHARED_CHOICES = {"no": "Do not ask", "yes": "Ask"}


def kit_number_hint(guide: int, least: int, most: int) -> str:
    return f"The guide says {guide}. Leave it empty to keep that, or type {least} to {most}."


KIT_WEB_REFUSED: Sentence = (
    "That is not a web address. Type it as your browser shows it, with https:// at its start.",
)


def kit_too_long(most: int) -> Sentence:
    return (f"That is too long: at most {most} characters can be used.",)


KIT_STEP_LABEL = "What students should do"
KIT_STEP_HINT = "For example “Book a practice interview with us”."
KIT_STEP_WHEN = "When it is due"
KIT_STEP_ANCHORS = {
    "none": "It has no day",
    "interview-before": "Days before the interview",
    "interview-after": "Days after the interview",
    "decision-after": "Days after the decision date",
    "outcome-after": "Days after the outcome",
}
KIT_STEP_DAYS = "Number of days"
KIT_STEP_SAVE = "Add this step"
KIT_STEP_CHANGING = "You are changing a step."
KIT_STEP_REMOVED = "Removed from your link."
KIT_STEP_NEEDS_LABEL: Sentence = ("Type what students should do.",)


def kit_step_days_refused(most: int) -> Sentence:
    return (f"Type a number of days from 0 to {most}.",)


def kit_too_many_steps(most: int) -> Sentence:
    return (f"A link holds at most {most} steps. Remove one first.",)


KIT_PREVIEW = "What students see"


def kit_sample(day: date) -> Sentence:
    return ("With an interview on ", day, ", and no decision date:")


KIT_LINK = "Your link"


def kit_link_length(length: int, most: int) -> Sentence:
    return (f"The link has {length:,} of at most {most:,} characters.",)


def kit_link_too_long(length: int, most: int) -> Sentence:
    return (
        f"The link would have {length:,} characters, and {most:,} are the most.",
        " Take a step out, or use fewer words.",
    )


KIT_FIXED: Sentence = (
    "The link holds these settings as they are now. If you change them, share the new link.",
)
KIT_COPY_LINK = "Copy the link"
KIT_SENTENCE = "A sentence to send with it"


def kit_sentence(link: str) -> str:
    return (
        "After your interview, Follow Up tells you when to get in touch and what to say. "
        f"It is set up for our students, free, and needs no account: {link}"
    )


KIT_COPY_SENTENCE = "Copy the sentence"
KIT_HTML = "HTML for a web page"


def kit_html_text(name: str) -> str:
    return f"Follow Up: when to get in touch after an interview, set up by {name}"


KIT_COPY_HTML = "Copy the HTML"
KIT_QR = "QR code"
KIT_QR_NAME = "QR code of your office's link"
KIT_QR_SVG = "Download as SVG"
KIT_QR_PNG = "Download as PNG"
NO_PICTURE: Sentence = ("This browser could not make the picture. Download it as SVG.",)
KIT_POSTER = "A poster to print"
KIT_POSTER_HINT = "It fits one sheet of A4 or US Letter."
KIT_POSTER_TITLE = "Had a job interview?"
KIT_POSTER_LEAD = "Find out when to get in touch, how, and what to say."
KIT_POSTER_PROMISES = (
    "Free: no account, no advert",
    "Private: what you enter stays in your browser",
    "Clear: every date comes with its reason",
)
KIT_PRINT_POSTER = "Print the poster"
