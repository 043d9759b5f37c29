"""The page "Save a copy": where the plan is now, and how to keep nothing here."""

import pytest
from asking import Reader


def outputs(reader: Reader, **store: object) -> dict[str, str]:
    """Return the panel's places, as the page keeps things."""
    answer: dict[str, str] = reader.ask(panels=["storage"], store=store)["outputs"]
    return answer


@pytest.mark.parametrize(
    ("store", "says"),
    [
        ({"durable": True}, "in two places"),
        ({"durable": False}, "in one place"),
        ({"memory": True}, "in this tab only, as you chose"),
        ({"refused": True}, "does not let the page save"),
        ({"newer": True, "durable": True}, "A newer version"),
        ({"memory": True, "durable": True, "refused": True}, "in this tab only, as you chose"),
    ],
)
def test_it_says_plainly_where_the_plan_is(reader: Reader, store: dict[str, bool], says: str) -> None:  # fmt: skip
    """One sentence for each way; nothing is pretended."""
    assert says in outputs(reader, **store)["keep.where"]


def test_a_page_that_does_not_say_gets_what_is_true_anyway(reader: Reader) -> None:
    """As before there was a second place."""
    where = reader.ask(panels=["storage"])["outputs"]["keep.where"]

    assert where == '<p class="where-kept">Your plan is kept in this browser, on this computer.</p>'


def test_what_was_put_aside_is_counted_and_can_be_saved(reader: Reader) -> None:
    """Nothing is said while all is well."""
    assert outputs(reader, quarantined=0)["keep.unread"] == ""
    assert "1 saved piece is damaged and is kept apart" in outputs(reader, quarantined=1)["keep.unread"]  # fmt: skip
    unread = outputs(reader, quarantined=3)["keep.unread"]
    assert "3 saved pieces are damaged and are kept apart" in unread
    assert "data-raw-export" in unread


@pytest.mark.parametrize(("memory", "mark"), [(False, "on"), (True, "off")])
def test_saving_is_stopped_and_begun_again(reader: Reader, mark: str, *, memory: bool) -> None:
    """Behind a question that explains it."""
    html = outputs(reader, memory=memory)["keep.memory"]

    assert html.startswith("<details")
    assert f'data-memory="{mark}"' in html
