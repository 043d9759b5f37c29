"""Names that are written from right to left, or hold signs that turn a text: nothing around them is."""

from html import unescape

import pytest
from asking import Reader

from followup.directions import TURNING, isolated
from followup.records.record import ALL

OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"
EMBEDDING, POP = "\u202a\u202b\u202d\u202e", "\u202c"
NAMES = [
    "Acme\u202e",
    "Acme\u202d\u202b",
    "Acme\u2067",
    "Acme\u2069\u202e",
    "\u2068Acme\u2069\u2069\u202e",
    "Acme \u05d0\u05d1\u05d2",
    "\u0634\u0631\u0643\u0629",
]


def outside(text: str) -> str:
    """Return the part of a text that stands in no isolate, as the algorithm of Unicode has it."""
    depth, kept = 0, []
    for sign in text:
        if sign in OPENING:
            depth += 1
        elif sign == CLOSING:
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(sign)
    assert depth == 0, "an isolate that goes on to the end of the text"
    return "".join(kept)


def turns_nothing(text: str) -> bool:
    """Return whether nothing outside of isolates can turn what stands beside it."""
    return not TURNING.search(outside(text)) and POP not in outside(text)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_isolated_in_every_plain_text(reader: Reader, name: str) -> None:
    """In the status line, the calendar and the text for an adviser. Messages: test_message_filling."""
    reader.text("employer", name)
    reader.text("role", f"Clerk{name}")
    reader.text("promised", f"A letter{name}")
    reader.answer("interview", "24 11 2026")
    reader.enter("person", "p1", {}, name=f"Jo{name}", title="Head", said="Hello")
    reader.today = "2026-12-04"
    reader.log("called", "3 12 2026", who=f"Jo{name}", note=f"Call{name}")
    for choice in ("adviser-names", "calendar-names"):
        reader.choose(choice, "yes", of=ALL)
    answer = reader.ask(changed=[], turned=True)

    said = answer["announce"]["saved"]
    assert "Acme" in said or "\u0634" in said
    texts = [said]
    texts += [unescape(answer["outputs"][place]) for place in ("adviser-text", "calendar-text")]
    for text in texts:
        assert turns_nothing(text)


@pytest.mark.parametrize("name", ["Acme & Sons", "Zoë", "株式会社", "👩‍💻 Acme", "Łódź"])
def test_every_other_name_stays_as_it_was_typed(name: str) -> None:
    """Not a sign is added."""
    assert isolated(name) == name


def test_what_is_isolated_is_all_there() -> None:
    """But for an end of an isolate that ends nothing."""
    assert isolated("a\u202eb") == "\u2068a\u202eb\u2069"
    assert isolated("\u2069\u05d0") == "\u2068\u05d0\u2069"
    assert isolated("\u2067\u05d0") == "\u2068\u2067\u05d0\u2069\u2069"
