"""Restore links: the portable state in an address, after the "#", where no server sees it.

A link reads `<site>plan/restore/#restore=<version>.<length>.<checksum>.<payload>`. The payload is
a list of rows as JSON, deflated, in the 64 letters that addresses leave alone. Length and checksum
tell a link that was cut on its way from one that was damaged. White space that a mail program put
in and whatever stands after the link are no part of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from followup.copies.link_words import WORDS
from followup.copies.portable import Texts, canonical
from followup.errors import LinkError, LinkTooLongError, RecordError
from followup.json_text import LARGEST, StrictError, is_small, read_json, write_json
from followup.packed import damaged, incomplete, pack, unpack
from followup.records.record import COMMON_FIELDS, FIELDS, read_key

VERSION = 1
"""Number of what follows it in a link. A link with a higher one was made by a newer program."""

LONGEST_LINK = 1_900
"""Characters of a whole link; some chat programs cut at about 2,000."""

PAGE = "plan/restore/"
MARK = "restore="
ADDRESS_STARTS = ("https://", "http://")

_CONTEXT = ("format", "interview", "written", "tab")
"""What holds for all rows that follow, until it is said again."""

_LARGEST_NUMBER = 999_999_999
_LARGEST_WHOLE = 4 * LARGEST
"""Characters of all records that a link stands for. Its rows leave out what is the same in all, so
a small one could stand for any length. 5,000 records with as much text as fits have less."""


def write_link(site: str, texts: Texts) -> str:
    """Return the link that carries the records.

    Args:
        site: absolute address of the site's root; ends with "/".
        texts: the records to carry, as `portable` gives them.

    Raises:
        LinkTooLongError: it would be longer than `LONGEST_LINK`; offer a file.
    """
    link = f"{site}{PAGE}#{write_short(texts)}"
    if len(link) > LONGEST_LINK:
        raise LinkTooLongError(f"a link of {len(link)} characters; the most are {LONGEST_LINK}")
    return link


def write_short(texts: Texts) -> str:
    """Return what stands after the "#" of a link, which is also a text to paste.

    Raises:
        LinkTooLongError: it could not be read back.
    """
    content = write_json(list(_write_rows(texts)))
    if not is_small(content):
        raise LinkTooLongError(f"a link with {len(content)} characters in it")
    return f"{MARK}{pack(content, VERSION, WORDS)}"


def read_link(text: str) -> dict[str, str]:
    """Return the records that a link carries, unchecked, by key.

    Args:
        text: a whole link, what stands after its "#", or a text with one of both in it.

    Raises:
        LinkError: "incomplete", "damaged", "newer" or "large".
    """
    if not is_small(text):
        raise LinkError("large", "more than a link can hold: paste the link alone")
    content = unpack(_packed("".join(text.split())), VERSION, WORDS, LARGEST)
    try:
        rows = read_json(content)
    except StrictError as error:
        raise damaged() from error
    return _read_rows(rows)


def _packed(text: str) -> str:
    """Return what stands after the mark of a link, in a text without white space."""
    before, mark, rest = text.partition(MARK)
    if not mark:
        starts = (MARK, *ADDRESS_STARTS)
        is_start = any(start.startswith(before) for start in starts)
        if is_start or before.startswith(ADDRESS_STARTS):
            raise incomplete()
        raise LinkError("damaged", f"there is no {MARK!r} in it: copy the link once more")
    return rest


@dataclass
class _Cursor:
    """Where the reading of rows has come to. A row says only what has changed since.

    Attributes:
        context: what was last said of each of `_CONTEXT`.
        clock: of the record before.
        counts: of the last record of each tab.
    """

    context: dict[str, object] = field(default_factory=dict)
    clock: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def ahead(self, tab: str) -> "_Cursor":
        """Return a cursor at the same place that knows one tab alone: there can be thousands."""
        counts = {tab: self.counts[tab]} if tab in self.counts else {}
        return _Cursor(dict(self.context), self.clock, counts)

    def follow(self, ahead: "_Cursor") -> None:
        """Go to where the other has come to."""
        self.context, self.clock = ahead.context, ahead.clock
        self.counts |= ahead.counts

    def read(self, row: object) -> tuple[str, str] | None:
        """Return key and text of the record that a row stands for; None for one of context.

        Raises:
            LinkError: it is no row.
        """
        match row:
            case [str(name), value] if name in _CONTEXT:
                self.context[name] = value
                return None
            case ["raw", str(key), str(text)]:
                return key, text
            case [str(what), int(clock), int(count), *values] if what in FIELDS:
                if len(values) == len(FIELDS[what]):
                    return self._key(clock, count), self._text(what, values)
        raise damaged()

    def _key(self, clock: int, count: int) -> str:
        tab = str(self.context.get("tab"))
        self.clock += clock
        self.counts[tab] = self.counts.get(tab, 0) + count
        # Python refuses to write numbers of thousands of digits.
        if max(abs(self.clock), abs(self.counts[tab])) > _LARGEST_NUMBER:
            raise damaged()
        return f"{self.clock}.{tab}.{self.counts[tab]}"

    def _text(self, what: str, values: list[object]) -> str:
        head = {name: self.context.get(name) for name in COMMON_FIELDS} | {"what": what}
        return write_json(head | dict(zip(FIELDS[what], values, strict=True)))


def _read_rows(rows: object) -> dict[str, str]:
    if not isinstance(rows, list):
        raise damaged()
    cursor = _Cursor()
    texts: dict[str, str] = {}
    characters = 0
    for one in filter(None, map(cursor.read, rows)):
        texts |= [one]
        characters += len(one[1])
        if characters > _LARGEST_WHOLE:
            raise LinkError("large", f"more than {_LARGEST_WHOLE} characters of records")
    return texts


def _write_rows(texts: Texts) -> Iterator[list[object]]:
    """Yield the rows that stand for records. What they would not give back is carried whole."""
    cursor = _Cursor()
    for key, text in texts.items():
        rows, after = list(_short_rows(key, text, cursor)), cursor.ahead(_tab(key))
        found = [one for row in rows if (one := after.read(row))]
        if canonical(dict(found)) == canonical({key: text}):
            cursor.follow(after)
            yield from rows
        else:
            yield ["raw", key, text]


def _tab(key: str) -> str:
    """Return the tab in a record's key; whatever stands there if it is none."""
    return key.split(".")[1] if "." in key else ""


def _short_rows(key: str, text: str, cursor: _Cursor) -> Iterator[list[object]]:
    """Yield rows for a record, or none if it is of another shape."""
    try:
        stamp, fields = read_key(key), read_json(text)
    except (RecordError, StrictError):
        return
    what = fields.get("what") if isinstance(fields, dict) else None
    if not isinstance(fields, dict) or not isinstance(what, str) or what not in FIELDS:
        return
    for name in _CONTEXT:
        value = stamp.tab if name == "tab" else fields.get(name)
        # Their types count as well: true is not 1.
        if write_json(value) != write_json(cursor.context.get(name)):
            yield [name, value]
    steps = stamp.clock - cursor.clock, stamp.count - cursor.counts.get(stamp.tab, 0)
    yield [what, *steps, *(fields.get(name) for name in FIELDS[what])]
