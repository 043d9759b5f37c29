"""Every address that was ever published answers: pages, headings and steps."""

import json
from pathlib import Path

import pytest
import small_sites

from followup_site.pages import step_names
from followup_site.publish import addresses
from followup_site.runtime.pack import ROOT

SITE = ROOT / "site"
PAGE = '<article><h1 id="title">T</h1><ul><li class="step" id="meet-names">N</li></ul></article>'


def test_every_published_address_answers() -> None:
    """On the site as it is built, and none of the list is forgotten."""
    known = addresses.published()

    assert len(known) > 400
    assert known == sorted(set(known))
    addresses.check(SITE, known)


def test_every_address_of_the_site_is_locked() -> None:
    """What is published from now on is held as well: run `make addresses` after adding a page."""
    assert addresses.addresses_of(SITE) == set(addresses.published())


def test_names_of_steps_and_the_page_that_takes_links_are_among_them() -> None:
    """The links that readers hold lead to a page of the list."""
    known = set(addresses.published())
    parts = {address.partition("#")[2] for address in known}
    links = json.loads((ROOT / "tests/cases/saved/links-1.json").read_text("utf-8"))

    assert set(step_names.published()) <= parts
    assert links
    assert "plan/restore/" in known


@pytest.mark.parametrize(
    ("known", "lost"),
    [
        ("plan/", None),
        ("plan/#title", None),
        ("plan/#meet-names", None),
        ("plan/#old-title", "plan/#old-title"),
        ("gone/", "gone/"),
        ("404.html", "404.html"),
    ],
)
def test_a_lost_address_stops_the_build(tmp_path: Path, known: str, lost: str | None) -> None:
    """With the address and what to do, for a page, a heading and a step."""
    site = small_sites.write(tmp_path, {"plan/index.html": PAGE, "404.html": "<p>Not found</p>"})
    if lost is None:
        return addresses.check(site, [known])

    with pytest.raises(addresses.LostAddressError, match="do not answer any more") as told:
        addresses.check(site, [known])
    return assert_named(str(told.value), lost)


def assert_named(message: str, lost: str) -> None:
    """Check that a message names the address and the remedy."""
    assert f"\n  {lost}\n" in message
    assert "{ #old-name }" in message
