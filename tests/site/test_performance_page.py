"""The page about speed, its picture and the values say the same. No test depends on what they say."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product

import performance_page
import pytest
from aims import AIMS, Aim
from performance_page import PAGE, PLOT, TRIAL, VALUES, WANTED, is_trial
from sitting import (
    ENOUGH,
    ENOUGH_COPIES,
    UNCOMMITTED,
    Circumstances,
    Sitting,
    enough_for,
    from_text,
)

OF_A_START = ("shown", "answered", "blocked", "sent", "requests")


def names_of(*parts: str) -> set[str]:
    """Return names of values put together: each part has words to choose from."""
    return {"/".join(words) for words in product(*(part.split() for part in parts))}


OTHERS = {
    *names_of("blocking", "plain quarter", "with without", "longest painting"),
    *names_of("clicks", "date", "worked saved"),
    *names_of("clicks", "tick empty", "shown"),
    *names_of("lighthouse", "guide start material", "score blocked largest paint"),
    *names_of("memory", "ours without stock-0.29 material"),
    *names_of("paint", "plain quarter slow", "ours material", "first back", "first largest"),
    *names_of("records", "single whole", "first back"),
    *names_of("steps", "dates interviews", "1 10 50", "first later"),
}
"""What the page shows beside starts and aims."""


@pytest.fixture(name="sitting", scope="module")
def _sitting() -> Sitting:
    """What was measured last."""
    return from_text(VALUES.read_text("utf-8"))


def sitting_of(values: int, each: float = 100) -> Sitting:
    """Return a sitting with so many values of everything, each the same."""
    versions = defaultdict(lambda: "1.0", Chromium="1.0", Pyodide="0.29.5")
    sitting = Sitting(Circumstances("2026-11-24", "0123456789ab", "2 processors", versions))
    starts = {name.rpartition("/")[0] for name in WANTED if name.startswith("starts/")}
    of_starts = {f"{start}/{what}" for start in starts for what in OF_A_START}
    of_aims = {name for aim in AIMS for name in aim.names}
    for name in {*WANTED, *of_starts, *of_aims, *OTHERS}:
        for _ in range(values):
            sitting.add(name, each)
    return sitting


def test_the_page_and_its_picture_are_made_of_the_values(sitting: Sitting) -> None:
    """`make bench-page` would write them just so."""
    assert PAGE.read_text("utf-8") == performance_page.page(sitting)
    assert PLOT.read_text("utf-8") == performance_page.picture(sitting)
    assert VALUES.read_text("utf-8") == sitting.as_text()


def test_the_values_are_of_a_commit(sitting: Sitting) -> None:
    """So that they can be measured again."""
    assert not sitting.circumstances.commit.endswith(UNCOMMITTED)


def test_all_is_there_often_enough_or_the_page_says_that_it_was_a_trial(sitting: Sitting) -> None:
    """Every rival under every condition, and every other part."""
    names = {*WANTED, *sitting.values}
    few = [name for name in names if len(sitting.values.get(name, [])) < enough_for(name)]

    assert bool(few) == (TRIAL.strip() in PAGE.read_text("utf-8"))


def test_three_copies_made_anew_are_enough() -> None:
    """And two are not."""
    sitting = sitting_of(ENOUGH)
    sitting.values["building/serve"] = [50_000.0] * ENOUGH_COPIES
    assert not is_trial(sitting)
    assert "That was done 3 times." in performance_page.page(sitting)

    sitting.values["building/serve"].pop()
    assert is_trial(sitting)


@pytest.mark.parametrize(("values", "trial"), [(ENOUGH - 1, True), (ENOUGH, False)])
def test_few_values_are_a_trial(values: int, *, trial: bool) -> None:
    """Fewer than seven, that is."""
    assert is_trial(sitting_of(values)) is trial


def test_a_rival_that_was_left_out_makes_a_trial() -> None:
    """Under one condition alone."""
    sitting = sitting_of(ENOUGH)
    del sitting.values["starts/slow/stock-314/first/shown"]

    assert is_trial(sitting)


def test_the_picture_tells_its_numbers_as_text_too(sitting: Sitting) -> None:
    """For those who cannot see bars: the numbers of the bars and of the description are the same."""
    picture = performance_page.picture(sitting)
    bars = re.findall(r">([\d,]+) (?:first visit|return)<", picture)
    (told,) = re.findall("<desc>(.+)</desc>", picture)

    assert len(bars) >= 2
    assert bars == re.findall(r"(?:first visit|return) ([\d,]*\d)", told)


@pytest.mark.parametrize("aim", AIMS, ids=lambda aim: aim.title)
def test_an_aim_is_met_at_its_limit_and_not_beyond(aim: Aim) -> None:
    """A share or a time must not be above it, and a score not below."""
    beyond = aim.limit - 0.01 if aim.is_least else aim.limit + 0.01

    assert aim.is_met(aim.limit)
    assert not aim.is_met(beyond)


def test_a_missed_aim_says_by_how_much_and_what_is_in_the_way() -> None:
    """The words are written by hand; an aim that is met says none."""
    sitting = sitting_of(ENOUGH)
    clicks = next(aim for aim in AIMS if aim.title == "Click to tick shown")

    page = performance_page.page(sitting)
    assert "| Click to tick shown | at most 16 ms | 100 ms | no, by 84 ms |" in page
    assert f"**{clicks.title}.** {clicks.in_the_way}" in page

    sitting.values["clicks/tick/shown"] = [15.0] * ENOUGH
    page = performance_page.page(sitting)
    assert "| Click to tick shown | at most 16 ms | 15 ms | yes |" in page
    assert clicks.in_the_way not in page


def test_a_ratio_is_that_of_the_medians() -> None:
    """Of ours to stock, and so it stands on the page."""
    sitting = sitting_of(ENOUGH)
    sitting.values["starts/plain/ours/first/shown"] = [300, 10, 20, 30, 40, 50, 200]
    sitting.values["starts/plain/stock-0.29/first/shown"] = [100, 80, 500, 80, 80, 100, 100]

    page = performance_page.page(sitting)

    assert "| First visit, open line, share of stock | at most 0.20 | 0.40 | no, by 0.20 |" in page
    assert "40 ms (0.40)" in page


def test_values_of_a_changed_version_are_named_by_it() -> None:
    """The page says with what it was measured."""
    sitting = sitting_of(ENOUGH)
    circumstances = replace(
        sitting.circumstances, versions={"Pyodide": "0.30.1", "Lighthouse": "9"}
    )

    page = performance_page.page(replace(sitting, circumstances=circumstances))

    assert "with Pyodide 0.30.1" in page
