"""Publishes copies of the built site, one after the other, at one address: a host that can be stopped,
and a careers office that publishes again while readers are there."""

import os
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from site_server import FILES, SITE, SITEMAP, SUB_PATH, Behaviour, address_of, serve

from followup_site.publish import finish, service_worker

COUNTRIES = ("index", "DE", "FR", "GB")
"""Holidays that are published, to be quick: these countries, and the list of all."""


class Host:
    """A host with the site under a sub-path. What it serves can be changed, and it can be stopped."""

    def __init__(
        self, folder: Path, sub_path: str = SUB_PATH, behave: Behaviour | None = None
    ) -> None:
        self.folder = folder
        self.current = folder / "current"
        self.sockets: list[socket.socket] = []
        self.server = serve(self.current, sub_path, behave)
        self.address: str = address_of(self.server)
        accept = self.server.get_request

        def note() -> tuple[socket.socket, object]:
            connection, client = accept()
            self.sockets.append(connection)
            return connection, client

        self.server.get_request = note  # type: ignore[method-assign]

    def stop(self) -> None:
        """Answer nothing any more, also on lines that are open."""
        self.server.shutdown()
        self.server.server_close()
        for connection in self.sockets:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed by the browser before
        self.sockets.clear()

    def publish(
        self,
        name: str,
        texts: dict[str, str] | None = None,
        change: Callable[[Path], None] = lambda _site: None,
    ) -> Path:
        """Publish a version of the site in place of the one before; return its folder.

        Args:
            name: of the version. Its scripts have an address of their own.
            texts: what to put in the place of other texts in all pages.
            change: what else to do to the folder before it is published.
        """
        site = make_version(self.folder / name, self.address, texts or {})
        change(site)
        (site / service_worker.NAME).unlink()  # it is linked to the one of the built site
        service_worker.write(site)
        self.serve_folder(site)
        return site

    def serve_folder(self, site: Path) -> None:
        """Serve another folder from now on."""
        link = self.folder / "next"
        link.symlink_to(site)
        link.replace(self.current)


def make_version(site: Path, address: str, texts: dict[str, str]) -> Path:
    """Make a copy of the built site as if it had been built for the address, as another version."""
    shutil.copytree(SITE, site, copy_function=os.link)
    version = f"followup-{site.name}"
    # Pages that are shown under any address name files by the path that the site was built for.
    texts = {f'"{SUB_PATH}': f'"{urlsplit(address).path}', **texts}
    (site / FILES).rename(site / version)
    for page in (*site.rglob("*.html"), site / SITEMAP):
        text = page.read_text("utf-8").replace(FILES, version)
        for old, new in texts.items():
            text = text.replace(old, new)
        if page.name == SITEMAP:
            text = text.replace(min(re.findall("<loc>(.*?)</loc>", text), key=len), address)
        rewrite(page, text.replace(FILES.removeprefix("followup-"), site.name))
    (site / finish.VERSION_FILE).unlink()
    (site / finish.VERSION_FILE).write_text(f"{site.name}\n")
    for file in (site / version / "made" / "holidays").iterdir():
        if file.stem not in COUNTRIES:
            file.unlink()
    style = site / version / "styles" / "followup.css"
    rewrite(style, f"{style.read_text('utf-8')}/* {site.name} */")
    return site


def rewrite(path: Path, text: str) -> None:
    """Write a file anew: it may be linked to the one of the built site."""
    path.unlink()
    path.write_text(text, "utf-8")
