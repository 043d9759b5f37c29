"""An office's profile: what a careers office sets up for its students, in one link.

It says whose it is, the numbers of the plan, a country, and steps of the office's own. It counts
where the reader has set nothing, and the guide's plan counts where it says nothing. What it holds
is hostile until checked: whoever makes a link can write anything into it.

The reader's browser keeps it as one text record (see `PROFILE`) that holds what stands in the link.

A publisher's own copy can hold profiles too, each under a name. A link with that name alone leads
to what the copy says at each visit. The record then begins with the name, and holds after it what
was said when it was taken, for a copy or a visit that cannot ask.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from followup.dates.rules import LIMITS
from followup.errors import LinkError
from followup.json_text import StrictError, read_json, write_json
from followup.packed import pack, unpack

MARK = "office="
"""How the fragment of a link begins that carries a profile."""

PROFILE = "office"
"""Name of the text record that holds the profile in use."""

VERSION = 1
"""Number of what is in a profile. A link with a higher one was made by a newer program."""

LONGEST_LINK = 1_000
"""Characters of a whole link with a profile. So the profile fits a text record."""

MOST_STEPS = 10
LONGEST_NAME, LONGEST_CONTACT, LONGEST_WEB, LONGEST_LABEL = 80, 120, 160, 80
"""Characters."""

MOST_DAYS = 60
"""Days between a step of the office's own and what its day counts from."""

NUMBERS = {name.replace("_", "-"): limits for name, limits in LIMITS.items()}
"""Smallest and largest value of each number, by the name by which records call it."""

CHANNELS = ("phone", "email", "other")
ANCHORS = ("", "interview", "decision", "outcome")
"""What the day of an office's step can count from; empty for a step without a day."""

NAME = re.compile(r"[a-z][a-z0-9-]{0,29}", re.ASCII)
"""Of a profile that a publisher's copy holds. A profile in a link begins with a digit."""

AFTER_NAME = ":"
"""Between the name and the profile in a record."""

STEP = "office-"
"""How the names of an office's steps begin, before their own ids. Ticks are kept under them."""

STEP_ID = re.compile(r"[a-z0-9]{1,16}", re.ASCII)
WEB_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?(?:/[!-~]*)?", re.ASCII | re.IGNORECASE)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_PART = re.compile(r"[A-Za-z0-9 _-]{1,20}", re.ASCII)
_NEVER_SHOWN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, and those that turn the direction of what stands around them."""

LARGEST_FILE = 8_000
"""Characters of a file with a profile."""

_LARGEST = 4_000
"""Bytes of a profile that is unpacked."""

_WORDS = (
    b"university careers service of the and your college students interview with a at@"
    b',"decision","outcome","",1],[","interview","part":"","web":"http://www.","web":"https://www.'
    b'"steps":[["first":"email","first":"other","first":"phone","thanks":"yes","thanks":"no",'
    b'"country":"US","country":"GB","numbers":{"gap":,"messages":3,"grace":2,"first-wait":'
    b',"asks-shared":true,"contact":"careers@","{"name":"University of '
)
"""What profiles of version 1 are packed with. Frozen, as `link_words` is: one letter changed makes
every link that an office handed out unreadable."""


@dataclass(frozen=True)
class OfficeStep:
    """A step of the office's own.

    Attributes:
        id: names it for as long as the office keeps it, wherever it stands.
        anchor: what its day counts from, one of `ANCHORS`.
        count: days after that; before it, if negative.
    """

    id: str
    label: str
    anchor: str = ""
    count: int = 0


@dataclass(frozen=True)
class OfficeProfile:
    """What an office has set up. Whatever is empty leaves the guide's.

    Attributes:
        contact: a line that says how to reach the office.
        web: its address on the web, with "http://" or "https://".
        country: two-letter code of the country whose public holidays count.
        part: code of a part of that country.
        numbers: the plan's, by names as in `NUMBERS`, in that order.
        first_channel: one of `CHANNELS`.
        thanks: "yes" or "no": whether the steps of the thank-you note count.
        asks_shared: whether readers are asked if the computer is shared, in a browser that holds
            nothing of theirs yet.
    """

    name: str
    contact: str = ""
    web: str = ""
    country: str = ""
    part: str = ""
    numbers: tuple[tuple[str, int], ...] = ()
    first_channel: str = ""
    thanks: str = ""
    steps: tuple[OfficeStep, ...] = ()
    asks_shared: bool = False


def write_profile(profile: OfficeProfile) -> str:
    """Return what stands after `MARK` in a link with the profile."""
    return pack(write_json(_said(profile)), VERSION, _WORDS)


def _said(profile: OfficeProfile) -> dict[str, object]:
    """Return what a profile says, as `check_profile` reads it."""
    said: dict[str, object] = {
        "name": profile.name,
        "contact": profile.contact,
        "web": profile.web,
        "country": profile.country,
        "part": profile.part,
        "numbers": dict(profile.numbers),
        "first": profile.first_channel,
        "thanks": profile.thanks,
        "asks-shared": profile.asks_shared,
        "steps": [[one.id, one.label, one.anchor, one.count] for one in profile.steps],
    }
    return {name: value for name, value in said.items() if value}


@lru_cache(maxsize=16)
def read_profile(text: str) -> OfficeProfile:
    """Return the profile that `write_profile` has written.

    Raises:
        LinkError: "incomplete", "damaged", "newer" or "large"; or "refused": it says what no
            profile may say.
    """
    content = unpack(text[:LONGEST_LINK], VERSION, _WORDS, _LARGEST)
    try:
        fields = read_json(content)
    except StrictError as error:
        raise LinkError("damaged", "no profile is in the link") from error
    return check_profile(fields)


def read_own_profile(text: str) -> OfficeProfile:
    """Return the profile of a file that the publisher's own copy holds, as `own_profile` writes it.

    Raises:
        LinkError: "damaged" or "refused".
    """
    try:
        return check_profile(read_json(text[:LARGEST_FILE]))
    except StrictError as error:
        raise LinkError("damaged", "no profile is in the file") from error


def own_profile(profile: OfficeProfile) -> str:
    """Return the file of a profile that the publisher's own copy holds."""
    return write_json(_said(profile)) + "\n"


def profile_file(name: str) -> str:
    """Return the name under which the page fetches it.

    Raises:
        ValueError: no profile can have that name.
    """
    if not NAME.fullmatch(name):
        raise ValueError(f"no profile is called {name!r}")
    return f"offices/{name}.json"


def write_kept(name: str, profile: OfficeProfile) -> str:
    """Return the record's text of a profile, with its name if the publisher's copy holds it."""
    return f"{name}{AFTER_NAME}{write_profile(profile)}" if name else write_profile(profile)


def split_kept(text: str) -> tuple[str, str]:
    """Return the name, empty for a link's, and the profile in a record's text."""
    name, found, rest = text.partition(AFTER_NAME)
    return (name, rest) if found and NAME.fullmatch(name) else ("", text)


def without_steps(text: str) -> str:
    """Return a record's text without the office's own steps; the text itself if it cannot be
    read."""
    name, packed = split_kept(text)
    try:
        profile = read_profile(packed)
    except LinkError:
        return text
    return write_kept(name, replace(profile, steps=())) if profile.steps else text


def check_profile(fields: object) -> OfficeProfile:
    """Return a profile of what somebody wrote.

    Raises:
        LinkError: "refused", with the name of the field that cannot be.
    """
    if not isinstance(fields, dict):
        raise _refused("name")
    country = _form(fields, "country", _COUNTRY)
    return OfficeProfile(
        name=_text(fields, "name", LONGEST_NAME) or _never("name"),
        contact=_text(fields, "contact", LONGEST_CONTACT),
        web=check_web(_text(fields, "web", LONGEST_WEB)),
        country=country,
        part=_form(fields, "part", _PART) if country else "",
        numbers=_numbers(fields.get("numbers", {})),
        first_channel=_one_of(fields, "first", CHANNELS),
        thanks=_one_of(fields, "thanks", ("yes", "no")),
        steps=_steps(fields.get("steps", [])),
        asks_shared=fields.get("asks-shared") is True,
    )


def check_web(address: str) -> str:
    """Return an address on the web, which may be empty.

    Raises:
        LinkError: "refused": it is none that a browser opens as it stands.
    """
    if address and not WEB_ADDRESS.fullmatch(address):
        raise _refused("web")
    return address


def one_line(text: str) -> str:
    """Return a text without what turns or hides other text, in one line."""
    return " ".join(_NEVER_SHOWN.sub(" ", text).split())


def _text(fields: Mapping[str, object], name: str, longest: int) -> str:
    value = fields.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise _refused(name)
    return one_line(value)


def _form(fields: Mapping[str, object], name: str, form: re.Pattern[str]) -> str:
    value = fields.get(name, "")
    if value != "" and not (isinstance(value, str) and form.fullmatch(value)):
        raise _refused(name)
    return str(value)


def _one_of(fields: Mapping[str, object], name: str, values: tuple[str, ...]) -> str:
    value = fields.get(name, "")
    if value not in ("", *values):
        raise _refused(name)
    return str(value)


def _numbers(value: object) -> tuple[tuple[str, int], ...]:
    if not isinstance(value, dict) or not NUMBERS.keys() >= value.keys():
        raise _refused("numbers")
    for name, number in value.items():
        least, most = NUMBERS[name]
        if type(number) is not int or not least <= number <= most:
            raise _refused(name)
    return tuple((name, value[name]) for name in NUMBERS if name in value)


def _steps(value: object) -> tuple[OfficeStep, ...]:
    if not isinstance(value, list) or len(value) > MOST_STEPS:
        raise _refused("steps")
    steps = tuple(map(_step, value))
    if len({one.id for one in steps}) < len(steps):
        raise _refused("steps")
    return steps


def _step(value: object) -> OfficeStep:
    match value:
        case [str(own), str(label), str(anchor), int(count)] if type(count) is int:
            text = one_line(label)
            is_known = STEP_ID.fullmatch(own) and anchor in ANCHORS
            if is_known and 0 < len(text) <= LONGEST_LABEL and abs(count) <= MOST_DAYS:
                return OfficeStep(own, text, anchor, count)
    raise _refused("steps")


def _never(name: str) -> str:
    raise _refused(name)


def _refused(name: str) -> LinkError:
    return LinkError("refused", f"a profile says of {name!r} what none may say")
