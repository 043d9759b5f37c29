"""Files for web servers: what each may be told to send, the same in three forms."""

from pathlib import Path

import pytest

from followup_site.publisher.server_files import FOLDER, write_server_files
from followup_site.publisher.values import Publisher

PUBLISHER = Publisher(
    "Follow Up", "Hill College", "a@hill.example", "Hill College", "https://x.example"
)
FRAMED = "https://learn.hill.example https://*.hill.example"


@pytest.mark.parametrize(
    ("site_url", "path"),
    [
        ("https://hill.example/", "/"),
        ("https://hill.example", "/"),
        ("https://hill.example/careers/follow-up", "/careers/follow-up/"),
    ],
)
def test_they_name_the_place_of_this_copy(tmp_path: Path, site_url: str, path: str) -> None:
    """As addresses are told below the host."""
    write_server_files(PUBLISHER, site_url, tmp_path)
    texts = {one.stem: one.read_text("utf-8") for one in (tmp_path / FOLDER).iterdir()}

    assert f"\n{path}*\n" in texts["headers"]
    assert f'location ^~ "{path}" {{' in texts["nginx"]
    assert f'ErrorDocument 404 "{path}404.html"' in texts["apache"]


def test_the_publisher_says_who_frames_the_tools(tmp_path: Path) -> None:
    """Nobody else, if nothing is said."""
    write_server_files(PUBLISHER, "https://hill.example/", tmp_path / "none")
    framed = Publisher(*list(vars(PUBLISHER).values())[:5], framed_by=FRAMED)
    write_server_files(framed, "https://hill.example/", tmp_path / "some")

    for name in ("headers", "nginx", "apache"):
        none, some = (
            (tmp_path / one / FOLDER / f"{name}.txt").read_text("utf-8") for one in ("none", "some")
        )
        assert none.count("frame-ancestors 'self'") == 1
        assert none.replace("frame-ancestors 'self'", f"frame-ancestors 'self' {FRAMED}") == some
