"""The one door: every worked case through it, hostile questions, and that it remembers nothing."""

import html
import json
from typing import Any

import pytest
from asking import PLAN_PANELS, Reader
from plan_cases import CASES, Case

from followup import words
from followup.app import open_app
from followup.copies.links import write_short
from followup.copies.portable import canonical, portable
from followup.errors import AskError, GuideError
from followup.guide.contents import Guide


@pytest.mark.parametrize(
    "case", [one for one in CASES if not one.holidays], ids=lambda one: one.name
)
def test_worked_case_through_the_door(reader: Reader, case: Case) -> None:
    """What was typed and logged gives the dates of the contract, marked as promised."""
    reader.today = case.interview.isoformat()
    reader.answer("interview", case.interview)
    if case.decision:
        reader.answer("decision", case.decision)
    reader.today = case.today.isoformat()
    for entry in case.log:
        reader.log_as_in_case(entry)
    kind, channel, day, *_ = case.next or case.steps[0]
    panel = str(reader.ask()["outputs"]["plan"])

    assert f'data-step="{kind}" data-state="{case.state}" data-channel="{channel}"' in panel
    marked = panel.partition(f'data-state="{case.state}"')[2]
    assert marked.partition("<time ")[2].startswith(f'datetime="{day.isoformat()}"')


def test_it_remembers_nothing(reader: Reader) -> None:
    """The same question gets the same answer, whatever was asked between."""
    reader.answer("interview", "24 11 2026")
    first = reader.ask()
    reader.ask(records={}, today="2027-01-01")

    assert reader.ask() == first


def test_records_that_cannot_be_read_are_counted_and_harm_nothing(reader: Reader) -> None:
    """The reader is told, and everything else works. A record of a newer program is not damaged."""
    reader.tick("meet-names")
    reader.records |= {"7.x.0": "[" * 3000, "8.x.0": '{"format":9}', "nonsense": "{}"}
    answer = reader.ask(changed=[])

    assert answer["outputs"]["notice"] == "2 saved entries could not be read. Nothing was deleted."
    assert answer["inputs"]["tick-meet-names"]["checked"] is True


def test_the_announcement_tells_what_the_last_record_did(reader: Reader) -> None:
    """It says that it is kept and what follows, and nothing where this tab wrote nothing."""
    reader.tick("meet-names")
    assert reader.ask()["announce"]["kept"] == "Kept in this browser. 1 of 3 done (core steps)."

    reader.answer("interview", "24 11 2026")
    assert reader.ask()["announce"]["kept"] == "Kept in this browser. Next: telephone them on Tuesday 1 December 2026."  # fmt: skip

    assert reader.ask(changed=[])["announce"]["kept"] == ""


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '" onfocus="x', "{{7*7}}"])
def test_what_was_typed_comes_back_as_text(reader: Reader, hostile: str) -> None:
    """As a value to set, never as markup."""
    reader.answer("interview", f"{hostile.replace(' ', '')} 11 2026")
    answer = reader.ask(panels=PLAN_PANELS)

    assert answer["inputs"]["interview-day"]["value"] == hostile.replace(" ", "")
    assert not any(hostile in str(html) for html in answer["outputs"].values())


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"records":[]}', '{"records":{},"today":"x"}'])  # fmt: skip
def test_a_question_of_another_shape_is_refused(guide: Guide, text: str) -> None:
    """With the package's own error."""
    with pytest.raises(AskError):
        open_app(guide.to_json())(text)


def test_someone_who_comes_very_late_is_told_what_still_makes_sense(reader: Reader) -> None:
    """No step is due, and nobody is shouted at (rule 9)."""
    reader.today = "2027-06-30"
    reader.answer("interview", "24 11 2026")
    panel = reader.ask()["outputs"]["plan"]

    assert "It is probably too late: the last date of this plan was" in panel
    assert "You can still send one short message" in panel
    assert "data-step" not in panel
    assert reader.ask()["outputs"]["due.meet-names"] == "The time for this had passed already"


def test_unknown_panels_and_steps_are_left_out(reader: Reader) -> None:
    """A page of another version may name some."""
    answer = reader.ask(panels=["plan", "nonsense"], steps=["gone-step", "meet-names"])

    assert "nonsense" not in answer["outputs"]
    assert "tick-gone-step" not in answer["inputs"]


def test_a_guide_that_cannot_be_read_is_refused() -> None:
    """With the package's own error, naming the remedy."""
    with pytest.raises(GuideError, match="make runtime"):
        open_app(json.dumps({"pages": [{"path": 1}]}))


def test_each_announcement_begins_with_how_it_is_kept(reader: Reader) -> None:
    """In both stores, in one, or in the tab alone; a refused answer is the same in all three."""
    reader.tick("meet-names")
    assert reader.ask()["announce"] == {
        "saved": "Saved. 1 of 3 done (core steps).",
        "kept": "Kept in this browser. 1 of 3 done (core steps).",
        "held": "Held in this tab only. 1 of 3 done (core steps).",
    }

    reader.answer("interview", "31 11 2026")
    assert set(reader.ask()["announce"].values()) == {"There is no 31 November 2026. Check the interview date."}  # fmt: skip
    assert set(reader.ask(changed=[])["announce"].values()) == {""}


BEGINNINGS = {"saved": words.SAVED, "kept": words.KEPT, "held": words.HELD}


def test_what_is_taken_out_or_put_away_says_how_that_is_kept(reader: Reader) -> None:
    """Removed, put back, discarded, archived and brought back are changes like all others."""
    reader.log("called", "24 11 2026", entry="e1")
    reader.enter("person", "p1", {}, name="Dana")
    acts: list[tuple[str, dict[str, Any]]] = [
        ("removed", {"entry": "p1", "on": True}),
        ("removed", {"entry": "p1", "on": False}),
        ("removed", {"entry": "e1", "on": True}),
        ("choice", {"name": "archived", "value": "yes"}),
        ("choice", {"name": "archived", "value": "no"}),
        ("deleted", {"on": False}),
    ]
    for what, fields in acts:
        reader.write(what, **fields)
        for how, said in reader.ask()["announce"].items():
            beginning = words.plain(BEGINNINGS[how])
            assert said.startswith(beginning)
            assert said != beginning


def test_a_deletion_is_called_erased_only_once_it_is(reader: Reader) -> None:
    """Until the other store has answered it can come back; what a tab alone held goes from the tab."""
    reader.text("employer", "Acme")
    reader.write("deleted", on=True)
    said = reader.ask()["announce"]

    assert len(set(said.values())) == 3
    assert "is erased from this browser" in said["saved"]
    assert "may come back" in said["kept"]
    assert "this tab" in said["held"]


WHERE = [
    ({"durable": True}, words.KEPT_TWICE),
    ({"durable": False}, words.KEPT_ONCE),
    ({"durable": True, "refused": True}, words.KEPT_IN_DATABASE),
    ({"durable": False, "refused": True}, words.SAVING_REFUSED),
    ({"memory": True, "refused": True}, words.HELD_IN_TAB),
]


@pytest.mark.parametrize(("store", "sentence"), WHERE)
def test_where_the_plan_is_kept_agrees_with_what_is_called_saved(
    reader: Reader, store: dict[str, bool], sentence: words.Sentence
) -> None:
    """A database that has all of it is a place too, while local storage takes nothing."""
    assert words.plain(sentence) in html.unescape(reader.ask(store=store)["outputs"]["keep.where"])


@pytest.mark.parametrize(
    ("name", "on", "sentence"),
    [
        ("calendar-first-0", True, "Saved. Noted that you put it in your calendar."),
        ("calendar-first-0", False, "Saved. Noted that it is not in your calendar."),
        ("form-first-0", True, "Saved. Noted that you put it in your calendar."),
        ("backup", True, "Saved. Noted that you took a copy as a file."),
        ("link", True, "Saved. Noted that you took a copy as a link."),
        ("remind-later", True, "Saved. You are reminded of a copy later."),
        ("backup", False, "Saved."),
        ("unheard-of", True, "Saved."),
    ],
)
def test_what_was_exported_is_announced(reader: Reader, name: str, on: bool, sentence: str) -> None:  # noqa: FBT001
    """What the reader did, in words."""
    reader.write("exported", name=name, day="", on=on)

    assert reader.ask()["announce"]["saved"] == sentence


def test_a_copy_that_was_brought_in_can_be_taken(reader: Reader) -> None:
    """The answer hands out its records, and says which of its interviews were deleted here."""
    reader.answer("interview", "24 11 2026")
    link = write_short(portable(reader.records))
    there = dict(reader.records)
    reader.write("deleted", on=True)
    taken = reader.ask(incoming={"kind": "link", "name": "", "text": link})["take"]

    assert taken["deleted"] == [reader.interview]
    assert canonical(taken["records"]) == canonical(there)


@pytest.mark.parametrize(
    "incoming",
    [
        None, {}, {"kind": "link"}, {"kind": 5, "text": None}, {"kind": "file", "text": []},
        {"kind": "link", "text": "restore=1.5"}, {"kind": "file", "problem": "large"},
        {"kind": "file", "problem": "unheard-of"}, {"problem": {}},
    ],
)  # fmt: skip
def test_nothing_is_taken_of_what_cannot_be_read(reader: Reader, incoming: object) -> None:
    """Whatever the page hands over."""
    reader.answer("interview", "24 11 2026")

    assert reader.ask(incoming=incoming)["take"] is None


@pytest.mark.parametrize(
    "fields",
    [
        {"incoming": 5}, {"incoming": "x"}, {"incoming": []}, {"store": 5}, {"store": []},
        {"offsets": 5}, {"offsets": [5]}, {"offsets": [["2026-13-01", 0]]}, {"offsets": [[0, 0]]},
        {"offsets": [["2026-12-01", "x"]]}, {"offsets": [["2026-12-01", 0, 0]]}, {"files": 5},
        {"fold": None}, {"fold": []}, {"fold": "all", "records": []}, {"records": None},
        {"offsets": [["2026-12-01", 10**9]]}, {"over": "1"}, {"number": 1.5}, {"dropped": 5},
    ],
)  # fmt: skip
def test_new_fields_of_another_shape_are_refused(reader: Reader, fields: dict[str, object]) -> None:
    """With the package's own error."""
    with pytest.raises(AskError):
        reader.ask(**fields)


def test_hostile_store_and_site_harm_nothing(reader: Reader) -> None:
    """They are texts and switches, whatever is in them."""
    store = {"durable": 1, "memory": "x", "quarantined": {}, "newer": None, "undo": ["<b>"]}
    answer = reader.ask(site="<b>", store=store, offsets=[["2026-11-24", 600], ["2027-04-04", 630]])

    assert answer["announce"]
    assert not any("<b>" in str(html) for html in answer["outputs"].values())


@pytest.mark.parametrize("what", ["new", "changed", "gone"])
def test_what_is_new_goes_over_what_is_held(reader: Reader, what: str) -> None:
    """A record more, a text that has changed, a record that is gone: as if all were handed over."""
    day = reader.answer("interview", "24 11 2026")
    tick = reader.tick("meet-names")
    reader.ask(number=1)
    news, dropped = {}, []
    if what == "new":
        new = reader.answer("decision", "8 12 2026")
        news = {new: reader.records[new]}
    elif what == "changed":
        news = {day: reader.records[day].replace('"24"', '"23"')}
    else:
        dropped = [tick]
        del reader.records[tick]
    reader.records |= news
    over = reader.ask(records=news, dropped=dropped, over=1, number=2)

    assert over == reader.ask()


def test_what_goes_over_records_that_are_not_held_is_asked_for_again(reader: Reader) -> None:
    """With all of them. Nothing else is in the answer."""
    reader.answer("interview", "24 11 2026")
    whole = reader.ask(number=1)
    reader.ask(number=7)

    assert json.loads(reader.step(json.dumps({"records": {}, "over": 1}))) == {"lost": True}
    assert json.loads(reader.step(json.dumps({"records": {}, "over": 7}))) == {"lost": True}
    assert reader.ask() == whole


def test_a_fold_gives_the_keys_to_keep(reader: Reader) -> None:
    """Of one interview: the latest of each fact and the first that order things, and all unread."""
    first = reader.answer("interview", "24 11 2026")
    reader.tick("meet-names")
    kept = reader.tick("meet-names", on=False)
    reader.text("gap", "12", "all")
    reader.records |= {"70.x.0": "[", "71.x.0": json.dumps({"format": 9, "interview": "other"})}
    reader.records["72.x.0"] = json.dumps({"format": 9, "interview": reader.interview})
    asked = {"records": reader.records, "fold": reader.interview}

    assert json.loads(reader.step(json.dumps(asked))) == {"kept": [first, kept, "70.x.0", "72.x.0"]}
