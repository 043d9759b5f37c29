"""The interview card."""

from followup.directions import isolated
from followup.words.sentence import Sentence
from followup.words.when_to_follow_up import CHANNEL_NAMES

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
