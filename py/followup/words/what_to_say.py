"""What to say: the guide's messages and their blanks."""

from datetime import date

from followup.directions import isolated
from followup.words.sentence import Sentence, counted
from followup.words.when_to_follow_up import LOG_TEXTS

MY_NAME = "Your name"
MY_PHONE = "Your telephone number"
MESSAGE_FOR = "Who your messages go to"
CHOOSE_PERSON = "Choose a person"
CHOOSE_ADDRESSEE = "Choose who it goes to"
ADD_WHO_YOU_MET = "Add who you met"
THEN_NAMES_STAND: Sentence = ("Then their names stand in the messages.",)
MESSAGE_LABEL = "You can change these words"
COPY = "Copy"
OPEN_MAIL = "Open in your mail program"
MAIL_TOO_LONG: Sentence = ("This is too long to open in a mail program. Copy it instead.",)
READ_LARGE = "Read it large"
CLOSE = "Close"
OWN_WORDS = "These are your own words. What you enter elsewhere only fills the blanks left in them."
BRING_WORDS_BACK = "Bring my words back"
START_AGAIN = "Start again from the guide's words"
LOG_SENT = {
    "spoke": "They answered: log it",
    "called": "Nobody answered, or voicemail: log it",
    "emailed": "I sent it: log it",
}
LOG_LEFT = "I left it: log it"
LOG_BY_YOU = "Nothing is logged by itself."
SEE_LOG = "See your log"
LOG_NEEDS_INTERVIEW = "To log it, first enter the interview date on the page "
MESSAGES_NEED_INTERVIEW: Sentence = ("Then this page shows which message fits next.",)
FULL_STOP = "."
YOU = "you"
NO_MESSAGE_NEXT: Sentence = ("No message is needed now.",)
COPIED_BLANK: Sentence = ("Copied. 1 blank is left.",)
COPIED_BLANKS: Sentence = ("Copied. {count} blanks are left.",)
TEMPLATES_TITLE = "Follow Up: words to say and to send after a job interview"
TEMPLATES_LICENCE = (
    "CC0 1.0: you may use, change and share these words without asking and without credit.",
    "https://creativecommons.org/publicdomain/zero/1.0/",
)
TEMPLATES_USE = (
    "Replace what stands in square brackets. A line that begins with “or:” can take the place "
    "of the line above it."
)


def for_all_messages(label: str) -> str:
    return f"{label}, for all messages"


def goes_to(name: str) -> str:
    return f"It goes to {isolated(name)}."


def messages_go_to(name: str) -> str:
    return f"Your messages go to {isolated(name)}."


def blanks_left(count: int) -> str:
    return f"{counted(count, 'blank')} left: "


def logged_today(kind: str, today: date) -> Sentence:
    return ("Logged for ", today, f": {LOG_TEXTS[kind]} ")


def can_log_from(interview: date) -> Sentence:
    return ("You can log it from the day of the interview on, ", interview, ".")
