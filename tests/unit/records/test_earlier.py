"""What stood in texts before they were emptied."""

from asking import INTERVIEW, Reader

from followup.records.earlier import last_words


def test_the_last_words_of_each_text_are_found_whatever_came_after(reader: Reader) -> None:
    """Of this interview alone, and not blanks; what cannot be read adds nothing."""
    reader.text("message-call", "First")
    reader.text("message-call", "Second")
    reader.text("message-call", "  ")
    reader.text("promised", "A copy")
    reader.text("message-call", "Of another", "other1")
    reader.tick("meet-names")
    texts = reader.records | {"9.x.9": "junk", "junk": "{}"}

    found = {"message-call": "Second", "promised": "A copy"}
    assert last_words(texts, INTERVIEW) == found
    assert last_words(dict(reversed(texts.items())), INTERVIEW) == found
    assert last_words({}, INTERVIEW) == {}
