"""Answers: what is refused, with which sentence, and that nothing saved is lost."""

from asking import Reader

SAME_DAY_ALLOWED = "24 11 2026"


def plan_words(reader: Reader) -> str:
    """Return the panel of the plan."""
    return str(reader.ask()["outputs"]["plan"])


def problem(reader: Reader, name: str) -> str:
    """Return the sentence beside a field."""
    return str(reader.ask()["outputs"][f"problem.{name}"])


def test_a_decision_before_the_interview_is_refused_beside_its_field(reader: Reader) -> None:
    """It stays as typed, and no plan is shown from half an answer."""
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", "23 Nov 2026")

    assert "must not be before the interview on" in problem(reader, "decision")
    assert reader.ask()["inputs"]["decision-month"]["value"] == "Nov"
    assert "Correct the decision date" in plan_words(reader)


def test_a_decision_on_the_day_of_the_interview_is_accepted(reader: Reader) -> None:
    """The same day is allowed."""
    reader.answer("interview", "24 11 2026")
    reader.answer("decision", SAME_DAY_ALLOWED)

    assert problem(reader, "decision") == ""
    assert "2026-12-01" in plan_words(reader)


def test_a_contact_before_the_interview_or_after_today_is_refused(reader: Reader) -> None:
    """It stays in the form with its sentence and does not count."""
    reader.answer("interview", "24 11 2026")
    reader.log("called", "23 11 2026", entry="e1")

    assert "must not be before the interview on" in problem(reader, "contact")
    assert reader.ask()["inputs"]["contact-form"] == {"attributes": {"data-entry": "e1"}}
    assert 'data-state="done"' not in plan_words(reader)

    reader.log("called", "25 11 2026", entry="e1")

    assert "must not be after today" in problem(reader, "contact")
    assert str(reader.ask()["announce"]["kept"]).startswith("Not logged yet: ")

    reader.log("called", SAME_DAY_ALLOWED, entry="e1")

    assert problem(reader, "contact") == ""
    assert 'data-state="done"' in plan_words(reader)
    assert reader.ask()["inputs"]["contact-day"]["value"] == ""


def test_a_new_decision_before_it_was_announced_is_refused(reader: Reader) -> None:
    """On the day itself it is accepted."""
    reader.today = "2026-12-04"
    reader.answer("interview", "24 11 2026")
    reader.log("they-emailed", "4 12 2026", "3 12 2026", entry="e1")

    assert "must not be before they named it on" in problem(reader, "new-decision")

    reader.log("they-emailed", "4 12 2026", "4 12 2026", entry="e1")

    assert problem(reader, "new-decision") == ""


def test_a_new_decision_is_not_read_where_nobody_could_name_one(reader: Reader) -> None:
    """A call that nobody answered cannot name a day, whatever stands in the boxes."""
    reader.today = "2026-12-04"
    reader.answer("interview", "24 11 2026")
    reader.log("called", "3 12 2026", "18 12 2026")

    assert "2026-12-14" in plan_words(reader)


def test_what_happened_and_when_must_be_given(reader: Reader) -> None:
    """An empty form is refused at both fields."""
    reader.answer("interview", "24 11 2026")
    reader.log("", "")
    reader.records[reader.last] = reader.records[reader.last].replace('"kind": "", ', "")

    assert problem(reader, "kind") == "Choose what happened."
    assert problem(reader, "contact") == "Type the day of the contact."


def test_a_contact_without_an_interview_date_is_kept_until_there_is_one(reader: Reader) -> None:
    """It is refused first, and counts as soon as the interview date is known."""
    reader.log("called", "24 11 2026")

    assert "Enter the interview date first" in problem(reader, "contact")

    reader.answer("interview", "20 11 2026")

    assert 'data-state="done"' in plan_words(reader)


def test_an_entry_that_a_corrected_interview_date_makes_wrong_is_shown(reader: Reader) -> None:
    """Nothing saved is lost: it stands in the log with its sentence until it can count again."""
    reader.today = "2026-12-10"
    reader.answer("interview", "24 11 2026")
    reader.log("called", "3 12 2026", entry="e1")
    reader.log("emailed", "9 12 2026", entry="e2")
    reader.answer("interview", "8 12 2026")
    log = str(reader.ask()["outputs"]["log"])

    assert 'data-state="refused" id="entry-e1"' in log
    assert 'data-state="counts" id="entry-e2"' in log

    reader.answer("interview", "24 11 2026")

    assert "refused" not in str(reader.ask()["outputs"]["log"])


def test_a_corrected_interview_date_lets_nothing_take_the_place_of_a_contact(
    reader: Reader,
) -> None:
    """The form stays empty, what is logged next is another entry, and both count in the end."""
    reader.today = "2026-12-04"
    reader.answer("interview", "24 11 2026")
    reader.log("called", "3 12 2026", entry="e1")
    reader.answer("interview", "4 12 2026")

    assert reader.ask()["inputs"]["contact-form"] == {"attributes": {"data-entry": ""}}

    reader.log("emailed", "4 12 2026", entry="e2")
    reader.answer("interview", "24 11 2026")

    assert plan_words(reader).count('data-state="done"') == 2


def test_a_new_decision_date_counts_whatever_the_call_was_for(reader: Reader) -> None:
    """The reader called to say thank you; what they answered is about the decision."""
    reader.today = "2026-12-04"
    reader.answer("interview", "24 11 2026")
    reader.log("spoke", "3 12 2026", "18 12 2026", purpose="thanks")

    assert '<time datetime="2026-12-21">' in plan_words(reader)
    assert "does not move" not in str(reader.ask()["outputs"]["log"])


def test_an_entry_can_be_removed_and_put_back(reader: Reader) -> None:
    """Removing it moves the plan back; it stays in the log to be put back."""
    reader.today = "2026-12-04"
    reader.answer("interview", "24 11 2026")
    before = plan_words(reader)
    reader.log("called", "3 12 2026", entry="e1")
    logged = plan_words(reader)
    reader.write("removed", entry="e1", on=True)

    assert plan_words(reader) == before
    assert "Put back" in str(reader.ask()["outputs"]["log"])

    reader.write("removed", entry="e1", on=False)

    assert plan_words(reader) == logged


def test_a_clock_put_back_refuses_nothing_that_was_accepted(reader: Reader) -> None:
    """Nor does a flight over the date line: the day of writing counts, if it is the later one."""
    reader.today = "2026-12-02"
    reader.answer("interview", "24 11 2026")
    reader.log("called", "2 12 2026")
    reader.choose("outcome", "turned_down")
    reader.answer("outcome-day", "2 12 2026")
    reader.today = "2026-12-01"

    assert problem(reader, "contact") == ""
    assert problem(reader, "outcome-day") == ""
    assert '<time datetime="2026-12-02">' in plan_words(reader)
