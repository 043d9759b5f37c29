"""The calendar and the timeline as they are drawn: on any screen, in forced colours, on paper."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import pytest
from axe import violations
from paper import printed
from playwright.sync_api import Browser, expect
from reader import Reader

INTERVIEW = date(2026, 11, 24)
PICTURES = ("calendar", "timeline")
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[int, Scheme], ...] = ((320, "light"), (1280, "dark"))
Medium = Literal["print", "screen"]
Forced = Literal["active", "none"]
OTHER_WAYS: tuple[tuple[Medium, Forced], ...] = (("print", "none"), ("screen", "active"))
"""Where fills are not drawn."""


@pytest.fixture(scope="module", name="filled")
def _filled(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader with contacts of every kind, a decision day that was replaced, and dates ahead."""
    context = browser.new_context(reduced_motion="reduce", service_workers="block")
    reader = Reader(context.new_page(), address)
    reader.set_today(date(2026, 12, 4))
    reader.open()
    reader.type_date("Interview date", INTERVIEW)
    reader.type_date("Decision date", date(2026, 12, 8))
    log = (
        ("emailed", date(2026, 11, 25), None, "thanks"),
        ("called", date(2026, 11, 26), None, "referee"),
        ("spoke", date(2026, 12, 3), date(2026, 12, 18), "follow_up"),
    )
    for count, (kind, day, new_decision, purpose) in enumerate(log, 1):
        reader.log(kind, day, new_decision, purpose)
        expect(reader.page.locator("[data-panel=log] li")).to_have_count(count)
    expect(reader.current()).to_contain_text("Monday 21 December 2026")
    yield reader
    context.close()


@pytest.fixture(name="busy")
def _busy(filled: Reader) -> Reader:
    """The same reader on the narrowest phone; every test starts from it."""
    filled.page.set_viewport_size({"width": 320, "height": 800})
    filled.page.emulate_media(media="null", color_scheme="light", forced_colors="none")
    return filled


def line_before(reader: Reader, kind: str) -> str:
    """Return how the line is drawn that goes on from the first entry of a kind."""
    entry = reader.page.locator(f"[data-panel=timeline] [data-kind={kind}][data-line]").first
    style: str = entry.evaluate("one => getComputedStyle(one, '::before').borderLeftStyle")
    return style


@pytest.mark.slow
def test_axe_finds_nothing_in_them(busy: Reader) -> None:
    """On the narrowest phone, and dark on a desktop; the long tests of whole pages see the rest."""
    found = {}
    for width, scheme in LOOKS:
        busy.page.set_viewport_size({"width": width, "height": 900})
        busy.page.emulate_media(color_scheme=scheme)
        if problems := violations(busy.page):
            found[width, scheme] = problems

    assert found == {}


@pytest.mark.slow
def test_they_fit_the_narrowest_screen(busy: Reader) -> None:
    """320 pixels, which is also 1280 at 400 per cent."""
    wide = busy.page.evaluate(
        """() => [...document.querySelectorAll("[data-panel=calendar] *, [data-panel=timeline] *")]
            .filter((one) => !one.closest(".visually-hidden"))
            .filter((one) => one.getBoundingClientRect().right > 321)
            .map((one) => one.outerHTML.slice(0, 80))"""
    )

    assert wide == []
    assert busy.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.slow
def test_a_longer_wait_is_a_longer_line(busy: Reader) -> None:
    """In proportion to its days, which the picture says by its own height."""
    drawn = busy.page.locator("[data-panel=timeline] .days").evaluate_all(
        """pictures => pictures.map((one) => [
            one.viewBox.baseVal.height, one.getBoundingClientRect().height
        ])"""
    )

    assert len({days for days, _ in drawn}) > 2
    assert drawn[0][1] > drawn[0][0]
    per_day = [height / days for days, height in drawn]
    assert per_day == pytest.approx([per_day[0]] * len(per_day), rel=0.02)


@pytest.mark.parametrize(("medium", "forced"), OTHER_WAYS, ids=" ".join)
def test_no_state_is_told_by_colour_alone(busy: Reader, medium: Medium, forced: Forced) -> None:
    """Lines and borders tell them apart, and those show in forced colours and in print."""
    busy.page.emulate_media(media=medium, forced_colors=forced)
    styles = busy.page.locator("[data-panel=timeline] li > .mark").evaluate_all(
        """(marks) => Object.fromEntries(marks.map((mark) => {
            const { borderTopStyle, borderTopWidth, borderRadius } = getComputedStyle(mark);
            const shape = [borderTopStyle, borderTopWidth, borderRadius].join(" ");
            return [[mark.dataset.kind, mark.dataset.state].join(" "), shape];
        }))"""
    )

    assert styles["later tentative"].startswith("dashed")
    assert styles["later next"].startswith("solid")
    assert styles["sent done"].endswith("50%")
    assert styles["decision replaced"].startswith("dotted")
    assert styles["decision known"].startswith("double")
    assert line_before(busy, "sent") == "solid"
    assert line_before(busy, "later") == "dashed"
    today = busy.page.locator("[data-panel=calendar] [aria-current=date]")
    width = today.evaluate("one => parseFloat(getComputedStyle(one).borderTopWidth)")
    assert width >= 2


@pytest.mark.parametrize(("medium", "forced"), OTHER_WAYS, ids=" ".join)
def test_closed_days_keep_a_mark_where_hatches_vanish(busy: Reader, medium: Medium, forced: Forced) -> None:  # fmt: skip
    """A dotted line, in the calendar and in its legend; an open day has none."""
    busy.page.emulate_media(media=medium, forced_colors=forced)
    calendar = busy.page.locator("[data-panel=calendar]")
    closed, legend, open_day = (
        calendar.locator(selector).first.evaluate(
            "one => { const style = getComputedStyle(one); return style.borderTopStyle + ' ' + style.borderTopColor; }"
        )
        for selector in ("[data-closed]", ".legend [data-kind=weekend]", "td:not([class], [data-closed], [aria-current])")
    )  # fmt: skip

    assert closed.startswith("dotted")
    assert legend == closed
    assert not open_day.startswith("dotted")


def test_they_print(busy: Reader) -> None:
    """Every date with its words, on paper as on the screen, for whoever has looked at them."""
    busy.unfold("details.pictures")
    text = printed(busy.page)
    calendar, _, timeline = text.partition("Your timeline")

    for words in (
        "Wednesday 25 November 2026",
        "You emailed: to say thank you",
        "Monday 21 December 2026",
        "Contact 2: email them Next",
        "Close this application Tentative",
    ):
        assert words in timeline
    assert "Contact 3, tentative" in calendar


def test_what_was_last_drawn_is_there_before_python(busy: Reader) -> None:
    """The check of stored views lets both pictures through."""
    shown = {name: busy.page.locator(f"[data-panel={name}]").inner_html() for name in PICTURES}
    busy.open()
    busy.page.route("**/*.wasm", lambda _: None)  # never answered: Python stays away
    busy.open(ready=False)
    busy.unfold("details.pictures")
    for name in PICTURES:
        panel = busy.page.locator(f"[data-panel={name}]")
        expect(panel.locator("[data-kind=interview]").first).to_be_visible()
        assert panel.inner_html() == shown[name]
    busy.page.unroute_all()
    busy.open()
