"""The plan for an adviser."""

from datetime import date

from followup.directions import isolated
from followup.words.sentence import Sentence

ADVISER_SCOPE = "Which interviews"
ADVISER_SCOPES = {"one": "The one you see now", "all": "All of them"}
ADVISER_NAMES = "Names and notes"
ADVISER_NAMES_CHOICES = {"no": "Leave them out", "yes": "Put them in"}
ADVISER_TITLE = "Follow-up plan"
COPY_TEXT = "Copy the text"
DOWNLOAD_CSV = "Download as CSV"
ADVISER_NEEDS_DATE: Sentence = ("Then this page has a plan to share.",)
TO_DO = "To do"
HAPPENED = "What has happened"
PERSON = "Person"
PROMISED = "What you promised to send"
OWN_SETTINGS: Sentence = ("These dates use your own settings, not the guide's.",)
CSV_COLUMNS = {
    "number": "Interview",
    "employer": "Employer",
    "role": "Job",
    "round": "Round",
    "day": "Date",
    "state": "State",
    "what": "What",
    "moved_from": "Moved from",
    "why": "Why",
    "who": "With whom",
    "note": "Note",
}
"""Title of each column of the table, in order."""


def plan_of_day(today: date) -> Sentence:
    return ("Follow-up plan on ", today)


def in_brackets(state: str) -> str:
    return f" ({state.lower()})"


def with_note(note: str) -> str:
    return f"Note: {isolated(note)}"
