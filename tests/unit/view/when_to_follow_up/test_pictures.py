"""The calendar and the timeline: every date of the plan, each with its letter and its words."""

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import htpy
import pytest
from asking import Reader
from plan_cases import CASES, Case

from followup import words
from followup.dates.closed_days import ClosedDays, ClosedRange
from followup.dates.plan import Contact, Situation, plan
from followup.view.when_to_follow_up import calendar, timeline
from followup.view.when_to_follow_up.marks import Mark, marks_of

INTERVIEW = date(2026, 11, 24)


class Elements(HTMLParser):
    """Reads markup: the attributes of every start tag of one name, and the text up to its end."""

    def __init__(self, tag: str, html: str) -> None:
        super().__init__()
        self.tag = tag
        self.found: list[tuple[dict[str, str | None], list[str]]] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag == self.tag:
            self.found.append((dict(attrs), []))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        self.inside = self.inside and tag != self.tag

    def handle_data(self, data: str) -> None:
        """Keep its text."""
        if self.inside:
            self.found[-1][1].append(data)


def elements(tag: str, html: str) -> list[tuple[dict[str, str | None], str]]:
    """Return the attributes and the text of every element of that name."""
    return [(attributes, " ".join(texts)) for attributes, texts in Elements(tag, html).found]


def drawn_calendar(situation: Situation) -> str:
    """Return the calendar of a situation."""
    marks = marks_of(situation, plan(situation))
    return str(htpy.fragment[calendar.draw(marks, situation, plan(situation))])


def drawn_timeline(situation: Situation) -> str:
    """Return the timeline of a situation."""
    return str(timeline.draw(marks_of(situation, plan(situation)), situation, plan(situation)))


def cells(html: str) -> dict[str, tuple[dict[str, str | None], str]]:
    """Return the day cells of a calendar by date."""
    days = [day for _, day in re.findall(r'<td([^>]*)><time datetime="([^"]*)"', html)]
    shown = [one for one in elements("td", html) if one[1]]
    return dict(zip(days, shown, strict=True))


def legend(html: str) -> list[str]:
    """Return what the legend of a calendar explains, letters and names."""
    return [" ".join(text.split()) for _, text in elements("li", html)]


def entries(html: str) -> list[tuple[dict[str, str | None], str]]:
    """Return the entries of a timeline."""
    return elements("li", html)


def kinds(html: str) -> list[str | None]:
    """Return what stands on a timeline, in order."""
    return [attributes["data-kind"] for attributes, _ in entries(html)]


BUSY = Situation(
    interview=INTERVIEW,
    today=date(2026, 12, 4),
    decision=date(2026, 12, 8),
    contacts=(
        Contact(date(2026, 11, 25), "sent", "email", "thanks", entry="e1"),
        Contact(date(2026, 11, 26), "sent", "phone", "referee", entry="e2"),
        Contact(date(2026, 11, 27), "sent", "other", "other", entry="e3"),
        Contact(date(2026, 12, 3), "sent", "phone", entry="e4"),
        Contact(date(2026, 12, 3), "received", "phone", "follow_up", date(2026, 12, 18), "e4"),
    ),
    closed=ClosedDays(
        holidays={date(2026, 12, 25): "Christmas Day", date(2026, 12, 26): "Boxing Day"},
        ranges=(ClosedRange(date(2026, 12, 29), date(2027, 1, 1), "winter break"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.name)
def test_both_pictures_hold_every_date_of_the_plan(case: Case) -> None:
    """With the letter of the step, each on its own day, in date order."""
    situation = case.situation()
    found = plan(situation)
    marks = marks_of(situation, found)
    on_calendar, on_line = drawn_calendar(situation), entries(drawn_timeline(situation))

    assert [mark.day for mark in marks] == sorted(mark.day for mark in marks)
    for step in found.steps:
        kind = "sent" if step.state == "done" else step.kind
        mark = f'data-kind="{kind}" data-state="{step.state}"'
        cell = on_calendar.partition(f'<time datetime="{step.day}">')[2].partition("</td>")[0]
        assert mark in cell
    planned = [one["data-state"] for one, _ in on_line if one["data-state"] in timeline.STATES_SAID]
    assert planned == [step.state for step in found.steps if step.state != "done"]


def test_every_day_shown_is_a_time_element() -> None:
    """The numbers of the calendar are, and so is every date of the timeline."""
    for html in (drawn_calendar(BUSY), drawn_timeline(BUSY)):
        without = re.sub(r"<time [^>]*>[^<]*</time>|<caption>[^<]*</caption>", "", html)
        assert not re.search(r"\b\d{4}\b", re.sub(r"<[^>]*>", " ", without))
    numbers = [text for _, text in elements("td", drawn_calendar(BUSY)) if text]
    assert len(numbers) == 30 + 31 + 31
    assert len(re.findall("<td[^>]*><time ", drawn_calendar(BUSY))) == len(numbers)


def test_each_kind_of_contact_has_a_letter_of_its_own() -> None:
    """What was sent, what came back, thank-you, referee and others; two on one day."""
    days = cells(drawn_calendar(BUSY))

    assert days["2026-11-25"][1].split() == ["25", "Y", "Thank-you"]
    assert days["2026-11-26"][1].split() == ["26", "F", "About", "a", "referee"]
    assert days["2026-11-27"][1].split() == ["27", "+", "Other", "contact"]
    assert days["2026-12-03"][1].split() == ["3", "✓", "You", "got", "in", "touch", "R", "Reply"]
    letters = [letter for letter, _ in words.MARKS.values() if letter]
    assert len(set(letters)) == len(letters)


def test_the_calendar_says_why_a_day_is_closed_but_not_that_it_is_a_weekend() -> None:
    """A weekend is only marked; a holiday and the reader's own days are named."""
    days = cells(drawn_calendar(BUSY))

    assert days["2026-12-05"] == ({"data-closed": "weekend"}, "5")
    assert days["2026-12-25"][0] == {"data-closed": "holiday"}
    assert days["2026-12-25"][1].split() == ["25", "H", "Public", "holiday:", "Christmas", "Day"]
    assert days["2026-12-29"][0] == {"data-closed": "range"}
    assert days["2026-12-29"][1].split() == ["29", "×", "Closed:", "winter", "break"]
    assert days["2026-12-04"] == ({"aria-current": "date"}, "4")


def test_the_legend_lists_what_is_drawn_and_nothing_else() -> None:
    """Today and closed days among it; a plan without holidays has none in its legend."""
    plain = Situation(INTERVIEW, INTERVIEW)

    assert legend(drawn_calendar(BUSY)) == [
        "I Interview",
        "Y Thank-you",
        "F About a referee",
        "+ Other contact",
        "✓ You got in touch",
        "R Reply",
        "D Decision date, replaced by a newer one",
        "D Decision date",
        "2 Contact 2, next",
        "3 Contact 3, tentative",
        "4 Contact 4, tentative",
        "C Close this application, tentative",
        "● Today",
        "Weekend",
        "H Public holiday",
        "× Closed",
    ]
    assert legend(drawn_calendar(plain)) == [
        "I Interview",
        "1 First contact, next",
        "2 Contact 2, tentative",
        "3 Contact 3, tentative",
        "C Close this application, tentative",
        "● Today",
        "Weekend",
    ]


def test_long_empty_times_are_left_out_and_named() -> None:
    """Short ones are drawn, so that weeks can be counted; no month with a mark is ever cut."""
    far = Situation(date(2027, 11, 24), date(2026, 12, 12))
    html = drawn_calendar(far)
    months = [text for _, text in elements("caption", html)]

    assert months == ["December 2026", "November 2027", "December 2027", "January 2028"]
    assert "Not shown, as nothing happens: January 2027 to October 2027." in html

    near = drawn_calendar(Situation(date(2027, 3, 24), date(2026, 12, 12)))
    assert elements("caption", near)[1][1] == "January 2027"
    assert "Not shown" not in near


def test_many_contacts_over_2_years_are_all_drawn() -> None:
    """Month after month, as many as there are."""
    days = [date(2025 + month // 12, month % 12 + 1, 3) for month in range(24)]
    contacts = tuple(Contact(day, "received", "email") for day in days)
    html = drawn_calendar(Situation(date(2025, 1, 2), date(2026, 12, 4), contacts=contacts))

    assert len(elements("caption", html)) == 25
    assert html.count('<span class="mark" data-kind="received"') == 24 + 1


def test_the_timeline_tells_the_whole_plan_in_order() -> None:
    """What happened, today, what they named, what is next, what is tentative, closed days."""
    html = drawn_timeline(BUSY)

    assert [(one["data-kind"], one["data-state"]) for one, _ in entries(html)] == [
        ("interview", "known"),
        ("thanks", "done"),
        ("referee", "done"),
        ("other", "done"),
        ("sent", "done"),
        ("received", "done"),
        ("today", "known"),
        ("decision", "replaced"),
        ("decision", "known"),
        ("weekend", "closed"),
        ("later", "next"),
        ("holiday", "closed"),
        ("range", "closed"),
        ("weekend", "closed"),
        ("later", "tentative"),
        ("later", "tentative"),
        ("weekend", "closed"),
        ("close", "tentative"),
    ]
    texts = [" ".join(text.split()) for _, text in entries(html)]
    assert "You emailed: to say thank you" in texts[1]
    assert "They answered. They named a new decision date: Friday 18 December 2026 ." in texts[5]
    assert "Monday 21 December 2026 Contact 2: email them Next" in texts[10]
    assert "Tuesday 29 December 2026 to Friday 1 January 2027 Closed: winter break" in texts[12]
    assert "Monday 25 January 2027 Close this application Tentative" in texts[17]


def test_the_timeline_is_drawn_to_scale() -> None:
    """A picture under an entry is as high as there are days to the next one, and no higher than any
    line may be."""
    html = drawn_timeline(BUSY)
    days = [
        date.fromisoformat(day)
        for day in re.findall(r'class="when"><time datetime="([^"]*)"', html)
    ]
    heights = [
        int((re.findall(r'viewBox="0 0 1 (\d+)"', entry) or ["0"])[0])
        for entry in html.split("<li")[1:]
    ]

    assert days == sorted(days)
    assert heights == [
        min((second - first).days, timeline.LONGEST_LINE) for first, second in pairwise(days)
    ] + [0]


def test_a_gap_longer_than_any_line_is_put_into_words() -> None:
    """347 days are not drawn as if they were 30."""
    html = drawn_timeline(Situation(date(2027, 11, 24), date(2026, 12, 12)))

    assert kinds(html)[:2] == ["today", "interview"]
    assert "347 days later" in html


@pytest.mark.parametrize(
    ("today", "lines"),
    [
        (date(2026, 11, 24), ["past", "sure", "tentative"]),
        (date(2026, 12, 1), ["past", "sure", "tentative"]),
        (date(2026, 12, 4), ["past", "past", "tentative"]),
    ],
    ids=["next", "due today", "overdue"],
)
def test_the_line_is_dashed_from_the_step_to_do(today: date, lines: list[str]) -> None:
    """Behind what is tentative; what happened hangs on the solid part."""
    found = [one for one, _ in entries(drawn_timeline(Situation(INTERVIEW, today)))]

    assert [one["data-line"] for one in found][:3] == lines
    assert {one["data-line"] for one in found[2:]} == {"tentative"}


def test_an_overdue_step_says_when_to_do_it() -> None:
    """Today, or the next open day; what is due today needs no more words."""
    assert "First contact: telephone them. Do it today." in drawn_timeline(
        Situation(INTERVIEW, date(2026, 12, 4))
    )
    saturday = drawn_timeline(Situation(INTERVIEW, date(2026, 12, 5)))
    assert 'Do it on <time datetime="2026-12-07">' in saturday
    assert "Do it" not in drawn_timeline(Situation(INTERVIEW, date(2026, 12, 1)))


def test_only_closed_days_that_say_something_are_on_the_line() -> None:
    """Not each weekend, not a holiday on one, nothing outside the plan; whatever moved a date is."""
    closed = ClosedDays(
        holidays={
            date(2026, 12, 5): "A Saturday",
            date(2026, 12, 7): "A Monday",
            date(2027, 6, 1): "Much later",
        },
        ranges=(
            ClosedRange(date(2026, 11, 1), date(2026, 11, 2), "before"),
            ClosedRange(date(2026, 11, 23), date(2026, 11, 26), "across"),
        ),
    )
    situation = Situation(date(2026, 11, 24), date(2026, 11, 24), closed=closed)
    assert [one for one in kinds(drawn_timeline(situation)) if one in {"range", "holiday"}] == [
        "range",
        "holiday",
    ]

    moved = Situation(date(2026, 11, 28), date(2026, 11, 28), closed=closed)
    found = [
        " ".join(text.split())
        for one, text in entries(drawn_timeline(moved))
        if one["data-state"] == "closed"
    ]
    assert found[:3] == [
        "H Saturday 5 December 2026 Public holiday: A Saturday",
        "Sunday 6 December 2026 Weekend, so the date after it moved",
        "H Monday 7 December 2026 Public holiday: A Monday",
    ]


def test_labels_of_the_reader_are_text() -> None:
    """Never markup; days without a label are just closed."""
    hostile = ClosedRange(date(2026, 12, 7), date(2026, 12, 7), "<b onclick='x'>")
    plain = ClosedRange(date(2026, 12, 8), date(2026, 12, 8), words.CLOSED_DAYS)
    situation = Situation(INTERVIEW, INTERVIEW, closed=ClosedDays(ranges=(hostile, plain)))
    for html in (drawn_calendar(situation), drawn_timeline(situation)):
        assert "<b" not in html
        assert "Closed: &lt;b" in html
        assert "Closed: closed" not in html


def test_an_outcome_and_the_deadline_of_an_offer_are_in_both_pictures(reader: Reader) -> None:
    """And nothing of the plan that ended; the day of the outcome is the one answered."""
    reader.answer("interview", INTERVIEW)
    reader.today = "2026-12-12"
    reader.log("they-called", date(2026, 12, 9))
    reader.choose("outcome", "offer")
    reader.answer("outcome-day", date(2026, 12, 9))
    reader.answer("offer-deadline", date(2026, 12, 18))
    outputs = reader.ask()["outputs"]

    found = kinds(outputs["timeline"])
    assert found == ["interview", "received", "outcome", "today", "deadline"]
    assert "You have an offer." in outputs["timeline"]
    days = cells(outputs["calendar"])
    assert days["2026-12-09"][1].split() == ["9", "R", "Reply", "O", "Outcome"]
    assert "Last day to answer the offer" in days["2026-12-18"][1]


@pytest.mark.parametrize("panel", ["calendar", "timeline"])
def test_without_a_plan_the_pictures_say_what_is_missing(reader: Reader, panel: str) -> None:
    """As the answer does."""
    assert reader.ask()["outputs"][panel] == f"<p>{words.plain(words.NO_INTERVIEW)}</p>"


def test_too_late_still_shows_what_happened(reader: Reader) -> None:
    """With today, far away from it."""
    reader.answer("interview", INTERVIEW)
    reader.today = "2027-06-30"
    outputs = reader.ask()["outputs"]

    assert kinds(outputs["timeline"]) == ["interview", "today"]
    assert "218 days later" in outputs["timeline"]
    assert "Not shown, as nothing happens: December 2026 to May 2027." in outputs["calendar"]


def test_marks_are_never_told_apart_by_colour_alone() -> None:
    """Two marks with one letter differ in kind or state, which the style sheet draws as shapes."""
    marks: dict[str, Mark] = {mark.name: mark for mark in marks_of(BUSY, plan(BUSY))}
    drawn = [(mark.letter, mark.kind, mark.state) for mark in marks.values()]

    assert len(set(drawn)) == len(drawn)
    assert all(mark.letter for mark in marks.values())
