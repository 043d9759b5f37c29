"""Ticking: kept at once, the same on every page and in every tab, never lost."""

import json
import re
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page, Route, Worker, expect
from reader import Reader
from waiting import wait_until

WITHIN_A_SECOND = 1_000
"""Milliseconds in which another tab must show a tick."""

TICKS_OF_ONE_TAB = 100


def test_a_tick_before_python_is_ready_is_kept_when_the_page_is_left_at_once(
    reader: Reader,
) -> None:
    """Written in the click itself."""
    reader.page.route("**/*.wasm", lambda _: None)  # never answered: Python stays away
    reader.open("guide/at-the-interview/", ready=False)
    reader.tick("meet-names")
    reader.page.goto("about:blank")
    reader.page.unroute_all()
    reader.open("guide/at-the-interview/")

    expect(reader.box_of("meet-names")).to_be_checked()
    expect(reader.box_of("meet-cards")).not_to_be_checked()


def test_a_tick_before_the_script_has_come_is_kept(reader: Reader) -> None:
    """On a slow line the page is there first."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/bridge.js", hold)
    reader.page.goto(reader.address + "guide/at-the-interview/", wait_until="commit")
    reader.tick("meet-names")
    held[0].continue_()
    reader.wait_for("ready")

    expect(reader.box_of("meet-names")).to_be_checked()
    assert len(reader.records()) == 1


def test_a_tick_shows_in_the_guide_and_on_the_checklist(reader: Reader) -> None:
    """Both ways, and in the progress, where the first tick starts the list as well."""
    reader.open("plan/checklist/")
    reader.tick("meet-names")
    reader.page.get_by_label("All steps").check()
    expect(reader.page.locator(".progress-words")).to_have_text("2 of 58 done")
    bar = reader.page.get_by_role("progressbar", name="Steps done")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [2, 58]
    reader.go("guide/at-the-interview/")
    expect(reader.box_of("meet-names")).to_be_checked()
    reader.tick("meet-names")
    reader.tick("meet-cards")
    reader.go("plan/checklist/")
    expect(reader.box_of("meet-names")).not_to_be_checked()
    expect(reader.box_of("meet-cards")).to_be_checked()


def test_another_tab_shows_it_within_a_second(context: BrowserContext, address: str) -> None:
    """On whatever page it is, with the progress."""
    here, there = (Reader(context.new_page(), address) for _ in range(2))
    here.open("guide/at-the-interview/")
    there.open("plan/checklist/")
    here.tick("meet-names")

    expect(there.box_of("meet-names")).to_be_checked(timeout=WITHIN_A_SECOND)
    expect(there.page.locator(".progress-words")).to_contain_text("2 of", timeout=WITHIN_A_SECOND)


@pytest.mark.slow
def test_200_ticks_from_two_tabs_at_once_lose_none(context: BrowserContext, address: str) -> None:
    """Each is a record of its own; both tabs end with the same boxes."""
    tabs = [Reader(context.new_page(), address) for _ in range(2)]
    for tab in tabs:
        tab.open("plan/checklist/")
    first, second = tabs
    boxes = len(first.page.locator("[data-tick]").all())
    half = boxes // 2
    start_ticking(first.page, 0, half)
    start_ticking(second.page, half, boxes)
    for tab in tabs:
        wait_until(tab.page, "window.ticksDone === true")
    # What one tab has written, another one reads a moment later.
    wait_until(first.page, f"Object.keys(localStorage).filter((name) => /\\.r\\./.test(name)).length >= {2 * TICKS_OF_ONE_TAB}")  # fmt: skip

    assert len(first.records()) == 2 * TICKS_OF_ONE_TAB
    ticked = ticked_at_the_end(half) + ticked_at_the_end(boxes - half)
    for tab in tabs:
        expect(tab.page.locator("[data-tick]:checked")).to_have_count(ticked)


def start_ticking(page: Page, start: int, end: int) -> None:
    """Click the boxes from `start` to `end` in turn, 100 clicks, without waiting in between."""
    page.evaluate(
        """([start, end, clicks]) => {
            const boxes = [...document.querySelectorAll("[data-tick]")].slice(start, end);
            let done = 0;
            const next = () => {
                boxes[done % boxes.length].click();
                done += 1;
                if (done < clicks) setTimeout(next, 0);
                else window.ticksDone = true;
            };
            setTimeout(next, 0);
        }""",
        [start, end, TICKS_OF_ONE_TAB],
    )


def ticked_at_the_end(boxes: int) -> int:
    """Return how many of so many boxes were clicked an odd number of times."""
    rounds, rest = divmod(TICKS_OF_ONE_TAB, boxes)
    return rest if rounds % 2 == 0 else boxes - rest


def test_a_step_can_be_set_aside_and_taken_back(reader: Reader) -> None:
    """It does not count while it does not apply. What is ticked does: the button goes."""
    reader.open("plan/checklist/")
    reader.page.get_by_label("All steps").check()
    words = reader.page.locator(".progress-words")
    expect(words).to_have_text(re.compile(r"^0 of \d+ done$"))
    total = int(re.findall(r"of (\d+)", words.inner_text())[0])
    button = reader.page.locator("#prep-adjust").get_by_role("button", name="Does not apply")
    button.click()
    expect(words).to_contain_text(f"0 of {total - 1} done")
    expect(button).to_have_attribute("aria-pressed", "true")
    reader.tick("prep-adjust")
    # It also begins the list, which is a step of its own.
    expect(words).to_contain_text(f"2 of {total} done")
    expect(reader.page.locator("#aside-prep-adjust")).to_be_hidden()
    expect(reader.page.locator("#prep-adjust")).to_have_attribute("data-state", "done")
    reader.tick("prep-adjust")
    expect(button).to_be_visible()
    button.click()
    expect(words).to_contain_text(f"0 of {total} done")


def test_the_core_steps_stand_alone_until_all_are_chosen(reader: Reader) -> None:
    """It is remembered, and the progress counts what is shown. A step that is ticked stays, and so does
    one that a link leads to."""
    reader.open("plan/checklist/")
    expect(reader.page.locator(".progress-words")).to_contain_text("(core steps)")
    expect(reader.page.locator("#meet-next")).to_be_hidden()
    expect(reader.page.locator("#meet-names")).to_be_visible()
    few = reader.page.locator("li.step:visible").count()
    reader.page.get_by_label("All steps").check()
    expect(reader.page.locator(".progress-words")).not_to_contain_text("(core steps)")
    reader.tick("meet-next")
    reader.open("plan/checklist/")
    expect(reader.page.get_by_label("All steps")).to_be_checked()
    assert few < reader.page.locator("li.step:visible").count()
    reader.page.get_by_label("Core steps").check()
    expect(reader.page.locator("#meet-thank")).to_be_hidden()
    expect(reader.page.locator("#meet-next")).to_be_visible()
    reader.page.goto(f"{reader.address}plan/checklist/#meet-thank")
    expect(reader.page.locator("#meet-thank")).to_be_visible()


def test_each_step_shows_its_date_once_the_interview_date_is_known(reader: Reader) -> None:
    """On the Checklist and in the guide."""
    reader.set_today(date(2026, 11, 24))
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    expect(reader.current()).to_be_visible()
    for path in ("plan/checklist/", "guide/first-contact/"):
        reader.go(path)
        expect(reader.page.locator("#first-channel")).to_contain_text("By Tuesday 1 December 2026")


def test_logging_ticks_the_step(reader: Reader) -> None:
    """The link “Log it” beside the step leads to the form; sending it ticks the steps of that contact."""
    reader.set_today(date(2026, 12, 4))
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.go("guide/first-contact/")
    reader.page.locator("#first-call").get_by_role("link", name="Log it").click()
    expect(reader.page).to_have_url(re.compile(r"plan/dates/#log-a-contact$"))
    reader.wait_for("ready")
    reader.log("called", date(2026, 12, 3))
    reader.says("Logged.")
    reader.go("guide/first-contact/")
    expect(reader.box_of("first-call")).to_be_checked()
    expect(reader.box_of("first-log")).to_be_checked()
    expect(reader.box_of("first-script")).not_to_be_checked()


def test_one_python_lives_over_all_pages(reader: Reader) -> None:
    """Instant navigation keeps the worker: a second page needs no second start."""
    reader.open("plan/checklist/")
    reader.await_theme()
    workers = python_workers(reader.page)
    reader.page.evaluate("window.stillHere = true")
    reader.page.get_by_role("link", name="When to follow up", exact=True).first.click()
    expect(reader.page.locator("h1")).to_contain_text("When to follow up")
    reader.question("Interview date").get_by_role("button", name="Today").click()
    expect(reader.current()).to_be_visible()

    assert reader.page.evaluate("window.stillHere") is True
    assert len(workers) == 1
    assert python_workers(reader.page) == workers


def python_workers(page: Page) -> list[Worker]:
    """Return the page's workers without the theme's own, which searches."""
    return [worker for worker in page.workers if worker.url.startswith("blob:")]


def test_a_tab_that_comes_back_reads_again(context: BrowserContext, address: str) -> None:
    """What another tab did while this one was away is shown on return."""
    here, there = (Reader(context.new_page(), address) for _ in range(2))
    here.open("guide/at-the-interview/")
    here.page.goto(address + "about/privacy/")
    there.open("guide/at-the-interview/")
    there.tick("meet-names")
    here.page.go_back()

    expect(here.box_of("meet-names")).to_be_checked()


def test_a_record_says_whose_it_is_and_of_what_format(reader: Reader) -> None:
    """The shape of format 2, as it stands in a reader's browser."""
    reader.set_today(date(2026, 11, 24))
    reader.open("guide/at-the-interview/")
    reader.tick("meet-names")
    ((key, text),) = reader.records().items()

    assert re.fullmatch(r"followup\./careers/follow-up/\.r\.1\.[a-z0-9]{8}\.\d+", key)
    record = json.loads(text)
    assert re.fullmatch(r"[a-z0-9]{12}", record.pop("interview"))
    assert record == {
        "format": 2,
        "written": "2026-11-24",
        "what": "tick",
        "step": "meet-names",
        "round": 0,
        "on": True,
    }


def test_every_tick_works_from_the_keyboard(reader: Reader) -> None:
    """Tab reaches it, Space ticks it and takes the tick away; Python is not needed."""
    reader.page.route("**/worker.js", lambda route: route.abort())
    reader.open("guide/at-the-interview/", ready=False)
    reader.wait_for("failed")
    boxes = reader.page.locator("li.step").get_by_role("checkbox").all()
    reached = 0
    for _ in range(200):
        reader.page.keyboard.press("Tab")
        if not reader.page.evaluate("document.activeElement.matches('[data-tick]')"):
            continue
        reached += 1
        for is_ticked in (True, False):
            reader.page.keyboard.press("Space")
            assert reader.page.evaluate("document.activeElement.checked") is is_ticked
        if reached == len(boxes):
            break

    assert reached == len(boxes) >= 5
    assert len(reader.records()) == 2 * len(boxes)
