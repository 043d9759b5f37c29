"""No kind of file grows unnoticed: what readers fetch stays within the budget."""

from pathlib import Path

import pytest
from byte_budget import SITE, Kind, budget, complaint, files_of, renewed, sent

kinds = pytest.mark.parametrize("kind", budget().values(), ids=lambda kind: kind.name)


@kinds
def test_a_kind_of_file_is_within_its_budget(kind: Kind) -> None:
    """In bytes as a host sends them."""
    files = files_of(kind)

    assert sum(files.values()) <= kind.limit, complaint(kind, files)


@kinds
def test_every_pattern_of_the_budget_finds_a_file(kind: Kind) -> None:
    """A file that was given another name would not be counted any more."""
    patterns = (*kind.files, *kind.largest_of)

    assert [pattern for pattern in patterns if not any(SITE.glob(pattern))] == []


def test_a_kind_that_is_over_says_by_how_much_and_what_is_large(tmp_path: Path) -> None:
    """Packed bytes for what hosts pack, all bytes for what they do not."""
    (tmp_path / "small.mjs").write_text("x" * 10_000)
    (tmp_path / "large.image").write_bytes(b"x" * 10_000)
    kind = Kind("start", 9_000, "Why it is so.", files=("*.mjs", "*.image"))

    files = files_of(kind, tmp_path)

    small = sent(tmp_path / "small.mjs")
    assert small < 100
    assert complaint(kind, files).splitlines() == [
        f"start has {10_000 + small:,} bytes, {1_000 + small:,} more than its 9,000.",
        "Why it is so.",
        "        10,000  large.image",
        f"  {small:>12,}  small.mjs",
    ]


def test_of_pages_the_largest_counts(tmp_path: Path) -> None:
    """As a reader opens one at a time."""
    for name in ("ab", "abcd", "abc"):
        (tmp_path / f"{name}.image").write_text(name)

    files = files_of(Kind("page", 1, "", largest_of=("*.image",)), tmp_path)

    assert [path.name for path in files] == ["abcd.image"]


def test_new_numbers_leave_a_little_room_and_the_reasons_alone() -> None:
    """Sizes and 3 %, in full hundreds."""
    before = '# Why.\n\n[page]\nbytes = 99_999\nwhy = "bytes = 1"\n\n[start]\nbytes = 7\n'

    after = renewed(before, {"page": 1_000, "start": 2_000_001})

    assert after == '# Why.\n\n[page]\nbytes = 1_100\nwhy = "bytes = 1"\n\n[start]\nbytes = 2_060_100\n'  # fmt: skip
