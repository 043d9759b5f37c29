"""Save a copy: links, files, where everything is kept, and shared computers."""

from datetime import date

from followup.words.every_page import RESTORE_PAGE
from followup.words.sentence import Sentence, counted

LINK_SCOPE = "Which interviews"
LINK_SCOPES = {"all": "All of them", "one": "The one you see now"}
LINK_NAMES = "Names and notes"
LINK_NAMES_CHOICES = {"no": "Leave them out", "yes": "Put them in"}
LINK_NAMES_HINT = (
    "A link stays in the browser's history and bookmarks. In a message, the chat server or a mail "
    "scanner can read it. So put names in only if you must."
)
YOUR_LINK = "Your link"
COPY_LINK = "Copy the link"
LINK_TITLE = "My follow-up plan"
LINK_HOLDS = "The link holds "
LINK_LEAVES_OUT = "It leaves out:"
LINK_OF_ONE: Sentence = (
    "All your interviews are too much for one link, so this one holds the interview you see now.",
)
SHORT_TEXT = "Short text"
LINK_AS_TEXT = "If the link breaks on its way: a short text"
LINK_AS_TEXT_HINT = f"Paste this text on the page “{RESTORE_PAGE}”. It holds the same."
COPY_SHORT_TEXT = "Copy the short text"
SHOW_PICTURE = "Show it as a QR code"
HIDE_PICTURE = "Hide the QR code"
PICTURE_NAME = "QR code of your link"
PICTURE_HINT = "Point the camera of your telephone at it, and open the link there."
NOTHING_TO_KEEP: Sentence = ("There is nothing to keep yet.",)


def interviews_held(count: int, *, is_all: bool) -> str:
    if is_all and count:
        return "your interview" if count == 1 else f"your {count} interviews"
    return f"{count} of your interviews" if count else "your settings"


def names_in_link(*, are_in: bool) -> str:
    """Return the end of the sentence that says what the link holds."""
    return ", with names and notes." if are_in else ", without names and notes."


def and_more(count: int) -> str:
    return f"and {count} more"


def link_length(length: int, most: int) -> Sentence:
    return (f"The link has {length:,} characters. Up to {most:,} arrive whole in most programs.",)


def link_too_long(most: int) -> Sentence:
    return (
        f"This is too much for a link of {most:,} characters, which may be cut on its way.",
        " Save a file instead, or choose less.",
    )


def picture_too_large(length: int, most: int) -> Sentence:
    return (
        f"A QR code holds a link of up to {most:,} characters well, and this one has {length:,}.",
        " Send the link itself, or choose less.",
    )


SAVE_FILE = "Save a file"
SAVE_FILE_HINT = (
    "The file holds everything: all interviews, names and notes too. Any text program can show it."
)
FILE_OF_ONE: Sentence = (
    "Your plan is too large for one file, so this one holds the interview that you see now.",
    " Save a file for each interview.",
)
FILE_TOO_LARGE: Sentence = (
    "This interview is too large for a file that can be read back.",
    " Save all that this page holds instead.",
)
NO_FILE_YET: Sentence = ("You have not saved a file in this browser yet.",)
GO_TO_FILE = "Go to “Save a file”"


def last_file(day: date) -> Sentence:
    return ("You last saved a file on ", day, ".")


NOT_NOW = "Not now"


def only_here_since(day: date) -> Sentence:
    return (
        "Some of your plan has been only in this browser since ",
        day,
        ". A browser can clear what it keeps, so take a copy.",
    )


def changed_since_copy(day: date) -> Sentence:
    return (
        "Your plan has changed since your last copy, on ",
        day,
        ". A browser can clear what it keeps, so take a new one.",
    )


KEPT_TWICE: Sentence = (
    "Your plan is saved in this browser, on this computer, in two places.",
    " It is still there if the browser crashes.",
)
KEPT_ONCE: Sentence = (
    "Your plan is kept in this browser, on this computer, in one place.",
    " If the browser crashes, the last minute may be lost.",
)
KEPT_IN_DATABASE: Sentence = (
    "Your plan is saved in this browser, on this computer, in one place.",
    " It is still there if the browser crashes. The other place is full or closed to this page.",
)
KEPT_HERE: Sentence = ("Your plan is kept in this browser, on this computer.",)
HELD_IN_TAB: Sentence = (
    "Your plan is held in this tab only, as you chose.",
    " It goes when you close the tab or load the page again.",
)
SAVING_REFUSED: Sentence = (
    "This browser does not let the page save. What you enter goes when you close this tab.",
)
SAVED_BY_NEWER: Sentence = (
    "A newer version of this page has saved something here. It is shown, and nothing is written.",
)
ELSEWHERE: Sentence = (
    "Another browser, telephone or computer does not have it. A private window forgets it.",
)
SAFARI_CLEARS: Sentence = (
    "Safari may clear it after 7 days without a visit, and you may wait longer than that.",
)
CALENDAR_LINK = "A calendar entry can bring your plan back"
RAW_EXPORT = "Save all of it as a file"
RAW_EXPORT_HINT = "The file holds everything that this page has saved here, names and notes too."


def quarantined(count: int) -> Sentence:
    verb = "is" if count == 1 else "are"
    pieces = counted(count, "saved piece")
    return (f"{pieces} {verb} damaged and {verb} kept apart.", " Nothing was deleted.")


OFFLINE_ABSENT = "This browser has not kept this site for use without a network."
OFFLINE_PART = (
    "Pages, search and ticks work without a network. For the rest, {missing} MB must still be "
    "fetched and kept."
)
OFFLINE_KEEP_REST = "Fetch and keep the rest"
OFFLINE_KEEPING = "Being kept for use without a network: {done} of {total} MB"
OFFLINE_REFUSED = (
    "Nothing is kept for use without a network. The server of this site changes its files on their "
    "way or holds some back: {file}"
)
OFFLINE_STOPPED = (
    "Pages, search and ticks work without a network. The rest is not kept, as the server of this "
    "site changes its files or holds some back: {file}"
)
OFFLINE_ONLINE = (
    "With a network everything works. It is tried again with the next version of this site."
)
OFFLINE_WHOLE = "Kept for use without a network: the guide, all tools and public holidays."
OFFLINE_INSTALLED = "Installed."
NEW_VERSION = "A new version of this site is ready. It comes when all its tabs are closed."
NEW_VERSION_NOW = "Load the new version"
NEW_VERSION_OTHERS = "This site is open in another tab. Close it there, and then press the button."

MEMORY_ON = "Do not save on this computer"
MEMORY_ON_HINT = (
    "Choose this on a computer that you share. What is saved here is removed, and nothing more is "
    "saved. Your plan stays in this tab until you close it or load the page again."
)
MEMORY_ON_NOW = "Yes, stop saving here"
MEMORY_OFF = "Save on this computer again"
MEMORY_OFF_HINT = "Choose this only on a computer that is yours."
MEMORY_OFF_NOW = "Yes, save here again"
ERASE_ALL = "Delete everything here"
ERASE_ALL_GOES = (
    "This removes every interview, setting and note from this browser, in all its tabs. "
    "Nobody can undo it."
)
ERASE_ALL_STAYS = (
    "Files, links, calendar entries and prints that you made stay. Delete them yourself."
)
ERASE_ALL_NOW = "Yes, delete everything here"
