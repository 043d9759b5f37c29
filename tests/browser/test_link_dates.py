"""A link that brings dates fills the questions in, and nothing is saved before the reader says so."""

import json
import re
from datetime import date

import pytest
from axe import violations
from long_form import in_long_form
from playwright.sync_api import Page, expect
from reader import Reader

TODAY = date(2026, 11, 24)
DATES = "plan/dates/"
BRINGS = "#interview=2026-11-24&decision=2026-12-09"
OTHER = "#interview=2026-11-30"
DATABASE = "followup./careers/follow-up/"
DUMP = """async (name) => {
    dispatchEvent(new Event("pagehide"));
    const opened = indexedDB.open(name);
    await new Promise((settle) => { opened.onsuccess = settle; });
    const texts = opened.result.transaction("texts").objectStore("texts").getAll();
    await new Promise((settle) => { texts.onsuccess = settle; });
    opened.result.close();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, texts.result]);
}"""
"""All that the browser keeps of the page, also what it keeps as the page is left."""

PRESS = """hash => {
    const link = document.createElement("a");
    link.href = hash;
    document.querySelector("article").append(link);
    link.click();
}"""
"""Press a link in the page."""


@pytest.fixture(name="student")
def _student(reader: Reader) -> Reader:
    """A reader with nothing kept, on the day of the interview."""
    reader.set_today(TODAY)
    return reader


def notice(page: Page) -> str:
    """Wait for the notice, and return its text."""
    found = page.locator("#dates-of-link")
    found.wait_for()
    return found.inner_text()


def press(reader: Reader, name: str) -> None:
    """Press a button of the notice."""
    reader.page.locator(f"#link-dates-{name}").click()


def shown(reader: Reader) -> list[str]:
    """Return what stands in the boxes of both questions."""
    return [
        reader.page.locator(f"#{name}-{part}").input_value()
        for name in ("interview", "decision")
        for part in ("day", "month", "year")
    ]


BOTH, NONE = ["24", "11", "2026", "9", "12", "2026"], [""] * 6


def keeps_nothing(reader: Reader) -> None:
    """Check that nothing of the link is kept, in any store."""
    assert reader.records() == {}
    kept = reader.page.evaluate(DUMP, DATABASE)
    assert "9 December 2026" not in kept
    assert "2026-12-09" not in kept
    assert '"12"' not in kept


def test_both_dates_are_filled_in_and_not_saved(student: Reader) -> None:
    """Nor in a second tab, after a reload, or once the page is left."""
    student.open(DATES + BRINGS)
    said = notice(student.page)

    assert "Tuesday 24 November 2026" in said
    assert "Wednesday 9 December 2026. Nothing is saved yet." in said
    assert "Next: telephone them on Friday 11 December 2026." in said
    assert shown(student) == BOTH
    expect(student.page.locator("[data-panel=plan]")).to_contain_text("Enter the interview date")
    assert student.page.url.endswith(BRINGS)
    keeps_nothing(student)

    student.page.reload()
    student.wait_for("ready")
    assert notice(student.page) == said
    keeps_nothing(student)
    second = Reader(student.page.context.new_page(), student.address)
    second.set_today(TODAY)
    second.open(DATES + BRINGS)
    assert notice(second.page) == said
    student.go("plan/checklist/")
    keeps_nothing(student)
    student.go(DATES)
    expect(student.page.locator("#dates-of-link")).to_have_count(0)
    assert shown(student) == NONE


def test_once_they_are_used_the_plan_is_there_and_one_undo_takes_it_back(student: Reader) -> None:
    """The address no longer brings them, so a reload does not either."""
    student.open(DATES + BRINGS)
    notice(student.page)
    press(student, "use")
    student.says("Saved. Next: telephone them on Friday 11 December 2026.")

    assert student.page.url == student.address + DATES
    assert len(student.records()) == 2
    expect(student.current()).to_contain_text("Friday 11 December 2026")
    expect(student.page.locator("#dates-of-link")).to_have_count(0)
    student.page.reload()
    student.wait_for("ready")
    student.page.locator("#undo-link-dates").click()
    student.says("Taken back.")
    expect(student.page.locator("[data-panel=plan]")).to_contain_text("Enter the interview date")
    assert student.records() == {}
    assert shown(student) == NONE


def test_the_undo_goes_once_something_else_is_done(student: Reader) -> None:
    """What comes later leans on it."""
    student.open(DATES + BRINGS)
    press(student, "use")
    expect(student.page.locator("#undo-link-dates")).to_be_visible()
    student.log("emailed", TODAY)
    expect(student.page.locator("#undo-link-dates")).to_have_count(0)


def test_left_out_they_are_gone(student: Reader) -> None:
    """From the page, its boxes and its address."""
    student.open(DATES + BRINGS)
    notice(student.page)
    press(student, "leave")
    student.says("Left out. Nothing was saved.")

    assert student.page.url == student.address + DATES
    expect(student.page.locator("#dates-of-link")).to_have_count(0)
    expect(student.page.locator("#interview-day")).to_have_value("")
    keeps_nothing(student)


@pytest.mark.slow
def test_opened_again_the_link_has_nothing_to_save(student: Reader) -> None:
    """In a page that is there, and in one that is loaded."""
    student.open(DATES + BRINGS)
    press(student, "use")
    student.says("Saved.")
    before = student.records()
    student.page.evaluate("hash => { location.hash = hash; }", BRINGS)
    assert "Your plan has that already" in notice(student.page)
    student.page.goto("about:blank")
    student.open(DATES + BRINGS)
    assert "Your plan has that already" in notice(student.page)
    press(student, "leave")
    assert student.page.url == student.address + DATES
    assert student.records() == before


def test_other_dates_stay_and_the_link_makes_a_new_interview(student: Reader) -> None:
    """The notice says what differs; a double click makes one, and one undo takes it away again."""
    student.open()
    student.type_date("Interview date", date(2026, 11, 20))
    student.says("Saved.")
    before = student.records()
    student.page.goto("about:blank")
    student.open(DATES + BRINGS)
    said = notice(student.page)
    assert "Friday 20 November 2026 here, Tuesday 24 November 2026 in the link." in said
    assert shown(student)[:3] == ["20", "11", "2026"]
    expect(student.page.locator("#link-dates-use")).to_have_count(0)
    student.page.locator("#link-dates-new").dblclick()
    student.says("Saved.")

    expect(student.current()).to_contain_text("Friday 11 December 2026")
    assert len({json.loads(text)["interview"] for text in student.records().values()}) == 2
    assert set(before).issubset(student.records())
    student.page.locator("#undo-link-dates").click()
    expect(student.page.locator("#interview-day")).to_have_value("20")
    assert student.records() == before


@pytest.mark.slow
def test_the_page_is_there_already_or_comes_without_a_load(student: Reader) -> None:
    """By a link of another page, by the address alone, and by a link on the page itself."""
    student.open("plan/checklist/")
    student.go(DATES + BRINGS)
    assert "Tuesday 24 November 2026" in notice(student.page)
    student.page.evaluate("hash => { location.hash = hash; }", OTHER)
    expect(student.page.locator("#dates-of-link")).to_contain_text("Monday 30 November 2026")
    student.page.evaluate(PRESS, BRINGS)
    expect(student.page.locator("#dates-of-link")).to_contain_text("Wednesday 9 December 2026")
    expect(student.page.locator("#dates-of-link")).to_be_focused()
    press(student, "use")
    student.says("Saved.")
    assert student.page.url == student.address + DATES


@pytest.mark.parametrize("path", ["", pytest.param("about/about/", marks=pytest.mark.slow)])
def test_other_pages_lead_to_the_one_that_shows_them(student: Reader, path: str) -> None:
    """Also one without tools."""
    student.page.goto(student.address + path + BRINGS)
    student.page.wait_for_url(f"**/{DATES}{BRINGS}")

    assert "Tuesday 24 November 2026" in notice(student.page)


@pytest.mark.slow
def test_another_place_of_the_page_takes_nothing_away(student: Reader) -> None:
    """Such as a heading in the list of contents."""
    student.open(DATES + BRINGS)
    notice(student.page)
    student.page.evaluate(PRESS, "#log-a-contact")
    student.page.wait_for_url("**#log-a-contact")
    student.page.wait_for_timeout(300)
    assert "Tuesday 24 November 2026" in notice(student.page)
    press(student, "use")
    student.says("Saved.")
    assert len(student.records()) == 2


def test_what_is_typed_over_them_is_the_readers(student: Reader) -> None:
    """It is saved as it stands, and the link changes nothing of it."""
    student.open(DATES + "#interview=2026-11-24")
    notice(student.page)
    student.page.locator("#interview-day").fill("25")
    student.page.evaluate("document.activeElement.blur()")
    student.says("Saved.")

    expect(student.page.locator("#dates-of-link")).to_contain_text(
        "Wednesday 25 November 2026 here, Tuesday 24 November 2026 in the link."
    )
    assert len(student.records()) == 1


def test_without_python_they_wait_for_it(student: Reader) -> None:
    """They stay in the address, and are there once it has come."""
    student.page.route("**/worker.js", lambda route: route.abort())
    student.open(DATES + BRINGS, ready=False)
    student.wait_for("failed")
    expect(student.page.locator("#dates-of-link")).to_have_count(0)
    assert student.page.url.endswith(BRINGS)
    student.page.unroute_all()
    student.page.get_by_role("button", name="Try again").click()
    student.wait_for("ready")
    assert "Tuesday 24 November 2026" in notice(student.page)
    keeps_nothing(student)


def test_on_a_computer_that_keeps_nothing_they_stay_in_the_tab(student: Reader) -> None:
    """They can be used as ever."""
    student.open("plan/keep/")
    student.page.locator("#ask-memory summary").click()
    student.page.locator("#ask-memory-now").click()
    student.says("nothing is saved on this computer")
    student.go(DATES + BRINGS)
    press(student, "use")
    student.says("Held in this tab only.")
    expect(student.current()).to_contain_text("Friday 11 December 2026")
    assert student.records() == {}


@pytest.mark.slow
def test_where_nothing_can_be_written_they_stay_in_the_address(student: Reader) -> None:
    """A newer version has saved something: that is said, and nothing of the link is lost."""
    student.open("guide/at-the-interview/")
    student.tick("meet-names")
    student.says("Saved.")
    key = next(iter(student.records()))
    newer = {"format": 4, "interview": "someone", "written": "2030-01-01", "what": "tock"}
    place = key.partition(".r.")[0] + ".r.9.newer.1"
    student.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [place, json.dumps(newer)])  # fmt: skip
    student.open(DATES + BRINGS)
    before = student.records()
    notice(student.page)
    press(student, "use")
    student.says("Not kept: a newer version of this page has saved something here.")

    assert student.records() == before
    assert student.page.url.endswith(BRINGS)
    assert "Nothing is saved yet." in notice(student.page)


REFUSED = {
    "#interview=2026-02-31": "There is no 31 February 2026",
    "#interview=1926-11-24": "its year must be from 2024 to 2029",
    "#interview=tomorrow": "The interview date of this link cannot be read",
    "#interview=<img src=x onerror=alert(1)>": "The interview date of this link cannot be read",
    "#decision=2026-11-2%F0%9F%98%80": "The decision date of this link cannot be read",
    "#interview=2026-12-08&decision=2026-11-24": "before the interview on Tuesday 8 December 2026",
    "#interview=%ZZ": "The interview date of this link cannot be read",
    "#interview=&interview=2026-11-24": "The interview date of this link cannot be read",
    f"#interview={'9' * 600}": "This link is too long to be read",
    f"#interview=2026-11-24&x={'[' * 1_000_000}": "This link is too long to be read",
}
"""What a link may bring that is none, and how the sentence begins that says so."""


@pytest.mark.parametrize(
    "number",
    [0, *in_long_form(*range(1, len(REFUSED)))],
)
def test_what_is_no_date_has_one_sentence(student: Reader, number: int) -> None:
    """It is text, whatever it is, and nothing comes of it."""
    link, says = list(REFUSED.items())[number]
    problems: list[str] = []
    student.page.on("pageerror", lambda error: problems.append(str(error)))
    student.open(DATES + link)
    problem = student.page.locator("#dates-of-link .problem")

    expect(problem).to_have_count(1)
    expect(problem).to_contain_text(says)
    keeps_nothing(student)
    press(student, "leave")
    assert student.page.url == student.address + DATES
    assert problems == []


@pytest.mark.parametrize(
    "link",
    [
        "#interview%3D2026-11-24%26decision%3D2026-12-09",
        *in_long_form(
            "#interview%253D2026-11-24%2526decision%253D2026-12-09",
            "#interview=2026-11-24&amp;decision=2026-12-09",
            "#INTERVIEW=2026-11-24&Decision=2026-12-09",
        ),
        "#utm_source=a&interview=2026-11-24&__proto__=2026-01-01&decision=2026-12-09?utm_medium=b",
    ],
)
def test_what_programs_do_to_a_link_on_its_way_does_no_harm(student: Reader, link: str) -> None:
    """Signs that were encoded, once or twice, or written as in HTML; names that are not ours."""
    student.open(DATES + link)
    notice(student.page)

    assert shown(student) == BOTH


@pytest.mark.slow
@pytest.mark.parametrize("link", ["#interview", "#interview-date", "#x;interview=2026-11-24"])
def test_other_links_bring_no_dates(student: Reader, link: str) -> None:
    """Names of places, and links that hold something else."""
    student.open(DATES + link)
    expect(student.page.locator("[data-panel=plan] .answer")).to_be_visible()

    expect(student.page.locator("#dates-of-link")).to_have_count(0)
    assert shown(student) == NONE


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.slow)])
def test_the_notice_can_be_read_by_all(student: Reader, width: int) -> None:
    """Nothing for axe to find, and nothing wider than the page."""
    student.page.set_viewport_size({"width": width, "height": 800})
    student.open(DATES + "#interview=2026-02-31&decision=2026-12-09")
    notice(student.page)

    assert violations(student.page) == []
    assert student.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    buttons = student.page.locator("#dates-of-link button")
    assert [re.sub(r"\s+", " ", one) for one in buttons.all_inner_texts()] == ["Use this date", "Leave it out"]  # fmt: skip
