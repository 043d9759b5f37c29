"""What was measured at different times goes together only if it can be compared."""

from dataclasses import replace
from pathlib import Path

import pytest
from sitting import UNCOMMITTED, Circumstances, OtherSittingError, Sitting, from_text, go_on

NOW = Circumstances("2026-11-24", "0123456789ab", "2 processors", {"Pyodide": "0.29.5"})
OTHERS = {
    "day": replace(NOW, day="2026-11-25"),
    "commit": replace(NOW, commit="ba9876543210"),
    "machine": replace(NOW, machine="4 processors"),
    "versions": replace(NOW, versions={"Pyodide": "0.29.6"}),
}


def sitting_in(file: Path, circumstances: Circumstances = NOW) -> Sitting:
    """Keep a sitting with two values of one name in a file."""
    sitting = Sitting(circumstances)
    for value in (1234.56, 0.99):
        sitting.add("starts/plain/ours/first/shown", value)
    file.write_text(sitting.as_text())
    return sitting


def test_what_is_kept_is_read_back_and_added_to(tmp_path: Path) -> None:
    """Medians are those of all values, of the first run and of the second."""
    file = tmp_path / "so-far.json"
    sitting = sitting_in(file)

    again = go_on(file, NOW)
    again.add("starts/plain/ours/first/shown", 20)
    again.add("clicks/tick/shown", 12)

    assert from_text(file.read_text()) == sitting
    assert again.values == {"starts/plain/ours/first/shown": [1234.6, 0.99, 20], "clicks/tick/shown": [12]}  # fmt: skip
    assert again.median("starts/plain/ours/first/shown") == 20
    assert again.fewest() == 1


def test_the_first_run_of_a_sitting_finds_nothing(tmp_path: Path) -> None:
    """There is no file yet."""
    assert go_on(tmp_path / "so-far.json", NOW) == Sitting(NOW)


@pytest.mark.parametrize("what", OTHERS)
def test_another_sitting_is_refused(tmp_path: Path, what: str) -> None:
    """And said which of the circumstances is another."""
    file = tmp_path / "so-far.json"
    sitting_in(file)

    with pytest.raises(OtherSittingError, match=f"of another {what},.*ANEW=1"):
        go_on(file, OTHERS[what])


def test_files_that_were_not_committed_are_never_the_same(tmp_path: Path) -> None:
    """The commit does not tell what they were."""
    file = tmp_path / "so-far.json"
    changed = replace(NOW, commit=NOW.commit + UNCOMMITTED)
    sitting_in(file, changed)

    with pytest.raises(OtherSittingError, match="Commit them first"):
        go_on(file, changed)


def test_one_value_of_twenty_is_above() -> None:
    """Of a hundred, five are."""
    sitting = Sitting(NOW)
    for value in range(100, 200):
        sitting.add("saved", value)

    late = sitting.percentile_95("saved")
    assert sum(value > late for value in sitting.values["saved"]) == 5
