"""What to say: the guide's messages, filled from what the reader entered."""

from followup.view.what_to_say import about_you, message_for, messages_next

PANELS = {
    "about-you": about_you,
    "message-for": message_for,
    "messages-next": messages_next,
}
"""What this page offers, by the name by which a page places it."""
