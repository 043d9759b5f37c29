"""The folder of the version before: taken from where the last site stands, exactly or not at all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_sites
from site_server import SITE, address_of, serve

from followup_site.publish import finish, service_worker, version_before
from followup_site.publish.version_before import NotTakenError
from followup_site.tools.made_files import digest

FILES = {
    "page/bridge.js": "start()",
    "python/worker.mjs": "work()",
    "made/runtime/python.image": "image",
    "made/holidays/GB.json": "{}",
}
"""Of a version: also with endings that were published once."""


def publish(site: Path, files: dict[str, str], **changes: str) -> str:
    """Write a finished site with one page and these files of ours; return their folder.

    Args:
        site: where to.
        files: of the version's folder.
        changes: texts in the service worker, and what is to stand in their place.
    """
    made = small_sites.write(site / "made", files)
    version = digest((path for path in made.rglob("*") if path.is_file()), made)
    folder = finish.folder_of(version[: finish.VERSION_LENGTH])
    made.rename(site / folder)
    small_sites.write(site, {"index.html": "<html><head></head></html>"})
    service_worker.write(site)
    script = (site / service_worker.NAME).read_text()
    for old, new in changes.items():
        script = script.replace(old, new)
    (site / service_worker.NAME).write_text(script)
    return folder


@pytest.fixture(name="last")
def _last(tmp_path: Path) -> Path:
    """Where the last site stands."""
    (tmp_path / "last").mkdir()
    return tmp_path / "last"


@pytest.fixture(name="address")
def _address(last: Path) -> Iterator[str]:
    """Its address."""
    server = serve(last, "/careers/")
    yield address_of(server)
    server.shutdown()
    server.server_close()


@pytest.fixture(name="site")
def _site(tmp_path: Path) -> Path:
    """The new site."""
    site = tmp_path / "site"
    publish(site, {"page/bridge.js": "start(2)"})
    return site


def contents(folder: Path) -> dict[str, str]:
    """Return the texts of all files below a folder, by name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


@pytest.mark.parametrize("slash", ["", "/"])
def test_the_folder_of_the_version_before_stands_beside_the_new_one(
    site: Path, last: Path, address: str, slash: str
) -> None:
    """Whole, and no other file is changed: the new service worker keeps none of it."""
    before = contents(site)
    folder = publish(last, FILES)

    said = version_before.add(site, address.rstrip("/") + slash)

    assert said == "Added 4 files of the version before."
    assert contents(site / folder) == FILES
    assert contents(site) == before | {f"{folder}/{name}": text for name, text in FILES.items()}


THEMES = "assets/javascripts/bundle.0123abcd.min.js"


def test_files_of_another_version_of_the_theme_come_with_it(
    site: Path, last: Path, address: str
) -> None:
    """Pages need them as well. What stands there under the same name in all versions is left."""
    names = [THEMES, "assets/stylesheets/main.0123abcd.min.css", "search/search_index.json"]
    small_sites.write(last, dict.fromkeys(names, "old"))
    publish(last, FILES)
    small_sites.write(site, {"search/search_index.json": "new"})

    assert version_before.add(site, address) == "Added 6 files of the version before."
    assert [(site / name).read_text() for name in names] == ["old", "old", "new"]


def test_a_file_of_the_theme_that_was_changed_is_left_out(
    site: Path, last: Path, address: str
) -> None:
    """And all else with it."""
    small_sites.write(last, {THEMES: "run()"})
    publish(last, FILES)
    (last / THEMES).write_text("steal()")
    before = contents(site)

    with pytest.raises(NotTakenError, match="is not what was published"):
        version_before.add(site, address)
    assert contents(site) == before


def test_only_the_version_before_is_taken_and_not_the_one_before_that(
    site: Path, last: Path, address: str, tmp_path: Path
) -> None:
    """Else the site would grow with each publication."""
    publish(tmp_path / "older", {"page/bridge.js": "start(0)"})
    folder = publish(last, FILES)
    (oldest,) = (tmp_path / "older").glob("followup-*")
    oldest.rename(last / oldest.name)

    version_before.add(site, address)

    assert (site / folder).exists()
    assert not (site / oldest.name).exists()


def test_the_first_publication_needs_nothing(site: Path, address: str) -> None:
    """Nothing stands there yet."""
    before = contents(site)

    assert version_before.add(site, address) == version_before.FIRST_TIME
    assert contents(site) == before


def test_the_same_version_again_adds_nothing(site: Path, last: Path, address: str) -> None:
    """Its folder is there already."""
    publish(last, {"page/bridge.js": "start(2)"})

    assert version_before.add(site, address) == version_before.SAME


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("page/bridge.js", "../../escape.js", "names some that no version has"),
        ("page/bridge.js", "page/bridge.php", "names some that no version has"),
        ("page/bridge.js", "page/index.html", "names some that no version has"),
        ("page/bridge.js", "page//bridge.js", "names some that no version has"),
        ("page/bridge.js", "page/.htaccess.js", "names some that no version has"),
        ("page/bridge.js", "gone.js", "gone.js is not there any more"),
        ("self.lists", "self.list", "has no list of files"),
        ("followup-", "another-", "names 0 of a version"),
    ],
)
def test_a_list_that_no_version_has_is_left_out(
    site: Path, last: Path, address: str, old: str, new: str, says: str
) -> None:
    """Whatever stands there may be anybody's by now."""
    publish(last, FILES, **{old: new})
    before = contents(site)

    with pytest.raises(NotTakenError, match=says):
        version_before.add(site, address)
    assert contents(site) == before


def test_files_that_were_changed_since_are_left_out(site: Path, last: Path, address: str) -> None:
    """The name of the folder is a hash of them, whatever the list says of their hashes."""
    folder = publish(last, FILES)
    (last / folder / "page/bridge.js").write_text("steal()")
    service_worker.write(last)

    with pytest.raises(NotTakenError, match="are not those that were published"):
        version_before.add(site, address)
    assert not (site / folder).exists()


def test_a_site_without_a_service_worker_is_left_out(
    site: Path, last: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no list of its files."""
    publish(last, FILES)
    monkeypatch.setenv("SERVICE_WORKER", "off")
    service_worker.write(last)

    with pytest.raises(NotTakenError, match="has no list of files"):
        version_before.add(site, address)


def test_too_much_is_left_out(
    site: Path, last: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version has a few megabytes."""
    publish(last, FILES | {"made/runtime/python.image": "x" * 2_000_000})
    monkeypatch.setattr(version_before, "MOST_BYTES", 1_000_000)

    with pytest.raises(NotTakenError, match="is too large"):
        version_before.add(site, address)


def test_too_many_files_are_left_out(site: Path, last: Path, address: str) -> None:
    """And none of them is asked for."""
    publish(last, FILES)
    script = last / service_worker.NAME
    first, _, rest = script.read_text().partition(";\n")
    lists = json.loads(first.removeprefix("self.lists = "))
    lists["pages"] |= {f"followup-1/{number}.js": {} for number in range(2_000)}
    script.write_text(f"self.lists = {json.dumps(lists)};\n{rest}")

    with pytest.raises(NotTakenError, match="names 2004 of a version"):
        version_before.add(site, address)


@pytest.mark.parametrize("address", ["http://example.org/", "file:///etc/", "ftp://127.0.0.2/"])
def test_nothing_is_taken_over_an_open_line(site: Path, address: str) -> None:
    """On its way anybody could change it."""
    with pytest.raises(NotTakenError, match="must begin with https"):
        version_before.add(site, address)


def test_a_host_that_does_not_answer_stops_no_publication(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be what the new site mends; the publisher is told."""
    monkeypatch.setattr("sys.argv", ["version_before", str(site), "http://127.0.0.1:9/"])

    version_before.main()

    told = capsys.readouterr().err
    assert "The version before was left out." in told
    assert "The site is whole without it." in told


@pytest.mark.slow
def test_the_folder_of_the_built_site_is_taken_as_it_is(site: Path) -> None:
    """All of its names and its size are those of a version."""
    server = serve(SITE, "/careers/")
    try:
        version_before.add(site, address_of(server))
    finally:
        server.shutdown()
        server.server_close()

    (folder,) = SITE.glob("followup-*")
    taken = sorted(path.relative_to(site) for path in (site / folder.name).rglob("*"))
    assert taken == sorted(path.relative_to(SITE) for path in folder.rglob("*"))
