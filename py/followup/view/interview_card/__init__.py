"""Interview card: names and promises, on the screen and on paper."""

from followup.view.interview_card import card, card_print, people

PANELS = {
    "card": card,
    "people": people,
    "card-print": card_print,
}
"""What this page offers, by the name by which a page places it."""
