"""The page "Settings": numbers and ways beside the guide's, public holidays, own closed days."""

from typing import Any

import pytest
from asking import PLAN_PANELS, Reader

from followup import words
from followup.dates.rules import GUIDE
from followup.view.parts.scene import COUNTRIES_FILE, country_file

ALL = "all"
UNDER = "new-answer."
INTERVIEW_DAY = "18 12 2026"
"""A week later is Christmas Day, a Friday, in the worked case of the contract."""


def plan_panel(answer: dict[str, Any]) -> str:
    """Return the panel with the dates."""
    return str(answer["outputs"]["plan"])


def first_day(answer: dict[str, Any]) -> str:
    """Return the date of the first step of the plan."""
    return plan_panel(answer).partition('data-step="first"')[2].partition('datetime="')[2][:10]


def but_new_answers(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without what stands under the setting changed last."""
    outputs = {at: html for at, html in answer["outputs"].items() if not at.startswith(UNDER)}
    return answer | {"outputs": outputs}


# Numbers and ways


def test_numbers_stand_empty_beside_the_guides(reader: Reader) -> None:
    """An empty box means the guide's number."""
    inputs = reader.ask()["inputs"]

    for name in ("first-wait", "grace", "gap", "messages"):
        assert inputs[f"set-{name}"] == {"value": "", "attributes": {"aria-invalid": None}}


def test_a_number_of_ones_own_moves_the_dates_of_every_interview(reader: Reader) -> None:
    """It is set once, for all."""
    reader.answer("interview", "24 11 2026")
    reader.text("first-wait", "14", ALL)

    assert first_day(reader.ask()) == "2026-12-08"
    assert reader.ask()["inputs"]["set-first-wait"]["value"] == "14"
    reader.interview = "other1"
    reader.answer("interview", "24 11 2026")
    assert first_day(reader.ask()) == "2026-12-08"


@pytest.mark.parametrize("typed", ["14", "١٤", "۱۴", "१४", "１４", "\u200e14\ufeff", "14.", "๑๔"])
def test_a_number_is_read_in_the_digits_of_any_script(reader: Reader, typed: str) -> None:
    """And stays as typed."""
    reader.answer("interview", "24 11 2026")
    reader.text("first-wait", typed, ALL)

    assert first_day(reader.ask()) == "2026-12-08"
    assert reader.ask()["inputs"]["set-first-wait"]["value"] == typed
    assert reader.ask()["outputs"]["problem.first-wait"] == ""


@pytest.mark.parametrize("typed", ["61", "-1", "x", "7.5", "٦١", "9" * 60, "<b>"])
def test_a_number_that_is_refused_stays_as_typed_with_its_sentence(
    reader: Reader, typed: str
) -> None:
    """The guide's number counts meanwhile."""
    reader.answer("interview", "24 11 2026")
    reader.text("first-wait", typed, ALL)
    answer = reader.ask()

    sentence = words.plain(words.number_refused("first_wait", 0, 60))
    assert answer["outputs"]["problem.first-wait"] == sentence
    assert answer["announce"]["kept"] == sentence
    assert answer["inputs"]["set-first-wait"] == {
        "value": typed,
        "attributes": {"aria-invalid": "true"},
    }
    assert first_day(answer) == "2026-12-01"


def test_an_emptied_number_is_the_guides_again(reader: Reader) -> None:
    """And then nothing is the reader's own."""
    reader.text("gap", "12", ALL)
    assert 'data-value="guide"' in reader.ask()["outputs"]["settings-back"]
    reader.text("gap", "", ALL)

    assert reader.ask()["outputs"]["settings-back"] == ""


def test_ways_are_set_for_first_and_later_contacts(reader: Reader) -> None:
    """They change what the plan says to do."""
    reader.answer("interview", "24 11 2026")
    reader.choose("first-channel", "email", ALL)
    reader.choose("later-channel", "phone", ALL)
    answer = reader.ask()

    assert 'data-step="first" data-state="next" data-channel="email"' in plan_panel(answer)
    assert 'data-step="later" data-state="tentative" data-channel="phone"' in plan_panel(answer)
    assert answer["inputs"]["set-first-channel-email"]["checked"] is True
    assert answer["inputs"]["set-first-channel-phone"]["checked"] is False
    assert answer["inputs"]["set-later-channel-phone"]["checked"] is True


def test_the_guides_plan_comes_back_and_can_be_undone(reader: Reader) -> None:
    """All at once: numbers, ways, thank-you note, country, weekend."""
    reader.answer("interview", INTERVIEW_DAY)
    guides = reader.ask(changed=[])
    reader.text("first-wait", "10", ALL)
    reader.choose("thanks", "no", ALL)
    reader.text("country", "GB", ALL)
    reader.text("part", "SCT", ALL)
    reader.choose("weekend", "sun", ALL)
    own = but_new_answers(reader.ask(changed=[], panels=PLAN_PANELS))
    reader.choose("settings", "guide", ALL)
    back = reader.ask(changed=[])

    assert plan_panel(back) == plan_panel(guides)
    assert back["inputs"] == guides["inputs"]
    assert 'data-value="own"' in back["outputs"]["settings-back"]
    reader.choose("settings", "own", ALL)
    assert but_new_answers(reader.ask(changed=[], panels=PLAN_PANELS)) == own


def test_what_is_set_after_going_back_counts_alone(reader: Reader) -> None:
    """The old settings stay away."""
    reader.text("first-wait", "10", ALL)
    reader.choose("settings", "guide", ALL)
    reader.text("gap", "12", ALL)
    inputs = reader.ask()["inputs"]

    assert inputs["set-first-wait"]["value"] == ""
    assert inputs["set-gap"]["value"] == "12"


def test_every_question_says_what_the_guide_says() -> None:
    """The numbers come from the one table."""
    assert words.guide_number(GUIDE.gap, 1, 60).startswith(f"The guide says {GUIDE.gap}.")
    assert words.guide_choice(words.CHANNEL_CHOICES["phone"]) == "The guide says: by telephone."


# Public holidays


def test_england_at_christmas_as_in_the_worked_case(reader: Reader) -> None:
    """Both days are named, with every reason between them."""
    reader.today = "2026-12-18"
    reader.answer("interview", INTERVIEW_DAY)
    reader.text("country", "GB", ALL)
    reader.text("part", "ENG", ALL)
    answer = reader.ask()

    assert first_day(answer) == "2026-12-29"
    why = plan_panel(answer).partition('class="why"')[2].partition("</p>")[0]
    assert "Friday 25 December 2026" in why
    for reason in ("Christmas Day", "Boxing Day", "weekend"):
        assert reason in why
    assert "Tuesday 29 December 2026" in answer["announce"]["kept"]


def test_until_a_part_is_chosen_only_common_days_count(reader: Reader) -> None:
    """The parts can be chosen once there is a country that has them."""
    reader.today = "2026-12-28"
    reader.answer("interview", "28 12 2026")
    assert reader.ask()["inputs"]["part-question"]["attributes"]["hidden"] == ""
    reader.text("country", "GB", ALL)
    answer = reader.ask()

    assert answer["inputs"]["part-question"]["attributes"]["hidden"] is None
    assert answer["outputs"]["parts"].count("<option") == 3
    assert first_day(answer) == "2027-01-04"
    reader.text("part", "SCT", ALL)
    assert first_day(reader.ask()) == "2027-01-05"


def test_beside_the_dates_it_says_that_a_part_would_tell_more(reader: Reader) -> None:
    """Where the country has parts with days of their own, and until one is chosen."""
    note = words.plain(words.part_not_chosen("United Kingdom"))
    reader.answer("interview", INTERVIEW_DAY)
    assert "No part of" not in plan_panel(reader.ask())
    reader.text("country", "GB", ALL)
    answer = reader.ask()

    assert note in plan_panel(answer)
    assert note in answer["outputs"]["country-years"]
    reader.text("part", "gone", ALL)
    assert note in plan_panel(reader.ask())
    reader.text("part", "SCT", ALL)
    assert "No part of" not in plan_panel(reader.ask())


def test_without_dates_nothing_is_said_of_them(reader: Reader) -> None:
    """The hint beside the question about the part is there all the same."""
    reader.text("country", "GB", ALL)
    answer = reader.ask()

    assert "No part of" not in plan_panel(answer)
    assert "No part of" not in answer["outputs"]["country-years"]


def test_a_country_without_a_part_has_its_own_days(reader: Reader) -> None:
    """Those that are not common to all parts, as Easter Monday in the United Kingdom."""
    reader.today = "2027-03-22"
    reader.answer("interview", "22 3 2027")
    reader.text("country", "GB", ALL)
    assert first_day(reader.ask()) == "2027-03-30"
    reader.text("part", "SCT", ALL)
    assert first_day(reader.ask()) == "2027-03-29"


@pytest.mark.parametrize(
    ("weekend", "first"),
    [("sat", "2026-11-29"), ("fri-sun", "2026-11-28"), ("sat-sun", "2026-11-30")],
)
def test_every_weekend_of_the_data_can_be_chosen_by_hand(
    reader: Reader, weekend: str, first: str
) -> None:
    """Saturday alone, and Friday with Sunday, among them."""
    reader.answer("interview", "21 11 2026")
    reader.choose("weekend", weekend, ALL)

    assert first_day(reader.ask()) == first
    assert reader.ask()["inputs"][f"weekend-{weekend}"]["checked"] is True


def test_another_country_has_no_part_yet(reader: Reader) -> None:
    """Two countries can have parts of one code; and going back does not bring the part back."""
    reader.text("country", "GB", ALL)
    reader.text("part", "ENG", ALL)
    assert reader.ask()["inputs"]["part"]["value"] == "ENG"
    reader.text("country", "AE", ALL)
    reader.text("country", "GB", ALL)

    assert reader.ask()["inputs"]["part"]["value"] == ""


def test_a_part_that_the_country_does_not_have_changes_nothing(reader: Reader) -> None:
    """Whoever wrote it."""
    reader.text("country", "GB", ALL)
    reader.text("part", "<b>", ALL)

    assert reader.ask()["inputs"]["part"]["value"] == ""


def test_a_file_is_asked_for_only_when_it_is_needed(reader: Reader) -> None:
    """The list of countries on its page, a country once it is chosen."""
    assert reader.ask(files={}, panels=["plan"])["needs"] == []
    assert reader.ask(files={}, panels=["closed-days"])["needs"] == [COUNTRIES_FILE]
    reader.text("country", "GB", ALL)
    assert reader.ask(files={}, panels=["plan"])["needs"] == [country_file("GB")]


def test_the_browsers_language_is_offered_never_taken(reader: Reader) -> None:
    """A button, and nothing chosen."""
    answer = reader.ask(language="en-GB")

    suggestion = answer["outputs"]["suggested-country"]
    assert "Use the public holidays of the United Kingdom" in suggestion
    assert 'data-set-text="country" data-value="GB"' in suggestion
    assert answer["inputs"]["country"]["value"] == ""
    assert "France" in reader.ask(language="fr-FR")["outputs"]["suggested-country"]
    assert reader.ask(language="fr")["outputs"]["suggested-country"] == ""
    reader.text("country", "AE", ALL)
    assert reader.ask(language="en-GB")["outputs"]["suggested-country"] == ""


def test_years_that_are_not_known_are_said_where_they_matter(reader: Reader) -> None:
    """The data of the Emirates end with 2026 in these tests."""
    reader.answer("interview", "24 11 2026")
    reader.text("country", "AE", ALL)
    answer = reader.ask()

    assert "from 2025 to 2026" in answer["outputs"]["country-years"]
    assert "so only weekends count there" not in answer["outputs"]["country-years"]
    reader.answer("interview", INTERVIEW_DAY)
    assert "so only weekends count there" in reader.ask()["outputs"]["country-years"]


def test_files_that_cannot_be_fetched_are_told_of(reader: Reader) -> None:
    """Weekends count, and what was chosen stays chosen."""
    reader.today = "2026-12-18"
    reader.answer("interview", INTERVIEW_DAY)
    reader.text("country", "GB", ALL)
    answer = reader.ask(files={COUNTRIES_FILE: None, country_file("GB"): None})

    assert "could not be fetched" in answer["outputs"]["problem.country"]
    assert 'value="GB"' in answer["outputs"]["countries"]
    assert answer["inputs"]["country"]["value"] == "GB"
    assert first_day(answer) == "2026-12-25"


def test_files_that_went_with_their_version_are_told_of(reader: Reader) -> None:
    """The reader is online, and must be told what helps: beside the country and beside the dates."""
    reader.answer("interview", INTERVIEW_DAY)
    gone = {COUNTRIES_FILE: None, country_file("GB"): None}
    outputs = [reader.ask(files=gone, superseded=True)["outputs"]]
    reader.text("country", "GB", ALL)
    outputs.append(reader.ask(files=gone, superseded=True)["outputs"])

    for told in (outputs[0]["problem.country"], outputs[1]["problem.country"], outputs[1]["plan"]):
        assert "A newer version of this site is there. Load this page again." in told
        assert "when you are online" not in told


@pytest.mark.parametrize("text", ["", "{", "[]", '{"countries":[["<b>","x"]]}'])
def test_a_broken_file_is_like_none(reader: Reader, text: str) -> None:
    """It may have been cut short on its way."""
    reader.text("country", "GB", ALL)
    answer = reader.ask(files={COUNTRIES_FILE: text, country_file("GB"): text})

    assert "could not be fetched" in answer["outputs"]["problem.country"]


def test_the_next_holidays_show_what_was_chosen(reader: Reader) -> None:
    """Of the part, from today on."""
    reader.text("country", "GB", ALL)
    reader.text("part", "SCT", ALL)
    reader.today = "2026-12-28"
    shown = reader.ask()["outputs"]["next-holidays"]

    assert '<time datetime="2026-12-28">' in shown
    assert "New Year Holiday" in shown
    assert "Christmas Day" not in shown
    reader.today = "2028-01-01"
    assert "No public holiday is known" in reader.ask()["outputs"]["next-holidays"]


def test_the_weekend_is_the_countrys_the_parts_or_ones_own(reader: Reader) -> None:
    """And the page says which days that are."""
    reader.text("country", "AE", ALL)
    reader.text("part", "SH", ALL)
    assert "Friday, Saturday and Sunday" in reader.ask()["outputs"]["weekend-now"]
    reader.choose("weekend", "fri-sat", ALL)
    answer = reader.ask()

    assert answer["outputs"]["weekend-now"] == "Your weekend is now Friday and Saturday."
    assert answer["inputs"]["weekend-fri-sat"]["checked"] is True
    reader.choose("weekend", "none", ALL)
    assert "no day" in reader.ask()["outputs"]["weekend-now"]


# Days when an employer is closed


def test_closed_days_of_ones_own_move_the_dates_of_their_interview_alone(reader: Reader) -> None:
    """With the reason that was typed."""
    reader.answer("interview", "24 11 2026")
    reader.enter("closed", "c1", {"closed-first": "1 12 2026", "closed-last": "3 12 2026"}, label="Office move")  # fmt: skip
    answer = reader.ask()

    assert first_day(answer) == "2026-12-04"
    assert "Office move" in plan_panel(answer)
    listed = answer["outputs"]["closed-list"]
    assert '<time datetime="2026-12-01">' in listed
    assert '<time datetime="2026-12-03">' in listed
    reader.interview = "other1"
    reader.answer("interview", "24 11 2026")
    assert first_day(reader.ask()) == "2026-12-01"
    assert reader.ask()["outputs"]["closed-list"] == ""


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("", "", "closed-first"),
        ("31 11 2026", "", "closed-first"),
        ("3 12 2026", "1 12 2026", "closed-last"),
        ("1 12 2026", "1 3 2027", "closed-last"),
    ],
)
def test_closed_days_that_are_refused_stay_in_the_form(
    reader: Reader, first: str, last: str, field: str
) -> None:
    """With the sentence beside the field, and a way out."""
    reader.enter("closed", "c1", {"closed-first": first, "closed-last": last}, label="Move")
    answer = reader.ask()

    assert answer["outputs"][f"problem.{field}"]
    assert answer["announce"]["kept"]
    assert answer["inputs"]["closed-form"]["attributes"]["data-entry"] == "c1"
    assert answer["inputs"]["closed-label"]["value"] == "Move"
    assert 'data-remove="c1"' in answer["outputs"]["closed-actions"]
    assert answer["outputs"]["closed-list"] == ""
    reader.remove("c1")
    assert reader.ask()["inputs"]["closed-form"]["attributes"]["data-entry"] == ""


def test_closed_days_can_be_changed_removed_and_put_back(reader: Reader) -> None:
    """The form holds the entry to change; a removed one does not count."""
    reader.answer("interview", "24 11 2026")
    reader.enter("closed", "c1", {"closed-first": "1 12 2026"}, label="")
    editing = reader.ask(editing="c1")

    assert editing["inputs"]["closed-first-day"]["value"] == "1"
    assert editing["outputs"]["closed-editing"] == words.CHANGING_CLOSED
    assert 'data-edit=""' in editing["outputs"]["closed-actions"]
    reader.remove("c1")
    assert first_day(reader.ask()) == "2026-12-01"
    assert words.PUT_BACK in reader.ask()["outputs"]["closed-list"]
    reader.remove("c1", on=False)
    assert first_day(reader.ask()) == "2026-12-02"


def test_labels_are_text_never_markup(reader: Reader) -> None:
    """Wherever they are shown."""
    reader.answer("interview", "24 11 2026")
    reader.enter("closed", "c1", {"closed-first": "1 12 2026"}, label="<script>x</script>")
    reader.text("part", "<script>", ALL)
    outputs = reader.ask()["outputs"]

    assert not any("<script" in html for html in outputs.values())


# The new answer under what was changed


def answered_under(answer: dict[str, Any]) -> list[str]:
    """Return under which settings the answer stands."""
    outputs = answer["outputs"].items()
    return [
        name.partition(".")[2] for name, html in outputs if name.startswith("new-answer.") and html
    ]


def test_the_new_answer_stands_under_what_was_changed_last_and_nowhere_else(reader: Reader) -> None:
    """With its day; without an interview date there is none."""
    reader.text("gap", "9", ALL)
    assert answered_under(reader.ask()) == []
    reader.answer("interview", "24 11 2026")
    assert answered_under(reader.ask()) == ["gap"]
    reader.text("first-wait", "14", ALL)
    assert answered_under(reader.ask()) == ["first-wait"]
    assert "Tuesday 8 December 2026" in reader.ask()["outputs"]["new-answer.first-wait"]
    reader.choose("first-channel", "email", ALL)
    assert answered_under(reader.ask()) == ["first-channel"]
    assert "email them" in reader.ask()["outputs"]["new-answer.first-channel"]
    reader.choose("weekend", "fri", ALL)
    assert answered_under(reader.ask()) == ["weekend"]
    reader.enter("closed", "closed1", {"closed-first": "8 12 2026"})
    assert answered_under(reader.ask()) == ["closed"]
    reader.remove("closed1")
    reader.choose("settings", "guide", ALL)
    assert answered_under(reader.ask()) == ["settings"]


def test_a_number_that_is_refused_has_no_new_answer(reader: Reader) -> None:
    """Its problem stands there."""
    reader.answer("interview", "24 11 2026")
    reader.text("gap", "9", ALL)
    reader.text("first-wait", "61", ALL)

    assert answered_under(reader.ask()) == ["gap"]
