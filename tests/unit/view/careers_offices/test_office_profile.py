"""An office's profile as readers see it: offered, in use, its steps; and the page that makes it."""

import html
import re
from typing import Any

from asking import Reader
from saved_files import saved

from followup import words
from followup.copies.links import write_short
from followup.guide.contents import Guide
from followup.records.office import LONGEST_LINK, MARK, read_profile
from followup.records.record import ALL

WHOLE, SMALL = (one["text"] for one in saved("offices-1.json")["links"])
SITE = "https://example.org/follow-up/"


def offering(reader: Reader, text: str, **more: object) -> dict[str, Any]:
    """Return the answer to whoever has opened an office's link."""
    return reader.ask(incoming={"kind": "office", "text": f"{MARK}{text}"}, **more)


def first_day(answer: dict[str, Any]) -> str:
    """Return the date of the first step of the plan."""
    plan = str(answer["outputs"]["plan"])
    return plan.partition('data-step="first"')[2].partition('datetime="')[2][:10]


def kit(reader: Reader, **fields: str) -> dict[str, Any]:
    """Fill in fields of the page that makes a profile, and return the answer."""
    for name, text in fields.items():
        reader.text(f"kit-{name.replace('_', '-')}", text, ALL)
    return reader.ask(site=SITE)


def made_link(answer: dict[str, Any]) -> str:
    """Return the link that the page has made."""
    match = re.search(r'id="office-address"[^>]*>([^<]*)<', answer["outputs"]["office.link"])
    assert match
    return html.unescape(match[1])


def test_an_offer_says_whose_it_is_and_what_it_changes_and_changes_nothing(reader: Reader) -> None:
    """Until a button is pressed."""
    reader.answer("interview", "24 11 2026")
    offer = offering(reader, WHOLE)

    shown = offer["outputs"]["office.offer"]
    assert "<bdi>Careers Service, Example University</bdi>" in shown
    assert ">https://www.example.ac.uk/careers</a>" in shown
    assert words.office_number(words.NUMBER_QUESTIONS["first_wait"], 5, 7) in shown
    assert "Book a practice interview with us</bdi> (3 days before the interview)" in shown
    assert f'data-value="{WHOLE}"' in shown
    assert offer["take"] is None
    assert first_day(offer) == "2026-12-01"
    assert "office-rows" in offer["outputs"]
    assert offer["outputs"]["office-rows"] == ""


def test_once_it_is_used_the_plan_follows_the_office(reader: Reader) -> None:
    """Its timing, its way, and a line that says so."""
    reader.answer("interview", "24 11 2026")
    reader.text("office", WHOLE, ALL)
    answer = offering(reader, WHOLE)

    assert first_day(answer) == "2026-11-30"
    assert answer["outputs"]["office.offer"] == ""
    assert words.plain(words.OFFICE_COUNTS) in answer["outputs"]["office-line"]
    assert words.plain(words.OFFICE_COUNTS) not in reader.ask()["outputs"]["office-line"]
    assert "Careers Service, Example University" in reader.ask()["outputs"]["office-line"]


def test_another_offices_link_replaces_nothing_by_itself(reader: Reader) -> None:
    """It is offered beside the one in use."""
    reader.text("office", WHOLE, ALL)
    offer = offering(reader, SMALL)

    assert words.OFFICE_USE_INSTEAD in offer["outputs"]["office.offer"]
    assert "Careers Service, Example University" in offer["outputs"]["office-line"]


def test_its_steps_stand_on_the_checklist_with_their_days_and_count(reader: Reader) -> None:
    """A tick is kept by the step's own name, so it outlives a changed profile."""
    reader.answer("interview", "30 11 2026")
    before = reader.ask()["outputs"]["progress"]
    reader.text("office", WHOLE, ALL)
    reader.tick("office-a1b2c3d4")
    answer = reader.ask()
    rows = answer["outputs"]["office-rows"]

    assert "From Careers Service, Example University" in rows
    assert 'data-tick="office-a1b2c3d4"' in rows
    assert "2026-11-27" in rows
    assert answer["inputs"]["tick-office-a1b2c3d4"]["checked"] is True
    assert answer["inputs"]["tick-office-zz"]["checked"] is False
    assert answer["outputs"]["progress"] != before

    changed = read_profile(WHOLE)
    other = [["a1b2c3d4", "Come to a practice interview", "interview", -5], ["new", "New", "", 0]]
    reader.text("kit-name", "Careers, anew", ALL)
    for own, label, _, _ in other:
        fields = {"anchor": "interview-before"}
        texts = {"label": label, "days": "5"}
        reader.write(
            "entry", of=ALL, form="office-step", fields=fields, dates={}, texts=texts, entry=own
        )
    link = made_link(reader.ask(site=SITE))
    reader.text("office", link.partition(MARK)[2], ALL)
    answer = reader.ask()
    assert changed.name not in answer["outputs"]["office-rows"]
    assert "Come to a practice interview" in answer["outputs"]["office-rows"]
    assert answer["inputs"]["tick-office-a1b2c3d4"]["checked"] is True


def test_links_that_cannot_be_read_say_why_and_change_nothing(reader: Reader) -> None:
    """One clear sentence each."""
    cases = {
        "incomplete": WHOLE[:50],
        "damaged": WHOLE[:-1] + ("a" if WHOLE[-1] != "a" else "b"),
        "newer": "9" + WHOLE[1:],
    }
    for reason, text in cases.items():
        shown = offering(reader, text)["outputs"]["office.offer"]
        assert words.plain(words.OFFICE_PROBLEMS[reason]) in html.unescape(shown)
    large = reader.ask(incoming={"kind": "office", "problem": "large"})
    assert words.plain(words.OFFICE_PROBLEMS["large"]) in html.unescape(
        large["outputs"]["office.offer"]
    )


def test_whether_the_computer_is_shared_is_asked_where_nothing_is_kept(reader: Reader) -> None:
    """And only if the office wants that."""
    assert words.OFFICE_SHARED_YES in offering(reader, WHOLE)["outputs"]["office.offer"]
    assert words.OFFICE_SHARED_YES not in offering(reader, SMALL)["outputs"]["office.offer"]
    store = {"memory": True}
    shown = offering(reader, WHOLE, store=store)["outputs"]["office.offer"]
    assert words.OFFICE_SHARED_YES not in shown
    reader.answer("interview", "24 11 2026")
    assert words.OFFICE_SHARED_YES not in offering(reader, WHOLE)["outputs"]["office.offer"]


def test_the_kit_makes_a_link_with_what_was_filled_in(reader: Reader) -> None:
    """Of what is refused the problem stands beside its box, and the rest counts."""
    assert words.plain(words.KIT_NO_NAME) in reader.ask(site=SITE)["outputs"]["office.link"]
    answer = kit(reader, name="Careers", web="example.org", first_wait="5", gap="900")
    reader.choose("kit-first", "email", ALL)
    reader.choose("kit-shared", "yes", ALL)
    answer = reader.ask(site=SITE)

    assert answer["outputs"]["problem.kit-web"] != ""
    assert answer["outputs"]["problem.kit-gap"] != ""
    link = made_link(answer)
    assert link.startswith(f"{SITE}#{MARK}")
    profile = read_profile(link.partition(MARK)[2])
    assert (profile.name, profile.web, profile.numbers) == ("Careers", "", (("first-wait", 5),))
    assert (profile.first_channel, profile.asks_shared) == ("email", True)
    assert 'datetime="2026-11-30"' in answer["outputs"]["office.preview"]


def test_a_step_needs_words_and_a_number_of_days(reader: Reader) -> None:
    """What is missing is said beside its box, and the link does without the step."""
    reader.text("kit-name", "Careers", ALL)
    fields = {"anchor": "interview-before"}
    texts = {"label": "", "days": "soon"}
    reader.write(
        "entry", of=ALL, form="office-step", fields=fields, dates={}, texts=texts, entry="ab"
    )
    answer = reader.ask(site=SITE)

    assert words.plain(words.KIT_STEP_NEEDS_LABEL) in answer["outputs"]["problem.office-step-label"]
    assert "0 to 60" in answer["outputs"]["problem.office-step-days"]
    assert read_profile(made_link(answer).partition(MARK)[2]).steps == ()


def test_a_link_that_would_be_too_long_is_not_made(reader: Reader) -> None:
    """The page says by how much."""
    reader.text("kit-name", "Careers", ALL)
    for number in range(10):
        label = "".join(chr(0x4E00 + (number * 997 + place * 7919) % 20_000) for place in range(80))
        texts = {"label": label, "days": ""}
        fields = {"anchor": "none"}
        entry = f"s{number}"
        reader.write(
            "entry", of=ALL, form="office-step", fields=fields, dates={}, texts=texts, entry=entry
        )
    shown = reader.ask(site=SITE)["outputs"]["office.link"]

    assert f"{LONGEST_LINK:,}" in shown
    assert "office-address" not in shown


def test_markup_in_a_profile_is_text(reader: Reader) -> None:
    """Wherever it is shown."""
    reader.text("kit-name", "<img src=x onerror=alert(1)>", ALL)
    link = made_link(reader.ask(site=SITE))
    reader.text("office", link.partition(MARK)[2], ALL)
    answer = reader.ask(site=SITE)

    for shown in answer["outputs"].values():
        assert "<img" not in shown


def test_what_is_said_of_each_act(reader: Reader) -> None:
    """Nothing of a plan that an office has not, and nothing of a log."""
    saved = words.plain(words.SAVED)
    reader.text("kit-name", "Careers", ALL)
    assert reader.ask()["announce"]["saved"] == saved
    reader.choose("kit-first", "email", ALL)
    assert reader.ask()["announce"]["saved"] == saved
    fields = {"anchor": "none"}
    for label, said in (("Come", saved), ("", words.plain(words.KIT_STEP_NEEDS_LABEL))):
        texts = {"label": label, "days": ""}
        reader.write(
            "entry", of=ALL, form="office-step", fields=fields, dates={}, texts=texts, entry="ab"
        )
        assert reader.ask()["announce"]["saved"] == said
    reader.text("office", SMALL, ALL)
    assert "Careers, Café Müller 大学" in reader.ask()["announce"]["saved"]


def test_a_copy_with_another_office_says_what_would_change(reader: Reader) -> None:
    """Whose settings count is a setting, and no note of the reader's."""
    other = Reader(Guide(()))
    other.count = 50
    other.text("office", SMALL, ALL)
    reader.answer("interview", "24 11 2026")
    reader.text("office", WHOLE, ALL)
    answer = reader.ask(incoming={"kind": "text", "text": write_short(other.records)})

    shown = answer["outputs"]["restore.preview"]
    assert words.OFFICE_SETTINGS in shown
    assert "Careers, Café Müller 大学" in shown
