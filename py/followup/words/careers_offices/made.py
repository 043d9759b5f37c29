"""The page on which a careers office sets up what its students get."""

from datetime import date

from followup.words.sentence import Sentence

SETUP_NAME, SETUP_CONTACT, SETUP_WEB = (
    "Name of your office",
    "How to reach you",
    "Your web address",
)
SETUP_HINTS = {
    "name": "For example “Careers Service, Example University”.",
    "contact": "One line, such as an email address or opening hours. You can leave it empty.",
    "web": "It begins with https:// or http://. You can leave it empty.",
}
SETUP_NO_NAME: Sentence = ("Type the name of your office, and your link appears here.",)
SETUP_COUNTRY = "Country whose public holidays count"
SETUP_NO_COUNTRY = "None: students choose it themselves"
SETUP_PART = "Part of the country"
SETUP_NO_PART = "The whole country"
SETUP_FIRST = "First contact"
SETUP_CHANNELS = {
    "guide": "As the guide says: by telephone",
    "phone": "By telephone",
    "email": "By email",
    "other": "In another way",
}
SETUP_THANKS = "Thank-you note after the interview"
SETUP_THANKS_CHOICES = {"guide": "As the guide says: send one", "no": "Our students send none"}
SETUP_SHARED = "Ask if the computer is shared"
SETUP_SHARED_HINT = (
    "Only a browser that holds nothing yet is asked. Your link never changes whether anything is "
    "saved."
)
SETUP_SHARED_CHOICES = {"no": "Do not ask", "yes": "Ask"}


def setup_number_hint(guide: int, least: int, most: int) -> str:
    return f"The guide says {guide}. Leave it empty to keep that, or type {least} to {most}."


SETUP_WEB_REFUSED: Sentence = (
    "That is not a web address. Type it as your browser shows it, with https:// at its start.",
)


def setup_too_long(most: int) -> Sentence:
    return (f"That is too long: at most {most} characters can be used.",)


SETUP_STEP_LABEL = "What students should do"
SETUP_STEP_HINT = "For example “Book a practice interview with us”."
SETUP_STEP_WHEN = "When it is due"
SETUP_STEP_ANCHORS = {
    "none": "It has no day",
    "interview-before": "Days before the interview",
    "interview-after": "Days after the interview",
    "decision-after": "Days after the decision date",
    "outcome-after": "Days after the outcome",
}
SETUP_STEP_DAYS = "Number of days"
SETUP_STEP_SAVE = "Add this step"
SETUP_STEP_CHANGING = "You are changing a step."
SETUP_STEP_REMOVED = "Removed from your link."
SETUP_STEP_NEEDS_LABEL: Sentence = ("Type what students should do.",)


def setup_step_days_refused(most: int) -> Sentence:
    return (f"Type a number of days from 0 to {most}.",)


def setup_too_many_steps(most: int) -> Sentence:
    return (f"A link holds at most {most} steps. Remove one first.",)


SETUP_PREVIEW = "What students see"


def setup_sample(day: date) -> Sentence:
    return ("With an interview on ", day, ", and no decision date:")


SETUP_LINK = "Your link"


def setup_link_length(length: int, most: int) -> Sentence:
    return (f"The link has {length:,} of at most {most:,} characters.",)


def setup_link_too_long(length: int, most: int) -> Sentence:
    return (
        f"The link would have {length:,} characters, and {most:,} are the most.",
        " Take a step out, or use fewer words.",
    )


SETUP_FIXED: Sentence = (
    "The link holds these settings as they are now. If you change them, share the new link.",
)
SETUP_COPY_LINK = "Copy the link"
SETUP_SENTENCE = "A sentence to send with it"


def setup_sentence(link: str) -> str:
    return (
        "After your interview, Follow Up tells you when to get in touch and what to say. "
        f"It is set up for our students, free, and needs no account: {link}"
    )


SETUP_COPY_SENTENCE = "Copy the sentence"
SETUP_HTML = "HTML for a web page"


def setup_html_text(name: str) -> str:
    return f"Follow Up: when to get in touch after an interview, set up by {name}"


SETUP_COPY_HTML = "Copy the HTML"
SETUP_QR = "QR code"
SETUP_QR_NAME = "QR code of your office's link"
SETUP_QR_SVG = "Download as SVG"
SETUP_QR_PNG = "Download as PNG"
NO_PICTURE: Sentence = ("This browser could not make the picture. Download it as SVG.",)
SETUP_POSTER = "A poster to print"
SETUP_POSTER_HINT = "It fits one sheet of A4 or US Letter."
SETUP_POSTER_TITLE = "Had a job interview?"
SETUP_POSTER_LEAD = "Find out when to get in touch, how, and what to say."
SETUP_POSTER_PROMISES = (
    "Free: no account, no advert",
    "Private: what you enter stays in your browser",
    "Clear: every date comes with its reason",
)
SETUP_PRINT_POSTER = "Print the poster"
