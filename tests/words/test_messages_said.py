"""What the guide says of its own messages is true: how long they take to say, how many sentences.

The messages are those of the two worked people who entered the most, as they are filled for them.
"""

import re
from pathlib import Path

import pytest
from sources import page_named, sentences

FILLED = Path(__file__).parents[1] / "cases" / "messages"
PEOPLE = ("student", "panel")
RULE = "=" * 72

WORD = 0.4
"""Seconds: 150 words in a minute, an even pace."""

DIGIT = 0.5
"""Seconds: a digit of a telephone number, slow enough to be written down."""

WORDS_OF_A_YEAR = 3
"""As in "twenty twenty-six"."""

GIVE_OR_TAKE = 5
"""Seconds by which "about" may be out: names and job titles differ."""

NUMBER = "020 7946 0018"
TELEPHONE_NUMBER = re.compile(r"\b\d[\d ]{6,}\d\b")
YEAR = re.compile(r"\b\d{4}\b")

people = pytest.mark.parametrize("who", PEOPLE)


@people
def test_the_voicemail_takes_as_long_as_its_step_says(who: str) -> None:
    """Its own words, said at an even pace, with the number twice and slowly."""
    [stated] = re.findall(r"Take about (\d+) seconds", page_named("guide/first-contact.md").prose)

    assert abs(spoken_seconds(filled("voicemail", who)) - int(stated)) <= GIVE_OR_TAKE


@people
def test_the_call_leaves_time_for_the_other_side(who: str) -> None:
    """The page says that it lasts a minute or two; our own words take half of two minutes at most."""
    assert "It lasts a minute or two" in page_named("guide/first-contact.md").prose

    assert spoken_seconds(filled("call", who)) <= 60


@pytest.mark.parametrize(
    ("page", "words", "messages"),
    [
        ("guide/later-emails.md", r"Keep it to (\d) or (\d) sentences", ["later-email"]),
        (
            "guide/thank-you.md",
            r"note of (\d) to (\d) sentences",
            ["thanks-one", "thanks-panel", "thanks-arranger", "thanks-talk"],
        ),
    ],
)
def test_messages_have_as_many_sentences_as_their_step_says(
    page: str, words: str, messages: list[str]
) -> None:
    """Greetings and names below do not count."""
    [(fewest, most)] = re.findall(words, page_named(page).prose)

    for name in messages:
        body = [line for line in filled(name, "student").splitlines() if line.endswith((".", "?"))]
        assert int(fewest) <= sum(len(sentences(line)) for line in body) <= int(most), name


def test_a_longer_script_would_be_found() -> None:
    """The one that was here said 15 to 20 seconds, and took twice as long."""
    old = (
        "Hello Ana López, this is Priya Shah. I am calling about my interview for the graduate "
        "analyst job on Tuesday 24 November 2026. I am still very interested, and I would like to "
        "know about timing. My number is 020 7946 0018. Again, it is 020 7946 0018. There is no "
        "need to call if you still hope to decide by Tuesday 8 December 2026. Thank you."
    )

    assert spoken_seconds(old) > 30 + GIVE_OR_TAKE


def spoken_seconds(text: str) -> float:
    """Return how long a text takes to say."""
    digits = sum(len(re.sub(r"\D", "", number)) for number in TELEPHONE_NUMBER.findall(text))
    rest = TELEPHONE_NUMBER.sub("", text)
    words = len(rest.split()) + (WORDS_OF_A_YEAR - 1) * len(YEAR.findall(rest))
    return words * WORD + digits * DIGIT


def filled(message: str, who: str) -> str:
    """Return a message as it is filled for a person, with some number to call."""
    parts = (FILLED / f"{who}.txt").read_text("utf-8").split(f"{RULE}\n")
    return parts[parts.index(f"{message}\n") + 1].replace("[my telephone number]", NUMBER)
