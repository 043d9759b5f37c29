"""What systems add to a link goes out of the address before anything else runs; the rest stays."""

import pytest
from long_form import in_long_form
from playwright.sync_api import expect
from reader import Reader

STEP_PAGE, STEP = "guide/at-the-interview/", "meet-names"

ADDED = [
    "?utm_source=newsletter&utm_medium=email&utm_campaign=a%20b",
    "?id=4711&forceview=1",
    "?module_item_id=55&user=anna%40example.org",
    "?fbclid=IwAR0&mc_eid=1",
]
"""As mail programs, Moodle, Canvas and others do."""


@pytest.mark.parametrize("query", ADDED)
@pytest.mark.parametrize("path", [STEP_PAGE, *in_long_form("about/licence/")])
def test_a_query_goes_and_the_place_stays(reader: Reader, path: str, query: str) -> None:
    """On pages with tools and without."""
    reader.page.goto(f"{reader.address}{path}{query}#{STEP}")
    expect(reader.page.locator("h1")).to_be_visible()

    assert reader.page.url == f"{reader.address}{path}#{STEP}"
    # It may return early: Material still notes how far the page was scrolled, in the same history.
    reader.page.go_back()
    expect(reader.page).to_have_url("about:blank")


def test_nothing_of_it_is_told_to_what_the_page_fetches(reader: Reader) -> None:
    """It is gone before Python starts and before the page's own script asks where it is."""
    reader.page.add_init_script(
        """(() => {
            self.starts = [];
            const Plain = Worker;
            self.Worker = class extends Plain {
                constructor(...its) { super(...its); self.starts.push(location.href); }
            };
        })()"""
    )
    reader.open("plan/dates/?user=anna&utm_source=moodle#log-a-contact")

    assert set(reader.page.evaluate("self.starts")) == {
        f"{reader.address}plan/dates/#log-a-contact"
    }
    kept = reader.page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "anna" not in kept


def test_a_link_with_a_plan_or_dates_in_it_works_with_a_query(reader: Reader) -> None:
    """What stands after the # is ours."""
    reader.open("plan/restore/?utm_source=mail#restore=broken")
    expect(reader.page.locator("[data-preview]")).to_contain_text("This link")
    assert reader.page.url == reader.address + "plan/restore/"
    reader.open("plan/dates/?utm_source=mail#interview=2026-11-24")
    expect(reader.page.locator("#dates-of-link")).to_be_visible()
    assert reader.page.url == reader.address + "plan/dates/#interview=2026-11-24"


def test_the_words_for_the_search_stay(reader: Reader) -> None:
    """The theme opens its search with them, and takes them away as it closes."""
    page = reader.page
    page.goto(reader.address + "?utm_source=a&q=voicemail&fbclid=b")
    assert page.url == reader.address + "?q=voicemail"
    expect(page.get_by_role("textbox", name="Search")).to_have_value("voicemail")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
