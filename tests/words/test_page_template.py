"""Every guide page has the same parts in the same order, and its sources are to be found."""

import re
from itertools import pairwise

import pytest
from sources import GUIDE_PAGES, PAGES, Source, page_named, prose_of

from followup_site.pages.front_matter import PageSource

FEWEST_WORDS, MOST_WORDS = 250, 450
"""Of a guide page. Headings of parts, steps, hints, paragraphs and lists count; messages with their
titles, tables and the part "Advice differs" do not, nor do boxes: they hold what only some readers
need, such as those in one country."""

FEWEST_SOURCES, MOST_SOURCES = 2, 12
"""Of a guide page. Twelve, as a page that speaks of rights names who helps in each country."""

PARTS = (
    r"The rule",
    r"Do this",
    r"What to (?:say|write)|Dates for .+",
    r"If .+",
    r"Advice differs",
)
"""Headings of the second level in their order; each may be missing but "Do this" and one "If"."""

OFFICES_DIFFER = {
    "guide/when-to-get-in-touch.md",
    "guide/first-contact.md",
    "guide/later-emails.md",
    "guide/thank-you.md",
    "guide/turned-down.md",
    "guide/offer.md",
}
"""The pages on whose advice careers offices do not agree."""

POINTS = ("This guide says", "Others say", "How to choose")
TABLES = page_named("about/where-advice-differs.md")
TO = re.compile(r"\]\(https://([^)]+)\)")
MESSAGE = re.compile(r"^([^\n]*)\n\n```message \S+\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHEET = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
ASIDE = re.compile(r"^!!! .*\n(?:\n| {4}.*\n)*", re.MULTILINE)
BLANK = re.compile(r"\[[^\]]+\]")
SAME_FOR_EVERY_INTERVIEW = {"[my name]", "[my telephone number]"}

guide_pages = pytest.mark.parametrize("page", GUIDE_PAGES, ids=lambda page: page.name)
pages_with_sources = pytest.mark.parametrize(
    "page", [page for page in PAGES if page.front_matter.sources], ids=lambda page: page.name
)


@guide_pages
def test_it_opens_with_when_and_why(page: Source) -> None:
    """One line, then one short paragraph, before the first part."""
    _, *lines = re.split(r"\n\n+", page.prose.split("\n## ")[0].strip())
    when, why, *rest = (*lines, "", "")[: max(len(lines), 2)]

    assert re.match(r"Do this .+\.$", when), page.told(when, "does not say when: “Do this ....”")
    assert "\n" not in why, page.told(why, "is more than one line. Say why in one paragraph.")
    assert rest == [], page.told(rest[0], "comes before the first part. Move it into one.")


@guide_pages
def test_its_parts_stand_in_order(page: Source) -> None:
    """The same on every page, so that readers know where to look."""
    places = [place_of(heading, page) for heading in page.sections]

    assert all(first <= second for first, second in pairwise(places)), (
        f"docs/{page.name}: its parts stand in another order. Put them as docs/about/editing.md "
        f"says: now they are {', '.join(page.sections)}."
    )
    for part, fewest, most in (
        ("Do this", 1, 1),
        ("If .+", 1, 3),
        ("Advice differs", page.name in OFFICES_DIFFER, page.name in OFFICES_DIFFER),
    ):
        assert fewest <= places.count(PARTS.index(part)) <= most, (
            f"docs/{page.name}: it has {places.count(PARTS.index(part))} parts “{part}”, and there "
            f"may be {int(fewest)} to {int(most)}. docs/about/editing.md lists the parts of a page."
        )


@guide_pages
def test_it_has_words_to_say_or_a_rule_with_its_dates(page: Source) -> None:
    """Each page but the one of the rule."""
    demanded = r"Dates for .+" if "The rule" in page.sections else r"What to (?:say|write)"

    assert [one for one in page.sections if re.fullmatch(demanded, one)], (
        f"docs/{page.name}: a part is missing. Add “## What to say”, with its messages, after "
        "“Do this”."
    )


@guide_pages
def test_it_has_steps_and_sources(page: Source) -> None:
    """At least three steps, all under "Do this", and neither too few nor too many sources."""
    steps = page.sections.get("Do this", "")

    assert len(re.findall(r"^- \[ \] ", steps, re.MULTILINE)) >= 3, (
        f"docs/{page.name}: “Do this” has fewer than 3 steps. Add more."
    )
    assert steps.count("- [ ] ") == page.raw.count("\n- [ ] "), (
        f"docs/{page.name}: a step stands outside “Do this”. Move it there."
    )
    assert FEWEST_SOURCES <= len(page.front_matter.sources) <= MOST_SOURCES, (
        f"docs/{page.name}: it has {len(page.front_matter.sources)} sources. Name "
        f"{FEWEST_SOURCES} to {MOST_SOURCES} between its two ---."
    )


@guide_pages
def test_it_is_neither_thin_nor_long(page: Source) -> None:
    """As the best guides are."""
    assert FEWEST_WORDS <= counted_words(page) <= MOST_WORDS, (
        f"docs/{page.name}: it has {counted_words(page)} words. Bring it to {FEWEST_WORDS} to "
        f"{MOST_WORDS}."
    )


@guide_pages
def test_each_message_has_a_title_and_blanks_that_only_this_interview_can_fill(page: Source) -> None:  # fmt: skip
    """At least two, so that nobody can send it as it stands."""
    messages = MESSAGE.findall(page.raw)
    sheets = SHEET.findall(page.raw)

    assert len(messages) == page.raw.count("```message ")
    assert [title for title, _ in messages if not title.startswith("### ")] == []
    for text in (*(text for _, text in messages), *sheets):
        assert len(set(BLANK.findall(text)) - SAME_FOR_EVERY_INTERVIEW) >= 2


@pytest.mark.parametrize("name", sorted(OFFICES_DIFFER))
def test_advice_differs_in_three_points_and_leads_to_its_table(name: str) -> None:
    """What we say, what others say in the UK and in the US, and one question that decides."""
    block = page_named(name).sections["Advice differs"]
    points = re.findall(r"^- \*\*(.+):\*\* (.+)$", block, re.MULTILINE)
    texts = dict(points)

    assert tuple(point for point, _ in points) == POINTS
    assert {"UK", "US"} <= countries(texts["Others say"])
    assert "?" in texts["How to choose"]
    [anchor] = re.findall(r"\]\(\.\./about/where-advice-differs\.md#([a-z-]+)\)", block)
    assert anchor in {
        heading.lower().replace(",", "").replace(" ", "-") for heading in TABLES.sections
    }


@pytest.mark.parametrize(
    "topic", [heading for heading, text in TABLES.sections.items() if "|---" in text]
)
def test_each_table_of_differences_is_whole(topic: str) -> None:
    """The same three points, with sources in the UK and the US."""
    text = TABLES.sections[topic]
    places = [text.index(f"**{point}:**") for point in POINTS]

    assert places == sorted(places)
    assert {"UK", "US"} <= countries(text)
    assert "?" in text[places[2] :]


@pages_with_sources
def test_a_source_has_a_name_and_an_address(page: Source) -> None:
    """Each once, without the scheme."""
    names = [source.name for source in page.front_matter.sources]
    addresses = [source.address for source in page.front_matter.sources]

    assert len(set(names)) == len(names)
    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]+/\S*", address) for address in addresses)
    assert all(re.fullmatch(r"\S.{2,80}[^.\s]", name) for name in names)


def test_the_same_source_is_called_the_same_everywhere() -> None:
    """And has been read on the same day, as far as anyone knows."""
    known: dict[str, PageSource] = {}
    for page in PAGES:
        for source in page.front_matter.sources:
            assert known.setdefault(source.address, source) == source


@pages_with_sources
def test_whatever_its_text_links_to_elsewhere_is_in_its_own_list(page: Source) -> None:
    """So that the list at its foot shows all that the page rests on."""
    others = linked(page.raw) - {source.address for source in page.front_matter.sources}

    assert not others, page.told(
        min(others), "is linked to and is not among the page's sources. Add it between its two ---."
    )


def test_the_tables_name_no_source_that_they_do_not_show() -> None:
    """Each is a row, or stands in the text below one."""
    assert linked(TABLES.raw) == {source.address for source in TABLES.front_matter.sources}


def place_of(heading: str, page: Source) -> int:
    """Return the place of a part in their order."""
    found = (place for place, part in enumerate(PARTS) if re.fullmatch(part, heading))
    place = next(found, None)
    assert place is not None, page.told(
        heading, "is no part of a guide page. docs/about/editing.md lists the parts."
    )
    return place


def linked(text: str) -> set[str]:
    """Return the addresses elsewhere to which a text links."""
    return set(TO.findall(text))


def counted_words(page: Source) -> int:
    """Return how many words of a guide page count."""
    prose = prose_of(ASIDE.sub("", page.raw))
    text = re.sub(r"^## Advice differs\n.*", "", prose, flags=re.MULTILINE | re.DOTALL)
    lines = [line for line in text.splitlines() if not line.startswith(("###", "|", "<!--"))]
    words = re.sub(r"^(?:#+|- \[ \]|-) |\{[^}]*\}|\]\([^)]*\)", " ", "\n".join(lines), flags=re.MULTILINE)  # fmt: skip
    return len(words.split())


def countries(text: str) -> set[str]:
    """Return where the sources come from to which a text links."""
    names = {source.address: source.name for page in PAGES for source in page.front_matter.sources}
    return {names[address].rsplit(", ", 1)[-1] for address in TO.findall(text)}
