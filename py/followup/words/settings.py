"""Settings, and closed days: weekends, public holidays, days that the reader added."""

from collections.abc import Sequence
from datetime import date

from followup.words.sentence import WEEKDAYS, Sentence, listed

NUMBER_QUESTIONS = {
    "first_wait": "Days to wait after the interview",
    "grace": "Days to wait after the decision date",
    "gap": "Days between two contacts",
    "messages": "Messages without a reply before you stop",
}
CHANNEL_QUESTIONS = {"first-channel": "First contact", "later-channel": "Later contacts"}
CHANNEL_CHOICES = {"phone": "By telephone", "email": "By email", "other": "In another way"}
THANKS_QUESTION = "Thank-you note after the interview"
THANKS_CHOICES = {"yes": "I send one", "no": "I do not send one"}


def guide_number(number: int, least: int, most: int) -> str:
    return f"The guide says {number}. You can type a number from {least} to {most}."


def guide_choice(choice: str) -> str:
    return f"The guide says: {choice[0].lower()}{choice[1:]}."


GUIDE_SENDS_THANKS = "The guide says: send one."
OWN_NUMBERS_FROM = "The numbers on this page are your own, from "
OFFICE_NUMBERS_FROM = "The numbers on this page are your careers office's, shown in "
OWN_NUMBERS_EXAMPLES = ". Worked examples keep the guide's."
BACK_TO_GUIDE = "Back to the guide's plan"
BACK_TO_GUIDE_HINT = "This takes away all you set on this page, your country and weekend too."
GUIDE_AGAIN: Sentence = ("The guide's plan counts again.",)
UNDO_SETTINGS = "Undo: bring my settings back"


COUNTRY = "Country"
NO_COUNTRY = "No country: weekends only"
PART = "Part of the country"
NO_PART = "Not chosen"
PART_HINT = "Until you choose one, the days of the whole country and of most parts count."
WEEKEND_QUESTION = "Weekend"
WEEKEND_CHOICES = {
    "country": "As in the country",
    "sat-sun": "Saturday and Sunday",
    "fri-sat": "Friday and Saturday",
    "fri-sun": "Friday and Sunday",
    "fri": "Friday only",
    "sat": "Saturday only",
    "sun": "Sunday only",
    "none": "No weekend",
}
OPEN_ONLINE = " Open this page again when you are online."
OPEN_NEWER = " A newer version of this site is there. Load this page again."


def countries_missing(*, superseded: bool) -> Sentence:
    """Return that the list did not come, and whether that is because the site is newer by now."""
    return (
        "The list of countries could not be fetched.",
        OPEN_NEWER if superseded else OPEN_ONLINE,
    )


def holidays_missing(*, superseded: bool) -> Sentence:
    """Return that they did not come, and whether that is because the site is newer by now."""
    return (
        "The public holidays could not be fetched, so only weekends count.",
        OPEN_NEWER if superseded else OPEN_ONLINE,
    )


NEXT_HOLIDAYS = "The next public holidays"
NO_NEXT_HOLIDAYS: Sentence = ("No public holiday is known after today.",)

COUNTRIES_WITH_ARTICLE = {
    "Bahamas",
    "Comoros",
    "Gambia",
    "Isle of Man",
    "Maldives",
    "Netherlands",
    "Philippines",
    "Seychelles",
}


def country_in_sentence(name: str) -> str:
    """Return the name with its article: "the United Kingdom", but "France"."""
    with_article = (
        name in COUNTRIES_WITH_ARTICLE
        or name.startswith(("United ", "U.S. ", "British Virgin "))
        or name.endswith((" Islands", " Republic", " Territories"))
    )
    return f"the {name}" if with_article else name


def use_country(name: str) -> str:
    return f"Use the public holidays of {country_in_sentence(name)}"


def years_known(first: int, last: int) -> Sentence:
    return (f"Public holidays are known from {first} to {last}.",)


def years_not_known(first: int, last: int) -> Sentence:
    return (
        f"Some dates of this plan are not in the years from {first} to {last}.",
        " No public holidays are known for them, so only weekends count there.",
    )


def part_not_chosen(country: str) -> Sentence:
    return (
        f"No part of {country_in_sentence(country)} is chosen.",
        " A part, chosen on Settings, would tell of more closed days.",
    )


def weekend_now(days: Sequence[int]) -> Sentence:
    names = listed([WEEKDAYS[day] for day in days]) if days else "no day"
    return (f"Your weekend is now {names}.",)


CLOSED_LABEL = "Why they are closed"
CLOSED_LABEL_HINT = "For example “Christmas break”. You can leave it empty."
SAVE_CLOSED = "Save these days"
CHANGING_CLOSED = "You are changing closed days."
CLOSED_REMOVED = "Removed: these days count again."


LOG_IT = "Log it"
LOG_EMPTY: Sentence = ("Nothing is logged yet.",)
REMOVE = "Remove"
PUT_BACK = "Put back"
DISCARD = "Discard this entry"
KIND_LEGEND = "What happened"
PURPOSE_LEGEND = "Purpose"
SHOW_LEGEND = "Show"
SHOW_ALL = "All steps"
SHOW_CORE = "Core steps"
PRINT = "Print"
RETRY = "Try again"
PROGRESS_LABEL = "Steps done"
NONE_COUNT_YET: Sentence = ("not needed so far",)


def named_decision(day: date) -> Sentence:
    return (" They named a new decision date: ", day, ".")
