"""Every check before the limits takes a time that grows with the length of what is brought in, not
with its square. Measured by making it eight times as long: the square would be 64 times the time.
"""

import base64
import time
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest

from followup.copies.backup import read_backup
from followup.copies.incoming import read_incoming
from followup.copies.link_words import WORDS
from followup.copies.links import read_link, write_short
from followup.copies.merging import set_back
from followup.dates.regions import read_country
from followup.errors import CopyError, RegionError
from followup.json_text import StrictError, is_shallow, read_json, write_json

RATIO = 24
"""More than 8, as a machine has other things to do; far less than 64."""

TICK = '{"format":2,"interview":"a","written":"2026-11-24","what":"tick","step":"a","round":0,"on":true}'  # fmt: skip
Make = Callable[[int], Callable[[], object]]


def of(read: Callable[[str], object], text: Callable[[int], str]) -> Make:
    """Return what makes a text of so many parts, and what reads it."""

    def make(count: int) -> Callable[[], object]:
        made = text(count)
        return lambda: read(made)

    return make


def file(text: str) -> object:
    """Read a text as a chosen file."""
    return read_incoming("file", text)


def pasted(text: str) -> object:
    """Read a pasted text."""
    return read_incoming("text", text)


def own(groups: dict[str, object], **more: object) -> str:
    """Return the text of a backup."""
    return write_json({"followup-backup": 1, "interviews": groups, **more})


def raw(records: dict[str, object]) -> str:
    """Return the text that the page saves without Python."""
    return write_json({"followup-records": 1, "records": records})


def tabs(count: int) -> Callable[[], object]:
    """Write a link with records of so many tabs."""
    texts = {f"{one}.t{one}.1": TICK for one in range(1, count + 1)}
    return lambda: write_short(texts)


def merging(count: int) -> Callable[[], object]:
    """Take a copy of so many records, all far ahead and all under one tab and count, beside as many."""
    here = {f"{one}.a.1": TICK for one in range(count)}
    there = {f"{900_000_000 + one}.a.1": TICK for one in range(count)}
    return lambda: set_back(here, there)


CASES: dict[str, tuple[Make, int]] = {
    "escaped marks": (of(read_json, lambda count: '["' + '\\"' * count), 4_000),
    "escaped marks and a sign alone": (of(read_json, lambda count: '["' + '\\"' * count + "\\"), 4_000),
    "marks": (of(is_shallow, lambda count: '"' * count), 4_000),
    "signs": (of(is_shallow, lambda count: "\\" * count), 8_000),
    "marks and signs": (of(is_shallow, lambda count: '"\\' * count), 4_000),
    "brackets": (of(is_shallow, lambda count: "[]" * count), 4_000),
    "strings": (of(is_shallow, lambda count: '"[",' * count), 4_000),
    "public holidays": (of(read_country, lambda count: '["' + '\\"' * count), 4_000),
    "digits": (of(read_json, lambda count: "[1." + "1" * count + "]"), 8_000),
    "a file of such marks": (of(file, lambda count: '{"' + '\\"' * count), 4_000),
    "a pasted text of such marks": (of(pasted, lambda count: '{"' + '\\"' * count), 4_000),
    "white space": (of(pasted, lambda count: " \n" * count + "restore=1."), 4_000),
    "many starts of a link": (of(read_link, lambda count: "restore=" * count), 2_000),
    "a long number": (of(read_link, lambda count: "restore=1." + "1" * count), 8_000),
    "an unfinished link": (of(read_link, lambda count: "restore=1.5.00000000." + "." * count), 8_000),
    "many groups": (of(read_backup, lambda count: own({f"g{one}": {f"{one}.a.1": {}} for one in range(count)})), 300),
    "one key in many groups": (of(read_backup, lambda count: own({f"g{one}": {"1.a.1": {}} for one in range(count)})), 300),
    "a long name of a group": (of(read_backup, lambda count: own({"g" * 30 * count: {f"{one}.a.1": {} for one in range(count)}})), 300),
    "single records": (of(read_backup, lambda count: raw({f"r.{one}.a.1": "{}" for one in range(count)})), 300),
    "seals": (of(read_backup, lambda count: raw({"r.1.a.1": "#" * count})), 4_000),
    "almost seals": (of(read_backup, lambda count: raw({"r.1.a.1": "#0000000" * count})), 1_000),
    "records of many tabs": (tabs, 40),
    "records far ahead": (merging, 40),
}  # fmt: skip


def seconds(make: Make, count: int) -> float:
    """Return how long it takes, in the best of some tries: of processor time, as others run too."""
    run = make(count)
    best = float("inf")
    for _ in range(4):
        before = time.process_time()
        with suppress(CopyError, RegionError, StrictError):
            run()
        best = min(best, time.process_time() - before)
    return best


@pytest.mark.parametrize("name", CASES)
def test_eight_times_as_much_takes_no_more_than_some_eight_times_as_long(name: str) -> None:
    """Whatever it is, and whether it can be read in the end or not."""
    make, count = CASES[name]
    least = max(seconds(make, count), 0.000_05)

    assert seconds(make, 8 * count) < RATIO * least, name


def test_a_link_that_repeats_a_long_name_is_refused_before_it_is_written_out() -> None:
    """What holds for all rows is said once in a link, and stands in each record."""
    content = write_json([["interview", "x" * 100_000], ["tab", "a"], *[["deleted", 1, 1, True]] * 7_000])  # fmt: skip
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=WORDS)
    payload = base64.urlsafe_b64encode(packer.compress(content.encode()) + packer.flush()).rstrip(b"=").decode()  # fmt: skip
    link = f"restore=1.{len(payload)}.{zlib.crc32(payload.encode()):08x}.{payload}"
    with pytest.raises(CopyError) as refused:
        read_link(link)

    assert refused.value.reason == "large"
    assert len(link) < 2_000
