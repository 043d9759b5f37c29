"""The words of the pages keep the rules of the guide: short, plain, British, and true."""

import re
from datetime import date

import pytest
from sources import PAGES, Source, page_named, sentences

from followup import words
from followup.dates.plan import Contact, DatedStep, Situation, plan
from followup.dates.rules import GUIDE, NUMBERS
from followup.guide.numbers import fill_guides

LONGEST_SENTENCE = 25
"""Words. 20 is the aim, 25 the gate."""

SHORT = 8
"""Words. One such sentence is plain; one after the other reads like a telegram, orders without
their reasons."""

MOST_SHORT = 1 / 3
"""Of the sentences of a page. Hints count, for they are sentences, and where an order stands
without its reason. Labels of steps, headings, messages and cells of tables do not: there, short is
right."""

FEWEST_SENTENCES = 10
"""On a page of fewer, a share says nothing."""

MOST_SENTENCES = 3
MOST_ITEMS = 8
OWNERS = {
    "first_wait": (
        "guide/when-to-get-in-touch.md",
        "wait at least {first_wait} days after the interview",
    ),
    "grace": ("guide/when-to-get-in-touch.md", "wait until {grace} days after that date"),
    "gap": ("guide/when-to-get-in-touch.md", "wait about {gap} days before the next one"),
    "messages": ("guide/when-to-get-in-touch.md", "Stop after {messages} messages with no reply"),
    "too_late": ("guide/when-to-get-in-touch.md", "After {too_late} days more than your last date"),
    "years_back": ("about/how-dates-are-worked-out.md", "more than {years_back} years back"),
    "years_ahead": ("about/how-dates-are-worked-out.md", "{years_ahead} years ahead"),
}
"""Where each number of the plan is stated, by its name in the rules: the page, and the words."""

TUESDAY = date(2026, 11, 24)
named = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@named
def test_no_sentence_is_too_long(page: Source) -> None:
    """Twenty-five words are the gate."""
    texts = (*page.headings(), *page.paragraphs(), *page.cells())
    long = [one for text in texts for one in sentences(text) if len(one.split()) > LONGEST_SENTENCE]

    assert not long, page.told(long[0], f"has more than {LONGEST_SENTENCE} words. Make it two.")


@named
def test_most_sentences_have_room_for_their_reason(page: Source) -> None:
    """At most a third of them have eight words or fewer."""
    found = list(page.running_sentences())
    short = [one for one in found if len(one.split()) <= SHORT]

    if len(found) >= FEWEST_SENTENCES:
        assert len(short) <= MOST_SHORT * len(found), (
            f"docs/{page.name}: {len(short)} of {len(found)} sentences have {SHORT} words or fewer, "
            "and a third may. Give some of them their reason, with “because” or “so that”: "
            f"{' '.join(short)}"
        )


@named
def test_no_paragraph_is_too_long(page: Source) -> None:
    """Three sentences."""
    long = [
        one for one in page.paragraphs() if len(re.findall(r"[.?!](?:\s|$)", one)) > MOST_SENTENCES
    ]

    assert not long, page.told(
        long[0], f"has more than {MOST_SENTENCES} sentences. Make it two paragraphs."
    )


@named
def test_no_list_is_too_long(page: Source) -> None:
    """Eight items; six are the aim."""
    blocks = re.split(r"\n\s*\n", page.prose)
    counts = [len(re.findall(r"^(?:- |\d+\. )", block, re.MULTILINE)) for block in blocks]

    assert max(counts, default=0) <= MOST_ITEMS, (
        f"docs/{page.name}: a list has {max(counts)} items, and {MOST_ITEMS} are the most. "
        "Make it two lists."
    )


@named
def test_plain_british_words(page: Source) -> None:
    """No contractions, no "click here", no unfounded claims. How words are spelled is judged
    elsewhere."""
    wrong = r"\b\w+n['’]t\b|\b(?:you|we|they)['’](?:re|ll|ve)\b|\bclick here\b|\bstudies show\b"

    found = re.findall(wrong, page.prose, re.IGNORECASE)
    assert not found, page.told(found[0], "is not among our words. Write it out, as in “do not”.")


@named
def test_every_page_says_what_it_is_and_when_it_was_reviewed(page: Source) -> None:
    """A description of one sentence, a review date, one title."""
    assert re.fullmatch(r"\S.{20,160}\.", page.front_matter.description), page.told(
        page.front_matter.description, "is no description. Write one sentence of 22 to 162 signs."
    )
    assert len(re.findall(r"^# \S", page.prose, re.MULTILINE)) == 1, (
        f"docs/{page.name}: a page has one title. Give it one line that begins with “# ”."
    )


@named
def test_the_review_date_is_the_same_at_the_top_and_at_the_foot(page: Source) -> None:
    """One date, said twice."""
    day = page.front_matter.reviewed

    foot = f"Last reviewed {day.day} {words.MONTHS[day.month - 1]} {day.year}."
    assert page.prose.rstrip().endswith(foot), f"docs/{page.name}: end the page with “{foot}”"


@named
def test_numbers_of_the_plan_are_filled_in_never_typed(page: Source) -> None:
    """A page that types "10 days" would be wrong when the number changes."""
    typed = (
        rf"\b(?:{GUIDE.first_wait}|{GUIDE.gap}|{GUIDE.grace}) days\b|\b{GUIDE.messages} messages\b"
    )
    # Safari's own rule, and by when a step is due, are not numbers of the plan.
    others = ("may clear it after 7 days without a visit",)
    text = re.sub(r'due="[^"]*"', "", page.raw)
    for other in others:
        text = text.replace(other, "")

    found = re.findall(typed, text)
    assert not found, page.told(found[0], "is a number of the plan. Write its token, as in {gap}.")


def test_the_text_that_careers_offices_can_use_is_as_long_as_it_says() -> None:
    """Fifty words."""
    section = page_named("careers-offices/index.md").raw.split("## A text that you can use\n")[1]
    _, text, _ = section.split("```", 2)

    assert "These are 50 words, " in section
    assert len(text.removeprefix("text").split()) == 50


@pytest.mark.parametrize("number", NUMBERS)
def test_the_page_that_owns_a_number_states_it(number: str) -> None:
    """Beside what it means, and by its token."""
    name, sentence = OWNERS[number]
    page = page_named(name)

    assert sentence in page.raw
    assert fill_guides(sentence) in page.prose


@pytest.mark.parametrize("column", [1, 2])
def test_the_worked_dates_with_no_reply_are_those_of_the_plan(column: int) -> None:
    """Without a decision date, and with one."""
    page = page_named("about/how-dates-are-worked-out.md")
    decision = date(2026, 12, 8) if column == 2 else None
    steps = plan(Situation(TUESDAY, TUESDAY, decision)).steps
    rows = page.table("## Worked dates with no reply")[:4]

    assert [row[column].partition(",")[0] for row in rows] == [
        words.spell_day(step.day) for step in steps
    ]
    assert ["moved" in row[column] for row in rows] == [bool(step.moved_from) for step in steps]


def test_the_worked_dates_after_a_call_are_those_of_the_plan() -> None:
    """Nobody answers; they name no day; they name one."""
    page = page_named("about/how-dates-are-worked-out.md")
    called = Contact(date(2026, 12, 3), "sent", "phone")
    reply = Contact(date(2026, 12, 4), "received", "email")
    named_day = Contact(date(2026, 12, 4), "received", "email", new_decision=date(2026, 12, 18))
    expected = []
    for contacts in ((called,), (called, reply), (called, named_day)):
        step = plan(Situation(TUESDAY, date(2026, 12, 4), None, contacts)).current
        assert step
        expected.append(words.spell_day(step.day))

    rows = page.table("## Worked dates after a call")
    assert [row[1].partition(",")[0] for row in rows] == expected


def test_the_worked_dates_with_a_moved_interview_are_those_of_the_plan() -> None:
    """No decision date; one that no longer counts; one named with the move."""
    page = page_named("about/how-dates-are-worked-out.md")
    told, to = date(2026, 12, 4), date(2026, 12, 9)
    called = Contact(date(2026, 12, 3), "sent", "phone")
    expected = []
    for at_first, with_it in ((None, None), (date(2026, 12, 1), None), (None, date(2026, 12, 18))):
        move = Contact(told, "received", "other", "moved", with_it, new_interview=to)
        result = plan(Situation(TUESDAY, told, at_first, (called, move)))
        assert result.dropped == at_first
        expected.append([_as_told(step) for step in result.steps[:2]])

    rows = page.table("## Worked dates with a moved interview")[:3]
    assert [row[1:] for row in rows] == expected
    assert [read_day(row[0].partition(",")[0]) for row in rows] == [
        None, date(2026, 12, 1), date(2026, 12, 18),
    ]  # fmt: skip


def _as_told(step: DatedStep) -> str:
    """Return the date of a step as the page tells it."""
    weekday = step.moved_from and words.WEEKDAYS[step.moved_from.weekday()]
    return words.spell_day(step.day) + (f", moved from {weekday}" if weekday else "")


def test_the_first_contacts_of_the_guide_are_those_of_the_plan() -> None:
    """The table that works without the tool."""
    page = page_named("guide/when-to-get-in-touch.md")

    for interview, decision, first, _ in page.table("## Dates for a first contact")[:4]:
        situation = Situation(read_day(interview) or TUESDAY, TUESDAY, read_day(decision))
        assert words.spell_day(plan(situation).steps[0].day) == first
    steps = plan(Situation(TUESDAY, TUESDAY)).steps
    assert [row[1] for row in page.table("## Dates for the whole plan")] == [
        words.spell_day(step.day) for step in steps
    ]


def read_day(text: str) -> date | None:
    """Return a day spelled in full, or None for "None given"."""
    if text == "None given":
        return None
    _, day, month, year = text.split()
    return date(int(year), words.MONTHS.index(month) + 1, int(day))
