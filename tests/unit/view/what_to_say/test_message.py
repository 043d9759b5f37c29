"""Messages on a page: filled, the reader's own, to choose, to copy, to mail, to log; and private."""

import json
from typing import Any

import pytest
from asking import Reader

from followup import words
from followup.copies.portable import canonical, portable
from followup.guide.contents import Guide
from followup.records.record import LONGEST_MESSAGE, LONGEST_TEXT
from followup.view.what_to_say import message

NEXT_FOR_PHONE = ["call", "voicemail"]


def box(answer: dict[str, Any], name: str = "first-email") -> str:
    """Return what stands in the box of a message."""
    return str(answer["inputs"][f"message-{name}-text"]["value"])


def place(answer: dict[str, Any], part: str, name: str = "first-email") -> str:
    """Return a place of a message."""
    return str(answer["outputs"][f"message-{part}.{name}"])


def met(reader: Reader, entry: str, name: str, **texts: str) -> None:
    """Put somebody on the card."""
    reader.enter("person", entry, {}, name=name, **texts)


def test_what_the_reader_entered_stands_in_the_message(reader: Reader) -> None:
    """In the box, on paper, and in the mail; the line says what is left."""
    reader.answer("interview", "24 11 2026")
    reader.text("my-name", "Sam Reader", "all")
    reader.text("role", "analyst")
    met(reader, "p1", "Ana", reach="ana@acme.example")
    answer = reader.ask()

    assert "Dear Ana,\n\nDo you know when you will decide?" in box(answer)
    assert box(answer) == place(answer, "paper")
    assert 'href="mailto:ana@acme.example?subject=analyst' in place(answer, "mail")
    assert "2 blanks left: " in place(answer, "notes")
    assert 'data-value="[one thing they said]"' in place(answer, "notes")
    assert "Choose" not in place(answer, "notes")


def test_only_the_messages_of_the_page_are_answered(reader: Reader) -> None:
    """And nothing for a name that is none."""
    answer = reader.ask(messages=["call", "no-such-message"])

    assert [name for name in answer["outputs"] if name.startswith("message-paper")] == ["message-paper.call"]  # fmt: skip
    assert "message-mail.call" not in answer["outputs"]


def test_own_words_stay_as_they_were_typed(reader: Reader) -> None:
    """Until the reader starts again."""
    reader.text("message-first-email", "Subject: x\n\nMy own [word].")
    met(reader, "p1", "Ana")
    own = reader.ask()
    reader.text("message-first-email", "")

    assert box(own) == "Subject: x\n\nMy own [word]."
    assert words.OWN_WORDS in place(own, "notes")
    assert "1 blank left: " in place(own, "notes")
    assert 'data-set-text="message-first-email"' in place(own, "notes")
    assert "Dear Ana" in box(reader.ask())
    assert words.OWN_WORDS not in place(reader.ask(), "notes")


def test_blanks_left_in_own_words_are_filled_later(reader: Reader) -> None:
    """What was typed stays; only what still stands in brackets changes, and what nobody knows not."""
    reader.text("message-first-email", "Dear [name],\n\nMy own [word] about the [job].")
    met(reader, "p1", "Ana [x]")
    answer = reader.ask()

    assert box(answer) == "Dear Ana (x),\n\nMy own [word] about the [job]."
    assert "2 blanks left: " in place(answer, "notes")


def test_words_that_were_taken_away_can_be_brought_back(reader: Reader) -> None:
    """The last ones of this interview, once the guide's stand there again; then they are own words."""
    reader.text("message-first-email", "My first words.")
    reader.text("message-first-email", 'My "own"\nwords.')
    assert words.BRING_WORDS_BACK not in place(reader.ask(), "notes")
    reader.text("message-first-email", "")
    again = place(reader.ask(), "notes")

    assert 'data-set-text="message-first-email" data-value="My &#34;own&#34;\nwords."' in again
    assert words.BRING_WORDS_BACK in again
    assert words.BRING_WORDS_BACK not in place(reader.ask(), "notes", "call")
    reader.text("message-first-email", 'My "own"\nwords.')
    assert words.BRING_WORDS_BACK not in place(reader.ask(), "notes")
    reader.text("message-first-email", " ")
    reader.interview = "other1"
    assert words.BRING_WORDS_BACK not in place(reader.ask(), "notes")


def test_without_the_earlier_record_there_is_nothing_to_bring_back(reader: Reader) -> None:
    """It went into a snapshot, or never came with a copy."""
    reader.tick("meet-names")
    reader.text("message-call", "My own words.")
    reader.text("message-call", "")
    reader.records = portable(reader.records)

    assert words.BRING_WORDS_BACK not in place(reader.ask(), "notes", "call")


def test_a_blank_of_the_readers_own_leads_to_the_box_that_fills_all_messages(
    reader: Reader, guide: Guide
) -> None:
    """Each message has a box for each such blank in it; every other blank is typed over."""
    answer = reader.ask()
    assert 'data-value="[my name]" data-mine="my-name-of-call"' in place(answer, "notes", "call")
    assert 'data-value="[day they name]" type' in place(answer, "notes", "call")
    for name, template in guide.templates.items():
        html = str(message.blank(template))
        for text, blank in (("my-name", "[my name]"), ("my-phone", "[my telephone number]")):
            assert (f'id="{text}-of-{name}"' in html) == (blank in template.text)
            assert (f"{text}-of-{name}" in answer["inputs"]) == (blank in template.text)

    reader.text("my-name", "Sam", "all")
    answer = reader.ask()
    assert answer["inputs"]["my-name-of-call"]["value"] == "Sam"
    assert "my-name-of" not in place(answer, "notes", "call")
    assert "this is Sam" in box(answer, "call")


def test_a_blank_that_only_the_own_words_have_is_typed_over(reader: Reader) -> None:
    """The message has no box for it."""
    reader.text("message-call", "Call me: [my telephone number]")

    assert 'data-value="[my telephone number]" type' in place(reader.ask(), "notes", "call")


def test_own_words_belong_to_one_interview_and_who_writes_to_all(reader: Reader) -> None:
    """The next round begins with the guide's words."""
    reader.text("message-call", "My own words")
    reader.text("my-name", "Sam", "all")
    reader.interview = "other1"

    assert box(reader.ask(), "call").startswith("Hello [name], this is Sam.")


def test_a_message_may_be_longer_than_a_note(reader: Reader) -> None:
    """Up to its own limit."""
    reader.text("message-call", "x" * LONGEST_MESSAGE)
    assert box(reader.ask(), "call") == "x" * LONGEST_MESSAGE

    reader.text("message-call", "y" * (LONGEST_MESSAGE + 1))
    reader.text("promised", "y" * (LONGEST_TEXT + 1))
    answer = reader.ask()
    assert box(answer, "call") == "x" * LONGEST_MESSAGE
    assert answer["inputs"]["promised"]["value"] == ""


def test_a_long_message_is_copied_and_not_mailed(reader: Reader) -> None:
    """The page says why."""
    reader.text("message-first-email", "ü" * 400)

    assert place(reader.ask(), "mail") == f'<p class="hint">{words.plain(words.MAIL_TOO_LONG)}</p>'


def test_among_several_people_the_reader_chooses(reader: Reader) -> None:
    """Until then there is a blank and a way to choose."""
    met(reader, "p1", "Ana")
    assert words.messages_go_to("Ana") in reader.ask()["outputs"]["message-for-now"]
    assert reader.ask()["inputs"]["message-for-question"]["attributes"]["hidden"] == ""

    met(reader, "p2", "Bo")
    answer = reader.ask()
    assert "Hello [name]" in box(answer, "call")
    assert words.CHOOSE_ADDRESSEE in place(answer, "notes")
    assert words.CHOOSE_ADDRESSEE not in place(answer, "notes", "referee-brief")
    assert answer["inputs"]["message-for-question"]["attributes"]["hidden"] is None
    assert '<option value="to-p2">Bo</option>' in answer["outputs"]["message-for-people"]

    reader.choose("message-for", "to-p2")
    answer = reader.ask()
    assert "Hello Bo" in box(answer, "call")
    assert words.goes_to("Bo") in place(answer, "notes")
    assert answer["inputs"]["message-for"]["value"] == "to-p2"
    assert answer["announce"]["kept"] == "Kept in this browser."
    assert "Dear [name]" in box(answer, "referee-brief")

    reader.remove("p2")
    assert "Hello Ana" in box(reader.ask(), "call")


def test_without_an_interview_date_nothing_can_be_logged(reader: Reader) -> None:
    """Nor before the interview; the page says what to do."""
    assert words.LOG_NEEDS_INTERVIEW in place(reader.ask(), "log")
    assert "data-log" not in place(reader.ask(), "log")

    reader.answer("interview", "25 11 2026")
    assert "data-log" not in place(reader.ask(), "log")
    assert "Wednesday 25 November 2026" in place(reader.ask(), "log")


def test_after_a_move_messages_name_the_new_day_and_can_be_logged_at_once(reader: Reader) -> None:
    """The confirmation of the new day too, though both interviews are still to come; a decision
    date that no longer counts is left out."""
    reader.today = "2026-11-17"
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "1 12 2026")

    assert "Tuesday 24 November 2026" in box(reader.ask())
    assert "You hoped to decide by Tuesday 1 December 2026." in box(reader.ask())
    assert "You can log it from" in place(reader.ask(), "log", "call")

    reader.move("16 11 2026", "9 12 2026")

    assert "Subject: [job], interview on Wednesday 9 December 2026" in box(reader.ask())
    assert "Do you know when you will decide?" in box(reader.ask())
    assert 'data-log="called"' in place(reader.ask(), "log", "call")


def test_a_message_is_logged_by_its_button_alone(reader: Reader) -> None:
    """Which carries what the log's form would send; a referee's has none."""
    reader.answer("interview", "24 11 2026")
    met(reader, "p1", "Ana")
    answer = reader.ask()

    assert 'data-log="emailed" data-purpose="follow_up" data-who="Ana"' in place(answer, "log")
    assert place(answer, "log", "call").count("data-log=") == 1
    assert 'data-tell="spoke" data-who="Ana"' in place(answer, "log", "call")
    assert words.LOG_LEFT in place(answer, "log", "voicemail")
    assert "message-log.referee-brief" not in answer["outputs"]


def test_what_is_logged_for_today_is_said_in_the_buttons_place(reader: Reader) -> None:
    """Another kind can still be logged; tomorrow, and once it is removed, the same one too."""
    reader.answer("interview", "23 11 2026")
    reader.log("called", "24 11 2026", entry="e1")
    log = place(reader.ask(), "log", "call")

    assert words.LOG_TEXTS["called"] in log
    assert 'data-tell="spoke"' in log
    assert 'data-log="called"' not in log
    assert "data-log=" not in place(reader.ask(), "log", "voicemail")
    reader.log("emailed", "24 11 2026", purpose="thanks", entry="e2")
    assert "data-log=" in place(reader.ask(), "log")
    assert 'data-log="called"' in place(reader.ask(today="2026-11-25"), "log", "call")
    reader.remove("e1")
    assert 'data-log="called"' in place(reader.ask(), "log", "call")


@pytest.mark.parametrize(
    ("channel", "fitting"),
    [("phone", NEXT_FOR_PHONE), ("email", ["first-email"]), ("other", [*NEXT_FOR_PHONE, "first-email"])],
)  # fmt: skip
def test_the_first_contact_names_its_messages(
    reader: Reader, channel: str, fitting: list[str]
) -> None:
    """Those that fit the way in which it is made."""
    reader.answer("interview", "24 11 2026")
    reader.choose("first-channel", channel)
    html = reader.ask()["outputs"]["messages-next"]

    assert [name for name in reader.messages if f'href="#message-{name}"' in html] == fitting


def test_without_a_plan_the_page_leads_on(reader: Reader) -> None:
    """To the date, and to who was met; after an outcome it shows which messages it may need."""
    outputs = reader.ask()["outputs"]
    assert f'<a href="../dates/#your-interview">{words.FIRST_THING}</a>' in outputs["messages-next"]
    assert f'href="../card/#who-you-met">{words.ADD_WHO_YOU_MET}</a>' in outputs["message-for-now"]
    reader.answer("interview", "24 11 2026")
    reader.choose("outcome", "withdrawn")
    assert words.plain(words.NO_MESSAGE_NEXT) in reader.ask()["outputs"]["messages-next"]


def test_names_and_words_of_messages_leave_with_names_only(reader: Reader) -> None:
    """Not in a link without names, not in a calendar entry, not in what an adviser gets."""
    reader.answer("interview", "24 11 2026")
    reader.text("my-name", "Sam Secret", "all")
    reader.text("my-phone", "0123 Secret", "all")
    reader.text("message-call", "Hello Secret")
    met(reader, "p1", "Ana Secret")
    met(reader, "p2", "Bo Secret")
    reader.choose("message-for", "to-p2")
    answer = reader.ask(site="https://careers.example/follow-up/")
    carried = portable(reader.records, names=False)
    shown = {name: html for name, html in answer["outputs"].items() if name.startswith(("adviser", "calendar", "keep.link"))}  # fmt: skip

    assert len(carried) == 1
    assert "Secret" not in canonical(carried)
    assert "Secret" in canonical(portable(reader.records))
    assert shown
    assert "Secret" not in json.dumps(shown)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '" onfocus="x', "</textarea><b>"])
def test_what_is_typed_is_text_never_markup(reader: Reader, hostile: str) -> None:
    """As a name, as a number, and as words of one's own."""
    reader.answer("interview", "24 11 2026")
    reader.text("my-name", hostile, "all")
    reader.text("my-phone", hostile, "all")
    met(reader, "p1", hostile)
    met(reader, "p2", hostile)
    reader.choose("message-for", "to-p1")
    reader.text("message-call", f"[{hostile}]")

    assert not any(hostile in str(html) for html in reader.ask()["outputs"].values())
