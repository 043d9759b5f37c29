"""A host whose pages come with Python or without it."""

import functools
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path

from site_server import Handler, address_of


@dataclass
class Host:
    """Serves the site on one address, with Python or without it, as a test turns it."""

    with_python: Path
    without_python: Path
    server: ThreadingHTTPServer

    @property
    def address(self) -> str:
        """Where the site starts."""
        return address_of(self.server)

    def turn(self, *, has_python: bool) -> None:
        """Let the pages that are loaded from now on have Python, or not."""
        folder = self.with_python if has_python else self.without_python
        handler = functools.partial(Handler, directory=str(folder))
        self.server.RequestHandlerClass = handler
