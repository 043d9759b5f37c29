"""The notice of a page: a clock that is behind what the reader did."""

from asking import Reader

BEHIND = "Your newest entry here is of "


def test_a_clock_that_is_behind_the_newest_entry_is_told(reader: Reader) -> None:
    """With both days; whatever it was, of whichever interview, and beside what could not be read."""
    reader.answer("interview", "24 11 2026")
    reader.today = "2026-12-01"
    reader.interview = "other1"
    reader.tick("meet-names")
    assert reader.ask()["outputs"]["notice"] == ""

    answer = reader.ask(today="2006-01-02")["outputs"]["notice"]
    assert BEHIND in answer
    assert 'datetime="2026-12-01"' in answer
    assert 'datetime="2006-01-02"' in answer
    assert BEHIND in reader.ask(today="2026-11-30")["outputs"]["notice"]
    assert reader.ask(today="2026-12-02")["outputs"]["notice"] == ""
    reader.records["nonsense"] = "{}"
    both = reader.ask(today="2026-11-30")["outputs"]["notice"]
    assert BEHIND in both
    assert "1 saved entry could not be read." in both
