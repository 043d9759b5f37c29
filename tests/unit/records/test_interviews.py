"""Several interviews: the switcher, the list, the names, and names of every kind."""

import re

import pytest
from asking import INTERVIEW, Reader
from markupsafe import escape

from followup.directions import isolated

OTHER = "other1"
HOSTILE = [
    '<img src=x onerror="alert(1)">',
    "شركة المثال",
    "👩‍💻 Acme 🏳️‍🌈",
    "W" * 300,
    "{{7*7}} &amp; 'quoted'",
]


def outputs(reader: Reader, **changes: object) -> dict[str, str]:
    """Return what is shown."""
    shown: dict[str, str] = reader.ask(**changes)["outputs"]
    return shown


def add(reader: Reader, interview: str, follows: str = "") -> None:
    """Add an interview, as the button does, and show it."""
    reader.interview = interview
    reader.choose("archived", "no")
    if follows:
        reader.text("follows", follows)


def test_one_interview_without_names_is_not_spoken_of(reader: Reader) -> None:
    """Somebody with one interview needs no switcher."""
    reader.answer("interview", "24 11 2026")
    shown = outputs(reader)

    assert shown["switcher.shown"] == shown["switcher.others"] == shown["whose"] == ""


def test_the_switcher_says_whose_plan_it_is_and_offers_the_others(reader: Reader) -> None:
    """By name, with the date where a name is given, the shown one marked."""
    reader.text("employer", "Acme")
    reader.text("role", "Analyst")
    reader.answer("interview", "24 11 2026")
    assert "You see the plan for" in outputs(reader)["switcher.shown"]
    assert outputs(reader)["switcher.others"] == ""

    add(reader, OTHER, follows=INTERVIEW)
    shown = outputs(reader)
    assert ">Analyst at Acme, round 2</span>." in shown["switcher.shown"]
    buttons = re.findall(r"<button .*?</button>", shown["switcher.others"])
    assert [f'data-switch="{one}"' in button for one, button in zip((INTERVIEW, OTHER), buttons, strict=True)] == [True, True]  # fmt: skip
    assert ['aria-current="true"' in button for button in buttons] == [False, True]
    assert '<time datetime="2026-11-24">' in buttons[0]


def test_guide_pages_say_whose_ticks_they_are(reader: Reader) -> None:
    """As soon as there are two interviews."""
    reader.tick("meet-names")
    add(reader, OTHER)
    whose = outputs(reader, panels=[])["whose"]

    assert "The ticks on this page are for" in whose
    assert f'data-switch="{INTERVIEW}"' in whose


def test_archived_interviews_are_out_of_the_way(reader: Reader) -> None:
    """In a list of their own, not in the switcher unless shown, with the way back."""
    reader.tick("meet-names")
    add(reader, OTHER)
    reader.choose("archived", "yes", of=INTERVIEW)
    answer = reader.ask()
    shown = answer["outputs"]

    assert INTERVIEW not in shown["switcher.others"]
    assert f'id="interview-{INTERVIEW}"' in shown["interviews.archived"]
    assert 'data-choose="archived" data-value="no"' in shown["interviews.archived"]
    assert f'id="interview-{INTERVIEW}"' not in shown["interviews.open"]
    assert answer["inputs"]["archived-interviews"] == {"attributes": {"hidden": None}}
    reader.interview = INTERVIEW
    assert INTERVIEW in outputs(reader)["switcher.others"]


def test_the_list_tells_how_each_interview_stands(reader: Reader) -> None:
    """In the sentence of the plan, also when it has ended."""
    reader.answer("interview", "24 11 2026")
    add(reader, OTHER)
    reader.answer("interview", "24 11 2026")
    reader.choose("outcome", "turned_down")
    listed = outputs(reader)["interviews.open"]

    assert 'Next: telephone them on <time datetime="2026-12-01">' in listed
    assert "They turned you down." in listed


def test_a_round_takes_over_the_names_of_the_round_before(reader: Reader) -> None:
    """The boxes stay empty and say what holds; a name of its own takes its place."""
    reader.text("employer", "Acme")
    add(reader, OTHER, follows=INTERVIEW)
    answer = reader.ask()

    assert answer["inputs"]["employer"] == {"value": ""}
    assert "From the round before: Acme." in answer["outputs"]["before.employer"]
    assert "The round after <span" in answer["outputs"]["interviews.open"]
    assert f'data-follows="{OTHER}"' in answer["outputs"]["interviews.open"]
    assert f'data-follows="{INTERVIEW}"' not in answer["outputs"]["interviews.open"]
    reader.text("employer", "Acme Holding")
    answer = reader.ask()
    assert answer["inputs"]["employer"] == {"value": "Acme Holding"}
    assert answer["outputs"]["before.employer"] == ""


def test_a_deleted_interview_can_be_brought_back_by_the_tab_that_deleted_it(reader: Reader) -> None:
    """Only those that are deleted are offered, and they are nowhere else."""
    reader.answer("interview", "24 11 2026")
    add(reader, OTHER)
    reader.write("deleted", of=INTERVIEW, on=True)
    shown = outputs(reader, erased=[INTERVIEW, OTHER])

    assert f'data-undelete="{INTERVIEW}"' in shown["interviews.erased"]
    assert f'data-undelete="{OTHER}"' not in shown["interviews.erased"]
    assert INTERVIEW not in shown["interviews.open"] + shown["due"] + shown["switcher.others"]


@pytest.mark.parametrize(
    "name", HOSTILE, ids=["markup", "right-to-left", "emoji", "long", "braces"]
)
def test_names_come_back_as_text(reader: Reader, name: str) -> None:
    """Escaped, whole, and kept apart from text in another direction."""
    reader.text("employer", name)
    reader.answer("interview", "24 11 2026")
    add(reader, OTHER)
    answer = reader.ask()

    shown = f'<span class="interview-name" dir="auto">{escape(isolated(name))}</span>'
    for place in ("next-step", "interviews.open", "switcher.others"):
        assert shown in answer["outputs"][place]
    assert "<img" not in "".join(answer["outputs"].values())
    reader.interview = INTERVIEW
    assert reader.ask()["inputs"]["employer"] == {"value": name}
