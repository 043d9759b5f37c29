"""Filling messages: what is known, what stays a blank, and what opens in a mail program."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from followup import words
from followup.guide.messages import (
    MAILTO_LIMIT,
    MESSAGE_RULES,
    Facts,
    Message,
    choose_addressee,
    fill_own,
    fill_template,
    mailto,
    recipient,
)
from followup.records.answers import Answers
from followup.records.exchanges import EXCHANGES
from followup.records.interviews import Interview
from followup.records.people import Person
from followup.records.record import Stamp

INTERVIEW, DECISION = date(2026, 11, 24), date(2026, 12, 8)
ASK = "You hoped to decide by [decision date].\nor: When will you decide?"


def person(name: str, entry: str = "p1", **texts: str) -> Person:
    """Return somebody on the card."""
    known = {"title": "", "reach": "", "said": "", **texts}
    return Person(id=entry, stamp=Stamp(1, "a", 1), name=name, removed=False, **known)


ANA = person("Ana López", title="Head", reach="ana@acme.example", said="the new team.")
BO = person("Bo Li", "p2", said="the old town")


def facts(
    *people: Person,
    chosen: str = "",
    answers: Answers | None = None,
    interview: Interview | None = None,
) -> Facts:
    """Return what is known of an interview with these people."""
    known = answers or Answers(INTERVIEW, None)
    return Facts(
        my_name="",
        my_phone="",
        interview=interview or Interview("abc", 1),
        answers=known,
        decision=known.decision,
        people=people,
        addressee=choose_addressee(people, chosen),
        promised="",
    )


def filled(text: str, known: Facts, name: str = "first-email") -> str:
    """Return a text as it is filled."""
    return fill_template(name, text, known).text


def test_every_rule_logs_what_the_log_knows() -> None:
    """A kind of entry and a purpose; nothing for what does not go to the employer."""
    for rule in MESSAGE_RULES.values():
        assert set(rule.kinds) <= set(EXCHANGES)
        assert rule.purpose in words.PURPOSES
        assert bool(rule.kinds) == (rule.to in {"person", "arranger"})


def test_what_is_known_is_filled_and_the_rest_stays() -> None:
    """Days are spelled in full."""
    known = replace(
        facts(ANA, answers=Answers(INTERVIEW, DECISION, deadline=date(2026, 12, 11))),
        my_name=" Sam\tReader ",
        my_phone="0123",
        interview=Interview("abc", 1, "Acme", "analyst"),
        promised="A certificate.\n",
    )
    text = (
        "[name] [names] [names and job titles] [job] [employer] [interview date] [decision date] "
        "[deadline] [my name] [my telephone number] [what I promised] [one thing they said] [topic]"
    )

    assert filled(text, known) == (
        "Ana López Ana López Ana López, Head analyst Acme Tuesday 24 November 2026 "
        "Tuesday 8 December 2026 Friday 11 December 2026 Sam Reader 0123 A certificate "
        "the new team [topic]"
    )
    assert Message(filled(text, known)).blanks == ("topic",)


def test_what_is_spoken_has_days_without_their_year() -> None:
    """Nobody says it. A mail has it, and so have days that the reader typed."""
    known = facts(answers=Answers(INTERVIEW, DECISION, deadline=date(2026, 12, 11)))
    text = "[interview date], [decision date], [deadline], 1 May 2027"
    said = "Tuesday 24 November, Tuesday 8 December, Friday 11 December, 1 May 2027"

    for name, rule in MESSAGE_RULES.items():
        assert (filled(text, known, name) == said) == rule.spoken
        assert (fill_own(name, text, known).text == said) == rule.spoken


def test_an_alternative_takes_the_place_of_what_cannot_be_filled() -> None:
    """Once the interview date is known; before that both stand as they are written."""
    without, answered = facts(), facts(answers=Answers(INTERVIEW, DECISION))
    unknown = facts(answers=Answers(None, None))

    assert filled(ASK, answered) == "You hoped to decide by Tuesday 8 December 2026."
    assert filled(ASK, without) == "When will you decide?"
    assert filled(ASK, unknown) == ASK


def test_of_several_alternatives_the_first_that_can_be_filled_counts() -> None:
    """Own blanks do not matter; the last one always can be."""
    text = "[deadline]\nor: [decision date] [topic]\nor: [employer]"

    assert filled(text, facts(answers=Answers(INTERVIEW, DECISION))) == "Tuesday 8 December 2026 [topic]"  # fmt: skip
    assert filled(text, facts()) == "[employer]"


def test_a_message_goes_to_the_one_person_or_to_the_one_chosen() -> None:
    """A wrong name is worse than a blank."""
    nameless = person("", "p3", title="Head")

    assert filled("[name]", facts(ANA)) == "Ana López"
    assert filled("[name]", facts()) == "[name]"
    assert filled("[name]", facts(ANA, BO)) == "[name]"
    assert filled("[name]", facts(ANA, BO, chosen="to-p2")) == "Bo Li"
    assert filled("[name]", facts(ANA, BO, chosen="to-gone")) == "[name]"
    assert filled("[name]", facts(ANA, nameless)) == "[name]"
    assert filled("[name]", facts(nameless)) == "[name]"


@pytest.mark.parametrize("name", ["referee-brief", "ask-referee", "thanks-arranger", "thanks-talk"])
def test_a_message_to_somebody_else_never_gets_an_interviewers_name(name: str) -> None:
    """Nor the address, nor what the interviewer said to the reader, unless it is told so."""
    known = facts(ANA)

    assert filled("[name]", known, name) == "[name]"
    assert filled("[names of the others]", known, name) == "[names of the others]"
    assert recipient(name, known) == ""


def test_all_names_stand_only_if_there_is_one_for_everybody() -> None:
    """A title will do where titles are asked for."""
    nameless = person("", "p3", title="Head of Sales")

    assert filled("[names]", facts(ANA, BO)) == "Ana López and Bo Li"
    assert filled("[names of the others]", facts(ANA, BO, chosen="to-p1")) == "Bo Li"
    assert filled("[names of the others]", facts(ANA)) == "[names of the others]"
    assert filled("[names]", facts(ANA, nameless)) == "[names]"
    assert filled("[names and job titles]", facts(ANA, nameless)) == "Ana López, Head; Head of Sales"  # fmt: skip


def test_you_told_me_is_what_that_person_said() -> None:
    """A note to a panel may tell what another one said, and who."""
    text = "[one thing they said], [who said it]"
    quiet = replace(ANA, said="")

    assert filled(text, facts(quiet, BO, chosen="to-p1"), "thanks-one") == text
    assert filled(text, facts(ANA, BO), "thanks-one") == text
    assert filled(text, facts(ANA, BO, chosen="to-p1"), "thanks-panel") == "the old town, Bo Li"
    assert filled(text, facts(ANA), "thanks-panel") == "the new team, you"
    assert filled(text, facts(ANA, BO), "thanks-arranger") == "the new team, Ana López"


def test_what_was_entered_makes_no_blank_and_no_line() -> None:
    """Brackets become round ones, line ends a space."""
    known = facts(interview=Interview("abc", 1, "Acme [UK]\n[name]\u2028or: x"))

    assert filled("[employer]", known) == "Acme (UK) (name) or: x"


def test_a_name_that_turns_what_follows_is_kept_apart() -> None:
    """The sentence around it reads as it stands in the guide."""
    known = facts(interview=Interview("abc", 1, "Acme\u202e"))

    assert (
        filled("I spoke to [employer] today.", known) == "I spoke to \u2068Acme\u202e\u2069 today."
    )


def test_a_mail_has_subject_body_and_an_address() -> None:
    """Everything is encoded, line ends as CR and LF."""
    message = Message("Subject: a & b?\n\nDear Ana,\n\n100% = [x]\n+ü😀")
    address = mailto(message, "ana@acme.example")

    assert address is not None
    assert address.startswith("mailto:ana@acme.example?subject=a%20%26%20b%3F&body=Dear%20Ana%2C%0D%0A%0D%0A100%25")  # fmt: skip
    fields = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert fields == {"subject": ["a & b?"], "body": ["Dear Ana,\r\n\r\n100% = [x]\r\n+ü😀"]}


def test_a_message_without_a_subject_is_all_body() -> None:
    """And one with nothing else has no body."""
    assert mailto(Message("Dear\nAna"), "") == "mailto:?body=Dear%0D%0AAna"
    assert mailto(Message("Subject: x"), "") == "mailto:?subject=x"


@pytest.mark.parametrize(
    "reach",
    ["a@b.example?bcc=x@y.example", "a@b.example&cc=x", "a@b.example, c@d.example", "a@b.example\nBcc: x", "ana", "020 7946 0018", "a%40b.example@c.example", "<a@b.example>", "a@b", "\u202ea@b.example", "ä@b.example"],
)  # fmt: skip
def test_only_one_plain_address_is_written_to(reach: str) -> None:
    """Anything else that was typed leaves the address to the reader."""
    known = facts(replace(ANA, reach=reach))

    assert recipient("first-email", known) == ""
    assert mailto(Message("x"), reach) is None


def test_a_mail_that_is_too_long_is_not_offered() -> None:
    """As encoded: a sign beyond ASCII counts 6 times and more."""
    start = len("mailto:?body=")

    assert len(mailto(Message("x" * (MAILTO_LIMIT - start)), "") or "") == MAILTO_LIMIT
    assert mailto(Message("x" * (MAILTO_LIMIT - start + 1)), "") is None
    assert mailto(Message("😀" * 150), "") is None


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x1b", "\x7f"])
def test_control_characters_are_in_no_mail(sign: str) -> None:
    """They are refused, not dropped."""
    assert mailto(Message(f"Hello{sign}"), "") is None


@pytest.mark.parametrize("sign", ["\u202e", "😀", "\u0634", "\ud800", "%0d%0a", "\r\nBcc: x"])
def test_every_other_sign_arrives_as_itself(sign: str) -> None:
    """Or as a question mark, if it is none."""
    address = mailto(Message(f"Subject: x\n\n{sign}"), "") or ""
    body = unquote(address.split("&body=")[1])

    assert address.isascii()
    assert body == sign.replace("\ud800", "?")
    assert "\n" not in address
