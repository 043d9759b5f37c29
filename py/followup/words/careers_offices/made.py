"""The page on which a careers office sets up what its students get."""

from datetime import date

from followup.words.sentence import Sentence

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
