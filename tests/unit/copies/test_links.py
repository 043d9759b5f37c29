"""Restore links: short, whole or refused with the right reason, whatever is in them."""

import base64
import zlib
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from asking import Reader
from guide_steps import RULES
from saved_files import saved

from followup.copies.link_words import WORDS
from followup.copies.links import LONGEST_LINK, read_link, write_link, write_short
from followup.copies.portable import canonical, portable
from followup.errors import LinkError, LinkTooLongError
from followup.json_text import LARGEST, read_json, write_json
from followup.records.record import FIELDS

FROZEN_WORDS = 0x1CBE584C
"""Checksum of the words that links of version 1 are packed with."""

SITE = "https://careers.example.ac.uk/follow-up/"
HOSTILE_ROWS = (
    "null", "{}", "1", '"rows"', "[1]", "[null]", "[[]]", "[{}]", '["tick"]', '[["tick"]]',
    '[["raw"]]', '[["raw",1,2]]', '[["raw","1.a.1",{}]]', '[["tab"]]', '[["tab","a","b"]]',
    '[["tick",1,1]]', '[["tick",1,1,"a",0]]', '[["tick",1,1,"a",0,true,1]]', '[["fly",1,1,true]]',
    '[["tick","1",1,"a",0,true]]', '[["tick",1.5,1,"a",0,true]]', '[["tick",null,1,"a",0,true]]',
    f'[["tick",{10**400},1,"a",0,true]]', f'[["tick",1,-{10**12},"a",0,true]]', "[NaN]",
    '[["raw","1.a.1","x"]]]', '{"a":1,"a":2}', "[" * 40 + "]" * 40, "[" * 30_000, "",
    f'[["tick",{"9" * 5_000},1,"a",0,true]]', '[["__proto__",1,1,true]]', "[Infinity]", "[1e999]",
)  # fmt: skip
WELL_FORMED_ROWS = (
    "[]", '[["raw","",""]]', '[["tab",{"a":[]}],["deleted",1,1,true]]', '[["deleted",-5,1,{}]]',
    '[["raw","1.a.1","\\ud800"],["text",1,1,"\\u0000\\u202e","\\ud800"]]', '[["interview",5]]',
    '[["deleted",true,true,true]]', '[["raw","1.a.1","x"],["raw","1.a.1","y"]]',
)  # fmt: skip


def diary(reader: Reader, ticks: int) -> Mapping[str, str]:
    """Return what a reader keeps who ticks so many steps, four a day, and logs three contacts."""
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "8 12 2026")
    day = date(2026, 11, 24)
    for number, step in enumerate([*RULES][:ticks]):
        reader.today = (day + timedelta(days=number // 4)).isoformat()
        reader.tick(step)
        if number % 8 == 7 and number < 25:
            reader.log("emailed", date.fromisoformat(reader.today))
    return portable(reader.records, names=False)


def packed(content: bytes) -> str:
    """Return a link with right length and checksum around any content."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=WORDS)
    return around(packer.compress(content) + packer.flush())


def around(data: bytes) -> str:
    """Return a link with right length and checksum around any bytes."""
    payload = base64.urlsafe_b64encode(data).rstrip(b"=").decode()
    return f"restore=1.{len(payload)}.{zlib.crc32(payload.encode()):08x}.{payload}"


def reason(text: str) -> str:
    """Return why a link is refused."""
    with pytest.raises(LinkError) as error:
        read_link(text)
    return error.value.reason


def test_links_stay_short(reader: Reader) -> None:
    """Dates, 3 contacts and 25 ticks; and every step of the guide ticked, though the names of steps
    that are newer than links of version 1 are spelled out."""
    assert len(write_link(SITE, diary(reader, 25))) < 450
    assert len(write_link(SITE, diary(reader, len(RULES)))) < 900


def test_a_link_that_grows_too_long_is_not_made(reader: Reader) -> None:
    """Chat programs would cut it, so the caller offers a file."""
    for number in range(400):
        reader.text(f"note-{number}", f"{number * 7919} {number * 104729}")

    with pytest.raises(LinkTooLongError, match=str(LONGEST_LINK)):
        write_link(SITE, reader.records)
    with pytest.raises(LinkTooLongError):
        write_short({f"{number}.a.1": "x" * 4_000 for number in range(80)})


def test_every_beginning_of_a_link_is_incomplete(reader: Reader) -> None:
    """Of the whole address and of what stands after the sign; nothing at all as well."""
    for texts in ({}, diary(reader, 3), {"1.a.1": "["}, diary(reader, 80)):
        link = write_link(SITE, texts)
        short = link.partition("#")[2]
        for place in range(len(link)):
            assert reason(link[:place]) == "incomplete"
        for place in range(len(short)):
            assert reason(short[:place]) == "incomplete"
        assert canonical(read_link(link)) == canonical(read_link(short)) == canonical(texts)


def test_every_other_letter_anywhere_is_refused_or_says_the_same(reader: Reader) -> None:
    """Only in the address, up to the sign, may it say the same."""
    texts = diary(reader, 3)
    link = write_link(SITE, texts)
    for place, right in enumerate(link):
        for letter in "A0.-#= \u00e9":
            if letter == right:
                continue
            try:
                found = read_link(link[:place] + letter + link[place + 1 :])
            except LinkError as error:
                assert error.reason in {"incomplete", "damaged", "newer"}  # noqa: PT017
            else:
                assert place <= link.index("#")
                assert canonical(found) == canonical(texts)


@pytest.mark.parametrize(
    "frame", ["<{}>.", "{}.", "{}) and more", "Look:\n\n{}\nBye", "“{}”", "{}\u200b"]
)
def test_what_stands_around_a_link_is_forgiven(reader: Reader, frame: str) -> None:
    """Signs of a sentence, text before and after."""
    texts = diary(reader, 10)

    assert canonical(read_link(frame.format(write_link(SITE, texts)))) == canonical(texts)


@pytest.mark.parametrize("space", [" ", "\n", "\r\n ", "\t", "\u00a0", "\r\n\t"])
def test_white_space_in_a_link_is_forgiven(reader: Reader, space: str) -> None:
    """Mail and calendar programs break long lines anywhere."""
    texts = diary(reader, 10)
    link = write_link(SITE, texts)
    broken = space.join(link[place : place + 7] for place in range(0, len(link), 7))

    assert canonical(read_link(broken)) == canonical(texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("restore=2.", "newer"), ("restore=9999.x", "newer"), ("restore=0.1", "damaged"),
        ("restore=01.", "damaged"), ("restore=1.5.x", "damaged"), ("restore=1.5.ABCDEF00.", "damaged"),
        ("restore=1..", "damaged"), ("restore=-1.", "damaged"), ("restore=x", "damaged"),
        ("restore=1.9999999.", "damaged"), ("restore=1.999999.00000000.AA", "incomplete"),
        ("hello", "damaged"), ("#restore", "damaged"), ("rest", "incomplete"), ("\ud800", "damaged"),
        ("restore=1.1.00000000.\ud800", "damaged"), ("restore=\u0661.1.", "damaged"),
        ("x" * (LARGEST + 1), "large"), ("\u00e9" * LARGEST, "large"),
        ("restore=1.1.d3d99e8b.A", "damaged"),
    ],
)  # fmt: skip
def test_a_link_is_refused_with_its_reason(text: str, expected: str) -> None:
    """Newer ones are not called damaged, cut ones not newer."""
    assert reason(text) == expected


@pytest.mark.parametrize("content", HOSTILE_ROWS)
def test_hostile_rows_are_refused(content: str) -> None:
    """With length and checksum right, as a forger would have them."""
    assert reason(packed(content.encode())) == "damaged"


@pytest.mark.parametrize("content", WELL_FORMED_ROWS)
def test_odd_rows_are_handed_on_as_texts(content: str) -> None:
    """Whether they are records is checked where they are taken in."""
    found = read_link(packed(content.encode()))

    assert all(isinstance(text, str) for text in found.values())
    assert canonical(read_link(write_short(found))) == canonical(found)


def test_bombs_are_not_inflated() -> None:
    """A small link that would fill the memory; one with a second stream; broken streams."""
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = bomb.compress(b"[" + b" " * 50_000_000) + bomb.flush()

    assert reason(around(data)) == "large"
    for broken in (b"", b"\0", b"\xff" * 20, data[:100], b"\x03\x00" + b"more"):
        assert reason(around(broken)) == "damaged"
    assert reason(packed(b"\xff\xfe")) == "damaged"
    assert reason(packed(b'["\xed\xa0\x80"]')) == "damaged"


@pytest.mark.parametrize(
    "text",
    [
        '{"format":2,"interview":"a","written":"2026-11-24","what":"tick","step":"meet-names","round":0,"on":true,"more":[1]}',
        '{"format":2,"interview":"a","written":"2026-11-24","what":"unheard-of","x":{"y":null}}',
        '{"format":7,"interview":"a","written":"2026-11-24","what":"deleted","on":true}',
        '{"format":true,"interview":"a","written":"2026-11-24","what":"deleted","on":true}',
        '{"format":2,"interview":"a","written":"2026-11-24","what":"deleted","on":1}',
        '{"format":1,"interview":"a","written":"2026-11-24","what":"entry","entry":"e","fields":{},"dates":{}}',
        '{"format":2,"interview":"a","written":"2026-11-24","what":"deleted","on":NaN}',
        '{"format":2,"interview":"a","written":"2026-11-24","what":"deleted","on":{"a":1,"a":2}}',
        '{"format":2,"interview":"a","written":"2026-11-24","what":"deleted","on":1e999}',
        '{"what":"tick"}', '{"what":["tick"]}', '{"a":NaN}', '{"a":1,"a":2}', '{"a":1e999}', "[", "", "\ud800", '{"a":"\ud800"}',
    ],
)  # fmt: skip
def test_what_has_no_short_row_is_carried_whole(text: str) -> None:
    """Unknown kinds and fields, other formats and types, and what is no record at all."""
    texts = {"5.tab.1": text, "05.tab.1": text, "odd key": text}

    assert canonical(read_link(write_short(texts))) == canonical(texts)


def test_a_record_comes_back_letter_by_letter(reader: Reader) -> None:
    """As the page writes it, so that merging writes nothing anew."""
    diary(reader, 10)
    texts = {key: write_json(read_json(text)) for key, text in reader.records.items()}

    assert read_link(write_short(texts)) == texts


def test_links_of_every_version_can_be_read_for_ever() -> None:
    """They stand in calendars and mails, so what they are packed with is frozen."""
    assert zlib.crc32(WORDS) == FROZEN_WORDS
    for one in saved("links-1.json")["links"]:
        assert canonical(read_link(one["link"])).splitlines() == one["portable"]


def test_no_kind_has_the_name_of_another_row() -> None:
    """Rows are told apart by their first word."""
    assert not FIELDS.keys() & {"raw", "format", "interview", "written", "tab"}
