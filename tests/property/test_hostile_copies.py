"""Whatever is brought in as a link or a file is read or refused, and what is taken can be handed on.

Real links and files that were changed anywhere, random rows, random JSON, deep, long and odd things.
`make test-all` tries 5,000 of each, `make test` some.
"""

import base64
import json
import os
import zlib
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from saved_files import STORAGES, raw_export, saved, text_of

from followup.copies.backup import write_backup
from followup.copies.comparison import compare
from followup.copies.incoming import MOST_RECORDS, Incoming, beside, read_incoming
from followup.copies.link_words import WORDS
from followup.copies.links import write_short
from followup.copies.portable import canonical
from followup.dates.civil_date import from_iso
from followup.errors import CopyError
from followup.json_text import LARGEST
from followup.records.record import FIELDS, LONGEST_RECORD

TIMES = 5_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 100
often = settings(
    max_examples=TIMES,
    deadline=None,
    derandomize=TIMES < 5_000,
    suppress_health_check=list(HealthCheck),
)
DAY = from_iso("2026-11-24")
REASONS = {"incomplete", "damaged", "newer", "large", "deep", "other"}
LINKS = [one["link"] for one in saved("links-1.json")["links"]]
FILES = [text_of("backup-1.json"), *map(raw_export, STORAGES)]

SIGNS = st.one_of(st.sampled_from('"\\[]{}:,.#=-_ \n0123456789abc'), st.characters())
JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
        st.sampled_from(("tick", "all", "one", "2026-11-24", "9999-12-31", "__proto__", "x" * 5_000)),
        st.sampled_from((0, -1, 999_999_999, 10**30, 1e308)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=15,
)  # fmt: skip
ROWS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(("format", "interview", "written", "tab", "raw")), JSON),
        st.tuples(st.sampled_from(("interview", "tab", "written")), st.sampled_from(("one", "a", "2026-11-24"))),
        st.tuples(st.just("format"), st.sampled_from((1, 2, 3, 4))),
        st.tuples(st.just("raw"), st.from_regex(r"\d{1,9}\.[a-z]{1,3}\.\d{1,3}", fullmatch=True), JSON.map(json.dumps)),
        *(st.tuples(st.just(what), st.integers(-3, 10**9), st.integers(-3, 9), *(JSON for _ in fields)) for what, fields in FIELDS.items()),
        st.tuples(st.just("tick"), st.integers(0, 5), st.just(1), st.just("meet-names"), st.just(0), st.booleans()),
        JSON,
    ),
    max_size=12,
)  # fmt: skip
LONG = st.builds(
    lambda start, piece, count, end: (start + piece * count + end)[: LARGEST + 9],
    st.sampled_from(("", '{"followup-backup":1,"interviews":{"a":', "restore=1.", '["', "{")),
    st.sampled_from(('\\"', '"', "[", '{"a":', "restore=", " ", "#", "9", "\\", "é", "[],", '"":0,')),
    st.integers(0, 3_000),
    st.sampled_from(("", "\\", '"]', "}}", "]" * 40)),
)  # fmt: skip


def mutated(texts: list[str]) -> st.SearchStrategy[str]:
    """Return texts with some of their parts taken out, doubled, or put in place of others."""
    change = st.tuples(st.floats(0, 1), st.integers(0, 40), st.text(SIGNS, max_size=12))

    def change_all(text: str, changes: list[tuple[float, int, str]]) -> str:
        for share, length, other in changes:
            place = int(share * len(text))
            text = text[:place] + other + text[place + length :]
        return text

    return st.builds(change_all, st.sampled_from(texts), st.lists(change, min_size=1, max_size=4))


def linked(content: bytes) -> str:
    """Return a link with right length and checksum around any content."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=WORDS)
    data = packer.compress(content) + packer.flush()
    payload = base64.urlsafe_b64encode(data).rstrip(b"=").decode()
    return f"restore=1.{len(payload)}.{zlib.crc32(payload.encode()):08x}.{payload}"


def changed_inside(link: str, changes: list[tuple[float, int]]) -> str:
    """Return a link whose packed rows were changed, with a right checksum."""
    payload = link.rpartition(".")[2]
    data = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    content = bytearray(zlib.decompressobj(-15, zdict=WORDS).decompress(data))
    for share, byte in changes:
        content[int(share * (len(content) - 1))] = byte
    return linked(bytes(content))


def check(kind: str, text: str) -> None:
    """Read it. It is refused as a copy is, or can be compared, taken, and handed on as it is."""
    try:
        incoming = read_incoming(kind, text)
    except CopyError as error:
        assert error.reason in REASONS  # noqa: PT017
        return
    assert isinstance(incoming, Incoming)
    assert len(incoming.records) <= MOST_RECORDS
    assert all(len(one) <= LONGEST_RECORD for one in incoming.records.values())
    taken = beside({}, incoming)
    assert compare({}, taken).left_out == 0
    assert compare(taken.records, taken).brings_nothing
    for way, again in (
        ("link", write_short(taken.records)),
        ("file", write_backup(taken.records, DAY)),
    ):
        found = beside({}, read_incoming(way, again))
        assert (found.skipped, found.newer) == (0, 0)
        assert canonical(found.records) == canonical(taken.records)


@often
@given(st.sampled_from(("link", "text", "file")), mutated(LINKS))
def test_a_link_that_was_changed_anywhere(kind: str, link: str) -> None:
    """Signs, length, checksum, payload, and what stands around it."""
    check(kind, link)


@often
@given(
    st.sampled_from(LINKS),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=5),
)
def test_a_link_that_was_forged_inside(link: str, changes: list[tuple[float, int]]) -> None:
    """By somebody who knows how links are packed."""
    check("link", changed_inside(link, changes))


@often
@given(st.one_of(ROWS, ROWS, JSON))
@example([["interview", "one"], ["tab", "a"], ["deleted", 10**9, 1, True]])
def test_a_link_with_any_rows(rows: Any) -> None:  # noqa: ANN401 # whatever JSON can say
    """Right ones among wrong ones, of any types."""
    check("link", linked(json.dumps(rows).encode()))


@often
@given(st.sampled_from(("file", "text")), mutated(FILES))
def test_a_file_that_was_changed_anywhere(kind: str, text: str) -> None:
    """A backup, and what the page saves by itself, of each version."""
    check(kind, text)


@often
@given(st.sampled_from(("link", "text", "file")), st.one_of(LONG, LONG, st.text(SIGNS)))
@example("text", '["' + '\\"' * 131_000)
@example("file", '{"' + '\\"' * 131_000)
@example("link", linked(b'["' + b'\\"' * 131_000))
@example("link", linked(b'["' + b'\\"' * 131_000 + b"\\"))
@example("file", "[" * LARGEST)
@example("text", '{"a":' * 50_000)
def test_long_deep_and_odd_things(kind: str, text: str) -> None:
    """The examples are those that once kept the page silent for a minute."""
    check(kind, text)
