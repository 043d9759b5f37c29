"""Bring it back: what a copy holds, and what was done with it."""

from collections.abc import Mapping, Sequence
from datetime import date

from followup.words.interview_card import said
from followup.words.sentence import MONTHS, Sentence, counted, listed
from followup.words.settings import CHANNEL_CHOICES

RESTORE_TEXT = "Your link or text"
RESTORE_TEXT_HINT = "Paste the whole of it here."
RESTORE_FILE = "Or a file that you saved"
LOOK_AT_IT = "Look at it"
NOTHING_TAKEN_YET = "Nothing is changed until you say so."
WHAT_YOU_BROUGHT = "What you brought"
TAKE_MERGE = "Add it to what is here"
TAKE_MERGE_HINT: Sentence = (
    "What is here stays. If both say something about the same thing, the newer one counts.",
)
TAKE_BACK = "Bring my plan back"
TAKE_BACK_HINT: Sentence = ("Nothing of yours is here yet, so nothing can get lost.",)
TAKE_REPLACE = "Replace everything here"
TAKE_REPLACE_HINT = (
    "This takes away all that is in this browser now, and puts in only what you brought. "
    "You can undo it until you close this tab."
)
TAKE_REPLACE_NOW = "Yes, replace everything here"
TAKE_CANCEL = "Cancel"
TAKE_UNDO = "Undo"
ALL_HERE_ALREADY: Sentence = ("Everything in it is here already, so there is nothing to add.",)
TAKEN = {
    "back": "Your plan is back.",
    "merge": "What you brought was added to what was here.",
    "replace": "What you brought has replaced everything that was here.",
}
SOURCES = {
    "link": "From a link",
    "text": "From the text that you pasted",
    "file": "From a file",
}
NEW_HERE = "New here"
SAME_HERE = "The same as here"
DELETED_HERE = "You deleted it here"
NOTHING_OF_IT = "Nothing of it can be taken"
SETTINGS_BROUGHT = "Settings for all interviews"
SEE_YOUR_DATES = "See your dates"
SEE_YOUR_INTERVIEWS = "See your interviews"
CHANGED_BY_HAND: Sentence = ("This file was changed after it was saved. Check what it holds.",)


def made_on(source: str, day: date) -> Sentence:
    return (f"{source}, made on ", day, ".")


def newest_entry(day: date) -> Sentence:
    return ("The newest entry in it is from ", day, ".")


PARTS = {
    "dates": ("date", "dates"),
    "contacts": ("contact", "contacts"),
    "steps": ("step", "steps"),
    "outcome": ("outcome", "outcomes"),
    "people": ("person", "people"),
    "notes": ("name or note", "names and notes"),
    "closed": ("time when they are closed", "times when they are closed"),
    "settings": ("choice", "choices"),
    "exports": ("calendar entry or copy", "calendar entries and copies"),
    "other": ("other entry", "other entries"),
}
"""What a copy holds: the word for one, and for more."""


def parts_listed(counts: Mapping[str, int]) -> str:
    """Return what there is of each part, as in "2 dates and 1 contact"."""
    found = [
        f"{count} {PARTS[part][0 if count == 1 else 1]}" for part, count in counts.items() if count
    ]
    return listed(found) if found else ""


def brings(counts: Mapping[str, int]) -> str:
    return f"Brings {parts_listed(counts)}"


def newer_here(counts: Mapping[str, int]) -> str:
    return f"Newer here: {parts_listed(counts)}"


def only_here(counts: Mapping[str, int]) -> str:
    return f"Only here: {parts_listed(counts)}"


WOULD_CHANGE = "What would change here"
OTHER_DATE = "Another date"
TAKE_MERGE_CHANGES: Sentence = (
    "If both say something about the same thing, the newer one counts.",
    " So adding it changes what is listed above.",
)
GUIDE_WOULD_COUNT: Sentence = ("The guide's plan would count again, without your own settings.",)
ARCHIVED_CHOICES = {"yes": "In the archive", "no": "Not in the archive"}
FIRST_WAY_CHOICES = {"guide": "As in your settings", **CHANNEL_CHOICES}


def would_become(name: str, before: date | str, after: date | str) -> Sentence:
    """Return what would become of one thing: texts in quotation marks, days as days."""
    here = said(before) if isinstance(before, str) else before
    there = said(after) if isinstance(after, str) else after
    if not after:
        return (f"{name}: ", here, " would go.")
    if not before:
        return (f"{name}: nothing yet, would become ", there, ".")
    return (f"{name}: ", here, " would become ", there, ".")


def parts_would_go(part: str, labels: Sequence[date | str]) -> Sentence:
    return _parts_would("go", part, labels)


def parts_would_change(part: str, labels: Sequence[date | str]) -> Sentence:
    return _parts_would("change", part, labels)


MOST_LABELS = 3
"""Entries that are named one by one; of more only the number is said."""


def _parts_would(verb: str, part: str, labels: Sequence[date | str]) -> Sentence:
    what = parts_listed({part: len(labels)})
    named = [label for label in labels if label]
    if not named or len(named) > MOST_LABELS:
        return (f"{what} would {verb}.",)
    rest = [piece for label in named[1:] for piece in (", ", label)]
    return (f"{what} would {verb}: ", named[0], *rest, ".")


def stays_ours(count: int) -> Sentence:
    pieces = counted(count, "piece")
    says, thing = ("says", "an entry") if count == 1 else ("say", "entries")
    return (f"{pieces} of it {says} something else about {thing} of yours. Yours stays.",)


def too_much(what: str, count: int, most: int) -> Sentence:
    """Return why a copy is refused: how many of something there are, and how many there may be."""
    before, thing, after = TOO_MUCH[what]
    return (f"{before} {count:,} {thing}. {after} {most:,}.", " Nothing of it was taken.")


TOO_MUCH = {
    "interviews": ("It holds", "interviews", "A copy may hold"),
    "records": ("It holds", "entries", "A copy may hold"),
    "of-one": ("One interview in it has", "entries", "It may have"),
    "interviews-together": ("With what is here there would be", "interviews", "There may be"),
    "records-together": ("With what is here there would be", "entries", "There may be"),
    "of-one-together": ("With what is here one interview would have", "entries", "It may have"),
}


def goes_away(count: int) -> Sentence:
    verb = "is" if count == 1 else "are"
    return (f"{counted(count, 'interview')} that {verb} not in your copy would go.",)


def left_out(count: int) -> Sentence:
    verb = "is" if count == 1 else "are"
    return (f"{counted(count, 'piece')} of it cannot be read and {verb} left out.",)


def deleted_before(count: int) -> Sentence:
    what = "One interview in it was" if count == 1 else f"{count} interviews in it were"
    return (f"{what} deleted in this browser, and {'stays' if count == 1 else 'stay'} deleted.",)


def newer_left_out(count: int) -> Sentence:
    what = "1 piece of it comes" if count == 1 else f"{count} pieces of it come"
    how = "is" if count == 1 else "are"
    return (
        f"{what} from a newer version of this site and {how} left out.",
        " Load the page again, and then bring it in again.",
    )


def bring_back_too(count: int) -> str:
    what = "the deleted interview" if count == 1 else f"the {count} deleted interviews"
    return f"Add it, and bring back {what}"


LINK_PROBLEMS: dict[str, Sentence] = {
    "incomplete": (
        "This link is incomplete.",
        " Its end was cut off on the way. Copy it again, the whole of it.",
    ),
    "damaged": ("This link is damaged.", " Something in it was changed. Copy it again."),
    "newer": (
        "This link was made by a newer version of this site.",
        " Load the page again, and then open the link again.",
    ),
    "large": ("This link holds too much.", " It was not made by this site."),
}
FILE_PROBLEMS: dict[str, Sentence] = {
    "damaged": ("This file is damaged.", " It was cut off or changed. Choose another copy of it."),
    "newer": (
        "This file was made by a newer version of this site.",
        " Load the page again, and then choose the file again.",
    ),
    "large": ("This file is too large.", " It was not saved by this site."),
    "deep": ("This file cannot be read.", " It was not saved by this site."),
    "not-text": ("This file is not text.", " Choose the file that you saved here."),
    "empty": ("There is nothing in it that can be read.", " Choose another copy of it."),
    "broke": ("This cannot be read, and nothing of it was taken.", " Choose another copy of it."),
    "other": ("This file is not a copy of a plan.", " Choose the file that you saved here."),
}


LINK_DATES = "Dates from a link"
LINK_TOO_LONG: Sentence = ("This link is too long to be read, so nothing of it is used.",)
LINK_SAME: Sentence = ("Your plan has that already, so there is nothing to save.",)
LINK_NOT_SAVED: Sentence = ("Nothing is saved yet.",)
LINK_DIFFERS: Sentence = ("Your plan has something else, and that stays:",)
LINK_GOES_TO = "This would go into the plan for "
LINK_HAS_TWIN = "You have an interview with these dates already: "
LINK_WOULD_SAY = "With this link:"
LINK_DATES_TAKEN = "What the link brought is in your plan."
LINK_DAY_NAMES = {"interview": "the interview date ", "decision": "the decision date "}
LINK_CLOSE = "Close"


def link_brings(days: Mapping[str, date]) -> Sentence:
    """Return which days a link brings, by question."""
    parts = [(LINK_DAY_NAMES[name], day) for name, day in days.items()]
    named = [piece for part in parts for piece in (" and ", *part)][1:]
    return ("This link brings ", *named, ".")


def link_beside(name: str, here: date | None, there: date) -> Sentence:
    return (f"{name}: ", here or "none", " here, ", there, " in the link.")


def link_date_unreadable(name: str) -> Sentence:
    return (f"The {name} of this link cannot be read, so it is left out.",)


def link_no_such_day(name: str, day: int, month: int, year: int) -> Sentence:
    return (
        f"There is no {day} {MONTHS[month - 1]} {year}, so the {name} of this link is left out.",
    )


def link_year_out_of_range(name: str, first: int, last: int) -> Sentence:
    return (f"The {name} of this link is left out, as its year must be from {first} to {last}.",)


def link_decision_early(interview: date) -> Sentence:
    return (
        "The decision date of this link is left out, as it is before the interview on ",
        interview,
        ".",
    )


def use_dates(count: int) -> str:
    return "Use this date" if count == 1 else "Use these dates"


def add_dates(count: int) -> str:
    return f"Add {_it(count)} as a new interview"


def leave_dates(count: int) -> str:
    return f"Leave {_it(count)} out"


def _it(count: int) -> str:
    return "them" if count > 1 else "it"


HANDOUTS = {
    "core-checklist": "Core checklist",
    "interview-day-card": "Interview card",
    "telephone-script": "Telephone script",
}
"""The hand-outs, by the names of their files."""


PAGE_ONLINE = "This page on the web:"
PAGE_PICTURE = "QR code of this page"


def handout_file(title: str, paper: str, kilobytes: int) -> str:
    return f"{title}, {paper} (PDF, {kilobytes} kB)"


SOURCE_READ = {"live": "live page", "stored": "stored copy"}
"""Where a source was read."""


def source_read(where: str, day: date) -> str:
    return f"{SOURCE_READ[where]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


SOURCE_NOT_READ = "not yet read"


def sources_counted(live: int, stored: int, unread: int) -> str:
    """Return how many sources were read, and where."""
    return (
        f"Read on the live page: {live} of {live + stored + unread} sources. "
        f"Seen in a stored copy: {stored}. Not yet read: {unread}."
    )
