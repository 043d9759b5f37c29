"""The list of published files: it names each, and tells of any that is not as it was built."""

from pathlib import Path

import pytest
from built_site import SITE

from followup_site.publish.checksums import NAME, ChecksumError, check, digests, write


@pytest.fixture(name="site")
def _site(tmp_path: Path) -> Path:
    """A small site with its list."""
    for name in ("index.html", "plan/index.html", "assets/a.bin"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    write(tmp_path)
    return tmp_path


def test_a_site_as_it_was_built_passes(site: Path) -> None:
    """Each line is as other programs read it."""
    check(site)
    lines = (site / NAME).read_text().splitlines()

    assert [line[64:] for line in lines] == ["  assets/a.bin", "  index.html", "  plan/index.html"]


@pytest.mark.parametrize("how", ["changed", "missing", "more"])
def test_any_other_file_is_named(site: Path, how: str) -> None:
    """Whichever way it differs."""
    path = site / ("plan/new.html" if how == "more" else "plan/index.html")
    if how == "missing":
        path.unlink()
    else:
        path.write_text("other")
    with pytest.raises(ChecksumError, match=path.relative_to(site).as_posix()):
        check(site)


def test_the_built_site_is_as_its_list_says() -> None:
    """It was written last."""
    check(SITE)
    assert len(digests(SITE)) > 100
