"""What the tests of this folder are given beside a browser and a reader: pages without Python."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from host import Host
from reader import Reader
from site_server import SUB_PATH, serve


@pytest.fixture(scope="session", name="bare_site")
def _bare_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site without the heart of Python, as pages come faster without it."""
    copy = tmp_path_factory.mktemp("site") / "bare"
    return Path(shutil.copytree(site, copy, ignore=shutil.ignore_patterns("*.wasm")))


@pytest.fixture(name="host")
def _host(site: Path, bare_site: Path) -> Iterator[Host]:
    """The site on one address, at first without Python."""
    server = serve(bare_site, SUB_PATH)
    yield Host(site, bare_site, server)
    server.shutdown()
    server.server_close()


@pytest.fixture(name="lame")
def _lame(reader: Reader) -> Reader:
    """A reader to whose pages Python does not come, so that they come faster."""
    reader.page.context.route("**/*.wasm", lambda route: route.abort())
    return reader
