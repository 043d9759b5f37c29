"""Records: what the reader did, one small text each, that never changes once written.

Everything read here is hostile until checked: another page of the same host, or a person, may
have written it. What cannot be read stays where it is; nothing here deletes.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from followup.dates import civil_date
from followup.dates.civil_date import Typed
from followup.errors import NewerRecordError, RecordError
from followup.records.migrations import migrate

FORMAT = 3
"""Number of the newest record format. A record with a higher one was written by a newer program."""

USUAL_FORMAT = 2
"""Number of the format in which most records are written: the lowest one whose programs read them
rightly. What they would misread has a higher one, so that they know that it is too new for them."""

FORMAT_OF_MOVES = 3
"""Number of the format of what says that an interview was moved or cancelled."""

KEY = re.compile(r"(\d{1,9})\.([a-z0-9]{1,16})\.(\d{1,9})", re.ASCII)
IDENTIFIER = re.compile(r"[a-z0-9]{1,32}", re.ASCII)
NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}", re.ASCII)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
LONGEST_RECORD = 4096
"""Characters. What is longer is not even parsed: deep nesting would end Python for good."""

LONGEST_TEXT = 1000
"""Characters of a name, a note or a setting that are read."""

MESSAGE_TEXT = "message-"
"""How the name of a text begins that is a message in the reader's own words."""

LONGEST_MESSAGE = 3000
"""Characters of such a message that are read."""

ALL = "all"
"""In place of an interview's id: what belongs to every interview, such as a setting."""

CONTACT, PERSON, CLOSED = "contact", "person", "closed"
"""The forms: a contact for the log, a person met, days on which the employer is closed."""

FILE, LINK, LATER = "backup", "link", "remind-later"
"""Names of what is handed out: a file, a link; and of a reminder to do so that was put off."""

CALENDAR, BY_FORM = "calendar-", "form-"
"""How the names of calendar entries begin, and of the note beside one that went into a calendar by
a form, and so without the link that brings the plan back."""

MOST_ROUNDS = 999


@dataclass(frozen=True, order=True)
class Stamp:
    """What orders records: a Lamport clock, then the tab, then the count in that tab."""

    clock: int
    tab: str
    count: int


@dataclass(frozen=True)
class Ticked:
    """A step was ticked or unticked, in a round of later messages (0 where there is none)."""

    step: str
    round: int
    on: bool


@dataclass(frozen=True)
class SetAside:
    """A step was set aside as one that does not apply, or taken back."""

    step: str
    on: bool


@dataclass(frozen=True)
class Answered:
    """A date question was answered; the answer is kept as typed."""

    question: str
    typed: Typed


@dataclass(frozen=True)
class Wrote:
    """A text was typed: a name, a note, a setting."""

    name: str
    text: str


@dataclass(frozen=True)
class Entered:
    """A form was sent: choices by name, dates as typed, free texts. The same id replaces."""

    form: str
    entry: str
    fields: tuple[tuple[str, str], ...]
    dates: tuple[tuple[str, Typed], ...]
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Removed:
    """What a form had entered was taken away, or put back."""

    entry: str
    on: bool


@dataclass(frozen=True)
class Chosen:
    """The reader chose one of several: how to see something, an outcome, a setting."""

    name: str
    value: str


@dataclass(frozen=True)
class Deleted:
    """The interview was deleted, or brought back."""

    on: bool


@dataclass(frozen=True)
class Exported:
    """A date was put into the reader's own calendar, a backup or a link was made; or that was
    taken back.

    Attributes:
        name: "calendar-<kind>-<n>" for a step of the plan after n exchanges, with a later
            "form-<kind>-<n>" beside it if a form was used; "backup", "link", or "remind-later"
            where the reader put off a reminder.
        day: the day as it was exported; None where there is none.
    """

    name: str
    day: date | None
    on: bool


Event = Ticked | SetAside | Answered | Wrote | Entered | Removed | Chosen | Deleted | Exported


@dataclass(frozen=True)
class Record:
    """One record.

    Attributes:
        stamp: orders it among all others.
        interview: id of the interview that it belongs to, or `ALL`.
        written: the reader's own day when it was written, within the bounds of `from_clock`; it
            orders nothing.
    """

    stamp: Stamp
    interview: str
    written: date
    event: Event

    def __hash__(self) -> int:
        """Hash by the stamp, which tells records apart; the whole of a long search is slow."""
        return hash(self.stamp)


@lru_cache(maxsize=20_000)
def read_record(key: str, text: str) -> Record:
    """Return the record kept as `text` under `key` ("clock.tab.count").

    Records never change, so each is read once; with thousands of them that is most of the work.

    Raises:
        NewerRecordError: a newer program wrote it.
        RecordError: it is broken, or of a kind that this program does not know.
    """
    stamp = read_key(key)
    fields = migrate(load_fields(text))
    number = fields.get("format")
    if type(number) is int and number > FORMAT:
        raise NewerRecordError("record of a newer format")
    if type(number) is not int or number != FORMAT:
        raise RecordError(f"record of no format that ever was, of which {FORMAT} is the last")
    reader = _READERS.get(_text(fields, "what", NAME))
    if reader is None:
        raise RecordError("record of an unknown kind")
    return Record(
        stamp=stamp,
        interview=_text(fields, "interview", IDENTIFIER),
        written=_day(fields, "written"),
        event=reader(fields),
    )


def read_key(key: str) -> Stamp:
    """Return the stamp that a record's key ("clock.tab.count") stands for.

    Raises:
        RecordError: it is no record's key.
    """
    match = KEY.fullmatch(key)
    if not match:
        raise RecordError("not a record's key")
    return Stamp(int(match[1]), match[2], int(match[3]))


def load_fields(text: str) -> dict[str, object]:
    """Return the fields of a record's text, whatever its format and kind.

    Raises:
        RecordError: it is too long, no JSON, or no JSON object.
    """
    if len(text) > LONGEST_RECORD:
        raise RecordError("longer than any record")
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordError("not JSON") from error
    return _mapping(fields)


def _ticked(fields: dict[str, object]) -> Ticked:
    number = fields.get("round")
    if type(number) is not int or not 0 <= number <= MOST_ROUNDS:
        raise RecordError("round is not a small number")
    return Ticked(_text(fields, "step", NAME), number, _flag(fields))


def _set_aside(fields: dict[str, object]) -> SetAside:
    return SetAside(_text(fields, "step", NAME), _flag(fields))


def _answered(fields: dict[str, object]) -> Answered:
    return Answered(_text(fields, "question", NAME), _typed(fields.get("typed")))


def _wrote(fields: dict[str, object]) -> Wrote:
    name = _text(fields, "name", NAME)
    longest = LONGEST_MESSAGE if name.startswith(MESSAGE_TEXT) else LONGEST_TEXT
    return Wrote(name, _free_text(fields.get("text"), longest))


def _entered(fields: dict[str, object]) -> Entered:
    choices = _mapping(fields.get("fields"))
    dates = _mapping(fields.get("dates"))
    texts = _mapping(fields.get("texts"))
    return Entered(
        form=_text(fields, "form", NAME),
        entry=_text(fields, "entry", IDENTIFIER),
        fields=tuple((_name(name), _text(choices, name, NAME)) for name in sorted(choices)),
        dates=tuple((_name(name), _typed(dates[name])) for name in sorted(dates)),
        texts=tuple((_name(name), _free_text(texts[name])) for name in sorted(texts)),
    )


def _removed(fields: dict[str, object]) -> Removed:
    return Removed(_text(fields, "entry", IDENTIFIER), _flag(fields))


def _chosen(fields: dict[str, object]) -> Chosen:
    return Chosen(_text(fields, "name", NAME), _text(fields, "value", NAME))


def _deleted(fields: dict[str, object]) -> Deleted:
    return Deleted(_flag(fields))


def _exported(fields: dict[str, object]) -> Exported:
    day = None if fields.get("day") == "" else _day(fields, "day")
    return Exported(_text(fields, "name", NAME), day, _flag(fields))


_READERS: dict[str, Callable[[dict[str, object]], Event]] = {
    "tick": _ticked,
    "aside": _set_aside,
    "answer": _answered,
    "text": _wrote,
    "entry": _entered,
    "removed": _removed,
    "choice": _chosen,
    "deleted": _deleted,
    "exported": _exported,
}

COMMON_FIELDS = ("format", "interview", "written", "what")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "tick": ("step", "round", "on"),
    "aside": ("step", "on"),
    "answer": ("question", "typed"),
    "text": ("name", "text"),
    "entry": ("form", "fields", "dates", "texts", "entry"),
    "removed": ("entry", "on"),
    "choice": ("name", "value"),
    "deleted": ("on",),
    "exported": ("name", "day", "on"),
}
"""What each kind of record has beside the common fields, in the order in which the page writes
them."""


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise RecordError("not a JSON object")
    return value


def _text(fields: dict[str, object], name: str, form: re.Pattern[str]) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise RecordError(f"{name} is not of its form")
    return value


def _day(fields: dict[str, object], name: str) -> date:
    try:
        return civil_date.from_clock(_text(fields, name, civil_date.ISO_DAY))
    except ValueError as error:
        raise RecordError(str(error)) from error


def _name(name: str) -> str:
    if not NAME.fullmatch(name):
        raise RecordError("not a name")
    return name


def _flag(fields: dict[str, object]) -> bool:
    value = fields.get("on")
    if not isinstance(value, bool):
        raise RecordError("on is neither true nor false")
    return value


def _typed(value: object) -> Typed:
    boxes = _mapping(value)
    # How long they are needs no bound: the record has one.
    parts = [boxes.get(part, "") for part in ("day", "month", "year", "first")]
    if not all(isinstance(part, str) for part in parts):
        raise RecordError("a typed date is not of its form")
    return _boxes(*map(str, parts))


@lru_cache(maxsize=2_000)
def _boxes(day: str, month: str, year: str, first: str) -> Typed:
    order = first if first in (civil_date.DAY_FIRST, civil_date.MONTH_FIRST) else ""
    return Typed(_writable(day), _writable(month), _writable(year), order)


def _free_text(value: object, longest: int = LONGEST_TEXT) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise RecordError("a text is not of its form")
    return _writable(value)


def _writable(text: str) -> str:
    """Return the text without what HTML and files cannot hold: lone surrogates, which JSON can
    carry and UTF-8 cannot, and control characters other than line ends and tabs."""
    if text.isprintable():
        return text  # As nearly all are: neither surrogates nor control characters.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return CONTROL.sub("", whole)
