"""Which pages are overdue for review, and which sources nobody has read: by given days, never today's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from followup.errors import GuideError
from followup_site.pages.front_matter import FrontMatter, PageSource, Reading, read_front_matter
from followup_site.publish.reviews import months_later, overdue, to_read

SOURCE = PageSource("University of Virginia, US", "career.virginia.edu/interviewing", None)
PAGE = FrontMatter("What to do.", date(2026, 11, 23), 12, (SOURCE,))


START = "---\ndescription: What to do.\nlast_reviewed: 2026-11-23\n"


def read(folder: Path, text: str) -> FrontMatter:
    """Return the front matter of a page with this text."""
    page = folder / "page.md"
    page.write_text(text, "utf-8")
    return read_front_matter(page)


@pytest.mark.parametrize(
    ("today", "months", "late"),
    [
        (date(2027, 11, 23), 12, False),
        (date(2027, 11, 24), 12, True),
        (date(2027, 5, 23), 6, False),
        (date(2027, 5, 24), 6, True),
    ],
)
def test_a_review_is_overdue_once_its_months_are_over(today: date, months: int, late: bool) -> None:  # noqa: FBT001
    """A page on law after six months, any other after twelve."""
    found = list(overdue({"guide/offer.md": replace(PAGE, review_months=months)}, today))

    assert len(found) == late
    assert all("docs/guide/offer.md" in line for line in found)


def test_a_source_is_named_once_until_someone_reads_it_and_again_after_a_year() -> None:
    """However many pages rest on it."""
    read_on = replace(SOURCE, checked=Reading("live", date(2026, 12, 1)))
    fresh = {"a.md": replace(PAGE, sources=(read_on,))}

    assert len(list(to_read({"a.md": PAGE, "b.md": PAGE}, date(2026, 11, 24)))) == 1
    assert list(to_read(fresh, date(2027, 12, 1))) == []
    assert len(list(to_read(fresh, date(2027, 12, 2)))) == 1


def test_a_stored_copy_is_no_live_page() -> None:
    """However lately it was seen, the page itself is still to be read."""
    seen = replace(SOURCE, checked=Reading("stored", date(2026, 11, 29)))

    [line] = to_read({"a.md": replace(PAGE, sources=(seen,))}, date(2026, 11, 29))
    assert line.endswith("only a stored copy was seen, on 2026-11-29")


def test_a_month_later_is_the_same_day_or_the_last() -> None:
    """31 August and 28 February meet; a year may end in between."""
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 31), 12) == date(2027, 12, 31)
    assert months_later(date(2026, 11, 30), 1) == date(2026, 12, 30)


def test_front_matter_is_read(tmp_path: Path) -> None:
    """With a source in each of its three states, and without any sources."""
    assert read(tmp_path, f"{START}---\n# A\n") == replace(PAGE, sources=())
    assert read(tmp_path, with_source("no")) == PAGE
    for where in ("live", "stored"):
        [source] = read(tmp_path, with_source(f"{where} 2026-12-01")).sources
        assert source.checked == Reading(where, date(2026, 12, 1))


@pytest.mark.parametrize(
    "state",
    ["2026-12-01", "yes", "live", "stored", "stored 2026-02-30", "seen 2026-12-01", '"no"', ""],
)
def test_a_source_that_does_not_say_how_it_was_read_stops_the_build(
    tmp_path: Path, state: str
) -> None:
    """A day alone too, as it does not tell what was read. With file, line and remedy."""
    with pytest.raises(GuideError, match=r"page\.md:7: .*checked: live.*checked: stored"):
        read(tmp_path, with_source(state))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# No front matter\n", ":1: a page begins with “---”. Put lines above it."),
        ("---\ndescription: No end.\n# A\n", ":1: the lines above the page have no end. Add “---” below them."),
        ("---\nJust words.\n---\n# A\n", ": the lines between the two --- are no list of names"),
        ("---\ndescription: A: b.\n---\n# A\n", ":2: this line is not of its form (mapping values are not allowed here). Put a text that holds “: ”"),
        ("---\ndescription: No day.\n---\n# A\n", ": there is no “last_reviewed” above this page. Between its two --- add a line like “last_reviewed: 2026-12-01”."),
        ("---\nlast_reviewed: 2026-11-23\n---\n# A\n", ": there is no “description” above this page."),
        ("---\ndescription: A.\nlast_reviewed: yesterday\n---\n# A\n", ":3: “yesterday” is no day. Write it like 2026-12-01."),
        (f"{START}sources:\n  - address: a.example\n---\n# A\n", ":4: a source has not all of its lines."),
        (f"{START}sources: yes\n---\n# A\n", ":4: a source has not all of its lines."),
        (f"{START}review_months: soon\n---\n# A\n", ":4: “soon” is no number of months. Write it like “review_months: 6”."),
        (f"{START}review_months: [6]\n---\n# A\n", ":4: “['6']” is no number of months."),
    ],
)  # fmt: skip
def test_front_matter_of_another_form_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """With file, line and what to write."""
    with pytest.raises(GuideError) as caught:
        read(tmp_path, text)

    assert f"page.md{message}" in str(caught.value)


def with_source(checked: str) -> str:
    """Return a page with one source, which is on the lines 5 to 7."""
    name, address = SOURCE.name, SOURCE.address
    source = f'  - name: "{name}"\n    address: {address}\n    checked: {checked}\n'
    return f"{START}sources:\n{source}---\n# A\n"
