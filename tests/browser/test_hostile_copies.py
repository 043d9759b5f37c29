"""Copies that are hostile: each has its sentence, nothing here is lost, and later copies are read."""

import base64
import json
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from calendar_entry import saved
from copies import act, bring, brought, choose, saved_file, state_of, take, take_link
from playwright.sync_api import Browser, Route, expect
from reader import LeftBy, Reader
from waiting import wait_until

from followup import words
from followup.copies.link_words import WORDS
from followup.copies.links import read_link, write_short

TODAY = date(2026, 12, 4)
MARKS = '["' + '\\"' * 131_000
"""262,002 characters that once kept the page silent for more than a minute."""

FORGED = "restore=1.35.6f614fc3.wxeEKcCsb4gjzIwskUItESXYLCGAzMCLBQA"
"""A record of the highest clock that a copy might once have."""

WORKERS = """
    const RealWorker = window.Worker;
    window.workers = [];
    window.Worker = class extends RealWorker {
        constructor(...its) {
            super(...its);
            if (String(its[0]).startsWith("blob:")) window.workers.push(this);
        }
    };
"""
SILENT_ABOUT_COPIES = """
postMessage({ ready: true });
self.onmessage = ({ data: { id, ask } }) => {
    if (ask === undefined || JSON.parse(ask).incoming?.text) return;
    const announce = { saved: "", kept: "", held: "" };
    postMessage({ id, answer: JSON.stringify({ outputs: {}, inputs: {}, announce, needs: [] }) });
};
"""
"""A stand-in for the worker that falls silent over whatever is brought in."""


def enter(reader: Reader) -> None:
    """Enter the interview date."""
    reader.set_today(TODAY)
    reader.open()
    reader.type_date("Interview date", date(2026, 11, 24))
    reader.says("2026")


@pytest.fixture(name="seeker")
def _seeker(reader: Reader, left_by: LeftBy) -> Reader:
    """A reader with an interview."""
    reader.page.context.set_storage_state(left_by(enter))
    reader.page.add_init_script(WORKERS)
    reader.set_today(TODAY)
    reader.open()
    return reader


@pytest.fixture(name="elsewhere")
def _elsewhere(browser: Browser, address: str) -> Iterator[Reader]:
    """Another browser, with nothing kept."""
    context = browser.new_context(locale="en-GB", service_workers="block")
    reader = Reader(context.new_page(), address)
    reader.set_today(TODAY)
    yield reader
    context.close()


def forged(content: str) -> str:
    """Return a link with right length and checksum around any content."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=WORDS)
    data = packer.compress(content.encode()) + packer.flush()
    payload = base64.urlsafe_b64encode(data).rstrip(b"=").decode()
    return f"restore=1.{len(payload)}.{zlib.crc32(payload.encode()):08x}.{payload}"


def paste(reader: Reader, text: str) -> None:
    """Paste a text on the page "Bring it back"; typing it would take a minute."""
    field = reader.page.get_by_label("Your link or text")
    field.evaluate("(field, text) => { field.value = text; }", text)
    act(reader, "Look at it")


def record(interview: str, **fields: object) -> str:
    """Return the text of a record."""
    head = {"format": 2, "interview": interview, "written": TODAY.isoformat()}
    return json.dumps(head | fields, separators=(",", ":"))


def answer(interview: str, **fields: object) -> str:
    """Return the text of an interview date."""
    typed = {"day": "24", "month": "11", "year": "2026"}
    return record(interview, what="answer", question="interview", typed=typed, **fields)


@pytest.mark.slow
def test_what_once_silenced_the_page_has_its_sentence_at_once(seeker: Reader, asked: list[str]) -> None:  # fmt: skip
    """Pasted, as a file, packed into a link of 390 letters; with a sign alone at its end; and links
    that hold too much. No worker dies of it, and nothing is taken."""
    before = seeker.records()
    seeker.go("plan/restore/")
    many = {f"{one}.a.{one}": answer(f"i{one}") for one in range(1, 201)}
    person = {"what": "entry", "form": "person", "fields": {}, "dates": {}, "texts": {}}
    people = {f"{one}.a.{one}": record("i1", **person, entry=f"e{one}") for one in range(1, 602)}
    repeating = json.dumps([["interview", "x" * 99_000], ["tab", "a"], *[["deleted", 1, 1, True]] * 7_000])  # fmt: skip
    problem = seeker.page.locator("[data-preview] .problem")
    for text, says in (
        (MARKS, "This link is damaged."),
        (f"{MARKS}\\", "This link is damaged."),
        (forged(MARKS), "This link is damaged."),
        (write_short(many), "It holds 200 interviews. A copy may hold 100."),
        (write_short(people), "One interview in it has 601 entries. It may have 500."),
        (forged(repeating), "This link holds too much."),
    ):
        paste(seeker, text)
        expect(problem).to_contain_text(says)
    choose(seeker.page, MARKS)
    expect(problem).to_contain_text("This file is not a copy of a plan.")
    choose(seeker.page, MARKS.replace("[", "{", 1))
    expect(problem).to_contain_text("This file is damaged.")

    assert len(forged(MARKS)) < 500
    assert seeker.page.evaluate("window.workers.length") == 1
    assert seeker.records() == before
    asked.clear()  # only they need what comes in the second part of Pyodide's module


def test_what_stops_the_worker_is_named_at_once(reader: Reader) -> None:
    """After the first death, without Python; the next worker is not asked about it."""
    reader.page.add_init_script(WORKERS)

    def fulfil(route: Route) -> None:
        route.fulfill(body=SILENT_ABOUT_COPIES, content_type="text/javascript")

    reader.page.context.route("**/worker.js", fulfil)
    reader.page.clock.install()
    reader.open(f"plan/restore/#{FORGED}")
    reader.page.wait_for_timeout(300)
    assert reader.page.evaluate("window.workers.length") == 1
    reader.page.clock.fast_forward(5_000)

    reader.says(words.plain(words.BROUGHT_BROKE))
    wait_until(reader.page, "window.workers.length === 2")
    reader.wait_for("ready")
    reader.page.wait_for_timeout(300)
    reader.page.clock.fast_forward(15_000)
    reader.wait_for("ready")
    assert reader.page.evaluate("window.workers.length") == 2


def test_after_a_forged_copy_every_later_copy_is_read(
    seeker: Reader, elsewhere: Reader, tmp_path: Path
) -> None:
    """As a link, as a file, and in a calendar entry: nothing is left out, the plan is the same."""
    bring(seeker, f"{seeker.address}plan/restore/#{FORGED}")
    take(seeker)
    expect(seeker.page.locator(".taken")).to_be_visible()
    seeker.go("guide/at-the-interview/")
    seeker.tick("meet-names")
    seeker.says("done")
    seeker.go("plan/dates/")
    seeker.type_date("Decision date", date(2026, 12, 8))
    seeker.says("2026")
    days = seeker.plan_days()
    link, before = take_link(seeker), state_of(seeker)
    _, file = saved_file(seeker)
    seeker.go("plan/calendar/")
    (entry,) = saved(seeker.page, "Another program", tmp_path)
    described = str(entry["DESCRIPTION"])

    for brought_in in (described, link, file):
        elsewhere.open("plan/restore/")
        if brought_in == file:
            choose(elsewhere.page, brought_in)
        else:
            paste(elsewhere, brought_in)
        expect(brought(elsewhere)).to_be_visible()
        expect(brought(elsewhere)).not_to_contain_text("left out")
    paste(elsewhere, link)
    take(elsewhere)
    expect(elsewhere.page.locator(".taken")).to_be_visible()
    assert state_of(elsewhere) == before
    elsewhere.go("plan/dates/")
    elsewhere.current().wait_for()
    assert elsewhere.plan_days() == days


@pytest.mark.slow
def test_after_a_clock_at_the_end_the_reader_still_wins(seeker: Reader, elsewhere: Reader) -> None:
    """Another page of the host wrote the last clock that there is, in a tab whose name wins."""
    (own,) = seeker.records().values()
    interview = json.loads(own)["interview"]
    tick = record(interview, what="tick", step="meet-names", round=0, on=False)
    key = "r.999999999.zzzzzzzzzzzzzzzz.999999999"
    sealed = f"{tick}#{zlib.crc32(f'{key}{chr(10)}{tick}'.encode()):08x}"
    seeker.page.evaluate("([key, text]) => { const prefix = Object.keys(localStorage).find((one) => one.includes('.r.')).split('.r.')[0]; localStorage.setItem(`${prefix}.${key}`, text); }", [key, sealed])  # fmt: skip
    seeker.open("guide/at-the-interview/")
    seeker.tick("meet-names")
    seeker.says("done")
    seeker.page.reload()
    seeker.wait_for("ready")
    expect(seeker.box_of("meet-names")).to_be_checked()

    _, file = saved_file(seeker)
    elsewhere.open("plan/restore/")
    choose(elsewhere.page, file)
    expect(brought(elsewhere)).to_be_visible()
    expect(brought(elsewhere)).not_to_contain_text("left out")
    take(elsewhere)
    expect(elsewhere.page.locator(".taken")).to_be_visible()
    elsewhere.open("guide/at-the-interview/")
    expect(elsewhere.box_of("meet-names")).to_be_checked()


def test_a_copy_with_our_own_keys_takes_nothing_away(seeker: Reader) -> None:
    """Every link that was given away tells them. What would change is named before it does."""
    seeker.go("guide/at-the-interview/")
    seeker.tick("meet-names")
    seeker.says("done")
    link, before = take_link(seeker), state_of(seeker)
    texts = read_link(link)
    posing = {key: record("hostile1", what="choice", name=f"n{number}", value="x", more="y" * 900) for number, key in enumerate(texts)}  # fmt: skip
    posing["900.b.1"] = answer("hostile1")
    seeker.go("plan/restore/")
    paste(seeker, write_short(posing))
    pieces = words.plain(words.stays_ours(len(texts)))
    expect(brought(seeker)).to_contain_text(pieces)
    take(seeker)
    expect(seeker.page.locator(".taken")).to_be_visible()
    there = state_of(seeker)
    assert set(before.splitlines()) < set(there.splitlines())
    assert len(there.splitlines()) == len(before.splitlines()) + 1

    interview = json.loads(next(iter(texts.values())))["interview"]
    newer = {
        "950.b.1": answer(interview).replace('"24"', '"23"'),
        "951.b.2": record(interview, what="tick", step="meet-names", round=0, on=False),
        "952.b.3": record("all", what="text", name="gap", text="9"),
    }
    paste(seeker, write_short(newer))
    for says in (
        "Interview date: Tuesday 24 November 2026 would become Monday 23 November 2026.",
        "1 step would go.",
        "Days between two contacts: “10” would become “9”.",
    ):
        expect(brought(seeker)).to_contain_text(says)
    expect(brought(seeker)).not_to_contain_text("What is here stays")
