"""Whatever is typed, a message stays text, a mail stays one mail, and what is filled stays filled."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import htpy
from hypothesis import given
from hypothesis import strategies as st

from followup.guide.contents import Template
from followup.guide.messages import (
    BLANK,
    KNOWN,
    MAILTO_LIMIT,
    MESSAGE_RULES,
    OWN,
    Facts,
    Message,
    choose_addressee,
    fill_template,
    mailto,
    recipient,
)
from followup.records.answers import Answers
from followup.records.interviews import Interview
from followup.records.people import Person
from followup.records.record import Stamp
from followup.view.what_to_say import message

HOSTILE = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from("[]<>&\"'?%=@\r\n\u202e\u2028 \U0001f600or: Subject:"), max_size=60),
    st.sampled_from(["W" * 300, "a@b.example?bcc=x@y.example", "a@b.example", "%0d%0aBcc: x"]),
)
NAMES = st.sampled_from(list(MESSAGE_RULES))
TEXTS = st.lists(
    st.one_of(HOSTILE, st.sampled_from([f"[{name}]" for name in KNOWN])), max_size=12
).map("\n".join)


@st.composite
def people(draw: st.DrawFn) -> tuple[Person, ...]:
    """Return up to 3 people with anything on their card."""
    return tuple(
        Person(
            id=f"p{number}",
            stamp=Stamp(number, "a", 1),
            name=draw(HOSTILE),
            title=draw(HOSTILE),
            reach=draw(HOSTILE),
            said=draw(HOSTILE),
            removed=False,
        )
        for number in range(draw(st.integers(0, 3)))
    )


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Return anything that a reader can have entered."""
    met = draw(people())
    days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
    return Facts(
        my_name=draw(HOSTILE),
        my_phone=draw(HOSTILE),
        interview=Interview("abc", 1, draw(HOSTILE), draw(HOSTILE)),
        answers=Answers(draw(days), None, deadline=draw(days)),
        decision=draw(days),
        people=met,
        addressee=choose_addressee(met, draw(st.sampled_from(["to-p0", "to-p1", "to-p9", ""]))),
        promised=draw(HOSTILE),
    )


class Tags(HTMLParser):
    """Collects start tags with their attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.address = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and the address of a link."""
        self.found.append((tag, tuple(name for name, _ in attrs)))
        self.address = dict(attrs).get("href") or self.address


@given(text=TEXTS, to=HOSTILE)
def test_a_mail_stays_one_mail(text: str, to: str) -> None:
    """One subject, one body, nobody in copy; and short enough, in signs that every program reads."""
    written = Message(text)
    address = mailto(written, to)
    if address is None:
        return

    parts = urlsplit(address)
    fields = parse_qs(parts.query, strict_parsing=bool(parts.query))
    assert parts.scheme == "mailto"
    assert parts.path == to or not to
    assert set(fields) <= {"subject", "body"}
    assert all(len(values) == 1 for values in fields.values())
    assert address.isascii()
    assert address.isprintable()
    assert len(address) <= MAILTO_LIMIT
    body = fields.get("body", [""])[0]
    assert body.count("\n") == body.count("\r") == body.count("\r\n")


@given(name=NAMES, text=TEXTS, known=facts())
def test_what_is_entered_adds_no_blank(name: str, text: str, known: Facts) -> None:
    """Blanks of a filled message are those of its template, and what is filled is filled once."""
    filled = fill_template(name, text, known)

    assert set(filled.blanks) <= set(BLANK.findall(text.replace("\nor: ", "\n")))
    assert filled == fill_template(name, filled.text, replace(known, answers=Answers(None, None)))


@given(name=NAMES, text=TEXTS, known=facts())
def test_a_message_is_text_on_the_page(name: str, text: str, known: Facts) -> None:
    """As a template it has the same elements as any other with its blanks for who writes; as a link it
    is one link."""
    blanks = " ".join(f"[{one}]" for one in OWN if f"[{one}]" in text)
    plain = str(htpy.fragment[message.blank(Template(name, "x", blanks))])
    built = str(htpy.fragment[message.blank(Template(name, text, text))])
    assert Tags(built).found == Tags(plain).found

    written = fill_template(name, text, known)
    address = mailto(written, recipient(name, known))
    if address:
        tags = Tags(str(htpy.a(href=address)["Mail"]))
        assert tags.found == [("a", ("href",))]
        assert tags.address == address
