"""Messages: the guide's templates filled with what the reader entered.

The words stand in the pages; here stand the names of the messages, whom each goes to, how it is
logged, and how its blanks are filled. A wrong name in a message is worse than a blank: what is
not known for certain stays a blank.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import quote

from followup.dates.plan import Purpose
from followup.directions import isolated
from followup.records.answers import Answers
from followup.records.interviews import Interview
from followup.records.people import Person
from followup.words import YOU, listed, spell_day, spell_spoken_day

To = Literal["person", "arranger", "referee", "contact"]
"""Whom a message goes to: somebody met at the interview, who arranged it, a referee, or somebody
who has nothing to do with the interview. Only of the first is the name known."""


@dataclass(frozen=True)
class MessageRule:
    """What the tools do with a message.

    Attributes:
        to: whom it goes to.
        kinds: how it can be logged, each one of `answers.EXCHANGES`; none if it is no contact with
            the employer.
        purpose: what it is logged as being for.
        spoken: whether it is said, and so never mailed. Days in it have no year.
        of_anyone: whether it may tell what somebody else than its reader said at the interview.
    """

    to: To = "person"
    kinds: tuple[str, ...] = ("emailed",)
    purpose: Purpose = "follow_up"
    spoken: bool = False
    of_anyone: bool = False


_REFEREE = MessageRule(to="referee", kinds=())
_THANKS = MessageRule(purpose="thanks")
_OTHER = MessageRule(purpose="other")

MESSAGE_RULES = {
    # guide/prepare.md
    "ask-referee": _REFEREE,
    # guide/thank-you.md
    "thanks-one": _THANKS,
    "thanks-panel": MessageRule(purpose="thanks", of_anyone=True),
    "thanks-arranger": MessageRule(to="arranger", purpose="thanks", of_anyone=True),
    "thanks-talk": MessageRule(to="contact", kinds=()),
    # guide/referees.md
    "referee-brief": _REFEREE,
    "referee-result": _REFEREE,
    # guide/first-contact.md
    "call": MessageRule(kinds=("spoke", "called"), spoken=True),
    "voicemail": MessageRule(kinds=("called",), spoken=True),
    "first-email": MessageRule(),
    # guide/later-emails.md
    "later-email": MessageRule(),
    "new-date": _THANKS,
    # guide/while-you-wait.md
    "other-offer": MessageRule(),
    "withdraw": _OTHER,
    # guide/missed-call.md
    "missed-voicemail": MessageRule(kinds=("called",), purpose="other", spoken=True),
    "missed-email": _OTHER,
    # guide/interview-moved.md
    "moved-yes": MessageRule(to="arranger", purpose="other"),
    "moved-cancelled": MessageRule(to="arranger", purpose="other"),
    # guide/next-interview.md
    "next-yes": _OTHER,
    "next-time": _OTHER,
    # guide/offer.md
    "offer-thanks": _OTHER,
    "offer-time": _OTHER,
    "offer-accept": _OTHER,
    "offer-decline": _OTHER,
    # guide/turned-down.md
    "turned-down": _OTHER,
    "feedback-thanks": _THANKS,
    # guide/no-reply.md
    "last-email": MessageRule(),
    "referee-closed": _REFEREE,
}
"""Every message of the guide, in the order of its pages. A name is what a reader's own words are
kept under: it is never reused, and never removed from here without going into
`RETIRED_MESSAGES`."""

RETIRED_MESSAGES: frozenset[str] = frozenset()
"""Names that once stood in the guide. No message may take one of them."""

BLANK = re.compile(r"\[([^\[\]\n]{1,60})\]")
OR = "or: "
"""How a line begins that takes the place of the line before, where that cannot be filled."""

SUBJECT = "Subject:"

OWN = ("my name", "my telephone number")
"""Blanks that are the same for every interview."""

KNOWN = (
    *OWN,
    "name",
    "names",
    "names of the others",
    "names and job titles",
    "job",
    "employer",
    "interview date",
    "decision date",
    "one thing they said",
    "who said it",
    "what I promised",
    "deadline",
)
"""Blanks that are filled from what the reader entered. Every other one the reader types."""

ADDRESSEE = "message-for"
"""The choice of whom messages to somebody met go to."""

TO = "to-"
"""How the value of that choice begins; the id of a person on the card follows."""

LEAST_BLANKS = 2
"""Blanks of a message, at least, that only this interview can fill."""

MAILTO_LIMIT = 1800
"""Characters of a `mailto:` address. Some mail programs on Windows cut it after some 2,000."""

ONE_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$*+/=^_{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}", re.ASCII
)
"""A plain email address, with nothing in it that means something in a `mailto:` address."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Facts:
    """What is known for the messages of one interview.

    Attributes:
        decision: the decision day that counts in the plan.
        addressee: whom messages to somebody met go to; None as long as that is not certain.
        people: everybody met, as on the card.
    """

    my_name: str
    my_phone: str
    interview: Interview
    answers: Answers
    decision: date | None
    people: tuple[Person, ...]
    addressee: Person | None
    promised: str


@dataclass(frozen=True)
class Message:
    """A message as it stands: with a blank wherever something is missing."""

    text: str

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is left to fill in, in order, each once."""
        return tuple(dict.fromkeys(BLANK.findall(self.text)))

    @property
    def subject(self) -> str:
        """The subject of a mail; empty if the message has none."""
        first = self.text.split("\n", 1)[0]
        return first.removeprefix(SUBJECT).strip() if first.startswith(SUBJECT) else ""

    @property
    def body(self) -> str:
        """The message without its subject."""
        first, _, rest = self.text.partition("\n")
        return rest.strip("\n") if first.startswith(SUBJECT) else self.text


def fill_template(name: str, template: str, facts: Facts) -> Message:
    """Return the message of that name with everything filled in that is known.

    As long as no interview date is known, all alternatives stay as they are written.
    """
    values = _known(name, facts)
    lines = template.split("\n")
    if facts.answers.interview:
        lines = list(_chosen(lines, values))
    return Message(_filled("\n".join(lines), values))


def fill_own(name: str, text: str, facts: Facts) -> Message:
    """Return a reader's own words for a message, with the blanks that they left in it filled in."""
    return Message(_filled(text, _known(name, facts)))


def groups(lines: list[str]) -> Iterator[list[str]]:
    """Yield each line with its alternatives, which stand below it."""
    group: list[str] = []
    for line in lines:
        if group and line.startswith(OR):
            group.append(line.removeprefix(OR))
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def own_blanks(text: str) -> list[str]:
    """Return the blanks that only this interview can fill, each once."""
    return [blank for blank in dict.fromkeys(BLANK.findall(text)) if blank not in OWN]


def recipient(name: str, facts: Facts) -> str:
    """Return the email address that the message goes to; empty if it is not known for certain."""
    person = facts.addressee if MESSAGE_RULES[name].to == "person" else None
    reach = person.reach.strip() if person else ""
    return reach if ONE_ADDRESS.fullmatch(reach) else ""


def mailto(message: Message, to: str) -> str | None:
    """Return the address that opens the message in a mail program.

    Returns:
        None if it would be longer than `MAILTO_LIMIT`, or if there are characters in it that
        no mail may hold.
    """
    if _CONTROL.search(message.text) or (to and not ONE_ADDRESS.fullmatch(to)):
        return None
    parts = {"subject": message.subject, "body": message.body}
    fields = "&".join(f"{name}={_encoded(text)}" for name, text in parts.items() if text)
    # Only the "@" between the two halves of an address stands for itself.
    address = f"mailto:{'@'.join(map(_encoded, to.split('@')))}?{fields}"
    return address if len(address) <= MAILTO_LIMIT else None


def choose_addressee(people: tuple[Person, ...], chosen: str) -> Person | None:
    """Return whom messages go to: the only person on the card, or the one that was chosen."""
    named = [person for person in people if person.name]
    if len(named) == len(people) == 1:
        return named[0]
    return next((person for person in named if f"{TO}{person.id}" == chosen), None)


def _encoded(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    return quote(lines, safe="", errors="replace")


def _chosen(lines: list[str], values: Mapping[str, str]) -> Iterator[str]:
    """Yield of each line and its alternatives the first whose known blanks can be filled, else
    the last."""
    for group in groups(lines):
        can_be_filled = (
            line for line in group if all(one in values for one in _known_blanks(line))
        )
        yield next(can_be_filled, group[-1])


def _known_blanks(line: str) -> list[str]:
    return [blank for blank in BLANK.findall(line) if blank in KNOWN]


def _filled(text: str, values: Mapping[str, str]) -> str:
    return BLANK.sub(lambda blank: values.get(blank[1], blank[0]), text)


def _known(name: str, facts: Facts) -> dict[str, str]:
    """Return the texts of the blanks of a message that are known."""
    values = _values(MESSAGE_RULES[name], facts)
    return {blank: isolated(value) for blank, value in values.items() if value}


def _values(rule: MessageRule, facts: Facts) -> dict[str, str]:
    """Return the text of each known blank; empty if it is not known."""
    to_person = rule.to == "person"
    addressee = facts.addressee if to_person else None
    speaker = _speaker(rule, addressee, facts.people)
    return {
        "my name": _plain(facts.my_name),
        "my telephone number": _plain(facts.my_phone),
        "name": _plain(addressee.name) if addressee else "",
        "names": _names(facts.people),
        "names of the others": _others(addressee, facts.people),
        "names and job titles": _with_titles(facts.people),
        "job": _plain(facts.interview.role),
        "employer": _plain(facts.interview.employer),
        "interview date": _day(rule, facts.answers.interview),
        "decision date": _day(rule, facts.decision),
        "one thing they said": _phrase(speaker.said) if speaker else "",
        "who said it": _who_said_it(speaker, addressee),
        "what I promised": _phrase(facts.promised),
        "deadline": _day(rule, facts.answers.deadline),
    }


def _speaker(
    rule: MessageRule, addressee: Person | None, people: tuple[Person, ...]
) -> Person | None:
    """Return who said the one thing. "You told me" may only be what the addressee said."""
    if not rule.of_anyone:
        return addressee if addressee and addressee.said else None
    others = [one for one in people if one.said and one != addressee]
    return next(iter(others), addressee if addressee and addressee.said else None)


def _who_said_it(speaker: Person | None, addressee: Person | None) -> str:
    if speaker is None:
        return ""
    return YOU if speaker == addressee else _plain(speaker.name)


def _names(people: tuple[Person, ...]) -> str:
    """Return everybody's name; nothing if one of them is missing."""
    names = [_plain(person.name) for person in people]
    return listed(names) if names and all(names) else ""


def _others(addressee: Person | None, people: tuple[Person, ...]) -> str:
    if addressee is None:
        return ""
    return _names(tuple(person for person in people if person.id != addressee.id))


def _with_titles(people: tuple[Person, ...]) -> str:
    parts = [", ".join(filter(None, (_plain(one.name), _plain(one.title)))) for one in people]
    return "; ".join(parts) if parts and all(parts) else ""


def _day(rule: MessageRule, day: date | None) -> str:
    if day is None:
        return ""
    return spell_spoken_day(day) if rule.spoken else spell_day(day)


def _plain(text: str) -> str:
    """Return the text on one line, without brackets, which would make a blank of it."""
    return " ".join(_CONTROL.sub("", text).split()).replace("[", "(").replace("]", ")")


def _phrase(text: str) -> str:
    """Return a text that may be a sentence, to stand in the middle of one."""
    return _plain(text).rstrip(".")
