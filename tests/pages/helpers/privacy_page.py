"""The words by which the page on privacy tells of each thing that is kept."""

from sources import page_named

from followup.records.office import PROFILE
from followup.records.record import MESSAGE_TEXT
from followup.records.settings import NUMBER_NAMES, REGION_NAMES
from followup.view.careers_offices.draft import CHOICES as KIT_CHOICES
from followup.view.careers_offices.draft import FORM as OFFICE_STEP
from followup.view.careers_offices.draft import KIT
from followup.view.careers_offices.draft import TEXTS as KIT_TEXTS

PAGE = page_named("about/privacy.md")

DATES = "the dates you type"

ENDED = "how it ended and when"

SETTINGS = "your settings, your country and its part, and your weekend"

SHOWN = "your choices of what to show, and of what goes into a text, a link or a calendar entry"

KINDS = {
    "tick": "the steps you tick or set aside",
    "aside": "the steps you tick or set aside",
    "answer": DATES,
    "text": "the employer, the job",
    "entry": "the contacts you log",
    "removed": "that you took something out or put it back",
    "choice": SETTINGS,
    "deleted": "Only a note stays that this interview was deleted",
    "exported": "which calendar entries you made",
}

COMMON = {
    "written": "the day on which it was written",
    "interview": "random codes",
}

OFFICE = "the settings in that link"

MADE_BY_OFFICE = "what you fill in for your students"

TEXTS = {
    "employer": "the employer, the job",
    "role": "the employer, the job",
    "promised": "what you promised to send",
    "my-name": "your name and telephone number, if you type them for your messages",
    "my-phone": "your name and telephone number, if you type them for your messages",
    **dict.fromkeys((*NUMBER_NAMES, *REGION_NAMES), SETTINGS),
    PROFILE: OFFICE,
    **{f"{KIT}{name}": MADE_BY_OFFICE for name in (*KIT_TEXTS, *NUMBER_NAMES, *REGION_NAMES)},
}

MESSAGE = "each message that you changed, in your words"

CHOICES = {
    "archived": "whether you put it in the archive",
    "first-channel": "how they want to be contacted",
    "later-channel": SETTINGS,
    "message-for": "whom your messages go to",
    "outcome": ENDED,
    "settings": SETTINGS,
    "thanks": SETTINGS,
    "weekend": SETTINGS,
    "show": SHOWN,
    "adviser-names": SHOWN,
    "adviser-scope": SHOWN,
    "calendar-names": SHOWN,
    "calendar-time": SHOWN,
    "link-names": SHOWN,
    "link-picture": SHOWN,
    "link-scope": SHOWN,
    **{f"{KIT}{name}": MADE_BY_OFFICE for name in KIT_CHOICES},
}

QUESTIONS = {
    "interview": DATES,
    "decision": DATES,
    "offer-deadline": DATES,
    "outcome-day": ENDED,
    "pin": "the day you choose for your next contact",
}

FORMS = {
    "contact": "the day, the kind of contact, what it was for, with whom and your note",
    "closed": "the days on which they are closed",
    OFFICE_STEP: MADE_BY_OFFICE,
    "person": "name, job title, how to reach them and one thing they said",
}

RENDERED = {
    "data-text": TEXTS,
    "data-choice": CHOICES,
    "data-choose": CHOICES,
    "data-question": QUESTIONS,
    "data-form": FORMS,
}
"""What says that something is kept when it is used, and the words for each name it can have."""


def words_for(attribute: str, name: str) -> str | None:
    """Return the words of the page for what is kept under a name; None if there are none."""
    if attribute == "data-text" and name.startswith(MESSAGE_TEXT):
        return MESSAGE
    return RENDERED[attribute].get(name)
